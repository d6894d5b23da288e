"""``kg export``: write the graph as RDF or GraphML."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.command(epilog=example(
    "kg export --format turtle -o park.ttl",
    "kg export --format graphml -o park.graphml",
    "kg export --format nquads | gzip > park.nq.gz",
))
@click.option("--format", required=True, type=click.Choice(["turtle", "ntriples", "nquads", "trig", "jsonld", "graphml"]),
              help="turtle, ntriples and jsonld take all documents together; trig and nquads keep each apart; "
                   "graphml has entities and relations, for Gephi, yEd or Cytoscape.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write.  [default: -, standard output]")
@store_option
def export(format: str, output: str, store: Path) -> None:
    """Write the graph to a file or to standard output.

    The same graph gives the same bytes. A file is replaced when the new one is complete, and not before.
    """
    from kg.export import DOCUMENTS_APART
    from kg.export import export as write
    from kg.store import Store

    with Store.open(store) as opened:
        write(opened.graph if format in DOCUMENTS_APART else opened.union, output, format)
