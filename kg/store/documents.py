"""The documents of a store, their texts and readings, in one SQLite file: the truth that the graph is made from."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.model import Document, Entity, Reading
from kg.store import codec

NAME = "documents.sqlite"

_TABLES = """
CREATE TABLE IF NOT EXISTS document (
    identifier TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL, title TEXT, issued TEXT, source TEXT, publisher TEXT,
    characters INTEGER NOT NULL,    -- of the text, in code points
    reader TEXT NOT NULL,           -- fingerprint of what the reading was made with
    text BLOB NOT NULL,             -- UTF-8, zlib
    reading BLOB NOT NULL           -- JSON of codec.py, zlib
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT OR IGNORE INTO state VALUES ('revision', '0');
"""

_COLUMNS = "identifier, sha256, title, issued, source, publisher, characters, reader"


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What a store knows of a document beside its text and reading."""

    identifier: str
    sha256: str
    title: str | None
    issued: str | None
    source: str | None
    publisher: str | None
    characters: int             # length of the text in code points
    reader: str                 # fingerprint of what the reading was made with


def described(document: Document, reader: str) -> StoredDocument:
    """What a store would know of a document that was just read."""
    return StoredDocument(document.identifier, document.sha256, document.title, document.issued, document.source,
                          document.publisher, len(document.text), reader)


class Documents:
    """The SQLite file of a store. Every change is one transaction and raises the revision."""

    def __init__(self, folder: Path, *, write: bool):
        """Open the file.

        :raises StoreError: if it is missing, broken, or can't be written
        """
        self.path = folder / NAME
        self._write = write
        with self._errors():
            self._connection = self._connect(write)
            if write:
                self._connection.executescript(_TABLES)
            self._connection.execute("SELECT value FROM state WHERE key = 'revision'").fetchone()

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
                self._connection.execute("PRAGMA journal_mode = DELETE")
            except sqlite3.Error:
                pass                                            # somebody is reading; the log beside the file is as good
        self._connection.close()

    # --- reading

    def __iter__(self) -> Iterator[StoredDocument]:
        """The documents by identifier, in order."""
        with self._errors():
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM document ORDER BY identifier").fetchall()
        return (StoredDocument(*row) for row in rows)           # no open cursor, which would keep a writer waiting

    def __len__(self) -> int:
        with self._errors():
            return self._connection.execute("SELECT count(*) FROM document").fetchone()[0]

    def get(self, identifier: str) -> StoredDocument | None:
        with self._errors():
            row = self._connection.execute(f"SELECT {_COLUMNS} FROM document WHERE identifier = ?", (identifier,)).fetchone()
        return StoredDocument(*row) if row else None

    def text(self, identifier: str) -> str | None:
        return self._unpack(identifier, "text", lambda text: text)

    def reading(self, identifier: str) -> Reading | None:
        return self._unpack(identifier, "text, reading", lambda text, reading: codec.decode(identifier, reading.encode(), text))

    def entities(self, identifier: str) -> tuple[Entity, ...] | None:
        """The entities of a document without their evidence, at a fraction of the cost of its reading."""
        return self._unpack(identifier, "reading", lambda reading: codec.decode_entities(reading.encode()))

    def _unpack(self, identifier: str, columns: str, make):
        with self._errors():
            row = self._connection.execute(f"SELECT {columns} FROM document WHERE identifier = ?", (identifier,)).fetchone()
        if row is None:
            return None
        try:
            return make(*(zlib.decompress(cell).decode("utf-8", "surrogatepass") for cell in row))
        except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
            raise StoreError(f"document {identifier!r} is damaged: {error}", where=self.path,
                             hint="build it again from its file") from error

    # --- writing

    def put(self, document: Document, reading: Reading, reader: str) -> None:
        data = codec.encode(reading, document.text)
        d = described(document, reader)
        row = (d.identifier, d.sha256, d.title, d.issued, d.source, d.publisher, d.characters, d.reader,
               zlib.compress(document.text.encode("utf-8", "surrogatepass")), zlib.compress(data))
        with self._change():
            self._connection.execute(f"INSERT OR REPLACE INTO document VALUES ({', '.join('?' * len(row))})", row)

    def remove(self, identifier: str) -> bool:
        """Take a document out; False if there was none."""
        if self.get(identifier) is None:
            return False
        with self._change():
            self._connection.execute("DELETE FROM document WHERE identifier = ?", (identifier,))
        return True

    @contextmanager
    def _change(self) -> Iterator[None]:
        with self._errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("UPDATE state SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision'")
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:             # SQLite itself rolls back when the disk is full
                    self._connection.execute("ROLLBACK")
                raise

    # --- state

    @property
    def revision(self) -> int:
        """Grows with every change of the documents."""
        return int(self.state("revision") or 0)

    def state(self, key: str) -> str | None:
        with self._errors():
            row = self._connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_state(self, key: str, value: str) -> None:
        with self._errors():
            self._connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))


def _hint(error: sqlite3.Error) -> str:
    text = str(error)
    if "full" in text:
        return "free some space and run the command again"
    if "readonly" in text or "unable to open" in text:
        return "the folder must exist and be writable"
    return "restore the store from a copy, or build a new one"
