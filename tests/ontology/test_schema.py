"""The program's view of the ontology: the contract's classes and relations, clear refusals, quick to load."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.schema import Schema, SchemaError, load_schema

from .conftest import FOLDER

ENTITY_CLASSES = ("Company", "Park", "District", "Project", "Organization", "Person", "Industry", "Product", "Programme")
ANY = set(ENTITY_CLASSES)
PLACE_MAKERS = {"Company", "Organization", "Park", "District"}
RELATIONS = {
    "locatedIn": ({"Company", "Park", "Project", "Organization", "District"}, {"Park", "District"}),
    "develops": (PLACE_MAKERS, {"Project", "Park"}),
    "subsidiaryOf": ({"Company"}, {"Company"}),
    "suppliesTo": ({"Company"}, {"Company"}),
    "cooperatesWith": (PLACE_MAKERS, PLACE_MAKERS),
    "inIndustry": ({"Company", "Park", "Project", "District"}, {"Industry"}),
    "produces": ({"Company", "Project"}, {"Product"}),
    "leads": ({"Company"}, {"Industry", "Park", "District"}),
    "partOf": ({"Park", "Project", "Industry"}, {"Park", "Project", "Industry"}),
    "upstreamOf": ({"Industry"}, {"Industry"}),
    "designatedAs": (ANY, {"Programme"}),
    "holdsPositionIn": ({"Person"}, {"Organization", "Company", "Park", "District"}),
}


def test_the_classes_are_those_of_the_contract(schema: Schema):
    assert schema.entity_classes == ENTITY_CLASSES
    assert set(schema.classes) == {*ENTITY_CLASSES, "Entity", "Observation", "Milestone", "Statement", "Evidence", "Rule", "Document",
                                   "Indicator", "Unit", "Measure", "Bound", "Modality", "Stage", "DivisionLevel"}
    assert (schema.classes["Company"].label_zh, schema.classes["Company"].label_en) == ("企业", "company")
    assert "Entity" in schema.classes["Company"].parents and "skos:Concept" in schema.classes["Industry"].parents


def test_the_relations_are_those_of_the_contract(schema: Schema):
    assert {name: (set(p.domain), set(p.range)) for name, p in schema.relations.items()} == RELATIONS
    assert [name for name, p in schema.relations.items() if p.symmetric] == ["cooperatesWith"]


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_allows_its_pairs_and_no_others(schema: Schema, relation: str):
    subjects, objects = RELATIONS[relation]
    part_of = {("Park", "Park"), ("Project", "Project"), ("Project", "Park"), ("Industry", "Industry")}
    expected = part_of if relation == "partOf" else {(s, o) for s in subjects for o in objects}
    assert {(s, o) for s in ENTITY_CLASSES for o in ENTITY_CLASSES if schema.allows(s, relation, o)} == expected


def test_what_is_allowed_passes_the_check(schema: Schema):
    schema.check_relation("Company", "locatedIn", "Park")


@pytest.mark.parametrize("arguments, words", [
    (("Person", "locatedIn", "Park"), ["Person locatedIn Park", "Project", "Park or District", "park.ttl"]),
    (("Company", "locatdIn", "Park"), ["'locatdIn'", "locatedIn, develops", "park.ttl"]),
    (("Firm", "locatedIn", "Park"), ["'Firm'", "Company, Park", "park.ttl"]),
    (("Company", "observedEntity", "Park"), ["'observedEntity' is no relation"]),
    (("Park", "partOf", "Industry"), ["from Park to Park, from Project to Park or Project, from Industry to Industry"])])
def test_what_is_not_allowed_is_refused_with_what_is(schema: Schema, arguments: tuple[str, str, str], words: list[str]):
    assert not schema.allows(*arguments)
    with pytest.raises(SchemaError) as caught:
        schema.check_relation(*arguments)
    assert isinstance(caught.value, KgError) and isinstance(caught.value, ValueError)
    assert "\n" not in str(caught.value) and all(word in str(caught.value) for word in words), str(caught.value)


def test_the_view_can_not_be_changed(schema: Schema):
    with pytest.raises(TypeError):
        schema.classes["Ship"] = None
    with pytest.raises(AttributeError):
        schema.classes["Company"].name = "Ship"


def test_a_folder_is_read_once():
    assert load_schema(FOLDER) is load_schema(str(FOLDER)) is load_schema()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in ("park.ttl", "terms.ttl", "industries.ttl"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    return tmp_path


def append(path: Path, turtle: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + turtle, encoding="utf-8")


def test_an_edit_of_turtle_is_enough_for_a_new_class_relation_indicator_and_stage(copied: Path):
    park = copied / "park.ttl"
    park.write_text(park.read_text(encoding="utf-8").replace("pk:Product pk:Programme )", "pk:Product pk:Programme pk:Ship )"), encoding="utf-8")
    append(park, """
pk:Ship a owl:Class ; rdfs:subClassOf pk:Entity ; rdfs:label "船"@zh, "ship"@en .
pk:owns a owl:ObjectProperty ; rdfs:label "拥有"@zh, "owns"@en ; rdfs:domain pk:Company ; rdfs:range pk:Ship .
""")
    append(copied / "terms.ttl", """
indicator:berths a pk:Indicator ; skos:prefLabel "泊位数"@zh, "berths"@en ; pk:quantityKind "count" .
pk:Launched a pk:Stage ; skos:prefLabel "下水"@zh, "launched"@en .
""")
    schema = load_schema(copied)
    assert schema.entity_classes[-1] == "Ship" and schema.allows("Company", "owns", "Ship") and schema.allows("Ship", "designatedAs", "Programme")
    assert schema.indicators["berths"].labels == ("泊位数",) and schema.stages["Launched"].triggers == ("下水",)


@pytest.mark.parametrize("file, turtle, words", [
    ("terms.ttl", "pk:Launched a pk:Stage", ["is not Turtle", "terms.ttl:"]),
    ("terms.ttl", 'pk:Launched a pk:Stage ; skos:prefLabel "下水"@zh .', ["Launched has 0 skos:prefLabel in 'en'"]),
    ("park.ttl", 'pk:owns a owl:ObjectProperty ; rdfs:label "拥有"@zh, "owns"@en ; rdfs:domain pk:Company ; rdfs:range pk:Ship .',
     ["rdfs:range of owns names the undefined Ship"]),
    ("park.ttl", 'pk:owns a owl:ObjectProperty ; rdfs:label "拥有"@zh, "owns"@en ; rdfs:domain pk:Company .', ["owns has 0 rdfs:range"]),
    ("industries.ttl", 'industry:船 a pk:Industry ; skos:prefLabel "船"@zh, "ship"@en ; skos:broader industry:水上 .', ["水上 has 0 skos:prefLabel"])])
def test_a_broken_ontology_is_told_in_one_line(copied: Path, file: str, turtle: str, words: list[str]):
    append(copied / file, "\n" + turtle + "\n")
    with pytest.raises(SchemaError) as caught:
        load_schema(copied)
    assert all(word in str(caught.value) for word in words) and str(copied) in str(caught.value), str(caught.value)


def test_a_missing_file_is_told(copied: Path):
    (copied / "terms.ttl").unlink()
    with pytest.raises(SchemaError, match="terms.ttl"):
        load_schema(copied)


def test_two_industries_of_one_name_are_refused(copied: Path):
    append(copied / "industries.ttl", '\nindustry:别名 a pk:Industry ; skos:prefLabel "光伏"@zh, "solar"@en .\n')
    with pytest.raises(SchemaError, match="光伏"):
        load_schema(copied)


# The order of everything, by the hash seed of the process that loads it.
_ORDER = """
import json
from kg.schema import load_schema
s = load_schema()
print(json.dumps([list(s.classes), list(s.properties), list(s.industries), list(s.indicators), [i.labels for i in s.indicators.values()],
                  [t.triggers for t in s.stages.values()], s.industry_head_nouns]))
"""


def test_the_order_does_not_depend_on_the_hash_seed():
    outputs = {subprocess.run([sys.executable, "-c", _ORDER], env={"PYTHONHASHSEED": seed, "KG_ONTOLOGY": str(FOLDER), "PYTHONPATH": ":".join(sys.path)},
                              capture_output=True, text=True, check=True).stdout for seed in ("1", "2", "3")}
    assert len(outputs) == 1 and len(json.loads(outputs.pop())[2]) > 700


def test_loading_is_quick_and_imports_nothing_heavy():
    code = ("import sys, time\nimport kg.schema\nassert not {'pyoxigraph', 'rdflib', 'spacy'} & set(sys.modules)\n"
            "t = time.process_time()\nkg.schema.load_schema()\nprint(time.process_time() - t)\nassert not {'rdflib', 'spacy'} & set(sys.modules)")
    best = min(float(subprocess.run([sys.executable, "-c", code], env={"KG_ONTOLOGY": str(FOLDER), "PYTHONPATH": ":".join(sys.path)},
                                    capture_output=True, text=True, check=True).stdout) for _ in range(3))
    assert best <= 0.15
