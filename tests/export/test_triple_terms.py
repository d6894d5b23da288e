"""Statements as RDF 1.2 triple terms."""

import io

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse

from kg import names
from kg.export import TRIPLE_TERMS
from kg.export.blocks import with_triple_terms
from kg.query.union import merged

FORMS = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}
RDF = names.PREFIXES["rdf"]
REIFIES, STATEMENT = NamedNode(RDF + "reifies"), NamedNode(RDF + "Statement")
PARTS = [NamedNode(RDF + part) for part in ("subject", "predicate", "object")]
TYPE = NamedNode(RDF + "type")


def as_statement(quad):
    """What a quad says in RDF 1.1, by graph."""
    if quad.predicate != REIFIES:
        return [(quad.subject, quad.predicate, quad.object, quad.graph_name)]
    term = quad.object
    said = [*zip(PARTS, (term.subject, term.predicate, term.object), strict=True), (TYPE, STATEMENT)]
    return [(quad.subject, predicate, object_, quad.graph_name) for predicate, object_ in said]


@pytest.mark.parametrize("format", TRIPLE_TERMS)
def test_read_back_and_taken_apart_they_are_the_same_graph(format, graph):
    output = io.BytesIO()
    TRIPLE_TERMS[format](graph, output, triple_terms=True)
    read = list(parse(output.getvalue(), FORMS[format]))
    assert [quad for quad in read if isinstance(quad.object, Triple)] and not [quad for quad in read if quad.predicate in PARTS]
    expected = graph if format in ("nquads", "trig") else merged(graph)
    assert {said for quad in read for said in as_statement(quad)} == {(q.subject, q.predicate, q.object, q.graph_name) for q in expected}


def test_turtle_is_to_be_read(graph):
    output = io.BytesIO()
    TRIPLE_TERMS["turtle"](graph, output, triple_terms=True)
    assert "rdf:reifies <<( company:华星电子 pk:locatedIn park:东湖高新区 )>> ;" in output.getvalue().decode()


def test_half_a_statement_stays():
    node = NamedNode("http://example.org/a")
    half = [Triple(node, PARTS[0], node), Triple(node, PARTS[1], node)]
    assert with_triple_terms(half) == half
    assert with_triple_terms([]) == []


def test_an_empty_graph():
    output = io.BytesIO()
    TRIPLE_TERMS["trig"](Store(), output, triple_terms=True)
    assert output.getvalue() == b""
