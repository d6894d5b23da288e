"""The shapes: well formed, one for every class of node and every relation, each tried on good and bad data."""

from __future__ import annotations

import re
from functools import cache

import pyshacl
import pytest
from rdflib import RDF, SH, SKOS, Graph
from rdflib.collection import Collection

from kg.schema import Schema

from .conftest import FOLDER, PK, SHAPE

NODES = """Company Park District Project Organization Person Industry Product Programme
    Observation Milestone Indicator Statement Evidence Document Membership""".split()
RELATIONS = """locatedIn develops subsidiaryOf suppliesTo cooperatesWith inIndustry produces leads partOf upstreamOf designatedAs
    holdsPositionIn""".split()
SHAPES = NODES + RELATIONS


@cache
def shapes() -> Graph:
    return Graph().parse(FOLDER / "shapes.ttl")


def test_the_shapes_are_those_of_the_contract(graphs: dict[str, Graph]):
    found = {str(s).removeprefix(SHAPE) for s in graphs["shapes.ttl"].subjects(RDF.type, SH.NodeShape) if str(s).startswith(SHAPE)}
    assert found == set(SHAPES) and len(SHAPES) == 28


def test_the_shapes_pass_meta_shacl():
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


def test_every_case_belongs_to_a_shape():
    assert sorted(path.stem for path in (FOLDER / "cases").iterdir()) == sorted(f"{s}-{kind}" for s in SHAPES for kind in ("conforms", "violates"))


def messages(data: Graph) -> set[str]:
    """The Chinese messages of a report, without those of nested shapes."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes())
    results = [r for node in report.subjects(RDF.type, SH.ValidationReport) for r in report.objects(node, SH.result)]
    return {str(m) for r in results for m in report.objects(r, SH.resultMessage) if m.language == "zh"}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_conforms_does(shape: str):
    data = Graph().parse(FOLDER / "cases" / f"{shape}-conforms.ttl")
    targets = list(shapes().objects(SHAPE[shape], SH.targetClass)) + list(shapes().objects(SHAPE[shape], SH.targetSubjectsOf))
    assert len(targets) == 1 and any(targets[0] in triple for triple in data), "the case holds nothing that the shape looks at"
    assert messages(data) == set()


@pytest.mark.parametrize("shape", SHAPES)
def test_what_violates_is_told_so(shape: str):
    path = FOLDER / "cases" / f"{shape}-violates.ttl"
    expected = re.findall(r"^# expected: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert expected and messages(Graph().parse(path)) == set(expected)


def test_every_message_is_given_in_both_languages(graphs: dict[str, Graph]):
    graph = graphs["shapes.ttl"]
    speaking = set(graph.subjects(SH.message, None))
    assert len(speaking) > 60
    for node in speaking:
        assert sorted(m.language for m in graph.objects(node, SH.message)) == ["en", "zh"]


def test_every_message_of_the_shapes_is_seen_in_a_case(graphs: dict[str, Graph]):
    """A constraint that no case breaks may as well not be there."""
    seen = {line for path in (FOLDER / "cases").glob("*-violates.ttl") for line in
            re.findall(r"^# expected: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)}
    # An entity without IRI is one constraint, spelled out for each class; it is tried on two of them.
    unseen = {str(m) for m in graphs["shapes.ttl"].objects(None, SH.message) if m.language == "zh"} - seen
    assert {m for m in unseen if not m.endswith("须以 IRI 命名")} == set()


def choices(path) -> set[str]:
    """What the shapes allow a property to be, from their sh:in."""
    lists = [shapes().value(node, SH["in"]) for node in shapes().subjects(SH.path, path) if shapes().value(node, SH["in"]) is not None]
    assert lists
    return {str(o).removeprefix(PK) for head in lists for o in Collection(shapes(), head)}


@pytest.mark.parametrize("property_name, kind", [("measure", "measures"), ("bound", "bounds"), ("modality", "modalities"),
                                                 ("stage", "stages"), ("level", "levels"), ("unit", "units")])
def test_the_shapes_repeat_the_lists_of_the_terms(schema: Schema, property_name: str, kind: str):
    assert choices(PK[property_name]) == set(getattr(schema, kind))


def test_the_shapes_know_all_relations_and_quantity_kinds(schema: Schema, graphs: dict[str, Graph]):
    assert choices(RDF.predicate) == set(schema.relations)
    assert choices(PK.quantityKind) == {unit.quantity_kind for unit in schema.units.values()}


def test_the_vocabulary_and_the_industries_conform(ontology: Graph):
    assert len(set(ontology.subjects(SKOS.prefLabel, None))) > 700
    assert messages(ontology) == set()


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_joins_by_its_shape_what_the_vocabulary_lets_it_join(schema: Schema, relation: str):
    """Every pair of classes, against the schema: 81 subjects of their own in one graph."""
    data, told = Graph(), {}
    for s in schema.entity_classes:
        for o in schema.entity_classes:
            subject, object_ = SHAPE[f"{s}/{o}/s"], SHAPE[f"{s}/{o}/o"]
            data.add((subject, RDF.type, PK[s]))
            data.add((object_, RDF.type, PK[o]))
            data.add((subject, PK[relation], object_))
            told[subject] = schema.allows(s, relation, o)
    only = Graph() + shapes()
    for other in set(SHAPES) - {relation}:
        only.remove((SHAPE[other], SH.targetClass, None))
        only.remove((SHAPE[other], SH.targetSubjectsOf, None))
    _, report, _ = pyshacl.validate(data, shacl_graph=only)
    assert {s for s, allowed in told.items() if not allowed} == set(report.objects(None, SH.focusNode))
