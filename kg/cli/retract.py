"""``kg retract``: withdraw documents from the store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, knowledge_options, store_option


@click.command(epilog=example("kg retract news/2023-05-01.txt", "kg stats --documents && kg retract a.txt b.txt"))
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@store_option
@knowledge_options
@click.option("--quiet", "-q", is_flag=True, help="Print no summary.")
def retract(documents: tuple[str, ...], store: Path, gazetteer: str | None, aliases: str | None, quiet: bool) -> None:
    """Withdraw documents: what only they said is gone from the graph, which is then that of the others.

    A DOCUMENT is called as `kg stats --documents` lists it. If the store does not hold one of them, none is withdrawn.
    """
    from kg.pipeline import retract as run

    counts = run(documents, store, gazetteer=gazetteer, aliases=aliases)
    if not quiet:
        number = len(set(documents))
        click.echo(f"{number} document{'' if number == 1 else 's'} withdrawn. "
                   f"The graph holds {counts.documents} document{'' if counts.documents == 1 else 's'}; {counts.triples:,} triples.")
