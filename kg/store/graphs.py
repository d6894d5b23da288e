"""The graph of a store: two Oxigraph folders that are written once, from a stream of quads, and then only read.

``named`` holds each document's triples in the document's graph. ``union`` holds every triple once, in the default graph: what
several documents say would otherwise be found, counted and joined once for each of them.

A new graph goes into a folder of its own, ``graph/<number>``; the documents' file says which one counts, so that a
reader sees the old one or the new one and never a half.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError

if TYPE_CHECKING:
    from pyoxigraph import Quad, Store

NAME = "graph"

NAMED, UNION = "named", "union"

# Quads per bulk load. One load of everything is as fast, but its memory grows with the number of quads.
_BATCH = 100_000


def write(folder: Path, quads: Iterable[Quad]) -> Path:
    """Write quads into a new graph beside the others; the folder appears only when it is whole.

    :param folder: of the store
    :param quads: each with a named graph
    :returns: the new folder
    :raises StoreError: if it can't be written; nothing of it is left
    """
    home = folder / NAME
    new = home / "new"
    try:
        home.mkdir(exist_ok=True)
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        _write(new, quads)
        final = home / str(1 + max(_numbers(home), default=0))
        new.rename(final)
        return final
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise StoreError(f"the graph can't be written: {error}", where=home, hint="free some space or check the permissions") from error
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _write(new: Path, quads: Iterable[Quad]) -> None:
    from pyoxigraph import Quad, Store

    named, union = Store(new / NAMED), Store(new / UNION)
    iterator = iter(quads)
    with _without_collector():
        while batch := list(islice(iterator, _BATCH)):
            named.bulk_extend(batch)
            union.bulk_extend([Quad(quad.subject, quad.predicate, quad.object) for quad in batch])
    for store in (named, union):
        store.optimize()
        store.flush()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Quads hold no cycles, and looking for some among so many new objects takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _numbers(home: Path) -> list[int]:
    return [int(path.name) for path in home.iterdir() if path.name.isdecimal()]


def open_graph(path: Path) -> Store:
    """Open a graph for reading.

    :raises StoreError: if it is not whole
    """
    from pyoxigraph import Store

    try:
        if not path.is_dir():
            raise OSError("the folder is missing")
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:        # Oxigraph raises the second where a file is not what it should be
        raise StoreError(f"the graph can't be opened: {error}", where=path, hint="run kg build to write it anew") from error


def sweep(folder: Path, keep: Path) -> None:
    """Delete the graphs before the one in force, but for the last, which readers may still have open."""
    home = folder / NAME
    current = int(keep.name)
    older = sorted(number for number in _numbers(home) if number < current)
    for number in older[:-1]:
        shutil.rmtree(home / str(number), ignore_errors=True)
    for number in _numbers(home):
        if number > current:
            shutil.rmtree(home / str(number), ignore_errors=True)
