"""Takes the end of a list of roads and railways, proposes those that are named after their ends: 晨州至松州、云州至湛州至海州等12条高速公路.

Beside such a road its ends say that it is one, so that a name of an end may be any word; half of the ends must be places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.phrase import ANDS, CLAUSE_ENDS, PHASE, ROUTES, ends_names, text_of
from kg.recognize.text.tokens import Token

_TO = frozenset("至 — –".split())
_LED_FROM = _TO | frozenset("从 由 自 经 到".split())
_NOUNS = (*ROUTES, "通道", "大桥", "隧道")
_NO_ENDS = ("m", "p", "c", "u", "r", "q")  # parts of speech of words that are none
_SHORTEST, _LONGEST = 2, 6  # characters of an end


def routes_between(tokens: Sequence[Token], last: int, noun: str, rule: str, whole: bool = False) -> Iterator[Candidate]:
    """The roads of a list that are named after their ends.

    :param last: the last token of the list
    :param noun: what their full names end in, "" if the list does not say
    :param whole: whether the noun stands right behind the last member
    """
    found = []
    stop = last + 1
    while stop > 0:
        first, separated = _piece(tokens, stop)
        route = _route(tokens, first, stop, separated)
        if route is not None:
            found.append((*route, stop))
        if not separated:
            break
        stop = first - 1
    ends = [_is_place(tokens[i]) for begin, tos, stop in found for i in (begin, *(to + 1 for to in tos))]
    if not found or 2 * sum(ends) < len(ends):
        return
    for begin, _, stop in found:
        if whole and stop == last + 1:
            yield Candidate(tokens[begin].start, tokens[stop].end, "Project", rule, True)
            continue
        phased = PHASE.fullmatch(tokens[stop - 1].text)
        yield Candidate(tokens[begin].start, tokens[stop - 1].end, "Project", rule, False, "" if phased else noun)


def _piece(tokens: Sequence[Token], stop: int) -> tuple[int, bool]:
    """The first token of what stands between two 、, and whether one stands in front."""
    bracket = None
    for i in range(stop - 1, -1, -1):
        if bracket is not None and i >= bracket:
            continue
        if tokens[i].text == "）" and (opening := _stretch(tokens, i)) is not None:
            bracket = opening
            continue
        if tokens[i].text == "、" or tokens[i].text in ANDS:
            return i + 1, True
        if tokens[i].text in CLAUSE_ENDS or tokens[i].text in ("“", "”", "（", "）", "等"):
            return i + 1, False
    return 0, False


def _stretch(tokens: Sequence[Token], closing: int) -> int | None:
    """The bracket that opens in front of the stretch or branch of a road that is told of, as in 晨州至松州（云岭段）."""
    if not tokens[closing - 1].text.endswith(("段", "支线", "连接线")):
        return None
    return next((i for i in range(closing - 2, max(closing - 6, 0), -1) if tokens[i].text == "（"), None)


def _route(tokens: Sequence[Token], first: int, stop: int, separated: bool) -> tuple[int, list[int]] | None:
    """Where a road begins in a piece that it ends, and where its 至 stand; None if the piece is none."""
    if not separated:
        first = next((i + 1 for i in range(stop - 1, first - 1, -1) if tokens[i].text not in _TO and tokens[i].kind == "word" and ends_names(tokens[i])), first)
    tos = [i for i in range(first + 1, stop - 1) if tokens[i].text in _TO and tokens[stop - 1].text != "）" or tokens[i].text == "至"]
    if not tos:
        return None
    begin = first
    if not separated:  # the verb stands in the piece
        begin = tos[0]
        while begin > first and tokens[tos[0] - 1].end - tokens[begin - 1].start <= _LONGEST and _may_be_in_an_end(tokens[begin - 1]):
            begin -= 1
            if tokens[begin].kind in ("District", "Park"):
                break
    if begin and not separated and not (tokens[begin - 1].text in CLAUSE_ENDS or ends_names(tokens[begin - 1]) and tokens[begin - 1].text not in _LED_FROM):
        return None  # 国道104线甲县至乙镇段 begins further left; 从甲至乙 is a stretch of something else
    if tokens[stop - 1].text.endswith(_NOUNS):
        return None  # 甲至乙高速公路 has its noun
    stretch = _stretch(tokens, stop - 1) if tokens[stop - 1].text == "）" else None
    borders = [begin - 1, *tos, stop if stretch is None else stretch]
    for left, right in zip(borders, borders[1:]):
        size = len(text_of(tokens, left + 1, right - 1)) if right > left + 1 else 0
        if not _SHORTEST <= size <= _LONGEST + 2 or not all(_may_be_in_an_end(t) or PHASE.fullmatch(t.text) for t in tokens[left + 1 : right]):
            return None
    return begin, tos


def _is_place(token: Token) -> bool:
    return token.kind in ("District", "Park") or token.is_first_a_place


def _may_be_in_an_end(token: Token) -> bool:
    if token.kind == "word" and ends_names(token):
        return False
    return _is_place(token) or token.kind == "word" and token.tag[:1] not in _NO_ENDS
