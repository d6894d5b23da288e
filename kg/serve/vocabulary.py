"""The ontology as pages: each term with what the Turtle says of it, and how the graph uses it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple
from pyoxigraph import Store as Graph

from kg import names
from kg.errors import UsageError
from kg.graph.terms import vocabulary
from kg.profile.nodes import Words
from kg.rdf import Node
from kg.schema import FILES, Property, Schema, load_schema
from kg.store import Store

_ALIGNED = ("rdfs:subClassOf", "rdfs:subPropertyOf", "owl:equivalentClass", "owl:equivalentProperty", "skos:closeMatch", "skos:exactMatch",
            "skos:relatedMatch")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology by name."""

    iri: str
    name: str
    label: Words
    kind: str                   # class, relation, property, indicator, stage, measure, bound, modality, level, unit or industry


@dataclass(frozen=True, slots=True)
class TermPage:
    """All about a term."""

    term: Term
    definition: Words
    labels: tuple[str, ...]             # other words for it, by which texts are read
    examples: tuple[str, ...]
    domain: tuple[str, ...]             # classes, of a property
    range: tuple[str, ...]
    aligned: tuple[str, ...]            # IRIs elsewhere
    broader: tuple[Term, ...]
    narrower: tuple[Term, ...]
    uses: int                           # nodes of a class, statements of a relation, observations of an indicator …
    turtle: str


def terms(schema: Schema) -> dict[str, tuple[Term, ...]]:
    """The terms of each kind, in the order of the ontology."""
    return _terms(schema.folder)


@lru_cache(maxsize=4)
def _terms(folder: Path) -> dict[str, tuple[Term, ...]]:
    schema = load_schema(folder)

    def listed(kind: str, things: Iterable) -> tuple[Term, ...]:
        return tuple(Term(t.iri, names.local(t.iri), Words(getattr(t, "label_zh", "") or t.label, t.label_en), kind) for t in things)

    return {
        "class": listed("class", (schema.classes[name] for name in schema.entity_classes)),
        "relation": listed("relation", schema.relations.values()),
        "indicator": listed("indicator", schema.indicators.values()),
        "stage": listed("stage", schema.stages.values()),
        "modality": listed("modality", schema.modalities.values()),
        "measure": listed("measure", schema.measures.values()),
        "bound": listed("bound", schema.bounds.values()),
        "unit": listed("unit", schema.units.values()),
        "level": listed("level", schema.levels.values()),
        "node": listed("node", (c for name, c in schema.classes.items() if name not in schema.entity_classes)),
        "property": listed("property", (p for name, p in schema.properties.items() if name not in schema.relations)),
    }


@lru_cache(maxsize=4)
def ontology(folder: Path) -> Graph:
    """The ontology's Turtle as a graph."""
    graph = Graph()
    for file in FILES:
        graph.load(path=str(folder / file), format=RdfFormat.TURTLE)
    return graph


def term_page(store: Store, schema: Schema, iri: str) -> TermPage:
    """Describe a term.

    :raises UsageError: if the ontology has no such term
    """
    known = {term.iri: term for group in terms(schema).values() for term in group}
    if iri not in known:
        raise UsageError(f"the ontology has no term {iri}")
    return _Describer(store, schema, known).page(known[iri])


class _Describer:
    def __init__(self, store: Store, schema: Schema, known: dict[str, Term]):
        self._graph, self._schema, self._known, self._ontology = store.union, schema, known, ontology(schema.folder)

    def page(self, term: Term) -> TermPage:
        node = NamedNode(term.iri)
        property_ = self._schema.properties.get(term.name)
        definitions = {value.language: value.value for value in self._values(node, "skos:definition") if isinstance(value, Literal)}
        aligned = {value.value for predicate in _ALIGNED for value in self._values(node, predicate) if isinstance(value, NamedNode)}
        return TermPage(
            term, Words(definitions.get("zh", ""), definitions.get("en", "")),
            tuple(v.value for v in self._values(node, "skos:altLabel")), tuple(v.value for v in self._values(node, "skos:example")),
            self._ends(property_, "domain"), self._ends(property_, "range"),
            tuple(sorted(iri for iri in aligned if iri not in self._known)),
            self._terms(aligned), self._terms(quad.subject.value for predicate in ("rdfs:subClassOf", "rdfs:subPropertyOf")
                                             for quad in self._ontology.quads_for_pattern(None, vocabulary(predicate), node, None)
                                             if isinstance(quad.subject, NamedNode)),
            self._uses(term, node), self._turtle(node))

    def _values(self, node: NamedNode, predicate: str) -> list:
        return [quad.object for quad in self._ontology.quads_for_pattern(node, vocabulary(predicate), None, None)]

    def _terms(self, iris: Iterable[str]) -> tuple[Term, ...]:
        return tuple(self._known[iri] for iri in sorted(set(iris)) if iri in self._known)

    def _ends(self, property_: Property | None, end: str) -> tuple[str, ...]:
        if property_ is None:
            return ()
        given = getattr(property_, end)
        return tuple(name for name in self._schema.classes if name in given) + tuple(sorted(given - set(self._schema.classes)))

    def _uses(self, term: Term, node: NamedNode) -> int:
        predicates = {"class": "rdf:type", "node": "rdf:type", "relation": "rdf:predicate", "indicator": "pk:indicator", "stage": "pk:stage",
                      "modality": "pk:modality", "measure": "pk:measure", "bound": "pk:bound", "level": "pk:level"}
        if term.kind == "property":
            return sum(1 for _ in self._graph.quads_for_pattern(None, node, None))
        if term.kind == "unit":
            return sum(1 for _ in self._graph.quads_for_pattern(None, vocabulary("pk:unit"), Literal(term.name)))
        return sum(1 for _ in self._graph.quads_for_pattern(None, vocabulary(predicates[term.kind]), node))

    def _turtle(self, node: NamedNode) -> str:
        from kg.export.turtle import triples_as_turtle

        found: list[Triple] = []
        pending, seen = list[Node]([node]), set[Node]([node])
        while pending:
            for quad in self._ontology.quads_for_pattern(pending.pop(), None, None, None):
                found.append(quad.triple)
                if isinstance(quad.object, BlankNode) and quad.object not in seen:
                    seen.add(quad.object)
                    pending.append(quad.object)
        return triples_as_turtle(sorted(found, key=str))
