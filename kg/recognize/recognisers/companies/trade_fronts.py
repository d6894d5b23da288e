"""Takes a project's or park's name that begins with no other company, gives the mark and trade at its front: 德沐纺织三期, 福沐科技（翔岭）产业园, 华沐总部项目.

Where nothing stands between a trade and a phase, a place in brackets or 项目, the trade is the company's, and its mark may be a word of the dictionary.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognize.recognisers.companies.likeness import is_own_mark_and_trade, is_unheard
from kg.recognize.text.phrase import PHASE
from kg.recognize.text.tokens import Token

_LONGEST = 5  # tokens
_PLACES = ("District", "Park")
_HEADQUARTERS = ("总部", "总部基地", "总部大厦")


def trade_front(tokens: Sequence[Token], first: int, stop: int) -> tuple[int, int] | None:
    """The company's half-open range of tokens.

    :param first, stop: half-open range of the name
    """
    for end in range(first + 1, min(first + _LONGEST, stop)):
        behind = tokens[end]
        if PHASE.fullmatch(behind.text) and end + 2 >= stop or behind.text == "（" and end + 1 < stop and tokens[end + 1].kind in _PLACES:
            return (first, end) if end - first > 1 and _is_a_company(tokens, first, end) else None
        if behind.text in _HEADQUARTERS:
            return (first, end) if tokens[stop - 1].text in (behind.text, "项目") and end + 2 >= stop and is_unheard(tokens, first, end) else None
    return None


def _is_a_company(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a front is a mark and a trade, or a mark in front of 国际."""
    if tokens[end - 1].text == "国际":
        return is_unheard(tokens, first, end - 1)
    return is_own_mark_and_trade(tokens, first, end, as_a_place=True)
