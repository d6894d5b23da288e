"""What a word says by itself, whatever stands around it: found out once for each word, not at each of its places.

Whoever looks for names declares the words that it begins at, or asks for, as a *sign*; each token carries the signs of its word in one number. So
a source of names goes straight to its tokens, and need not be asked about a sentence that has none. (The flags of lexemes
in spaCy, ``Vocab.add_flag``, are the same idea.)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

PUNCTUATION = frozenset("，。；：、！？,.;:!?（）()“”\"‘’'《》〈〉【】[]—–-…·•△▲\n\t 　/+＋|")
MOST = 200_000  # words kept; texts of one language have fewer, what is no word of it must not fill the memory


class Word(NamedTuple):
    """What a sign may depend on."""

    text: str  # of a quantity only the end, which is its unit; of a time nothing
    tag: str
    kind: str  # as of a token
    listed: tuple[str, ...]  # classes of the listed things that bear the word as their name


Test = Callable[[Word], bool]
_tests: list[tuple[int, Test]] = []  # a sign's bit, and who has it


def sign(test: Test) -> int:
    """Declare a sign.

    :param test: tells whether a word has it
    :returns: the sign's bit in :attr:`.tokens.Token.signs`
    """
    bit = 1 << len(_tests)
    _tests.append((bit, test))
    for known in (plain, _special, segmented):
        known.clear()
    return bit


def _signs(word: Word) -> int:
    signs = 0
    for bit, test in _tests:
        if test(word):
            signs |= bit
    return signs


Form = tuple[str, str, str, int]  # text, part of speech, kind and signs of a plain word


class _Plain(dict[tuple[str, str], Form]):
    """(text, part of speech) -> form; filled as words turn up."""

    def __missing__(self, piece: tuple[str, str]) -> Form:
        if len(self) >= MOST:
            self.clear()
        text, tag = piece
        kind = "word" if text[0].isalnum() or not PUNCTUATION.issuperset(text) else "punctuation"
        found = self[piece] = (text, tag, kind, _signs(Word(text, tag, kind, ())))
        return found


plain = _Plain()
segmented: dict[str, Form] = {}  # what the segmenter says of words that it has cut
_special: dict[tuple[str, str, str, tuple[str, ...]], int] = {}


def signs_of(text: str, tag: str, kind: str, listed: tuple[str, ...] = ()) -> int:
    """The signs of what is more than a plain word: a listed name, a quantity, a time. Parameters as of :class:`Word`."""
    key = text, tag, kind, listed
    found = _special.get(key)
    if found is None:
        if len(_special) >= MOST:
            _special.clear()
        found = _special[key] = _signs(Word(*key))
    return found
