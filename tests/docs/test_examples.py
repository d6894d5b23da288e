"""The examples of README.md and docs/ print what the pages say they print."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tool(name: str):
    if str(ROOT / "tools") not in sys.path:
        sys.path.append(str(ROOT / "tools"))        # where they find one another, as when they are run
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


examples = tool("refresh_examples")


def test_the_pages_with_examples_are_found():
    assert {"README.md", "getting-started.md"} <= {page.name for page in examples.pages()}


@pytest.mark.slow
@pytest.mark.parametrize("page", examples.pages(), ids=lambda page: page.name)
def test_the_examples_print_what_the_page_says(page):
    text = page.read_text(encoding="utf-8")
    assert examples.refreshed(text) == text, "run: python tools/refresh_examples.py"


def test_a_session_is_answered_line_by_line():
    text = "Before.\n\n```console\n$ echo one; pwd | grep -c project\nwrong\n$ echo 'two\n> three'\n```\n\nBehind.\n"
    after = "Before.\n\n```console\n$ echo one; pwd | grep -c project\none\n1\n$ echo 'two\n> three'\ntwo\nthree\n```\n\nBehind.\n"
    assert examples.refreshed(text) == after


def test_a_program_is_followed_by_what_it_prints():
    text = "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n"
    assert examples.refreshed(text) == text.replace("3", "2")


def test_the_examples_of_a_page_share_a_folder():
    assert "\nkept\n" in examples.refreshed("```console\n$ echo kept > note\n```\n\n```console\n$ cat note\n```\n")


def test_times_may_differ():
    text = "```console\n$ echo 'done in 2.5 s, 1,000 a second.'\ndone in 9.9 s, 7 a second.\n```\n"
    assert examples.refreshed(text) == text


def test_an_example_that_fails_is_an_error():
    with pytest.raises(RuntimeError, match="exit code 3 of: echo oh >&2; exit 3\n.*oh"):
        examples.refreshed("```console\n$ echo oh >&2; exit 3\n```\n")
