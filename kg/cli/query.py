"""``kg query``: ask the graph a question in SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.command(epilog=example(
    "kg query 'SELECT ?name WHERE { ?company pk:locatedIn park:肇庆高新区 ; skos:prefLabel ?name }'",
    "kg query 'DESCRIBE company:宁德时代'",
    "kg query --file suppliers.rq --format csv -o suppliers.csv",
))
@click.argument("sparql", required=False)
@click.option("--file", metavar="FILE", help="Read the query from a file; - is standard input.")
@click.option("--format", type=click.Choice(["table", "csv", "json", "turtle"]),
              help="table and csv for rows, json for rows and yes/no, turtle for triples.  [default: table, turtle for triples]")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write.  [default: -, standard output]")
@click.option("--limit", type=click.IntRange(min=0), default=100_000, show_default=True,
              help="Take no more rows or triples than this; 0 for all.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=300, show_default=True, metavar="SECONDS",
              help="Give up after so many seconds.")
@store_option
def query(sparql: str | None, file: str | None, format: str | None, output: str, limit: int, timeout: float, store: Path) -> None:
    """Ask the graph a question in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The query sees all documents as one graph, and `GRAPH ?g { … }` each for itself. The prefixes pk: company: park: district:
    project: skos: dcterms: and the others of the export are known without declaring them. Nothing is fetched or changed.
    In csv a text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    from kg.cli.output import show_result
    from kg.query import run
    from kg.store import Store

    text = _query(sparql, file)
    with Store.open(store) as opened:
        result = run(opened.graph, text, union=opened.union, limit=limit or None, timeout=timeout)
    show_result(result, format, output)
    if result.truncated:
        click.echo(f"kg: there is more; --limit {limit} was reached", err=True)


def _query(sparql: str | None, file: str | None) -> str:
    """The query from the argument or the file, one of which there must be."""
    from kg.errors import ReadError

    if (sparql is None) == (file is None):
        raise click.UsageError("give either a query or --file")
    if file is None:
        return sparql or ""
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise ReadError(f"the query can't be read: {reason}", where=file) from error
