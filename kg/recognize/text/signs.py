"""What a word says by itself, whatever stands around it: found out once for each word, not at each of its places.

Whoever looks for names declares the words that it begins at, or asks for, as a *sign*; each token carries the signs of its word in one number. So
a source of names goes straight to its tokens, and need not be asked about a sentence that has none. (The flags of lexemes
in spaCy, ``Vocab.add_flag``, are the same idea.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import NamedTuple

PUNCTUATION = frozenset("，。；：、！？,.;:!?（）()“”\"‘’'《》〈〉【】[]—–-…·•△▲\n\t 　/+＋|")
MOST = 50_000  # words kept: those of some hundred texts; what is no word of the language must not fill the memory


class Word(NamedTuple):
    """What a sign may depend on."""

    text: str  # of a quantity only the end, which is its unit; of a time nothing
    tag: str
    kind: str  # as of a token
    listed: tuple[str, ...]  # classes of the listed things that bear the word as their name


Test = Callable[[Word], bool]
_bits = count()
_tests: list[tuple[int, Test]] = []  # a sign, and who has it
_words: dict[str, int] = {}  # word -> the signs that it is declared to have
_begins: dict[str, int] = {}  # beginning -> the signs of words that begin so
_ends: dict[str, int] = {}  # ending, likewise
_of_plain_words = 0  # signs whose words, beginnings and endings count only of plain words


def sign(
    test: Test | None = None, *, words: Iterable[str] = (), begins: Iterable[str] = (), ends: Iterable[str] = (), plain_words: bool = False
) -> int:
    """Declare a sign. Words, beginnings and endings are looked up, for all signs at once; a test is asked of every word.

    :param test: tells whether a word has it
    :param words, begins, ends: what is one of these, begins so, or ends so has it, too
    :param plain_words: whether these count only of plain words, not of listed names, quantities, times and marks
    :returns: the sign's bit in :attr:`.tokens.Token.signs`
    """
    global _of_plain_words
    bit = 1 << next(_bits)
    for declared, strings in ((_words, words), (_begins, begins), (_ends, ends)):
        for string in strings:
            declared[string] = declared.get(string, 0) | bit
    if plain_words:
        _of_plain_words |= bit
    if test is not None:
        _tests.append((bit, test))
    for known in (plain, _special, segmented):
        known.clear()
    return bit


def _signs(word: Word) -> int:
    text = word.text
    signs = _words.get(text, 0)
    for i in range(len(text)):
        signs |= _begins.get(text[: i + 1], 0) | _ends.get(text[i:], 0)
    if word.kind != "word":
        signs &= ~_of_plain_words
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
