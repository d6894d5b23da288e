"""A store as one file, and a store from that file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path, PurePosixPath

from kg.errors import StoreError
from kg.store import graphs
from kg.store.documents import NAME as DOCUMENTS
from kg.store.documents import Documents
from kg.store.store import DESCRIPTION, Store

_TRIES = 5


def backup(folder: Path, target: Path, *, graph: bool = True) -> None:
    """Write a store to one tar file, gzipped if its name ends in ``.gz`` or ``.tgz``. Others may read and write the store meanwhile.

    :param target: is replaced when the new file is complete
    :param graph: take the graph along; without it ``kg build`` makes it anew after restoring
    :raises StoreError: if it can't be written; nothing is left half-written
    """
    target = Path(target)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as temporary:
            path = Path(temporary) / "backup"
            with tarfile.open(path, "w:gz" if target.suffix in (".gz", ".tgz") else "w") as tar:
                for _ in range(_TRIES):
                    with Store.open(folder) as store:
                        if _add(tar, store, Path(temporary) / DOCUMENTS, graph):
                            break
                else:
                    raise StoreError("builds put new graphs in force faster than they can be copied", where=folder,
                                     hint="wait for them to end")
            with open(path, "rb") as file:
                os.fsync(file.fileno())
            os.replace(path, target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"the backup can't be written: {error}", where=target, hint="free some space or check the permissions") from error


def _add(tar: tarfile.TarFile, store: Store, copy: Path, graph: bool) -> bool:
    """Add all files of a store; False, with nothing added, if its documents' file is ahead of the graph that is held open."""
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(copy)) as target:
        store._documents.connection.backup(target)
    copied = Documents(copy.parent, write=False)
    number = copied.force.get("number")
    copied.close()
    if (str(number) if number else None) != store.generation:
        return False
    tar.add(store.folder / DESCRIPTION, DESCRIPTION, filter=_anonymous)
    tar.add(copy, DOCUMENTS, filter=_anonymous)
    if graph and number and graphs.exists(store.folder, number):
        tar.add(graphs.path_of(store.folder, number), f"{graphs.NAME}/{number}", filter=_anonymous)
    return True


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Whose the files are is nobody's business."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def restore(source: Path, folder: Path) -> None:
    """Make a store from a file that :func:`backup` wrote.

    :param folder: of the new store, which must be missing or empty
    :raises StoreError: if the file is none of a store, or the store can't be written; nothing is left half-written
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError("the folder is not empty", where=folder, hint="give --store another folder, or move this one away")
    folder = Path(os.path.abspath(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as temporary:
            made = Path(temporary) / "store"
            with tarfile.open(source) as tar:
                for member in tar:
                    _check(member, source)
                    _extract(tar, member, made)
            with Store.open(made):
                pass                                        # what is no store is told before it stands there
            if folder.exists():
                folder.rmdir()
            made.rename(folder)
    except StoreError as error:
        raise StoreError(f"it holds no store that can be used: {error.what}", where=source, hint=error.hint) from error
    except (tarfile.TarError, EOFError) as error:
        raise StoreError(f"it is not a whole backup: {error}", where=source, hint="give a file that kg store backup wrote") from error
    except OSError as error:
        raise StoreError(f"the store can't be restored: {error}", where=source,
                         hint="check that file and folder can be read and written") from error


def _check(member: tarfile.TarInfo, source: Path) -> None:
    """Refuse what no backup holds: links, devices, and ways out of the folder."""
    parts = PurePosixPath(member.name).parts
    allowed = parts and (parts in ((DESCRIPTION,), (DOCUMENTS,)) or parts[0] == graphs.NAME) and ".." not in parts
    if not allowed or not (member.isfile() or member.isdir()):
        raise StoreError(f"{member.name!r} is no part of a store", where=source)


def _extract(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Write a checked member below a folder: its bytes, and neither its owner nor its mode. tarfile's own filter for that came with Python 3.11.4."""
    path = folder / member.name
    if member.isdir():
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    source = tar.extractfile(member)
    assert source is not None           # only what is no file has none, and _check refuses that
    with source, open(path, "wb") as target:
        shutil.copyfileobj(source, target)


def compact(store: Store) -> tuple[int, int]:
    """Merge the files of a store's graph, and give back the space of what was withdrawn.

    :param store: open for writing
    :returns: bytes before and after
    :raises StoreError: if a build was interrupted, or it can't be written; the store stays as it was
    """
    before = size(store.folder)
    if store.pending or not store.generation:
        raise StoreError("a build was interrupted", where=store.folder, hint=f"first run: kg build --store {store.folder}")
    store.compact()
    return before, size(store.folder)


def size(folder: Path) -> int:
    """The bytes of all files of a folder, those with several names once."""
    files = {}
    for path in folder.rglob("*"):
        if path.is_file():
            told = path.stat()
            files[told.st_dev, told.st_ino] = told.st_size
    return sum(files.values())
