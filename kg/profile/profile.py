"""All that is known of one entity, as plain values: what its page shows, its JSON gives, and ``kg show`` prints."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from pyoxigraph import NamedNode

from kg import names
from kg.errors import UsageError
from kg.profile.nodes import Link, Nodes, Words, words
from kg.rdf import Term
from kg.schema import Schema
from kg.store import Store
from kg.store.quotes import Quote, Quotes

FIRST = 8               # relations of one kind, and figures of one series, that are given with their evidence unless all are asked for
SERIES = 24             # series likewise
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Evidence(Quote):
    """Where something was read: a quotation in its sentence."""

    rule: str               # what read it


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation to another entity."""

    other: Link
    modality: str
    confidence: str
    roles: tuple[str, ...]          # titles of a position
    sources: tuple[str, ...]        # of curated knowledge, which no document states
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """The relations of one kind and direction."""

    property: str
    label: Words
    outgoing: bool                  # from the entity, rather than to it
    total: int
    shown: tuple[Relation, ...]     # those read in most places first


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation."""

    indicator: str
    label: Words
    measure: str
    measure_label: Words
    value: str                      # decimal, in the canonical unit
    unit: str
    value_text: str                 # as written
    bound: str
    period: str                     # EDTF; empty if unknown
    modality: str
    count_of: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one indicator and measure in one unit, which can be compared."""

    indicator: str
    label: Words
    measure: str
    measure_label: Words
    unit: str
    figures: tuple[Figure, ...]     # the latest first; evidence comes with the first ones, or with all


@dataclass(frozen=True, slots=True)
class Milestone:
    """What happened, or is to happen, when."""

    stage: str
    label: Words
    date: str                       # EDTF; empty if unknown
    modality: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A document."""

    identifier: str
    title: str | None
    issued: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity and what is known of it."""

    iri: str
    label: str
    cls: str
    alternatives: tuple[str, ...]
    documents: tuple[Told, ...]             # the latest first
    relations: tuple[Relations, ...]        # in the order of the ontology
    figures: int                            # how many there are
    series: tuple[Series, ...]              # those over the most years first
    milestones: tuple[Milestone, ...]       # in the order of time, the undated last


def profile(store: Store, schema: Schema, iri: str, *, whole: str | None = None) -> Profile:
    """Collect what is known of an entity.

    :param whole: what is given whole, rather than the first of it: a property, ``figures``, or ``all``
    :raises UsageError: if there is no entity of this IRI
    """
    return _Collector(store, schema).profile(iri, whole)


def comparable_years(figures: Iterable[Figure]) -> int:
    """Over how many years figures of one series can be compared; 0 where they can't.

    What a text counts in a year (companies, projects) is often one thing here and another there: more than two results a year are no series.
    """
    figures = [figure for figure in figures if _YEAR.fullmatch(figure.period) and figure.measure != "Rank"]
    years = {figure.period for figure in figures}
    results = {(figure.period, figure.value) for figure in figures if figure.modality == "Actual"}
    return len(years) if len(years) > 1 and len(results) <= 2 * len(years) else 0


class _Collector:
    def __init__(self, store: Store, schema: Schema):
        self._store, self._schema = store, schema
        self._nodes = Nodes(store.union, schema)
        self._quotes = Quotes(store)

    def profile(self, iri: str, whole: str | None) -> Profile:
        try:
            node = NamedNode(iri)
        except ValueError:
            raise UsageError(f"{iri!r} is no IRI") from None
        cls = self._nodes.cls(node)
        if not cls:
            raise UsageError(f"there is no entity {iri}")
        figures = self._figures(node)
        documents = [self._told(document) for document in self._nodes.values(node, "pk:mentionedIn")]
        return Profile(
            iri, self._nodes.label(node), cls, tuple(self._nodes.texts(node, "skos:altLabel")),
            tuple(sorted(documents, key=lambda told: (told.issued or "", told.identifier), reverse=True)),
            tuple(self._relations(node, whole)), len(figures), tuple(self._series(figures, whole in ("figures", "all"))),
            tuple(self._milestones(node)))

    def _told(self, document: NamedNode) -> Told:
        identifier = self._nodes.value(document, "dcterms:identifier")
        return Told(identifier, self._nodes.value(document, "dcterms:title") or None, self._nodes.value(document, "dcterms:issued") or None)

    # --- relations

    def _relations(self, node: NamedNode, whole: str | None) -> list[Relations]:
        groups: dict[tuple[str, bool], list[tuple[str, NamedNode, NamedNode]]] = defaultdict(list)
        for own, far in (("rdf:subject", "rdf:object"), ("rdf:object", "rdf:subject")):
            for statement in self._nodes.subjects(own, node):
                predicate, other = self._nodes.node(statement, "rdf:predicate"), self._nodes.node(statement, far)
                relation = self._schema.relations.get(names.local(predicate.value)) if predicate is not None else None
                if relation is not None and other is not None:
                    outgoing = own == "rdf:subject" or relation.symmetric
                    groups[relation.name, outgoing].append((self._nodes.label(other), other, statement))
        found = []
        for name, relation in self._schema.relations.items():
            for outgoing in (True, False):
                rows = self._merged(groups.get((name, outgoing), ()))
                if rows:
                    given = rows if whole in (name, "all") else rows[:FIRST]
                    found.append(Relations(name, words(relation, name), outgoing, len(rows),
                                           tuple(self._relation(node, name, other, modality, statements) for other, modality, statements in given)))
        return found

    def _merged(self, rows: Iterable[tuple[str, NamedNode, NamedNode]]) -> list[tuple[NamedNode, str, list[NamedNode]]]:
        """The statements that say the same, of documents and of curated knowledge, taken together."""
        found: dict[tuple[str, str, str], tuple[NamedNode, str, list[NamedNode]]] = {}
        for label, other, statement in sorted(rows, key=lambda row: row[2].value):
            modality = self._modality(statement)
            found.setdefault((label, other.value, modality), (other, modality, []))[2].append(statement)
        return [found[key] for key in sorted(found, key=lambda key: (-self._weight(found[key][2]), key))]

    def _weight(self, statements: list[NamedNode]) -> int:
        """In how many places it is read."""
        return sum(len(self._nodes.values(statement, "pk:evidence")) for statement in statements)

    def _relation(self, node: NamedNode, name: str, other: NamedNode, modality: str, statements: list[NamedNode]) -> Relation:
        confidence = [Decimal(self._nodes.value(statement, "pk:confidence") or 0) for statement in statements]
        sources = [self._source(source) for statement in statements for source in self._nodes.values(statement, "prov:wasDerivedFrom")]
        return Relation(self._nodes.link(other), modality, str(max(confidence)),
                        tuple(self._roles(node, other)) if name == "holdsPositionIn" else (), tuple(dict.fromkeys(sources)),
                        self._evidence(*statements))

    def _roles(self, *ends: NamedNode) -> list[str]:
        found = set()
        for person, organization in (ends, ends[::-1]):
            for membership in self._nodes.subjects("org:member", person):
                if organization in self._nodes.values(membership, "org:organization"):
                    found |= {self._nodes.label(role) for role in self._nodes.values(membership, "org:role")}
        return sorted(found)

    def _source(self, source: Term) -> str:
        labels = self._nodes.texts(source, "rdfs:label") if isinstance(source, NamedNode) else []
        return labels[0] if labels else source.value

    # --- figures and milestones

    def _figures(self, node: NamedNode) -> list[tuple[NamedNode, Figure]]:
        """The figures without their evidence, the latest first."""
        found = [(each, self._figure(each)) for each in self._nodes.subjects("pk:observedEntity", node)]
        found.sort(key=lambda row: (row[1].modality, row[1].value_text, row[0].value))
        return sorted(found, key=lambda row: row[1].period, reverse=True)

    def _figure(self, node: NamedNode) -> Figure:
        indicator = self._nodes.node(node, "pk:indicator")
        name = names.local(indicator.value) if indicator is not None else ""
        measure = names.local(self._nodes.value(node, "pk:measure"))
        return Figure(name, words(self._schema.indicators.get(name), name), measure, words(self._schema.measures.get(measure), measure),
                      self._nodes.value(node, "pk:value"), self._nodes.value(node, "pk:unit"), self._nodes.value(node, "pk:valueText"),
                      names.local(self._nodes.value(node, "pk:bound")), self._nodes.value(node, "pk:period"), self._modality(node),
                      self._nodes.value(node, "pk:countOf"), ())

    def _series(self, figures: list[tuple[NamedNode, Figure]], whole: bool) -> list[Series]:
        groups: dict[tuple[str, ...], list[tuple[NamedNode, Figure]]] = defaultdict(list)
        for node, figure in figures:
            groups[figure.indicator, figure.measure, figure.unit, figure.count_of].append((node, figure))
        known = list(self._schema.indicators)
        order = sorted(groups.items(), key=lambda item: (
            -comparable_years([f for _, f in item[1]]), item[0][0] not in known, -len(item[1]), item[0]))
        found = []
        for (indicator, measure, unit, _), rows in order if whole else order[:SERIES]:
            told = tuple(replace(figure, evidence=self._evidence(node)) if whole or i < FIRST else figure for i, (node, figure) in enumerate(rows))
            found.append(Series(indicator, told[0].label, measure, told[0].measure_label, unit, told))
        return found

    def _milestones(self, node: NamedNode) -> list[Milestone]:
        found = []
        for each in self._nodes.subjects("pk:milestoneOf", node):
            stage = names.local(self._nodes.value(each, "pk:stage"))
            found.append(Milestone(stage, words(self._schema.stages.get(stage), stage), self._nodes.value(each, "pk:date"),
                                   self._modality(each), self._evidence(each)))
        order = list(self._schema.stages)
        return sorted(found, key=lambda m: (m.date or "9999", order.index(m.stage) if m.stage in order else 0, m.modality))

    def _modality(self, node: NamedNode) -> str:
        return names.local(self._nodes.value(node, "pk:modality")) or "Actual"

    # --- evidence

    def _evidence(self, *facts: NamedNode) -> tuple[Evidence, ...]:
        spans = set()
        for evidence in {evidence for fact in facts for evidence in self._nodes.values(fact, "pk:evidence")}:
            document = self._nodes.node(evidence, "prov:wasQuotedFrom")
            rule = self._nodes.node(evidence, "prov:wasGeneratedBy")
            assert document is not None         # no evidence is without one
            spans.add((self._nodes.value(document, "dcterms:identifier"), int(self._nodes.value(evidence, "oa:start")),
                          int(self._nodes.value(evidence, "oa:end")), names.local(rule.value) if rule is not None else ""))
        found = []
        for identifier, start, end, read_by in sorted(spans):
            quote = self._quotes.quote(identifier, start, end)
            found.append(Evidence(identifier, quote.title, quote.issued, start, end, quote.before, quote.exact, quote.after, read_by))
        return tuple(sorted(found, key=lambda e: (e.issued or "9999", e.document, e.start)))
