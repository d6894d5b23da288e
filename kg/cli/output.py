"""How commands print: tables on a terminal, plain lines for another program."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.ledger import Table
    from kg.query import Result


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def table(title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under a title; nothing if there are none. Numbers stand to the right. In a pipe: tab-separated."""
    lines = [[_cell(cell) for cell in row] for row in rows]
    if not lines:
        return
    if not on_terminal():
        click.echo(f"# {title}\t" + "\t".join(headers))
        for row in lines:
            click.echo("\t".join(map(_one_line, row)))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table

    shown = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for header, cells in zip(headers, zip(*lines, strict=True), strict=True):
        numbers = any(cells) and all(_is_number(cell) or not cell for cell in cells)
        shown.add_column(header, justify="right" if numbers else "left", overflow="fold")
    for row in lines:
        shown.add_row(*(_escape(cell) for cell in row))
    Console().print(shown)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) and on_terminal() else str(value)


def _is_number(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "", 1).isdecimal()


def _escape(cell: str) -> str:
    from rich.markup import escape

    return escape(cell)


def show_table(made: Table, output: str, format: str | None) -> None:
    """Write a table of :mod:`kg.ledger` where and as it is wanted: lines on standard output, else a file.

    On a terminal the main columns are shown, in a pipe all of them.
    """
    from kg.export.target import write_text
    from kg.ledger import write
    from kg.ledger.write import text

    if format not in (None, "table") or output != "-" and format is None:
        write(made, output, format)
        return
    drawn = on_terminal() and output == "-"
    columns = [column for column in made.columns if column.main or not drawn]
    header, lines = [column.header for column in columns], [[text(getattr(row, column.key)) for column in columns] for row in made.rows]
    if drawn:
        table(made.title, header, lines)
    else:
        write_text("".join("\t".join(map(_one_line, line)) + "\n" for line in (header, *lines)), output)
    if not lines:
        click.echo("kg: no rows", err=True)


def show_result(result: Result, format: str | None, output: str) -> None:
    """Write the result of a query where and as it is wanted."""
    from kg.export.target import write_text
    from kg.query import write

    terminal = shutil.get_terminal_size().columns if output == "-" and on_terminal() else None
    write_text(write(result, format, terminal=terminal), output)


def _one_line(cell: str) -> str:
    return cell.replace("\t", " ").replace("\n", " ")
