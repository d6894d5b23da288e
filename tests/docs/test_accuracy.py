"""The tables of docs/accuracy.md are made by tools/describe_accuracy.py."""

import json
import re

import pytest

from kg.recognize.sources import SOURCES
from kg.schema import load_schema

from ..read.test_shared import ROOT as SHARED
from .test_examples import ROOT, tool

accuracy = tool("describe_accuracy")
TEXT = "宁德时代、震裕科技、百汇达等企业落户肇庆高新区。"
GOLD = {
    "document": "made", "issued": None,
    "entities": [{"id": "e1", "type": "Company", "names": ["宁德时代"]}, {"id": "e2", "type": "Company", "names": ["百汇达"]},
                 {"id": "e3", "type": "Park", "names": ["肇庆高新区"]}],
    "relations": [["e1", "locatedIn", "e3"]], "observations": [], "milestones": [],
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "made.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "made.json").write_text(json.dumps(GOLD, ensure_ascii=False), encoding="utf-8")
    return tmp_path


def rows(text: str) -> dict[str, list[str]]:
    cells = ([cell.strip() for cell in line.strip("| ").split("|")] for line in text.splitlines() if line.startswith("| "))
    return {first: others for first, *others in cells}


def test_the_tables_of_a_text(folder):
    found = rows(accuracy.tables(folder, folder / "gold"))
    assert found["Park"][-3:] == ["1", "1", "1"]
    assert found["Company"][-3:] == ["2", "3", "2"]                                 # 震裕科技 is not in this gold
    assert found["never listed: all classes"][-1] == "1"                            # 百汇达
    assert found["locatedIn"][-1] == "1"
    assert float(found["rules"][2]) < float(found["+ context"][2]) == 1.0           # recall: the list tells what 百汇达 is


def test_each_line_of_the_table_of_sources_has_one_more():
    before: set[str] = set()
    for _, sources, ner in accuracy.STEPS:
        on = {*sources, ner} - {None}
        assert before < on and set(sources) <= set(SOURCES)
        before = on


def test_a_text_that_is_missing_is_named(folder):
    (folder / "texts" / "made.txt").unlink()
    with pytest.raises(SystemExit, match="there is no text of made"):
        accuracy.tables(folder, folder / "gold")


def test_a_section_is_replaced_and_a_missing_one_refused():
    page = "Before.\n<!-- a b -->\nold\n<!-- end of a b -->\nBehind.\n"
    assert accuracy.write(page, "a b", "new \\1\n") == page.replace("old", "new \\1")
    with pytest.raises(SystemExit, match="no section «c»"):
        accuracy.write(page, "c", "new")


def test_the_page_says_when_and_how_its_tables_were_made():
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    stamps = re.findall(r"^\d{4}-\d\d-\d\d, `python tools/describe_accuracy\.py[^`]*`\. Texts: (\d+)\.$", page, re.M)
    assert stamps[0] == str(len(list((ROOT / "corpus" / "gold").glob("*.json"))))
    assert set(rows(page)) & set(load_schema().entity_classes) and "+ context" in rows(page)


def test_the_slices_of_reports_are_measured_side_by_side():
    reports = SHARED / "reports"
    if not reports.is_dir():
        pytest.skip(f"{reports} is not at hand")
    found = rows(accuracy.unseen(reports))
    assert {"Company, Park, District, Project", "Programme", "relations", "milestones"} <= set(found)
    assert all(0 < float(cell.split()[0]) <= 1 for cells in found.values() for cell in cells if cell[0].isdigit())
