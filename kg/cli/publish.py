"""``kg publish``: send the graph to a SPARQL server."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.command(epilog=example(
    "kg publish http://localhost:7878/store",
    "KG_PUBLISH_USER=dba KG_PUBLISH_PASSWORD=… kg publish http://localhost:8890/sparql-graph-crud-auth",
    "kg publish --protocol update --query https://kg.example/sparql https://kg.example/update",
))
@click.argument("url")
@store_option
@click.option("--query", metavar="URL", help="Where the server answers queries, if that is not known from the address.")
@click.option("--protocol", type=click.Choice(["graph-store", "update"]), default="graph-store", show_default=True,
              help="How to write: URL is the server's graph store, or its SPARQL Update endpoint.")
@click.option("--chunk", type=click.IntRange(min=1), default=10_000, show_default=True, metavar="N", help="Triples a request.")
@click.option("--again", is_flag=True, help="Send everything, also what the server has from an earlier run.")
@click.option("--dry-run", is_flag=True, help="Only say what would be sent and removed.")
@click.option("--quiet", "-q", is_flag=True, help="Print no summary and no progress.")
def publish(url: str, store: Path, query: str | None, protocol: str, chunk: int, again: bool, dry_run: bool, quiet: bool) -> None:
    """Send the graph to a SPARQL 1.1 server, each document as a named graph.

    Only what changed since the last run is sent; what is gone from the store is removed; at the end the server's triples are counted.
    Graphs that do not come from here are left alone. A server that asks who we are gets $KG_PUBLISH_USER and $KG_PUBLISH_PASSWORD, or
    $KG_PUBLISH_TOKEN.
    """
    from kg.cli.progress import progress
    from kg.publish import Credentials, Server, endpoints
    from kg.publish import publish as run
    from kg.store import Store

    server = Server(endpoints(url, query=query, protocol=protocol), Credentials.from_environment())
    with Store.open(store) as opened, progress("publishing", "triples", quiet=quiet) as show:
        report = run(opened.graph, server, base=opened.base, chunk=chunk, again=again, dry_run=dry_run,
                     progress=lambda state: show(state.done, state.total, state.triples))
    if not quiet:
        verb = "would be " if dry_run else ""
        click.echo(f"{len(report.sent):,} graphs {verb}sent ({report.triples_sent:,} triples), {len(report.removed):,} {verb}removed, "
                   f"{len(report.unchanged):,} unchanged.")
        if not dry_run:
            click.echo(f"The server holds all {report.triples:,} triples of the store.")
