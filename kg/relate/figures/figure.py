"""A figure as it is read in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.relate.focus import Owner

LEVEL, GROWTH, SHARE, RANK = "Level", "Growth", "Share", "Rank"


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
