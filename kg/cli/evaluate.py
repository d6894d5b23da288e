"""``kg evaluate``: score the graph against gold annotations."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.command(epilog=example(
    "kg evaluate corpus/gold",
    "kg evaluate --misses gold/one.json gold/two.json",
    "kg evaluate --by-rule corpus/gold",
    "kg evaluate --training reports/ corpus/gold",
    "kg evaluate --clusters names.json",
))
@click.argument("gold", nargs=-1, metavar="[GOLD]...")
@click.option("--clusters", metavar="FILE", help="Measure by B-cubed whether one thing is one node: a JSON file of names that are one thing. Takes no GOLD.")
@click.option("--misses", is_flag=True, help="List what was missed and what is wrong.")
@click.option("--by-class", is_flag=True, help="Show the figures of each class and each relation too.")
@click.option("--by-rule", is_flag=True, help="Show for each rule how often it fired, was right and was wrong; the one with most wrong facts first.")
@click.option("--gazetteer", metavar="FILE", help="The table of further names that the store was built with: its names were listed.")
@click.option("--training", multiple=True, metavar="PATH", help="A file or folder of texts that a recogniser was trained on: their names were known. Repeatable.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON: everything, and the F1 of each document.")
@store_option
def evaluate(gold: tuple[str, ...], clusters: str | None, misses: bool, by_class: bool, by_rule: bool, gazetteer: str | None, training: tuple[str, ...],
             as_json: bool, store: Path) -> None:
    """Score the graph against gold annotations: precision, recall and F1.

    GOLD are files, or folders of *.json, that say what is in a document of the store. What has no evidence in their documents
    does not count, neither for nor against. Quotations are checked against the stored texts, letter by letter. The lines "never listed"
    count the entities that no gazetteer knows by any of their names.
    """
    from kg import evaluate as evaluation
    from kg.errors import UsageError
    from kg.export.target import write_text
    from kg.evaluate.listed import known_names
    from kg.recognize.gazetteer import load
    from kg.settings import ontology_folder
    from kg.store import Store

    if clusters is not None:
        if gold or by_class or by_rule or gazetteer or training:
            raise UsageError("--clusters measures nodes and takes no gold", hint="leave out GOLD and the options that belong to it")
        expected = evaluation.load_clusters(Path(clusters))
        with Store.open(store) as opened:
            measured = evaluation.evaluate_clusters(opened.union, expected)
        write = evaluation.clusters_as_json if as_json else evaluation.clusters_as_text
        write_text(write(measured, misses=misses), "-")
        return
    if not gold:
        raise UsageError("there is nothing to compare with", hint="give GOLD files or --clusters FILE")
    golds = evaluation.load(gold)
    known = known_names(load(ontology_folder(), Path(gazetteer) if gazetteer else None), map(Path, training))
    with Store.open(store) as opened:
        result = evaluation.evaluate(opened.union, golds, opened.text, known=known)
        rules = evaluation.by_rule(opened.union, golds) if by_rule else None
    text = evaluation.as_json(result, misses=misses, rules=rules) if as_json else evaluation.as_text(result, by_class=by_class, misses=misses, rules=rules)
    write_text(text, "-")
    if result.missing:
        click.echo(f"kg: not in the store, so nothing of it was found: {', '.join(result.missing)}", err=True)
