"""A line of visible text on its way from the page to the clean view."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Line:
    """What stands between two line breaks or borders of elements, without markup and outer white space.

    Spans in ``bold`` are half-open offsets of ``text``. ``origins[i]`` is the original offset of ``text[i]``.
    """

    text: str
    origins: Sequence[int]
    end: int                                    # original offset of what ended it: a line break, a tag, the border of a cell
    gap: bool = False                           # whether a blank line or the border of an element stands before it
    role: str = ""                              # what markup says of it: title, heading, item, cell, caption, furniture
    bold: tuple[tuple[int, int], ...] = ()
    linked: int = 0                             # how many of its characters are links

    def part(self, start: int, end: int, *, role: str | None = None, gap: bool | None = None) -> Line:
        """The line from ``start`` to ``end``, without outer white space; with another role or gap, if given."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        end = max(start, end)
        bold = tuple((max(a, start) - start, min(b, end) - start) for a, b in self.bold if a < end and b > start) if self.bold else ()
        stop = self.end if end == len(self.text) else self.origins[end]
        return Line(self.text[start:end], self.origins[start:end], stop, self.gap if gap is None else gap,
                    self.role if role is None else role, bold, self.linked)


def cut(text: str, origins: Sequence[int], spans: list[tuple[int, int]]) -> tuple[str, Sequence[int]]:
    """Take spans out of a text and its origins.

    :param spans: half-open, in order, without overlap
    """
    if not spans:
        return text, origins
    pieces, kept, last = [], array("L"), 0
    for start, end in spans:
        if start > last:
            pieces.append(text[last:start])
            kept.extend(origins[last:start])
        last = end
    pieces.append(text[last:])
    kept.extend(origins[last:])
    return "".join(pieces), kept
