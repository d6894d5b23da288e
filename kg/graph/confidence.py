"""The confidence of statements over all documents: the highest that one of them gives.

It is known when the last document is. Until then it is kept in a temporary SQLite file, which SQLite holds in memory while
it is small, so that memory does not grow with the documents.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from kg.graph.facts import Fact


class Confidences:
    """Which documents state what, how surely."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute("CREATE TABLE said (statement TEXT NOT NULL, document TEXT NOT NULL, confidence TEXT NOT NULL)")

    def see(self, document: str, facts: Iterable[Fact]) -> None:
        """Take note of a document's facts.

        :param document: its IRI
        """
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO said VALUES (?, ?, ?)", ((fact.iri, document, str(fact.confidence)) for fact in facts))
        self._connection.execute("COMMIT")

    def highest(self) -> Iterator[tuple[str, str, Decimal]]:
        """Give for every statement of every document the IRIs of both and the statement's highest confidence."""
        rows = self._connection.execute("SELECT statement, document, confidence FROM said ORDER BY statement, document")
        for statement, group in groupby(rows, key=lambda row: row[0]):
            said = list(group)
            best = max(Decimal(confidence) for *_, confidence in said)
            for _, document, _ in said:
                yield statement, document, best
