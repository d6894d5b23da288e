"""What holds for a sentence though it does not say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Event:
    """A signing, groundbreaking or opening that a piece of news tells of."""

    date: str | None  # EDTF
    host: tuple[str, str] | None  # class and name of the place or park that held it
    stages: frozenset[str]  # that it brought
    sentence: int  # where the sentence begins that told of it last
    day: str | None = None  # EDTF: the day on which it was, where its date is the quarter of which the text then tells


class Topic(NamedTuple):
    """What holds for a sentence."""

    place: tuple[str, str] | None  # class and name of the place spoken of
    year: int | None  # of figures and milestones that name none
    period: str | None  # of figures, where a frame gives a part of a year (前三季度，…)
    date_year: int | None  # of dates that leave their year out (6月30日)
    issued: int | None  # the year the document was issued
    issued_month: int | None  # and its month, if that is known
    issued_day: str | None  # and the whole date, likewise; of news the day on which it was written
    told_year: int | None  # the last year that the sentences before named
    forward: bool  # whether it speaks of what is to come
    told_day: str | None = None  # the last day that the sentences before named
    event: Event | None = None  # of which a piece of news tells
    at_the_event: bool = False  # whether the paragraph told of it
