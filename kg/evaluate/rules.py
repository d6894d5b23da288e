"""Takes a graph and gold annotations, gives for each rule how often it fired, and how often it was right.

A fact counts for every rule that one of its evidences in the document was read by. It is right if the gold lists it, as required or as optional,
and wrong if it does not; what is about an optional entity and not listed is neither. Figures and milestones are compared as
:func:`kg.evaluate.evaluate` does when it is not strict. A name counts for the rule that found it where the document first names it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.evaluate import entities, figures, milestones, relations
from kg.evaluate.found import Found, documents, found_in, identifier_of
from kg.evaluate.gold import Gold
from kg.schema import Schema, load_schema

if TYPE_CHECKING:
    from kg.store.part import Graph

KINDS = ("relation", "figure", "milestone", "name")


@dataclass(frozen=True, slots=True)
class Firing:
    """What one rule did on the gold's documents."""

    kind: str           # one of KINDS
    rule: str
    fired: int          # facts; those that are neither right nor wrong too
    right: int
    wrong: int

    @property
    def precision(self) -> float | None:
        """Share of the right among those that are right or wrong; None if there are none."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None


def by_rule(graph: Graph, golds: Iterable[Gold], schema: Schema | None = None) -> list[Firing]:
    """Judge each rule by the documents of the gold; those that the graph does not have are left out.

    :returns: the rules that fired, the one with most wrong facts first
    """
    schema = schema or load_schema()
    known = documents(graph)
    counts: dict[str, Counter] = {verdict: Counter() for verdict in ("fired", "right", "wrong")}
    for gold in golds:
        identifier = identifier_of(gold.document, known)
        if identifier is not None:
            for kind, verdict, fact in _judged(gold, found_in(graph, known[identifier], schema), schema):
                counts[verdict].update((kind, rule) for rule in fact.rules)
    rows = [Firing(kind, rule, fired, counts["right"][kind, rule], counts["wrong"][kind, rule]) for (kind, rule), fired in counts["fired"].items()]
    return sorted(rows, key=lambda row: (-row.wrong, -row.fired, KINDS.index(row.kind), row.rule))


def _judged(gold: Gold, found: Found, schema: Schema) -> Iterator[tuple[str, str, Any]]:
    """The facts of a document: kind, verdict (each has fired; some are right, some wrong), fact."""
    matching = entities.match(gold, found.entities)
    right = set(matching.node_of.values())
    for iri, node in found.entities.items():
        yield "name", "fired", node
        yield "name", "right" if iri in right else "wrong", node
    for kind, facts, comparison in (
            ("relation", found.relations, relations.compare(gold, found.relations, matching, schema)),
            ("figure", found.figures, figures.compare(gold, found.figures, matching)),
            ("milestone", found.milestones, milestones.compare(gold, found.milestones, matching))):
        for verdict, chosen in (("fired", facts), ("right", (*comparison.hit, *comparison.spared)), ("wrong", comparison.wrong)):
            yield from ((kind, verdict, fact) for fact in chosen)
