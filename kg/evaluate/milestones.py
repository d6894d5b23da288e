"""Compares milestones: the right entity at the right stage; strictly, on the right date."""

from __future__ import annotations

from kg.evaluate import events
from kg.evaluate.entities import Matching
from kg.evaluate.found import FoundMilestone
from kg.evaluate.gold import Gold, GoldMilestone


def compare(gold: Gold, milestones: tuple[FoundMilestone, ...], matching: Matching, *, strict: bool = False) -> events.Comparison:
    """Compare the milestones of one document."""
    def like(expected: GoldMilestone, given: FoundMilestone) -> bool:
        return given.stage == expected.stage and given.owner in matching.nodes(expected.owners)

    def same(expected: GoldMilestone, given: FoundMilestone) -> bool:
        return like(expected, given) and (not strict or given.date == expected.date)

    return events.compare(gold.required.milestones, gold.optional.milestones, milestones, matching, same=same, like=like)


def described(milestone: GoldMilestone | FoundMilestone) -> str:
    """A milestone in one line, without its owner."""
    return " ".join(filter(None, [milestone.stage, milestone.date]))
