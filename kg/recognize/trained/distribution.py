"""How words are distributed in texts that nobody annotated: in whose company they stand, and how the rules' names use them.

Words that stand between the same neighbours get the same class, so that what is learnt of 大桥 holds for 水库. Classes come in two sizes: few
large ones, many small ones (the idea is that of Brown et al. 1992, "Class-based n-gram models of natural language"; made here by clustering vectors of
pointwise mutual information, Levy and Goldberg 2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

SIZES = (64, 256)  # so many classes
UNKNOWN = "unknown"


class Word(NamedTuple):
    """What is known of a word: its class of each size, and its roles in names."""

    classes: tuple[str, ...]
    roles: tuple[str, ...]


_RARE = Word((UNKNOWN,) * len(SIZES), (UNKNOWN,))


class Distribution:
    """Classes and roles of words.

    :param words: what is known of each; all others are rare
    """

    def __init__(self, words: Mapping[str, Word]):
        self.words = words

    def of(self, text: str) -> Word:
        """What is known of a word; for a rare one, that."""
        return self.words.get(text, _RARE)

    def rows(self) -> Iterable[tuple[str, Word]]:
        """All words in order."""
        return sorted(self.words.items())
