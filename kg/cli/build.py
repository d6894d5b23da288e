"""``kg build``: read texts into the store's graph."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, knowledge_options, ner_option, store_option

if TYPE_CHECKING:
    from kg.pipeline import Report
    from kg.schema import Labelled, Schema
    from kg.store.counts import Counts


@click.command(epilog=example(
    "kg build corpus/",
    "kg build --store parks --issued 2024-02-01 --gazetteer names.csv report.md news/",
    "kg build --rules my-rules.yaml corpus/",
    "kg build --aliases my-tables/ news/",
    "kg build --ner zh_core_web_trf --jobs 2 news/",
))
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@store_option
@click.option("--issued", metavar="DATE", help="Date of issue of the documents, instead of what they say: 2023-01-16, 2023-01 or 2023.")
@click.option("--source", metavar="TEXT", help="Source of the documents, instead of what they say.")
@knowledge_options
@click.option("--rules", multiple=True, metavar="FILE", help="Further rules, as docs/rules.md tells; may be given several times.")
@ner_option
@click.option("--strict", is_flag=True,
              help="Stop at the first file that can't be read, what was read before is kept; and at a fact that breaks a shape.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="Processes that read.  [default: one for each core]")
@click.option("--quiet", "-q", is_flag=True, help="Print no summary and no progress.")
def build(paths: tuple[str, ...], store: Path, issued: str | None, source: str | None, gazetteer: str | None, aliases: str | None,
          rules: tuple[str, ...], ner: str | None, strict: bool, jobs: int | None, quiet: bool) -> int:
    """Read texts into the store's graph. The store is made if it is missing.

    PATHs are files (.txt, .md, .html, .docx, .pdf), texts in rows (.csv, .jsonl), archives (.zip, .tar.gz) and folders. New documents are
    added, changed ones replaced, unchanged ones left as they are; without a PATH only the graph is brought up to date. A file that can't be
    read is named and left out, and the exit code is 2. A fact that breaks a shape of the ontology is named and left out too: kg validate
    --quarantine lists these.
    """
    from kg.cli.progress import progress
    from kg.jobs import cores
    from kg.pipeline import build as run

    with progress("reading", "characters", quiet=quiet) as show:
        report = run(paths, store, issued=issued, source=source, gazetteer=gazetteer, aliases=aliases, rules=rules, ner=ner, strict=strict,
                     jobs=jobs or cores(), progress=lambda state: show(state.done, state.total, state.characters),
                     writing=lambda done, total: show(done, total, doing="writing the graph"))
    if not quiet:
        _summarize(report)
    if report.quarantined:
        _show_quarantined(report, store)
    for retried in report.retried:
        click.echo(f"kg: {retried.error}", err=True)
    for failed in report.failed:
        click.echo(f"kg: skipped: {failed.error}", err=True)
    if report.failed:
        total = len(report.failed) + len(report.added) + len(report.replaced) + len(report.unchanged)
        click.echo(f"kg: {len(report.failed)} of {total} skipped", err=True)
    return 2 if report.failed else 0


def _summarize(report: Report) -> None:
    from kg.schema import load_schema

    rate = f", {report.characters / report.seconds:,.0f} a second" if report.characters and report.seconds else ""
    click.echo(f"{_documents(len(report.added))} added, {len(report.replaced)} replaced, {len(report.unchanged)} unchanged; "
               f"{report.characters:,} characters read in {report.seconds:.1f} s{rate}.")
    if report.counts is not None:
        show_counts(report.counts, load_schema())


def _show_quarantined(report: Report, store: Path) -> None:
    from kg.cli.quarantine import show_quarantined
    from kg.store import Store

    number = len(report.quarantined)
    click.echo(f"kg: {number:,} fact{' breaks a shape and is' if number == 1 else 's break shapes and are'} left out:", err=True)
    with Store.open(store) as opened:
        show_quarantined(opened, report.quarantined, 5, err=True)


def _documents(number: int) -> str:
    return f"{number} document" + ("" if number == 1 else "s")


def show_counts(counts: Counts, schema: Schema, *, most: int = 12) -> None:
    """Print what a graph holds.

    :param most: rows of the long lists
    """
    from kg.cli.output import table

    figures, milestones = sum(counts.observations.values()), sum(counts.milestones.values())
    click.echo(f"The graph holds {_documents(counts.documents)}, {sum(counts.entities.values()):,} entities, "
               f"{sum(counts.relations.values()):,} relations, {figures:,} figures, {milestones:,} milestones; {counts.triples:,} triples.")
    table("Entities", ("class", "label", "number"), [(cls, schema.classes[cls].label_zh, n) for cls, n in counts.entities.items()])
    table("Relations", ("property", "label", "number"), [(name, _label(schema.relations, name), n) for name, n in counts.relations.items()])
    table("Figures", ("indicator", "number"), list(counts.observations.items())[:most])
    table("Milestones", ("stage", "label", "number"), [(name, _label(schema.stages, name), n) for name, n in counts.milestones.items()])
    table("Best connected", ("name", "class", "neighbours"), [(name, cls, n) for cls, name, n in counts.connected])


def _label(known: Mapping[str, Labelled], name: str) -> str:
    return known[name].label_zh if name in known else ""
