"""Tells whether a stretch of tokens may be an industry though no list has it, as what a list of such holds: a segment of a chain, a member of
a list of industries.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.industries.industries import MATERIALS, NO_FIRST, TOO_GENERAL, TRADE_NOUNS
from kg.recognize.text.phrase import BREAK, GENERIC, INSIDE, is_trade, text_of
from kg.recognize.text.tokens import Token

ACTIVITIES = words("industries", "activities")
_NO_LAST = tuple(ordered("industries", "no_segments"))
_ENDS = (*TRADE_NOUNS, *ordered("industries", "goods"))  # of trades, and of what one makes
_LONGEST = 12  # characters


def may_be_trade(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens may be an industry: nouns, without verb, number or place, and no activity that every trade has."""
    inner = tokens[first : last + 1]
    text = text_of(tokens, first, last)
    if len(text) == 1:
        return text in MATERIALS
    return (
        len(text) <= _LONGEST
        and text not in ACTIVITIES
        and text not in TOO_GENERAL
        and inner[0].text not in NO_FIRST
        and not (len(inner[0].text) == 1 and inner[0].tag[:1] in "vdpcr")  # 保市场主体
        and not inner[0].text.endswith(("级", "批", "一流"))
        and not text.endswith(_NO_LAST)
        and not (all(t.text in GENERIC and not is_trade(t) for t in inner) and not (len(text) >= 4 and text.endswith(TRADE_NOUNS)))
        and all(
            is_trade(t)
            or t.kind == "word"
            and (t.tag[:1] not in "pcrudtqy" or t.tag == "q" and t is not inner[0])
            and not (t.text in BREAK and t.text not in INSIDE)
            for t in inner
        )
    )


def is_known_trade(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens are known for a trade, or end like one, or like what one makes."""
    return any(is_trade(t) for t in tokens[first : last + 1]) or text_of(tokens, first, last).endswith(_ENDS)


def span(start: int, end: int, starts: dict[int, int], ends: dict[int, int]) -> tuple[int, int] | None:
    """The first and last token of a stretch; 产业 behind it may be part of its last word (新型显示产业 is a name of its own)."""
    first, last = starts.get(start), ends.get(end, ends.get(end + 2))
    return (first, last) if first is not None and last is not None and first <= last else None
