"""SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

from pyoxigraph import BlankNode, NamedNode, Triple

from kg import names
from kg.rdf import written
from kg.serve.negotiate import RESULTS, TRIPLES, Format

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = NamedNode(names.PREFIXES["rdf"] + "type")
_WRITES = {"json": "SPARQL_Results_JSON", "xml": "SPARQL_Results_XML", "csv": "SPARQL_Results_CSV", "tsv": "SPARQL_Results_TSV",
           "turtle": "Turtle", "ntriples": "N-Triples", "jsonld": "JSON-LD", "rdfxml": "RDF_XML"}


def description(endpoint: str, format: Format) -> bytes:
    """Describe the endpoint.

    :param endpoint: its address
    """
    service, dataset, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")
    triples = [
        Triple(service, _TYPE, _sd("Service")),
        Triple(service, _sd("endpoint"), NamedNode(endpoint)),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        *(Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + _WRITES[name])) for name in (*RESULTS, *TRIPLES)),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, _TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), graph),
        Triple(graph, _TYPE, _sd("Graph")),
    ]
    return written(triples, format.engine(), {"sd": _SD} if format.prefixed else {})


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
