"""What two graphs say differently."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg import names
from kg.diff import diff
from kg.graph.terms import vocabulary
from kg.names import PREFIXES
from kg.query.union import merged
from tests.export.conftest import EXAMPLE


@pytest.fixture(scope="module")
def graph() -> Store:
    store = Store()
    store.load(path=str(EXAMPLE), format=RdfFormat.TRIG)
    return merged(store)


def node(kind: str, name: str) -> NamedNode:
    return NamedNode(PREFIXES[kind] + name)


def changed(graph: Store, *, without: str | None = None, **values: tuple[str, str, object]) -> Store:
    """A copy without a node, or with other values: a subject, a predicate and what takes the place of its objects."""
    gone = NamedNode(without) if without else None
    copy = Store()
    copy.extend(quad for quad in graph if gone not in (quad.subject, quad.object))
    for subject, predicate, object_ in values.values():
        for quad in list(copy.quads_for_pattern(NamedNode(subject), vocabulary(predicate), None)):
            copy.remove(quad)
        copy.add(Quad(NamedNode(subject), vocabulary(predicate), object_))
    return copy


def renamed(graph: Store, before: NamedNode, after: NamedNode) -> Store:
    copy = Store()
    copy.extend(Quad(*(after if term == before else term for term in (quad.subject, quad.predicate, quad.object))) for quad in graph)
    return copy


def told(difference) -> list[tuple[str, str, str]]:
    return [(change.how, change.said.kind, change.said.words) for change in difference.changes]


def test_a_graph_does_not_differ_from_itself(graph):
    assert diff(graph, graph).changes == ()


def test_all_of_a_graph_is_added_to_none(graph):
    found = diff(Store(), graph)
    kinds = Counter(change.said.kind for change in found.changes)
    assert kinds == {"document": 2, "entity": 8, "relation": 7, "figure": 2, "milestone": 2}
    assert {change.how for change in found.changes} == {"added"}
    assert [(change.before, change.after) for change in diff(graph, Store()).changes] == [(c.after, c.before) for c in found.changes]


def test_facts_in_words(graph):
    words = {change.said.words for change in diff(Store(), graph).changes}
    assert {"华星电子 位于 东湖高新区", "远山材料 位于 东湖高新区（规划）", "华星电子 2022 产值 超300亿元（至少）", "华星电子二期 2023-01 开工",
            "企业 华星电子（又称 华星、华星电子股份有限公司）", "one.txt 2023-01-16 华星电子落户"} <= words


def test_a_relation_that_is_gone_is_told_with_its_place(graph):
    (change,) = diff(graph, changed(graph, without=PREFIXES["statement"] + "s3")).changes
    assert (change.how, change.said.words, change.said.topic) == ("gone", "华星电子 建设运营 华星电子二期", "develops")
    assert [(place.document, place.start, place.rule) for place in change.said.places] == [("one.txt", 37, "develops.name")]


def test_another_confidence_is_a_change(graph):
    other = changed(graph, a=(PREFIXES["statement"] + "s1", "pk:confidence", Literal("0.5", datatype=vocabulary("xsd:decimal"))))
    (change,) = diff(graph, other).changes
    assert change.how == "changed" and change.fields == (("confidence", "0.9", "0.5"),)


def test_another_figure_of_the_same_thing_is_a_change(graph):
    old, new = node("observation", "o1"), node("observation", "o9")
    other = changed(renamed(graph, old, new), a=(new.value, "pk:value", Literal("40000000000", datatype=vocabulary("xsd:decimal"))),
                    b=(new.value, "pk:valueText", Literal("超400亿元")))
    (change,) = diff(graph, other).changes
    assert change.before.words == "华星电子 2022 产值 超300亿元（至少）" and change.after.words == "华星电子 2022 产值 超400亿元（至少）"
    assert change.fields == (("value", "30000000000", "40000000000"), ("written", "超300亿元", "超400亿元"))


def test_a_relation_that_is_only_planned_now_is_a_change(graph):
    old, new = node("statement", "s3"), node("statement", "s9")
    (change,) = diff(graph, changed(renamed(graph, old, new), a=(new.value, "pk:modality", NamedNode(names.term("Planned"))))).changes
    assert change.fields == (("modality", "Actual", "Planned"),)


def test_what_goes_with_a_renamed_entity_is_counted_and_not_told(graph):
    """In a real graph the facts of a renamed entity have other IRIs too."""
    old, new = node("company", "华星电子"), node("company", "华星电子股份有限公司")
    other = renamed(graph, old, new)
    for fact in ("statement/s1", "statement/s3", "statement/s5", "statement/s6", "statement/s7", "observation/o1"):
        other = renamed(other, NamedNode(names.BASE + fact), NamedNode(names.BASE + fact + "x"))
    found = diff(graph, other)
    assert [(how, kind) for how, kind, _ in told(found)] == [("changed", "entity")] and found.moved == 6


def test_counts_and_rules(graph):
    found = diff(graph, changed(graph, without=PREFIXES["statement"] + "s3"))
    assert found.counts() == {("relation", "develops"): {"gone": 1}}
    assert found.rules() == {"develops.name": {"gone": 1}}


def test_they_come_by_kind_and_then_by_place(graph):
    changes = diff(Store(), graph).changes
    kinds = ["document", "entity", "relation", "figure", "milestone"]
    assert [change.said.kind for change in changes] == sorted((change.said.kind for change in changes), key=kinds.index)
    figures = [change.said.places[0] for change in changes if change.said.kind == "figure"]
    assert figures == sorted(figures)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_is_taken_away_is_gone_and_comes_back_as_added(graph, data):
    facts = [f"{PREFIXES['statement']}s{n}" for n in range(1, 8)] + [f"{PREFIXES['observation']}o{n}" for n in (1, 2)]
    chosen = data.draw(st.sets(st.sampled_from(facts)))
    less = graph
    for fact in chosen:
        less = changed(less, without=fact)
    forth, back = diff(graph, less), diff(less, graph)
    assert {change.before.iri for change in forth.changes} == {change.after.iri for change in back.changes} == chosen
