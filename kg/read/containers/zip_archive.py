"""ZIP archives. Members are read in memory, one at a time; nothing is written to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.read.containers import Broken, Part
from kg.read.containers.members import MOST, checked, is_part, is_sidecar, member, told
from kg.read.decode import LARGEST

_UTF8_NAME = 0x800          # APPNOTE 4.4.4, bit 11
_ENCRYPTED = 0x1


def parts(path: Path) -> Iterator[Part | Broken]:
    """List the texts among the members."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()[: MOST + 1]
            sidecars = {_name(info): _bytes(path, archive, info) for info in infos if is_sidecar(_name(info))}
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        yield Broken("", ReadError(f"the archive is damaged: {error}", where=path, hint="pack it again"))
        return
    if len(infos) > MOST:
        yield Broken("", ReadError(f"the archive has more than {MOST:,} members", where=path, hint=f"split it into archives of {MOST:,}"))
        return
    found: dict[str, Part | Broken] = {}
    for info in infos:
        name = _name(info)
        taken = None if info.is_dir() else member(path, name, info.file_size)
        if isinstance(taken, Part) and info.flag_bits & _ENCRYPTED:
            taken = Broken(name, ReadError("the member is locked with a password", where=f"{path}#{name}", hint="unpack it first"))
        if taken is not None:
            found.setdefault(name, taken)
    yield from told(path, found.values(), sidecars)


def load(path: Path, part: Part) -> bytes:
    """Give a member's bytes.

    :raises ReadError: if it is damaged, gone or too large
    """
    where = f"{path}#{part.name}"
    try:
        with zipfile.ZipFile(path) as archive:
            info = next((info for info in archive.infolist() if is_part(part, path, _name(info))), None)
            if info is None:
                raise ReadError("the archive changed while it was read", where=where, hint="build again")
            data = _bytes(path, archive, info)
    except zipfile.BadZipFile as error:
        raise ReadError(f"the archive is damaged: {error}", where=where, hint="pack it again") from None
    if isinstance(data, ReadError):
        raise data
    return data


def _bytes(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | ReadError:
    try:
        with archive.open(info) as file:
            return checked(file.read(LARGEST + 1), path, _name(info))
    except ReadError as error:
        return error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        return ReadError(f"the member can't be unpacked: {error}", where=f"{path}#{_name(info)}", hint="pack it again")


def _name(info: zipfile.ZipInfo) -> str:
    """The member's path. Without the mark for UTF-8 it is in the packer's own encoding: on Chinese systems GB18030, which Python reads as CP437."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename
