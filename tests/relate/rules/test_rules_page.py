"""docs/rules.md tells what there is: every field, the notation, the commands.

Its examples are run with those of all pages, in ``tests/docs``.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import click
import pytest

from kg.cli.rules import rules as command
from kg.errors import PatternError
from kg.relate.rules import check, read_rules
from kg.schema import load_schema

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
SCHEMA = load_schema()
RULE = "".join(re.findall(r"^> (?!\.$)(.*\n)", PAGE.split("cat > leases.yaml")[1].split("\n> .\n")[0] + "\n", re.M))
NOTATION = re.findall(r"^\| `([^`]+)` \|", PAGE.split("## The notation")[1].split("`kg rules show NAME`")[0], re.M)


@pytest.fixture
def written(tmp_path):
    def write(text: str) -> Path:
        path = tmp_path / "leases.yaml"
        path.write_text(text, encoding="utf-8")
        return path
    return write


def test_the_rule_of_the_page_does_as_it_says(written):
    rule, = read_rules(written(RULE), SCHEMA)
    assert len(rule.matches) == 2 and len(rule.rejects) == 3 and list(check(rule, SCHEMA.entity_classes)) == []


def test_every_field_is_told(written):
    with pytest.raises(PatternError) as caught:
        read_rules(written(RULE + "  colour: red\n"), SCHEMA)
    fields = set(str(caught.value).split("fields are ")[1].split(", "))
    rows = PAGE.split("## The fields")[1].split("##")[0]
    assert set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (.+?) \|", rows, re.M)))) == fields


def test_every_modality_is_told():
    told = PAGE.split("### Whether it is so")[1].split("##")[0]
    assert set(SCHEMA.modalities) <= set(re.findall(r"`(\w+)`", told))


@pytest.mark.parametrize("piece", NOTATION)
def test_every_piece_of_the_notation_may_stand_in_a_pattern(written, piece):
    piece = piece.replace("\\|", "|")
    place = {"^": "{piece} {{tenant:Company+}} 租用 {{place:Park}}"}.get(piece, "{{tenant:Company+}} {piece} 租用 {{place:Park}}")
    pattern = place.format(piece=re.sub(r"\{(?:tenant|place):", "{other:", piece))
    text = re.sub(r'pattern: ".*"', lambda _: f'pattern: "{pattern}"', RULE)
    rule, = read_rules(written(text), SCHEMA)
    assert rule.regex.pattern


def test_the_commands_that_the_page_names_are_there():
    named = set(re.findall(r"kg rules (\w+)", PAGE))
    assert {"check", "show", "gaps"} <= named
    with click.Context(command) as context:
        assert named <= set(command.list_commands(context))


@pytest.mark.parametrize("name", ["rules.md", "names.md"])
def test_the_examples_of_the_page_are_run_by_the_tests_of_all_pages(name):
    spec = importlib.util.spec_from_file_location("refresh_examples", ROOT / "tools" / "refresh_examples.py")
    examples = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(examples)
    assert name in {page.name for page in examples.pages()}
