"""What every archive's members go through: a name that leads nowhere else, a kind that is read, a size within bounds."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from kg.errors import ReadError
from kg.read.containers import Broken, Part
from kg.read.decode import LARGEST
from kg.read.formats import ENDINGS

MOST = 200_000              # members; more is no collection of texts
_PASSED_OVER = ("__MACOSX",)


def member(path: Path, name: str, size: int) -> Part | Broken | None:
    """Take a member as a part, or say what is wrong with it; None for one that is no text.

    :param name: the member's path in the archive
    :param size: of its content, in bytes, as the archive says
    """
    pure = PurePosixPath(name.replace("\\", "/"))
    ending = pure.suffix.lower()
    hidden = any(piece.startswith(".") and piece != ".." or piece in _PASSED_OVER for piece in pure.parts)
    if ending not in ENDINGS or pure.name.lower() == "readme.md" or hidden:
        return None
    where = f"{path}#{name}"
    if pure.is_absolute() or ".." in pure.parts or ":" in pure.parts[0]:
        return Broken(name, ReadError("the member's path leads out of the archive", where=where, hint="pack it again with plain paths"))
    if size > LARGEST:
        return Broken(name, ReadError(f"the member has {size:,} bytes", where=where, hint=f"split it into files below {LARGEST:,} bytes"))
    return Part(str(pure), ending)


def checked(data: bytes, path: Path, name: str) -> bytes:
    """Give a member's bytes, read with ``LARGEST + 1`` as the limit.

    :raises ReadError: if there are more than the archive said there would be
    """
    if len(data) > LARGEST:
        what = f"the member unpacks to more than {LARGEST:,} bytes"
        raise ReadError(what, where=f"{path}#{name}", hint="the archive is damaged or made to fill memory")
    return data
