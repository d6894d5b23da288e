"""Why names are one node: the steps are told, and replaying them gives the node."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Entity
from kg.resolve import Decision, Decisions, Pair, explain, replay, resolve
from tests.resolve.listed import PLACES
from tests.resolve.test_resolution import DIFFERENT, SAME, documents

BY_HAND = Decisions((Decision("merge", "Company", "长安汽车", "小鹏汽车", "", "2026-11-28"), Decision("rename", "Company", "宁德时代", "时代", "", "2026-11-28")))


def test_each_kind_of_step_is_told():
    readings = {"a": [Entity("Company", ("湛朗科技", "湛朗"), ())], "b": [Entity("Company", ("湛朗",), ())], "c": [Entity("Company", ("湛能",), ())],
                "d": [Entity("Company", ("云岭",), (), within="441200")], "e": [Entity("Company", ("云岭药业",), (), within="441200")]}
    same = [Pair("Company", "湛朗科技", "湛能", "年报", "2026-11-28")]
    resolution = resolve(readings.items(), same=same, gazetteer=PLACES,
                         decisions=Decisions((Decision("merge", "Company", "湛朗科技", "云岭药业", "", "2026-11-28"),)))
    explanation = explain(resolution, resolution.called("Company", "湛朗科技"))
    assert {step.kind for step in explanation.steps} == {"table", "name", "evidence", "hand"}
    assert [sum(piece.points for piece in step.evidence) for step in explanation.steps if step.kind == "evidence"] == [5]
    assert any("年报" in step.why for step in explanation.steps)
    assert {name for called in explanation.called for name in called.names} == {"湛朗科技", "湛朗", "湛能", "云岭", "云岭药业"}
    assert explanation.label == "chosen by hand"


def test_a_node_of_one_name_has_no_steps():
    resolution = resolve([("a", [Entity("Company", ("湛朗科技",), ())])])
    explanation = explain(resolution, next(iter(resolution)))
    assert explanation.steps == () and explanation.called[0].documents == ("a",)


@settings(deadline=None, max_examples=150)
@given(documents, st.sampled_from((Decisions(), BY_HAND)), st.sampled_from((None, PLACES)))
def test_replaying_the_steps_gives_the_node(readings, decisions, gazetteer):
    resolution = resolve(readings.items(), same=SAME, different=DIFFERENT, gazetteer=gazetteer, decisions=decisions)
    for node in resolution:
        explanation = explain(resolution, node)
        [keys] = replay(explanation)
        assert keys == {called.key for called in explanation.called}
        names = {name for called in explanation.called for name in called.names}
        assert {node.label, *node.alternatives} & names
        documents_of = {document for called in explanation.called for document in called.documents}
        assert documents_of == {document for document, found in readings.items() for e in found if resolution.node(document, e) == node}
