"""Entities that go by no name known beforehand are counted on lines of their own."""

import json

import pytest

from kg.cli.main import main
from kg.errors import ReadError
from kg.evaluate import as_json, as_text, evaluate, load
from kg.evaluate.listed import known_names
from kg.evaluate.tally import Tally
from kg.recognize.gazetteer import Entry, Gazetteer

from .conftest import TEXT


def listing(*names: str) -> Gazetteer:
    return Gazetteer([Entry(name, "Company", "", "", "", (name,)) for name in names])


def evaluated(graph, path, known):
    return evaluate(graph, load([path]), lambda identifier: TEXT, known=known)


def test_nothing_is_listed_and_all_counts(graph, gold_file):
    found = evaluated(graph, gold_file(), known_names(listing()))
    assert found.never_listed["core"] == found.tallies["entities/core"] == Tally(hit=4, found=5, gold=5)
    assert found.never_listed["all"] == found.tallies["entities/all"]


@pytest.mark.parametrize("listed, counted", [
    ("华星", Tally(hit=3, found=4, gold=4)),            # one of the names of a company that is found
    ("远山新材料", Tally(hit=4, found=5, gold=4)),        # what is missed
    ("远山材料", Tally(hit=4, found=4, gold=5)),         # a label of what is wrong
    ("Ｅ林岚", Tally(hit=4, found=5, gold=5)),           # nobody's name
])
def test_a_listed_name_takes_its_entity_out(listed, counted, graph, gold_file):
    assert evaluated(graph, gold_file(), known_names(listing(listed))).never_listed["core"] == counted


def test_what_is_optional_counts_neither_for_nor_against(graph, gold_file):
    assert evaluated(graph, gold_file(), known_names(listing())).never_listed["Person"] == Tally()


def test_names_are_compared_without_spaces_widths_and_capitals():
    known = known_names(listing("ＴＣＬ 华星（东莞）"))
    assert known("tcl华星(东莞)") and not known("tcl")


def test_a_name_in_a_text_of_the_training_was_known(tmp_path):
    (tmp_path / "report.txt").write_text("支持远山 新材料扩产。", encoding="utf-8")
    known = known_names(listing(), [tmp_path])
    assert known("远山新材料") and not known("华星电子")


def test_a_folder_of_the_training_that_is_not_there(tmp_path):
    with pytest.raises(ReadError, match="there is no such file or folder"):
        known_names(listing(), [tmp_path / "nowhere"])


def test_nobody_asks_nothing_is_shown(graph, gold_file):
    found = evaluated(graph, gold_file(), None)
    assert found.never_listed == {} and "never listed" not in as_text(found) and "never_listed" not in json.loads(as_json(found))


def test_table_and_json(graph, gold_file):
    found = evaluated(graph, gold_file(), known_names(listing("华星")))
    rows = [line.split() for line in as_text(found).splitlines() if line.startswith("never listed")]
    assert rows == [["never", "listed/core", "0.750", "0.750", "0.750", "3", "4", "4"], ["never", "listed/all", "0.750", "0.750", "0.750", "3", "4", "4"]]
    assert "never listed/Company" in as_text(found, by_class=True)
    assert json.loads(as_json(found))["never_listed"]["core"] == {"precision": 0.75, "recall": 0.75, "f1": 0.75, "hit": 3, "found": 4, "gold": 4}


def test_the_command_asks_the_gazetteer_the_user_and_the_training(store_folder, gold_file, tmp_path, capfd):
    def counted(*options: str) -> int:
        assert main(["evaluate", str(gold_file()), "--json", "--store", str(store_folder), *options]) == 0
        return json.loads(capfd.readouterr().out)["never_listed"]["all"]["gold"]

    table, text = tmp_path / "names.csv", tmp_path / "text.txt"
    table.write_text("name,class\n远山新材料,Company\n", encoding="utf-8")
    text.write_text("总投资11亿元的华星电子二期", encoding="utf-8")
    every = counted()          # 远山新材料 and 华星电子二期: the others are in the tables of the ontology
    assert every == 2 and counted("--gazetteer", str(table)) == 1
    assert counted("--gazetteer", str(table), "--training", str(text)) == 0
    assert main(["evaluate", str(gold_file()), "--store", str(store_folder), "--gazetteer", "/nowhere.csv"]) == 2
    assert capfd.readouterr().err.startswith("kg: /nowhere.csv: ")
