"""Tables of names: pairs that are one thing, pairs that are not, and names that are no entity:
``ontology/curated/{same,different,not_entity}.tsv``.

Columns: class, name, other (or reason), source, date. Every row says where it is known from and when it was written down. A line that
begins with # is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import GazetteerError

COLUMNS = ("class", "name", "other", "source", "date")
NOT_ENTITY_COLUMNS = ("class", "name", "reason", "source", "date")
CHANGE_COLUMNS = ("kind", "code", "former", "year", "source", "date")
CHANGE_KINDS = ("renamed", "merged")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one class."""

    cls: str
    name: str
    other: str
    source: str
    date: str


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known of names beside the documents."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    not_entities: frozenset[tuple[str, str]] = frozenset()      # class and name

    def __add__(self, other: Tables) -> Tables:
        return Tables(self.same + other.same, self.different + other.different, self.not_entities | other.not_entities)


def read_tables(folder: Path, classes: Collection[str]) -> Tables:
    """Read ``same.tsv``, ``different.tsv`` and ``not_entity.tsv`` of a folder; those that are missing are empty.

    :param classes: the entity classes of the ontology
    :raises GazetteerError: with file and line, for a row that can't be used, or that says the opposite of another table's
    """
    same, different = (read_pairs(folder / name, classes) for name in ("same.tsv", "different.tsv"))
    one, two = ({(pair.cls, *sorted((pair.name, pair.other))) for pair in pairs} for pairs in (same, different))
    opposite = one & two
    for cls, name, other in sorted(opposite):
        raise GazetteerError(f"{cls} {name} and {other} are the same in same.tsv and different in different.tsv", where=folder,
                             hint="delete one row")
    return Tables(same, different, read_not_entities(folder / "not_entity.tsv", classes))


def read_pairs(path: Path, classes: Collection[str]) -> tuple[Pair, ...]:
    """Read a table of pairs; a missing file has none.

    :param classes: the entity classes of the ontology
    :raises GazetteerError: with file and line, for a wrong header, an unknown class, an empty or repeated name, or a row without
        source or date
    """
    found = []
    for where, cells in numbered_rows(path, COLUMNS, required=3):
        pair = Pair(*cells)
        check_class(pair.cls, classes, where)
        if not pair.name or not pair.other or pair.name == pair.other:
            raise GazetteerError("a row needs two different names", where=where)
        check_origin(pair.source, pair.date, where)
        found.append(pair)
    return tuple(found)


def read_not_entities(path: Path, classes: Collection[str]) -> frozenset[tuple[str, str]]:
    """Read a table of names that are no entity, as class and name; a missing file has none.

    :raises GazetteerError: with file and line
    """
    found = set()
    for where, (cls, name, _, source, date) in numbered_rows(path, NOT_ENTITY_COLUMNS, required=2):
        check_class(cls, classes, where)
        if not name:
            raise GazetteerError("a row has no name", where=where)
        check_origin(source, date, where)
        found.add((cls, name))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Change:
    """A division that got another name (撤县设区), or became part of another."""

    kind: str           # renamed, merged
    code: str           # of the division as it is now
    former: str         # the former name
    year: str
    source: str
    date: str


def read_changes(path: Path) -> tuple[Change, ...]:
    """Read a table of changes of divisions; a missing file has none.

    :raises GazetteerError: with file and line
    """
    found = []
    for where, cells in numbered_rows(path, CHANGE_COLUMNS, required=4):
        change = Change(*cells)
        if change.kind not in CHANGE_KINDS:
            raise GazetteerError(f"unknown kind {change.kind!r}", where=where, hint=f"use one of {', '.join(CHANGE_KINDS)}")
        if not change.code.isdecimal() or not change.former or not _DATE.fullmatch(change.year):
            raise GazetteerError("a row needs the code of a division, a former name and a year", where=where)
        check_origin(change.source, change.date, where)
        found.append(change)
    return tuple(found)


def check_class(cls: str, classes: Collection[str], where: str) -> None:
    """:raises GazetteerError: if a class is not one of the ontology's"""
    if cls not in classes:
        raise GazetteerError(f"unknown class {cls!r}", where=where, hint=f"use one of {', '.join(classes)}")


def check_origin(source: str, date: str, where: str) -> None:
    """:raises GazetteerError: if a row does not say where it is known from, and since when"""
    if not source:
        raise GazetteerError("a row has no source", where=where, hint="say where it is known from")
    if not _DATE.fullmatch(date):
        raise GazetteerError(f"the date is {date!r}", where=where, hint="say when it was written down: 2026-11-28, 2026-11 or 2026")


def numbered_rows(path: Path, columns: Sequence[str], required: int) -> Iterator[tuple[str, list[str]]]:
    """The rows of a tab-separated table, each with file and line; cells that are missing at the end are empty.

    :param required: how many of the columns the header must begin with
    :raises GazetteerError: if it can't be read or its header is another
    """
    if not path.exists():
        return
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"the table can't be read: {error}", where=path) from error
    header = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if tuple(cells[:required]) != tuple(columns[:required]):
                raise GazetteerError("the header is wrong", where=f"{path}:{number}", hint=f"columns are {', '.join(columns)}")
            continue
        if len(cells) > len(columns):
            raise GazetteerError(f"a row has {len(cells)} cells", where=f"{path}:{number}", hint=f"columns are {', '.join(columns)}")
        yield f"{path}:{number}", cells + [""] * (len(columns) - len(cells))
