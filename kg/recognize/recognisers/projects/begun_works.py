"""Takes the tokens of a sentence, proposes works that a text names by what is built alone, right behind a verb of building that nothing but a work can
follow: 开工东站综合枢纽工程, 投运高温堆示范工程.

实施 and 推进 are said of campaigns too, so that they tell nothing; 建设 is said of kinds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.text.phrase import CLAUSE_ENDS, COUNTED, EDGE, GENERIC, LIST_JOINTS, ends_names, inside, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

BEGUN_WORK = sign(words=("工程",))
_BEGINS = words("public_works", "begins")
_HEAD = "工程"
_NO_WORKS = words("public_works", "no_begun_works")
_TREATMENTS = words("public_works", "treatments")
_SHORTEST, _LONGEST = 6, 18  # characters


def begun_works(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Works of a sentence that are begun or done."""
    for last in [i for i, token in enumerate(tokens) if token.text == _HEAD and i > 2]:
        behind = tokens[last + 1] if last + 1 < len(tokens) else None
        if behind is not None and not (behind.text in CLAUSE_ENDS or behind.text in LIST_JOINTS or behind.text == "等"):
            continue
        first = last
        while first and tokens[first - 1].text not in _BEGINS and _may_be_inside(tokens[first - 1]):
            first -= 1
        if first == 0 or first == last or tokens[first - 1].text not in _BEGINS:
            continue
        size = tokens[last].end - tokens[first].start
        if _SHORTEST <= size <= _LONGEST and _says_which(tokens[first:last]):
            yield Candidate(tokens[first].start, tokens[last].end, "Project", "public-work.begun", False)


def _may_be_inside(token: Token) -> bool:
    return token.kind not in ("quantity", "time", "punctuation") and (inside(token) or token.text in _TREATMENTS) and not COUNTED.match(token.text)


def _says_which(inner: Sequence[Token]) -> bool:
    """Whether words say which work is meant: two or more that are not general, none that makes a kind."""
    if inner[0].text in EDGE or any(t.text in _NO_WORKS or ends_names(t) and t.text not in _TREATMENTS and not inside(t) for t in inner):
        return False
    specific = [t for t in inner if t.text not in GENERIC and t.text not in _TREATMENTS and not is_trade(t) and (len(t.text) > 1 or t.tag == "n")]
    return len(text_of(specific, 0, len(specific) - 1)) >= 3 if specific else False
