"""``kg train``: learn the recogniser of names from texts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example

if TYPE_CHECKING:
    from kg.recognize.trained.training import Progress


@click.command(epilog=example(
    "kg train reports/ -o names.crfsuite",
    "kg train reports/ -o names.crfsuite --without 深圳市-2025 --limit 100",
))
@click.argument("folder", metavar="FOLDER")
@click.option("--output", "-o", metavar="MODEL", required=True, help="Where to write the model.")
@click.option("--seed", metavar="N", type=int, default=0, show_default=True, help="Chance: which names are hidden, which clauses are kept.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Learn from so many texts at most, taken evenly.")
@click.option("--without", metavar="NAME", multiple=True, help="Leave out the text of this name, without its ending; may be given again.")
@click.option("--quiet", "-q", is_flag=True, help="Print no summary and no progress.")
def train(folder: str, output: str, seed: int, limit: int | None, without: tuple[str, ...], quiet: bool) -> None:
    """Learn the recogniser of names from the texts of a FOLDER, by what the rules find in them.

    The same texts, options and versions of the libraries give the same model. A text that can't be read is named and left out.
    """
    from kg.recognize.trained.training import learn

    with _progress(quiet) as progress:
        report = learn(Path(folder), Path(output), seed=seed, limit=limit, without=without, progress=progress)
    if not quiet:
        click.echo(f"{report.texts} texts, {report.examples:,} clauses and names, {report.names:,} hidden names; "
                   f"{Path(output).stat().st_size / 1e6:.1f} MB written to {output}.")
    for failure in report.failed:
        click.echo(f"kg: skipped: {failure}", err=True)


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """Show how far it is, with an estimate, if somebody looks."""
    if quiet or not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def show(progress: Progress) -> None:
            if bar.tasks[task].description != progress.step:
                bar.reset(task, description=progress.step)
            bar.update(task, completed=progress.done, total=progress.total)

        yield show
