"""What the graph says about one document: all that has evidence in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg import names
from kg.evaluate.compare import normal
from kg.rdf import text_of
from kg.read.formats import ENDINGS
from kg.schema import Schema

if TYPE_CHECKING:
    from kg.store.part import Graph

Rules = frozenset[str]


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """A node that the document mentions."""

    iri: str
    cls: str
    label: str                      # the preferred one, as written
    labels: frozenset[str]          # all, in the form in which names are compared
    rules: Rules = field(default=frozenset(), compare=False)    # that found it in this document


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A statement's relation between nodes given by their IRIs."""

    subject: str
    predicate: str
    object: str
    rules: Rules = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """An observation; ``owner`` is an IRI."""

    owner: str
    indicator: str                  # id in the ontology, or Chinese name
    labels: frozenset[str]          # of the indicator, in the form in which names are compared
    measure: str
    value: float
    unit: str
    bound: str
    period: str
    modality: str
    text: str
    rules: Rules = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class FoundMilestone:
    """A milestone; ``owner`` is an IRI."""

    owner: str
    stage: str
    date: str
    rules: Rules = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """An evidence; None for what it lacks."""

    iri: str
    start: int | None
    end: int | None
    exact: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """All that the graph says about one document, sorted; empty if it does not know it."""

    entities: dict[str, FoundEntity]        # by IRI
    relations: frozenset[FoundRelation]
    figures: tuple[FoundFigure, ...]
    milestones: tuple[FoundMilestone, ...]
    quotes: tuple[FoundQuote, ...]


NOTHING = Found({}, frozenset(), (), (), ())


def documents(graph: Graph) -> dict[str, str]:
    """The IRI of each document by its identifier."""
    identifier = NamedNode(names.PREFIXES["dcterms"] + "identifier")
    return {text_of(quad.object): text_of(quad.subject) for quad in graph.quads_for_pattern(None, identifier, None, None)}


def identifier_of(name: str, identifiers: dict[str, str]) -> str | None:
    """Find the document that a gold file means: by its identifier, else by the file's name without folder and ending."""
    if name in identifiers:
        return name
    return next((identifier for identifier in sorted(identifiers) if _stem(identifier) == _stem(name)), None)


def _stem(name: str) -> str:
    last = PurePath(name).name
    ending = next((ending for ending in ENDINGS if last.endswith(ending)), "")
    return last.removesuffix(ending)


def found_in(graph: Graph, document: str, schema: Schema) -> Found:
    """Collect what the graph says about a document.

    :param document: its IRI
    """
    return _Reader(graph, schema).found(NamedNode(document))


class _Reader:
    def __init__(self, graph: Graph, schema: Schema):
        self._graph = graph
        self._schema = schema

    def found(self, document: NamedNode) -> Found:
        relations: dict[FoundRelation, Rules] = {}
        figures: list[FoundFigure] = []
        milestones: list[FoundMilestone] = []
        evidences = self._subjects(names.PREFIXES["prov"] + "wasQuotedFrom", document)
        rules = self._rules(evidences)
        for node in sorted(rules):
            row = self._row(node)
            kinds = row.get(names.PREFIXES["rdf"] + "type", [])
            if names.term("Statement") in kinds:
                for relation in self._relation(row):        # one actual, one planned: the same relation
                    relations[relation] = relations.get(relation, frozenset()) | rules[node]
            if names.term("Observation") in kinds:
                figures.extend(self._figure(row, rules[node]))
            if names.term("Milestone") in kinds:
                milestones.append(self._milestone(row, rules[node]))
        return Found(self._entities(document, rules), frozenset(replace(relation, rules=by) for relation, by in relations.items()),
                     tuple(figures), tuple(milestones),
                     tuple(self._quote(evidence) for evidence in evidences))

    def _rules(self, evidences: list[str]) -> dict[str, Rules]:
        """The nodes that some evidences are of, each with the rules that gave these evidences."""
        found: dict[str, set[str]] = {}
        for evidence in evidences:
            rules = [names.local(rule) for rule in self._row(evidence).get(names.PREFIXES["prov"] + "wasGeneratedBy", [])]
            for node in self._subjects(names.term("evidence"), NamedNode(evidence)):
                found.setdefault(node, set()).update(rules)
        return {node: frozenset(rules) for node, rules in found.items()}

    def _subjects(self, predicate: str, object_: NamedNode) -> list[str]:
        quads = self._graph.quads_for_pattern(None, NamedNode(predicate), object_, None)
        return sorted({text_of(quad.subject) for quad in quads})

    def _row(self, node: str) -> dict[str, list[str]]:
        """The IRIs and texts that a node has, by predicate, sorted."""
        found: dict[str, set[str]] = {}
        for quad in self._graph.quads_for_pattern(NamedNode(node), None, None, None):
            found.setdefault(quad.predicate.value, set()).add(text_of(quad.object))
        return {predicate: sorted(values) for predicate, values in found.items()}

    def _entities(self, document: NamedNode, rules: dict[str, Rules]) -> dict[str, FoundEntity]:
        found = {}
        for iri in self._subjects(names.term("mentionedIn"), document):
            row = self._row(iri)
            kinds = row.get(names.PREFIXES["rdf"] + "type", [])
            cls = next((name for name in self._schema.entity_classes if names.term(name) in kinds), None)
            preferred, others = (row.get(names.PREFIXES["skos"] + label, []) for label in ("prefLabel", "altLabel"))
            if cls and (preferred or others):
                found[iri] = FoundEntity(iri, cls, (preferred or [iri])[0], frozenset(map(normal, preferred + others)), rules.get(iri, frozenset()))
        return found

    def _relation(self, row: dict[str, list[str]]) -> Iterator[FoundRelation]:
        subject, predicate, object_ = (_one(row, names.PREFIXES["rdf"] + part) for part in ("subject", "predicate", "object"))
        if names.local(predicate) in self._schema.relations:
            yield FoundRelation(subject, names.local(predicate), object_)

    def _figure(self, row: dict[str, list[str]], rules: Rules) -> Iterator[FoundFigure]:
        indicator = _one(row, names.term("indicator"))
        labels = self._row(indicator).get(names.PREFIXES["skos"] + "prefLabel", []) if indicator else []
        yield FoundFigure(
            _one(row, names.term("observedEntity")), names.local(indicator), frozenset(map(normal, labels)),
            names.local(_one(row, names.term("measure"), "Level")), float(_one(row, names.term("value"), "nan")),
            _one(row, names.term("unit")), names.local(_one(row, names.term("bound"), "Exact")), _one(row, names.term("period")),
            names.local(_one(row, names.term("modality"), "Actual")), _one(row, names.term("valueText")), rules)

    def _milestone(self, row: dict[str, list[str]], rules: Rules) -> FoundMilestone:
        owner, stage, date = (_one(row, names.term(part)) for part in ("milestoneOf", "stage", "date"))
        return FoundMilestone(owner, names.local(stage), date, rules)

    def _quote(self, evidence: str) -> FoundQuote:
        row = self._row(evidence)
        start, end, exact = (_one(row, names.PREFIXES["oa"] + part) for part in ("start", "end", "exact"))
        return FoundQuote(evidence, int(start) if start else None, int(end) if end else None, exact or None)


def _one(row: dict[str, list[str]], predicate: str, default: str = "") -> str:
    return row.get(predicate, [default])[0]
