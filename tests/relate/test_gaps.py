"""Sentences that ought to say something and gave nothing, found in real stores."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.cli.main import main
from kg.model import Evidence, Observation, Reading
from kg.read import document
from kg.recognize.language import language, recognize
from kg.relate.gaps import gaps
from kg.settings import ontology_folder
from kg.store import Store

# One sentence says where a company is; one names two companies, one a company and a sum, and the rules know neither verb; one names one thing.
SAYS = "2022年，宁德时代正式落户肇庆高新区。"
TWO = "宁德时代与小鹏汽车打了一场篮球。"
SUM = "宁德时代的食堂里摆着300万元的家具。"
ONE = "宁德时代的食堂很大。"
PAGE = f"<html><head><title>食堂</title></head><body><h1>食堂</h1><p>{SAYS}</p><p>{TWO}</p><p>{ONE}</p></body></html>"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gaps")
    (folder / "a.txt").write_text(f"日期：2023年2月1日\n\n{SAYS}{TWO}{ONE}\n", encoding="utf-8")
    (folder / "b.html").write_text(PAGE, encoding="utf-8")
    assert main(["build", str(folder / "a.txt"), str(folder / "b.html"), "--store", str(folder / "store"), "--quiet"]) == 0
    return folder / "store"


def rows(capfd, *arguments) -> list[list[str]]:
    capfd.readouterr()
    assert main(["rules", "gaps", *map(str, arguments)]) == 0
    return [line.split("\t") for line in capfd.readouterr().out.splitlines()[1:]]


def test_a_sentence_with_two_names_that_gave_nothing(store, capfd):
    found = rows(capfd, "--store", store)
    assert [row[0] for row in found] == ["a.txt", "b.html"]
    assert all(row[4] == TWO and set(row[2].split()) == {"宁德时代:Company", "小鹏汽车:Company"} for row in found)


def test_the_position_is_that_of_the_original_text(store, capfd):
    with Store.open(store) as opened:
        for identifier, position, *_, sentence in rows(capfd, "--store", store):
            assert opened.text(identifier)[int(position):].startswith(sentence)


def test_a_limit_is_spread_over_the_documents(store, capfd):
    assert [row[0] for row in rows(capfd, "--limit", 1, "--store", store)] == ["a.txt"]
    main(["rules", "gaps", "--limit", "1", "--store", str(store)])
    assert capfd.readouterr().err == "kg: 1 of 2 sentences\n"


def test_a_rule_closes_the_gap(store, tmp_path, capfd):
    """A user's rule for the verb is written, the store built with it, and the sentence is no gap any more."""
    rule = tmp_path / "mine.yaml"
    rule.write_text("""
- rule: mine.plays
  asserts: one cooperatesWith other
  pattern: "{one:Company} 与 {other:Company} 打了"
  matches: ["【甲光电:Company】与【乙材料:Company】打了球。 => 甲光电 cooperatesWith 乙材料"]
  rejects: ["【甲光电:Company】与【乙材料:Company】比较。"]
""", encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text(f"日期：2023年2月1日\n\n{SAYS}{TWO}{ONE}\n", encoding="utf-8")
    built = tmp_path / "store"
    assert main(["build", str(text), "--store", str(built), "--rules", str(rule), "--quiet"]) == 0
    assert rows(capfd, "--store", built) == []


def test_names_that_tell_by_themselves_are_no_answer(tmp_path, capfd):
    """小鹏汽车肇庆基地 says whose it is by its name, and nothing of 宁德时代."""
    text, built = tmp_path / "a.txt", tmp_path / "store"
    text.write_text("宁德时代的球队到小鹏汽车肇庆基地散步。\n", encoding="utf-8")
    assert main(["build", str(text), "--store", str(built), "--quiet"]) == 0
    with Store.open(built) as opened:
        rules = {e.rule for reading in opened.readings() for r in reading.relations for e in r.evidence}
    assert rules and all(rule.startswith("composition.") for rule in rules)
    assert len(rows(capfd, "--store", built)) == 1


def test_a_name_and_a_figure():
    """Of a reading that found nothing every sentence with two things is a gap, and one with one thing is none."""
    text = document(f"{SUM}{ONE}\n", "a.txt")
    doc = recognize(language(ontology_folder()), text)
    gap, = gaps(doc, Reading("a.txt", (), (), (), ()))
    assert (gap.sentence, gap.start, [name.text for name in gap.names], [figure.text for figure in gap.figures]) == (SUM, 0, ["宁德时代"], ["300万元"])
    start = SUM.index("300")
    seen = Observation(0, "家具", "Level", Decimal(3000000), "CNY", "300万元", "Exact", None, "Actual", (Evidence(start, start + 5, "300万元", "figure.level"),))
    assert list(gaps(doc, Reading("a.txt", (), (), (seen,), ()))) == []
