"""What is decided by hand: recorded in a text file, honoured by every resolution."""

from __future__ import annotations

import pytest

from kg.errors import GazetteerError
from kg.model import Entity
from kg.resolve import Decision, Decisions, decisions_path, read_decisions, record, resolve
from tests.resolve.listed import PLACES

CLASSES = ("Company", "Park")


def company(*names: str) -> Entity:
    return Entity("Company", names, ())


def decision(action: str, name: str, other: str = "", document: str = "", cls: str = "Company") -> Decision:
    return Decision(action, cls, name, other, document, "2026-11-28")


def made(readings: dict[str, list[Entity]], *decisions: Decision, **options):
    return resolve(readings.items(), decisions=Decisions(decisions), **options)


READINGS = {"a": [company("湛朗科技", "湛朗")], "b": [company("湛朗")], "c": [company("云岭能源")]}


def test_two_things_are_one_under_the_name_of_the_first():
    resolution = made(READINGS, decision("merge", "云岭能源", "湛朗科技"))
    [node] = resolution
    assert (node.label, node.alternatives) == ("云岭能源", ("湛朗", "湛朗科技"))
    assert dict(resolution.retired)[node.iri.replace("云岭能源", "湛朗科技")] == (node.iri,)


def test_what_the_gazetteer_holds_apart_is_joined_by_hand_too():
    readings = {"a": [company("宁德时代")], "b": [company("瑞庆时代")]}
    assert len(list(made(readings, gazetteer=PLACES))) == 2
    [node] = made(readings, decision("merge", "瑞庆时代", "宁德时代"), gazetteer=PLACES)
    assert node.label == "瑞庆时代"


def test_a_chain_of_decisions_is_followed():
    resolution = made(READINGS | {"d": [company("青峰")]}, decision("merge", "云岭能源", "湛朗科技"), decision("merge", "青峰", "云岭能源"))
    assert [node.label for node in resolution] == ["青峰"]


def test_a_name_is_set_apart_in_one_document():
    resolution = made(READINGS, decision("split", "湛朗", document="b"))
    assert resolution.node("a", READINGS["a"][0]) != resolution.node("b", READINGS["b"][0])
    assert resolution.node("b", READINGS["b"][0]).label == "湛朗"


def test_a_name_is_set_apart_wherever_it_is_the_best():
    readings = READINGS | {"e": [company("湛朗")]}
    resolution = made(readings, decision("split", "湛朗"))
    nodes = {document: resolution.node(document, found[0]) for document, found in readings.items()}
    assert nodes["b"] == nodes["e"] != nodes["a"]


def test_what_was_set_apart_can_be_merged_with_another():
    resolution = made(READINGS, decision("split", "湛朗", document="b"), decision("merge", "云岭能源", "湛朗（b）"))
    assert resolution.unused == []
    assert resolution.node("b", READINGS["b"][0]) == resolution.node("c", READINGS["c"][0]) != resolution.node("a", READINGS["a"][0])


def test_a_node_is_renamed_and_its_former_name_leads_on():
    resolution = made(READINGS, decision("rename", "湛朗科技", "湛朗集团"))
    node = resolution.node("a", READINGS["a"][0])
    assert node.label == "湛朗集团" and "湛朗科技" in node.alternatives
    assert resolution.called("Company", "湛朗科技") == node
    again = made(READINGS, decision("rename", "湛朗科技", "湛朗集团"), decision("rename", "湛朗集团", "湛朗控股"))
    assert again.node("a", READINGS["a"][0]).label == "湛朗控股"


def test_a_decision_about_what_no_document_names_waits():
    waiting = decision("merge", "云岭能源", "青峰")
    resolution = made(READINGS, waiting)
    assert resolution.unused == [waiting] and len(list(resolution)) == 2
    assert len(list(made(READINGS | {"d": [company("青峰")]}, waiting))) == 2


def test_no_decisions_change_nothing():
    assert list(made(READINGS)) == list(resolve(READINGS.items()))


# --- the file


def test_decisions_are_recorded_behind_the_earlier_ones_and_read_again(tmp_path):
    path = decisions_path(tmp_path / "parks")
    assert path == tmp_path / "parks.decisions.tsv"
    assert read_decisions(path, CLASSES) == Decisions()
    first, second = decision("merge", "湛朗科技", "湛朗"), decision("split", "湛朗", document="b.txt")
    record(path, [first])
    record(path, [second])
    assert read_decisions(path, CLASSES).in_order == (first, second)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == ["action", "class", "name", "other", "document", "date"] and len(lines) == 3


def test_a_file_written_by_hand_may_have_comments_and_lack_a_last_line_break(tmp_path):
    path = tmp_path / "parks.decisions.tsv"
    path.write_text("# ours\naction\tclass\tname\tother\tdocument\tdate\nmerge\tCompany\t湛朗科技\t湛朗", encoding="utf-8")
    record(path, [decision("rename", "湛朗科技", "湛朗集团")])
    assert [d.action for d in read_decisions(path, CLASSES).in_order] == ["merge", "rename"]


@pytest.mark.parametrize(("row", "what"), [
    ("join\tCompany\ta\tb", "unknown action 'join'"), ("merge\tFirm\ta\tb", "unknown class 'Firm'"), ("merge\tCompany\ta\t", "two different names"),
    ("rename\tCompany\ta\ta", "two different names"), ("split\tCompany\t", "needs a name"), ("merge\tCompany\ta\tb\t\t\tmore", "7 cells")])
def test_a_line_that_can_t_be_honoured_is_refused_with_its_number(tmp_path, row, what):
    path = tmp_path / "parks.decisions.tsv"
    path.write_text(f"action\tclass\tname\tother\tdocument\tdate\n\n{row}\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=what) as caught:
        read_decisions(path, CLASSES)
    assert caught.value.where == f"{path}:3"
