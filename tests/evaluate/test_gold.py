import json

import pytest

from kg.errors import ReadError
from kg.evaluate.gold import Cut, GoldEntity, GoldFigure, GoldMilestone, GoldRelation, load


def test_what_a_file_says(gold_file):
    (gold,) = load([gold_file()])
    assert gold.document == "one"
    assert gold.required.entities[0] == GoldEntity("e1", "Company", ("华星电子", "华星"))
    assert gold.required.relations[0] == GoldRelation("e1", "locatedIn", "e3")
    assert gold.required.figures[1] == GoldFigure(("e1", "e5"), "investment", "Level", 1.1e9, "CNY", "Exact", "2023", "Planned")
    assert gold.required.milestones == (GoldMilestone(("e5",), "Groundbreaking", "2023-02"),)
    assert gold.optional.relations == (GoldRelation("e1", "develops", "e5"),)
    assert gold.name("x1") == "林岚"


def test_a_folder_gives_all_its_files_and_a_file_named_twice_counts_once(gold_file, tmp_path):
    one, two = gold_file(), gold_file("two.json", document="a-two")
    assert [gold.document for gold in load([tmp_path, one, two])] == ["a-two", "one"]


def test_two_files_about_one_document_are_refused(gold_file, tmp_path):
    gold_file()
    gold_file("two.json")
    with pytest.raises(ReadError, match="the document one has gold in two files"):
        load([tmp_path])


def test_what_is_left_out_is_empty(gold_file):
    path = gold_file()
    path.write_text('{"document": "one"}', encoding="utf-8")
    (gold,) = load([path])
    assert gold.required.entities == gold.optional.milestones == ()


def test_a_slice_says_what_it_was_cut_from(gold_file):
    cut = {"file": "report.md", "start": 3, "end": 9, "sha256": "0f" * 32}
    (gold,) = load([gold_file(cut=cut)])
    assert gold.cut == Cut("report.md", 3, 9, "0f" * 32)


def test_a_whole_text_was_not_cut(gold_file):
    (gold,) = load([gold_file()])
    assert gold.cut is None


@pytest.mark.parametrize("change, reason", [
    ({"start": 9}, "from 9 to 9 is no slice"), ({"start": -1}, "from -1 to 9 is no slice"), ({"end": "9"}, "end is a str"),
    ({"start": True}, "start is a bool"), ({"sha256": "0F" * 32}, "sha256 must be 64 digits"), ({"file": 1}, "file is a int")])
def test_a_cut_that_is_none(gold_file, change, reason):
    path = gold_file(cut={"file": "report.md", "start": 3, "end": 9, "sha256": "0f" * 32} | change)
    with pytest.raises(ReadError) as caught:
        load([path])
    assert f"broken gold: cut: {reason}" in str(caught.value)


@pytest.mark.parametrize("content, reason", [
    (b"{", "is not JSON"), (b"[]", "the file: is not an object"), (b"\xff\xfe{", "is not UTF-8"), (b"{}", "the file: document is missing"),
    (b'{"document": 1}', "the file: document is a int"), (b'{"document": "a", "entities": {}}', "entities: entities is a dict")])
def test_a_file_that_is_no_gold(tmp_path, content, reason):
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        load([path])
    assert reason in str(caught.value) and str(caught.value).startswith(f"{path}: ")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("changes, reason", [
    ({"entities": [{"id": "e1", "type": "Firm", "names": ["a"]}]}, "entities 1: Firm is no class; they are Company, Park"),
    ({"entities": [{"id": "e1", "type": "Park", "names": []}]}, "entities 1: names must be texts, one or more"),
    ({"entities": [{"id": "e1", "type": "Park", "names": [" "]}]}, "entities 1: names must be texts, one or more"),
    ({"entities": [{"id": "e1", "type": "Park", "names": ["a"]}] * 2}, "entities 2: the id e1 is taken"),
    ({"entities": ["e1"]}, "entities 1: must be an object"),
    ({"relations": [["e1", "locatedIn"]]}, "relation 1: must be [id, relation, id]"),
    ({"relations": [["e1", "near", "e3"]]}, "relation 1: near is no relation; they are locatedIn"),
    ({"relations": [["e1", "locatedIn", "e9"]]}, "relation 1: no entity has the id e9"),
    ({"observations": [{"of": "e9"}]}, "observation 1: value is missing"),
    ({"observations": [{"of": "e9", "value": 1, "indicator": "tax", "unit": "CNY"}]}, "observation 1: no entity has the id e9"),
    ({"observations": [{"of": [], "value": 1, "indicator": "tax", "unit": "CNY"}]}, "observation 1: of names no entity"),
    ({"observations": [{"of": "e1", "value": "1", "indicator": "tax", "unit": "CNY"}]}, "observation 1: value is a str"),
    ({"observations": [{"of": "e1", "value": True, "indicator": "tax", "unit": "CNY"}]}, "observation 1: value must be a number"),
    ({"milestones": [{"of": "e1", "stage": "Opened"}]}, "milestone 1: Opened is no stage; they are Planned"),
    ({"optional": {"relations": [["e1", "near", "e3"]]}}, "optional relation 1: near is no relation"),
])
def test_what_is_broken_is_said_with_its_place(gold_file, changes, reason):
    with pytest.raises(ReadError) as caught:
        load([gold_file(**changes)])
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_an_empty_folder(tmp_path):
    with pytest.raises(ReadError, match="none.json: the gold file can't be read: No such file or directory"):
        load([tmp_path / "none.json"])
    with pytest.raises(ReadError, match="has no"):
        load([tmp_path])


def test_an_unknown_owner_is_found_even_if_it_is_no_text(gold_file):
    path = gold_file()
    content = json.loads(path.read_text(encoding="utf-8"))
    content["milestones"] = [{"of": [None], "stage": "Signed"}]
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ReadError, match="no entity has the id None"):
        load([path])
