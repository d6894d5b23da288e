"""What the graph in force was made from, in the documents' SQLite file: so that the next one is made from what changed.

All of it is written in the one transaction that puts a generation in force.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

_TABLES = ("""
CREATE TABLE IF NOT EXISTS part (           -- a document's part of the graph
    document TEXT PRIMARY KEY,
    digest TEXT NOT NULL,                   -- of its reading and of the nodes that its entities are
    indicators TEXT NOT NULL                -- JSON: their names
) WITHOUT ROWID""", """
CREATE TABLE IF NOT EXISTS said (           -- which document states what, and how surely
    statement TEXT NOT NULL, document TEXT NOT NULL, confidence TEXT NOT NULL,
    PRIMARY KEY (statement, document)
) WITHOUT ROWID""", """
CREATE INDEX IF NOT EXISTS said_by ON said (document)""", """
CREATE TABLE IF NOT EXISTS quarantine (     -- facts that break a shape of the ontology, and so are not in the graph
    document TEXT NOT NULL, fact TEXT NOT NULL, path TEXT NOT NULL, message TEXT NOT NULL,
    refusal TEXT NOT NULL,                  -- JSON
    PRIMARY KEY (document, fact, path, message)
) WITHOUT ROWID""")


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure a statement is, over all documents, before and after a change; None where nobody states it."""

    statement: str
    before: Decimal | None
    after: Decimal | None
    documents_before: tuple[str, ...]
    documents_after: tuple[str, ...]


class Derivation:
    """The tables of what the graph was made from. To be changed within a transaction of the documents' file."""

    def __init__(self, connection: sqlite3.Connection):
        self._connection = connection

    def create(self) -> None:
        """Make the tables, within a transaction."""
        for statement in _TABLES:
            self._connection.execute(statement)

    def begin(self) -> None:
        """Make room for what a change says anew; it meets what was said before in :meth:`confidences`."""
        self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS fresh (statement TEXT, document TEXT, confidence TEXT)")
        self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS redone (document TEXT PRIMARY KEY)")
        self._connection.execute("DELETE FROM fresh")
        self._connection.execute("DELETE FROM redone")

    def digests(self) -> dict[str, str]:
        """For each document in the graph, the digest of what its part was made from."""
        return dict(self._connection.execute("SELECT document, digest FROM part"))

    def forget(self) -> None:
        """Forget all: the graph is made from nothing."""
        for table in ("part", "said", "quarantine"):
            self._connection.execute(f"DELETE FROM {table}")

    def drop(self, document: str) -> None:
        """Take note that a document is withdrawn, or made anew."""
        self._connection.execute("INSERT OR IGNORE INTO redone VALUES (?)", (document,))
        self._connection.execute("DELETE FROM part WHERE document = ?", (document,))
        self.release(document)

    def note(self, document: str, digest: str, indicators: Iterable[str], said: Mapping[str, Decimal]) -> None:
        """Take note of a document's part, made anew.

        :param said: its statements, by IRI, and how sure each is
        """
        self.drop(document)
        named = json.dumps(sorted(indicators), ensure_ascii=False)
        self._connection.execute("INSERT INTO part VALUES (?, ?, ?)", (document, digest, named))
        self._connection.executemany("INSERT INTO fresh VALUES (?, ?, ?)",
                                     ((statement, document, str(confidence)) for statement, confidence in said.items()))

    def confidences(self) -> Iterator[Confidence]:
        """Give the statements that documents of this change state or stated, by IRI, and take note of what is said now."""
        connection = self._connection
        rows = connection.execute("""
            WITH touched AS (SELECT statement FROM fresh UNION SELECT statement FROM said WHERE document IN (SELECT document FROM redone))
            SELECT statement, document, confidence, 0, document NOT IN (SELECT document FROM redone) FROM said
                WHERE statement IN (SELECT statement FROM touched)
            UNION ALL SELECT statement, document, confidence, 1, 1 FROM fresh
            ORDER BY 1, 2, 4""")
        for statement, group in groupby(rows, key=lambda row: row[0]):
            told = list(group)
            before = [row for row in told if not row[3]]
            after = [row for row in told if row[4]]
            yield Confidence(statement, _highest(before), _highest(after), _documents(before), _documents(after))
        connection.execute("DELETE FROM said WHERE document IN (SELECT document FROM redone)")
        connection.execute("INSERT INTO said SELECT * FROM fresh")
        connection.execute("DELETE FROM fresh")
        connection.execute("DELETE FROM redone")

    def indicators(self) -> Collection[str]:
        """The indicators that the graph's documents name."""
        return {name for (names,) in self._connection.execute("SELECT DISTINCT indicators FROM part") for name in json.loads(names)}

    # --- quarantine

    def refuse(self, document: str, fact: str, path: str, message: str, refusal: Mapping[str, object]) -> None:
        """Keep a fact that is not in the graph.

        :param document: identifier; "" if no document states it
        :param refusal: what there is to tell of it, as JSON
        """
        self._connection.execute("INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)",
                                 (document, fact, path, message, json.dumps(refusal, ensure_ascii=False, sort_keys=True)))

    def release(self, document: str) -> None:
        """Forget what of a document was refused."""
        self._connection.execute("DELETE FROM quarantine WHERE document = ?", (document,))

    def quarantined(self) -> list[tuple[str, dict]]:
        """The facts that were refused, by document: its identifier, and what there is to tell."""
        rows = self._connection.execute("SELECT document, refusal FROM quarantine ORDER BY document, fact, path, message")
        return [(document, json.loads(refusal)) for document, refusal in rows]


def _highest(rows: list[tuple]) -> Decimal | None:
    return max((Decimal(row[2]) for row in rows), default=None)


def _documents(rows: list[tuple]) -> tuple[str, ...]:
    return tuple(sorted({row[1] for row in rows}))
