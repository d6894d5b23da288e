"""Files that hold several texts: a table or JSON Lines one in each row, an archive one in each member.

Each kind is a module with two functions: ``parts(path)`` lists what a file holds without keeping any text, and ``load(path, part)``
gives one of the texts. Nothing is ever unpacked to disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import ModuleType

from kg.errors import ReadError
from kg.read.sidecar import Known

ROWS = (".jsonl", ".ndjson", ".csv", ".tsv")
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
ENDINGS = ROWS + ARCHIVES


@dataclass(frozen=True, slots=True)
class Part:
    """One text inside a file."""

    name: str                   # unique in the file: the row's id or number, the member's path
    ending: str                 # how to read it: .txt, .html, .docx …
    place: int = 0              # a row's first byte, or its number in a table; unused for a member
    length: int = 0             # of a row, in bytes
    known: Known | None = None  # what the file says of it beside the text


@dataclass(frozen=True, slots=True)
class Broken:
    """A part that can't be read, and why; or the whole file, if ``name`` is empty."""

    name: str
    error: ReadError


def ending_of(path: PurePath) -> str:
    """The ending that tells the kind of container; "" if the file is none."""
    name = path.name.lower()
    return max((ending for ending in ENDINGS if name.endswith(ending)), key=len, default="")


def parts(path: Path) -> Iterator[Part | Broken]:
    """List the texts of a file, in its own order.

    :raises OSError: if the file can't be opened
    """
    yield from _module(path).parts(path)


def load(path: Path, part: Part) -> bytes | str:
    """Give one text of a file: decoded if it stands in a row, the member's bytes if it lies in an archive.

    :raises ReadError: if the file changed since it was listed, or the member is damaged, too large or locked
    """
    return _module(path).load(path, part)


def _module(path: Path) -> ModuleType:
    ending = ending_of(path)
    if ending in (".jsonl", ".ndjson"):
        from kg.read.containers import json_lines

        return json_lines
    if ending in (".csv", ".tsv"):
        from kg.read.containers import table

        return table
    if ending == ".zip":
        from kg.read.containers import zip_archive

        return zip_archive
    from kg.read.containers import tar_archive

    return tar_archive
