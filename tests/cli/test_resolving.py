"""kg explain, merge, split, rename, stats --possible, build --aliases: on a store on disk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kg.model import Entity, Reading
from kg.pipeline import load_knowledge, refresh
from kg.store import Store
from tests.graph import made

TEXT = "湛朗科技、湛朗、云岭药业、云岭、朝阳区。"


def entity(cls: str, *names: str, **options: object) -> Entity:
    return Entity(cls, names, made.quote(names[-1], text=TEXT), **options)


READINGS = {
    "a.txt": [entity("Company", "湛朗科技", "湛朗"), entity("Company", "云岭药业")],
    "b.txt": [entity("Company", "湛朗")],
    "c.txt": [entity("Company", "云岭"), entity("District", "朝阳区", candidates=("110105", "220104"))],
}


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("resolving") / "parks"
    with Store.open(folder, write=True, create=True) as store:
        for identifier, entities in READINGS.items():
            store.put(made.document(identifier, TEXT), Reading(identifier, tuple(entities), (), (), ()))
        refresh(store, load_knowledge(store=folder))
    return folder


@pytest.fixture
def store(original, tmp_path) -> Path:
    """A store of one's own."""
    return Path(shutil.copytree(original, tmp_path / "parks"))


def names_of(kg, store: Path, name: str) -> str:
    return kg("show", name, "--store", store).out.split("\n\n")[0]


def test_a_node_is_explained(kg, original):
    answer = kg("explain", "湛朗", "--store", original)
    assert answer.code == 0 and answer.err == ""
    assert answer.out.splitlines()[:2] == ["湛朗科技  Company  <https://w3id.org/parkkg/id/company/湛朗科技>",
                                           "named by: most documents call it so; of several names the longest"]
    assert "Names (2)" in answer.out and "a.txt" in answer.out and "b.txt" in answer.out
    assert "湛朗科技 + 湛朗, by a name that both bear: the name 湛朗" in answer.out


def test_what_may_be_the_same_is_told_with_its_evidence(kg, original):
    assert "Possibly the same (1)\n  云岭: 3 points\n      +2 the mark 云岭\n" in kg("explain", "云岭药业", "--store", original).out
    answer = kg("stats", "--possible", "--store", original)
    assert answer.out.startswith("1 pair may be one thing; kg merge A B decides.\n\ncompany:云岭  company:云岭药业  3 points\n")
    [pair] = json.loads(kg("stats", "--possible", "--json", "--store", original).out)
    assert pair["points"] == sum(piece["points"] for piece in pair["evidence"]) == 3


def test_an_explanation_is_given_as_json(kg, original):
    told = json.loads(kg("explain", "company:湛朗科技", "--json", "--store", original).out)
    assert told["label"] == "湛朗科技" and [step["kind"] for step in told["steps"]] == ["name"]
    assert sorted(document for called in told["names"] for document in called["documents"]) == ["a.txt", "b.txt"]


def test_an_unknown_name_is_no_node(kg, original):
    answer = kg("explain", "青峰", "--store", original)
    assert answer.code == 2 and answer.err.startswith("kg: nothing in the graph is called 青峰")


def test_two_nodes_are_merged_and_a_build_keeps_it(kg, store):
    answer = kg("merge", "云岭药业", "云岭", "--store", store)
    assert answer.code == 0 and answer.out == "company:云岭药业  <https://w3id.org/parkkg/id/company/云岭药业>; recorded in parks.decisions.tsv\n"
    assert "mentioned in 2 documents" in names_of(kg, store, "云岭药业")
    assert kg("build", "--store", store, "--quiet").code == 0
    assert "mentioned in 2 documents" in names_of(kg, store, "company:云岭")          # the retired IRI leads on
    assert "by hand: 云岭药业 = 云岭" in kg("explain", "云岭", "--store", store).out
    assert kg("validate", "--store", store).code == 0
    again = kg("merge", "云岭药业", "云岭", "--store", store)
    assert again.code == 2 and "one thing already" in again.err


def test_a_decision_outlives_the_store(kg, store):
    kg("merge", "云岭药业", "云岭", "--store", store)
    shutil.rmtree(store)
    with Store.open(store, write=True, create=True) as opened:
        for identifier, entities in READINGS.items():
            opened.put(made.document(identifier, TEXT), Reading(identifier, tuple(entities), (), (), ()))
    assert kg("build", "--store", store, "--quiet").code == 0
    assert "mentioned in 2 documents" in names_of(kg, store, "云岭药业")


def test_taking_the_line_out_undoes_a_decision(kg, store):
    kg("merge", "云岭药业", "云岭", "--store", store)
    path = store.with_name("parks.decisions.tsv")
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert kg("build", "--store", store, "--quiet").code == 0
    assert "mentioned in 1 document" in names_of(kg, store, "company:云岭")


def test_a_name_is_set_apart_in_a_document(kg, store):
    answer = kg("split", "湛朗", "--document", "b.txt", "--store", store)
    assert answer.code == 0 and "company:湛朗（b.txt）" in answer.out
    assert "mentioned in 1 document" in names_of(kg, store, "湛朗科技")
    assert "set apart by hand" in kg("explain", "company:湛朗（b.txt）", "--store", store).out
    merged = kg("merge", "云岭药业", "company:湛朗（b.txt）", "--store", store)
    assert merged.code == 0 and "mentioned in 2 documents" in names_of(kg, store, "云岭药业")


def test_a_node_is_renamed(kg, store):
    assert kg("rename", "湛朗科技", "湛朗集团", "--store", store).out.startswith("company:湛朗集团  ")
    assert names_of(kg, store, "湛朗科技").startswith("湛朗集团  ")
    assert kg("rename", "湛朗集团", "湛朗集团", "--store", store).code == 2


@pytest.mark.parametrize(("arguments", "what"), [
    (("merge", "湛朗科技", "青峰"), "nothing in the graph is called 青峰"),
    (("merge", "湛朗科技", "district:朝阳区（c.txt）"), "of different classes"),
    (("split", "青峰"), "nothing is called 青峰 by any document first"),
    (("split", "湛朗", "--document", "c.txt"), "nothing is called 湛朗 in c.txt"),
    (("split", "湛朗", "--document", "z.txt"), "the store holds no document 'z.txt'"),
    (("rename", "青峰", "青峰集团"), "nothing in the graph is called 青峰"),
])
def test_what_can_t_be_decided_is_refused_and_not_recorded(kg, store, arguments, what):
    answer = kg(*arguments, "--store", store)
    assert answer.code in (2, 3) and what in answer.err and answer.err.count("\n") == 1
    assert not store.with_name("parks.decisions.tsv").exists()


def test_a_broken_file_of_decisions_stops_a_build_with_its_line(kg, store):
    store.with_name("parks.decisions.tsv").write_text("action\tclass\tname\tother\njoin\tCompany\ta\tb\n", encoding="utf-8")
    answer = kg("build", "--store", store)
    assert answer.code == 2 and "parks.decisions.tsv:2: unknown action 'join'" in answer.err


# --- a user's own tables


@pytest.fixture
def tables(tmp_path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "same.tsv").write_text("class\tname\tother\tsource\tdate\nCompany\t云岭药业\t云岭\t年报\t2026-11\n", encoding="utf-8")
    return folder


def test_a_user_s_own_tables_join_names(kg, store, tables):
    assert kg("build", "--store", store, "--quiet", "--aliases", tables).code == 0
    assert "mentioned in 2 documents" in names_of(kg, store, "云岭药业")
    assert "by a table: 云岭药业 = 云岭 (年报, 2026-11)" in kg("explain", "云岭", "--store", store, "--aliases", tables).out
    assert kg("build", "--store", store, "--quiet").code == 0                       # without them it is as before
    assert "mentioned in 1 document" in names_of(kg, store, "云岭药业")


@pytest.mark.parametrize(("name", "content", "what"), [
    ("same.tsv", "class\tname\tother\tsource\tdate\nCompany\t湛朗\t云岭\t\t2026\n", "same.tsv:2: a row has no source"),
    ("different.tsv", "class\tname\tother\tsource\tdate\nCompany\t湛朗\t云岭\t年报\t去年\n", "different.tsv:2: the date is '去年'"),
    ("not_entity.tsv", "class\tname\treason\tsource\tdate\nFirm\t湛朗\t\t年报\t2026\n", "not_entity.tsv:2: unknown class 'Firm'"),
    ("divisions.tsv", "kind\tcode\tformer\tyear\tsource\tdate\nmoved\t441204\t高要市\t2015\t公告\t2026\n", "divisions.tsv:2: unknown kind 'moved'"),
    ("facts.ttl", '@prefix pk: <https://w3id.org/parkkg/ontology#> .\n@prefix c: <https://w3id.org/parkkg/id/company/> .\n'
                  'c:湛朗科技 pk:creditCode "91350900587527783X" .\n', "whose check character is wrong"),
    ("different.tsv", "class\tname\tother\tsource\tdate\nCompany\t云岭\t云岭药业\t年报\t2026\n", "are the same in same.tsv and different in different.tsv"),
])
def test_a_row_that_can_t_be_used_stops_the_build_before_anything_is_written(kg, store, tables, name, content, what):
    (tables / name).write_text(content, encoding="utf-8")
    answer = kg("build", "--store", store, "--aliases", tables)
    assert answer.code in (2, 3) and what in answer.err and answer.err.count("\n") == 1


def test_a_folder_without_tables_is_refused(kg, store, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "holds none" in kg("build", "--store", store, "--aliases", tmp_path / "empty").err
    assert "no such folder" in kg("build", "--store", store, "--aliases", tmp_path / "nowhere").err


def test_names_that_are_no_entity_are_left_out(kg, texts, tmp_path):
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "not_entity.tsv").write_text("class\tname\treason\tsource\tdate\nCompany\t小鹏汽车\t试\t编者\t2026-11-28\n", encoding="utf-8")
    store = tmp_path / "store"
    assert kg("build", texts, "--store", store, "--quiet", "--aliases", tables).code == 0
    assert kg("show", "company:小鹏汽车", "--store", store).code == 2
    assert kg("show", "park:肇庆高新技术产业开发区", "--store", store).code == 0


# --- places


def test_an_ambiguous_district_has_candidates_and_the_places_above_them(kg, original):
    answer = kg("query", "SELECT ?candidate WHERE { ?place pk:mentionedIn ?text ; pk:candidate/skos:prefLabel ?candidate } ORDER BY ?candidate", "--store", original)
    assert answer.out.splitlines() == ["candidate", "朝阳区（北京市）", "朝阳区（长春市）"]
    above = kg("query", "SELECT ?above WHERE { district:朝阳区（长春市） pk:locatedIn+/skos:prefLabel ?above } ORDER BY ?above", "--store", original)
    assert above.out.splitlines() == ["above", "吉林省", "长春市"]
    sources = kg("query", "SELECT ?s WHERE { ?s rdf:predicate pk:locatedIn . FILTER NOT EXISTS { ?s prov:wasDerivedFrom ?source } }", "--store", original)
    assert sources.out.splitlines() == ["s"]
    assert kg("validate", "--store", original).code == 0
