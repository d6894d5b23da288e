"""Takes the tokens of a sentence, proposes companies that are told by what they make: 做电驱的湛岭电机, 做壳体的晨沃精密、做转轴的凯利.

What does something of its own and is called by a mark is a company, with a trade behind the mark or without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.companies.likeness import NO, likeness, subject_ends
from kg.recognize.recognisers.companies.mark_and_trade import is_mark_and_trade
from kg.recognize.text.phrase import CLAUSE_ENDS
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_MAKES = ("做", "专做", "主做", "主攻", "专攻", "主营", "专注", "生产", "主打")
MAKES = sign(words=_MAKES, plain_words=True)
_FURTHEST = 8  # tokens of what is made
_LONGEST = 5  # … of the name
_NO_GOODS = re.compile("生意|工作|好|大|强|优|事|官|人|客|主|梦|功课")


def companies_by_making(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies of a sentence behind what they make."""
    for make in [i for i, token in enumerate(tokens) if token.signs & MAKES]:
        of = next((i for i in range(make + 2, min(make + _FURTHEST, len(tokens))) if tokens[i].text == "的"), None)
        if of is None or any(t.text in CLAUSE_ENDS or t.kind in ("time", "Company") for t in tokens[make + 1 : of]):
            continue
        if len(tokens[make + 1].text) < 2 and of == make + 2 or _NO_GOODS.search(tokens[make + 1].text):
            continue
        ends = [
            stop
            for stop in range(of + 2, min(of + 1 + _LONGEST, len(tokens)) + 1)
            if _ends(tokens, stop) and (likeness(tokens, of + 1, stop) != NO or is_mark_and_trade(tokens, of + 1, stop, True))
        ]
        if ends:
            yield Candidate(tokens[of + 1].start, tokens[max(ends) - 1].end, "Company", "list.company-making", True)


def _ends(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a name ends in front of a token: as a subject does, or in a list."""
    return subject_ends(tokens, stop) or tokens[stop].text in ("、", "和", "与")
