"""``kg query``: ask the graph a question in SPARQL."""

from __future__ import annotations

import shutil
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
@click.option("--limit", type=click.IntRange(min=1), help="Take no more rows or triples than this.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Give up after so many seconds.")
@store_option
def query(sparql: str | None, file: str | None, format: str | None, output: str, limit: int | None, timeout: float | None,
          store: Path) -> None:
    """Ask the graph a question in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The query sees all documents as one graph, and `GRAPH ?g { … }` each for itself. The prefixes pk: company: park: district:
    project: skos: dcterms: and the others of the export are known without declaring them. Nothing is fetched or changed.
    """
    from kg.export.target import write_text
    from kg.query import run, write
    from kg.store import Store

    text = _query(sparql, file)
    with Store.open(store) as opened:
        result = run(opened.graph, text, union=opened.union, limit=limit, timeout=timeout)
    terminal = shutil.get_terminal_size().columns if output == "-" and sys.stdout.isatty() else None
    write_text(write(result, format, terminal=terminal), output)
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
