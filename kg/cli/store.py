"""``kg store``: check, compact, back up and restore a store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.group(epilog=example("kg store check", "kg store backup parks-2024-05-01.tar.gz", "kg store restore parks-2024-05-01.tar.gz --store again"))
def store() -> None:
    """Look after a store: check that it is whole, make it small, take it away as one file and bring it back."""


@store.command(epilog=example("kg store check", "kg store check --store parks"))
@store_option
def check(store: Path) -> int:
    """Read all of a store, documents and graph, and tell what is damaged. The exit code is 1 if something is."""
    from kg.cli.progress import progress
    from kg.store import Store
    from kg.store.check import check as run

    with Store.open(store) as opened, progress("checking") as show:
        found = run(opened, progress=show)
        pending = opened.pending
    for problem in found.problems:
        click.echo(problem)
    if pending:
        click.echo(f"{pending:,} document{' is' if pending == 1 else 's are'} not in the graph yet: a build was interrupted, or goes on")
    if not found.problems:
        click.echo(f"The store is whole: {found.documents:,} documents, {found.triples:,} triples.")
    return 1 if found.problems else 0


@store.command(epilog=example("kg store compact"))
@store_option
def compact(store: Path) -> None:
    """Merge the files of the graph, and give back the space of documents that were replaced or withdrawn."""
    from kg.store import Store
    from kg.store.backup import compact as run

    with Store.open(store, write=True) as opened:
        before, after = run(opened)
    click.echo(f"{before / 1e6:,.1f} MB before, {after / 1e6:,.1f} MB now.")


@store.command(epilog=example("kg store backup parks.tar", "kg store backup --without-graph parks.tar.gz"))
@click.argument("target", metavar="FILE")
@click.option("--without-graph", is_flag=True, help="Leave the graph out, which kg build makes anew: a hundredth of the size.")
@store_option
def backup(target: str, without_graph: bool, store: Path) -> None:
    """Write a store to one FILE: a tar, gzipped if its name ends in .gz or .tgz. A build may go on meanwhile."""
    from kg.store.backup import backup as run

    run(store, Path(target), graph=not without_graph)
    click.echo(f"{target}: {Path(target).stat().st_size / 1e6:,.1f} MB.")


@store.command(epilog=example("kg store restore parks.tar --store again"))
@click.argument("source", metavar="FILE")
@store_option
def restore(source: str, store: Path) -> None:
    """Make a store from a FILE that `kg store backup` wrote. The folder of the new store must be missing or empty."""
    from kg.store import Store
    from kg.store.backup import restore as run

    run(Path(source), store)
    with Store.open(store) as opened:
        whole = opened.generation is not None and opened.has_graph
        click.echo(f"{store}: {len(opened):,} documents." + ("" if whole else f" The graph was left out; run: kg build --store {store}"))
