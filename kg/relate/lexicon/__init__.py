"""Words that facts are read by: verbs and adverbs around figures and stages, cues of what is planned, hoped for or denied.

Each ``.yaml`` file maps a list's name to words separated by spaces; an analyst extends it without reading Python. Pieces of regular
expressions may stand in them: ``企业(?=产值)`` is 企业 in front of 产值.
"""

from __future__ import annotations

from pathlib import Path

from kg.wordlists import WordLists

_LISTS = WordLists(Path(__file__).parent)
words, ordered, tables, any_of = _LISTS.words, _LISTS.ordered, _LISTS.tables, _LISTS.any
