"""Counts, names and sentences from a store's graph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad
from pyoxigraph import Store as Graph

from kg.errors import StoreError, UsageError
from kg.names import BASE, PREFIXES
from kg.schema import load_schema
from kg.store import Store
from kg.store.counts import count, label
from kg.store.lookup import close_names, find_named, short, the_named
from kg.store.quotes import Quotes
from tests.graph import made
from tests.store.conftest import fill

SCHEMA = load_schema()


# --- counts


def test_what_two_documents_say_counts_once(store):
    counts = count(store.union, SCHEMA.entity_classes)
    assert counts.documents == 2
    assert counts.entities == {"Company": 2, "District": 1, "Industry": 1, "Organization": 1, "Park": 1, "Person": 1, "Project": 1}
    assert counts.relations == {"locatedIn": 2, "cooperatesWith": 1, "holdsPositionIn": 1, "inIndustry": 1}
    assert counts.modalities == {"Actual": 4, "Target": 1}
    assert counts.observations == {"产值": 2, "车型数": 1}
    assert counts.milestones == {"Operational": 1, "Planned": 1}
    assert counts.connected[:2] == (("Company", "小鹏汽车", 2), ("Park", "肇庆高新区", 2))
    assert counts.triples == len(store.union)


def test_an_empty_graph_counts_nothing(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as store:
        fill(store)
        counts = count(store.union, SCHEMA.entity_classes)
    assert (counts.documents, counts.triples, counts.entities, counts.relations, counts.connected) == (0, 0, {}, {}, ())


@given(st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=120))
def test_the_best_connected_are_those_with_most_neighbours(facts):
    node = [NamedNode(f"https://example.org/{number:02}") for number in range(26)]
    graph = Graph()
    neighbours: dict[str, set[str]] = defaultdict(set)
    for number, (one, other) in enumerate(facts):
        graph.extend(Quad(BlankNode(f"f{number}"), NamedNode(PREFIXES["rdf"] + end), node[of]) for end, of in (("subject", one), ("object", other)))
        neighbours[node[one].value].add(node[other].value)
        neighbours[node[other].value].add(node[one].value)
    best = sorted(((iri, len(others)) for iri, others in neighbours.items()), key=lambda item: (-item[1], item[0]))[:10]
    assert [(f"https://example.org/{name}", number) for _, name, number in count(graph, ()).connected] == best


def test_a_node_without_a_name_is_called_by_its_iri(store):
    assert label(store.union, BASE + "company/宁德时代") == "宁德时代"
    assert label(store.union, BASE + "company/没有") == "没有"


# --- names


@pytest.mark.parametrize("name", ["小鹏汽车", "小鹏", " 小鹏 汽车 ", "company:小鹏汽车", BASE + "company/小鹏汽车"])
def test_a_node_is_found_by_any_of_its_names(store, name):
    [named] = find_named(store.union, name)
    assert (named.iri, named.label, named.short) == (BASE + "company/小鹏汽车", "小鹏汽车", "company:小鹏汽车")


@pytest.mark.parametrize("name", ["", "理想汽车", "company:理想汽车", "park:小鹏汽车", "产值", "a.txt", "主任", "nonsense:小鹏", "http://a b/<>"])
def test_what_is_no_name_of_an_entity_is_not_found(store, name):
    assert find_named(store.union, name) == []


def test_a_name_may_be_asked_for_within_classes(store):
    assert the_named(store.union, "小鹏", ("Company",)).short == "company:小鹏汽车"
    assert find_named(store.union, "小鹏", ("Park", "District")) == [] == find_named(store.union, "company:小鹏汽车", ("Park",))
    assert close_names(store.union, "小鹏汽", ("Project",)) == ["小鹏汽车二期"]


@pytest.mark.parametrize("name, classes, complaint", [
    ("小鹏汽", (), "nothing in the graph is called 小鹏汽; did you mean 小鹏, 小鹏汽车, 小鹏汽车二期"),
    ("XYZ", ("Park",), "nothing in the graph is called XYZ as Park; kg stats tells what it holds"),
    ("小鹏", ("Park",), "小鹏 is no Park, but company:小鹏汽车"),
])
def test_a_name_that_means_nothing_is_refused_with_what_would_do(store, name, classes, complaint):
    with pytest.raises(UsageError) as error:
        the_named(store.union, name, classes)
    assert str(error.value) == complaint


def test_close_names_hold_the_name_or_are_like_it(store):
    assert close_names(store.union, "小鹏汽") == ["小鹏", "小鹏汽车", "小鹏汽车二期"]
    assert close_names(store.union, "宁德时待") == ["宁德时代"]
    assert close_names(store.union, "XYZ") == []


def test_a_preferred_name_goes_before_another_one(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as store:
        one = replace(made.ENTITIES[made.XPENG], names=("小鹏汽车", "小鹏"))
        two = replace(made.ENTITIES[made.XPENG], names=("小鹏科技", "小鹏"))
        three = replace(made.ENTITIES[made.XPENG], names=("小鹏",))
        for identifier, entities in (("a", (one, two)), ("b", (three,))):
            reading = replace(made.reading(identifier), entities=entities, relations=(), observations=(), milestones=())
            store.put(made.document(identifier), reading)
            if identifier == "a":
                fill(store)
                assert [named.short for named in find_named(store.union, "小鹏")] == ["company:小鹏汽车", "company:小鹏科技"]
        fill(store)
        assert [named.short for named in find_named(store.union, "小鹏")] == ["company:小鹏"]


def test_a_short_form_leads_back_to_the_node():
    assert short(BASE + "district/朝阳区%EF%BC%88长春市%EF%BC%89") == "district:朝阳区（长春市）"
    assert short("https://example.org/x") == "https://example.org/x"


# --- sentences


def test_a_quotation_comes_with_its_sentence(store):
    start = made.TEXT.index("宁德时代")
    quote = Quotes(store).quote("a.txt", start, start + 4)
    assert (quote.before, quote.exact, quote.after) == ("小鹏汽车与", "宁德时代", "签约。")
    assert quote.sentence == "小鹏汽车与宁德时代签约。"
    assert (quote.document, quote.title, quote.issued) == ("a.txt", "高新区一年", "2023-01-16")


@pytest.mark.parametrize(("exact", "sentence"), [
    ("肇庆高新区全年", "肇庆高新区全年完成产值300亿元，同比增长20.50%。"),
    ("二期力争明年落户肇庆市。", "二期力争明年落户肇庆市。"),
    ("主任。小鹏", "张三任管委会主任。小鹏汽车与宁德时代签约。"),
])
def test_sentences_end_where_they_end(store, exact, sentence):
    start = made.TEXT.index(exact)
    assert Quotes(store).quote("a.txt", start, start + len(exact)).sentence == sentence


def test_a_text_without_sentences_is_cut(tmp_path):
    text = "一二三四五六七八九十" * 100
    with Store.open(tmp_path / "store", write=True, create=True) as store:
        store.put(made.document("long", text), replace(made.reading("long"), entities=(), relations=(), observations=(), milestones=()))
        quote = Quotes(store).quote("long", 500, 510)
    assert len(quote.before) == 120 and len(quote.after) == 120
    assert text[500 - 120:510 + 120] == quote.before + quote.exact + quote.after


def test_a_document_that_is_not_there(store):
    with pytest.raises(StoreError, match="no document 'x'"):
        Quotes(store).quote("x", 0, 1)
