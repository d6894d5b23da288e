"""``kg train``: learn the recogniser of names from texts."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example


@click.command(epilog=example(
    "kg train reports/ -o names.crfsuite",
    "kg train reports/ -o names.crfsuite --without 深圳市-2025 --limit 100",
))
@click.argument("folder", metavar="FOLDER")
@click.option("--output", "-o", metavar="MODEL", required=True, help="Where to write the model; the name ends in .crfsuite.")
@click.option("--seed", metavar="N", type=int, default=0, show_default=True, help="Chance: which names are hidden, which clauses are kept.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Learn from so many texts at most, taken evenly.")
@click.option("--without", metavar="NAME", multiple=True, help="Leave out the text of this name, without its ending; may be given again.")
@click.option("--quiet", "-q", is_flag=True, help="Print no summary and no progress.")
def train(folder: str, output: str, seed: int, limit: int | None, without: tuple[str, ...], quiet: bool) -> None:
    """Learn the recogniser of names from the texts of a FOLDER, by what the rules find in them.

    The same texts, options and versions of the libraries give the same model. A text that can't be read is named and left out. kg build --ner MODEL
    puts it beside the rules.
    """
    from kg.cli.progress import progress
    from kg.errors import UsageError
    from kg.recognize.ner import ENDING
    from kg.recognize.trained.training import learn

    if not output.endswith(ENDING):
        raise UsageError("a model's name ends in .crfsuite", where=output, hint="by that --ner knows it")
    with progress("reading", quiet=quiet) as show:
        report = learn(Path(folder), Path(output), seed=seed, limit=limit, without=without,
                       progress=lambda state: show(state.done, state.total, doing=state.step))
    if not quiet:
        click.echo(f"{report.texts} texts, {report.examples:,} clauses and names, {report.names:,} hidden names; "
                   f"{Path(output).stat().st_size / 1e6:.1f} MB written to {output}.")
    for failure in report.failed:
        click.echo(f"kg: skipped: {failure}", err=True)
