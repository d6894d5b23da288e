"""``kg train``: learn the recogniser of names from texts."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example


@click.command(epilog=example(
    "kg train reports/ -o names.npz",
    "kg train reports/ -o names.npz --marked marks.tsv --without 深圳市-2025",
))
@click.argument("folder", metavar="FOLDER")
@click.option("--output", "-o", metavar="MODEL", required=True, help="Where to write the model; the name ends in .npz.")
@click.option("--marked", metavar="FILE", multiple=True,
              help="Names that were marked by hand: .tsv in slices of the texts, .txt in texts of their own; may be given again.  [default: those of the program's model]")
@click.option("--seed", metavar="N", type=int, default=0, show_default=True, help="Chance: where the classes of words begin.")
@click.option("--without", metavar="NAME", multiple=True, help="Leave out the texts whose names begin so; may be given again.")
@click.option("--quiet", "-q", is_flag=True, help="Print no summary and no progress.")
def train(folder: str, output: str, marked: tuple[str, ...], seed: int, without: tuple[str, ...], quiet: bool) -> None:
    """Learn the recogniser of names from the texts of a FOLDER and the names that were marked in them by hand.

    The same texts, marks, options and versions of the libraries give the same model. A text that can't be read is named and left out. kg build --ner MODEL
    builds with it.
    """
    from kg.cli.progress import progress
    from kg.errors import UsageError
    from kg.recognize.ner import ENDING
    from kg.recognize.trained.marks import MARKS
    from kg.recognize.trained.training import learn

    if not output.endswith(ENDING):
        raise UsageError("a model's name ends in .npz", where=output, hint="by that --ner knows it")
    with progress("reading", quiet=quiet) as show:
        report = learn(Path(folder), Path(output), marked=tuple(map(Path, marked)) or (MARKS,), seed=seed, without=without,
                       progress=lambda state: show(state.done, state.total, doing=state.step))
    if not quiet:
        click.echo(f"{report.texts} texts, {report.marked:,} marked texts, {report.names:,} names, {report.words:,} words; "
                   f"{Path(output).stat().st_size / 1e6:.1f} MB written to {output}.")
    for failure in report.failed:
        click.echo(f"kg: skipped: {failure}", err=True)
