"""``kg explain``: tell which names and steps led to a node."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, knowledge_options, store_option

if TYPE_CHECKING:
    from kg.resolve import Explanation, Possible, Step

_MOST = 5           # documents that are listed by name
_KINDS = {"table": "by a table", "name": "by a name that both bear", "evidence": "by the evidence", "hand": "by hand"}


@click.command(epilog=example("kg explain 小鹏汽车", "kg explain project:浪江抽水蓄能项目 --json"))
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@store_option
@knowledge_options
def explain(name: str, as_json: bool, store: Path, gazetteer: str | None, aliases: str | None) -> None:
    """Tell why the names of a node are taken for one thing: which names, which rules, which evidence, in the order of the steps.

    NAME is any name of the node, or its class and name where several bear it. The store's names are resolved anew, with what is known
    beside the
    documents: give the tables that the store was built with.
    """
    from kg.errors import UsageError
    from kg.pipeline import load_knowledge, resolved
    from kg.resolve import explain as explained
    from kg.store import Store
    from kg.store.lookup import the_named

    with Store.open(store) as opened:
        named = the_named(opened.union, name)
        knowledge = load_knowledge(Path(gazetteer) if gazetteer else None, Path(aliases) if aliases else None, store)
        resolution = resolved(opened, knowledge)
    node = resolution.at(named.iri)
    if node is None or node in resolution.surroundings:
        raise UsageError(f"{named.short} is no node by what is known now",
                         hint=f"run: kg build --store {store}, with the tables that it was built with")
    possible = [pair for pair in resolution.possible if node in (pair.one, pair.other)]
    explanation = explained(resolution, node)
    if as_json:
        click.echo(json.dumps(_layout(explanation, possible), ensure_ascii=False, indent=1))
    else:
        _print(explanation, possible)


def _print(explanation: Explanation, possible: Sequence[Possible]) -> None:
    node = explanation.node
    click.echo(f"{node.label}  {node.cls}  <{node.iri}>")
    click.echo(f"named by: {explanation.label}")
    _title(f"Names ({len(explanation.called)})")
    for called in explanation.called:
        more = len(called.documents) - _MOST
        click.echo(f"  {'、'.join(called.names)}  ({called.known})")
        click.echo(f"      {', '.join(called.documents[:_MOST])}" + (f" and {more} more" if more > 0 else ""))
    if explanation.steps:
        _title(f"Steps ({len(explanation.steps)})")
    for step in explanation.steps:
        click.echo(f"  {_joined(step)}")
        _weights(step.evidence)
    if possible:
        _title(f"Possibly the same ({len(possible)})")
    for pair in possible:
        click.echo(f"  {(pair.other if pair.one == node else pair.one).label}: {pair.points} points")
        _weights(pair.evidence)


def _title(text: str) -> None:
    click.echo()
    click.echo(click.style(text, bold=True))


def _weights(evidence: Sequence) -> None:
    for piece in evidence:
        click.echo(f"      {piece.points:+d} {piece.what}")


def _joined(step: Step) -> str:
    from kg.resolve.anchors import readable

    ends = readable(step.one) if step.one == step.other else f"{readable(step.one)} + {readable(step.other)}"
    return f"{ends}, {_KINDS[step.kind]}: {step.why}"


def _layout(explanation: Explanation, possible: Sequence[Possible]) -> dict:
    node = explanation.node

    def weights(evidence: Sequence) -> list[dict]:
        return [{"what": piece.what, "points": piece.points} for piece in evidence]

    return {
        "node": node.iri, "class": node.cls, "label": node.label, "named by": explanation.label,
        "names": [{"names": called.names, "documents": called.documents, "known": called.known, "key": called.key}
                  for called in explanation.called],
        "steps": [{"kind": step.kind, "one": step.one, "other": step.other, "why": step.why, "evidence": weights(step.evidence)}
                  for step in explanation.steps],
        "possible": [{"node": (pair.other if pair.one == node else pair.one).iri, "points": pair.points, "evidence": weights(pair.evidence)}
                     for pair in possible],
    }
