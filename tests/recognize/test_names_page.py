"""docs/names.md names what there is: every source, word list and file. Its examples are run with those of all pages, in ``tests/docs``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.read import find, read
from kg.recognize import lexicon
from kg.recognize.conflicts import ORDER
from kg.recognize.language import recognize

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "names.md").read_text(encoding="utf-8")
LISTS = sorted(path.stem for path in Path(lexicon.__file__).parent.glob("*.yaml"))
SOURCES = re.findall(r"^\| (`.+?) \|", PAGE.split("## The sources")[1].split("##")[0], re.M)


def covered(rule: str) -> bool:
    """Whether the table of sources has a rule, by its name, its ending, or its beginning and dots."""
    kind, _, ending = rule.partition(".")
    for row in SOURCES:
        names = re.findall(r"`([^`]+)`", row)
        if rule in names or kind + ".…" in names:
            return True
        if names[0].startswith(kind + ".") and (f".{ending}" in names or row.endswith("…")):
            return True
    return False


def test_every_rule_that_fires_on_the_corpus_is_in_the_table(nlp):
    fired = {mention.rule for source in find([ROOT / "corpus"]) for mention in recognize(nlp, read(source))._.mentions}
    assert len(fired) > 15
    assert not sorted(rule for rule in fired if not rule.startswith("trained") and not covered(rule))


def test_the_table_tells_what_it_does_not_hold():
    assert covered("grammar.park") and covered("list.company") and not covered("weather.rain") and not covered("grammar.rain")


@pytest.mark.parametrize("name", [name for name in LISTS if name != "ner"])
def test_every_file_of_word_lists_is_named(name):
    assert f"`{name}.yaml`" in PAGE


@pytest.mark.parametrize("name", ["break", "edge", "inside", "generic"])
def test_every_list_of_borders_is_told(name):
    assert re.search(rf"^\| `{name}` \|", PAGE, re.M) and lexicon.words("borders", name)


@pytest.mark.parametrize("file, name", re.findall(r"`(\w+)\.yaml` under `(\w+)`", PAGE))
def test_the_lists_to_add_to_are_there(file, name):
    assert lexicon.words(file, name)


def test_words_that_the_page_gives_as_examples_are_in_their_lists():
    for name, words in re.findall(r"^\| `(break|edge|inside|generic)` \|[^|]*\| ([^|]*) \|$", PAGE, re.M):
        first = re.split(r"[, ]", words)[0]
        assert first in lexicon.words("borders", name), f"{first} is not in {name}"


def test_lists_and_head_nouns_come_before_the_gazetteer():
    assert max(ORDER.index(source) for source in ("list.company", "grammar", "list")) < ORDER.index("gazetteer")
