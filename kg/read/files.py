"""Paths -> the files to read, each once and with an identifier that does not depend on the machine or the order of the paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError
from kg.read.sidecar import Known, lookup, sidecars

ENDINGS = (".txt", ".md", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read."""

    path: Path
    identifier: str                 # unique among the sources found together
    known: Known | None = None      # what a sidecar file says of it


@dataclass(frozen=True, slots=True)
class Failure:
    """A path from which nothing, or not everything, can be read, and why."""

    path: Path
    error: ReadError


def find(paths: Iterable[Path]) -> Iterator[Source | Failure]:
    """List the files to read.

    A folder gives its texts (``.txt``, ``.md``, ``.html``, ``.htm``) at any depth, without hidden ones and ``README.md``.

    :param paths: files and folders
    :returns: sources, by identifier: the path below the folder that was given, with more folders in front where two would be the same,
        or the file's name; and a failure for whatever can't be read, by path
    """
    search = _Search()
    for path in sorted({Path(path) for path in paths}):
        search.add(path)
    yield from search.sources()
    yield from sorted(search.failures, key=lambda failure: (str(failure.path), str(failure.error)))


class _Search:
    def __init__(self) -> None:
        self.found: dict[Path, tuple[Path, int]] = {}    # real path -> path as given, and how many of its parts are the identifier
        self.failures: list[Failure] = []
        self.known: dict[Path, dict[str, Known]] = {}

    def add(self, path: Path) -> None:
        try:
            if path.is_dir():
                if not self.folder(path, 0, set()):
                    self.fail(path, "the folder holds no text", "it is searched for .txt, .md and .html")
            elif not path.exists():
                self.fail(path, "there is no such file or folder", "check the path")
            elif path.suffix.lower() not in ENDINGS:
                self.fail(path, f"files of the kind {path.suffix or path.name!r} are not read", "give .txt, .md or .html")
            else:
                self.file(path, 1)
        except OSError as error:
            self.fail(path, f"the path can't be looked at: {error.strerror}", "check its permissions")

    def fail(self, path: Path, what: str, hint: str) -> None:
        self.failures.append(Failure(path, ReadError(what, where=path, hint=hint)))

    def folder(self, folder: Path, depth: int, above: set[Path]) -> bool:
        """Collect a folder's texts; whether there was one, or something that could not be read."""
        real = folder.resolve()
        if real in above:
            return False            # a link back to where we came from
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.fail(folder, f"the folder can't be read: {error.strerror}", "check its permissions")
            return True
        some = False
        for entry in entries:
            path = folder / entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                some = self.folder(path, depth + 1, above | {real}) or some
            elif path.suffix.lower() in ENDINGS and path.name.lower() != "readme.md":
                self.file(path, depth + 1)
                some = True
        return some

    def file(self, path: Path, parts: int) -> None:
        real = path.resolve()
        seen = self.found.get(real)
        # Found on two ways, a file keeps its longest identifier, whichever way was first.
        if seen is None or (parts, str(path)) > (seen[1], str(seen[0])):
            self.found[real] = (path, parts)

    def sources(self) -> Iterator[Source]:
        names = {real: (Path(os.path.abspath(path)), parts) for real, (path, parts) in self.found.items()}
        for identifier, real in sorted((identifier, real) for real, identifier in _distinct(names).items()):
            path = self.found[real][0]
            yield Source(path, identifier, lookup(self.beside(path.parent), path))

    def beside(self, folder: Path) -> dict[str, Known]:
        if folder not in self.known:
            try:
                self.known[folder], failures = sidecars(folder)
            except OSError:
                self.known[folder], failures = {}, []
            self.failures += [Failure(path, error) for path, error in failures]
        return self.known[folder]


def _distinct(names: dict[Path, tuple[Path, int]]) -> dict[Path, str]:
    """Lengthen the identifiers that are the same until they differ."""
    lengths = {real: parts for real, (_, parts) in names.items()}
    while True:
        identifiers = {real: "/".join(path.parts[-lengths[real]:]).lstrip("/") for real, (path, _) in names.items()}
        groups: dict[str, list[Path]] = {}
        for real, identifier in identifiers.items():
            groups.setdefault(identifier, []).append(real)
        same = [real for group in groups.values() if len(group) > 1 for real in group if lengths[real] < len(names[real][0].parts)]
        if not same:
            return identifiers
        for real in same:
            lengths[real] += 1
