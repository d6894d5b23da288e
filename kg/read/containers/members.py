"""What every archive's members go through: a name that leads nowhere else, a kind that is read, a size within bounds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from kg.errors import ReadError
from kg.read import sidecar
from kg.read.containers import Broken, Part, ending_of
from kg.read.decode import LARGEST
from kg.read.formats import ENDINGS

MOST = 200_000              # members; more is no collection of texts
_PASSED_OVER = ("__MACOSX",)


def member(path: Path, name: str, size: int) -> Part | Broken | None:
    """Take a member as a part, or say what is wrong with it; None for one that is no text.

    :param name: the member's path in the archive
    :param size: of its content, in bytes, as the archive says
    """
    pure = _pure(name)
    ending = pure.suffix.lower()
    hidden = any(piece.startswith(".") and piece != ".." or piece in _PASSED_OVER for piece in pure.parts)
    where = f"{path}#{name}"
    if ending_of(pure) and ending not in (".csv", ".tsv") and not hidden:      # a table need not hold texts
        return Broken(name, ReadError(f"texts of a {ending_of(pure)} inside an archive are not read", where=where, hint="unpack it first"))
    if ending not in ENDINGS or pure.name.lower() == "readme.md" or hidden:
        return None
    if pure.is_absolute() or ".." in pure.parts or ":" in pure.parts[0]:
        return Broken(name, ReadError("the member's path leads out of the archive", where=where, hint="pack it again with plain paths"))
    if size > LARGEST:
        return Broken(name, ReadError(f"the member has {size:,} bytes", where=where, hint=f"split it into files below {LARGEST:,} bytes"))
    return Part(str(pure), ending)


def is_part(part: Part, path: Path, name: str) -> bool:
    """Whether a member, by its path in the archive, is the one that a part was made of."""
    made = member(path, name, 0)
    return isinstance(made, Part) and made.name == part.name


def is_sidecar(name: str) -> bool:
    """Whether a member, by its path, tells of the others."""
    return _pure(name).name in sidecar.NAMES


def told(path: Path, found: Collection[Part | Broken], sidecars: Mapping[str, bytes | ReadError]) -> Iterator[Part | Broken]:
    """Give the parts with what the archive's own sidecar files say of them, and what is wrong with these.

    :param sidecars: by their members' paths
    """
    members: dict[PurePosixPath, list[tuple[str, bytes | ReadError]]] = {}
    for name in sorted(sidecars, key=lambda name: sidecar.NAMES.index(_pure(name).name)):
        members.setdefault(_pure(name).parent, []).append((f"{path}#{name}", sidecars[name]))
    folders = {folder: sidecar.sidecar(files) for folder, files in members.items()}
    for part in found:
        place = PurePosixPath(part.name)
        yield replace(part, known=sidecar.nearest(place, place.parents, folders.get)) if isinstance(part, Part) else part
    there = {str(pure) for part in found for pure in (_pure(part.name), _pure(part.name).with_suffix(""))}
    for folder, made in folders.items():
        for error in (*made.failures, *made.missing(lambda name: str(folder / name) in there)):
            yield Broken(str(folder), error)


def _pure(name: str) -> PurePosixPath:
    return PurePosixPath(name.replace("\\", "/"))


def checked(data: bytes, path: Path, name: str) -> bytes:
    """Give a member's bytes, read with ``LARGEST + 1`` as the limit.

    :raises ReadError: if there are more than the archive said there would be
    """
    if len(data) > LARGEST:
        what = f"the member unpacks to more than {LARGEST:,} bytes"
        raise ReadError(what, where=f"{path}#{name}", hint="the archive is damaged or made to fill memory")
    return data
