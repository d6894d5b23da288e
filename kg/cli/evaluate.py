"""``kg evaluate``: score the graph against gold annotations."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.command(epilog=example(
    "kg evaluate corpus/gold",
    "kg evaluate --misses gold/one.json gold/two.json",
))
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...")
@click.option("--misses", is_flag=True, help="List what was missed and what is wrong.")
@click.option("--by-class", is_flag=True, help="Show the figures of each class and each relation too.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON: everything, and the F1 of each document.")
@store_option
def evaluate(gold: tuple[str, ...], misses: bool, by_class: bool, as_json: bool, store: Path) -> None:
    """Score the graph against gold annotations: precision, recall and F1.

    GOLD are files, or folders of *.json, that say what is in a document of the store. What has no evidence in their documents
    does not count, neither for nor against. Quotations are checked against the stored texts, letter by letter.
    """
    from kg import evaluate as evaluation
    from kg.export.target import write_text
    from kg.store import Store

    golds = evaluation.load(gold)
    with Store.open(store) as opened:
        result = evaluation.evaluate(opened.union, golds, opened.text)
    text = evaluation.as_json(result, misses=misses) if as_json else evaluation.as_text(result, by_class=by_class, misses=misses)
    write_text(text, "-")
    if result.missing:
        click.echo(f"kg: not in the store, so nothing of it was found: {', '.join(result.missing)}", err=True)
