"""All that a store's graph says of one thing, each fact with where it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.names import local
from kg.schema import Schema
from kg.store.quotes import Quote, Quotes
from kg.store.store import Store

if TYPE_CHECKING:
    from pyoxigraph import NamedNode
    from pyoxigraph import Store as Graph


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said."""

    what: str                       # 位于 → 肇庆高新区
    modality: str                   # Actual …
    quotes: tuple[Quote, ...]       # the earliest document first
    sources: tuple[str, ...]        # of curated knowledge, which no document states


@dataclass(frozen=True, slots=True)
class Portrait:
    """A thing and all that is said of it; facts in the order of the ontology, then by name."""

    iri: str
    cls: str
    label: str
    alternatives: tuple[str, ...]
    documents: int                  # in how many it is mentioned
    relations: tuple[Fact, ...]     # from it, then to it
    figures: tuple[Fact, ...]       # the latest period first
    milestones: tuple[Fact, ...]    # by date


def portrait(store: Store, schema: Schema, iri: str) -> Portrait:
    """Collect what is said of a node.

    :param iri: of an entity in the store's graph
    """
    return _Painter(store, schema, iri).portrait()


class _Painter:
    def __init__(self, store: Store, schema: Schema, iri: str):
        from pyoxigraph import NamedNode

        self._graph: Graph = store.union
        self._quotes = Quotes(store)
        self._schema = schema
        self._node = NamedNode(iri)

    # --- looking at the graph

    def _values(self, subject: NamedNode, predicate: str) -> list:
        return sorted((quad.object for quad in self._graph.quads_for_pattern(subject, _term(predicate), None)), key=str)

    def _value(self, subject: NamedNode, predicate: str) -> str:
        return next((value.value for value in self._values(subject, predicate)), "")

    def _subjects(self, predicate: str) -> list[NamedNode]:
        """Nodes that say something of the one that is painted."""
        return sorted((quad.subject for quad in self._graph.quads_for_pattern(None, _term(predicate), self._node)), key=str)

    def _label(self, node: NamedNode) -> str:
        labels = self._values(node, "skos:prefLabel")
        return next((label.value for label in labels if label.language == "zh"), local(node.value))

    def _concept(self, node: NamedNode, predicate: str, kinds: dict) -> str:
        concept = kinds.get(local(self._value(node, predicate)))
        return concept.label_zh if concept else ""

    # --- painting

    def portrait(self) -> Portrait:
        types = {local(value.value) for value in self._values(self._node, "rdf:type")}
        return Portrait(
            iri=self._node.value,
            cls=next((cls for cls in self._schema.entity_classes if cls in types), ""),
            label=self._label(self._node),
            alternatives=tuple(value.value for value in self._values(self._node, "skos:altLabel")),
            documents=len(self._values(self._node, "pk:mentionedIn")),
            relations=(*self._relations("rdf:subject", "rdf:object", "→"), *self._relations("rdf:object", "rdf:subject", "←")),
            figures=self._figures(),
            milestones=self._milestones(),
        )

    def _relations(self, own: str, other: str, arrow: str) -> list[Fact]:
        order = list(self._schema.relations)
        rows = []
        for statement in self._subjects(own):
            predicate = local(self._value(statement, "rdf:predicate"))
            relation = self._schema.relations.get(predicate)
            there = self._label(self._values(statement, other)[0])
            if relation is not None:
                title = f"（{'、'.join(titles)}）" if (titles := self._titles(statement, predicate)) else ""
                rows.append((order.index(predicate), there, statement.value, f"{relation.label_zh} {arrow} {there}{title}", statement))
        return [self._fact(statement, what) for *_, what, statement in sorted(rows, key=lambda row: row[:3])]

    def _titles(self, statement: NamedNode, predicate: str) -> list[str]:
        if predicate != "holdsPositionIn":
            return []
        person, organization = (self._values(statement, end)[0] for end in ("rdf:subject", "rdf:object"))
        memberships = [quad.subject for quad in self._graph.quads_for_pattern(None, _term("org:member"), person)]
        return sorted({self._label(role) for membership in memberships if organization in self._values(membership, "org:organization")
                       for role in self._values(membership, "org:role")})

    def _figures(self) -> tuple[Fact, ...]:
        rows = []
        for node in self._subjects("pk:observedEntity"):
            indicator = self._label(self._values(node, "pk:indicator")[0])
            measure = local(self._value(node, "pk:measure"))
            kind = "" if measure == "Level" else self._schema.measures[measure].label_zh if measure in self._schema.measures else measure
            period = self._value(node, "pk:period")
            what = " ".join(part for part in (period, indicator, kind, self._value(node, "pk:valueText")) if part)
            rows.append((period, indicator, what, node))
        rows.sort(key=lambda row: (row[1], row[2], row[3].value))
        rows.sort(key=lambda row: row[0], reverse=True)
        return tuple(self._fact(node, what) for *_, what, node in rows)

    def _milestones(self) -> tuple[Fact, ...]:
        rows = []
        for node in self._subjects("pk:milestoneOf"):
            date = self._value(node, "pk:date")
            rows.append((date or "9999", f"{date or '日期不明'} {self._concept(node, 'pk:stage', self._schema.stages)}", node.value, node))
        return tuple(self._fact(node, what) for _, what, _, node in sorted(rows, key=lambda row: row[:3]))

    def _fact(self, node: NamedNode, what: str) -> Fact:
        spans = [self._span(evidence) for evidence in self._values(node, "pk:evidence")]
        quotes = [self._quotes.quote(*span) for span in sorted(spans)]
        sources = tuple(self._source(source) for source in self._values(node, "prov:wasDerivedFrom"))
        ordered = tuple(sorted(quotes, key=lambda quote: (quote.issued or "9999", quote.document, quote.start)))
        return Fact(what, local(self._value(node, "pk:modality")) or "Actual", ordered, sources)

    def _span(self, evidence: NamedNode) -> tuple[str, int, int]:
        document = self._values(evidence, "prov:wasQuotedFrom")[0]
        return self._value(document, "dcterms:identifier"), int(self._value(evidence, "oa:start")), int(self._value(evidence, "oa:end"))

    def _source(self, source) -> str:
        labels: Iterable = self._values(source, "rdfs:label") if not hasattr(source, "language") else ()
        return next((label.value for label in labels if label.language == "zh"), source.value)


def _term(name: str) -> NamedNode:
    from kg.graph.terms import vocabulary

    return vocabulary(name)
