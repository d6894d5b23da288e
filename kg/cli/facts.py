"""``kg facts``: show what is read from a text, sentence by sentence, with the rule that read each fact."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, ner_option
from kg.cli.texts import document_of

if TYPE_CHECKING:
    from rich.style import Style
    from rich.text import Text as Line

    from kg.library import Fact, Text
    from kg.schema import Schema

_HEADERS = ("subject", "what", "measure", "value", "when", "modality", "rule", "position", "quote")


@click.command(epilog=example("kg facts 总投资86亿元的小鹏汽车肇庆基地二期动工", "kg facts news.html", "cat report.txt | kg facts - --rules mine.yaml"))
@click.argument("text_or_file")
@click.option("--gazetteer", metavar="FILE", help="Further names: CSV with the columns name, class, aliases, id.")
@click.option("--rules", metavar="FILE", multiple=True, help="Further rules for relations, beside the project's. May be repeated.")
@ner_option
def facts(text_or_file: str, gazetteer: str | None, rules: tuple[str, ...], ner: str | None) -> None:
    """Show what is read from a text: relations, figures and milestones, each with its time, its modality, the rule that read it and its sentence.

    TEXT_OR_FILE is a file (.txt, .md, .html), a text itself, or - for standard input. No store is needed, and none is changed. What a text does not
    tell by itself, such as which names of several texts are one company, is found out by kg build.
    On a terminal the facts stand below their sentences, in a pipe they are a table of tab-separated lines, with positions in the text as it was read.
    """
    from kg.cli.output import on_terminal, table
    from kg.library import Text
    from kg.relate import reader

    document = document_of(text_or_file)
    reading = reader(Path(gazetteer) if gazetteer else None, tuple(map(Path, rules)), ner)
    text = Text(document, reading.read(document))
    if on_terminal():
        _print(text, reading.schema)
        return
    table("Facts", _HEADERS, [(fact.subject, fact.what, fact.measure, fact.value, fact.when or "", fact.modality, fact.rule,
                               f"{fact.start}:{fact.end}", fact.quote) for fact in text.facts])


def _print(text: Text, schema: Schema) -> None:
    """Print each sentence, and below it what was read from it, the names in the colours that ``kg draw`` gives their classes."""
    from rich.console import Console
    from rich.style import Style
    from rich.text import Text as Line

    from kg.draw.style import looks

    colours = {cls: Style(color=look.dark, bold=True) for cls, look in looks(schema.entity_classes).items()}
    styles = {name.name: colours[name.cls] for name in text.names}
    console, facts = Console(), text.facts
    for number, ((start, end, quote), said) in enumerate(groupby(facts, key=lambda fact: (fact.start, fact.end, fact.quote))):
        if number:
            console.print()
        console.print(Line.assemble(quote.strip(), "  ", (f"{start}:{end}", "dim")), soft_wrap=True)
        for fact in said:
            console.print(_line(fact, styles, schema), soft_wrap=True)
    if not facts:
        click.echo("no facts")


def _line(fact: Fact, styles: Mapping[str, Style], schema: Schema) -> Line:
    """A fact as a line: whose, what, when, and, where it is not done yet, how far it is meant."""
    from rich.text import Text as Line

    modality = "" if fact.modality == "Actual" else f"[{schema.modalities[fact.modality].label_zh}]"
    parts = [(fact.subject, styles.get(fact.subject, "bold")), (_called(fact, schema), ""), (fact.value, styles.get(fact.value, "bold")),
             (fact.when or "", ""), (modality, "italic"), (fact.rule, "dim")]
    return Line("  ").append_text(Line("  ").join(Line(text, style) for text, style in parts if text))


def _called(fact: Fact, schema: Schema) -> str:
    """What is told of the subject, in Chinese."""
    if fact.measure:
        listed = schema.indicators.get(fact.what)
        indicator = listed.label_zh if listed is not None else fact.what
        return indicator if fact.measure == "Level" else f"{indicator} {schema.measures[fact.measure].label_zh}"
    return (schema.relations if fact.value else schema.stages)[fact.what].label_zh
