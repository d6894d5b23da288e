"""The graph in a fixed order: subject after subject, so that equal graphs give equal bytes and little is held in memory."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, DefaultGraph, NamedNode, Quad, Store, Triple

Subject = NamedNode | BlankNode
GraphName = NamedNode | BlankNode | DefaultGraph

_ANY_BLANK = "ASK { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }"
_SUBJECTS = "SELECT DISTINCT ?s WHERE { ?s ?p ?o }"


def labelled(graph: Store) -> Store:
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


def graph_names(graph: Store) -> list[GraphName]:
    """The names of the graphs that hold something: the default graph first, then sorted by their text."""
    default = [DefaultGraph()] if next(graph.quads_for_pattern(None, None, None, DefaultGraph()), None) else []
    return default + sorted(graph.named_graphs(), key=str)


def quads_by_subject(graph: Store) -> Iterator[tuple[Subject, list[Quad]]]:
    """Yield each subject with its quads from all graphs, both sorted by their N-Quads text."""
    for subject in _subjects(graph.query(_SUBJECTS, use_default_graph_as_union=True)):
        yield subject, sorted(graph.quads_for_pattern(subject, None, None, None), key=str)


def triples_by_subject(graph: Store, name: GraphName | None = None) -> Iterator[tuple[Subject, list[Triple]]]:
    """Yield each subject with its triples, each once, both sorted by their N-Triples text.

    :param name: the graph they are taken from; the union of all if None
    """
    options = {"use_default_graph_as_union": True} if name is None else {"default_graph": name}
    for subject in _subjects(graph.query(_SUBJECTS, **options)):
        triples = {quad.triple for quad in graph.quads_for_pattern(subject, None, None, name)}
        yield subject, sorted(triples, key=str)


def _subjects(solutions: object) -> list[Subject]:
    return sorted((row["s"] for row in solutions), key=str)
