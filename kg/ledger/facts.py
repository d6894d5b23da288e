"""What a store says of the entities of one class, as facts with their quotations: a few SPARQL queries over the whole graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Any

from kg.ledger.table import in_time
from kg.names import local
from kg.query import run
from kg.rdf import text_of
from kg.schema import Schema
from kg.store import Store
from kg.store.quotes import Quote, Quotes

_EVIDENCE = "?fact pk:evidence ?evidence . ?evidence prov:wasQuotedFrom ?document ; oa:start ?start ; oa:end ?end ."
_FIGURES = f"""
SELECT ?fact ?entity ?indicator ?measure ?value ?unit ?text ?bound ?period ?counted ?modality ?document ?start ?end WHERE {{
  ?entity a %s .
  ?fact pk:observedEntity ?entity ; pk:indicator ?indicator ; pk:measure ?measure ; pk:value ?value ; pk:unit ?unit ; pk:valueText ?text ;
        pk:bound ?bound ; pk:modality ?modality .
  {_EVIDENCE}
  OPTIONAL {{ ?fact pk:period ?period }}
  OPTIONAL {{ ?fact pk:countOf ?counted }}
}} ORDER BY ?fact"""
_STAGES = f"""
SELECT ?fact ?entity ?stage ?date ?modality ?document ?start ?end WHERE {{
  ?entity a %s .
  ?fact pk:milestoneOf ?entity ; pk:stage ?stage ; pk:modality ?modality .
  {_EVIDENCE}
  OPTIONAL {{ ?fact pk:date ?date }}
}} ORDER BY ?fact"""
_LINKS = f"""
SELECT ?fact ?subject ?property ?object ?modality ?document ?start ?end WHERE {{
  %s a %s .
  ?fact rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object ; pk:modality ?modality .
  {_EVIDENCE}
}} ORDER BY ?fact"""
_CURATED = """
SELECT ?fact ?subject ?property ?object ?modality ?source WHERE {
  %s a %s .
  ?fact prov:wasDerivedFrom ?origin ; rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object ; pk:modality ?modality .
  OPTIONAL { ?origin rdfs:label ?label . FILTER (LANG(?label) = "zh") }
  BIND (COALESCE(STR(?label), STR(?origin)) AS ?source)
} ORDER BY ?fact"""
_DOCUMENTS = "SELECT ?node (COUNT(DISTINCT ?document) AS ?number) WHERE { ?node a %s ; pk:mentionedIn ?document } GROUP BY ?node"
_NAMES = """
SELECT ?entity ?evidence ?document ?start ?end WHERE {
  ?entity a %s ; pk:evidence ?evidence . ?evidence prov:wasQuotedFrom ?document ; oa:start ?start ; oa:end ?end
}"""


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation."""

    iri: str
    indicator: str              # id of the ontology's list, or a Chinese noun phrase
    measure: str
    value: Decimal
    unit: str
    text: str
    bound: str
    period: str
    modality: str
    count_of: str               # 家, 辆; empty for what is not counted
    quotes: tuple[Quote, ...]   # the earliest document first; never empty


@dataclass(frozen=True, slots=True)
class Stage:
    """A milestone."""

    iri: str
    stage: str
    date: str                   # EDTF; empty if unknown
    modality: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation, seen from one of its ends."""

    iri: str
    property: str
    other: str                  # IRI of the other end
    modality: str
    quotes: tuple[Quote, ...]   # empty for curated knowledge
    sources: tuple[str, ...]    # where that is from


class Facts:
    """Reads facts from a store; each method asks once and gives all entities of a class."""

    def __init__(self, store: Store, schema: Schema):
        self.schema = schema
        self._store = store

    def rows(self, sparql: str) -> list[dict[str, Any]]:
        """The rows of a query as texts by variable; what is unbound is left out."""
        result = run(self._store.graph, sparql, union=self._store.union)
        return [{name: text_of(term) for name, term in zip(result.variables, row, strict=True) if term is not None} for row in result.rows]

    # --- what things are

    @cached_property
    def labels(self) -> dict[str, str]:
        """The Chinese name of each entity, concept and indicator that has one in the store."""
        found: dict[str, str] = {}
        for row in self.rows('SELECT ?node ?label WHERE { ?node skos:prefLabel ?label FILTER (LANG(?label) = "zh") }'):
            found.setdefault(row["node"], row["label"])
        return found

    def label(self, iri: str) -> str:
        """The Chinese name of a node, or the last part of its IRI."""
        return self.labels.get(iri) or local(iri)

    @cached_property
    def classes(self) -> dict[str, str]:
        """The class of each entity, by local name."""
        values = " ".join(f"pk:{cls}" for cls in self.schema.entity_classes)
        rows = self.rows(f"SELECT ?node ?class WHERE {{ VALUES ?class {{ {values} }} ?node a ?class }}")
        return {row["node"]: local(row["class"]) for row in rows}

    def of_class(self, cls: str) -> list[str]:
        """The entities of a class, by name."""
        return sorted((iri for iri, its in self.classes.items() if its == cls), key=lambda iri: (self.label(iri), iri))

    def alternatives(self, cls: str) -> dict[str, list[str]]:
        """The other names of the entities of a class, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.rows(f"SELECT ?node ?name WHERE {{ ?node a pk:{cls} ; skos:altLabel ?name }}"):
            found[row["node"]].append(row["name"])
        return {iri: sorted(names) for iri, names in found.items()}

    # --- what is said of them

    def documents(self, cls: str) -> dict[str, int]:
        """In how many documents each entity of a class is mentioned."""
        rows = self.rows(_DOCUMENTS % f"pk:{cls}")
        return {row["node"]: int(row["number"]) for row in rows}

    def mentions(self, cls: str) -> dict[str, tuple[Quote, ...]]:
        """Where each entity of a class is named: once for each document."""
        return {rows[0]["entity"]: quotes for rows, quotes in self._facts((_NAMES % f"pk:{cls}",), "entity")}

    def figures(self, cls: str) -> dict[str, list[Figure]]:
        """The figures of each entity of a class."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for (row, *_), quotes in self._facts((_FIGURES % f"pk:{cls}",)):
            found[row["entity"]].append(Figure(
                row["fact"], local(row["indicator"]), local(row["measure"]), Decimal(row["value"]), row["unit"], row["text"],
                local(row["bound"]), row.get("period", ""), local(row["modality"]), row.get("counted", ""), quotes))
        return found

    def stages(self, cls: str) -> dict[str, list[Stage]]:
        """The milestones of each entity of a class."""
        found: dict[str, list[Stage]] = defaultdict(list)
        for (row, *_), quotes in self._facts((_STAGES % f"pk:{cls}",)):
            found[row["entity"]].append(Stage(row["fact"], local(row["stage"]), row.get("date", ""), local(row["modality"]), quotes))
        return found

    def links_from(self, cls: str) -> dict[str, list[Link]]:
        """The relations whose subject is each entity of a class."""
        return self._links(cls, "subject", "object")

    def links_to(self, cls: str) -> dict[str, list[Link]]:
        """The relations whose object is each entity of a class."""
        return self._links(cls, "object", "subject")

    def _links(self, cls: str, near: str, far: str) -> dict[str, list[Link]]:
        found: dict[str, list[Link]] = defaultdict(list)
        for rows, quotes in self._facts((_LINKS % (f"?{near}", f"pk:{cls}"), _CURATED % (f"?{near}", f"pk:{cls}"))):
            sources = tuple(sorted({row["source"] for row in rows if "source" in row}))
            row = rows[0]
            found[row[near]].append(Link(row["fact"], local(row["property"]), row[far], local(row["modality"]), quotes, sources))
        return found

    def _facts(self, queries: Sequence[str], key: str = "fact") -> Iterator[tuple[list[dict[str, Any]], tuple[Quote, ...]]]:
        """The rows of each fact with its quotations; facts by IRI."""
        by_fact: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in chain.from_iterable(map(self.rows, queries)):
            by_fact[row[key]].append(row)
        quotes = self._quotes(row for rows in by_fact.values() for row in rows)
        for _, rows in sorted(by_fact.items()):
            spans = dict.fromkeys(_span(row) for row in rows if "document" in row)
            yield rows, tuple(sorted((quotes[span] for span in spans), key=in_time))

    def _quotes(self, rows: Iterable[dict[str, Any]]) -> dict[tuple[str, int, int], Quote]:
        """The quotations, asked for document by document, so that each text is opened once."""
        quotes = Quotes(self._store)
        spans = sorted({_span(row) for row in rows if "document" in row})
        return {span: quotes.quote(self._identifiers[span[0]], *span[1:]) for span in spans}

    @cached_property
    def _identifiers(self) -> dict[str, str]:
        rows = self.rows("SELECT ?document ?identifier WHERE { ?document dcterms:identifier ?identifier }")
        return {row["document"]: row["identifier"] for row in rows}


def _span(row: dict[str, Any]) -> tuple[str, int, int]:
    return row["document"], int(row["start"]), int(row["end"])
