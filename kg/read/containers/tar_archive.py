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
from kg.read.containers.members import MOST, checked, is_part, is_sidecar, member, told
from kg.read.decode import LARGEST

_DAMAGES = (tarfile.TarError, zlib.error, LZMAError, EOFError, OSError)


def parts(path: Path) -> Iterator[Part | Broken]:
    """List the texts among the members."""
    found: dict[str, Part | Broken] = {}
    sidecars: dict[str, bytes | ReadError] = {}
    try:
        with tarfile.open(path) as archive:
            for count, info in enumerate(archive, 1):
                if count > MOST:
                    yield Broken("", ReadError(f"the archive has more than {MOST:,} members", where=path, hint="split it"))
                    return
                if not info.isfile():
                    continue
                if is_sidecar(info.name) and (content := _bytes(path, archive, info)) is not None:
                    sidecars[info.name] = content
                if (taken := member(path, info.name, info.size)) is not None:
                    found[taken.name] = taken       # the last of one name counts, as it does for tar
    except _DAMAGES as error:
        yield Broken("", ReadError(f"the archive is damaged: {error}", where=path, hint="pack it again"))
    yield from told(path, found.values(), sidecars)


def load(path: Path, part: Part) -> bytes:
    """Give a member's bytes.

    :raises ReadError: if it is damaged, gone or too large
    """
    try:
        archive = _opened(path, path.stat().st_mtime_ns)
        infos = [info for info in archive.getmembers() if info.isfile() and is_part(part, path, info.name)]
    except _DAMAGES as error:
        raise ReadError(f"the archive is damaged: {error}", where=f"{path}#{part.name}", hint="pack it again") from None
    data = _bytes(path, archive, infos[-1]) if infos else None
    if data is None:
        raise ReadError("the archive changed while it was read", where=f"{path}#{part.name}", hint="build again")
    if isinstance(data, ReadError):
        raise data
    return data


def _bytes(path: Path, archive: tarfile.TarFile, info: tarfile.TarInfo) -> bytes | ReadError | None:
    """A member's content, why it can't be had, or None if the member is not there."""
    try:
        file = archive.extractfile(info)
        return checked(file.read(LARGEST + 1), path, info.name) if file is not None else None
    except ReadError as error:
        return error
    except _DAMAGES as error:
        return ReadError(f"the member can't be unpacked: {error}", where=f"{path}#{info.name}", hint="pack it again")


@lru_cache(maxsize=1)
def _opened(path: Path, changed: int) -> tarfile.TarFile:
    """The archive read last stays open: going back to the start of a compressed one for every member would be quadratic."""
    return tarfile.open(path)
