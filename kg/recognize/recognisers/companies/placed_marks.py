"""Takes the tokens of a sentence, proposes companies that a place and a mark name in front of what they build: 浙江晟峰 in 浙江晟峰的铝模板项目, 江苏亚泰轻合金 in
江苏亚泰轻合金投资的轮毂项目.

News calls companies of other provinces so. The mark must be no word of the dictionary; behind it stand at most two nouns of its trade, then 的 or a verb
of investing, and the project ends the phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.companies.marks import mark_end
from kg.recognize.text.phrase import GENERIC, LIST_JOINTS, is_trade
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

OF = sign(words=("的",), plain_words=True)
_BUILT = ("项目", *ordered("plans", "plants"))
BUILT = sign(words=_BUILT, ends=_BUILT, plain_words=True)
_INVESTS = words("plans", "invests")
_LEVELS = ("province", "city", "county")
_NO_MARKS = frozenset("老板 客商 企业家 商人 乡贤".split())
_ENDS_THE_PHRASE = LIST_JOINTS | {"的"}
_FURTHEST = 14  # tokens between 的 and what is built


def placed_marks(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies of a sentence that a place and a mark name."""
    for of in [i for i, token in enumerate(tokens) if token.signs & OF]:
        stop = of
        while stop and tokens[stop - 1].text in _INVESTS:
            stop -= 1
        first = _place_in_front(tokens, stop)
        if first is not None and _builds(tokens, of):
            yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "grammar.placed-mark", True)


def _place_in_front(tokens: Sequence[Token], stop: int) -> int | None:
    """The place that stands in front of a mark, and of the nouns of its trade, which end at a token."""
    for first in range(stop - 2, max(-1, stop - 6), -1):
        token = tokens[first]
        if token.kind == "punctuation" or token.text in LIST_JOINTS:
            return None
        if token.kind != "District" or not any(e.cls == "District" and e.level in _LEVELS for e in token.entries):
            continue
        end = mark_end(tokens, first + 1)
        inner = tokens[first + 1 : stop]
        text = "".join(t.text for t in inner)
        if end is None and (_is_a_listed_mark(tokens[first + 1]) or first + 2 < stop and _is_called(tokens[first + 1])):
            end = first + 2
        if end is None or end > stop or not 2 <= len(text) <= 6 or text in _NO_MARKS or known_word(text):
            return None
        return first if all(is_trade(t) or t.kind == "word" and t.tag[:1] in "na" and t.text not in GENERIC for t in tokens[end:stop]) else None
    return None


def _is_called(token: Token) -> bool:
    """Whether the dictionary has a word as a name of something, and no table has it: 亚泰 of 江苏亚泰轻合金."""
    return token.kind == "word" and token.hit is None and token.tag in ("nz", "nt") and len(token.text) == 2 and token.text not in GENERIC


def _is_a_listed_mark(token: Token) -> bool:
    """Whether a word that no dictionary has bears another listed thing's name, too: 亚泰."""
    return token.kind == "word" and token.hit is not None and "Company" in token.hit.classes and token.tag in ("nz", "nr", "nrt") and 2 <= len(token.text) <= 4


def _builds(tokens: Sequence[Token], of: int) -> bool:
    """Whether a project or a plant ends the phrase behind 的."""
    for token in tokens[of + 1 : of + 1 + _FURTHEST]:
        if token.text.endswith(_BUILT):
            return True
        if token.kind == "punctuation" or token.text in _ENDS_THE_PHRASE or token.kind == "time":
            return False
    return False
