"""What of a graph breaks the shapes, and the graph without it: facts that are refused are told, so that they can be kept and tried again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, Quad

from kg import names
from kg.graph.document import Described, Part, confidence_quads, part
from kg.graph.facts import facts, milestones, observations
from kg.model import Evidence, Node, Reading
from kg.rdf import text_of
from kg.schema import Schema
from kg.shacl import Data, Result, Shapes

# What is known of a document and can be left out, by the property that tells it.
_KNOWN = {"dcterms:title": "title", "dcterms:issued": "issued", "dcterms:source": "source", "dcterms:publisher": "publisher"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fact that breaks a shape."""

    fact: str                               # IRI of the statement, observation or milestone; of the document, or of what is described
    what: str                               # the fact in words
    path: str                               # the property, by prefix and name; "" if it is the node itself
    value: str                              # what was found; "" if something is missing
    message: str                            # English
    message_zh: str
    rules: tuple[str, ...] = ()             # that read it
    start: int | None = None                # of its first quotation, in the document's text
    end: int | None = None


class Screen:
    """Refuses what breaks the shapes in the parts of documents."""

    def __init__(self, shapes: Shapes, schema: Schema, base: str, describe: Callable[[str], list[Quad]]):
        """Take down what is the same for all documents.

        :param describe: gives what a node is called
        """
        self._shapes, self._schema, self._base, self._describe = shapes, schema, base, describe

    def part(self, document: Described, reading: Reading, nodes: Sequence[Node]) -> tuple[Part, tuple[Refusal, ...]]:
        """Give what a document says without what breaks a shape, and that."""
        found = _Found(reading, nodes, self._schema, self._base)
        without: set[str] = set()
        refused: dict[tuple, Refusal] = {}
        while True:
            made = part(document, reading, nodes, self._schema, self._base, without)
            results = self._results(document, made, nodes)
            if not results:
                return made, tuple(refused[key] for key in sorted(refused))
            for result in results:
                known = _KNOWN.get(result.path) if result.node == names.document(document.identifier, self._base) else None
                if known:
                    document = replace(document, **{known: None})
                    what = f"{document.identifier} {result.path} {result.value}"
                    refused[result.node, result.path, ""] = _refusal(result, result.node, what)
                    continue
                offending = self._offending(document, reading, nodes, made, result, found, without)
                for fact in offending:
                    refused[fact, result.path, result.message("en")] = found.refusal(fact, result)
                if not offending <= without:
                    without |= offending
                else:               # nothing that could be left out is to blame: the document as a whole is
                    refused[result.node, result.path, result.message("en")] = _refusal(result, result.node, document.identifier)
                    return Part([], {}, frozenset(), {}), tuple(refused[key] for key in sorted(refused))

    def _results(self, document: Described, made: Part, nodes: Sequence[Node]) -> list[Result]:
        """What in a document's part breaks a shape, whatever breaks one in what its things are called."""
        graph = names.document(document.identifier, self._base)
        data = Data(made.quads)
        data.add(confidence_quads((statement, graph, confidence) for statement, confidence in made.said.items()))
        described = {node.iri for node in nodes}
        for iri in described:
            data.add(self._describe(iri))
        found = self._shapes.check(data)
        if not found:
            return []
        own = set(map(_triple, made.quads))
        return [result for result in found
                if result.node not in described or result.about or (result.node, result.path, result.value) in own]

    def _offending(self, document: Described, reading: Reading, nodes: Sequence[Node], made: Part, result: Result, found: _Found,
                   without: Collection[str]) -> set[str]:
        """The facts that a result is about; of several relations of one thing, those that break the shape by themselves, if any do."""
        candidates = found.relations(result) - set(without) or set(made.owners.get(result.node, ()))
        if len(candidates) < 2 or not result.about:
            return candidates
        alone = set()
        for fact in candidates:
            others = part(document, reading, nodes, self._schema, self._base, {*without, *candidates} - {fact})
            if any((other.node, other.messages) == (result.node, result.messages) for other in self._results(document, others, nodes)):
                alone.add(fact)
        return alone or candidates

    def descriptions(self, quads: Iterable[Quad]) -> tuple[list[Quad], tuple[Refusal, ...]]:
        """Give what things are called without what breaks a shape, and that."""
        kept, refused = list(quads), list[Refusal]()
        for result in self._shapes.check(Data(kept)):
            kept = [quad for quad in kept if _triple(quad) != (result.node, result.path, result.value)]
            refused.append(_refusal(result, result.node, f"{names.local(result.node)} {result.path} {result.value}"))
        return kept, tuple(refused)

    def curated(self, quads: Sequence[Quad]) -> tuple[list[Quad], tuple[Refusal, ...]]:
        """Give what is known beside the documents without what breaks a shape, and that."""
        kept, refused = list(quads), list[Refusal]()
        while True:
            data = Data(kept)
            for node in sorted({end.value for quad in kept for end in (quad.subject, quad.object) if isinstance(end, NamedNode)}):
                data.add(self._describe(node))
            results = [result for result in self._shapes.check(data) if any(_is_about(quad, result) for quad in kept)]
            if not results:
                return kept, tuple(refused)
            for result in results:
                kept = [quad for quad in kept if not _is_about(quad, result)]
                refused.append(_refusal(result, result.node, f"{names.local(result.node)} {result.path} {result.value}"))


def _triple(quad: Quad) -> tuple[str, str, str]:
    """A triple as a result tells it."""
    return text_of(quad.subject), names.short(quad.predicate.value), text_of(quad.object)


def _is_about(quad: Quad, result: Result) -> bool:
    """Whether a curated quad is to go for what was found: the value, the relation, or all of a statement."""
    if text_of(quad.subject) != result.node:
        return False
    if result.about:
        return names.short(quad.predicate.value) == result.about and result.value in (text_of(quad.object), result.node)
    return "/statement/" in result.node or names.short(quad.predicate.value) == result.path and result.value in (text_of(quad.object), "")


class _Found:
    """The facts of a reading by their IRIs, looked up when something is wrong."""

    def __init__(self, reading: Reading, nodes: Sequence[Node], schema: Schema, base: str):
        self._reading, self._nodes, self._schema, self._base = reading, nodes, schema, base
        self._relations: list | None = None

    def _facts(self) -> list:
        if self._relations is None:
            self._relations = facts(self._reading, self._nodes, self._schema.relations, self._base)
        return self._relations

    def relations(self, result: Result) -> set[str]:
        """The relations that a result about the ends of a relation may mean."""
        if not result.about.startswith("pk:"):
            return set()
        predicate = result.about.removeprefix("pk:")
        about = [fact for fact in self._facts() if fact.predicate == predicate and result.node in (fact.subject, fact.object)]
        exact = [fact for fact in about if result.path == result.about and result.value in (fact.subject, fact.object)]
        return {fact.iri for fact in exact or about}

    def refusal(self, fact: str, result: Result) -> Refusal:
        what, evidence = self._told(fact)
        first = min(evidence, key=lambda e: (e.start, e.end, e.rule), default=None)
        rules = tuple(sorted({e.rule for e in evidence}))
        return replace(_refusal(result, fact, what), rules=rules, start=first.start if first else None, end=first.end if first else None)

    def _told(self, iri: str) -> tuple[str, Collection[Evidence]]:
        """A fact in words, and its evidence."""
        for fact in self._facts():
            if fact.iri == iri:
                return f"{names.local(fact.subject)} {fact.predicate} {names.local(fact.object)}", fact.evidence
        for found, o, evidence in observations(self._reading, self._nodes, self._base):
            if found == iri:
                return f"{self._nodes[o.entity].label} {o.indicator} {o.measure} {o.value_text}", evidence
        for found, m, evidence in milestones(self._reading, self._nodes, self._base):
            if found == iri:
                return f"{self._nodes[m.entity].label} {m.stage} {m.date or ''}".rstrip(), evidence
        mentions = [e for node, entity in zip(self._nodes, self._reading.entities, strict=True) if node.iri == iri for e in entity.evidence]
        return names.local(iri), mentions


def _refusal(result: Result, fact: str, what: str) -> Refusal:
    return Refusal(fact, what.strip(), result.path, result.value, result.message("en"), result.message("zh"))
