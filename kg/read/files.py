"""Paths -> the files to read, each once and with an identifier that does not depend on the machine or the order of the paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from glob import escape
from pathlib import Path

from kg.errors import ReadError
from kg.read import containers
from kg.read.formats import ENDINGS
from kg.read.sidecar import NAMES, Known, Sidecar, nearest, of_folder

_KINDS = ", ".join((*ENDINGS, *containers.ENDINGS))


@dataclass(frozen=True, slots=True)
class Source:
    """A text to read: a file, or a part of one."""

    path: Path
    identifier: str                 # unique among the sources found together
    known: Known | None = None      # what a sidecar file says of it, or the row that it stands in
    part: containers.Part | None = None     # where in the file, if the file holds several texts

    @property
    def ending(self) -> str:
        """Of the text's own kind, in lower case."""
        return self.part.ending if self.part is not None else self.path.suffix.lower()


@dataclass(frozen=True, slots=True)
class Failure:
    """A path from which nothing, or not everything, can be read, and why."""

    path: Path
    error: ReadError


def find(paths: Iterable[Path]) -> Iterator[Source | Failure]:
    """List the files to read.

    A folder gives its texts (:data:`kg.read.formats.ENDINGS`) at any depth, without hidden ones and ``README.md``, and those inside its
    tables, JSON Lines and archives (:data:`kg.read.containers.ENDINGS`). Other tables, which have no column of texts, are passed over.

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
        self.sidecars: dict[Path, Sidecar] = {}
        self.whole: set[Path] = set()       # the folders that were given, and those below

    def add(self, path: Path) -> None:
        try:
            if path.is_dir():
                if not self.folder(path, 0, set()):
                    self.fail(path, "the folder holds no text", f"it is searched for {_KINDS}")
            elif not path.exists():
                self.fail(path, "there is no such file or folder", "check the path")
            elif not _is_read(path):
                self.fail(path, f"files of the kind {path.suffix or path.name!r} are not read", f"give one of {_KINDS}")
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
        self.whole.add(folder)
        some = False
        for entry in entries:
            path = folder / entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                some = self.folder(path, depth + 1, above | {real}) or some
            elif _is_text_of_folder(path):
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
            path, parts = self.found[real]
            known = self.known(path, parts)
            if containers.ending_of(path):
                yield from self.parts(path, identifier, known)
            else:
                yield Source(path, identifier, known)

    def parts(self, path: Path, identifier: str, known: Known | None) -> Iterator[Source]:
        """The texts inside a file; what can't be read of it becomes a failure."""
        try:
            for part in containers.parts(path):
                if isinstance(part, containers.Broken):
                    self.failures.append(Failure(path, part.error))
                else:
                    yield Source(path, f"{identifier}/{part.name}", part.known or known, part)
        except OSError as error:
            self.fail(path, f"the file can't be read: {error.strerror}", "check its permissions")

    def known(self, path: Path, parts: int) -> Known | None:
        """What sidecar files say of a text: those of its own folder first, last those beside the folder that was given.

        :param parts: how many parts of the path the identifier has
        """
        return nearest(path, path.parents[:parts + 1], self.beside)

    def beside(self, folder: Path) -> Sidecar:
        if folder not in self.sidecars:
            found = self.sidecars[folder] = of_folder(folder)
            missing = found.missing(partial(_is_there, folder)) if folder in self.whole else []
            self.failures += [Failure(folder, error) for error in (*found.failures, *missing)]
        return self.sidecars[folder]


def _is_there(folder: Path, name: str) -> bool:
    """Whether a folder holds a file of this path, with any ending or as it is."""
    path = folder / name
    return path.exists() or any(path.parent.glob(f"{escape(path.name)}.*"))


def _is_read(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS or bool(containers.ending_of(path))


def _is_text_of_folder(path: Path) -> bool:
    """Whether a file in a folder is one of its texts, or holds some."""
    if path.suffix.lower() in (".csv", ".tsv"):
        from kg.read.containers.table import has_texts

        return path.name not in NAMES and has_texts(path)
    return _is_read(path) and path.name.lower() != "readme.md"


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
