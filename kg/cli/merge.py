"""``kg merge``: decide by hand that two nodes are one thing."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import decided, example, knowledge_options, store_option


@click.command(epilog=example("kg merge 小鹏汽车 小鹏科技", "kg merge park:肇庆高新区 大旺园"))
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@store_option
@knowledge_options
def merge(one: str, other: str, store: Path, gazetteer: str | None, aliases: str | None) -> None:
    """Decide that A and B are one thing, whatever speaks against it. It keeps the name of A.

    A and B are names of nodes, with their class where several bear the name: company:小鹏汽车. The decision is written to a text file beside the store
    (kg-store.decisions.tsv), which every later build honours; take the line out and build again to undo it.
    """
    decided(store, gazetteer, aliases, lambda decider: decider.merge(one, other))
