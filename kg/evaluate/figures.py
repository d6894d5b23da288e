"""Compares figures: about the right entity, the right value in the right unit, measured alike, and actual or not.

Strictly, the indicator, the period and the bound must be right too.
"""

from __future__ import annotations

from kg.evaluate import events
from kg.evaluate.compare import normal
from kg.evaluate.entities import Matching
from kg.evaluate.found import FoundFigure
from kg.evaluate.gold import Gold, GoldFigure

TOLERANCE = 1e-3        # of the value


def compare(gold: Gold, figures: tuple[FoundFigure, ...], matching: Matching, *, strict: bool = False) -> events.Comparison:
    """Compare the figures of one document."""
    def like(expected: GoldFigure, given: FoundFigure) -> bool:
        return given.owner in matching.nodes(expected.owners) and same_value(expected, given)

    def same(expected: GoldFigure, given: FoundFigure) -> bool:
        return like(expected, given) and (not strict or same_meaning(expected, given))

    return events.compare(gold.required.figures, gold.optional.figures, figures, matching, same=same, like=like)


def same_value(expected: GoldFigure, given: FoundFigure) -> bool:
    """Whether value, unit, measure, and actual or not agree."""
    return (given.unit == expected.unit and given.measure == expected.measure
            and (given.modality == "Actual") == (expected.modality == "Actual")
            and abs(given.value - expected.value) <= TOLERANCE * max(abs(expected.value), 1e-12))


def same_meaning(expected: GoldFigure, given: FoundFigure) -> bool:
    """Whether indicator, period and bound agree."""
    return given.period == expected.period and given.bound == expected.bound and same_indicator(expected.indicator, given)


def same_indicator(expected: str, given: FoundFigure) -> bool:
    """Whether an indicator is the one expected: by its id, or by a label if it is minted from a text.

    Minted names agree if one holds the other, or if they share half of their characters.
    """
    if expected == given.indicator:
        return True
    if expected.isascii():          # an id of the ontology's list: nearly the same is another indicator
        return normal(expected) in given.labels
    return any(_akin(normal(expected), label) for label in given.labels)


def _akin(one: str, other: str) -> bool:
    if not one or not other:
        return False
    common = set(one) & set(other)
    return one in other or other in one or 2 * len(common) >= max(len(set(one)), len(set(other)))


def described(figure: GoldFigure | FoundFigure) -> str:
    """A figure in one line, without its owner."""
    parts = [figure.indicator, figure.measure, f"{figure.value:.15g}", figure.unit, figure.period, figure.modality]
    if isinstance(figure, FoundFigure) and figure.text:
        parts.append(f"«{figure.text}»")
    return " ".join(filter(None, parts))
