"""Tar archives, plain or compressed. Links and devices are passed over; nothing is written to disk."""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from lzma import LZMAError
from pathlib import Path

from kg.errors import ReadError
from kg.read.containers import Broken, Part
from kg.read.containers.members import MOST, checked, member
from kg.read.decode import LARGEST

_DAMAGES = (tarfile.TarError, zlib.error, LZMAError, EOFError, OSError)


def parts(path: Path) -> Iterator[Part | Broken]:
    """List the texts among the members."""
    found: dict[str, Part | Broken] = {}
    try:
        with tarfile.open(path) as archive:
            for count, info in enumerate(archive, 1):
                if count > MOST:
                    yield Broken("", ReadError(f"the archive has more than {MOST:,} members", where=path, hint="split it"))
                    return
                taken = member(path, info.name, info.size) if info.isfile() else None
                if taken is not None:
                    found[taken.name] = taken       # the last of one name counts, as it does for tar
    except _DAMAGES as error:
        yield Broken("", ReadError(f"the archive is damaged: {error}", where=path, hint="pack it again"))
    yield from found.values()


def load(path: Path, part: Part) -> bytes:
    """Give a member's bytes.

    :raises ReadError: if it is damaged, gone or too large
    """
    where = f"{path}#{part.name}"
    try:
        archive = _opened(path, path.stat().st_mtime_ns)
        infos = [info for info in archive.getmembers() if info.isfile() and member(path, info.name, 0) == part]
        file = archive.extractfile(infos[-1]) if infos else None
        if file is None:
            raise ReadError("the archive changed while it was read", where=where, hint="build again")
        return checked(file.read(LARGEST + 1), path, part.name)
    except _DAMAGES as error:
        raise ReadError(f"the member can't be unpacked: {error}", where=where, hint="pack it again") from None


@lru_cache(maxsize=1)
def _opened(path: Path, changed: int) -> tarfile.TarFile:
    """The archive read last stays open: going back to the start of a compressed one for every member would be quadratic."""
    return tarfile.open(path)
