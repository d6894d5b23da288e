"""What the commands share: the option ``--store``, and the example that ends every help text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kg import settings


def _store(context: click.Context, parameter: click.Parameter, value: str | None) -> Path:
    return settings.store_folder(value)


# Gives the command a parameter ``store``: a Path, which need not exist.
store_option = click.option(
    "--store", metavar="DIR", callback=_store,
    help="Folder of the store.  [default: $KG_STORE, then ./kg-store]",
)


def example(*lines: str) -> str:
    """Make the ``epilog`` of a command from example command lines; click leaves their line breaks alone.

    >>> example("kg stats").splitlines()[-1]
    '  kg stats'
    """
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def table_options(command: Callable) -> Callable:
    """Give a command the parameters ``output`` and ``format`` of a table."""
    command = click.option("--format", type=click.Choice(["table", "csv", "xlsx"]),
                           help="Of the output.  [default: what the file's name ends in; table on standard output]")(command)
    return click.option("-o", "--output", metavar="FILE", default="-",
                        help="Where to write: .xlsx, .csv or -.  [default: -, standard output]")(command)
