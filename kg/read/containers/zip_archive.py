"""ZIP archives. Members are read in memory, one at a time; nothing is written to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.read.containers import Broken, Part
from kg.read.containers.members import MOST, checked, member
from kg.read.decode import LARGEST

_UTF8_NAME = 0x800          # APPNOTE 4.4.4, bit 11
_ENCRYPTED = 0x1


def parts(path: Path) -> Iterator[Part | Broken]:
    """List the texts among the members."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        yield Broken("", ReadError(f"the archive is damaged: {error}", where=path, hint="pack it again"))
        return
    if len(infos) > MOST:
        yield Broken("", ReadError(f"the archive has {len(infos):,} members", where=path, hint=f"split it into archives of {MOST:,}"))
        return
    seen: set[str] = set()
    for info in infos:
        name = _name(info)
        taken = None if info.is_dir() else member(path, name, info.file_size)
        if isinstance(taken, Part) and info.flag_bits & _ENCRYPTED:
            taken = Broken(name, ReadError("the member is locked with a password", where=f"{path}#{name}", hint="unpack it first"))
        if taken is not None and name not in seen:
            seen.add(name)
            yield taken


def load(path: Path, part: Part) -> bytes:
    """Give a member's bytes.

    :raises ReadError: if it is damaged, gone or too large
    """
    where = f"{path}#{part.name}"
    try:
        with zipfile.ZipFile(path) as archive:
            info = next((i for i in archive.infolist() if member(path, _name(i), 0) == part), None)
            if info is None:
                raise ReadError("the archive changed while it was read", where=where, hint="build again")
            with archive.open(info) as file:
                return checked(file.read(LARGEST + 1), path, part.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ReadError(f"the member can't be unpacked: {error}", where=where, hint="pack it again") from None


def _name(info: zipfile.ZipInfo) -> str:
    """The member's path. Without the mark for UTF-8 it is in the packer's own encoding: on Chinese systems GB18030, which Python reads as CP437."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename
