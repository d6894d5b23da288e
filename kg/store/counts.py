"""What a store's graph holds, in numbers, from its union: a fact that several documents state counts once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from heapq import nsmallest

from kg.names import PREFIXES, local
from kg.rdf import language_of, text_of
from kg.store.part import Graph, rows

_PREFIXES = {name: PREFIXES[name] for name in ("pk", "rdf", "skos")}

_BY = "SELECT ?key (COUNT(*) AS ?number) WHERE {{ {} }} GROUP BY ?key"
_RELATIONS = _BY.format("?node rdf:predicate ?key")
_OBSERVATIONS = _BY.format("?node pk:indicator ?key")
_MILESTONES = _BY.format("?node pk:stage ?key")
_NUMBER = "SELECT (COUNT(*) AS ?number) WHERE {{ ?node a pk:{} }}"
# LATERAL looks up the second for each of the first; a join would hold all of one in memory.
_MODALITIES = _BY.format("?node rdf:predicate ?property LATERAL { ?node pk:modality ?key }")
_ENDS = "WHERE { { ?fact rdf:subject ?node } UNION { ?fact rdf:object ?node } } GROUP BY ?node"
_HOW_OFTEN = f"SELECT ?key (COUNT(*) AS ?number) WHERE {{ {{ SELECT ?node (COUNT(*) AS ?key) {_ENDS} }} }} GROUP BY ?key"
_OFTEN = f"SELECT ?node {_ENDS} HAVING (COUNT(*) >= "
_NEIGHBOURS = """SELECT (COUNT(DISTINCT ?other) AS ?number) WHERE {{
    {{ ?fact rdf:subject <{0}> LATERAL {{ ?fact rdf:object ?other }} }} UNION {{ ?fact rdf:object <{0}> LATERAL {{ ?fact rdf:subject ?other }} }}
}}"""
_BEST = 10          # nodes that are told as the best connected


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of nodes; keys are local names, the most frequent first, ties by name."""

    documents: int
    triples: int
    entities: dict[str, int]            # by class
    relations: dict[str, int]           # statements by property
    modalities: dict[str, int]          # statements by modality
    observations: dict[str, int]        # by indicator: its label
    milestones: dict[str, int]          # by stage
    connected: tuple[tuple[str, str, int], ...]     # class, label and number of neighbours of the best connected


def count(graph: Graph, entity_classes: tuple[str, ...]) -> Counts:
    """Count what a graph of the contract holds.

    :param graph: a store's union: every triple once, in the default graph
    :param entity_classes: those of the ontology
    """
    return Counts(
        documents=_number(graph, "Document"),
        triples=len(graph),
        entities=_sorted({cls: _number(graph, cls) for cls in entity_classes}),
        relations=_table(graph, _RELATIONS),
        modalities=_table(graph, _MODALITIES),
        observations=_labelled(graph, _numbers(graph, _OBSERVATIONS)),
        milestones=_table(graph, _MILESTONES),
        connected=tuple((_class(iri, graph, entity_classes), label(graph, iri), number) for iri, number in _connected(graph)),
    )


def label(graph: Graph, iri: str) -> str:
    """The Chinese name of a node, or the last part of its IRI."""
    from pyoxigraph import NamedNode

    names = [quad.object for quad in graph.quads_for_pattern(NamedNode(iri), NamedNode(PREFIXES["skos"] + "prefLabel"), None, None)]
    chinese = sorted({text_of(name) for name in names if language_of(name) == "zh"})
    return chinese[0] if chinese else local(iri)


def _number(graph: Graph, cls: str) -> int:
    """How many nodes are of a class."""
    return _only(graph, _NUMBER.format(cls))


def _class(iri: str, graph: Graph, entity_classes: tuple[str, ...]) -> str:
    from pyoxigraph import NamedNode

    types = {local(text_of(quad.object)) for quad in graph.quads_for_pattern(NamedNode(iri), NamedNode(PREFIXES["rdf"] + "type"), None)}
    return next((cls for cls in entity_classes if cls in types), "")


def _connected(graph: Graph) -> list[tuple[str, int]]:
    """The nodes with most neighbours, and how many; of several the first by IRI.

    A node has at most as many neighbours as it is an end of facts. So those that are it most often are looked at, more and more of them, until
    no other one can be among the best. Names stay in the graph meanwhile: looking all of them up would fill Oxigraph's cache for strings.
    """
    how_often = {int(row["key"].value): int(row["number"].value) for row in rows(graph, _HOW_OFTEN, prefixes=_PREFIXES)}
    found: dict[str, int] = {}
    looked_at = _BEST
    while True:
        least = _least(how_often, looked_at)
        for row in rows(graph, f"{_OFTEN}{least})", prefixes=_PREFIXES):
            iri = row["node"].value
            if iri not in found:
                found[iri] = _only(graph, _NEIGHBOURS.format(iri))
        best = nsmallest(_BEST, found.items(), key=lambda item: (-item[1], item[0]))
        if looked_at >= sum(how_often.values()) or best[-1][1] >= least:
            return best
        looked_at *= 2


def _least(how_often: dict[int, int], wanted: int) -> int:
    """The number of facts from which on there are as many nodes as wanted."""
    for facts in sorted(how_often, reverse=True):
        wanted -= how_often[facts]
        if wanted <= 0:
            return facts
    return 1


def _only(graph: Graph, query: str) -> int:
    """The one number that a query gives."""
    [(number,)] = rows(graph, query, prefixes=_PREFIXES)
    return int(number.value)


def _numbers(graph: Graph, query: str) -> list[tuple[str, int]]:
    return [(row["key"].value, int(row["number"].value)) for row in rows(graph, query, prefixes=_PREFIXES)]


def _table(graph: Graph, query: str) -> dict[str, int]:
    return _sorted({local(iri): number for iri, number in _numbers(graph, query)})


def _labelled(graph: Graph, numbers: list[tuple[str, int]]) -> dict[str, int]:
    labels: Counter[str] = Counter()
    for iri, number in numbers:
        labels[label(graph, iri)] += number
    return _sorted(labels)


def _sorted(numbers: dict[str, int]) -> dict[str, int]:
    return dict(sorted(((key, number) for key, number in numbers.items() if number), key=lambda item: (-item[1], item[0])))
