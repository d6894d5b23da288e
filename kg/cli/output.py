"""How commands print: tables on a terminal, plain lines for another program."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def table(title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under a title; nothing if there are none. Numbers stand to the right. In a pipe: tab-separated."""
    rows = [[_cell(cell) for cell in row] for row in rows]
    if not rows:
        return
    if not on_terminal():
        click.echo(f"# {title}\t" + "\t".join(headers))
        for row in rows:
            click.echo("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table

    shown = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for header, cells in zip(headers, zip(*rows, strict=True), strict=True):
        shown.add_column(header, justify="right" if all(_is_number(cell) for cell in cells) else "left", overflow="fold")
    for row in rows:
        shown.add_row(*(_escape(cell) for cell in row))
    Console().print(shown)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) and on_terminal() else str(value)


def _is_number(cell: str) -> bool:
    return cell.replace(",", "").isdecimal()


def _escape(cell: str) -> str:
    from rich.markup import escape

    return escape(cell)
