"""What the graph's things are called, as quads in the graph ``…/graph/entities``: nodes, and the indicators in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg import names
from kg.graph.terms import chinese, concept, vocabulary
from kg.model import Node
from kg.resolve.gazetteer import Gazetteer
from kg.schema import Schema

GRAPH = "graph/entities"


def quads(nodes: Iterable[Node], schema: Schema, *, gazetteer: Gazetteer | None = None, base: str = names.BASE) -> Iterator[Quad]:
    """Describe nodes: class, labels, and level and code of a listed district."""
    graph = NamedNode(base + GRAPH)
    for node in nodes:
        subject = NamedNode(node.iri)
        yield Quad(subject, vocabulary("rdf:type"), concept(node.cls), graph)
        if node.cls == "Industry":
            yield Quad(subject, vocabulary("rdf:type"), vocabulary("skos:Concept"), graph)
        yield Quad(subject, vocabulary("skos:prefLabel"), chinese(node.label), graph)
        for name in node.alternatives:
            yield Quad(subject, vocabulary("skos:altLabel"), chinese(name), graph)
        if node.cls == "District" and node.identifier:
            yield from _division(subject, node.identifier, schema, gazetteer, graph)


def _division(subject: NamedNode, identifier: str, schema: Schema, gazetteer: Gazetteer | None, graph: NamedNode) -> Iterator[Quad]:
    if identifier.isdecimal():          # a region of several divisions has an identifier of ours, and no code
        yield Quad(subject, vocabulary("pk:divisionCode"), Literal(identifier), graph)
    entry = gazetteer.by_identifier.get(identifier) if gazetteer is not None else None
    level = schema.levels.get(entry.level[:1].upper() + entry.level[1:]) if entry is not None and entry.level else None
    if level is not None:
        yield Quad(subject, vocabulary("pk:level"), NamedNode(level.iri), graph)


def indicator_quads(indicators: Iterable[str], schema: Schema, *, base: str = names.BASE) -> Iterator[Quad]:
    """Describe indicators: those of the ontology as it labels them, others by their Chinese name."""
    graph = NamedNode(base + GRAPH)
    for name in sorted(set(indicators)):
        subject = NamedNode(names.indicator(name))
        known = schema.indicators.get(name)
        yield Quad(subject, vocabulary("rdf:type"), concept("Indicator"), graph)
        yield Quad(subject, vocabulary("rdf:type"), vocabulary("skos:Concept"), graph)
        yield Quad(subject, vocabulary("skos:prefLabel"), chinese(known.label_zh if known else name), graph)
        if known:
            yield Quad(subject, vocabulary("skos:prefLabel"), Literal(known.label_en, language="en"), graph)
