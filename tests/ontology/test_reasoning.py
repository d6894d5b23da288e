"""The vocabulary holds no contradiction, by an OWL 2 RL reasoner (owlrl, which pySHACL brings along)."""

from __future__ import annotations

import owlrl
from rdflib import RDF, Graph, URIRef

from .conftest import FOLDER, PK

DATA = Graph()
for path in sorted((FOLDER / "cases").glob("*-conforms.ttl")):
    DATA.parse(path)


def closure(graphs: dict[str, Graph], data: Graph) -> tuple[Graph, list[str]]:
    graph = graphs["park.ttl"] + graphs["terms.ttl"] + data
    semantics = owlrl.OWLRL_Semantics(graph, False, False, False)
    semantics.closure()
    return graph, semantics.error_messages


def test_data_that_conforms_contradicts_nothing(graphs: dict[str, Graph]):
    graph, errors = closure(graphs, DATA)
    assert errors == []
    cooperating = set(graph.subject_objects(PK.cooperatesWith))
    assert cooperating and all((o, s) in cooperating for s, o in cooperating)
    assert set(graph.subjects(RDF.type, PK.Entity)) >= set(graph.subjects(RDF.type, PK.Company)) != set()


def test_an_entity_of_two_classes_is_a_contradiction(graphs: dict[str, Graph]):
    data = Graph()
    for name in ("Company", "Project"):
        data.add((URIRef("https://example.org/both"), RDF.type, PK[name]))
    assert closure(graphs, data)[1]
