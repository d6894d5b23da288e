"""A document as it is read on a page: its blocks, with every name and every fact marked where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pyoxigraph import NamedNode

from kg import names
from kg.errors import UsageError
from kg.graph.terms import vocabulary
from kg.model import Document, Entity, Evidence, Reading
from kg.profile.nodes import Link, Nodes, Words, words
from kg.rdf import as_named
from kg.read import document as read_document
from kg.schema import Schema
from kg.store import Store, StoredDocument


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact that the document states."""

    number: int                 # from 1, in the order of the text
    kind: str                   # relation, figure or milestone
    subject: Link
    label: Words                # of the relation, indicator or stage
    object: Link | None         # of a relation
    value: str                  # a figure as it is written
    when: str                   # EDTF; empty if not said
    modality: str
    spans: tuple[tuple[int, int], ...]      # in the document's text


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are marked alike."""

    text: str
    start: int                              # of the first one in the document's text
    mention: Link | None = None
    facts: tuple[int, ...] = ()             # numbers
    cited: bool = False                     # a link led here


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the document: title, heading, paragraph, caption or furniture."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its marks."""

    document: StoredDocument
    parts: tuple[Part, ...]
    facts: tuple[Stated, ...]
    mentions: dict[str, int] = field(default_factory=dict)      # number of names by class


def annotated(store: Store, schema: Schema, identifier: str, cited: tuple[int, int] | None = None) -> Annotated:
    """Mark a document.

    :param cited: a span of its text that is to be pointed out
    :raises UsageError: if the store does not hold it
    """
    if identifier not in store:
        raise UsageError(f"there is no document {identifier}")
    known, text, reading = store.document(identifier), store.text(identifier), store.reading(identifier)
    laid_out = read_document(text, identifier, title=known.title, issued=None, source=known.source, publisher=known.publisher)
    nodes = Nodes(store.union, schema)
    links = _Links(nodes, NamedNode(names.document(identifier, store.base)), reading)
    facts = _facts(reading, links.of, schema)
    marks = _Marks(laid_out, reading, links.of, facts, cited)
    parts = tuple(Part(block.kind, marks.pieces(block.start, block.end)) for block in laid_out.blocks if block.end > block.start)
    count: dict[str, int] = defaultdict(int)
    for entity in reading.entities:
        count[entity.cls] += len(entity.evidence)
    return Annotated(known, parts, facts, {cls: count[cls] for cls in schema.entity_classes if count[cls]})


class _Links:
    """From the entities of a reading to the nodes of the graph.

    :ivar of: a link for each entity; one without an IRI where no node is found
    """

    def __init__(self, nodes: Nodes, document: NamedNode, reading: Reading):
        self._by_name: dict[tuple[str, str], Link] = {}
        for node in nodes.subjects("pk:mentionedIn", document):
            link = nodes.link(node)
            for name in (*nodes.texts(node, "skos:altLabel"), link.label):
                self._by_name[link.cls, name] = link
        self._by_place: dict[tuple[int, int, str], Link] = {}
        for quad in nodes.graph.quads_for_pattern(None, vocabulary("prov:wasQuotedFrom"), document):
            evidence = as_named(quad.subject)
            place = int(nodes.value(evidence, "oa:start")), int(nodes.value(evidence, "oa:end"))
            for subject in nodes.subjects("pk:evidence", evidence):
                link = nodes.link(subject)
                if link.cls:
                    self._by_place[*place, link.cls] = link
        self.of = [self._link(entity) for entity in reading.entities]

    def _link(self, entity: Entity) -> Link:
        places = (self._by_place.get((e.start, e.end, entity.cls)) for e in entity.evidence)
        called = (self._by_name.get((entity.cls, name)) for name in entity.names)
        return next((link for link in (*places, *called) if link is not None), Link("", entity.names[0], entity.cls))


def _facts(reading: Reading, links: Sequence[Link], schema: Schema) -> tuple[Stated, ...]:
    told = []
    for r in reading.relations:
        told.append(Stated(0, "relation", links[r.subject], words(schema.relations.get(r.predicate), r.predicate), links[r.object], r.role or "", "",
                           r.modality, _spans(r.evidence)))
    for o in reading.observations:
        label = words(schema.indicators.get(o.indicator), o.indicator)
        if o.measure != "Level":
            measure = words(schema.measures.get(o.measure), o.measure)
            label = Words(f"{label.zh} {measure.zh}", f"{label.en}, {measure.en}")
        told.append(Stated(0, "figure", links[o.entity], label, None, o.value_text, o.period or "", o.modality, _spans(o.evidence)))
    for m in reading.milestones:
        stage = words(schema.stages.get(m.stage), m.stage)
        told.append(Stated(0, "milestone", links[m.entity], stage, None, "", m.date or "", m.modality, _spans(m.evidence)))
    told.sort(key=lambda fact: (fact.spans, fact.kind, fact.subject.label, fact.label.zh, str([fact.object, fact.value, fact.when, fact.modality])))
    return tuple(replace(fact, number=number) for number, fact in enumerate(told, 1))


def _spans(evidence: Iterable[Evidence]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(e.start, e.end) for e in evidence}))


class _Marks:
    """The marks of a document in offsets of its clean text, which the page shows."""

    def __init__(self, document: Document, reading: Reading, links: Sequence[Link], facts: Iterable[Stated], cited: tuple[int, int] | None):
        self._text, self._origins = document.clean, document.origins
        self._mentions = sorted({(*self._clean(e.start, e.end), i) for i, entity in enumerate(reading.entities) for e in entity.evidence})
        self._links = links
        self._facts = sorted((*self._clean(start, end), fact.number) for fact in facts for start, end in fact.spans)
        self._cited = self._clean(*cited) if cited else (0, 0)

    def _clean(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._origins, start), bisect_left(self._origins, end)

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces of a block."""
        mentions = _within(self._mentions, start, end)
        facts = _within(self._facts, start, end)
        cuts = {start, end, *(cut for row in (*mentions, *facts, self._cited) for cut in row[:2] if start < cut < end)}
        ordered = sorted(cuts)
        return tuple(self._piece(a, b, mentions, facts) for a, b in zip(ordered, ordered[1:]))

    def _piece(self, start: int, end: int, mentions: list, facts: list) -> Piece:
        covering = [row for row in mentions if row[0] <= start and end <= row[1]]
        longest = max(covering, key=lambda row: (row[1] - row[0], -row[2]), default=None)
        numbers = dict.fromkeys(number for first, last, number in facts if first <= start and end <= last)
        return Piece(self._text[start:end], self._origins[start], self._links[longest[2]] if longest else None, tuple(numbers),
                     self._cited[0] <= start and end <= self._cited[1])


def _within(rows: list[tuple[int, int, int]], start: int, end: int) -> list[tuple[int, int, int]]:
    return [row for row in rows if row[0] < end and row[1] > start]


def cited(start: int | None, end: int | None) -> tuple[int, int] | None:
    """A span from the two numbers of an address; None where they are none."""
    return (start, end) if start is not None and end is not None and 0 <= start < end else None
