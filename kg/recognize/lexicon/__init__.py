"""Word lists of the Chinese language that recognisers read: head nouns, words that end a name, generic words.

Each ``.yaml`` file maps a list's name to words separated by spaces; an analyst extends it without reading Python.
"""

from __future__ import annotations

from pathlib import Path

from kg.wordlists import WordLists

_LISTS = WordLists(Path(__file__).parent)
words, ordered, tables, any_of = _LISTS.words, _LISTS.ordered, _LISTS.tables, _LISTS.any
