"""``kg --help`` costs little more than starting Python: what it imports is compared with ``python -c pass``, in the same run."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.cli.main import COMMANDS

HEAVY = {"spacy", "rdflib", "pyoxigraph", "networkx", "pyvis", "yaml", "lxml", "numpy", "pyshacl", "rich", "jinja2", "daachorse"}
ASK = """
import sys
before = set(sys.modules)
{statement}
print("\\n".join(sorted(set(sys.modules) - before)), file=sys.stderr)
"""
HELP = "from kg.cli.main import main; assert main({arguments!r}) == 0"


def modules(statement: str) -> set[str]:
    """Top-level names of what a statement imports, beyond what Python and the environment import at the start."""
    done = subprocess.run([sys.executable, "-c", ASK.format(statement=statement)], capture_output=True, text=True, check=True, timeout=60)
    return {line.split(".")[0] for line in done.stderr.split()}


def test_python_alone_imports_nothing_more():
    assert not modules("pass")


def test_the_measure_sees_a_heavy_import():
    assert HEAVY & modules("import kg.schema, rdflib")


def test_the_overview_imports_the_program_and_click_alone():
    found = modules(HELP.format(arguments=["--help"]))
    assert {"kg", "click"} <= found
    assert found - sys.stdlib_module_names <= {"kg", "click", "colorama"}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_imports_nothing_heavy(command):
    found = modules(HELP.format(arguments=[command, "--help"]))
    assert "click" in found
    assert not HEAVY & found


@pytest.mark.parametrize("module", ["kg.shacl", "kg.graph", "kg.store", "kg.update", "kg.validate", "kg.resolve", "kg.pipeline"])
def test_each_part_can_be_the_first_that_is_imported(module):
    """Two parts that import one another work only in one order."""
    assert "kg" in modules(f"import {module}")
