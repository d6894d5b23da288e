"""The tables of a graph as a folder of CSV or Parquet files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.formulas import harmless
from kg.export.tables import Field, Table, Value, tables

if TYPE_CHECKING:
    from kg.store.part import Graph

SEPARATOR = " | "       # of several texts in one field of CSV
_AT_ONCE = 50_000       # rows of Parquet held in memory


def write_csv(graph: Graph, folder: Path) -> None:
    """Write a CSV file for each table, in UTF-8; a text that a spreadsheet would take for a formula gets an apostrophe."""
    for table in tables(graph):
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow([field.name for field in table.fields])
            writer.writerows([harmless(as_text(value, SEPARATOR)) for value in row] for row in table.rows())


def write_parquet(graph: Graph, folder: Path) -> None:
    """Write a Parquet file for each table, with lists as lists and numbers as numbers.

    :raises ExportError: if pyarrow is not installed
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise ExportError("Parquet needs pyarrow, which is not installed", hint="pip install 'parkkg[parquet]'") from error
    types = {"text": pyarrow.string(), "texts": pyarrow.list_(pyarrow.string()), "integer": pyarrow.int64(), "number": pyarrow.float64()}
    for table in tables(graph):
        schema = pyarrow.schema([(field.name, types[field.kind]) for field in table.fields])
        with parquet.ParquetWriter(folder / f"{table.name}.parquet", schema) as writer:
            for rows in _batches(table):
                columns = ([_plain(row[at], field) for row in rows] for at, field in enumerate(table.fields))
                arrays = [pyarrow.array(column, types[field.kind]) for column, field in zip(columns, table.fields, strict=True)]
                writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


def as_text(value: Value, separator: str) -> str:
    """A value as the text of a field; nothing for None.

    >>> as_text(("一", "二"), " | "), as_text(None, ""), as_text(Decimal("0.90"), "")
    ('一 | 二', '', '0.90')
    """
    if isinstance(value, tuple):
        return separator.join(value)
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def _batches(table: Table) -> Iterator[list[tuple[Value, ...]]]:
    rows = table.rows()
    while batch := list(islice(rows, _AT_ONCE)):
        yield batch


def _plain(value: Value, field: Field) -> Any:
    if field.kind == "texts":
        return list(value) if isinstance(value, tuple) else []
    return float(value) if isinstance(value, Decimal) else value
