"""Takes a member of a list of industries, proposes it, or the two that 和 joins in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.fronts import MARK_TAGS
from kg.recognize.recognisers.industries.industries import NO_FIRST, TOO_GENERAL, TRADE_NOUNS
from kg.recognize.recognisers.industries.trades import is_known_trade, may_be_trade
from kg.recognize.recognisers.lists.by_itself import own_class
from kg.recognize.text.phrase import GENERIC, INSIDE, LIST_JOINTS, PART_JOINTS, ends_names, is_trade, text_of
from kg.recognize.text.tokens import Token

_VERB_TAGS = ("v", "vn", "vd", "l")
_LEADS_TO = words("lists", "leads_to_industries")
_AROUND = frozenset("东部 中部 西部 东部地区 西部地区 中部地区 地区 沿海 沿海地区".split())  # where the industries of a list come from


def industries_of(tokens: Sequence[Token], first: int, stop: int, rule: str) -> Iterator[Candidate]:
    """A member of a list of industries: short, without verb, place, company or number."""
    if tokens[first].text == "“" and tokens[stop - 1].text == "”":
        first, stop = first + 1, stop - 1
    first = _behind_where_and_how(tokens, first, stop)
    joint = _joint(tokens, first, stop)
    if joint is not None and is_known_trade(tokens, joint + 1, stop - 1):
        yield from industries_of(tokens, first, joint, rule)
        yield from industries_of(tokens, joint + 1, stop, rule)
        return
    if (
        stop - first == 2
        and tokens[first].kind == "word"
        and tokens[stop - 1].kind == "Industry"
        and len(tokens[stop - 1].text) >= 4
        and tokens[first].tag in ("n", "v", "vn", "d")
    ):
        first += 1
    if _may_be_industry(tokens, first, stop):
        yield Candidate(tokens[first].start, tokens[stop - 1].end, "Industry", rule, False)


def _behind_where_and_how(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where a member begins behind its place and what is done with it."""
    while (
        first < stop - 1
        and tokens[first].kind in ("District", "word")
        and tokens[first].is_first_a_place
        and tokens[first].text not in GENERIC
        and (tokens[first].kind == "District" or tokens[first].tag in MARK_TAGS)
    ):
        first += 1  # 南海氢能: the place in front is a place
    while first < stop - 1 and (tokens[first].text in _AROUND or tokens[first].text in words("heads", "Park")):
        first += 1  # 东部地区纺织服装, 经开区先进装备
    while first < stop - 1 and (
        ends_names(tokens[first])
        and tokens[first].text not in INSIDE
        or tokens[first].text in NO_FIRST
        and (tokens[first].tag in _VERB_TAGS or tokens[first + 1].text in NO_FIRST)
    ):
        first += 1  # 继续抓好温泉旅游, 融合升级航运经纪
    if first and tokens[first - 1].text not in LIST_JOINTS:
        first = next((i + 1 for i in range(stop - 2, first - 1, -1) if tokens[i].text in _LEADS_TO), first)  # 资金重点投向先进制造
    return first


def _joint(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The 和 that joins two industries in one member."""
    for i in range(first + 1, stop - 1):
        if tokens[i].text not in PART_JOINTS:
            continue
        if is_trade(tokens[i - 1]) and is_trade(tokens[i + 1]):
            return i
        listed = tokens[i].start - tokens[first].start > 2 and tokens[first - 1].text == "、"
        if listed and may_be_trade(tokens, first, i - 1) and may_be_trade(tokens, i + 1, stop - 1):
            return i
    return None


def _may_be_industry(tokens: Sequence[Token], first: int, stop: int) -> bool:
    text, inner = text_of(tokens, first, stop - 1), tokens[first:stop]
    if len(text) > 14 or "+" in text or "向" in text.replace("方向", ""):
        return False  # 互联网+, 跨境电商+产业带, 碳基向光伏: where one leads to
    if any(t.kind in ("quantity", "time", "Company", "District", "Park", "Project") or t.text in ("的", "个") for t in inner):
        return False
    if own_class(tokens, first, stop) is not None or text in TOO_GENERAL or text in GENERIC and not is_trade(inner[0]):
        return False
    if all(t.text in GENERIC and t.hit is None for t in inner):
        return False
    if stop - first == 1 and inner[0].kind == "word" and inner[0].tag.startswith(("v", "r", "m", "d")) and inner[0].hit is None:
        return False
    listed = any(is_trade(t) or any(e.cls == "Industry" for e in t.entries) for t in inner)
    return listed or text.endswith(TRADE_NOUNS)
