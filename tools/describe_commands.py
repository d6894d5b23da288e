"""Writes docs/command-line.md from the help of the commands.

    python tools/describe_commands.py           # after an edit of a command; a test tells if it was forgotten
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.main import COMMANDS, cli

PAGE = Path(__file__).resolve().parent.parent / "docs" / "command-line.md"
WIDTH = 100

HEAD = """# The command line

Written by `python tools/describe_commands.py` from the help of the commands; edit that, not this page.

The commands in the order of the flow:

| command | what it does |
|---|---|
"""

COMMON = """
What holds for all of them:

- **The store** is the folder given by `--store`, else by the environment variable `KG_STORE`, else `kg-store` in the current folder. `kg build` makes it;
  the others only read it.
- **Output** goes to standard output unless `-o FILE` says otherwise, and `-o -` says so aloud; messages go to standard error. A file is replaced when the new one is
  complete, and not before. In a pipe, tables are tab-separated lines.
- **Trouble** is one line: where, what, and what to do. `KG_DEBUG=1` adds the traceback to an internal error.
- **Exit codes**: 0 done, 1 the data does not conform (`kg validate`), 2 wrong usage or input, 3 failed while working, 130 interrupted. `kg build` that had to
  leave files out does the others and exits with 2.
- **The ontology** is that of the installed package; `KG_ONTOLOGY` names another folder that holds a `park.ttl` and its companions.
"""


def helps() -> Iterator[tuple[str, str]]:
    """Give each command line that has a help text, and the text."""
    yield from _helps(click.Context(cli, info_name="kg", terminal_width=WIDTH, **cli.context_settings))


def _helps(context: click.Context) -> Iterator[tuple[str, str]]:
    yield context.command_path, context.get_help()
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            yield from _helps(click.Context(command, info_name=name, parent=context, terminal_width=WIDTH))


def page() -> str:
    """Make the page."""
    parts = [HEAD, *(f"| [`kg {name}`](#kg-{name}) | {what} |\n" for name, what in COMMANDS.items()), COMMON]
    for line, text in helps():
        parts.append(f"\n## {line}\n\n```text\n$ {line} --help\n{text}\n```\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
