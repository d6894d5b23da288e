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


@click.command(epilog=example("kg validate", "kg validate --limit 0 --json > report.json", "kg validate --quarantine"))
@store_option
@click.option("--limit", type=click.IntRange(min=0), default=5, show_default=True, metavar="N",
              help="Nodes shown for each problem; 0 for all.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, with all nodes.")
@click.option("--full", is_flag=True, help="Let pySHACL judge: it knows every constraint of SHACL, and takes twenty times as long.")
@click.option("--quarantine", is_flag=True, help="List instead what builds have left out of the graph because it breaks a shape.")
def validate(store: Path, limit: int, as_json: bool, full: bool, quarantine: bool) -> int:
    """Check the graph against the shapes of the ontology (SHACL).

    Tells each problem with the nodes that have it, and the sentence and document behind them. The exit code is 1 if there is any.
    What a build adds is checked by the build already: facts that break a shape are put into a quarantine, and tried again by later builds.
    """
    from kg.cli.progress import progress
    from kg.store import Store
    from kg.validate import validate as run

    if quarantine:
        return _quarantine(store, limit, as_json)
    with Store.open(store) as opened, progress("checking") as show:
        report = run(opened, full=full, progress=show)
    if report.unchecked:
        click.echo(f"kg: not looked at: {', '.join(report.unchecked)}; kg validate --full does", err=True)
    if as_json:
        click.echo(json.dumps({"conforms": report.conforms, **asdict(report)}, ensure_ascii=False, indent=2))
    else:
        _print(report, limit)
    return 0 if report.conforms else 1


def _quarantine(store: Path, limit: int, as_json: bool) -> int:
    from kg.cli.quarantine import show_quarantined
    from kg.store import Store

    with Store.open(store) as opened:
        found = opened.quarantine()
        if as_json:
            click.echo(json.dumps([asdict(quarantined) for quarantined in found], ensure_ascii=False, indent=2))
        else:
            click.echo(f"The quarantine holds {len(found):,} fact{'' if len(found) == 1 else 's'}.")
            show_quarantined(opened, found, limit)
    return 1 if found else 0


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
