"""``kg draw``: the graph as one HTML page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.command(epilog=example(
    "kg draw -o graph.html --around 小鹏汽车 --depth 2",
    "kg draw -o 2023.html --since 2023 --until 2023 --class 企业 --class 园区",
    "kg draw -o companies.html --question 园区企业 --with park=肇庆高新区",
))
@click.option("-o", "--output", metavar="FILE", required=True, help="File to write; - is standard output.")
@click.option("--around", metavar="NAME", help="Only what is near the thing of this name.")
@click.option("--depth", type=click.IntRange(min=0), help="How many relations away from it.  [default: 1; of a question's answer 0]")
@click.option("--class", "classes", metavar="CLASS", multiple=True, help="Only things of this class (Company or 企业); repeatable.")
@click.option("--since", metavar="DATE", help="Only what documents say that were issued on this day or later: 2023-01-16, 2023-01 or 2023.")
@click.option("--until", metavar="DATE", help="Only what documents say that were issued on this day, in this month or year, or earlier.")
@click.option("--question", metavar="NAME", help="Only what is in the answer to this question; kg ask lists them.")
@click.option("--with", "given", metavar="NAME=VALUE", multiple=True, help="A parameter of the question; repeatable.")
@click.option("--limit", type=click.IntRange(min=1), default=400, show_default=True,
              help="How many things are shown first; the others can be searched and expanded.")
@click.option("--title", metavar="TEXT", help="Title of the page.")
@store_option
def draw(output: str, around: str | None, depth: int | None, classes: tuple[str, ...], since: str | None, until: str | None,
         question: str | None, given: tuple[str, ...], limit: int, title: str | None, store: Path) -> None:
    """Draw the graph as one HTML page that works without any network.

    It has search, filters, a time slider, paths between two things, the sentences behind each relation, and can be sent on as it is.
    """
    from kg.draw.of_store import page_of
    from kg.export.target import write_text
    from kg.store import Store

    parameters = _parameters(given, question)
    with Store.open(store) as opened:
        page = page_of(opened, around=around, depth=depth, classes=classes, since=since, until=until, question=question,
                       parameters=parameters, limit=limit, title=title)
    write_text(page, output)


def _parameters(given: tuple[str, ...], question: str | None) -> dict[str, str]:
    from kg.errors import UsageError

    if given and question is None:
        raise UsageError("--with is for a question's parameters", hint="name the question with --question")
    parameters = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise UsageError(f"--with {pair} is no parameter", hint="write it as park=肇庆高新区")
        parameters[name] = value
    return parameters
