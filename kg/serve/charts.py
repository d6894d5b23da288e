"""Figures as small charts over the years: where the points go. The template draws them as SVG.

Only figures of whole years are drawn, and only where there are two years or more: the first nine months of a year are no point of the same line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kg.profile.profile import Figure, comparable_years

WIDTH, HEIGHT = 340, 168
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 34, 30, 26
_YEAR = re.compile(r"\d{4}")
_ALL_LABELS = 5             # points up to which each has its value written beside it


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on the chart."""

    x: float
    y: float
    actual: bool            # a result, not a target, plan or forecast
    text: str               # its value as written
    period: str
    modality: str
    labelled: bool
    below: bool             # whether the label stands below the point


@dataclass(frozen=True, slots=True)
class Chart:
    """Points, the line through the results, and the years below."""

    points: tuple[Point, ...]
    line: str                                   # the ``points`` of a polyline
    years: tuple[tuple[float, str], ...]        # x and year
    zero: float                                 # y of the value 0


def chart(figures: Sequence[Figure]) -> Chart | None:
    """Lay out a chart; None where there is nothing to compare.

    :param figures: of one unit
    """
    if not comparable_years(figures):
        return None
    rows = list(_distinct((int(f.period), value, f) for f in sorted(figures, key=_in_time) if _YEAR.fullmatch(f.period) and (value := _number(f.value)) is not None))
    years = sorted({year for year, _, _ in rows})
    if len(years) < 2:
        return None
    low, high = min(Decimal(0), *(v for _, v, _ in rows)), max(Decimal(0), *(v for _, v, _ in rows))
    span = float(high - low) or 1.0

    def x(year: int) -> float:
        return round(_LEFT + (year - years[0]) / (years[-1] - years[0]) * (WIDTH - _LEFT - _RIGHT), 1)

    def y(value: Decimal) -> float:
        return round(HEIGHT - _BOTTOM - float(value - low) / span * (HEIGHT - _TOP - _BOTTOM), 1)

    labelled = _labelled(rows)
    points = tuple(Point(x(year), y(value), f.modality == "Actual", f.value_text, f.period, f.modality, i in labelled, value < 0)
                   for i, (year, value, f) in enumerate(rows))
    best: dict[int, tuple[int, float]] = {}
    for year, value, f in rows:
        if f.modality == "Actual" and (year not in best or len(f.evidence) > best[year][0]):
            best[year] = len(f.evidence), y(value)
    line = " ".join(f"{x(year)},{height}" for year, (_, height) in sorted(best.items()))
    return Chart(points, line, _ticks(years, x), y(Decimal(0)))


def _in_time(figure: Figure) -> tuple[str, ...]:
    return figure.period, figure.modality, figure.value_text


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
        return number if number.is_finite() else None
    except InvalidOperation:
        return None


def _distinct(rows: Iterable[tuple[int, Decimal, Figure]]) -> Iterable[tuple[int, Decimal, Figure]]:
    """One of those that say the same of the same year."""
    seen: set[tuple] = set()
    for year, value, figure in rows:
        key = year, value, figure.modality == "Actual"
        if key not in seen:
            seen.add(key)
            yield year, value, figure


def _labelled(rows: Sequence[tuple[int, Decimal, Figure]]) -> set[int]:
    """The points whose value is written: of few all that do not stand over one another, else the first, the highest and the last."""
    one_each = {year: i for i, (year, _, _) in sorted(enumerate(rows), key=lambda row: row[1][1])}
    if len(one_each) <= _ALL_LABELS:
        return set(one_each.values())
    chosen = sorted(one_each.values())
    highest = max(chosen, key=lambda i: rows[i][1])
    ends = {chosen[0], chosen[-1]}
    near = {year for i in ends for year in (rows[i][0] - 1, rows[i][0] + 1)}
    return ends if rows[highest][0] in near else ends | {highest}


def _ticks(years: Sequence[int], x: Callable[[int], float]) -> tuple[tuple[float, str], ...]:
    """The years that are written: all, or as many as fit."""
    every = list(range(years[0], years[-1] + 1))
    step = max(1, -(-len(every) // 7))
    shown = [year for year in every if (years[-1] - year) % step == 0]
    return tuple((x(year), str(year)) for year in shown)
