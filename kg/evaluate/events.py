"""What figures and milestones have in common: facts about one entity, paired off between gold and graph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kg.evaluate.compare import pairs
from kg.evaluate.entities import Matching
from kg.evaluate.tally import Tally

Expected = TypeVar("Expected")
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Comparison(Generic[Expected, Given]):
    """What became of the facts; ``hit`` are required, ``spared`` are right because they are optional."""

    tally: Tally
    missed: tuple[Expected, ...]
    wrong: tuple[Given, ...]
    hit: tuple[Given, ...] = ()
    spared: tuple[Given, ...] = ()


def compare(required: Sequence[Expected], optional: Sequence[Expected], found: Sequence[Given], matching: Matching, *,
            same: Callable[[Expected, Given], bool], like: Callable[[Expected, Given], bool]) -> Comparison[Expected, Given]:
    """Pair off the required facts by ``same``, then the optional ones by ``like`` with what is left.

    What is left after that is wrong, unless it is about an optional entity.
    """
    hit = pairs(required, found, same)
    rest = _without(found, hit.values())
    spared = pairs(optional, rest, like)
    extra = _without(rest, spared.values())
    wrong = tuple(fact for fact in extra if fact.owner not in matching.optional)
    return Comparison(Tally(len(hit), len(hit) + len(wrong), len(required)), tuple(_without(required, hit)), wrong,
                      tuple(found[i] for i in sorted(hit.values())), tuple(rest[i] for i in sorted(spared.values())))


def _without(items: Sequence[Any], positions: Any) -> list[Any]:
    taken = set(positions)
    return [item for position, item in enumerate(items) if position not in taken]
