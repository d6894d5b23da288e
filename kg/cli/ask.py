"""``kg ask``: ask one of the named questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, store_option

if TYPE_CHECKING:
    from kg.ask import Question


@click.command(
    add_help_option=False, context_settings={"ignore_unknown_options": True},
    options_metavar="[OPTIONS]", epilog=example(
        "kg ask",
        "kg ask 园区企业 --park 肇庆高新区",
        "kg ask projects-above-an-amount --amount 50亿元 --format csv -o projects.csv",
        "kg ask --questions my-questions 我的问题",
    ))
@click.argument("question", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAMETER VALUE]...")
@click.option("--questions", "folders", multiple=True, metavar="DIR", help="A folder with further questions (.rq); may be repeated.")
@click.option("--format", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
              help="json keeps the nodes' IRIs.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write.  [default: -, standard output]")
@click.option("--limit", type=click.IntRange(min=0), default=1000, show_default=True, help="Take no more rows than this; 0 for all.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=60, show_default=True, metavar="SECONDS",
              help="Give up after so many seconds.")
@click.option("--sparql", is_flag=True, help="Print the query instead of asking it.")
@click.option("-h", "--help", "wants_help", is_flag=True, help="Show this message, or behind a question what it takes.")
@store_option
@click.pass_context
def ask(context: click.Context, question: str | None, parameters: Sequence[str], folders: Sequence[str], format: str, output: str,
        limit: int, timeout: float, sparql: bool, wants_help: bool, store: Path) -> None:
    """Ask a named question, in Chinese or English; without one, list the questions.

    A question takes its own parameters, as in --park 肇庆高新区; behind its name, --help tells them. Asked by its Chinese name it answers
    under Chinese headings, by its English name under English ones.
    """
    if question is None or question.startswith("-"):
        if parameters or question:
            raise click.UsageError("name the question first", context)
        click.echo(context.get_help()) if wants_help else _list(folders)
        return
    from kg.ask import answer, find
    from kg.cli.output import show_result
    from kg.export.target import write_text
    from kg.store import Store

    found = find(question, folders)
    if wants_help:
        click.echo(_help(found))
        return
    given = _given(found, parameters, context)
    with Store.open(store) as opened:
        answered = answer(opened, found, given, limit=limit or None, timeout=timeout)
    if sparql:
        write_text(answered.sparql, output)
        return
    show_result(answered.result if format == "json" else answered.in_words("zh" if question == found.name else "en"), format, output)
    if not answered.result.rows:
        told = "".join(f" {name}={value.shown}" for name, value in answered.given.items())
        click.echo(f"kg: no answer to {found.name}{told}", err=True)
    if answered.result.truncated:
        click.echo(f"kg: there is more; --limit {limit} was reached", err=True)


def _given(question: Question, parameters: Sequence[str], context: click.Context) -> dict[str, str]:
    """What was written for the question's parameters.

    :raises click.UsageError: for what it does not take
    """
    inner = _command(question).make_context(f"{context.command_path} {question.name}", list(parameters))
    return {name: value for name, value in inner.params.items() if value is not None}


def _command(question: Question) -> click.Command:
    """The question as a command whose options are its parameters."""
    options = []
    for parameter in question.parameters:
        default = f"  [default: {parameter.default}]" if parameter.default is not None else "  [required]" if parameter.required else ""
        options.append(click.Option([f"--{parameter.name.replace('_', '-')}", parameter.name], metavar=parameter.kind.upper(),
                                    help=f"{parameter.zh}; {parameter.en}.{default}"))
    shown = " ".join(f"--{name} {text}" for name, text in question.example.items())
    return click.Command(question.name, params=list(options), help=f"{question.zh}。\n\n{question.en}.", add_help_option=False,
                         epilog=example(f"kg ask {question.name} {shown}".strip(), f"kg ask {question.english} {shown}".strip()))


def _help(question: Question) -> str:
    command = _command(question)
    return command.get_help(click.Context(command, info_name=f"kg ask {question.name}"))


def _list(folders: Sequence[str]) -> None:
    from kg.ask import questions
    from kg.cli.output import table

    def parameters(question: Question) -> str:
        return " ".join(f"--{p.name}" if p.required else f"[--{p.name}]" for p in question.parameters)

    table("Questions", ("question", "english", "parameters", "what it tells"),
          [(question.name, question.english, parameters(question), question.zh) for question in questions(folders)])
