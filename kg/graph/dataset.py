"""All quads of a store's documents, as a stream: memory holds one document at a time, and the names of all things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import Quad

from kg import names
from kg.graph import curated, document, entities
from kg.graph.confidence import Confidences
from kg.graph.facts import facts
from kg.model import Entity, Reading
from kg.resolve import Pair, resolve
from kg.resolve.gazetteer import Gazetteer
from kg.schema import Schema


class Source(Protocol):
    """Where documents come from; :class:`kg.store.Store` answers it. Each method may be called more than once."""

    base: str

    def documents(self) -> Iterable[document.Described]:
        """The documents."""

    def entities(self) -> Iterable[tuple[str, Sequence[Entity]]]:
        """The entities of each document, with its identifier."""

    def reading(self, identifier: str) -> Reading:
        """What was read from a document."""


@dataclass(frozen=True)
class Knowledge:
    """What is known beside the documents."""

    schema: Schema
    gazetteer: Gazetteer | None = None
    same: Sequence[Pair] = ()
    different: Sequence[Pair] = ()
    facts: curated.CuratedFacts = curated.CuratedFacts()


def dataset(source: Source, knowledge: Knowledge) -> Iterator[Quad]:
    """Give all quads of the documents and of what is known of their things; some may come more than once."""
    base, schema = source.base, knowledge.schema
    resolution = resolve(source.entities(), same=knowledge.same, different=knowledge.different, gazetteer=knowledge.gazetteer, base=base)
    confidences, indicators = Confidences(), set()
    for described in source.documents():
        reading = source.reading(described.identifier)
        nodes = [resolution.node(described.identifier, entity) for entity in reading.entities]
        said = facts(reading, nodes, schema.relations, base)
        confidences.see(names.document(described.identifier, base), said)
        indicators.update(observation.indicator for observation in reading.observations)
        yield from document.quads_of(described, reading, nodes, said, base)
    yield from document.confidence_quads(confidences.highest())
    yield from entities.quads(resolution.nodes, schema, gazetteer=knowledge.gazetteer, base=base)
    yield from entities.indicator_quads(indicators, schema, base=base)
    yield from curated.quads(knowledge.facts, resolution, schema, base=base)
