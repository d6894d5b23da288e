"""``kg draw``: the graph as one HTML page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.command(epilog=example("kg draw -o graph.html --around 小鹏汽车 --depth 2"))
@click.option("-o", "--output", metavar="FILE", required=True, help="File to write; - is standard output.")
@click.option("--around", metavar="NAME", help="Only what is near the thing of this name.")
@click.option("--depth", type=click.IntRange(min=0), default=1, show_default=True, help="How many relations away from it.")
@click.option("--class", "classes", metavar="CLASS", multiple=True, help="Only things of this class (Company or 企业); repeatable.")
@click.option("--limit", type=click.IntRange(min=1), default=400, show_default=True,
              help="How many things are shown first; the others can be searched and expanded.")
@click.option("--title", metavar="TEXT", help="Title of the page.")
@store_option
def draw(output: str, around: str | None, depth: int, classes: tuple[str, ...], limit: int, title: str | None, store: Path) -> None:
    """Draw the graph as one HTML page that works without any network.

    It has search, filters, the sentence behind each relation, and can be sent on as it is.
    """
    from kg.draw.evidence import with_evidence
    from kg.draw.explore import explore
    from kg.export.target import write_text
    from kg.network import network
    from kg.schema import load_schema
    from kg.store import Store

    with Store.open(store) as opened:
        whole = with_evidence(network(opened.union), opened.union, load_schema())
    write_text(explore(whole, around=around, depth=depth, classes=classes, limit=limit, title=title), output)
