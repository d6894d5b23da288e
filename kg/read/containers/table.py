"""CSV with a column of texts (RFC 4180), in UTF-8 or GB18030, as spreadsheets save it: with commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kg.errors import ReadError
from kg.read.containers import Broken, Part
from kg.read.containers.columns import known_of, name_of, no_text_column, text_column, text_of
from kg.read.decode import LARGEST, decode


_DELIMITERS = ",;\t"


def has_texts(path: Path) -> bool:
    """Whether a table has a column of texts, so that it is one of a folder's texts and not some other table."""
    try:
        with path.open("rb") as file:
            head = file.readline(65_536)
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return _delimiter(head.decode(encoding)) is not None
            except UnicodeDecodeError:
                continue
    except (OSError, csv.Error):
        pass
    return False


def _delimiter(header: str) -> str | None:
    """What stands between the columns: the sign by which one of them holds the texts; None if none does."""
    return next((sign for sign in _DELIMITERS if text_column(next(csv.reader([header], delimiter=sign), ())) is not None), None)


def parts(path: Path) -> Iterator[Part | Broken]:
    """List the rows; one without a text is reported with its line."""
    seen: set[str] = set()
    try:
        rows = _rows(path, path.stat().st_mtime_ns)
    except ReadError as error:
        yield Broken("", error)
        return
    for number, (line, row) in enumerate(rows, 1):
        where = f"{path}:{line}"
        try:
            text_of(row, where)
            name = name_of(row, number)
            if name in seen:
                raise ReadError(f"the id {name} was given before", where=where, hint="an id belongs to one row")
            seen.add(name)
            yield Part(name, ".txt", number, 0, known_of(row, where))
        except ReadError as error:
            yield Broken(str(number), error)


def load(path: Path, part: Part) -> str:
    """Give the text of a row.

    :raises ReadError: if the file is not the one that was listed
    """
    rows = _rows(path, path.stat().st_mtime_ns)
    where = f"{path}#{part.name}"
    if part.place > len(rows):
        raise ReadError("the file changed while it was read", where=where, hint="build again")
    return text_of(rows[part.place - 1][1], where)


@lru_cache(maxsize=1)
def _rows(path: Path, changed: int) -> list[tuple[int, dict[str, str]]]:
    """All rows with the lines that they end in; the table read last is kept, since its rows are asked for one after another."""
    if path.stat().st_size > LARGEST:
        raise ReadError(f"the table has more than {LARGEST:,} bytes", where=path, hint="split it, or give JSON Lines, which may be of any size")
    text = decode(path.read_bytes(), path).lstrip("\ufeff")
    before = csv.field_size_limit(LARGEST)      # the limit belongs to the whole process
    try:
        header = text.splitlines()[0] if text else ""
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(header) or _DELIMITERS[0])
        columns = list(reader.fieldnames or ())
        if text_column(columns) is None:
            raise no_text_column(columns, f"{path}:1")
        # A row that is too long has a list, one that is too short None.
        return [(reader.line_num, {str(k): v for k, v in row.items() if k and isinstance(v, str)}) for row in reader]
    except csv.Error as error:
        hint = "put values that hold commas, quotes or line breaks into quotes"
        raise ReadError(f"the table is not CSV: {error}", where=f"{path}:{reader.line_num}", hint=hint) from None
    finally:
        csv.field_size_limit(before)
