"""The command ``kg``: one table of commands, each imported when it is called, and the one place where errors become lines.

A command lives in ``kg/cli/<command>.py`` as a click command of the same name (``kg/cli/build.py`` holds ``build``).

Exit codes: 0 done, 1 the data does not conform, 2 wrong usage or input, 3 failed while working, 130 interrupted.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence

import click

from kg.errors import KgError
from kg.version import VERSION

_YOUNG = 200_000  # new objects between two looks of Python's collector

# Name and short help, in the order of the flow. Listed here, so that the overview need not import any of them.
COMMANDS: dict[str, str] = {
    "build": "Read texts into the store's graph.",
    "retract": "Withdraw documents from the store.",
    "stats": "Count what the graph holds.",
    "show": "Tell what is known of a name, with its sentences.",
    "explain": "Tell which names and steps led to a node.",
    "merge": "Decide by hand that two nodes are one thing.",
    "split": "Decide by hand that a name means another thing.",
    "rename": "Decide by hand what a node is called.",
    "ask": "Ask a named question, or list the questions.",
    "query": "Ask the graph a question in SPARQL.",
    "ledger": "Write the ledger of projects: a spreadsheet, CSV or lines.",
    "table": "Write a table of parks, companies or figures.",
    "export": "Write the graph for other tools: RDF, graphs, tables.",
    "diff": "Tell what differs between two stores or exports.",
    "draw": "Draw the graph as one HTML page.",
    "serve": "Serve the graph as pages and as a SPARQL endpoint.",
    "publish": "Send the graph to a SPARQL server.",
    "validate": "Check the graph against the shapes of the ontology.",
    "store": "Check, compact, back up and restore the store.",
    "evaluate": "Score the graph against gold annotations.",
    "names": "Show the names in a text, with the rule that found each.",
    "facts": "Show what is read from a text, sentence by sentence.",
    "train": "Learn the recogniser of names from texts.",
    "rules": "List, show and check the rules that read relations.",
}

INTERRUPTED = 130


class LazyGroup(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        return getattr(importlib.import_module(f"kg.cli.{name}"), name)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview from the table, so that ``kg --help`` imports no command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExit codes: 0 done, 1 the data does not conform, 2 wrong usage or input,\n"
           "3 failed while working, 130 interrupted.\n\n\b\nExample:\n  kg build corpus/ && kg stats",
)
@click.version_option(VERSION, prog_name="kg")
def cli() -> None:
    """Read Chinese news and government reports into a graph of companies, parks, districts and projects."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    :param arguments: without the program's name; the process's own if None
    :returns: the exit code; never raises
    """
    gc.set_threshold(_YOUNG)                                # names, rules and lists are loaded in three quarters of the time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")   # a terminal that can't show Chinese is no reason to fail
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
        return code
    except BrokenPipeError:                                 # the reader of a pipe (head, less) has had enough
        _close_output()
        return 0
    except KgError as error:
        return _complain(str(error), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return _complain("interrupted", INTERRUPTED)
    except Exception as error:
        return _complain(f"internal error: {type(error).__name__}: {error} (run with KG_DEBUG=1 for the traceback)", 3)


def _run(arguments: list[str]) -> int:
    """Parse and call; what click itself finds wrong becomes one line with the command to ask for help."""
    if "_KG_COMPLETE" in os.environ:
        cli.main(arguments, prog_name="kg")                 # answers a shell's request for completion, and exits
    try:
        with cli.make_context("kg", arguments) as context:
            result = cli.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help())
        return 2
    except click.ClickException as error:
        asked = getattr(error, "ctx", None)
        hint = f"; see: {asked.command_path} --help" if asked else ""
        return _complain(error.format_message().rstrip(".") + hint, 2)
    return result if isinstance(result, int) else 0


def _complain(line: str, code: int) -> int:
    if os.environ.get("KG_DEBUG") and sys.exc_info()[0] and code == 3:
        import traceback

        traceback.print_exc()
    print("kg: " + " ".join(line.split()), file=sys.stderr)
    return code


def _close_output() -> None:
    """Keep the interpreter from complaining again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
