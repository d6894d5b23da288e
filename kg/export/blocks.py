"""The graph in a fixed order: subject after subject, so that equal graphs give equal bytes and little is held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import CanonicalizationAlgorithm, Dataset, DefaultGraph, NamedNode, Quad, Store, Triple

from kg.rdf import GraphName, Node, as_named, as_node
from kg.store.part import Graph, rows

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PARTS = tuple(NamedNode(_RDF + part) for part in ("subject", "predicate", "object"))
_STATEMENT, _REIFIES = NamedNode(_RDF + "Statement"), NamedNode(_RDF + "reifies")
_ANY_BLANK = "ASK { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }"
_SUBJECTS = "SELECT DISTINCT ?s WHERE { ?s ?p ?o }"


def labelled(graph: Graph) -> Graph:
    """Give blank nodes labels that depend on the graph alone (RDF Dataset Canonicalization), as their own are random.

    :returns: the graph itself if it has no blank nodes, as the program's own graphs have none; else a copy in memory
    """
    if not graph.query(_ANY_BLANK, use_default_graph_as_union=True):
        return graph
    dataset = Dataset(graph)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    copy = Store()
    copy.extend(dataset)
    return copy


def graph_names(graph: Graph) -> list[GraphName]:
    """The names of the graphs that hold something: the default graph first, then sorted by their text."""
    default = [DefaultGraph()] if next(graph.quads_for_pattern(None, None, None, DefaultGraph()), None) else []
    return default + sorted(graph.named_graphs(), key=str)


def quads_by_subject(graph: Graph, *, triple_terms: bool = False) -> Iterator[tuple[Node, list[Quad]]]:
    """Yield each subject with its quads from all graphs, both sorted by their N-Quads text.

    :param triple_terms: see :func:`with_triple_terms`
    """
    for subject in _subjects(graph, use_default_graph_as_union=True):
        quads: Iterable[Quad] = graph.quads_for_pattern(subject, None, None, None)
        if triple_terms:
            apart: dict[GraphName, list[Triple]] = {}
            for quad in quads:
                apart.setdefault(quad.graph_name, []).append(quad.triple)
            quads = [Quad(t.subject, t.predicate, t.object, name) for name, triples in apart.items() for t in with_triple_terms(triples)]
        yield subject, sorted(quads, key=str)


def triples_by_subject(graph: Graph, name: GraphName | None = None, *,
                       triple_terms: bool = False) -> Iterator[tuple[Node, list[Triple]]]:
    """Yield each subject with its triples, each once, both sorted by their N-Triples text.

    :param name: the graph they are taken from; the union of all if None
    :param triple_terms: see :func:`with_triple_terms`
    """
    options = {"use_default_graph_as_union": True} if name is None else {"default_graph": name}
    for subject in _subjects(graph, **options):
        triples = {quad.triple for quad in graph.quads_for_pattern(subject, None, None, name)}
        yield subject, sorted(with_triple_terms(triples) if triple_terms else triples, key=str)


def with_triple_terms(triples: Iterable[Triple]) -> list[Triple]:
    """Write a statement as RDF 1.2 does: ``rdf:reifies`` and a triple term, in the place of subject, predicate and object.

    :param triples: those of one subject; they stay as they are if it is no statement with all three
    :source: W3C, «RDF 1.2 Concepts», sections Triple Terms and Reification
    """
    triples = list(triples)
    parts = [[t.object for t in triples if t.predicate == predicate] for predicate in _PARTS]
    if [len(found) for found in parts] != [1, 1, 1]:
        return triples
    (subject,), (predicate,), (object_,) = parts
    term = Triple(as_node(subject), as_named(predicate), object_)
    kept = [t for t in triples if t.predicate not in _PARTS and t.object != _STATEMENT]
    return [*kept, Triple(triples[0].subject, _REIFIES, term)]


def _subjects(graph: Graph, **options: Any) -> list[Node]:
    return sorted((row["s"] for row in rows(graph, _SUBJECTS, **options)), key=str)
