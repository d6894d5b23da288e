"""What the pages say: in both languages, and nothing that no page says."""

from __future__ import annotations

import re
from importlib.resources import files

from kg.serve.pages import _MENU, _SCRIPT_WORDS
from kg.serve.tables import NAMES
from kg.serve.words import WORDS, say

TEMPLATES = "\n".join(file.read_text(encoding="utf-8") for file in files("kg.serve.templates").iterdir() if file.name.endswith(".html"))


def test_both_languages_have_the_same_places_for_values():
    for key, (zh, en) in WORDS.items():
        assert zh and en, key
        assert set(re.findall(r"\{\w+\}", zh)) == set(re.findall(r"\{\w+\}", en)), key


def test_every_word_is_said_and_every_said_word_is_there():
    said = set(re.findall(r"\bt\(\"(\w+)\"[,)]", TEMPLATES)) | set(re.findall(r"\bt\('(\w+)'[,)]", TEMPLATES)) | {key for _, key in _MENU} | set(_SCRIPT_WORDS)
    said |= {key for key in WORDS if key.startswith("kind_")} | {f"table_{name}" for name in NAMES}
    said |= set(re.findall(r'\("(\w+)", (?:profile|shown)\.', TEMPLATES))
    assert said - set(WORDS) == set()
    assert set(WORDS) - said == set()


def test_numbers_have_separators():
    assert say("zh", "count", n=12345) == "共 12,345 项"
    assert say("en", "count", n=12345) == "12,345 in all"
