"""What breaks a shape is left out, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.dataset import Dataset, Knowledge
from kg.graph.screen import Screen
from kg.graph.terms import concept, vocabulary
from kg.model import Relation
from kg.names import BASE
from kg.settings import ontology_folder
from kg.shacl import load_shapes
from kg.store import StoredDocument
from tests.graph import made
from tests.graph.test_dataset import SCHEMA, Held

SHAPES = load_shapes(ontology_folder() / "shapes.ttl")


class Known(Held):
    """As a store gives them."""

    def __init__(self, *readings, **known):
        super().__init__(*readings)
        self._known = known

    def documents(self):
        return [StoredDocument(d.identifier, d.sha256, d.title, d.issued, d.source, d.publisher, len(d.text), "made")
                for d in (made.document(identifier, **self._known) for identifier in self._readings)]


def screened(reading, **known):
    """The lines of a document's part, those without the screen, and what was refused."""
    source = Known(reading, **known)
    [document] = source.documents()
    parts = [Dataset(source, Knowledge(SCHEMA, shapes=shapes)).part(document) for shapes in (SHAPES, None)]
    return *({str(quad) for quad in part.quads} for part, _ in parts), parts[0][1]


def test_what_breaks_nothing_is_all_there():
    kept, whole, refused = screened(made.reading())
    assert kept == whole and refused == ()


def test_a_figure_that_breaks_a_shape_goes_with_its_quotation_and_leaves_the_others():
    wrong = replace(made.OBSERVATIONS[0], unit="furlong")
    kept, whole, [refusal] = screened(replace(made.reading(), observations=(wrong, *made.OBSERVATIONS[1:])))
    gone = whole - kept
    assert kept < whole and all(refusal.fact in line or "/evidence/" in line for line in gone)
    assert (refusal.path, refusal.value, refusal.rules, refusal.start) == ("pk:unit", "furlong", ("made.rule",), made.TEXT.index("产值300亿元"))
    assert refusal.what.endswith("outputValue Level 300亿元") and refusal.message and refusal.message_zh


def test_of_several_relations_of_one_thing_only_the_wrong_one_goes():
    """A park is part of a park, and of a company: the shape is about both together."""
    reading = made.reading()
    right, wrong = (Relation(made.PROJECT, "partOf", end, "Actual", Decimal("0.9"), made.quote("二期")) for end in (made.PARK, made.CATL))
    kept, whole, [refusal] = screened(replace(reading, relations=(*reading.relations, right, wrong)))
    assert "partOf" in refusal.what and refusal.what.endswith("宁德时代")
    assert sum("ontology#partOf>" in line and "/park/" in line for line in kept) == 1
    assert not any("ontology#partOf>" in line and "/company/" in line for line in kept)


def test_too_sure_a_statement_goes():
    reading = made.reading()
    sure = replace(reading.relations[0], confidence=Decimal("1.5"))
    kept, whole, [refusal] = screened(replace(reading, relations=(sure, *reading.relations[1:])))
    assert (refusal.path, refusal.value) == ("pk:confidence", "1.5")
    assert any("locatedIn" in line for line in whole - kept)


def test_a_date_of_issue_that_is_none_goes_and_the_document_stays():
    kept, whole, [refusal] = screened(made.reading(), issued="lately")
    assert len(whole - kept) == 1 and "dcterms" not in refusal.fact and refusal.path == "dcterms:issued"
    assert refusal.fact == f"{BASE}document/a.txt"


def test_a_document_that_can_not_be_one_goes_whole():
    source = Known(made.reading())
    [document] = source.documents()
    part, [refusal] = Dataset(source, Knowledge(SCHEMA, shapes=SHAPES)).part(replace(document, sha256="none"))
    assert part.quads == [] and part.said == {} and refusal.path == "pk:sha256"


def test_descriptions_and_curated_facts_are_looked_at_too():
    graph, node = NamedNode(BASE + "graph/x"), NamedNode(BASE + "company/x")
    called = [Quad(node, vocabulary("rdf:type"), concept("Company"), graph),
              Quad(node, vocabulary("skos:prefLabel"), Literal("甲", language="zh"), graph)]
    bad = [Quad(node, vocabulary("skos:altLabel"), Literal("甲"), graph)]
    screen = Screen(SHAPES, SCHEMA, BASE, lambda iri: called if iri == node.value else [])
    kept, [refusal] = screen.descriptions(called + bad)
    assert kept == called and refusal.path == "skos:altLabel"
    code = [Quad(node, concept("stockCode"), Literal(value), graph) for value in ("SZ300750", "300750")]
    kept, [refusal] = screen.curated(code)
    assert kept == code[:1] and refusal.value == "300750"
    relation = [Quad(node, concept("locatedIn"), node, graph)]
    kept, [refusal] = screen.curated(code[:1] + relation)
    assert kept == code[:1] and refusal.path == "pk:locatedIn"
