"""The confidence of statements over all documents: the highest that one of them gives.

Kept in a temporary SQLite file, which SQLite holds in memory while it is small, so that memory does not grow with the documents.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from decimal import Decimal

from kg.graph.facts import Fact
from kg.graph.terms import plain


class Confidences:
    """Statements and the highest confidence seen of each."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute("CREATE TABLE statement (iri TEXT PRIMARY KEY, confidence TEXT NOT NULL) WITHOUT ROWID")

    def see(self, facts: Iterable[Fact]) -> None:
        """Take note of a document's facts."""
        self._connection.execute("BEGIN")
        for fact in facts:
            known = self._get(fact.iri)
            if known is None or fact.confidence > known:
                self._connection.execute("INSERT OR REPLACE INTO statement VALUES (?, ?)", (fact.iri, plain(fact.confidence)))
        self._connection.execute("COMMIT")

    def of(self, fact: Fact) -> Decimal:
        """The confidence of a statement, its own if it was never seen."""
        known = self._get(fact.iri)
        return fact.confidence if known is None else known

    def _get(self, iri: str) -> Decimal | None:
        row = self._connection.execute("SELECT confidence FROM statement WHERE iri = ?", (iri,)).fetchone()
        return Decimal(row[0]) if row else None
