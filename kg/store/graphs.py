"""The generations of a store's graph: Oxigraph folders that are written once, and then only read.

A generation is ``graph/<number>/``: ``quads``, an Oxigraph store, and ``readers``, an empty file that whoever reads has locked.
The named graphs hold what each document says; the default graph holds every triple once, for queries: what several documents say would
otherwise be found, counted and joined once for each of them. The documents' file says which generation is in force, so that a reader sees
the old one or the new one and never a half.

A new generation starts empty, or as a checkpoint of the last one, whose files it shares (hard links), and gets what changed.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.allocator import give_back
from kg.errors import StoreError
from kg.store.lock import Lock

if TYPE_CHECKING:
    import pyoxigraph
    from pyoxigraph import Quad

NAME = "graph"

_NEW, _QUADS, _READERS = "new", "quads", "readers"

# Quads per bulk load, which takes a kilobyte and a half for each. One load of everything is hardly faster.
_BATCH = 50_000
# Fewer quads than this are added in a transaction: a bulk load writes files of its own for each of nine indexes.
_FEW = 20_000
# Descriptors that Oxigraph is to think it has in a build: the fewest it takes, half of which it uses. Of each file that it holds open it keeps
# the index in memory, over a megabyte, so that as many as the system allows would cost more the larger the graph is.
_DESCRIPTORS = 96


class Draft:
    """A generation that is being written."""

    def __init__(self, folder: Path, last: Path | None):
        """Begin one.

        :param folder: of the store
        :param last: the generation to start from; None for an empty one
        :raises OSError: if it can't be written
        """
        from pyoxigraph import Store

        self._home = folder / NAME
        self._path = self._home / _NEW
        self._home.mkdir(exist_ok=True)
        shutil.rmtree(self._path, ignore_errors=True)
        self._path.mkdir()
        if last is not None:
            with _few_descriptors():
                Store.read_only(str(last / _QUADS)).backup(str(self._path / _QUADS))
        with _few_descriptors():
            self.quads: pyoxigraph.Store = Store(str(self._path / _QUADS))

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads, to their named graphs and to the default graph; repeated ones count once."""
        from pyoxigraph import Quad

        iterator = iter(quads)
        with _without_collector():
            while batch := list(islice(iterator, _BATCH)):
                self.quads.bulk_extend(batch)
                self.quads.bulk_extend([Quad(quad.subject, quad.predicate, quad.object) for quad in batch])
                del batch
                give_back()

    def change(self, removed: list[Quad], added: list[Quad]) -> None:
        """Take some quads out of their named graphs and put others in; the default graph follows.

        :param removed: quads that are there
        """
        from pyoxigraph import DefaultGraph, Quad

        if len(added) > _FEW:
            self._delete(removed)
            self.load(added)
        else:
            self._delete(removed)
            self.quads.extend([*added, *(Quad(quad.subject, quad.predicate, quad.object) for quad in added)])
        default = DefaultGraph()
        lone = []
        for quad in removed:
            still = self.quads.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
            if all(other.graph_name == default for other in still):
                lone.append(Quad(quad.subject, quad.predicate, quad.object))
        self._delete(lone)
        for name in {quad.graph_name for quad in removed}:
            if next(self.quads.quads_for_pattern(None, None, None, name), None) is None:
                self.quads.remove_graph(name)           # one that holds nothing would be listed still

    def _delete(self, quads: list[Quad]) -> None:
        for start in range(0, len(quads), _FEW):
            lines = "".join(f"{_block(quad)}\n" for quad in quads[start:start + _FEW])
            self.quads.update("DELETE DATA {\n" + lines + "}")

    def finish(self, number: int, *, compact: bool) -> None:
        """Let the folder appear as a generation.

        :param compact: merge its files
        """
        if compact:
            self.quads.optimize()
        self.quads.flush()
        del self.quads
        (self._path / _READERS).touch()
        final = self._home / str(number)
        shutil.rmtree(final, ignore_errors=True)        # of a writer that died before it was in force
        self._path.rename(final)
        _sync(self._home)

    def discard(self) -> None:
        """Leave nothing of it."""
        self.__dict__.pop("quads", None)
        shutil.rmtree(self._path, ignore_errors=True)


def _block(quad: Quad) -> str:
    from pyoxigraph import DefaultGraph

    if quad.graph_name == DefaultGraph():
        return f"{quad.triple} ."
    return f"GRAPH {quad.graph_name} {{ {quad.triple} }}"


def _sync(folder: Path) -> None:
    """Write a folder's entries to the disk, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _few_descriptors() -> Iterator[None]:
    """Let a store that is opened meanwhile hold few files open at once, where the system has a limit: Oxigraph takes the limit that it finds then for its own."""
    try:
        import resource
    except ImportError:                                 # Windows
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with open(os.devnull, "rb") as lowest:              # all below are in use, and count too
        few = lowest.fileno() + _DESCRIPTORS
    if soft == resource.RLIM_INFINITY or few < soft:
        resource.setrlimit(resource.RLIMIT_NOFILE, (few, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


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


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn what goes wrong while a graph is written into one clear error."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"the graph can't be written: {error}", where=folder / NAME,
                         hint="free some space or check the permissions") from error


def path_of(folder: Path, number: int) -> Path:
    """The folder of a generation."""
    return folder / NAME / str(number)


def exists(folder: Path, number: int) -> bool:
    """Whether a generation is there."""
    return (path_of(folder, number) / _QUADS).is_dir()


def open_quads(folder: Path, number: int, *, sparing: bool = False) -> pyoxigraph.Store:
    """Open a generation for reading.

    :param sparing: hold few of its files open, for who goes through it once: each takes memory for its index, which is read again when it is needed again
    :raises StoreError: if it is not whole
    """
    from pyoxigraph import Store

    path = path_of(folder, number)
    try:
        if not exists(folder, number):
            raise OSError("the folder is missing")
        with _few_descriptors() if sparing else nullcontext():
            return Store.read_only(str(path / _QUADS))
    except (OSError, RuntimeError) as error:        # Oxigraph raises the second where a file is not what it should be
        raise StoreError(f"the graph can't be opened: {error}", where=path, hint="run kg build to write it anew") from error


def in_use(folder: Path, number: int) -> Lock:
    """The lock that readers of a generation share; while one has it, nobody deletes the generation."""
    return Lock(path_of(folder, number), _READERS)


def sweep(folder: Path, force: int) -> int:
    """Delete the generations that are not in force and that nobody reads.

    :returns: the oldest that is left
    """
    home = folder / NAME
    kept = [force]
    for path in home.iterdir():
        number = int(path.name) if path.name.isdecimal() else None
        if number is not None and number < force and in_use(folder, number).held():
            kept.append(number)
        elif number != force:
            shutil.rmtree(path, ignore_errors=True)
    return min(kept)
