"""The words that names of places, projects and firms are made of: ``words.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.wordlists import WordLists

_FILE = "words"
_LISTS = WordLists(Path(__file__).parent)


def words(name: str) -> frozenset[str]:
    """One list of words.

    :param name: ``general``, ``trades``, ``legal``, ``levels``, ``linear``
    """
    return _LISTS.words(_FILE, name)


@cache
def longest_first(name: str) -> tuple[str, ...]:
    """One list of words, those that hold others before them."""
    return tuple(sorted(words(name), key=lambda word: (-len(word), word)))


@cache
def forms() -> tuple[tuple[str, str], ...]:
    """Ways to write a kind with the canonical one, those that hold others before them."""
    table = _LISTS.tables(_FILE)["forms"]
    assert isinstance(table, dict)
    return tuple(sorted(table.items(), key=lambda pair: (-len(pair[0]), pair[0])))
