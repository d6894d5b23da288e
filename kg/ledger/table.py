"""What a table is made of: columns, and cells that know the sentences behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from kg.store.quotes import Quote

Kind = Literal["text", "number", "count", "date"]
SEPARATOR = "、"     # of names
PART = "；"         # of what has several words


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``key`` is the attribute of the rows that it shows."""

    key: str
    title: str              # 投资额
    english: str            # investment
    kind: Kind = "text"     # what the values of its cells are: str, Decimal, int, or EDTF
    unit: str = ""          # 亿元; of all numbers in it
    width: int = 12         # in characters of Latin script
    main: bool = True       # belongs to the short form of the table
    note: str = ""          # what a reader must know of it

    @property
    def header(self) -> str:
        """The title with its unit: ``投资额（亿元）``."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it was read; an empty cell has the value None."""

    value: str | int | Decimal | None = None
    quotes: tuple[Quote, ...] = ()      # the earliest document first
    bound: str = "Exact"                # of a number: Exact, AtLeast, AtMost, About
    sources: tuple[str, ...] = ()       # of curated knowledge, which no document states

    def __bool__(self) -> bool:
        return self.value is not None and self.value != ""


class Row(Protocol):
    """A row: a frozen dataclass with a :class:`Cell` for each column."""

    @property
    def iri(self) -> str:
        """Of the node, or of the figure, that it tells of."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns."""

    name: str                       # ledger, parks …
    title: str                      # 项目台账
    columns: tuple[Column, ...]
    rows: Sequence[Row]

    def cells(self, row: Row) -> list[Cell]:
        """The cells of a row, in the order of the columns."""
        return [getattr(row, column.key) for column in self.columns]


def joined(cells: Sequence[Cell], separator: str = SEPARATOR) -> Cell:
    """One cell that holds the texts of several, each once, with all that is behind them."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return Cell()
    quotes = dict.fromkeys(quote for cell in filled for quote in cell.quotes)
    sources = dict.fromkeys(source for cell in filled for source in cell.sources)
    text = separator.join(dict.fromkeys(str(cell.value) for cell in filled))
    return Cell(text, tuple(sorted(quotes, key=in_time)), sources=tuple(sources))


def in_time(quote: Quote) -> tuple[str, str, int]:
    """Sorts quotations by date of issue, the undated last, then by place."""
    return quote.issued or "9999", quote.document, quote.start
