"""The graph as tables: what the formats that are files of rows share. A row is made when it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from kg import names
from kg.rdf import text_of
from kg.schema import Schema, load_schema

if TYPE_CHECKING:
    from kg.store.part import Graph

Kind = Literal["text", "texts", "integer", "number"]
Value = str | int | Decimal | tuple[str, ...] | None
_FACTS = ("Statement", "Observation", "Milestone")


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its values are of this kind, or None."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind, sorted by their first field."""

    name: str
    fields: tuple[Field, ...]
    rows: Callable[[], Iterator[tuple[Value, ...]]]


def tables(graph: Graph, schema: Schema | None = None) -> tuple[Table, ...]:
    """Give the tables of a graph; entities, documents and facts go by their IRIs.

    :param graph: any union of the contract's graphs; read only
    """
    reader = _Reader(graph, schema or load_schema())
    return (
        Table("entities", _fields("iri", "class", "name", "names:texts", "level", "code", "documents:integer"), reader.entities),
        Table("relations", _fields("iri", "subject", "property", "object", "modality", "confidence:number", "roles:texts", "sources:texts"),
              reader.relations),
        Table("figures", _fields("iri", "entity", "indicator", "measure", "value:number", "unit", "written", "bound", "period", "modality",
                                 "count_of"), reader.figures),
        Table("milestones", _fields("iri", "entity", "stage", "date", "modality"), reader.milestones),
        Table("mentions", _fields("entity", "document"), reader.mentions),
        Table("evidence", _fields("fact", "document", "start:integer", "end:integer", "quote", "rule"), reader.evidence),
        Table("documents", _fields("iri", "identifier", "title", "issued", "source", "publisher", "sha256"), reader.documents),
    )


def _fields(*specifications: str) -> tuple[Field, ...]:
    return tuple(Field(*specification.split(":")) for specification in specifications)     # type: ignore[arg-type]


class _Node(dict):
    """What is said of one subject: predicate, as prefix and name, to its values."""

    def one(self, predicate: str) -> str | None:
        return min(self.get(predicate, ()), default=None)

    def all(self, predicate: str) -> tuple[str, ...]:
        return tuple(sorted(self.get(predicate, ())))

    def name(self, predicate: str) -> str | None:
        """The local name of a term."""
        value = self.one(predicate)
        return None if value is None else names.local(value)

    def number(self, predicate: str) -> Decimal | None:
        value = self.one(predicate)
        return None if value is None else Decimal(value)

    def integer(self, predicate: str) -> int | None:
        value = self.one(predicate)
        return None if value is None else int(value)


_SHORT = {names.PREFIXES[prefix]: prefix for prefix in ("dcterms", "oa", "org", "pk", "prov", "rdf", "rdfs", "skos")}


class _Reader:
    def __init__(self, graph: Graph, schema: Schema):
        self._graph, self._schema = graph, schema

    def _node(self, iri: str) -> _Node:
        from pyoxigraph import NamedNode

        found: dict[str, set[str]] = defaultdict(set)
        for quad in self._graph.quads_for_pattern(NamedNode(iri), None, None):
            predicate = quad.predicate.value
            cut = max(predicate.rfind("/"), predicate.rfind("#")) + 1
            if getattr(quad.object, "language", None) not in ("en",) and predicate[:cut] in _SHORT:
                found[f"{_SHORT[predicate[:cut]]}:{predicate[cut:]}"].add(text_of(quad.object))
        return _Node(found)

    def _of(self, cls: str) -> Iterator[tuple[str, _Node]]:
        """The subjects of a class, sorted."""
        from kg.graph.terms import concept, vocabulary

        for iri in sorted({text_of(quad.subject) for quad in self._graph.quads_for_pattern(None, vocabulary("rdf:type"), concept(cls))}):
            yield iri, self._node(iri)

    def _all_entities(self) -> Iterator[tuple[str, str, _Node]]:
        """IRI, class and node of each entity, sorted by class and IRI; one of several classes comes with the first."""
        seen: set[str] = set()
        for cls in self._schema.entity_classes:
            for iri, node in self._of(cls):
                if iri not in seen:
                    seen.add(iri)
                    yield iri, cls, node

    def entities(self) -> Iterator[tuple[Value, ...]]:
        for iri, cls, node in self._all_entities():
            yield (iri, cls, node.one("skos:prefLabel"), node.all("skos:altLabel"), node.name("pk:level"), node.one("pk:divisionCode"),
                   len(node.all("pk:mentionedIn")))

    def mentions(self) -> Iterator[tuple[Value, ...]]:
        for iri, _, node in self._all_entities():
            for document in node.all("pk:mentionedIn"):
                yield iri, document

    def relations(self) -> Iterator[tuple[Value, ...]]:
        roles = self._roles()
        for iri, node in self._of("Statement"):
            subject, object_ = node.one("rdf:subject"), node.one("rdf:object")
            confidence = max(map(Decimal, node.all("pk:confidence")), default=None)
            yield (iri, subject, node.name("rdf:predicate"), object_, node.name("pk:modality"), confidence,
                   tuple(sorted(roles.get((subject, object_), ()))) if node.name("rdf:predicate") == "holdsPositionIn" else (),
                   node.all("prov:wasDerivedFrom"))

    def _roles(self) -> dict[tuple[str | None, str | None], set[str]]:
        """The titles that a person has in an organization."""
        from kg.graph.terms import vocabulary

        found: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
        for quad in self._graph.quads_for_pattern(None, vocabulary("org:role"), None):
            membership = self._node(text_of(quad.subject))
            label = self._node(text_of(quad.object)).one("skos:prefLabel") or names.local(text_of(quad.object))
            found[membership.one("org:member"), membership.one("org:organization")].add(label)
        return found

    def figures(self) -> Iterator[tuple[Value, ...]]:
        for iri, node in self._of("Observation"):
            yield (iri, node.one("pk:observedEntity"), node.name("pk:indicator"), node.name("pk:measure"), node.number("pk:value"),
                   node.one("pk:unit"), node.one("pk:valueText"), node.name("pk:bound"), node.one("pk:period"),
                   node.name("pk:modality"), node.one("pk:countOf"))

    def milestones(self) -> Iterator[tuple[Value, ...]]:
        for iri, node in self._of("Milestone"):
            yield iri, node.one("pk:milestoneOf"), node.name("pk:stage"), node.one("pk:date"), node.name("pk:modality")

    def evidence(self) -> Iterator[tuple[Value, ...]]:
        for fact, node in self._supported():
            for iri in node.all("pk:evidence"):
                quote = self._node(iri)
                yield (fact, quote.one("prov:wasQuotedFrom"), quote.integer("oa:start"), quote.integer("oa:end"), quote.one("oa:exact"),
                       quote.name("prov:wasGeneratedBy"))

    def _supported(self) -> Iterator[tuple[str, _Node]]:
        """All that has evidence of its own: facts, and the names of entities."""
        for cls in _FACTS:
            yield from self._of(cls)
        for iri, _, node in self._all_entities():
            yield iri, node

    def documents(self) -> Iterator[tuple[Value, ...]]:
        for iri, node in self._of("Document"):
            yield (iri, node.one("dcterms:identifier"), node.one("dcterms:title"), node.one("dcterms:issued"), node.one("dcterms:source"),
                   node.one("dcterms:publisher"), node.one("pk:sha256"))
