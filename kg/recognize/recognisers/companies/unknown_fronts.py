"""Takes the name of a project that no listed company opens, gives the mark in front of what is made there: 凯创 in 凯创先进封装项目, 辰通鑫厦 in 辰通鑫厦蓝宝石三期.

The mark is no word of the dictionary and in no table, and what stands behind it are ordinary words, none of them of public works: what towns and
hills have built in their names is told by its head noun or field (``lexicon/lists.yaml``, ``developers.yaml``).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognize.gazetteer import Gazetteer
from kg.recognize.lexicon import words
from kg.recognize.home import Home
from kg.recognize.recognisers.companies.developers import NO_MARK, PART_OF_A_PROVINCE, may_develop
from kg.recognize.recognisers.companies.fronts import INFRASTRUCTURE, PHASE, PUBLIC, TECHNOLOGIES, WATER_LED
from kg.recognize.recognisers.places.far_places import is_far
from kg.recognize.recognisers.products.things import ends_as_a_thing
from kg.recognize.text.phrase import ALL_TRADES, GENERIC, PLAIN, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word

_HEADS = frozenset("项目 生产线 产线 工厂 生产基地 扩产 技改 总部".split())
_OF_PLACES = tuple(words("developers", "trades_of_places"))
_AREAS = words("heads", "Park") | {"新区", "片区", "园", "城", "区", "小镇", "中心"}
_NO_MARKS = PLAIN | ALL_TRADES
_NO_TAGS = ("m", "t", "c", "p", "uj", "ul", "d", "f", "s", "r", "eng", "l", "i", "v", "vn")
_ENLARGED = frozenset("产能 扩建 扩能 扩产 扩容 技改 改造 升级 置换 提升".split())
_LONGEST = 4  # characters of a mark


def unknown_front(tokens: Sequence[Token], first: int, stop: int, home: Home, gazetteer: Gazetteer, listed: bool) -> tuple[int, int] | None:
    """The mark at the front of a project's name, behind its places.

    :param first, stop: half-open range of the name
    :param listed: whether a list says that it is a project, so that its field may end it, and its mark may be a place far away: 德威智能制造
    :returns: half-open range of tokens
    """
    text = text_of(tokens, first, stop - 1)
    headed = tokens[stop - 1].text in _HEADS or PHASE.fullmatch(tokens[stop - 1].text)
    if not (headed or listed) or PUBLIC.search(text) or WATER_LED.match(text):
        return None
    while first < stop and tokens[first].kind in ("District", "Park"):
        first += 1
    if first == stop:
        return None
    end = first + (listed and _is_far_place(tokens[first], home, gazetteer))
    while (
        end < stop
        and (_is_unknown(tokens[end]) or end == first and _is_unlisted_here(tokens[end], home, gazetteer))
        and tokens[end].end - tokens[first].start <= _LONGEST
    ):
        end += 1
    if end == first > 0 and tokens[first - 1].kind == "District" and _are_two_of_a_mark(tokens, first, stop):
        end += 2
    head = stop
    while head > end and (tokens[head - 1].text in _HEADS or PHASE.fullmatch(tokens[head - 1].text)):
        head -= 1
    if end == head and end - first == 2:
        end -= 1  # 永沣钢焦项目: what is made is no word of the dictionary, too
    mark, field = text_of(tokens, first, end - 1) if end > first else "", tokens[end:head]
    if not 2 <= len(mark) or not field or known_word(mark) and not listed or mark in TECHNOLOGIES or NO_MARK.search(mark):
        return None
    if ends_as_a_thing(mark) or PART_OF_A_PROVINCE.fullmatch(mark) or mark.isascii() or mark.endswith("链") or all(t.text in GENERIC for t in field):
        return None
    if any(
        t.kind not in ("word", "Industry", "Product") or len(t.text) == 1 or t.text in _AREAS or t.text in INFRASTRUCTURE or t.text.endswith(_OF_PLACES)
        for t in field
    ):
        return None
    if not headed and not any(map(is_trade, field)):
        return None
    if not may_develop(tokens, first, end, stop):
        return None
    alone = len(field) == 1 and PHASE.fullmatch(tokens[stop - 1].text)
    enlarged = len(field) > 1 and all(t.text in _ENLARGED for t in field[1:])
    closes = field[0].text in ALL_TRADES and (alone or not is_trade(field[0]) and (enlarged or any(map(is_trade, field[1:]))))
    return first, end + bool(closes)  # 恒沃座椅 in 恒沃座椅产能扩建项目, 博鑫电路 in 博鑫电路二期, 凯筑轨道 in 凯筑轨道新能源客车项目


def _are_two_of_a_mark(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the segmenter cut a mark of three characters into one and two, whatever they are by themselves: 瑞|丰达, 固|特德."""
    one, two = tokens[first], tokens[first + 1] if first + 2 < stop else None
    return (
        two is not None
        and sorted((len(one.text), len(two.text))) == [1, 2]
        and all(t.kind == "word" and t.hit is None and t.tag not in _NO_TAGS and t.text not in _NO_MARKS for t in (one, two))
        and any(t.tag in ("nr", "nrt", "ns", "nz", "j", "g", "a") for t in (one, two) if len(t.text) == 2)
        and not known_word(one.text + two.text)
    )


def _is_unknown(token: Token) -> bool:
    """Whether no dictionary and no table has a word."""
    return token.hit is None and _may_be_a_mark(token) and not known_word(token.text)


def _is_unlisted_here(token: Token, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether no dictionary has a word, and the places of that name are far away."""
    return _may_be_a_mark(token) and not known_word(token.text) and _is_a_place_far_away(token, home, gazetteer)


def _is_far_place(token: Token, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether a name that the dictionary has is one of places far away alone."""
    return _may_be_a_mark(token) and len(token.text) == 2 and token.tag in ("ns", "nr", "nz", "nt") and _is_a_place_far_away(token, home, gazetteer)


def _is_a_place_far_away(token: Token, home: Home, gazetteer: Gazetteer) -> bool:
    return token.hit is not None and all(e.cls == "District" for e in token.hit.entries) and is_far(token, home, gazetteer)


def _may_be_a_mark(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > 1 and token.tag not in _NO_TAGS and token.text not in PLAIN and not is_trade(token)
