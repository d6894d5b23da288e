"""Takes the readings of documents, counts how often each rule fired and in how many documents: what one can know of rules without gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Entity, Milestone, Observation, Reading, Relation

KINDS = ("relation", "figure", "milestone", "name")


@dataclass(frozen=True, slots=True)
class Firings:
    """What one rule did in some documents."""

    kind: str  # one of KINDS
    rule: str
    fired: int  # places that it read a fact, or a name, from
    documents: int  # in which it did


def firings(readings: Iterable[Reading], rules: Iterable[str] = ()) -> list[Firings]:
    """Count.

    :param readings: taken one by one
    :param rules: names of rules for relations that are counted though they never fired
    :returns: by kind, the rule that fired most often first
    """
    fired = Counter({("relation", rule): 0 for rule in rules})
    documents: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        here = _in(reading)
        fired.update(here)
        documents.update(here.keys())
    rows = [Firings(kind, rule, number, documents[kind, rule]) for (kind, rule), number in fired.items()]
    return sorted(rows, key=lambda row: (KINDS.index(row.kind), -row.fired, row.rule))


def _in(reading: Reading) -> Counter[tuple[str, str]]:
    """How often each rule fired in one document, by kind and rule."""
    facts: list[Sequence[Relation | Observation | Milestone | Entity]]  # of each of KINDS
    facts = [reading.relations, reading.observations, reading.milestones, reading.entities]
    return Counter((kind, evidence.rule) for kind, found in zip(KINDS, facts, strict=True) for fact in found for evidence in fact.evidence)
