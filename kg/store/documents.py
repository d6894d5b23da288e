"""The documents of a store, their texts and readings, in one SQLite file: the truth that the graph is made from.

A document's row tells since which generation of the graph it counts. What a build has put, and no graph has been made of yet,
belongs to the generation to come: readers do not see it before that generation is in force, and an interrupted build finds it again.
Rows that were replaced stay until the last generation that they belong to is gone, so that who reads an old graph finds its texts.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from kg.errors import StoreError
from kg.model import Entity, Reading
from kg.store import codec
from kg.store.derivation import Derivation
from kg.store.pack import Packed, StoredDocument, digest, unpack

T = TypeVar("T")

NAME = "documents.sqlite"
FORMAT = 3

_TABLES = ("""
CREATE TABLE IF NOT EXISTS document (
    identifier TEXT NOT NULL,
    since INTEGER NOT NULL,         -- the first generation of the graph that the row belongs to
    sha256 TEXT, title TEXT, issued TEXT, source TEXT, publisher TEXT,
    characters INTEGER,             -- of the text, in code points
    reader TEXT,                    -- fingerprint of what the reading was made with
    digest TEXT,                    -- of what the document's part of the graph is made from
    text BLOB,                      -- UTF-8, zlib; NULL if the document was withdrawn
    entities BLOB,                  -- JSON of codec.py, zlib
    facts BLOB,                     -- likewise
    PRIMARY KEY (identifier, since)
) WITHOUT ROWID""", """
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""")

_KNOWN = "identifier, sha256, title, issued, source, publisher, characters, reader"
_FORCE = "graph"                        # state: the generation in force, and what it was made with
# The rows of one generation, its number being the one parameter.
_ROWS = """document AS d WHERE text IS NOT NULL
    AND since = (SELECT max(since) FROM document WHERE identifier = d.identifier AND since <= ?)"""


class Documents:
    """The SQLite file of a store; sees the documents of one generation.

    :ivar generation: for a reader the one in force when it was opened, for the writer the one to come
    """

    def __init__(self, folder: Path, *, write: bool):
        """Open the file.

        :raises StoreError: if it is missing, broken, or can't be written
        """
        self.path = folder / NAME
        self._write = write
        with self._errors():
            self.connection = self._connect(write)
            if write:
                self._prepare()
            self.generation = self.force.get("number", 0) + write

    def _connect(self, write: bool) -> sqlite3.Connection:
        if write:
            connection = sqlite3.connect(self.path, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")     # what was committed outlives a power cut
            return connection
        uri = self.path.resolve().as_uri()
        connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, isolation_level=None)
        try:
            connection.execute("SELECT count(*) FROM state").fetchone()
        except sqlite3.OperationalError:                        # a folder that may not be written, on a disc or a share
            connection.close()
            connection = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
        return connection

    def _prepare(self) -> None:
        """Make the tables, or bring those of an older format up to date, in one transaction."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            old = self.connection.execute("SELECT 1 FROM pragma_table_info('document') WHERE name = 'reading'").fetchone()
            if old:
                self.connection.execute("ALTER TABLE document RENAME TO older_document")
            for statement in _TABLES:
                self.connection.execute(statement)
            Derivation(self.connection).create()
            if old:
                self._migrate()
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def _migrate(self) -> None:
        """Take over the documents of formats 1 and 2; the graph has to be made anew."""
        rows = self.connection.execute(f"SELECT {_KNOWN}, text, reading FROM older_document")
        for *known, text, reading in rows:
            parts = codec.parted(unpack(reading).encode("utf-8", "surrogatepass"))
            stored = StoredDocument(*known)
            self._insert(Packed(stored, digest(stored, *parts), text, *map(_compress, parts)), 1)
        self.connection.execute("DROP TABLE older_document")
        self.connection.execute("DELETE FROM state")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"the store's documents can't be read or written: {error}", where=self.path,
                             hint=_hint(error)) from error

    def close(self) -> None:
        """Close the file, with all that was put; without effect the second time."""
        if self._write:
            self._write = False
            try:
                # Leaves one plain file, which can be copied, and read where nothing may be written.
                self.connection.execute("PRAGMA journal_mode = DELETE")
            except sqlite3.Error:
                pass                                            # somebody is reading; the log beside the file is as good
        self.connection.close()

    # --- reading

    def __iter__(self) -> Iterator[StoredDocument]:
        """The documents by identifier, in order."""
        # No open cursor, which would keep a writer waiting.
        return (StoredDocument(*row) for row in self._all(f"SELECT {_KNOWN} FROM {_ROWS} ORDER BY identifier"))

    def __len__(self) -> int:
        return self._all(f"SELECT count(*) FROM {_ROWS}")[0][0]

    def digests(self) -> dict[str, str]:
        """For each document, in order, the digest of what its part of the graph is made from."""
        return dict(self._all(f"SELECT identifier, digest FROM {_ROWS} ORDER BY identifier"))

    def _all(self, query: str) -> list[tuple]:
        with self._errors():
            return self.connection.execute(query, (self.generation,)).fetchall()

    def get(self, identifier: str) -> StoredDocument | None:
        row = self._row(identifier, _KNOWN)
        return StoredDocument(*row) if row else None

    def text(self, identifier: str) -> str | None:
        return self._unpack(identifier, "text", lambda text: text)

    def reading(self, identifier: str) -> Reading | None:
        return self._unpack(identifier, "text, entities, facts",
                            lambda text, entities, facts: codec.decode(identifier, entities.encode(), facts.encode(), text))

    def entities(self, identifier: str) -> tuple[Entity, ...] | None:
        """The entities of a document without their evidence, at a fraction of the cost of its reading."""
        return self._unpack(identifier, "entities", lambda entities: codec.decode_entities(entities.encode()))

    def is_as_put(self, identifier: str) -> bool | None:
        """Whether a row is what its digest says; None if there is none."""
        known, row = self.get(identifier), self._row(identifier, "digest, entities, facts")
        if known is None or row is None:
            return None
        entities, facts = (unpack(part).encode("utf-8", "surrogatepass") for part in row[1:])
        return digest(known, entities, facts) == row[0]

    def _row(self, identifier: str, columns: str) -> tuple | None:
        with self._errors():
            row = self.connection.execute(f"SELECT text IS NOT NULL, {columns} FROM document WHERE identifier = ? AND since <= ? "
                                          "ORDER BY since DESC LIMIT 1", (identifier, self.generation)).fetchone()
        return row[1:] if row and row[0] else None

    def _unpack(self, identifier: str, columns: str, make: Callable[..., T]) -> T | None:
        row = self._row(identifier, columns)
        if row is None:
            return None
        try:
            return make(*map(unpack, row))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise StoreError(f"document {identifier!r} is damaged: {error}", where=self.path,
                             hint="build it again from its file") from error

    # --- writing

    def put(self, packed: Packed) -> None:
        with self.change():
            self._insert(packed, self.generation)

    def _insert(self, packed: Packed, since: int) -> None:
        d = packed.known
        row = (d.identifier, since, d.sha256, d.title, d.issued, d.source, d.publisher, d.characters, d.reader,
               packed.digest, packed.text, packed.entities, packed.facts)
        self.connection.execute(f"INSERT OR REPLACE INTO document VALUES ({', '.join('?' * len(row))})", row)

    def remove(self, identifier: str) -> bool:
        """Take a document out; False if there was none."""
        if self.get(identifier) is None:
            return False
        with self.change():
            self.connection.execute("INSERT OR REPLACE INTO document (identifier, since) VALUES (?, ?)", (identifier, self.generation))
        return True

    @contextmanager
    def change(self) -> Iterator[None]:
        """One transaction."""
        with self._errors():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:             # SQLite itself rolls back when the disk is full
                    self.connection.execute("ROLLBACK")
                raise

    # --- generations

    @property
    def pending(self) -> int:
        """How many documents were put, replaced or withdrawn since the generation in force was made."""
        with self._errors():
            return self.connection.execute("SELECT count(*) FROM document WHERE since > ?", (self.force.get("number", 0),)).fetchone()[0]

    @property
    def force(self) -> dict:
        """Which generation is in force (``number``) and what it was made with (``fingerprint``); empty before the first."""
        with self._errors():
            row = self.connection.execute("SELECT value FROM state WHERE key = ?", (_FORCE,)).fetchone()
        return json.loads(row[0]) if row else {}

    def put_in_force(self, fingerprint: str) -> None:
        """Within a change: let the generation to come be the one in force."""
        value = json.dumps({"number": self.generation, "fingerprint": fingerprint})
        self.connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (_FORCE, value))

    def vacuum(self) -> None:
        """Give back the space of rows that are gone."""
        with self._errors():
            self.connection.execute("VACUUM")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def sweep(self, oldest: int) -> None:
        """Forget the rows that only generations before ``oldest`` are made of; the next generation is the one to write from now on."""
        self.generation = self.force["number"] + 1
        with self.change():
            self.connection.execute("""
                DELETE FROM document WHERE EXISTS (SELECT 1 FROM document AS later WHERE later.identifier = document.identifier
                AND later.since > document.since AND later.since <= ?)""", (oldest,))
            self.connection.execute("DELETE FROM document WHERE text IS NULL AND since <= ?", (oldest,))


def _compress(data: bytes) -> bytes:
    import zlib

    return zlib.compress(data)


def _hint(error: sqlite3.Error) -> str:
    text = str(error)
    if "full" in text or "disk I/O" in text:
        return "free some space, or see whether the disk is sound, and run the command again"
    if "readonly" in text or "unable to open" in text:
        return "the folder must exist and be writable"
    return "restore the store from a copy, or build a new one"
