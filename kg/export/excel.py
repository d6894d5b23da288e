"""The graph's tables as one workbook of Excel, a sheet for each; rows go to the disk as they come."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from kg.export.rows import SEPARATOR, as_text
from kg.export.tables import Table, Value, tables

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from kg.store.part import Graph

_EPOCH = datetime(2000, 1, 1)       # of the file's properties: the same graph gives the same bytes
_MOST_ROWS = 1_048_575              # of a sheet, beside the header; more go to further sheets
_LONGEST = 32_767                   # characters that a cell may hold


def write_excel(graph: Graph, output: BinaryIO) -> None:
    """Write the tables of :mod:`kg.export.tables` as ``.xlsx``: numbers as numbers, texts as texts whatever they begin with."""
    from xlsxwriter import Workbook

    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as made:
        as_they_are = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        with Workbook(made, {"constant_memory": True, "tmpdir": folder, **as_they_are}) as workbook:
            workbook.set_properties({"author": "parkkg", "created": _EPOCH})
            for table in tables(graph):
                _write(workbook, table)
        made.seek(0)
        while block := made.read(1 << 20):
            output.write(block)


def _write(workbook: Workbook, table: Table) -> None:
    bold = workbook.add_format({"bold": True})
    for number, rows in enumerate(_sheets(table.rows()), 1):
        sheet = workbook.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(table.fields) - 1, 24)
        for column, field in enumerate(table.fields):
            sheet.write_string(0, column, field.name, bold)
        last = 0
        for last, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                _cell(sheet, last, column, value)
        sheet.autofilter(0, 0, max(last, 1), len(table.fields) - 1)


def _sheets(rows: Iterator[tuple[Value, ...]]) -> Iterator[Iterator[tuple[Value, ...]]]:
    """Cut rows into those of one sheet after another; the first is there without any."""
    for number in count(1):
        sheet = islice(rows, _MOST_ROWS)
        first = next(sheet, None)
        if first is None:
            if number == 1:
                yield iter(())
            return
        yield chain((first,), sheet)


def _cell(sheet: Any, row: int, column: int, value: Value) -> None:
    if isinstance(value, (int, Decimal)):
        sheet.write_number(row, column, value)
    elif value:
        text = as_text(value, SEPARATOR)
        sheet.write_string(row, column, text if len(text) <= _LONGEST else text[:_LONGEST - 1] + "…")
