import json

from kg.evaluate import as_json, as_text, evaluate, load

from .conftest import TEXT


def evaluated(graph, path):
    return evaluate(graph, load([path]), lambda identifier: TEXT)


def test_the_table(graph, gold_file):
    lines = as_text(evaluated(graph, gold_file())).splitlines()
    assert [line.split()[0] for line in lines[1:]] == [
        "entities/core", "entities/all", "relations", "figures", "figures/strict", "milestones", "milestones/strict", "quotes"]
    assert lines[1].split() == ["entities/core", "0.800", "0.800", "0.800", "4", "5", "5"]
    assert lines[-1].split() == ["quotes", "1.0000", "7", "of", "7"]


def test_by_class_shows_classes_and_relations_that_occur(graph, gold_file):
    keys = [line.split()[0] for line in as_text(evaluated(graph, gold_file()), by_class=True).splitlines()[1:]]
    assert {"entities/Company", "relations/locatedIn", "relations/suppliesTo"} <= set(keys)
    assert "entities/Programme" not in keys


def test_misses_come_first_one_a_line(graph, gold_file):
    lines = as_text(evaluated(graph, gold_file()), misses=True).splitlines()
    assert lines[0] == "one\tentity missed\tCompany 远山新材料"


def test_json(graph, gold_file):
    document = json.loads(as_json(evaluated(graph, gold_file()), misses=True))
    assert document["all"]["entities/core"] == {"precision": 0.8, "recall": 0.8, "f1": 0.8, "hit": 4, "found": 5, "gold": 5}
    assert document["all"]["quotes"] == {"share": 1.0, "ok": 7, "all": 7}
    assert document["documents"]["one"]["figures"] == 1.0
    assert (document["missing"], len(document["misses"])) == ([], 4)
    assert "misses" not in json.loads(as_json(evaluated(graph, gold_file())))
