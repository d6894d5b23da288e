"""Names that were marked by hand in slices of texts: where they stand, and nothing of the texts themselves.

A file of marks has a line for each slice: the text's file, the first code point of the slice and the one after the last, the beginning of the SHA-256 of
the slice as UTF-8, and the names in it: ``12-18:Company``, counted from the beginning of the slice. A name that one may mark or not has a ``?`` in front.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError

MARKS = Path(__file__).with_name("marks.tsv")
HEADER = ("file", "start", "end", "sha256", "names")
_DIGITS = 16  # of a SHA-256
_NAME = re.compile(r"(\??)(\d+)-(\d+):([A-Z][a-z]+)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A name in a slice: half-open range of code points, class, and whether one may leave it out."""

    start: int
    end: int
    cls: str
    optional: bool = False

    def __str__(self) -> str:
        return f"{'?' * self.optional}{self.start}-{self.end}:{self.cls}"


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a text with its names."""

    file: str
    start: int
    end: int
    sha256: str
    marks: tuple[Mark, ...]

    def cut(self, text: str) -> str:
        """The slice of its text.

        :raises ReadError: if it is not the one that was marked
        """
        part = text[self.start : self.end]
        if fingerprint(part) != self.sha256:
            raise ReadError(f"characters {self.start} to {self.end} are not the ones that were marked", where=self.file,
                            hint="the text is another version than the marks were made from")
        return part


def fingerprint(text: str) -> str:
    """The beginning of the SHA-256 of a text, by which a slice is known."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_DIGITS]


def read_marks(path: Path = MARKS) -> list[Slice]:
    """The slices of a file of marks.

    :raises ReadError: if it can't be read, or a line is none of a slice
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"the marks can't be read: {getattr(error, 'strerror', None) or 'they are not UTF-8'}", where=path) from error
    if not lines or tuple(lines[0]) != HEADER:
        raise ReadError("the first line of a file of marks is its header", where=f"{path}:1", hint="write " + ", ".join(HEADER) + ", with tabs between")
    return [_slice(cells, f"{path}:{number}") for number, cells in enumerate(lines[1:], 2)]


def _slice(cells: list[str], where: str) -> Slice:
    if len(cells) != len(HEADER) or not (cells[1].isdecimal() and cells[2].isdecimal()):
        raise ReadError(f"a slice has {len(HEADER)} cells, its start and end are numbers", where=where)
    marks = []
    for name in cells[4].split():
        match = _NAME.fullmatch(name)
        if match is None:
            raise ReadError(f"this is no name in a slice: {name}", where=where, hint="write 12-18:Company")
        marks.append(Mark(int(match[2]), int(match[3]), match[4], bool(match[1])))
    return Slice(cells[0], int(cells[1]), int(cells[2]), cells[3], tuple(marks))


def lines(slices: Iterable[Slice]) -> Iterator[str]:
    """A file of marks, line by line."""
    yield "\t".join(HEADER)
    for part in slices:
        yield "\t".join((part.file, str(part.start), str(part.end), part.sha256, " ".join(map(str, part.marks))))
