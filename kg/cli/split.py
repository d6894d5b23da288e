"""``kg split``: decide by hand that a name means another thing."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import decided, example, knowledge_options, store_option


@click.command(epilog=example("kg split 时代 --document news.txt", "kg split company:小鹏新能源"))
@click.argument("name")
@click.option("--document", metavar="D", help="Only in this document, as kg stats --documents lists it.")
@store_option
@knowledge_options
def split(name: str, document: str | None, store: Path, gazetteer: str | None, aliases: str | None) -> None:
    """Decide that NAME means a thing of its own: in one document, whatever it calls so; else in all documents, what they call so first.

    The decision is written to a text file beside the store
    (kg-store.decisions.tsv), which every later build honours; take the line out and build again to undo it.
    """
    decided(store, gazetteer, aliases, lambda decider: decider.split(name, document))
