"""Takes the tokens of a sentence, proposes companies by the goods that a list tells of each: 晨正的聚丙烯、伊岭科的碳五树脂、东沐化学的环保树脂.

Whose goods are told one by one are companies, if what they have are things, and each owner is called like one; one alone if it is called by a mark and a trade.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.companies.likeness import NO, SURELY, likeness
from kg.recognize.recognisers.companies.placed_marks import OF
from kg.recognize.recognisers.products.things import ends_as_a_thing
from kg.recognize.text.phrase import CLAUSE_ENDS, MEMBER_ENDS, is_trade, text_of
from kg.recognize.text.tokens import Token

_LONGEST, _GOODS = 5, 6  # tokens of an owner, of what it has
_HAS = frozenset("订单 招牌 车间 厂房 产线 生产线 高炉 窑炉".split())
_JOINTS = ("、", "和", "与")


def owners_of_goods(tokens: Sequence[Token], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The owners in lists of goods that no other recogniser proposes as companies."""
    spans = {(c.start, c.end) for c in found if c.cls == "Company"}
    owned = [pair for of, token in enumerate(tokens) if token.signs & OF and (pair := _owner(tokens, of, spans)) is not None]
    for first, stop, end, like in owned:
        beside = [o for o in owned if o[0] == end + 1 and end < len(tokens) and tokens[end].text in _JOINTS or o[2] + 1 == first and tokens[o[2]].text in _JOINTS]
        if like == SURELY or len(beside) and (len(owned) > 2 or any(o[3] == SURELY for o in beside)):
            if (tokens[first].start, tokens[stop - 1].end) not in spans:
                yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "list.company-owner", True)


def _owner(tokens: Sequence[Token], of: int, spans: set[tuple[int, int]]) -> tuple[int, int, int, int] | None:
    """Who stands in front of 的 from the beginning of a member of a list, and has things: a half-open range, the end of what it has, and how like a company it is."""
    first = of
    while first and tokens[first - 1].text not in MEMBER_ENDS and tokens[first - 1].text not in _JOINTS and of - first < _LONGEST:
        first -= 1
    if first == of or first and tokens[first - 1].text not in MEMBER_ENDS and tokens[first - 1].text not in _JOINTS:
        return None
    like = likeness(tokens, first, of, spans)
    end = _end_of_goods(tokens, of + 1)
    return None if like == NO or end is None else (first, of, end, like)


def _end_of_goods(tokens: Sequence[Token], first: int) -> int | None:
    """Where the things end that begin at a token."""
    for stop in range(first + 1, min(first + _GOODS, len(tokens)) + 1):
        behind = tokens[stop] if stop < len(tokens) else None
        ends = behind is None or behind.text in CLAUSE_ENDS or behind.text in _JOINTS or behind.kind == "word" and behind.tag[:1] in ("v", "d", "p")
        if ends:
            text = text_of(tokens, first, stop - 1)
            goods = ends_as_a_thing(text) or tokens[stop - 1].text in _HAS or is_trade(tokens[stop - 1])
            return stop if goods else None
    return None
