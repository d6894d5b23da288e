"""What the commands share: the option ``--store``, and the example that ends every help text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import settings

if TYPE_CHECKING:
    from kg.decide import Decider
    from kg.store.lookup import Named


def _store(context: click.Context, parameter: click.Parameter, value: str | None) -> Path:
    return settings.store_folder(value)


# Gives the command a parameter ``store``: a Path, which need not exist.
store_option = click.option(
    "--store", metavar="DIR", callback=_store,
    help="Folder of the store.  [default: $KG_STORE, then ./kg-store]",
)


def knowledge_options(command: Callable) -> Callable:
    """Give a command the parameters ``gazetteer`` and ``aliases``: a user's own knowledge, which a store was built with."""
    command = click.option("--aliases", metavar="DIR", help="A folder of further tables of names and facts, as docs/resolving.md tells.")(command)
    return click.option("--gazetteer", metavar="FILE", help="Further names: CSV with the columns name, class, aliases, id.")(command)


def _recogniser(context: click.Context, parameter: click.Parameter, value: str) -> str | None:
    return None if value == _NO_RECOGNISER else value


_NO_RECOGNISER = "none"
# Gives the command a parameter ``ner``: None for the rules alone.
ner_option = click.option(
    "--ner", metavar="MODEL", default=settings.TRAINED, show_default=True, callback=_recogniser,
    help="The recogniser that sees what the rules found: trained, a file that kg train wrote, a spaCy model by name or folder, or none.",
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


def decided(store: Path, gazetteer: str | None, aliases: str | None, decide: Callable[[Decider], Named]) -> None:
    """Carry out a decision by hand, and say what came of it."""
    from datetime import date

    from kg.decide import Decider
    from kg.resolve import decisions_path

    node = decide(Decider(store, date.today().isoformat(), Path(gazetteer) if gazetteer else None, Path(aliases) if aliases else None))
    click.echo(f"{node.short}  <{node.iri}>; recorded in {decisions_path(store).name}")
