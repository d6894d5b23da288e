"""JSON Lines: one object a line, in UTF-8. A file of any size is listed and read line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.read.containers import Broken, Part
from kg.read.containers.columns import known_of, name_of, text_of
from kg.read.decode import LARGEST

_CHANGED = "build again: its lines are not where they were"


def parts(path: Path) -> Iterator[Part | Broken]:
    """List the rows with their places; a line that is no row is reported with its number."""
    seen: set[str] = set()
    with path.open("rb") as file:
        start, number = 0, 0
        while line := file.readline(LARGEST + 1):
            number += 1
            where = f"{path}:{number}"
            if len(line) > LARGEST:
                yield Broken(str(number), ReadError(f"the line has more than {LARGEST:,} bytes", where=where, hint="one line is one text"))
                while line and not line.endswith(b"\n"):
                    line = file.readline(LARGEST)
                start = file.tell()
                continue
            if line.strip():
                try:
                    row = _row(line, where)
                    text_of(row, where)
                    name = name_of(row, number)
                    if name in seen:
                        raise ReadError(f"the id {name} was given before", where=where, hint="an id belongs to one row")
                    seen.add(name)
                    yield Part(name, ".txt", start, len(line), known_of(row, where))
                except ReadError as error:
                    yield Broken(str(number), error)
            start += len(line)
        if number == 0:
            yield Broken("", ReadError("the file is empty", where=path, hint="give one JSON object a line"))


def load(path: Path, part: Part) -> str:
    """Give the text of a row.

    :raises ReadError: if the file is not the one that was listed
    """
    try:
        with path.open("rb") as file:
            file.seek(part.place)
            line = file.read(part.length)
    except OSError as error:
        raise ReadError(f"the file can't be read: {error.strerror}", where=path, hint="check its permissions") from None
    where = f"{path}#{part.name}"
    try:
        return text_of(_row(line, where), where)
    except ReadError:
        raise ReadError("the file changed while it was read", where=where, hint=_CHANGED) from None


def _row(line: bytes, where: str) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadError(f"the line is not UTF-8 at byte {error.start}", where=where, hint="JSON Lines are UTF-8") from None
    except json.JSONDecodeError as error:
        raise ReadError(f"the line is not JSON: {error.msg}", where=f"{where}:{error.colno}", hint="one object a line") from None
    except RecursionError:
        raise ReadError("the line is nested too deeply", where=where, hint="one flat object a line") from None
    if not isinstance(row, dict):
        raise ReadError("the line is not an object", where=where, hint='write {"text": "…", "title": "…"}')
    return row
