"""Curated pairs of names that are one thing, and pairs that are not: ``ontology/curated/{same,different}.tsv``.

Columns: class, name, other, source, date. A line that begins with # is a comment.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import GazetteerError

COLUMNS = ("class", "name", "other", "source", "date")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one class."""

    cls: str
    name: str
    other: str
    source: str
    date: str


def read_pairs(path: Path, classes: Collection[str]) -> tuple[Pair, ...]:
    """Read a table of pairs; a missing file has none.

    :param classes: the entity classes of the ontology
    :raises GazetteerError: with file and line, for a wrong header, an unknown class, or an empty or repeated name
    """
    return tuple(_rows(path, classes)) if path.exists() else ()


def _rows(path: Path, classes: Collection[str]) -> Iterator[Pair]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"the table can't be read: {error}", where=path) from error
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    rows = csv.reader((line for _, line in numbered), delimiter="\t", quoting=csv.QUOTE_NONE)
    for (number, _), row in zip(numbered, rows, strict=True):
        where = f"{path}:{number}"
        if number == numbered[0][0]:
            if tuple(row[:3]) != COLUMNS[:3]:
                raise GazetteerError("the header is wrong", where=where, hint=f"columns are {', '.join(COLUMNS)}")
            continue
        cells = [cell.strip() for cell in row] + [""] * len(COLUMNS)
        if cells[0] not in classes:
            raise GazetteerError(f"unknown class {cells[0]!r}", where=where, hint=f"use one of {', '.join(classes)}")
        if not cells[1] or not cells[2] or cells[1] == cells[2]:
            raise GazetteerError("a row needs two different names", where=where)
        yield Pair(*cells[:5])
