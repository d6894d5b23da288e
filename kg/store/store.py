"""The store: a folder with documents, what was read from them, and the graph of it all.

::

    store.json          what made it: format, program version, base of the IRIs
    documents.sqlite    the truth: documents, texts, readings; which generation of the graph is in force, and what it was made from
    graph/<number>/     a generation of the graph, derived from the documents
        quads/          Oxigraph: a named graph for each document; in the default graph every triple once
        readers         locked by those who read it, so that it is not deleted meanwhile
    graph/new/          one that is being written
    lock                held by the one process that writes

What a reader sees is one whole generation, its graph and its documents, from when it opened the store until it closes it. The writer sees
what it has put; that counts for readers when :meth:`Store.rewrite` has put the graph made of it in force, at once. Killed before, the writer
leaves what it had put to the next one, and readers what they had.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg import names
from kg.allocator import keep_little
from kg.errors import StoreError
from kg.model import Document, Entity, Reading
from kg.store import graphs
from kg.store.derivation import Derivation
from kg.store.documents import FORMAT, Documents
from kg.store.documents import NAME as DOCUMENTS_NAME
from kg.store.lock import NAME as LOCK_NAME
from kg.store.lock import Lock
from kg.store.pack import Packed, StoredDocument, pack
from kg.store.quarantine import Quarantined
from kg.version import VERSION

if TYPE_CHECKING:
    import pyoxigraph

    from kg.store.part import Named, Union

T = TypeVar("T")

DESCRIPTION = "store.json"
_OLDER = (1, 2)                 # formats that Documents brings up to date
# How often a reader looks again which generation is in force, if that one is swept away before it is locked.
_LOOKS = 20


class Store:
    """An open store; use :meth:`open` and ``with``.

    :ivar folder: where it is
    :ivar base: base of the IRIs of its instances
    """

    def __init__(self, folder: Path, base: str, documents: Documents, lock: Lock | None):
        self.folder = folder
        self.base = base
        self._documents = documents
        self._lock = lock                           # the writer's
        self._in_use: Lock | None = None            # of the generation that is read
        self._quads: pyoxigraph.Store | None = None

    # --- opening and closing

    @staticmethod
    def exists(folder: str | os.PathLike) -> bool:
        """Whether a folder claims to be a store; opening it tells whether it is a good one."""
        return (Path(folder) / DESCRIPTION).exists()

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
                _describe(folder, write=write)
            if not write:
                return cls._read(folder)
            lock = Lock(folder)
            lock.acquire()
            keep_little()
            if missing:
                _create(folder, base)
            description = _describe(folder, write=True)
            documents = Documents(folder, write=True)
            if description["format"] != FORMAT:
                _write_description(folder, description["base"])         # the documents' file was brought up to date
            return cls(folder, description["base"], documents, lock)
        except OSError as error:
            _release(lock)
            raise StoreError(f"the store can't be opened: {error.strerror or error}", where=folder,
                             hint="the folder must exist, and be writable for building") from error
        except StoreError:
            _release(lock)
            raise

    @classmethod
    def _read(cls, folder: Path) -> Store:
        """Open the generation in force, and keep it from being deleted."""
        base = _describe(folder, write=False)["base"]
        for _ in range(_LOOKS):
            documents = Documents(folder, write=False)
            store = cls(folder, base, documents, None)
            number = documents.generation
            if not number:
                break
            lock = graphs.in_use(folder, number)
            try:
                lock.share()
                store._in_use = lock
            except OSError:                         # it is gone, or of another making; opening the graph will tell
                pass
            if documents.force.get("number") == number:
                break
            store.close()                           # a writer was faster
        return store

    def close(self) -> None:
        """Close all files and let the locks go; without effect the second time."""
        self._quads = None
        self._documents.close()
        for lock in (self._in_use, self._lock):
            _release(lock)
        self._in_use = self._lock = None

    def leave(self) -> None:
        """In a process that was forked: hold nothing of the store, which is that of the process forked from."""
        if self._lock is not None:
            self._lock.leave()

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

    def known(self, identifier: str) -> StoredDocument | None:
        """What is known of one document; None if the store does not hold it."""
        return self._documents.get(identifier)

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

    def _found(self, value: T | None, identifier: str) -> T:
        if value is None:
            raise StoreError(f"the store holds no document {identifier!r}", where=self.folder, hint="kg stats --documents lists them")
        return value

    def put(self, document: Document, reading: Reading, reader: str = "") -> None:
        """Add a document with its reading, or replace the one of the same identifier, in one transaction.

        :param reader: fingerprint of what the reading was made with
        :raises StoreError: if an evidence does not quote the text, or it can't be written
        """
        self.put_packed(pack(document, reading, reader))

    def put_packed(self, packed: Packed) -> None:
        """The same for a document that another process has read."""
        self._writable()
        self._documents.put(packed)

    def remove(self, identifier: str) -> None:
        """Take a document out, with its text and reading, in one transaction.

        :raises StoreError: if the store does not hold it
        """
        self._writable()
        if not self._documents.remove(identifier):
            self._found(None, identifier)

    @property
    def pending(self) -> int:
        """How many documents were put or taken out since the graph in force was made."""
        return self._documents.pending

    def _writable(self) -> None:
        if self._lock is None:
            raise StoreError("the store is open for reading only", where=self.folder)

    # --- graph

    @property
    def graph(self) -> Named:
        """The graph in force, for reading: a named graph for each document, one for what things are called, one for curated facts.

        :raises StoreError: if there is none
        """
        from kg.store.part import Named

        return Named(self._opened())

    @property
    def union(self) -> Union:
        """The same, for reading, with every triple once, in the default graph: for queries and counts that ask for no document.

        :raises StoreError: if there is none
        """
        from kg.store.part import Union

        return Union(self._opened())

    def _opened(self) -> pyoxigraph.Store:
        if self._quads is None:
            number = self._number
            if not number:
                raise StoreError(self._why_none(), where=self.folder, hint=f"run: kg build --store {self.folder}")
            self._quads = graphs.open_quads(self.folder, number, sparing=self._lock is not None)     # the writer but counts what it wrote
        return self._quads

    def _why_none(self) -> str:
        if self._lock is None and (holder := Lock(self.folder).holder()):
            return f"the store's first build is not done ({holder})"
        return "the store has no graph yet: a build was interrupted"

    def digests(self) -> dict[str, str]:
        """For each document, in order, the digest of what its part of the graph is made from, beside the nodes of its entities."""
        return self._documents.digests()

    @property
    def derivation(self) -> Derivation:
        """What the graph in force was made from."""
        return Derivation(self._documents.connection)

    @property
    def generation(self) -> str | None:
        """Which graph is read here, None if there is none."""
        number = self._number
        return str(number) if number else None

    @property
    def has_graph(self) -> bool:
        """Whether the graph that is read here is there."""
        return bool(self._number) and graphs.exists(self.folder, self._number)

    @property
    def outdated(self) -> bool:
        """Whether a build has put a newer graph in force than the one that is read here. Cheap to ask."""
        return self._documents.force.get("number", 0) != self._number

    @property
    def _number(self) -> int:
        return self._documents.force.get("number", 0) if self._lock else self._documents.generation

    def quarantine(self) -> list[Quarantined]:
        """What breaks a shape of the ontology and so is not in the graph, by document."""
        return [Quarantined(document, **{**told, "rules": tuple(told["rules"])}) for document, told in self.derivation.quarantined()]

    def graph_is_current(self, fingerprint: str) -> bool:
        """Whether the graph in force was made from these documents and with this fingerprint."""
        return self.graph_is_made_with(fingerprint) and not self._documents.pending

    def graph_is_made_with(self, fingerprint: str) -> bool:
        """Whether there is a graph, made with this fingerprint; the documents may have changed since."""
        force = self._documents.force
        return force.get("fingerprint") == fingerprint and graphs.exists(self.folder, force["number"])

    @contextmanager
    def rewrite(self, fingerprint: str, *, anew: bool, compact: bool = False) -> Iterator[graphs.Draft]:
        """Write the next generation of the graph; at the end of the block it is in force, at once, with the documents as they are now.

        Until then, and if the block raises, the old one is. What the block writes to :attr:`derivation` counts likewise.

        :param fingerprint: of all that the graph is made with beside the documents
        :param anew: begin with nothing; else with the graph in force
        :param compact: merge the graph's files, as is always done to one that begins with nothing
        :raises StoreError: if it can't be written; the old graph stays
        """
        self._writable()
        documents = self._documents
        number = documents.force.get("number", 0)
        self._quads = None
        draft = None
        try:
            with graphs.writing(self.folder):
                draft = graphs.Draft(self.folder, None if anew else graphs.path_of(self.folder, number))
                with documents.change():
                    self.derivation.begin()
                    yield draft
                    draft.finish(documents.generation, compact=anew or compact)
                    documents.put_in_force(fingerprint)
                documents.sweep(graphs.sweep(self.folder, documents.generation))
        except BaseException:
            if draft is not None:
                draft.discard()
            raise

    def compact(self) -> None:
        """Merge the files of the graph in force, and give back the space of documents that are gone.

        :raises StoreError: if it can't be written; all stays as it was
        """
        with self.rewrite(self._documents.force["fingerprint"], anew=False, compact=True):
            pass
        self._documents.vacuum()

    def is_as_put(self, identifier: str) -> bool:
        """Whether what is known of a document and its reading are what they were when it was put, to the byte.

        :raises StoreError: if the store does not hold it
        """
        return self._found(self._documents.is_as_put(identifier), identifier)

    def write_graph(self, quads: Iterable[pyoxigraph.Quad], fingerprint: str) -> None:
        """Write the graph anew from quads alone, and put it in force.

        :param quads: all of the graph, each in a named graph; taken one by one, in any order, repeated ones count once
        :param fingerprint: of all that the quads were made with beside the documents
        :raises StoreError: if it can't be written; the old graph stays
        """
        with self.rewrite(fingerprint, anew=True) as draft:
            self.derivation.forget()
            draft.load(quads)


def _make_room(folder: Path) -> None:
    """Refuse a folder that holds something else; what an interrupted creation left is no hindrance."""
    ours = (LOCK_NAME, DOCUMENTS_NAME, DESCRIPTION)
    if folder.exists() and not all(path.name.startswith(ours) for path in folder.iterdir()):
        raise StoreError("the folder is not empty and is not a store", where=folder, hint="give --store another folder")
    folder.mkdir(parents=True, exist_ok=True)


def _create(folder: Path, base: str) -> None:
    """Make an empty store; the description comes last, so that a folder that has one is a store."""
    Documents(folder, write=True).close()
    _write_description(folder, base)


def _write_description(folder: Path, base: str) -> None:
    description = {"format": FORMAT, "program": VERSION, "base": base}
    temporary = folder / (DESCRIPTION + ".new")
    temporary.write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
    os.replace(temporary, folder / DESCRIPTION)


def _describe(folder: Path, *, write: bool) -> dict:
    """Read a store's description.

    :param write: take that of an older format too, which the writer brings up to date
    """
    path = folder / DESCRIPTION
    try:
        description = json.loads(path.read_text(encoding="utf-8"))
        found, _ = description["format"], description["base"]
    except (FileNotFoundError, NotADirectoryError):
        what = "this is not a store" if folder.exists() else "there is no store"
        raise StoreError(what, where=folder, hint="make one with: kg build PATH --store DIR") from None
    except (ValueError, KeyError, TypeError):
        raise StoreError("the store's description is damaged", where=path, hint="restore it from a copy, or build a new store") from None
    if found != FORMAT and not (write and found in _OLDER):
        hint = f"bring it up to date with: kg build --store {folder}" if found in _OLDER else "build a new store from the texts"
        raise StoreError(f"the store has format {found}, written by version {description.get('program')} of the program; "
                         f"this is version {VERSION}, which reads format {FORMAT}", where=folder, hint=hint)
    return description


def _release(lock: Lock | None) -> None:
    if lock is not None:
        lock.release()
