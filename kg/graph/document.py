"""What one document says, as quads in the named graph of its IRI."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import Field, dataclass
from decimal import Decimal
from typing import Any, ClassVar, Protocol

from pyoxigraph import Literal, NamedNode, Quad

from kg import names
from kg.graph.facts import Fact, facts, milestones, observations
from kg.graph.terms import chinese, concept, day, decimal, integer, vocabulary
from kg.model import Entity, Evidence, Milestone, Node, Observation, Reading
from kg.resolve import Resolution
from kg.schema import Schema


class Described(Protocol):
    """What is known of a document; both kg.model.Document and kg.store.StoredDocument answer it, and are dataclasses."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def identifier(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    @property
    def title(self) -> str | None: ...

    @property
    def issued(self) -> str | None: ...

    @property
    def source(self) -> str | None: ...

    @property
    def publisher(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Part:
    """A document's part of the graph."""

    quads: list[Quad]                   # some may come more than once; without the confidence of statements
    said: dict[str, Decimal]            # its statements, by IRI, and how sure the document makes each
    indicators: frozenset[str]          # that its observations name
    owners: dict[str, frozenset[str]]   # for each node that is written about, the facts that it is there for: their IRIs


def quads(document: Described, reading: Reading, resolution: Resolution, schema: Schema, *, base: str = names.BASE) -> Iterator[Quad]:
    """Give all that one document says, by itself. Some quads may come more than once.

    :param base: of the IRIs
    """
    nodes = resolution.nodes(document.identifier)
    made = part(document, reading, nodes, schema, base)
    yield from made.quads
    graph = names.document(document.identifier, base)
    yield from confidence_quads((statement, graph, confidence) for statement, confidence in made.said.items())


def part(document: Described, reading: Reading, nodes: Sequence[Node], schema: Schema, base: str,
         without: Collection[str] = frozenset()) -> Part:
    """Give what a document says, but for the confidence of its statements, which other documents have a part in.

    :param nodes: those of the reading's entities
    :param without: facts to leave out, by their IRIs; for an entity's mention, that of its node
    """
    writer = _Writer(document, nodes, base)
    written = [*writer.document(document), *writer.mentions(reading.entities, without)]
    said, indicators = {}, set()
    for fact in facts(reading, nodes, schema.relations, base):
        if fact.iri not in without:
            written += writer.statement(fact)
            said[fact.iri] = fact.confidence
    for iri, observation, evidence in observations(reading, nodes, base):
        if iri not in without:
            written += writer.observation(iri, observation, evidence)
            indicators.add(observation.indicator)
    for iri, milestone, evidence in milestones(reading, nodes, base):
        if iri not in without:
            written += writer.milestone(iri, milestone, evidence)
    return Part(written, said, frozenset(indicators), {node: frozenset(of) for node, of in writer.owners.items()})


def confidence_quads(said: Iterable[tuple[str, str, Decimal]]) -> Iterator[Quad]:
    """Give the confidence of statements, each in the graph of a document that states it.

    :param said: IRI of the statement, IRI of the document, confidence
    """
    for statement, graph, confidence in said:
        yield Quad(NamedNode(statement), concept("confidence"), decimal(confidence), NamedNode(graph))


class _Writer:
    """Quads of one document. Each evidence and rule is described when it is first used."""

    def __init__(self, document: Described, nodes: Sequence[Node], base: str):
        self.nodes = nodes
        self._base = base
        self._document = NamedNode(names.document(document.identifier, base))
        self._evidence: dict[Evidence, NamedNode] = {}
        self._rules: dict[str, NamedNode] = {}
        self.owners: dict[str, set[str]] = defaultdict(set)

    def _quad(self, subject: NamedNode, predicate: str, object_: NamedNode | Literal) -> Quad:
        return Quad(subject, vocabulary(predicate), object_, self._document)

    def document(self, document: Described) -> Iterator[Quad]:
        subject = self._document
        yield self._quad(subject, "rdf:type", concept("Document"))
        yield self._quad(subject, "dcterms:identifier", Literal(document.identifier))
        yield self._quad(subject, "pk:sha256", Literal(document.sha256))
        if document.title:
            yield self._quad(subject, "dcterms:title", chinese(document.title))
        if document.issued:
            yield self._quad(subject, "dcterms:issued", day(document.issued))
        if document.source:
            yield self._quad(subject, "dcterms:source", Literal(document.source))
        if document.publisher:
            yield self._quad(subject, "dcterms:publisher", chinese(document.publisher))

    def mentions(self, entities: Sequence[Entity], without: Collection[str]) -> Iterator[Quad]:
        """Where the entities are named; of many places in a document only the first is told.

        :param without: nodes for which it is not told
        """
        first: dict[str, Evidence] = {}
        for node, entity in zip(self.nodes, entities, strict=True):
            candidates = [*entity.evidence, *([first[node.iri]] if node.iri in first else [])]
            if candidates:
                first[node.iri] = min(candidates, key=lambda e: (e.start, e.end, e.rule))
        for iri in sorted({node.iri for node in self.nodes}):
            subject = NamedNode(iri)
            yield self._quad(subject, "pk:mentionedIn", self._document)
            if iri in first and iri not in without:
                yield from self._evidences(subject, [first[iri]], iri)

    def statement(self, fact: Fact) -> Iterator[Quad]:
        subject, predicate, object_ = NamedNode(fact.subject), concept(fact.predicate), NamedNode(fact.object)
        if fact.modality == "Actual":
            yield Quad(subject, predicate, object_, self._document)
        statement = NamedNode(fact.iri)
        yield self._quad(statement, "rdf:type", concept("Statement"))
        yield self._quad(statement, "rdf:type", vocabulary("rdf:Statement"))
        yield self._quad(statement, "rdf:subject", subject)
        yield self._quad(statement, "rdf:predicate", predicate)
        yield self._quad(statement, "rdf:object", object_)
        yield self._quad(statement, "pk:modality", concept(fact.modality))
        yield from self._evidences(statement, fact.evidence, fact.iri)
        if fact.modality == "Actual":
            for role, evidence in fact.roles.items():
                yield from self._membership(fact, role, evidence)

    def _membership(self, fact: Fact, role: str, evidence: Iterable[Evidence]) -> Iterator[Quad]:
        membership = NamedNode(names.digest("membership", fact.subject, fact.object, role, base=self._base))
        title = NamedNode(f"{self._base}role/{names.segment(role)}")
        yield self._quad(membership, "rdf:type", vocabulary("org:Membership"))
        yield self._quad(membership, "org:member", NamedNode(fact.subject))
        yield self._quad(membership, "org:organization", NamedNode(fact.object))
        yield self._quad(membership, "org:role", title)
        yield self._quad(title, "rdf:type", vocabulary("org:Role"))
        yield self._quad(title, "skos:prefLabel", chinese(role))
        self.owners[title.value].add(fact.iri)
        yield from self._evidences(membership, evidence, fact.iri)

    def observation(self, iri: str, observation: Observation, evidence: Iterable[Evidence]) -> Iterator[Quad]:
        o, subject = observation, NamedNode(iri)
        yield self._quad(subject, "rdf:type", concept("Observation"))
        yield self._quad(subject, "pk:observedEntity", NamedNode(self.nodes[o.entity].iri))
        yield self._quad(subject, "pk:indicator", NamedNode(names.indicator(o.indicator)))
        yield self._quad(subject, "pk:measure", concept(o.measure))
        yield self._quad(subject, "pk:value", decimal(o.value))
        yield self._quad(subject, "pk:unit", Literal(o.unit))
        yield self._quad(subject, "pk:valueText", Literal(o.value_text))
        yield self._quad(subject, "pk:bound", concept(o.bound))
        yield self._quad(subject, "pk:modality", concept(o.modality))
        if o.period:
            yield self._quad(subject, "pk:period", Literal(o.period))
        if o.count_of:
            yield self._quad(subject, "pk:countOf", Literal(o.count_of))
        yield from self._evidences(subject, evidence, iri)

    def milestone(self, iri: str, milestone: Milestone, evidence: Iterable[Evidence]) -> Iterator[Quad]:
        subject = NamedNode(iri)
        yield self._quad(subject, "rdf:type", concept("Milestone"))
        yield self._quad(subject, "pk:milestoneOf", NamedNode(self.nodes[milestone.entity].iri))
        yield self._quad(subject, "pk:stage", concept(milestone.stage))
        yield self._quad(subject, "pk:modality", concept(milestone.modality))
        if milestone.date:
            yield self._quad(subject, "pk:date", Literal(milestone.date))
        yield from self._evidences(subject, evidence, iri)

    def _evidences(self, subject: NamedNode, evidence: Iterable[Evidence], owner: str) -> Iterator[Quad]:
        """Lead from a node to its evidence.

        :param owner: the fact that all this is written for
        """
        self.owners[subject.value].add(owner)
        for e in evidence:
            if e not in self._evidence:
                yield from self._describe(e)
            self.owners[self._evidence[e].value].add(owner)
            self.owners[self._rules[e.rule].value].add(owner)
            yield self._quad(subject, "pk:evidence", self._evidence[e])

    def _describe(self, e: Evidence) -> Iterator[Quad]:
        node = NamedNode(names.digest("evidence", self._document.value, e.start, e.end, e.rule, base=self._base))
        self._evidence[e] = node
        if e.rule not in self._rules:
            rule = self._rules[e.rule] = NamedNode(names.rule(e.rule, self._base))
            yield self._quad(rule, "rdf:type", concept("Rule"))
            yield self._quad(rule, "rdfs:label", Literal(e.rule))
        yield self._quad(node, "rdf:type", concept("Evidence"))
        yield self._quad(node, "prov:wasQuotedFrom", self._document)
        yield self._quad(node, "oa:exact", Literal(e.exact))
        yield self._quad(node, "oa:start", integer(e.start))
        yield self._quad(node, "oa:end", integer(e.end))
        yield self._quad(node, "prov:wasGeneratedBy", self._rules[e.rule])
