"""Takes the tokens of a sentence, proposes companies by the place that they come from, a mark and a trade: 湛州福岭纸业增52%, 走进云岭中沐铝业的车间.

The place in front tells that a mark is meant, whatever the trade is called elsewhere. The mark is no ordinary word, and behind the trade stands what the company has or does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.companies.likeness import TRADES_BEHIND_PLACES, is_own_mark_and_trade, subject_ends
from kg.recognize.text.phrase import CLAUSE_ENDS
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

PLACED_TRADE = sign(ends=TRADES_BEHIND_PLACES)
_LONGEST = 5  # tokens behind the place


def placed_trades(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies of a sentence that a place, a mark and a trade name."""
    for place, token in enumerate(tokens):
        if token.kind != "District" or place + 1 < len(tokens) and tokens[place + 1].kind == "District":
            continue
        first = place
        while first and tokens[first - 1].kind == "District":
            first -= 1
        for stop in range(min(place + 1 + _LONGEST, len(tokens)), place + 1, -1):
            if tokens[stop - 1].signs & PLACED_TRADE and subject_ends(tokens, stop) and is_own_mark_and_trade(tokens, place + 1, stop):
                yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "grammar.placed-trade", True)
                break


def trades_of_subjects(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies by a mark that no dictionary has and a trade, which open a clause as its subject or owner, or stand behind a place and 的: 翔岭的科沐机械."""
    for first in range(len(tokens) - 1):
        if not _opens(tokens, first):
            continue
        for stop in range(min(first + 4, len(tokens)), first + 1, -1):
            if tokens[stop - 1].signs & PLACED_TRADE and subject_ends(tokens, stop) and _has_an_unheard_mark(tokens, first, stop):
                yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "grammar.subject-trade", True)
                break


def _opens(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause begins at a token, or whose place is told in front of it."""
    before = tokens[first - 1] if first else None
    if before is None or before.text in CLAUSE_ENDS and before.text != "：":
        return True
    return before.text == "的" and first > 1 and tokens[first - 2].kind in ("District", "Park")


def _has_an_unheard_mark(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether they are a mark and a trade, and the mark is no word at all; behind a place it may be one that is somebody's name."""
    return is_own_mark_and_trade(tokens, first, stop) and (not known_word(tokens[first].text) or first > 0 and tokens[first - 1].text == "的")
