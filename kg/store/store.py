"""The store: a folder with documents, what was read from them, and the graph of it all.

::

    store.json          what made it: format, program version, base of the IRIs
    documents.sqlite    the truth: documents, texts, readings
    graph/<number>/     Oxigraph, derived from the documents; one of them is in force
        named/          a named graph for each document
        union/          every triple once
    lock                held by the one process that writes
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg import names
from kg.errors import StoreError
from kg.model import Document, Entity, Reading
from kg.store import graphs
from kg.store.documents import NAME as DOCUMENTS_NAME
from kg.store.documents import Documents, StoredDocument, described
from kg.store.lock import NAME as LOCK_NAME
from kg.store.lock import Lock
from kg.version import VERSION

if TYPE_CHECKING:
    import pyoxigraph

FORMAT = 2
_DESCRIPTION = "store.json"
_GRAPH = "graph"                    # state: which graph is in force, and what it was made from


class Store:
    """An open store; use :meth:`open` and ``with``.

    :ivar folder: where it is
    :ivar base: base of the IRIs of its instances
    """

    def __init__(self, folder: Path, base: str, documents: Documents, lock: Lock | None):
        self.folder = folder
        self.base = base
        self._documents = documents
        self._lock = lock
        self._graphs: dict[str, pyoxigraph.Store] = {}

    # --- opening and closing

    @staticmethod
    def exists(folder: str | os.PathLike) -> bool:
        """Whether a folder claims to be a store; opening it tells whether it is a good one."""
        return (Path(folder) / _DESCRIPTION).exists()

    @classmethod
    def open(cls, folder: str | os.PathLike, *, write: bool = False, create: bool = False, base: str = names.BASE) -> Store:
        """Open the store in a folder.

        :param write: take the writer's lock; without it nothing can be changed
        :param create: make the store if the folder is missing or empty; needs ``write``
        :param base: of the IRIs, for a store that is created
        :raises StoreError: if there is no store, it is of another format, it can't be written, or another process writes
        """
        folder = Path(folder)
        lock = None
        try:
            missing = create and not cls.exists(folder)
            if missing:
                _make_room(folder)
            else:
                _describe(folder)
            if write:
                lock = Lock(folder)
                lock.acquire()
            if missing:
                _create(folder, base)
            description = _describe(folder)
            return cls(folder, description["base"], Documents(folder, write=write), lock)
        except OSError as error:
            _release(lock)
            raise StoreError(f"the store can't be opened: {error.strerror or error}", where=folder,
                             hint="the folder must exist, and be writable for building") from error
        except StoreError:
            _release(lock)
            raise

    def close(self) -> None:
        """Close all files and let the lock go; without effect the second time."""
        self._graphs.clear()
        self._documents.close()
        _release(self._lock)
        self._lock = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    # --- documents

    def documents(self) -> Iterator[StoredDocument]:
        """The documents by identifier, in order."""
        return iter(self._documents)

    def __len__(self) -> int:
        """The number of documents."""
        return len(self._documents)

    def __contains__(self, identifier: str) -> bool:
        return self._documents.get(identifier) is not None

    def document(self, identifier: str) -> StoredDocument:
        """What is known of one document.

        :raises StoreError: if the store does not hold it
        """
        return self._found(self._documents.get(identifier), identifier)

    def text(self, identifier: str) -> str:
        """The text of a document, as it was decoded; offsets of evidence point into it.

        :raises StoreError: if the store does not hold it
        """
        return self._found(self._documents.text(identifier), identifier)

    def reading(self, identifier: str) -> Reading:
        """What was read from a document.

        :raises StoreError: if the store does not hold it
        """
        return self._found(self._documents.reading(identifier), identifier)

    def readings(self) -> Iterator[Reading]:
        """The readings by document, in order, one in memory at a time."""
        for document in self.documents():
            yield self.reading(document.identifier)

    def entities(self) -> Iterator[tuple[str, tuple[Entity, ...]]]:
        """For each document, in order, its identifier and its entities without their evidence."""
        for document in self.documents():
            yield document.identifier, self._found(self._documents.entities(document.identifier), document.identifier)

    def _found(self, value, identifier: str):
        if value is None:
            raise StoreError(f"the store holds no document {identifier!r}", where=self.folder, hint="kg stats --documents lists them")
        return value

    def holds(self, document: Document, reader: str) -> bool:
        """Whether this document was put before: same bytes, same title, date and source, read by the same reader."""
        return self._documents.get(document.identifier) == described(document, reader)

    def put(self, document: Document, reading: Reading, reader: str = "") -> None:
        """Add a document with its reading, or replace the one of the same identifier, in one transaction.

        :param reader: fingerprint of what the reading was made with
        :raises StoreError: if an evidence does not quote the text, or it can't be written
        """
        self._writable()
        self._documents.put(document, reading, reader)

    def remove(self, identifier: str) -> None:
        """Take a document out, with its text and reading, in one transaction.

        :raises StoreError: if the store does not hold it
        """
        self._writable()
        if not self._documents.remove(identifier):
            self._found(None, identifier)

    def _writable(self) -> None:
        if self._lock is None:
            raise StoreError("the store is open for reading only", where=self.folder)

    # --- graph

    @property
    def graph(self) -> pyoxigraph.Store:
        """The graph in force, for reading: a named graph for each document, one for what things are called, one for curated facts.

        :raises StoreError: if there is none, or it is older than the documents
        """
        return self._open_graph(graphs.NAMED)

    @property
    def union(self) -> pyoxigraph.Store:
        """The same, for reading, with every triple once, in the default graph: for queries and counts that ask for no document.

        :raises StoreError: if there is none, or it is older than the documents
        """
        return self._open_graph(graphs.UNION)

    def _open_graph(self, part: str) -> pyoxigraph.Store:
        if part not in self._graphs:
            state = self._graph_state()
            if state.get("revision") != self._documents.revision:
                raise StoreError(self._stale(), where=self.folder, hint=f"run: kg build --store {self.folder}")
            self._graphs[part] = graphs.open_graph(self._graph_path(state) / part)
        return self._graphs[part]

    def _stale(self) -> str:
        if self._lock is None and (holder := Lock(self.folder).holder()):
            return f"a build is writing to the store ({holder}), and its graph is not ready yet"
        return "the graph is missing or older than the documents: a build was interrupted"

    @property
    def generation(self) -> str | None:
        """Which graph is in force: another text as soon as a build has put a new one in force, None if there is none. Cheap to ask."""
        return self._graph_state().get("number")

    def graph_is_current(self, fingerprint: str) -> bool:
        """Whether the graph in force was written from these documents and with this fingerprint."""
        state = self._graph_state()
        wanted = {"revision": self._documents.revision, "fingerprint": fingerprint}
        return all(state.get(key) == value for key, value in wanted.items()) and self._graph_path(state).is_dir()

    def write_graph(self, quads: Iterable[pyoxigraph.Quad], fingerprint: str) -> None:
        """Write the graph anew and put it in force at once; the old one counts until then.

        :param quads: all of the graph; taken one by one, in any order, repeated ones count once
        :param fingerprint: of all that the quads were made with beside the documents
        :raises StoreError: if it can't be written; the old graph stays
        """
        self._writable()
        revision = self._documents.revision
        path = graphs.write(self.folder, quads)
        self._documents.set_state(_GRAPH, json.dumps({"revision": revision, "fingerprint": fingerprint, "number": path.name}))
        self._graphs.clear()
        graphs.sweep(self.folder, path)

    def _graph_state(self) -> dict:
        return json.loads(self._documents.state(_GRAPH) or "{}")

    def _graph_path(self, state: dict) -> Path:
        return self.folder / graphs.NAME / state["number"]


def _make_room(folder: Path) -> None:
    """Refuse a folder that holds something else; what an interrupted creation left is no hindrance."""
    ours = (LOCK_NAME, DOCUMENTS_NAME, _DESCRIPTION)
    if folder.exists() and not all(path.name.startswith(ours) for path in folder.iterdir()):
        raise StoreError("the folder is not empty and is not a store", where=folder, hint="give --store another folder")
    folder.mkdir(parents=True, exist_ok=True)


def _create(folder: Path, base: str) -> None:
    """Make an empty store; the description comes last, so that a folder that has one is a store."""
    Documents(folder, write=True).close()
    description = {"format": FORMAT, "program": VERSION, "base": base}
    temporary = folder / (_DESCRIPTION + ".new")
    temporary.write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
    os.replace(temporary, folder / _DESCRIPTION)


def _describe(folder: Path) -> dict:
    path = folder / _DESCRIPTION
    try:
        description = json.loads(path.read_text(encoding="utf-8"))
        found, _ = description["format"], description["base"]
    except (FileNotFoundError, NotADirectoryError):
        what = "this is not a store" if folder.exists() else "there is no store"
        raise StoreError(what, where=folder, hint="make one with: kg build PATH --store DIR") from None
    except (ValueError, KeyError, TypeError):
        raise StoreError("the store's description is damaged", where=path, hint="restore it from a copy, or build a new store") from None
    if found != FORMAT:
        raise StoreError(f"the store has format {found}, written by version {description.get('program')} of the program; "
                         f"this is version {VERSION}, which reads format {FORMAT}", where=folder, hint="build a new store from the texts")
    return description


def _release(lock: Lock | None) -> None:
    if lock is not None:
        lock.release()
