"""Word lists: files of words that an analyst extends without reading Python, and the regular expressions made of them.

Each ``.yaml`` file of a folder maps a list's name to words separated by spaces. Where a list is made into an expression, pieces of regular
expressions may stand in its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from kg.errors import PatternError


class WordLists:
    """The word lists of a folder."""

    def __init__(self, folder: Path):
        self._folder = folder
        self.words, self.ordered, self.tables, self.any = cache(self._words), cache(self._ordered), cache(self._tables), cache(self._any)

    def _words(self, file: str, name: str) -> frozenset[str]:
        """One word list.

        :param file: the file's name without ending: ``heads``
        :param name: the list's name in it: ``Park``
        :raises PatternError: if the file or the list is missing or is no list of words
        """
        return frozenset(self.ordered(file, name))

    def _ordered(self, file: str, name: str) -> tuple[str, ...]:
        """One word list in the order of its file."""
        table = self.tables(file)
        listed = table.get(name)
        if not isinstance(listed, str):
            raise PatternError(f"there is no word list {name!r}", where=f"{file}.yaml", hint=f"it has {', '.join(map(str, table))}")
        return tuple(dict.fromkeys(listed.split()))

    def _tables(self, file: str) -> dict[str, object]:
        """All that a file of word lists holds."""
        path = self._folder / f"{file}.yaml"
        try:
            table = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise PatternError(f"the word lists can't be read: {error}", where=path) from error
        if not isinstance(table, dict):
            raise PatternError("a file of word lists maps names to words", where=path, hint="write «name: word word …»")
        return table

    def _any(self, file: str, *names: str) -> str:
        """The regular expression for one word of some lists, the longest first.

        :raises PatternError: also if a word is no regular expression
        """
        found = sorted({word for name in names for word in self.ordered(file, name)}, key=lambda word: (-len(word), word))
        for word in found:
            if word.isalnum():
                continue
            try:
                re.compile(word)
            except re.error as error:
                raise PatternError(f"the word {word!r} is no regular expression: {error}", where=f"{file}.yaml") from error
        return f"(?:{one_of(found)})"


_BEGINS_PLAINLY = re.compile(r"[^\W\d_](?![?*+{])[^|]*")  # with a character that stands for itself


def one_of(words: Sequence[str]) -> str:
    """The regular expression for one of several, the first that fits. Those that begin with the same character share it, so that a place of a text
    is compared with each first character, not with each word.

    :param words: words or pieces of regular expressions

    >>> one_of(["开工", "投产", "开业", "建成(?=后)"])
    '开(?:工|业)|投产|建成(?=后)'
    """
    if not all(map(_BEGINS_PLAINLY.fullmatch, words)):
        return "|".join(words)
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(first + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in rests.items())
