"""``kg rename``: decide by hand what a node is called."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import decided, example, knowledge_options, store_option


@click.command(epilog=example("kg rename 大旺园 肇庆高新区大旺园"))
@click.argument("name")
@click.argument("new")
@store_option
@knowledge_options
def rename(name: str, new: str, store: Path, gazetteer: str | None, aliases: str | None) -> None:
    """Decide that the node that NAME means is called NEW. The former name stays as another name, and its IRI leads on.

    The decision is written to a text file beside the store
    (kg-store.decisions.tsv), which every later build honours; take the line out and build again to undo it.
    """
    decided(store, gazetteer, aliases, lambda decider: decider.rename(name, new))
