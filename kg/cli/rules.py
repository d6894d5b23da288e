"""``kg rules``: list, show and check the hand-written rules of :mod:`kg.relate.rules`, and learn how far they can be trusted and what they miss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, store_option

if TYPE_CHECKING:
    from kg.relate.gaps import Gap
    from kg.relate.rules import Rule
    from kg.schema import Schema
    from kg.store import Store

_further = click.option("--rules", "files", multiple=True, metavar="FILE", help="A file of further rules; may be given several times.")


@click.group(epilog=example("kg rules list --relation suppliesTo", "kg rules show located-in.settled", "kg rules check my-rules.yaml"))
def rules() -> None:
    """List, show, check and calibrate the rules that read relations.

    A rule is an entry of a YAML file: what it asserts, its pattern, examples that it must match and near-misses that it must not.
    docs/rules.md tells how one is written.
    """


@rules.command("list", short_help="List the rules.", epilog=example("kg rules list", "kg rules list --relation suppliesTo"))
@click.option("--relation", metavar="NAME", help="Only rules that assert this relation: locatedIn, suppliesTo …")
@_further
def list_rules(relation: str | None, files: tuple[str, ...]) -> None:
    """List the rules: name, what each asserts, how many examples it has, its file."""
    from kg.cli.output import table
    from kg.errors import UsageError
    from kg.schema import load_schema

    schema = load_schema()
    if relation is not None and relation not in schema.relations:
        raise UsageError(f"unknown relation {relation!r}", hint=f"relations are {', '.join(schema.relations)}")
    found = [rule for rule in _load(schema, files) if relation is None or relation in {predicate for _, predicate, _ in rule.asserts}]
    table("Rules", ("rule", "asserts", "examples", "near-misses", "file"),
          [(rule.name, _asserted(rule), len(rule.matches), len(rule.rejects), rule.file) for rule in found])


@rules.command(short_help="Show one rule.", epilog=example("kg rules show located-in.settled"))
@click.argument("name")
@_further
def show(name: str, files: tuple[str, ...]) -> None:
    """Show the rule NAME: pattern, arguments, the words that call it, examples and near-misses."""
    from difflib import get_close_matches

    from kg.errors import UsageError
    from kg.schema import load_schema

    known = {rule.name: rule for rule in _load(load_schema(), files)}
    if name not in known:
        close = get_close_matches(name, known, 4, 0.5) or [other for other in known if name in other]
        raise UsageError(f"there is no rule {name!r}", hint="did you mean " + ", ".join(close) if close else "kg rules list names them all")
    for title, told in _portrait(known[name]):
        if isinstance(told, str):
            click.echo(f"{title + ':':<11}{told}")
            continue
        click.echo(f"{title}:")
        for line in told:
            click.echo(f"  {line}")


@rules.command(short_help="Run the examples and near-misses of rules.", epilog=example("kg rules check", "kg rules check my-rules.yaml"))
@click.argument("files", nargs=-1, metavar="[FILE]...")
def check(files: tuple[str, ...]) -> int:
    """Run the examples and near-misses of rules: those of each FILE, or else all of the project's.

    A FILE is loaded together with the project's rules, so that a name used twice is found. A failure is one line: file, rule, what is
    wrong; then the exit code is 1. A FILE that is not well formed makes it 2.
    """
    from kg.relate.rules import check as failures
    from kg.schema import load_schema

    schema = load_schema()
    loaded = _load(schema, files)
    chosen = _of(loaded, files, schema) if files else loaded
    wrong = 0
    for rule in chosen:
        for failure in failures(rule, schema.entity_classes):
            click.echo(f"{rule.file}: rule {rule.name}: {failure}")
            wrong += 1
    examples, misses = sum(len(rule.matches) for rule in chosen), sum(len(rule.rejects) for rule in chosen)
    click.echo(f"rules: {len(chosen)}, examples: {examples}, near-misses: {misses}; {f'{wrong} wrong' if wrong else 'all as they say'}")
    return 1 if wrong else 0


@rules.command(short_help="Measure how far each rule can be trusted.", epilog=example(
    "kg rules calibrate corpus/gold", "kg rules calibrate corpus/gold more-gold/ -o kg/relate/confidence.tsv",
    "kg rules calibrate corpus/gold --keep kg/relate/confidence.tsv"))
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...")
@click.option("--keep", metavar="TABLE", type=click.Path(dir_okay=False, path_type=Path), help="An earlier table, of texts that are no longer at hand.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write.  [default: -, standard output]")
@store_option
def calibrate(gold: tuple[str, ...], keep: Path | None, output: str, store: Path) -> None:
    """Measure on gold annotations how far each rule can be trusted: its confidence, which is written to the statements of the graph.

    GOLD are files, or folders of *.json, as for kg evaluate; all their documents must be in the store. A fact of a rule is right if the gold lists it,
    as required or optional. The confidence is the lower bound of the 95 % Wilson interval of the rule's precision, counted as if each rule had fired
    four times before and been right as often as all together. A tab-separated table: kind, rule (* is one that never fired), fired, right, wrong,
    precision, confidence. The project's is kg/relate/confidence.tsv. With --keep, a rule that the earlier table counted on more firings has its row
    from there: what was once measured is not forgotten with the texts, and no text counts twice.
    """
    from kg import evaluate
    from kg.errors import UsageError
    from kg.evaluate.found import documents, identifier_of
    from kg.evaluate.rules import by_rule
    from kg.export.target import write_text
    from kg.relate.confidence import calibrated, read_table, table, with_kept
    from kg.schema import load_schema
    from kg.store import Store

    schema, golds = load_schema(), evaluate.load(gold)
    with Store.open(store) as opened:
        known = documents(opened.union)
        if missing := [g.document for g in golds if identifier_of(g.document, known) is None]:
            raise UsageError(f"not in the store: {', '.join(missing)}", where=store, hint="build it from all texts that the gold is about")
        fired = by_rule(opened.union, golds, schema)
    counts = with_kept(((row.kind, row.rule, row.fired, row.right, row.wrong) for row in fired), read_table(keep) if keep is not None else ())
    write_text(table(calibrated(counts, (rule.name for rule in _load(schema, ())))), output)


@rules.command(short_help="List sentences that gave nothing.", epilog=example("kg rules gaps", "kg rules gaps --limit 20 --store parks"))
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many sentences, spread evenly over all that there are.")
@click.option("--gazetteer", metavar="FILE", help="The table of further names that the store was built with.")
@store_option
def gaps(limit: int, gazetteer: str | None, store: Path) -> None:
    """List sentences that hold two names, or a name and a figure, and from which nothing was read: where a rule may be missing.

    What a name says by itself (a park named for its city) and what only stands in a place's own report do not count as something.
    """
    from kg.cli.output import table
    from kg.store import Store

    with Store.open(store) as opened:
        found = list(_gaps(opened, Path(gazetteer) if gazetteer else None))
    shown = [found[i * len(found) // limit] for i in range(limit)] if len(found) > limit else found
    table("Gaps", ("document", "position", "names", "figures", "sentence"),
          [(gap.document, gap.start, " ".join(f"{name.text}:{name.cls}" for name in gap.names), " ".join(figure.text for figure in gap.figures), gap.sentence)
           for gap in shown])
    click.echo(f"kg: {len(shown)} of {len(found)} sentences", err=True)


def _gaps(store: Store, gazetteer: Path | None) -> Iterator[Gap]:
    """The gaps of a store's documents, whose texts are recognised once more."""
    from kg.read import document
    from kg.recognize.language import language, recognize
    from kg.relate.gaps import gaps as find
    from kg.settings import ontology_folder

    nlp = language(ontology_folder(), gazetteer)
    for known in store.documents():
        text = document(store.text(known.identifier), known.identifier, issued=known.issued)
        yield from find(recognize(nlp, text), store.reading(known.identifier))


def _load(schema: Schema, files: Sequence[str]) -> tuple[Rule, ...]:
    """The project's rules and those of further files; one of the project's own files is not taken twice.

    :raises PatternError: says file, rule and reason
    """
    from kg.relate.rules import FOLDER, load

    own = {path.resolve() for path in FOLDER.glob("*.yaml")}
    return load(schema, *(path for path in dict.fromkeys(map(Path, files)) if path.resolve() not in own)).rules


def _of(loaded: Sequence[Rule], files: Sequence[str], schema: Schema) -> list[Rule]:
    """The rules that stand in some files, in the order in which they were loaded."""
    from kg.relate.rules import read_rules

    names = {rule.name for file in files for rule in read_rules(Path(file), schema)}
    return [rule for rule in loaded if rule.name in names]


def _asserted(rule: Rule) -> str:
    return "; ".join(" ".join(assertion) for assertion in rule.asserts)


def _portrait(rule: Rule) -> Iterator[tuple[str, str | list[str]]]:
    """The parts of a rule: a title with one line, or with several."""
    yield "rule", rule.name
    yield "asserts", _asserted(rule)
    yield "file", rule.file
    yield "modality", rule.modality or "as the clause says"
    if rule.pairwise:
        yield "pairwise", "the first with the first, the second with the second"
    if rule.source:
        yield "source", rule.source
    yield "called by", " ".join(rule.triggers) or "any sentence that holds a name"
    yield "pattern", [rule.pattern]
    yield "arguments", [f"{name}: {' or '.join(sorted(classes))}{', also a list of them' if several else ''}"
                        for name, (classes, several) in rule.arguments.items()]
    yield "matches", [f"{text} => {'; '.join(facts)}" if facts else text for text, facts in rule.matches]
    yield "rejects", list(rule.rejects)
