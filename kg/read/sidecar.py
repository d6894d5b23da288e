"""Metadata that lies beside the texts of a folder or archive: ``manifest.csv``, ``manifest.json``, ``SOURCES.json``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath
from typing import TypeVar

from kg.errors import ReadError
from kg.read.dates import any_date

NAMES = ("manifest.csv", "manifest.json", "SOURCES.json")
LARGEST = 20_000_000        # bytes


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a text from elsewhere; None where nothing is."""

    title: str | None = None
    issued: str | None = None
    source: str | None = None
    publisher: str | None = None


@dataclass(slots=True)
class Sidecar:
    """What lies beside the texts of one folder says of them, and of those in folders below it."""

    rows: dict[str, tuple[Known, str]] = field(default_factory=dict)    # by path below the folder, with or without ending; and where it is written
    failures: list[ReadError] = field(default_factory=list)             # files or rows that could not be used

    def lookup(self, path: PurePath) -> Known | None:
        """Give what is said of a text, by its path below the folder."""
        found = self.rows.get(path.as_posix()) or self.rows.get(path.with_suffix("").as_posix())
        return found[0] if found else None

    def missing(self, exists: Callable[[str], bool]) -> list[ReadError]:
        """List the rows of files that are not there: what they say would be lost without a word."""
        return [ReadError(f"the sidecar file tells of {name!r}, which is not there", where=where, hint="correct its name, or take out the row")
                for name, (_, where) in self.rows.items() if not exists(name)]


def sidecar(files: Iterable[tuple[str, bytes | ReadError]]) -> Sidecar:
    """Read the sidecar files of one folder; of two that tell of the same text the first counts.

    :param files: each as its place, which ends in its name, and its bytes, or why it can't be read
    """
    made = Sidecar()
    for where, data in files:
        try:
            rows = list(_rows(data, where))
        except ReadError as error:
            made.failures.append(error)
            continue
        for place, row in rows:
            try:
                key, entry = _entry(row, where + place)
            except ReadError as error:
                made.failures.append(error)
                continue
            if key:
                made.rows.setdefault(key, (entry, where + place))
    return made


F = TypeVar("F", bound=PurePath)


def nearest(path: F, folders: Iterable[F], beside: Callable[[F], Sidecar | None]) -> Known | None:
    """Give what is said of a text by the first of the folders above it whose sidecar files say anything.

    :param beside: gives the sidecar files of a folder
    """
    for folder in folders:
        made = beside(folder)
        if made is not None and (found := made.lookup(path.relative_to(folder))) is not None:
            return found
    return None


def of_folder(folder: Path) -> Sidecar:
    """Read the sidecar files of a folder on the disk."""
    return sidecar((str(path), _bytes(path)) for path in (folder / name for name in NAMES) if path.is_file())


def _bytes(path: Path) -> bytes | ReadError:
    try:
        if path.stat().st_size > LARGEST:
            return ReadError("the sidecar file is too large", where=path, hint=f"keep it below {LARGEST:,} bytes")
        return path.read_bytes()
    except OSError as error:
        return ReadError(f"the sidecar file can't be read: {error.strerror}", where=path)


def _rows(data: bytes | ReadError, where: str) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(data, ReadError):
        raise data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"the sidecar file is not UTF-8 at byte {error.start}", where=where, hint="save it as UTF-8") from None
    yield from (_csv if where.endswith(".csv") else _json)(text, where)


def _csv(text: str, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        columns = [str(column).strip().lower() for column in reader.fieldnames or ()]
        if not {"file", "id"} & set(columns):
            hint = "its columns are file,title,issued,source,publisher"
            raise ReadError("the sidecar file has no column file", where=f"{path}:1", hint=hint)
        reader.fieldnames = columns
        for row in reader:
            # A row that is too long or too short has a list or None in it.
            yield f":{reader.line_num}", {key: value.strip() for key, value in row.items() if key and isinstance(value, str)}
    except csv.Error as error:
        hint = "put values that hold commas into quotes"
        raise ReadError(f"the sidecar file is not CSV: {error}", where=f"{path}:{reader.line_num}", hint=hint) from None


def _json(text: str, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise ReadError(f"the sidecar file is not JSON: {error.msg}", where=place, hint="it is a list of objects") from None
    except RecursionError:
        raise ReadError("the sidecar file is nested too deeply", where=path, hint="it is a list of objects") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ReadError("the sidecar file is not a list of objects", where=path, hint='write [{"file": "…", "title": "…"}]')
    for number, row in enumerate(rows, 1):
        yield f", object {number}", {key.lower(): str(value).strip() for key, value in row.items() if isinstance(value, (str, int))}


def _entry(row: Mapping[str, str], where: str) -> tuple[str, Known]:
    key = row.get("file") or row.get("id") or ""
    written = row.get("issued") or row.get("date")
    issued = any_date(written) if written else None
    if written and not issued:
        raise ReadError(f"the sidecar file says {written!r} for a date", where=where, hint="give YYYY-MM-DD, YYYY-MM or YYYY")
    source = row.get("source") or row.get("url")
    if not source and row.get("path"):
        source = "/".join(part.strip("/") for part in (row.get("repo", ""), row["path"]) if part)
    name = str(PurePosixPath(key.replace("\\", "/"))) if key else ""
    return name, Known(row.get("title") or None, issued, source or row.get("repo") or None, row.get("publisher") or None)
