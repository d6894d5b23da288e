"""The union of named graphs as SPARQL means it: a set, in which a triple of two graphs is one triple.

Oxigraph's own union lists such a triple once for each graph: COUNT and SUM come out too high, and joins multiply (a statement of
three triples that 50 documents repeat gives 125,000 rows). So a graph with repeated triples is copied into memory first, which
costs about 7 microseconds a quad. A store keeps its union on disk, for queries that name no graph.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from kg.rdf import GraphName
from kg.store.part import Graph, rows

_ALL = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
_DISTINCT = "SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o } }"


def has_repeated_triples(graph: Graph) -> bool:
    """Whether some triple stands in more than one graph."""
    return _count(graph, _ALL) != _count(graph, _DISTINCT)


def merged(graph: Graph, sources: Sequence[str] = (), *, keep_named: bool = False) -> Store:
    """Copy the union of graphs into the default graph of a new store in memory.

    :param sources: IRIs of the graphs to unite; all of them, and the default graph, if empty
    :param keep_named: copy the named graphs as they are too, for queries with GRAPH
    """
    copy = Store()
    if keep_named:
        copy.bulk_extend(_both(graph, frozenset(sources)))
        return copy
    lines = io.BytesIO()
    united: list[GraphName] = [NamedNode(iri) for iri in sources]
    for name in united or [*graph.named_graphs(), DefaultGraph()]:
        graph.dump(lines, RdfFormat.N_TRIPLES, from_graph=name)
    lines.seek(0)
    copy.bulk_load(lines, RdfFormat.N_TRIPLES)
    return copy


def _both(graph: Graph, sources: frozenset[str]) -> Iterator[Quad]:
    for quad in graph:
        name = quad.graph_name
        if not isinstance(name, DefaultGraph):
            yield quad
        if not sources or not isinstance(name, DefaultGraph) and name.value in sources:
            yield Quad(quad.subject, quad.predicate, quad.object)


def _count(graph: Graph, sparql: str) -> int:
    return int(next(rows(graph, sparql, use_default_graph_as_union=True))["n"].value)
