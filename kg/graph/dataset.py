"""The graph of many documents, in parts: what each says, what things are called, and what is known beside the documents.

Memory holds one document at a time; what all of them name is on disk (:mod:`kg.resolve`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, groupby
from typing import Protocol

from pyoxigraph import Quad

from kg import names
from kg.disk import Disk, Rows
from kg.graph import curated, document, entities, places, retired
from kg.graph.screen import Refusal, Screen
from kg.model import Entity, Reading
from kg.rdf import text_of
from kg.resolve import Decisions, Resolution, resolve
from kg.resolve.gazetteer import Gazetteer
from kg.schema import Schema
from kg.shacl import Shapes
from kg.tables import Change, Pair


_BLOCK = 2_000          # quads beside the documents that are looked at together


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
    changes: Sequence[Change] = ()
    decisions: Decisions = Decisions()
    not_entities: frozenset[tuple[str, str]] = frozenset()      # class and name
    shapes: Shapes | None = None        # what breaks them is refused; nothing is if None


def resolution(source: Source, knowledge: Knowledge, disk: Disk | None = None) -> Resolution:
    """Find out which entities of all documents are one thing."""
    return resolve(_Entities(source), same=knowledge.same, different=knowledge.different, gazetteer=knowledge.gazetteer,
                   decisions=knowledge.decisions, base=source.base, disk=disk)


class _Entities:
    """The entities of a source's documents, to be gone through more than once."""

    def __init__(self, source: Source):
        self._source = source

    def __iter__(self) -> Iterator[tuple[str, Sequence[Entity]]]:
        return iter(self._source.entities())


class Dataset:
    """The documents of a source as a graph, without what breaks a shape.

    :ivar disk: for what is too much for memory; whoever writes the graph uses it too, since each has memory of its own
    """

    def __init__(self, source: Source, knowledge: Knowledge):
        """Find out which entities of all documents are one thing."""
        self._source, self._knowledge, self._base = source, knowledge, source.base
        self.disk = Disk()
        self._resolution = resolution(source, knowledge, self.disk)
        self._screen = Screen(knowledge.shapes, knowledge.schema, source.base, self._called) if knowledge.shapes is not None else None

    def digest(self, identifier: str, content: str) -> str:
        """Digest all that :meth:`part` makes a document's part from.

        :param content: digest of what is known of the document and of its reading
        """
        iris = "\n".join(node.iri for node in self._resolution.nodes(identifier))
        return hashlib.sha256(f"{content}\n{iris}".encode()).hexdigest()[:20]

    def part(self, described: document.Described) -> tuple[document.Part, tuple[Refusal, ...]]:
        """Give what a document says, and what of it is refused."""
        reading = self._source.reading(described.identifier)
        nodes = self._resolution.nodes(described.identifier)
        if self._screen is not None:
            return self._screen.part(described, reading, nodes)
        return document.part(described, reading, nodes, self._knowledge.schema, self._base), ()

    def descriptions(self, indicators: Iterable[str]) -> Descriptions:
        """Give what things and indicators are called.

        :param indicators: the names of those that the documents use
        """
        named = {names.indicator(name): name for name in indicators}

        def describe(iri: str) -> tuple[list[Quad], tuple[Refusal, ...]]:
            quads = self._indicator(named[iri]) if iri in named else self._called(iri)
            return self._screen.descriptions(quads) if self._screen is not None else (quads, ())

        return Descriptions(lambda: chain(sorted(named), self._resolution.iris), describe)

    def _called(self, iri: str) -> list[Quad]:
        node = self._resolution.at(iri)
        if node is None:
            return []
        return list(entities.quads([node], self._knowledge.schema, gazetteer=self._knowledge.gazetteer, base=self._base))

    def _indicator(self, name: str) -> list[Quad]:
        return list(entities.indicator_quads([name], self._knowledge.schema, base=self._base))

    def curated(self) -> Iterator[tuple[list[Quad], tuple[Refusal, ...]]]:
        """Give what is known beside the documents, and what of it is refused, in blocks."""
        known = chain(curated.quads(self._knowledge.facts, self._resolution, self._knowledge.schema, base=self._base),
                      places.quads(self._resolution, self._knowledge.changes, base=self._base))
        for quads in chain(_blocks(_by_subject(known, self.disk)), _blocks(retired.quads(self._resolution, base=self._base))):
            yield self._screen.curated(quads) if self._screen is not None else (quads, ())


def _by_subject(quads: Iterable[Quad], disk: Disk) -> Iterator[Quad]:
    rows: Rows[Quad] = disk.rows(1)
    for quad in quads:
        rows.add(text_of(quad.subject), quad)
    return (quad for _, quad in rows)


def _blocks(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    """Cut quads in blocks, none within those of a subject."""
    block: list[Quad] = []
    for _, of_subject in groupby(quads, key=lambda quad: quad.subject):
        block += of_subject
        if len(block) >= _BLOCK:
            yield block
            block = []
    yield block


class Descriptions:
    """What things are called, each described when it is asked for."""

    def __init__(self, iris: Callable[[], Iterator[str]], describe: Callable[[str], tuple[list[Quad], tuple[Refusal, ...]]]):
        self._iris, self._describe = iris, describe

    def __iter__(self) -> Iterator[str]:
        """The IRIs of the things, in an order that depends on them alone."""
        return self._iris()

    def __getitem__(self, iri: str) -> tuple[list[Quad], tuple[Refusal, ...]]:
        """The description of a thing, and what of it is refused; empty for one that no document speaks of."""
        return self._describe(iri)


def dataset(source: Source, knowledge: Knowledge) -> Iterator[Quad]:
    """Give all quads of the documents and of what is known of their things; some may come more than once.

    For graphs that are wanted at once: :mod:`kg.update` writes the same, piece by piece, to a store.
    """
    made = Dataset(source, knowledge)
    said: dict[str, dict[str, Decimal]] = defaultdict(dict)
    indicators: set[str] = set()
    for described in source.documents():
        part, _ = made.part(described)
        yield from part.quads
        indicators |= part.indicators
        for statement, confidence in part.said.items():
            said[statement][names.document(described.identifier, source.base)] = confidence
    for statement, documents in said.items():
        yield from document.confidence_quads((statement, graph, max(documents.values())) for graph in documents)
    descriptions = made.descriptions(indicators)
    for iri in descriptions:
        yield from descriptions[iri][0]
    for quads, _ in made.curated():
        yield from quads
