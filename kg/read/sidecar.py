"""Metadata that lies beside the texts of a folder: ``manifest.csv``, ``manifest.json``, ``SOURCES.json``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError
from kg.read.dates import any_date

NAMES = ("manifest.csv", "manifest.json", "SOURCES.json")
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a text from elsewhere; None where nothing is."""

    title: str | None = None
    issued: str | None = None
    source: str | None = None
    publisher: str | None = None


def sidecars(folder: Path) -> tuple[dict[str, Known], list[tuple[Path, ReadError]]]:
    """Read the sidecar files of a folder.

    :returns: what they say, by the texts' file names with and without ending; and the files or rows that could not be used
    """
    known: dict[str, Known] = {}
    failures: list[tuple[Path, ReadError]] = []
    for name in NAMES:
        path = folder / name
        if not path.is_file():
            continue
        try:
            rows = list(_rows(path))
        except ReadError as error:
            failures.append((path, error))
            continue
        for place, row in rows:
            try:
                key, entry = _entry(row, f"{path}{place}")
            except ReadError as error:
                failures.append((path, error))
                continue
            if key:
                known.setdefault(key, entry)
    return known, failures


def lookup(known: Mapping[str, Known], path: Path) -> Known | None:
    """What a folder's sidecars say of one of its texts."""
    return known.get(path.name) or known.get(path.stem)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        if path.stat().st_size > _LARGEST:
            raise ReadError("the sidecar file is too large", where=path, hint="keep it below 20 MB")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"the sidecar file can't be read: {error.strerror}", where=path) from None
    except UnicodeDecodeError as error:
        raise ReadError(f"the sidecar file is not UTF-8 at byte {error.start}", where=path, hint="save it as UTF-8") from None
    yield from (_csv(text, path) if path.suffix == ".csv" else _json(text, path))


def _csv(text: str, path: Path) -> Iterator[tuple[str, dict[str, str]]]:
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


def _json(text: str, path: Path) -> Iterator[tuple[str, dict[str, str]]]:
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
    name = key.replace("\\", "/").rsplit("/", 1)[-1]
    return name, Known(row.get("title") or None, issued, source or row.get("repo") or None, row.get("publisher") or None)
