"""Curated facts: between things that documents speak of, with their sources."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.errors import SchemaError
from kg.graph import curated
from kg.model import Entity
from kg.names import BASE, ONTOLOGY
from kg.resolve import resolve
from kg.schema import load_schema
from kg.settings import ontology_folder
from tests.resolve.listed import PLACES

SCHEMA = load_schema()
PREFIXES = """
@prefix pk: <https://w3id.org/parkkg/ontology#> .
@prefix company: <https://w3id.org/parkkg/id/company/> .
@prefix source: <https://w3id.org/parkkg/id/source/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
FACT = """
[] a pk:Statement, rdf:Statement ; rdf:subject company:瑞庆时代 ; rdf:predicate pk:subsidiaryOf ; rdf:object company:宁德时代 ;
    pk:confidence 0.97 ; pk:modality pk:Actual ; prov:wasDerivedFrom source:reports .
source:reports rdfs:label "年报"@zh .
source:other rdfs:label "别的"@zh .
company:宁德时代 pk:countOf "辆" .
"""


def statement(subject: str, predicate: str, object_: str, source: str = "; prov:wasDerivedFrom source:a") -> str:
    return f"[] a pk:Statement ; rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {object_} {source} ."


def read(tmp_path, text: str) -> curated.CuratedFacts:
    path = tmp_path / "facts.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    return curated.read_facts(path, SCHEMA)


def lines(facts: curated.CuratedFacts, *names: str) -> list[str]:
    resolution = resolve([("a", [Entity("Company", (name,), ()) for name in names])], gazetteer=PLACES)
    return sorted(str(quad) for quad in curated.quads(facts, resolution, SCHEMA))


def test_a_fact_between_two_things_of_the_documents_is_a_triple_and_a_statement_with_its_source(tmp_path):
    found = lines(read(tmp_path, FACT), "瑞庆时代", "宁德时代")
    ends = f"<{BASE}company/瑞庆时代> <{ONTOLOGY}subsidiaryOf> <{BASE}company/宁德时代>"
    text = "\n".join(found)
    assert ends in text
    assert "wasDerivedFrom" in text and "0.97" in text and "年报" in text
    assert "别的" not in text and "#evidence>" not in text
    assert all(line.endswith(f"<{BASE}graph/curated>") for line in found)


def test_a_value_of_a_thing_of_the_documents_is_told(tmp_path):
    assert [line for line in lines(read(tmp_path, FACT), "宁德时代") if "countOf" in line]


@pytest.mark.parametrize("names", [("瑞庆时代",), ("小鹏汽车",), ()])
def test_a_fact_about_what_no_document_speaks_of_is_left_out(tmp_path, names):
    assert lines(read(tmp_path, FACT), *names) == []


def test_another_name_will_do(tmp_path):
    assert lines(read(tmp_path, FACT), "广东瑞庆时代新能源科技有限公司", "CATL")


def test_a_missing_file_has_no_facts(tmp_path):
    assert curated.read_facts(tmp_path / "facts.ttl", SCHEMA) == curated.CuratedFacts()


@pytest.mark.parametrize(("text", "what"), [
    ("company:a pk:b", "is not Turtle"),
    ("[] a pk:Statement ; rdf:subject company:a ; rdf:predicate pk:subsidiaryOf .", "0 rdf:object"),
    (statement("company:a", "pk:subsidiaryOf", "company:b", source=""), "no prov:wasDerivedFrom"),
    (statement("company:a", "pk:locatedIn", "company:b"), "not allowed"),
    (statement("company:a", "pk:owns", "company:b"), "no relation"),
    (statement("pk:a", "pk:subsidiaryOf", "company:b"), "names no entity"),
])
def test_what_the_ontology_forbids_is_refused(tmp_path, text, what):
    with pytest.raises(SchemaError, match=what) as caught:
        read(tmp_path, text)
    assert "facts.ttl" in str(caught.value) or "park.ttl" in str(caught.value)


def test_the_program_s_own_facts_are_read():
    facts = curated.read_facts(ontology_folder() / "curated" / "facts.ttl", SCHEMA)
    assert len(facts.relations) > 100
    assert all(Decimal(0) < relation.confidence <= 1 for relation in facts.relations)
