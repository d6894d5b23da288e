"""The words that names of places, projects and firms are made of: ``words.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from kg.errors import PatternError


@cache
def words(name: str) -> frozenset[str]:
    """One list of words.

    :param name: ``general``, ``trades``, ``legal``, ``levels``, ``linear``
    """
    return frozenset(str(_tables()[name]).split())


@cache
def longest_first(name: str) -> tuple[str, ...]:
    """One list of words, those that hold others before them."""
    return tuple(sorted(words(name), key=lambda word: (-len(word), word)))


@cache
def forms() -> tuple[tuple[str, str], ...]:
    """Ways to write a kind with the canonical one, those that hold others before them."""
    table = {str(written): str(canonical) for written, canonical in _tables()["forms"].items()}
    return tuple(sorted(table.items(), key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _tables() -> dict:
    path = Path(__file__).with_name("words.yaml")
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise PatternError(f"the word lists can't be read: {error}", where=path) from error
