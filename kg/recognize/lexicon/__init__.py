"""Word lists of the Chinese language that recognisers read: head nouns, words that end a name, generic words.

Each ``.yaml`` file maps a list's name to words separated by spaces; an analyst extends it without reading Python.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from kg.errors import PatternError


@cache
def words(file: str, name: str) -> frozenset[str]:
    """One word list.

    :param file: the file's name without ending: ``heads``
    :param name: the list's name in it: ``Park``
    :raises PatternError: if the file or the list is missing or is no list of words
    """
    return frozenset(ordered(file, name))


@cache
def ordered(file: str, name: str) -> tuple[str, ...]:
    """One word list in the order of its file."""
    table = tables(file)
    if not isinstance(table.get(name), str):
        raise PatternError(f"there is no word list {name!r}", where=f"{file}.yaml", hint=f"it has {', '.join(table)}")
    return tuple(dict.fromkeys(table[name].split()))


@cache
def tables(file: str) -> dict[str, object]:
    """All that a file of word lists holds."""
    path = Path(__file__).with_name(f"{file}.yaml")
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise PatternError(f"the word lists can't be read: {error}", where=path) from error
