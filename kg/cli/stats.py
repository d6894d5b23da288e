"""``kg stats``: count what the graph holds."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, knowledge_options, store_option

if TYPE_CHECKING:
    from kg.store import Store


@click.command(epilog=example("kg stats", "kg stats --json", "kg stats --documents", "kg stats --rules", "kg stats --possible"))
@store_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--documents", "list_documents", is_flag=True, help="List the documents instead.")
@click.option("--rules", "list_rules", is_flag=True, help="List the rules instead: how often each fired, and in how many documents.")
@click.option("--possible", "list_possible", is_flag=True,
              help="List pairs of nodes instead that may be one thing, with what speaks for and against it.")
@knowledge_options
def stats(store: Path, as_json: bool, list_documents: bool, list_rules: bool, list_possible: bool, gazetteer: str | None,
          aliases: str | None) -> None:
    """Count what the graph holds: entities by class, relations by property, figures by indicator, milestones by stage.

    A fact that several documents state counts once. With --rules every place that a rule read something from counts; rules that read
    relations are
    listed though they never fired. With --possible give the tables of names that the store was built with.
    """
    from kg.store import Store

    with Store.open(store) as opened:
        if opened.pending:
            number = opened.pending
            click.echo(f"kg: {number} document{'s' if number > 1 else ''} of a build that did not end {'are' if number > 1 else 'is'} "
                       f"not in the graph yet; run: kg build --store {store}", err=True)
        if list_documents:
            _list(opened, as_json)
        elif list_rules:
            _list_rules(opened, as_json)
        elif list_possible:
            _list_possible(opened, gazetteer, aliases, as_json)
        else:
            _count(opened, as_json)


def _count(store: Store, as_json: bool) -> None:
    from kg.cli.build import show_counts
    from kg.schema import load_schema
    from kg.store.counts import count

    schema = load_schema()
    counts = count(store.union, schema.entity_classes)
    if as_json:
        layout = asdict(counts)
        layout["connected"] = [{"class": cls, "name": name, "neighbours": number} for cls, name, number in counts.connected]
        click.echo(json.dumps(layout, ensure_ascii=False, indent=2))
    else:
        show_counts(counts, schema, most=30)


def _list(store: Store, as_json: bool) -> None:
    from kg.cli.output import table

    documents = list(store.documents())
    if as_json:
        click.echo(json.dumps([asdict(document) for document in documents], ensure_ascii=False, indent=2))
    else:
        table("Documents", ("identifier", "issued", "title", "characters"),
              [(d.identifier, d.issued or "", d.title or "", d.characters) for d in documents])


def _list_rules(store: Store, as_json: bool) -> None:
    from kg.cli.output import table
    from kg.relate.firings import firings
    from kg.relate.rules import load
    from kg.schema import load_schema

    rows = firings(store.readings(), (rule.name for rule in load(load_schema()).rules))
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2))
    else:
        table("Rules", ("kind", "rule", "fired", "documents"), [(row.kind, row.rule, row.fired, row.documents) for row in rows])


def _list_possible(store: Store, gazetteer: str | None, aliases: str | None, as_json: bool) -> None:
    from kg.pipeline import load_knowledge, resolved
    from kg.store.lookup import short

    knowledge = load_knowledge(Path(gazetteer) if gazetteer else None, Path(aliases) if aliases else None, store.folder)
    pairs = resolved(store, knowledge).possible
    if as_json:
        click.echo(json.dumps([{"one": pair.one.iri, "other": pair.other.iri, "points": pair.points,
                                "evidence": [{"what": piece.what, "points": piece.points} for piece in pair.evidence]} for pair in pairs],
                              ensure_ascii=False, indent=2))
        return
    click.echo(f"{len(pairs)} pair{'' if len(pairs) == 1 else 's'} may be one thing; kg merge A B decides.")
    for pair in pairs:
        click.echo(f"\n{short(pair.one.iri)}  {short(pair.other.iri)}  {pair.points} points")
        for piece in pair.evidence:
            click.echo(f"    {piece.points:+d} {piece.what}")
