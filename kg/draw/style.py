"""How things look that Python and the page must agree on: a class's colour and shape, a node's size, a label's lines.

The colours are those of Okabe and Ito, which people with any kind of colour vision can tell apart, and grey
(source: Okabe & Ito, *Color Universal Design*, 2008). No class is told by its colour alone: each has a shape too.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """Colour on a light ground, colour on a dark one, and the name of a shape, one of :data:`OUTLINES`."""

    light: str
    dark: str
    shape: str


LOOKS: dict[str, Look] = {
    "Company": Look("#0072B2", "#2F95D8", "circle"),
    "Park": Look("#009E73", "#14B88A", "square"),
    "District": Look("#56B4E9", "#8CCDF5", "hexagon"),
    "Project": Look("#E69F00", "#F0AE1E", "diamond"),
    "Organization": Look("#CC79A7", "#DB93BC", "pentagon"),
    "Person": Look("#D55E00", "#EE7A22", "triangle"),
    "Industry": Look("#F0E442", "#F0E442", "triangleDown"),
    "Product": Look("#3B3B3B", "#DADADA", "cross"),
    "Programme": Look("#999999", "#A6A6A6", "star"),
}

# For classes that an extended ontology brings: the same colours, each with another shape than above.
_SPARE = tuple(Look(look.light, look.dark, shape) for look, shape in zip(
    LOOKS.values(), ("star", "triangleDown", "cross", "triangle", "square", "diamond", "circle", "hexagon", "pentagon"), strict=True))


def looks(classes: Iterable[str]) -> dict[str, Look]:
    """Give each class a look; the same classes get the same looks.

    :param classes: local names, in any order
    """
    unknown = sorted(set(classes) - set(LOOKS))
    return LOOKS | {name: _SPARE[i % len(_SPARE)] for i, name in enumerate(unknown)}


def _polygon(corners: int, turn: float, size: float, down: float = 0.0) -> tuple[tuple[float, float], ...]:
    angles = [turn + i * 2 * math.pi / corners for i in range(corners)]
    return tuple((round(size * math.cos(a), 3), round(size * math.sin(a) + down, 3)) for a in angles)


_UP = -math.pi / 2
_ARM, _END = 0.38, 1.02
_QUARTER = ((-_ARM, -_END), (_ARM, -_END), (_ARM, -_ARM))

# The corners of each shape around its centre, as large to the eye as a circle of radius 1, which has none; y grows downwards.
OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "circle": (),
    "square": _polygon(4, math.pi / 4, 1.26),
    "diamond": _polygon(4, _UP, 1.24),
    "hexagon": _polygon(6, 0, 1.1),
    "pentagon": _polygon(5, _UP, 1.14, 0.06),
    "triangle": _polygon(3, _UP, 1.28, 0.2),
    "triangleDown": _polygon(3, -_UP, 1.28, -0.2),
    "star": tuple(point for pair in zip(_polygon(5, _UP, 1.22), _polygon(5, _UP + math.pi / 5, 0.56), strict=True) for point in pair),
    "cross": (*_QUARTER, *((-y, x) for x, y in _QUARTER), *((-x, -y) for x, y in _QUARTER), *((y, -x) for x, y in _QUARTER)),
}


def radius(degree: int) -> float:
    """Radius of a node, in pixels at zoom 1, from the number of its relations: its area grows with them."""
    return round(min(7 + 3 * math.sqrt(degree), 30), 1)


# --- Labels. Widths are in em: a Chinese character is one em wide, a Latin letter about 0.56.

LINE_WIDTH = 8.0
LINES = 3
_CLOSING = set("）)」』】》〉”’，。、：；！？·-—…%")
_OPENING = set("（(「『【《〈“‘")


def width(text: str) -> float:
    """Width of a text in em."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.0 if unicodedata.combining(c) else 0.56 for c in text)


def wrap(name: str, line_width: float = LINE_WIDTH, lines: int = LINES) -> str:
    """Break a name into lines of about the same width, joined by a line feed.

    :param name: any length; what does not fit into the lines ends in an ellipsis
    :param line_width: of the longest line, in em; an unbreakable Latin word is cut rather than let out
    :param lines: how many at most

    >>> wrap("宁德时代")
    '宁德时代'
    >>> wrap("广东瑞庆时代新能源科技有限公司").splitlines()
    ['广东瑞庆时代新能', '源科技有限公司']
    """
    pieces = _pieces(" ".join(name.split()), line_width)
    total = sum(map(width, pieces))
    count = min(lines, math.ceil(total / line_width)) or 1
    target = max(min(total / count, line_width), line_width / 2)
    rows = _fill(pieces, target, line_width)
    while len(rows) > lines and target < line_width:        # lines that break well may be more of them
        target = min(target + 0.5, line_width)
        rows = _fill(pieces, target, line_width)
    if len(rows) > lines:
        rows = [*rows[:lines - 1], _shorten(rows[lines - 1], line_width)]
    return "\n".join(rows)


def _pieces(text: str, line_width: float) -> list[str]:
    """Cut where a line may end: between Chinese characters and after Latin words, never beside a bracket's open side."""
    pieces: list[str] = []
    for c in text:
        last = pieces[-1] if pieces else ""
        narrow = last and width(c) < 1 and c != " " and width(last[-1]) < 1 and last[-1] != " "
        glued = last and (c in _CLOSING or c == " " or last[-1] in _OPENING)
        if (narrow or glued) and width(last + c) <= line_width:
            pieces[-1] += c
        else:
            pieces.append(c)
    return pieces


def _fill(pieces: list[str], target: float, line_width: float) -> list[str]:
    rows = [""]
    for piece in pieces:
        full = width(rows[-1]) + width(piece) / 2 > target or width(rows[-1] + piece.rstrip()) > line_width
        if rows[-1] and full:
            rows.append("")
        rows[-1] += piece
    return [row.strip() for row in rows]


def _shorten(row: str, line_width: float) -> str:
    while width(row) > line_width - 1:
        row = row[:-1]
    return row + "…"
