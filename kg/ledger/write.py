"""Writes a table: a workbook, CSV that Excel opens, or lines for a terminal or another program."""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kg.errors import UsageError
from kg.export.formulas import harmless
from kg.export.target import STANDARD_OUTPUT, opened
from kg.ledger.excel import write_excel
from kg.ledger.table import Cell, Table


def write(table: Table, target: str | os.PathLike[str], format: str | None = None) -> None:
    """Write a table to a file, or to standard output.

    :param target: a file, which is replaced when the new one is complete; ``-`` is standard output
    :param format: one of :data:`FORMATS`; by default what the file's name ends in
    :raises UsageError: if there is no such format
    :raises ExportError: if it can't be written
    """
    name = format or format_of(target)
    if name not in FORMATS:
        raise UsageError(f"{name!r} is no format of a table", hint=f"use one of {', '.join(FORMATS)}")
    with opened(target) as output:
        if name == "csv" and os.fspath(target) != STANDARD_OUTPUT:
            output.write(codecs.BOM_UTF8)               # by which Excel knows it
        FORMATS[name](table, output)


def format_of(target: str | os.PathLike[str]) -> str:
    """The format that a file's name asks for.

    :raises UsageError: if it asks for none that there is
    """
    if os.fspath(target) == STANDARD_OUTPUT:
        return "csv"
    ending = Path(target).suffix.lstrip(".").lower()
    if ending not in FORMATS:
        raise UsageError(f"the name does not say in which format to write {os.fspath(target)}",
                         hint=f"let it end in {' or '.join('.' + name for name in FORMATS)}, or give --format")
    return ending


def write_csv(table: Table, output: BinaryIO) -> None:
    """Write CSV; texts that a spreadsheet would take for formulas get an apostrophe."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.header for column in table.columns])
    for row in table.rows:
        writer.writerow([harmless(text(cell)) for cell in table.cells(row)])
    output.write(buffer.getvalue().encode())


def text(cell: Cell) -> str:
    """A cell as text; nothing if it is empty.

    >>> from decimal import Decimal
    >>> text(Cell(Decimal("14.5"))), text(Cell())
    ('14.5', '')
    """
    return "" if cell.value is None else str(cell.value)


# What a table is written in, by the ending of the file.
FORMATS: dict[str, Callable[[Table, BinaryIO], None]] = {"xlsx": write_excel, "csv": write_csv}
