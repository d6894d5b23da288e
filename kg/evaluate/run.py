"""Evaluates a graph against gold annotations, document by document, and adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.evaluate import entities, figures, milestones, relations
from kg.evaluate.found import NOTHING, Found, documents, found_in, identifier_of
from kg.evaluate.gold import Gold
from kg.evaluate.listed import Known
from kg.evaluate.quotes import bad_quotes
from kg.evaluate.tally import Tally
from kg.names import local
from kg.schema import Schema, load_schema

if TYPE_CHECKING:
    from kg.store.part import Graph


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that was missed or wrong."""

    document: str       # as the gold calls it
    kind: str           # "entity missed", "relation wrong", "quote bad" …
    what: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures.

    ``tallies`` has the keys ``entities/core``, ``entities/all``, ``entities/Company`` …, ``relations``, ``relations/locatedIn`` …,
    ``figures``, ``figures/strict``, ``milestones``, ``milestones/strict``.
    """

    tallies: dict[str, Tally]
    documents: dict[str, dict[str, Tally]]      # the same for each document
    quotes: Tally                               # evidences: right (hit) of all (found)
    missing: tuple[str, ...]                    # documents of the gold that the graph does not have
    misses: tuple[Miss, ...] = field(repr=False)
    never_listed: dict[str, Tally] = field(default_factory=dict)    # core, all, Company …: entities without a name known beforehand


def evaluate(graph: Graph, golds: Iterable[Gold], text: Callable[[str], str], schema: Schema | None = None,
             known: Known | None = None) -> Evaluation:
    """Compare what the graph says about some documents with their gold.

    A document that the graph does not have counts as one of which nothing was found.

    :param graph: read only
    :param text: gives the text of a document by its identifier, to check the quotations
    :param known: tells which names were known beforehand (:func:`kg.evaluate.listed.known_names`); without it ``never_listed`` is empty
    """
    schema = schema or load_schema()
    identifiers = documents(graph)
    by_document: dict[str, dict[str, Tally]] = {}
    unlisted: list[dict[str, Tally]] = []
    misses: list[Miss] = []
    missing: list[str] = []
    quotes = Tally()
    for gold in golds:
        identifier = identifier_of(gold.document, identifiers)
        found = NOTHING if identifier is None else found_in(graph, identifiers[identifier], schema)
        matching = entities.match(gold, found.entities)
        by_document[gold.document], lost = _compare(gold, found, matching, schema)
        if known is not None:
            unlisted.append({name: entities.never_listed(gold, found.entities, matching, classes, known) for name, classes in _groups(schema).items()})
        misses += (Miss(gold.document, kind, what) for kind, what in lost)
        if identifier is None:
            missing.append(gold.document)
            misses.append(Miss(gold.document, "document missing", "it is not in the graph"))
        else:
            bad = list(bad_quotes(found.quotes, text(identifier)))
            misses += (Miss(gold.document, "quote bad", what) for what in bad)
            quotes += Tally(len(found.quotes) - len(bad), len(found.quotes), len(found.quotes))
    return Evaluation(_sum(by_document.values()), by_document, quotes, tuple(missing), tuple(misses), _sum(unlisted))


def _groups(schema: Schema) -> dict[str, tuple[str, ...]]:
    """The classes that are counted together."""
    return {"core": entities.CORE, "all": tuple(schema.entity_classes), **{cls: (cls,) for cls in schema.entity_classes}}


def _compare(gold: Gold, found: Found, matching: entities.Matching, schema: Schema) -> tuple[dict[str, Tally], list[tuple[str, str]]]:
    """The tallies of one document, and what was missed or wrong, as kind and line."""
    relation = relations.compare(gold, found.relations, matching, schema)
    figure, strict_figure = (figures.compare(gold, found.figures, matching, strict=strict) for strict in (False, True))
    milestone, strict_milestone = (milestones.compare(gold, found.milestones, matching, strict=strict) for strict in (False, True))
    tallies = {
        **{f"entities/{name}": entities.tally(gold, found.entities, matching, classes) for name, classes in _groups(schema).items()},
        "relations": relation.tally(schema.relations),
        **{f"relations/{name}": relation.tally((name,)) for name in schema.relations},
        "figures": figure.tally, "figures/strict": strict_figure.tally,
        "milestones": milestone.tally, "milestones/strict": strict_milestone.tally,
    }

    def label(iri: str) -> str:
        return found.entities[iri].label if iri in found.entities else local(iri)

    def lost() -> Iterator[tuple[str, str]]:
        yield from (("entity missed", line) for line in entities.missed(gold, matching))
        yield from (("entity wrong", line) for line in entities.wrong(found.entities, matching))
        yield from (("relation missed", f"{gold.name(r.subject)} {r.predicate} {gold.name(r.object)}") for r in relation.missed)
        yield from (("relation wrong", f"{label(r.subject)} {r.predicate} {label(r.object)}") for r in relation.wrong)
        for kind, comparison, described in (("figure", figure, figures.described), ("milestone", milestone, milestones.described)):
            yield from ((f"{kind} missed", f"{gold.name(fact.owners[0])} {described(fact)}") for fact in comparison.missed)
            yield from ((f"{kind} wrong", f"{label(fact.owner)} {described(fact)}") for fact in comparison.wrong)

    return tallies, list(lost())


def _sum(documents: Iterable[dict[str, Tally]]) -> dict[str, Tally]:
    total: dict[str, Tally] = {}
    for tallies in documents:
        for key, tally in tallies.items():
            total[key] = total.get(key, Tally()) + tally
    return total
