"""The frame of the command line: quick, documented, and never with a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg.cli import main as frame
from kg.cli.main import COMMANDS, cli, main
from kg.errors import KgError, ReadError, StoreError
from tests.cli.conftest import ROOT, kg_process

HEAVY = ("spacy", "rdflib", "pyoxigraph", "networkx", "pyshacl", "rich", "lxml", "daachorse", "pyvis", "sqlite3")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_help_imports_nothing_heavy(arguments):
    code = ("import sys; from kg.cli.main import main; main(sys.argv[1:]); "
            f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_imports_nothing_heavy_either(name):
    code = ("import sys; from kg.cli.main import main; main(sys.argv[1:]); "
            f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", code, name, "--help"], capture_output=True, text=True, cwd=ROOT, timeout=60, check=True)
    assert done.stderr.strip() == "[]"


def test_help_lists_every_command_in_the_order_of_the_flow(kg):
    answer = kg("--help")
    assert answer.code == 0
    lines = [line.split()[0] for line in answer.out.partition("Commands:")[2].partition("\n\n")[0].splitlines() if line]
    assert lines == list(COMMANDS)
    assert "Exit codes: 0 done" in answer.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_its_help_ends_with_an_example(kg, name):
    answer = kg(name, "--help")
    assert answer.code == 0 and answer.err == ""
    before, mark, example = answer.out.rpartition("  Example:\n")
    assert mark and before
    assert all(f"kg {name}" in line for line in example.rstrip().splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_command_says_what_it_does(name):
    command = cli.get_command(click.Context(cli), name)
    assert command.help
    assert [p.opts for p in command.params if isinstance(p, click.Option) and not p.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_reads_a_store_takes_store(name):
    command = cli.get_command(click.Context(cli), name)
    if name not in ("names", "facts", "rules", "train", "diff"):     # they look at texts and rules, or at two stores
        for each in getattr(command, "commands", {"": command}).values():
            assert any("--store" in p.opts for p in each.params)


def test_every_file_of_a_command_is_in_the_table():
    beside = {"main", "options", "output", "progress", "quarantine", "texts", "__init__"}
    assert {path.stem for path in Path(frame.__file__).parent.glob("*.py")} - beside == set(COMMANDS)


def test_no_command_is_help_and_exit_code_2(kg):
    answer = kg()
    assert answer.code == 2 and "Commands:" in answer.out


def test_the_version(kg):
    from kg.version import VERSION

    assert VERSION in kg("--version").out


@pytest.mark.parametrize(("arguments", "says"), [
    (["frob"], "No such command 'frob'; see: kg --help"),
    (["--frob"], "No such option"),
    (["stats", "--frob"], "see: kg stats --help"),
    (["show"], "Missing argument 'NAME'"),
    (["show", "a", "--limit", "x"], "see: kg show --help"),
])
def test_wrong_usage_is_one_line_and_exit_code_2(kg, arguments, says):
    answer = kg(*arguments)
    assert answer.code == 2 and answer.out == ""
    assert says in answer.err and answer.err.count("\n") == 1 and answer.err.startswith("kg: ")


@pytest.fixture
def failing(monkeypatch):
    """A command that raises what it is given."""
    def make(error: BaseException):
        @click.command()
        def fail() -> None:
            raise error

        monkeypatch.setattr(frame.LazyGroup, "get_command", lambda self, context, name: fail)

    return make


@pytest.mark.parametrize(("error", "code"), [
    (KgError("broken", where="here", hint="mend it"), 3), (StoreError("broken", where="here", hint="mend it"), 3),
    (ReadError("broken", where="here", hint="mend it"), 2),
])
def test_an_error_of_ours_is_its_line_and_its_code(kg, failing, error, code):
    failing(error)
    answer = kg("fail")
    assert (answer.err, answer.out, answer.code) == ("kg: here: broken; mend it\n", "", code)


def test_a_fault_is_one_line_with_the_way_to_the_traceback(kg, failing, monkeypatch):
    monkeypatch.delenv("KG_DEBUG", raising=False)
    failing(ZeroDivisionError("division\nby zero"))
    answer = kg("fail")
    assert answer.err == "kg: internal error: ZeroDivisionError: division by zero (run with KG_DEBUG=1 for the traceback)\n"
    assert answer.code == 3


def test_the_traceback_is_shown_on_request(kg, failing, monkeypatch):
    monkeypatch.setenv("KG_DEBUG", "1")
    failing(ZeroDivisionError("x"))
    answer = kg("fail")
    assert "Traceback" in answer.err and "internal error" in answer.err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_is_one_line_and_130(kg, failing, error):
    failing(error)
    answer = kg("fail")
    assert (answer.err, answer.code) == ("kg: interrupted\n", 130)


def test_what_a_command_returns_is_the_exit_code(failing, monkeypatch):
    @click.command()
    def answer() -> int:
        return 1

    monkeypatch.setattr(frame.LazyGroup, "get_command", lambda self, context, name: answer)
    assert main(["answer"]) == 1


def test_a_reader_that_has_had_enough_is_no_error(built):
    """`kg show … | head -0`: the pipe is closed before all is written."""
    code = ("import subprocess, sys; p = subprocess.Popen([sys.executable, '-m', 'kg', *sys.argv[1:]], stdout=subprocess.PIPE, "
            "stderr=subprocess.PIPE); p.stdout.close(); print(p.stderr.read().decode(), p.wait())")
    done = subprocess.run([sys.executable, "-c", code, "stats", "--json", "--store", str(built)], capture_output=True, text=True, cwd=ROOT,
                          timeout=60, check=True)
    assert done.stdout.strip() == "0"


def test_a_terminal_that_can_not_show_chinese_is_no_error(built):
    answer = kg_process("show", "肇庆高新区", "--store", built, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert answer.code == 0 and "\\u8087\\u5e86" in answer.out and answer.err == ""
