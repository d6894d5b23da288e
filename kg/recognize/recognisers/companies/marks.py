"""Word marks, which no dictionary has, and companies that a mark and a trade name: 震裕科技."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.phrase import GENERIC, TRADES, inside, proper
from kg.recognize.text.signs import Word, sign
from kg.recognize.text.tokens import Token, known_word

WORD_MARK_TRADE = sign(lambda word: word.kind in ("word", "Industry") and word.text in TRADES)


def _mark(word: Word) -> bool:
    """Whether a word alone may be a word mark."""
    return 2 <= len(word.text) <= 4 and word.tag != "m" and not known_word(word.text) and _opens_mark(word) and proper(word)


def _opens_mark(word: Word) -> bool:
    return word.kind == "word" and word.text not in GENERIC and not (word.listed and word.listed[0] in ("District", "Park") and word.tag != "nr")


def _half(word: Word) -> bool:
    """Whether a character may be one of two that are a word mark together."""
    return (
        len(word.text) == 1
        and word.kind == "word"
        and word.tag not in ("m", "p", "c", "uj", "ul", "d", "r", "f", "q", "u")
        and word.text not in GENERIC
    )


_MARK, _HALF = sign(_mark), sign(_half)
_FIRST_HALF = sign(lambda word: _half(word) and _opens_mark(word))


def word_mark_companies(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies by a word mark and a trade: 震裕科技, 物元半导体. The mark is no word of the dictionary and no place."""
    for mark, trade in word_marks(tokens):
        yield Candidate(tokens[mark].start, tokens[trade].end, "Company", "grammar.word-mark", False)


def word_marks(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Word marks with a trade behind them: positions of the first token and of the trade."""
    for place, trade in enumerate(tokens):
        if trade.signs & WORD_MARK_TRADE:
            for i in range(max(0, place - 2), place):
                if mark_end(tokens, i) == place and not _behind_a_word(tokens, i):
                    yield i, place


def _behind_a_word(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of one character in front may belong to what stands behind it."""
    before = tokens[i - 1] if i else None
    return before is not None and before.kind == "word" and len(before.text) == 1 and before.text not in "的和与及为是在由将对向" and inside(before)


def mark_end(tokens: Sequence[Token], i: int) -> int | None:
    """The token behind a word mark that begins at a token: 2 to 4 characters that are no dictionary word."""
    signs = tokens[i].signs
    if signs & _MARK:
        return i + 1
    if signs & _FIRST_HALF and i + 1 < len(tokens) and tokens[i + 1].signs & _HALF:
        if not known_word(tokens[i].text + tokens[i + 1].text):
            return i + 2
    return None
