"""``kg names``: show the names in a text, coloured by class, with the rule that found each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, ner_option
from kg.cli.texts import document_of
from kg.settings import TRAINED

if TYPE_CHECKING:
    from kg.model import Document, Mention
    from kg.schema import Schema


@dataclass(frozen=True, slots=True)
class Shown:
    """A name as it is shown: where it stands in the original text, and in which longer name."""

    mention: Mention
    start: int
    end: int
    inside: str


@click.command(epilog=example("kg names 小鹏汽车肇庆基地投产", "kg names --gazetteer names.csv report.md", "cat report.txt | kg names -"))
@click.argument("text_or_file")
@click.option("--gazetteer", metavar="FILE", help="Further names: CSV with the columns name, class, aliases, id.")
@ner_option
def names(text_or_file: str, gazetteer: str | None, ner: str | None) -> None:
    """Show the names in a text and what found each: name, class, source and rule, position, and the longer name that it is a part of.

    TEXT_OR_FILE is a file (.txt, .md, .html), a text itself, or - for standard input. Positions are those of the text as it was read.
    On a terminal the text comes first, its names coloured by class; in a pipe the table comes alone, tab-separated.
    """
    show_names(document_of(text_or_file), Path(gazetteer) if gazetteer else None, ner)


def show_names(document: Document, gazetteer: Path | None = None, ner: str | None = TRAINED) -> None:
    """Print the names of a document: on a terminal its main text, coloured, and a table; else the table alone.

    :param gazetteer: a user's own table of names
    :param ner: a recogniser that sees what the rules found; None for the rules alone
    """
    from kg.cli.output import on_terminal, table
    from kg.recognize.language import language, recognize
    from kg.recognize.sources import source_of
    from kg.schema import load_schema
    from kg.settings import ontology_folder

    folder = ontology_folder()
    schema = load_schema(folder)
    mentions = recognize(language(folder, gazetteer, ner=ner), document)._.mentions
    if on_terminal():
        _coloured(document, mentions, schema)
    rows = list(_shown(document, mentions))
    table("Names", ("name", "class", "source", "rule", "position", "part of"),
          [(row.mention.text, row.mention.cls, source_of(row.mention.rule), row.mention.rule, f"{row.start}:{row.end}", row.inside) for row in rows])
    if not rows and on_terminal():
        click.echo("no names")


def _shown(document: Document, mentions: Sequence[Mention]) -> Iterator[Shown]:
    """The names of a document in order, a part behind the name that holds it."""
    from kg.read import quoted

    whole: Mention | None = None
    for mention in mentions:
        if whole is not None and mention.end > whole.end:
            whole = None
        yield Shown(mention, *quoted(document, mention.start, mention.end), whole.text if whole is not None else "")
        whole = whole or mention


def _coloured(document: Document, mentions: Sequence[Mention], schema: Schema) -> None:
    """Print the main text, block by block, and a legend: names in the colours that ``kg draw`` gives their classes, parts underlined."""
    from rich.console import Console
    from rich.style import Style
    from rich.text import Text

    from kg.draw.style import looks
    from kg.recognize.text.sentences import MAIN_TEXT

    colours = {cls: look.dark for cls, look in looks(schema.entity_classes).items()}
    text = Text(document.clean)
    end = 0
    for mention in mentions:
        text.stylize(Style(color=colours[mention.cls], bold=True, underline=mention.end <= end), mention.start, mention.end)
        end = max(end, mention.end)
    console = Console()
    for block in document.blocks:
        if block.kind in MAIN_TEXT:
            console.print(text[block.start:block.end], soft_wrap=True)
    legend = Text()
    for cls in sorted({mention.cls for mention in mentions}, key=schema.entity_classes.index):
        legend.append(f"{schema.classes[cls].label_zh} {cls}  ", Style(color=colours[cls], bold=True))
    console.print()
    if mentions:
        console.print(legend)
