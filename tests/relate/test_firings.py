"""How often rules fired: counted from readings, and by `kg stats --rules`."""

from __future__ import annotations

import json

import pytest

from kg.cli.main import main
from kg.read import document
from kg.relate.firings import Firings, firings
from kg.relate.reading import Reader

FIRST = "2022年，宁德时代正式落户肇庆高新区。小鹏汽车也落户肇庆高新区。"
SECOND = "2022年，小鹏汽车落户肇庆高新区，产值300亿元。"


@pytest.fixture(scope="module")
def readings():
    reader = Reader()
    return [reader.read(document(text, f"{number}.txt")) for number, text in enumerate((FIRST, SECOND))]


def test_places_and_documents_are_counted(readings):
    found = {(row.kind, row.rule): row for row in firings(readings, ["located-in.settled", "leads.two-heads"])}
    assert found["relation", "located-in.settled"] == Firings("relation", "located-in.settled", 3, 2)
    assert found["relation", "leads.two-heads"] == Firings("relation", "leads.two-heads", 0, 0)
    assert found["figure", "figure.level"].documents == 1
    assert sum(row.fired for (kind, _), row in found.items() if kind == "name") == sum(len(e.evidence) for r in readings for e in r.entities)


def test_the_order_of_documents_changes_nothing(readings):
    assert firings(readings) == firings(reversed(readings))
    kinds = [row.kind for row in firings(readings)]
    assert kinds == sorted(kinds, key=("relation", "figure", "milestone", "name").index)


def test_the_command_lists_every_rule(tmp_path, capfd):
    for name, text in (("1.txt", FIRST), ("2.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    store = tmp_path / "store"
    assert main(["build", str(tmp_path / "1.txt"), str(tmp_path / "2.txt"), "--store", str(store), "--quiet"]) == 0
    assert main(["stats", "--rules", "--store", str(store)]) == 0
    lines = [line.split("\t") for line in capfd.readouterr().out.splitlines()]
    assert lines[0] == ["# Rules", "kind", "rule", "fired", "documents"]
    assert ["relation", "located-in.settled", "3", "2"] in lines
    assert ["relation", "subsidiary-of.is", "0", "0"] in lines
    assert main(["stats", "--rules", "--json", "--store", str(store)]) == 0
    assert {"kind": "relation", "rule": "located-in.settled", "fired": 3, "documents": 2} in json.loads(capfd.readouterr().out)
