"""``kg validate``: check the graph against the shapes of the ontology."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, store_option

if TYPE_CHECKING:
    from kg.validate import ValidationReport, Violation


@click.command(epilog=example("kg validate", "kg validate --limit 0 --json > report.json"))
@store_option
@click.option("--limit", type=click.IntRange(min=0), default=5, show_default=True, metavar="N",
              help="Nodes shown for each problem; 0 for all.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, with all nodes.")
def validate(store: Path, limit: int, as_json: bool) -> int:
    """Check the graph against the shapes of the ontology (SHACL).

    Tells each problem with the nodes that have it, and the sentence and document behind them. The exit code is 1 if there is any.
    """
    from kg.cli.progress import progress
    from kg.store import Store
    from kg.validate import validate as run

    with Store.open(store) as opened, progress("checking") as show:
        report = run(opened, progress=show)
    if as_json:
        click.echo(json.dumps({"conforms": report.conforms, **asdict(report)}, ensure_ascii=False, indent=2))
    else:
        _print(report, limit)
    return 0 if report.conforms else 1


def _print(report: ValidationReport, limit: int) -> None:
    groups = report.grouped()
    if report.conforms:
        click.echo(f"The graph conforms: {report.documents} documents, {report.triples:,} triples checked.")
        return
    click.echo(f"The graph does not conform: {len(report.violations):,} violations of {len(groups)} kinds "
               f"in {report.documents} documents, {report.triples:,} triples.")
    for (path, message), violations in groups.items():
        click.echo()
        click.echo(f"{path + ': ' if path else ''}{message} ({len(violations):,})")
        for violation in violations[:limit or None]:
            _print_violation(violation)
        if limit and len(violations) > limit:
            click.echo(f"  … {len(violations) - limit:,} more; --limit 0 shows all")


def _print_violation(violation: Violation) -> None:
    value = f", found {violation.value}" if violation.value and violation.value != violation.node else ""
    click.echo(f"  {violation.label} <{violation.node}>{value}")
    if violation.quote is not None:
        quote = violation.quote
        click.echo(f"      「{quote.sentence}」 {quote.document}[{quote.start}:{quote.end}]")
