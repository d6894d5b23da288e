"""The ledger and its sister tables as one looks at them: filtered, sorted, page by page, or written as a file."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.ledger import FORMATS, TABLES, Cell, Column, Row, Table, ledger, table
from kg.schema import Schema
from kg.store import Store

LEDGER = "ledger"
NAMES = (LEDGER, *TABLES)
_SIGNS = {"AtLeast": "≥ ", "AtMost": "≤ ", "About": "≈ "}
_FEW = 24               # different texts in a column that a filter offers as a choice
_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json",
          "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@dataclass(frozen=True, slots=True)
class View:
    """A table as it is asked for."""

    table: Table
    choices: Mapping[str, tuple[str, ...]]      # for columns of few different texts: which
    sorted_by: str                              # key of a column; empty for the table's own order
    down: bool                                  # whether the largest come first
    total: int                                  # rows before filtering


def make(name: str) -> Callable[[Store, Schema], Table]:
    """What makes a table from a store: ``make("ledger")(store, schema)``."""
    def made(store: Store, schema: Schema) -> Table:
        return ledger(store, schema=schema) if name == LEDGER else table(store, name, schema=schema)

    return made


def view(whole: Table, asked: Mapping[str, str]) -> View:
    """Filter and sort a table.

    :param asked: ``q``: words that must all stand in a row; a column's key: the text that must stand there; ``sort``: the key of a column,
        with ``-`` in front for the largest first. What is no such thing is left out
    """
    by_key = {column.key: column for column in whole.columns}
    choices = {column.key: texts for column in whole.columns if (texts := _choices(whole, column))}
    wanted = asked.get("q", "").lower().split()
    chosen = {key: asked[key] for key in choices if asked.get(key)}
    rows = [row for row in whole.rows if _fits(whole, row, wanted, chosen)]
    key = asked.get("sort", "")
    down, key = key.startswith("-"), key.lstrip("-")
    if key in by_key:
        filled = [row for row in rows if getattr(row, key)]
        filled.sort(key=lambda row: _order(getattr(row, key), by_key[key]), reverse=down)
        rows = [*filled, *(row for row in rows if not getattr(row, key))]
    else:
        key = ""
    return View(replace(whole, rows=rows), choices, key, down, len(whole.rows))


def _choices(whole: Table, column: Column) -> tuple[str, ...]:
    """The different texts of a column, if they are few and come again and again."""
    if column.kind != "text":
        return ()
    texts: dict[str, int] = {}
    for row in whole.rows:
        cell = getattr(row, column.key)
        if cell:
            texts[str(cell.value)] = texts.get(str(cell.value), 0) + 1
            if len(texts) > _FEW:
                return ()
    return tuple(sorted(texts)) if len(texts) > 1 and sum(texts.values()) >= 3 * len(texts) else ()


def _fits(whole: Table, row: Row, words: Sequence[str], chosen: Mapping[str, str]) -> bool:
    if any(str(getattr(row, key).value) != text for key, text in chosen.items()):
        return False
    if not words:
        return True
    everything = " ".join(str(cell.value) for cell in whole.cells(row) if cell).lower()
    return all(word in everything for word in words)


def _order(cell: Cell, column: Column) -> tuple[Any, str]:
    return (cell.value, "") if column.kind in ("number", "count") else (0, str(cell.value))


def shown(cell: Cell, column: Column) -> str:
    """A cell as the page shows it: numbers with their bound, and with separators.

    >>> from decimal import Decimal
    >>> shown(Cell(Decimal("1234.50"), bound="AtLeast"), Column("x", "投资额", "investment", "number"))
    '≥ 1,234.5'
    """
    if not cell:
        return ""
    if column.kind == "number":
        whole, _, rest = f"{cell.value:,f}".partition(".")
        return _SIGNS.get(cell.bound, "") + whole + ("." + rest.rstrip("0") if rest.rstrip("0") else "")
    return f"{cell.value:,}" if column.kind == "count" else str(cell.value)


def written(table: Table, format: str) -> tuple[bytes, str]:
    """Write a table.

    :param format: csv, xlsx or json
    :returns: the file, and its media type
    """
    if format == "json":
        return json.dumps(rows_as_json(table), ensure_ascii=False, indent=1).encode(), _TYPES["json"]
    output = io.BytesIO()
    if format == "csv":
        output.write(codecs.BOM_UTF8)       # by which Excel knows it
    FORMATS[format](table, output)
    return output.getvalue(), _TYPES[format]


def rows_as_json(table: Table) -> list[dict[str, Any]]:
    """The rows as plain values: for each column that is filled its value, and where it was read; numbers as text, so that none is rounded."""
    return [{"iri": row.iri} | {column.key: _cell(cell) for column, cell in zip(table.columns, table.cells(row), strict=True) if cell}
            for row in table.rows]


def _cell(cell: Cell) -> dict[str, Any]:
    value = cell.value if isinstance(cell.value, (int, str)) else f"{cell.value:f}"
    evidence = [{"document": q.document, "start": q.start, "end": q.end, "exact": q.exact} for q in cell.quotes]
    return {"value": value, "bound": cell.bound, "evidence": evidence} if cell.bound != "Exact" else {"value": value, "evidence": evidence}
