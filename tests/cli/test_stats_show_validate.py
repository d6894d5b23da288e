"""`kg stats`, `kg show`, `kg validate`."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from kg.graph import dataset
from kg.model import Entity, Reading
from kg.pipeline import load_knowledge, refresh
from kg.settings import ontology_folder
from kg.store import Store
from tests.cli.conftest import BATTERY, PARK
from tests.graph import made

COMMANDS = (["stats"], ["show", "小鹏汽车"], ["validate"])


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_missing_store_is_one_line(kg, tmp_path, arguments):
    answer = kg(*arguments, "--store", tmp_path / "none")
    assert answer.code == 3 and answer.out == ""
    assert answer.err == f"kg: {tmp_path / 'none'}: there is no store; make one with: kg build PATH --store DIR\n"


@pytest.mark.parametrize("arguments", COMMANDS)
def test_the_store_may_be_given_by_the_environment(kg, built, monkeypatch, arguments):
    monkeypatch.setenv("KG_STORE", str(built))
    assert kg(*arguments).code == 0


@pytest.mark.parametrize("arguments", COMMANDS)
def test_the_store_is_looked_for_here(kg, built, monkeypatch, arguments):
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.chdir(built.parent)
    assert kg(*arguments).code == 0


# --- stats


def test_stats_in_a_pipe_are_tab_separated(kg, built):
    answer = kg("stats", "--store", built)
    assert answer.code == 0
    rows = dict(line.split("\t", 1) for line in answer.out.splitlines() if "\t" in line)
    assert rows["Company"].startswith("企业\t") and rows["locatedIn"].startswith("位于\t")


def test_stats_as_json(kg, built):
    found = json.loads(kg("stats", "--store", built, "--json").out)
    assert found["documents"] == 2
    assert found["entities"]["Company"] >= 2
    assert set(found["connected"][0]) == {"class", "name", "neighbours"}


def test_documents_are_listed(kg, built):
    assert kg("stats", "--store", built, "--documents").out.splitlines()[1:] == [
        f"battery.txt\t2023-02-01\t\t{len(BATTERY)}",
        f"park.md\t2023-01-16\t肇庆高新区一年\t{len(PARK)}",
    ]
    listed = json.loads(kg("stats", "--store", built, "--documents", "--json").out)
    assert [document["identifier"] for document in listed] == ["battery.txt", "park.md"]


# --- show


def test_show_tells_each_fact_with_its_sentence_and_document(kg, built):
    answer = kg("show", "肇庆高新区", "--store", built)
    assert answer.code == 0 and answer.err == ""
    assert "mentioned in 1 document\n" in answer.out
    relation, sentence = answer.out.partition("位于 ← 小鹏汽车\n")[1:]
    assert relation and sentence.lstrip().startswith("「小鹏汽车落户肇庆高新区。」 park.md[")
    assert "300亿元" in answer.out


def test_the_place_of_a_quotation_is_that_of_the_text(kg, built):
    answer = kg("show", "肇庆高新区", "--store", built)
    start, end = answer.out.partition("park.md[")[2].partition("]")[0].split(":")
    assert PARK[int(start):int(end)]


def test_a_long_part_is_cut_and_says_so(kg, built):
    cut, whole = kg("show", "肇庆高新区", "--store", built, "--limit", 1), kg("show", "肇庆高新区", "--store", built, "--limit", 0)
    assert "--limit 0 shows all" in cut.out
    assert "--limit 0 shows all" not in whole.out
    assert len(whole.out) > len(cut.out)


def test_an_unknown_name_is_answered_with_close_ones(kg, built):
    answer = kg("show", "小鹏气车", "--store", built)
    assert answer.code == 2 and answer.out == ""
    assert answer.err.startswith("kg: nothing in the graph is called 小鹏气车; did you mean 小鹏")


def test_a_name_like_nothing_else(kg, built):
    answer = kg("show", "QWXYZ", "--store", built)
    assert answer.code == 2 and answer.err == "kg: nothing in the graph is called QWXYZ; kg stats tells what it holds\n"


def test_a_name_of_several_things_asks_which_and_takes_the_answer(kg, tmp_path):
    folder = tmp_path / "store"
    with Store.open(folder, write=True, create=True) as store:
        for identifier, code in (("a.txt", "110105"), ("b.txt", "220104")):
            district = Entity("District", ("朝阳区",), made.quote("肇庆市"), code)
            store.put(made.document(identifier), Reading(identifier, (district,), (), (), ()))
        refresh(store, load_knowledge())
    answer = kg("show", "朝阳区", "--store", folder)
    assert answer.code == 2
    assert answer.err == "kg: 2 things are called 朝阳区; say which: district:朝阳区（北京市） district:朝阳区（长春市）\n"
    assert kg("show", "district:朝阳区（长春市）", "--store", folder).out.startswith("朝阳区（长春市）  地区 District")


# --- validate


def test_a_graph_of_the_program_conforms(kg, built):
    answer = kg("validate", "--store", built)
    assert answer.code == 0 and answer.out.startswith("The graph conforms: 2 documents, ")


def test_violations_are_grouped_with_their_sentences_and_exit_code_1(kg, tmp_path):
    folder = tmp_path / "store"
    wrong = replace(made.reading().relations[0], object=made.XPENG, subject=made.PARK)        # a park located in a company
    figure = replace(made.reading().observations[0], unit="furlong")
    with Store.open(folder, write=True, create=True) as store:
        store.put(made.document(), replace(made.reading(), relations=(wrong,), observations=(figure,)))
        store.write_graph(dataset(store, replace(load_knowledge(), shapes=None)), "unchecked")
    answer = kg("validate", "--store", folder)
    assert answer.code == 1 and answer.err == ""
    assert answer.out.startswith("The graph does not conform: 2 violations of 2 kinds in 1 documents")
    assert "pk:unit: needs one canonical unit (1)" in answer.out
    assert "「肇庆高新区全年完成产值300亿元，同比增长20.50%。」 a.txt[" in answer.out
    assert "pk:locatedIn: the object of pk:locatedIn must be Park or District (1)" in answer.out
    assert "「小鹏汽车在肇庆高新区投产，新能源汽车是主导产业。」 a.txt[" in answer.out
    report = json.loads(kg("validate", "--store", folder, "--json").out)
    assert report["conforms"] is False and len(report["violations"]) == 2
    assert report["violations"][0]["quote"]["document"] == "a.txt"


def test_builds_leave_out_what_breaks_a_shape_and_validate_lists_it(kg, tmp_path):
    folder = tmp_path / "store"
    figure = replace(made.reading().observations[0], unit="furlong")
    with Store.open(folder, write=True, create=True) as store:
        store.put(made.document(), replace(made.reading(), observations=(figure, *made.OBSERVATIONS[1:])))
    answer = kg("build", "--store", folder, "--strict")
    assert answer.code == 1 and answer.err.startswith("kg: a.txt: 肇庆高新技术产业开发区 outputValue Level 300亿元: pk:unit: needs one canonical unit")
    assert answer.err.count("\n") == 1
    answer = kg("build", "--store", folder)
    assert answer.code == 0
    assert answer.err.splitlines() == [
        "kg: 1 fact breaks a shape and is left out:",
        "  肇庆高新技术产业开发区 outputValue Level 300亿元: pk:unit: needs one canonical unit, found furlong (read by made.rule)",
        "      「肇庆高新区全年完成产值300亿元，同比增长20.50%。」 a.txt[9:16]"]
    assert kg("validate", "--store", folder).code == 0
    assert kg("validate", "--store", folder, "--full").code == 0
    listed = kg("validate", "--store", folder, "--quarantine")
    assert listed.code == 1 and listed.out.splitlines() == ["The quarantine holds 1 fact.", *answer.err.splitlines()[1:]]
    [fact] = json.loads(kg("validate", "--store", folder, "--quarantine", "--json").out)
    assert (fact["document"], fact["path"], fact["rules"], fact["start"]) == ("a.txt", "pk:unit", ["made.rule"], 9)


def test_missing_shapes_are_one_line(kg, built, tmp_path, monkeypatch):
    copy = shutil.copytree(ontology_folder(), tmp_path / "ontology")
    monkeypatch.setenv("KG_ONTOLOGY", str(copy))
    (copy / "shapes.ttl").write_text("@prefix sh: <x> . sh:a sh:b", encoding="utf-8")
    broken = kg("validate", "--store", built)
    assert broken.code == 3 and broken.err.count("\n") == 1 and "shapes.ttl" in broken.err and "not Turtle" in broken.err
    (copy / "shapes.ttl").unlink()
    missing = kg("validate", "--store", built)
    assert missing.code == 3 and missing.err.count("\n") == 1 and "shapes.ttl: the shapes can't be read" in missing.err
