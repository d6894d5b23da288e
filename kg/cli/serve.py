"""``kg serve``: the graph as pages and as a SPARQL endpoint."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.command(epilog=example("kg serve", "KG_TOKEN=$(openssl rand -hex 16) kg serve --host 0.0.0.0"))
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST",
              help="Address to listen on; another than this machine's own needs a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, metavar="N",
              help="Port to listen on; 0 takes any that is free.")
@click.option("--token", envvar="KG_TOKEN", metavar="TEXT", help="What every request must carry.  [default: $KG_TOKEN]")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=10, show_default=True, metavar="SECONDS", help="Stop a query after this time.")
@click.option("--rows", type=click.IntRange(min=1), default=100_000, show_default=True, metavar="N", help="Refuse results with more rows or triples.")
@click.option("--memory", type=click.IntRange(min=256), default=1024, show_default=True, metavar="MIB", help="Stop a query that takes more memory.")
@click.option("--cache", type=click.IntRange(min=0), default=64, show_default=True, metavar="MIB",
              help="Keep answers up to this size, as long as the graph is the same.")
@click.option("--cors", metavar="ORIGIN", help="Let pages of this origin read the answers, as https://example.org, or *.")
def serve(store: Path, host: str, port: int, token: str | None, timeout: float, rows: int, memory: int, cache: int,
          cors: str | None) -> None:
    """Serve the graph to browsers and SPARQL clients, for reading only, until interrupted.

    The address shows pages; /sparql answers the SPARQL 1.1 Protocol, /openapi.json describes the rest. Needs: pip install 'parkkg[serve]'
    """
    from kg.errors import UsageError

    try:
        from kg.serve.limits import Limits
        from kg.serve.run import serve as run
    except ImportError as error:
        raise UsageError(f"{error.name} is not installed", where="kg serve", hint="install it with: pip install 'parkkg[serve]'") from None

    limits = Limits(seconds=timeout, rows=rows, memory=memory << 20, kept=cache << 20)
    run(store, host=host, port=port, token=token or None, origin=cors, limits=limits,
        ready=lambda address: click.echo(f"{store} is served at {address}  (Ctrl-C stops it)"))
