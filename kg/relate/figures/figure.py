"""A figure as it is read in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kg.model import TimeSpan
from kg.relate.focus import Owner

LEVEL, GROWTH, SHARE, RANK = "Level", "Growth", "Share", "Rank"
Clause = tuple[int, int]
PLACES = ("District", "Park")  # owners that have what lies in them


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, in clean offsets."""

    owner: Owner
    indicator: str
    measure: str
    value: Decimal
    unit: str
    value_text: str
    bound: str
    period: str | None
    modality: str
    start: int
    end: int
    rule: str
    count_of: str | None = None


class ToldSoFar(NamedTuple):
    """What a sentence leaves to the one that goes on with it."""

    last: Figure | None
    time: TimeSpan | None  # the last one that it named
    level: Figure | None  # the last level
    level_counted: str | None  # what its last count counted
