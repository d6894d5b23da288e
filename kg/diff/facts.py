"""What one side says, in two steps: of everything a fingerprint, and of what differs all the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.names import PREFIXES, local, term
from kg.rdf import text_of
from kg.schema import Schema

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from kg.store.part import Graph

# The kinds of things that are compared, in the order in which they are told.
KINDS = ("document", "entity", "relation", "figure", "milestone")
_CLASSES = {"document": "Document", "relation": "Statement", "figure": "Observation", "milestone": "Milestone"}
# What makes two things of one IRI differ: the IRI of a fact is made from all else.
_OF_FACTS = ("pk:evidence", "pk:confidence")
_OF_KIND = {"document": ("pk:sha256", "dcterms:title", "dcterms:issued", "dcterms:source"),
            "entity": ("rdf:type", "skos:prefLabel", "skos:altLabel"),
            "relation": _OF_FACTS, "figure": _OF_FACTS, "milestone": _OF_FACTS}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was read."""

    document: str       # identifier
    start: int
    end: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a side says."""

    kind: str                       # one of KINDS
    iri: str
    topic: str                      # property, indicator, stage or class, by local name
    subject: str                    # IRI of what it is about; of an entity or document its own
    fields: tuple[tuple[str, str], ...]     # all that is said, by name: object, modality, value …
    words: str                      # 位于 小鹏汽车 → 肇庆高新区
    places: tuple[Place, ...]       # sorted

    def field(self, name: str) -> str:
        """One of the fields; empty if it is not said."""
        return dict(self.fields).get(name, "")


class Side:
    """A graph of the contract, to be compared."""

    def __init__(self, graph: Graph, schema: Schema):
        self._graph, self._schema = graph, schema
        self._labels: dict[str, str] = {}

    @cached_property
    def fingerprints(self) -> dict[str, dict[str, int]]:
        """By kind, of each thing a number that differs where what is said of it does; equal in one run of the program alone."""
        values: dict[str, set[int]] = {}
        kinds = {iri: kind for kind in KINDS for iri in self._all(kind)}
        for predicate in dict.fromkeys(predicate for predicates in _OF_KIND.values() for predicate in predicates):
            for quad in self._graph.quads_for_pattern(None, _term(predicate), None):
                subject = text_of(quad.subject)
                if subject in kinds and predicate in _OF_KIND[kinds[subject]]:
                    values.setdefault(subject, set()).add(hash((predicate, text_of(quad.object))))
        found: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        for iri, kind in kinds.items():
            found[kind][iri] = hash(frozenset(values.get(iri, ())))
        return found

    def _all(self, kind: str) -> Iterator[str]:
        for cls in self._schema.entity_classes if kind == "entity" else (_CLASSES[kind],):
            for quad in self._graph.quads_for_pattern(None, _term("rdf:type"), _term(f"pk:{cls}")):
                yield text_of(quad.subject)

    def told(self, kind: str, iris: Iterable[str]) -> dict[str, Said]:
        """All that is said of some things of a kind, by IRI."""
        tell = {"document": self._document, "entity": self._entity, "relation": self._relation, "figure": self._figure,
                "milestone": self._milestone}[kind]
        return {iri: tell(iri, self._node(iri)) for iri in sorted(iris)}

    # --- one thing

    def _node(self, iri: str) -> dict[str, list[str]]:
        """What is said of a node: values by predicate, sorted."""
        from pyoxigraph import NamedNode

        found: dict[str, set[str]] = defaultdict(set)
        for quad in self._graph.quads_for_pattern(NamedNode(iri), None, None):
            if getattr(quad.object, "language", None) != "en":
                found[quad.predicate.value].add(text_of(quad.object))
        return {_short(predicate): sorted(values) for predicate, values in found.items()}

    def label(self, iri: str) -> str:
        """The Chinese name of a node; of a document its identifier."""
        if iri not in self._labels:
            node = self._node(iri)
            self._labels[iri] = (node.get("skos:prefLabel") or node.get("dcterms:identifier") or [local(iri)])[0]
        return self._labels[iri]

    def _places(self, node: dict[str, list[str]]) -> tuple[Place, ...]:
        found = []
        for evidence in map(self._node, node.get("pk:evidence", ())):
            document, rule = _one(evidence, "prov:wasQuotedFrom"), _one(evidence, "prov:wasGeneratedBy")
            start, end = (int(_one(evidence, f"oa:{end}") or 0) for end in ("start", "end"))
            found.append(Place(self.label(document), start, end, _one(evidence, "oa:exact"), local(rule)))
        return tuple(sorted(found))

    def _document(self, iri: str, node: dict[str, list[str]]) -> Said:
        fields = _fields(node, identifier="dcterms:identifier", title="dcterms:title", issued="dcterms:issued", source="dcterms:source",
                         sha256="pk:sha256")
        words = " ".join(filter(None, (_one(node, "dcterms:identifier"), _one(node, "dcterms:issued"), _one(node, "dcterms:title"))))
        return Said("document", iri, "document", iri, fields, words, ())

    def _entity(self, iri: str, node: dict[str, list[str]]) -> Said:
        types = {local(value) for value in node.get("rdf:type", ())}
        cls = next((cls for cls in self._schema.entity_classes if cls in types), "")
        names = node.get("skos:altLabel", [])
        fields = (("class", cls), ("name", _one(node, "skos:prefLabel")), ("names", "、".join(names)))
        also = f"（又称 {'、'.join(names)}）" if names else ""
        words = f"{self._schema.classes[cls].label_zh} {_one(node, 'skos:prefLabel')}{also}"
        return Said("entity", iri, cls, iri, fields, words, self._places(node))

    def _relation(self, iri: str, node: dict[str, list[str]]) -> Said:
        subject, property_, object_ = (_one(node, f"rdf:{part}") for part in ("subject", "predicate", "object"))
        known = self._schema.relations.get(local(property_))
        modality = local(_one(node, "pk:modality"))
        fields = (("subject", subject), ("property", local(property_)), ("object", object_), ("modality", modality),
                  ("confidence", _one(node, "pk:confidence")))
        words = f"{self.label(subject)} {known.label_zh if known else local(property_)} {self.label(object_)}{self._mark(modality)}"
        return Said("relation", iri, local(property_), subject, fields, words, self._places(node))

    def _figure(self, iri: str, node: dict[str, list[str]]) -> Said:
        fields = _fields(node, entity="pk:observedEntity", indicator="pk:indicator", measure="pk:measure", value="pk:value", unit="pk:unit",
                         written="pk:valueText", bound="pk:bound", period="pk:period", modality="pk:modality", count_of="pk:countOf")
        entity, indicator, measure = (_one(node, f"pk:{name}") for name in ("observedEntity", "indicator", "measure"))
        kind = "" if local(measure) == "Level" else self._concept("measures", measure)
        bound = "" if local(_one(node, "pk:bound")) == "Exact" else f"（{self._concept('bounds', _one(node, 'pk:bound'))}）"
        parts = (self.label(entity), _one(node, "pk:period"), self.label(indicator), kind, _one(node, "pk:valueText") + bound)
        words = " ".join(filter(None, parts)) + self._mark(local(_one(node, "pk:modality")))
        return Said("figure", iri, local(indicator), entity, fields, words, self._places(node))

    def _milestone(self, iri: str, node: dict[str, list[str]]) -> Said:
        fields = _fields(node, entity="pk:milestoneOf", stage="pk:stage", date="pk:date", modality="pk:modality")
        entity, stage = _one(node, "pk:milestoneOf"), _one(node, "pk:stage")
        parts = (self.label(entity), _one(node, "pk:date"), self._concept("stages", stage))
        words = " ".join(filter(None, parts)) + self._mark(local(_one(node, "pk:modality")))
        return Said("milestone", iri, local(stage), entity, fields, words, self._places(node))

    def _concept(self, group: str, iri: str) -> str:
        known = getattr(self._schema, group).get(local(iri))
        return known.label_zh if known else local(iri)

    def _mark(self, modality: str) -> str:
        return "" if modality in ("Actual", "") else f"（{self._concept('modalities', term(modality))}）"


def _fields(node: dict[str, list[str]], **predicates: str) -> tuple[tuple[str, str], ...]:
    """Fields by the predicates that hold them; terms of the ontology by their local names."""
    found = []
    for name, predicate in predicates.items():
        value = _one(node, predicate)
        is_term = value.startswith((PREFIXES["pk"], PREFIXES["indicator"]))
        found.append((name, local(value) if is_term else value))
    return tuple((name, value) for name, value in found if value)


def _one(node: dict[str, list[str]], predicate: str) -> str:
    return next(iter(node.get(predicate, ())), "")


_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def _short(iri: str) -> str:
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    return f"{_NAMESPACES.get(iri[:cut], iri[:cut])}:{iri[cut:]}"


def _term(name: str) -> NamedNode:
    from kg.graph.terms import vocabulary

    return vocabulary(name)
