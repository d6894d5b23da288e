"""docs/command-line.md is the help of the commands."""

from __future__ import annotations

from kg.cli.main import COMMANDS

from .test_examples import ROOT, tool


def test_the_page_is_up_to_date():
    commands = tool("describe_commands")
    assert commands.PAGE == ROOT / "docs" / "command-line.md"
    assert commands.PAGE.read_text(encoding="utf-8") == commands.page(), "run: python tools/describe_commands.py"


def test_every_command_has_help_that_ends_with_an_example():
    for line, text in tool("describe_commands").helps():
        last = text.split("Example:\n")[-1].strip()
        assert "Example:" in text and last.startswith(line), f"{line} --help"


def test_the_readme_shows_every_command():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [name for name in COMMANDS if f"kg {name}" not in text]
