"""Each rule and how often it was right: on a graph of which every fact's rule and verdict is known, and on real stores."""

from __future__ import annotations

import pytest

from kg.cli.main import main
from kg.evaluate import load
from kg.evaluate.rules import by_rule


def firings(graph, path):
    return {(row.kind, row.rule): (row.fired, row.right, row.wrong) for row in by_rule(graph, load([path]))}


def test_the_facts_of_a_store_by_rule(graph, gold_file):
    found = firings(graph, gold_file())
    assert sum(right for (kind, _), (_, right, _) in found.items() if kind == "figure") >= 2
    for fired, right, wrong in found.values():
        assert 0 <= right + wrong <= fired


def test_what_the_gold_does_not_list_is_wrong(graph, gold_file):
    """A gold file without relations leaves only what touches optional things undecided."""
    listed = firings(graph, gold_file())
    unlisted = firings(graph, gold_file(relations=[], optional={}))
    before, after = (sum(row[1] for (kind, _), row in found.items() if kind == "relation") for found in (listed, unlisted))
    assert before > 0 and after == 0
    assert sum(row[2] for (kind, _), row in unlisted.items() if kind == "relation") == sum(row[0] for (kind, _), row in unlisted.items() if kind == "relation")


def test_optional_facts_are_right(graph, gold_file):
    relation = ["e1", "locatedIn", "e3"]
    required = firings(graph, gold_file(relations=[relation], optional={}))
    optional = firings(graph, gold_file(relations=[], optional={"relations": [relation]}))
    assert required == optional


def test_a_document_that_the_graph_does_not_have_is_left_out(graph, gold_file):
    assert by_rule(graph, load([gold_file(document="three")])) == []


TEXT = "日期：2023年2月1日\n\n宁德时代落户肇庆高新区。小鹏汽车落户肇庆高新区。\n"
CONTENT = {"document": "two",
           "entities": [{"id": "a", "type": "Company", "names": ["宁德时代"]}, {"id": "b", "type": "Company", "names": ["小鹏汽车"]},
                        {"id": "p", "type": "Park", "names": ["肇庆高新区"]}],
           "relations": [["a", "locatedIn", "p"]], "observations": [], "milestones": [], "optional": {}}


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """A store built from a text with one right and one wrong answer."""
    folder = tmp_path_factory.mktemp("real")
    (folder / "two.txt").write_text(TEXT, encoding="utf-8")
    assert main(["build", str(folder / "two.txt"), "--store", str(folder / "store"), "--quiet"]) == 0
    return folder / "store"


@pytest.fixture
def gold(gold_file):
    return gold_file("two.json", **CONTENT)


def test_calibrate_counts_what_the_store_says(real, gold, capfd, tmp_path):
    out = tmp_path / "confidence.tsv"
    assert main(["rules", "calibrate", str(gold), "--store", str(real), "-o", str(out)]) == 0
    rows = {tuple(line.split("\t")[:2]): line.split("\t") for line in out.read_text(encoding="utf-8").splitlines()}
    assert rows["relation", "located-in.settled"][2:6] == ["2", "1", "1", "0.500"]
    assert rows["relation", "subsidiary-of.is"][2:6] == ["0", "0", "0", ""]
    assert main(["rules", "calibrate", str(gold), "--store", str(real)]) == 0
    assert capfd.readouterr().out == out.read_text(encoding="utf-8")


def test_calibrate_wants_all_documents(real, gold_file, capfd):
    assert main(["rules", "calibrate", str(gold_file(document="three")), "--store", str(real)]) == 2
    error = capfd.readouterr().err
    assert "not in the store: three" in error and error.count("\n") == 1


def test_evaluate_by_rule(real, gold, capfd):
    assert main(["evaluate", str(gold), "--by-rule", "--store", str(real)]) == 0
    out = capfd.readouterr().out
    line = next(line for line in out.splitlines() if "located-in.settled" in line)
    assert line.split() == ["relation", "located-in.settled", "2", "1", "1", "0.500"]
    assert out.splitlines().index(line) < next(i for i, other in enumerate(out.splitlines()) if "gazetteer" in other)


def test_evaluate_by_rule_as_json(real, gold, capfd):
    import json

    assert main(["evaluate", str(gold), "--by-rule", "--json", "--store", str(real)]) == 0
    rows = json.loads(capfd.readouterr().out)["rules"]
    assert {"kind": "relation", "rule": "located-in.settled", "fired": 2, "right": 1, "wrong": 1, "precision": 0.5} in rows
