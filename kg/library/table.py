"""A table of :mod:`kg.ledger` for notebooks: values in a frame, each cell's sentences at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ledger import Row, Table
from kg.library.frame import frame, html

if TYPE_CHECKING:
    import pandas

    from kg.store.quotes import Quote


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """Rows whose cells know the sentences behind them."""

    table: Table

    def __len__(self) -> int:
        return len(self.table.rows)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows; each has a :class:`kg.ledger.Cell` for each column."""
        return self.table.rows

    def quotes(self, row: int, column: str) -> tuple[Quote, ...]:
        """The sentences behind a cell.

        :param row: its number, from 0
        :param column: its key, as in the frame
        """
        return getattr(self.table.rows[row], column).quotes

    def frame(self) -> pandas.DataFrame:
        """The values as a pandas frame, with the keys of the columns; units are those of :attr:`headers`.

        :raises UsageError: if pandas is not installed
        """
        return frame([column.key for column in self.table.columns], self._values())

    @property
    def headers(self) -> dict[str, str]:
        """For each key the column's title with its unit: ``投资额（亿元）``."""
        return {column.key: column.header for column in self.table.columns}

    def save(self, path: str | Path) -> None:
        """Write the table to a file, whole or not at all: ``.xlsx`` with sentences as comments and in a sheet of their own, or ``.csv``.

        :raises KgError: if the ending is another, or the file can't be written
        """
        from kg.ledger import write

        write(self.table, str(path))

    def _values(self) -> list[list[object]]:
        return [[cell.value for cell in self.table.cells(row)] for row in self.table.rows]

    def _repr_html_(self) -> str:
        return html([column.header for column in self.table.columns], self._values())
