"""Where a name begins: noun phrases walked leftwards from their head, word by word.

The border is decided by the grammar (word lists in ``lexicon/borders.yaml`` and parts of speech), not by how far a
pattern reaches: neither 加快推进小鹏汽车 nor 鹏汽车 is a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.lexicon import words
from kg.recognize.text.phrase import (
    BREAK,
    COUNTED,
    EDGE,
    GENERIC,
    INSIDE,
    LISTED,
    LONGEST_NAME,
    MAY_BE_INSIDE,
    MEMBER_ENDS,
    PART_JOINTS,
    ROUTES,
    TRADES,
    VOLTS,
    ends_names,
    inside,
    is_proper,
)
from kg.recognize.text.signs import Word, sign
from kg.recognize.text.tokens import Token, known_word

_ORDINAL_WORD = re.compile(r"^(?:第[一二三四五六七八九十\d]+[个家座条批]?|首[个家座条批款]|[亚全世].*首[个家座])$")
_OPENING, _CLOSING = {"（": "）", "“": "”", "‘": "’"}, {"）": "（", "”": "“", "’": "‘"}


def _describing(word: Word) -> bool:
    """Whether a word at the left edge of a name only describes (重点, 全市) or acts (推动), whatever follows."""
    if word.kind == "punctuation":
        return word.text not in _OPENING
    if word.kind not in ("word", "quantity"):
        return False
    if word.text in ("级", "型", "化", "个", "级的", "内"):
        return True
    return word.kind == "word" and (
        word.tag == "r"
        or word.tag in _VERBS
        and word.text in BREAK
        or word.text in EDGE
        or word.text[0] in "第首亚全世"
        and bool(_ORDINAL_WORD.match(word.text))
    )


_VERBS = ("v", "vn", "vd")
_DESCRIBES = sign(_describing)
_IS_VERB = sign(lambda word: word.kind == "word" and word.tag in _VERBS and known_word(word.text))  # the segmenter guesses what unknown words are
# words that a walk to the left edge of a name looks at twice
_LOOKED_AT = sign(words=(*_CLOSING, "至", "到", "和", "与", "及", "—", "–", "——", "好"))


def _bracketed(tokens: Sequence[Token], closing: int) -> int | None:
    """The opening bracket that belongs to a closing one, if what they hold is short enough for a part of a name."""
    opening = _CLOSING[tokens[closing].text]
    for i in range(closing - 1, -1, -1):
        if tokens[closing].start - tokens[i].end > 14:
            return None
        if tokens[i].text == opening:
            return i if i < closing - 1 else None
        if tokens[i].text in "，。；！？" and tokens[closing].text == "）":
            return None
        if tokens[i].text == "、" and tokens[closing].text == "）" and not tokens[i - 1].kind == tokens[i + 1].kind == "District":
            return None  # but 中国（苏州、厦门）跨境电商综合试验区
    return None


_NO_MARKS = BREAK | EDGE


def start_of(tokens: Sequence[Token], head: int, floor: int = 0) -> int:
    """Walk left from a head to the first token of its name.

    :param tokens: one sentence
    :param head: position of the first token of the head; it belongs to the name
    :param floor: no further left than this position
    :returns: position of the name's first token, its left edge trimmed; ``head`` itself if nothing belongs in front
    """
    first = head
    limit = tokens[head].end - LONGEST_NAME
    while first > floor and tokens[first - 1].start >= limit:
        if tokens[first - 1].signs & (MAY_BE_INSIDE | _LOOKED_AT) == MAY_BE_INSIDE:
            first -= 1
            continue
        further = _further_left(tokens, first, head, floor)
        if further is None:
            break
        first = further
    if floor < first < head and tokens[first].text in _WATERS_AND_HILLS and _is_called_by_a_verb(tokens, first):
        return first - 1
    return trim(tokens, first, head)


def _further_left(tokens: Sequence[Token], at: int, head: int, floor: int) -> int | None:
    """Where a name goes on to the left of a token, over a word that is not inside a name everywhere; None if it begins there."""
    before, further = tokens[at - 1], tokens[at - 2] if at - 2 >= floor else None
    if before.text == "好" and further is not None and further.tag[:1] == "v":
        return None  # 建设好云岭医院
    if before.text in _CLOSING:
        return _in_front_of_brackets(tokens, at, floor)
    if before.text in ("至", "到") and further is not None and _is_of_a_route(tokens, at, head, floor):
        end = _end_of_a_route(tokens, at - 2, floor)
        if end is not None:
            return end  # 扎麻隆至倒淌河高速公路
    if before.text in PART_JOINTS and at - 1 > floor and _joins_parts(tokens, at - 1, floor):
        return at - 1
    if before.text == "——" or before.text in ("—", "–") and at >= 2 and tokens[at - 2].text == before.text:
        return None
    if further is not None:
        if before.text in _LEFT_OF_MARKS and further.kind == "District" and _is_unknown(tokens[at]):
            return at - 1  # 晨州得尔岭光电…: what the segmenter left of a mark
        if before.text in VOLTS and further.tag == "m":
            return at - 2  # 乌山750千伏输变电工程
        if before.tag == "q" and before.kind == "word" and further.kind == "word" and further.tag == "n":
            return at - 1  # 外延片: no measure, where a noun stands in front of it
    return at - 1 if inside(before) else _listed_further_left(tokens, at - 1, floor)


def _is_unknown(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > 1 and not known_word(token.text)


def _in_front_of_brackets(tokens: Sequence[Token], at: int, floor: int) -> int | None:
    """Where a name goes on with brackets or a quotation that end in front of a token, and the word mark in front of a bracketed place."""
    if tokens[at - 1].text == "”" and tokens[at].text == "“":
        return None  # “甲”“乙”工程: two names
    opening = _bracketed(tokens, at - 1)
    if opening is None or opening < floor:
        return None
    mark = tokens[opening - 1] if opening > floor else None
    if mark is not None and tokens[opening].text == "（" and mark.kind == "word" and 2 <= len(mark.text) <= 4 and mark.text not in _NO_MARKS:
        return opening - 1  # whatever its part of speech
    return opening


def _is_of_a_route(tokens: Sequence[Token], at: int, head: int, floor: int) -> bool:
    """Whether 至 in front of a token stands between the ends of a route: the name, or what is in front of its first end, is one's."""
    if any(t.text.endswith(ROUTES) or t.text == "线" for t in tokens[at : head + 1]):
        return True
    return at - 3 >= floor and tokens[at - 3].text.endswith(ROUTES)


_WATERS_AND_HILLS = frozenset("湖 河 山 岭 湾 岛 溪 洲 坝 峪 沟 渠 塘".split())


def _is_called_by_a_verb(tokens: Sequence[Token], water: int) -> bool:
    """Whether what a lake or a hill is called is a verb elsewhere (相思 in 相思湖片区): no name begins with its noun."""
    called = tokens[water - 1]
    acts = water == 1 or tokens[water - 2].kind == "punctuation" or ends_names(tokens[water - 2])
    return called.kind == "word" and called.tag[:1] in ("v", "m", "a", "d") and len(called.text) == 2 and called.text not in _NO_MARKS and acts


_LEFT_OF_MARKS = frozenset("达得聚优正")


def _end_of_a_route(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """Where the end of a route begins in front of 至: a place, also with what it is called besides in brackets (云州（龙沱）至松州铁路)."""
    if tokens[i].text == "）" and i - 3 >= floor and tokens[i - 2].text == "（":
        place = tokens[i - 3]
        return i - 3 if place.kind == "District" or place.is_first_a_place else None
    return i if _may_end_a_route(tokens[i]) else None


def _may_end_a_route(token: Token) -> bool:
    """Whether a token may be one end of a road or railway: a place, or a word that is no verb."""
    return (
        token.kind in ("District", "Park")
        or token.kind == "word" and len(token.text) == 2 and not known_word(token.text)
        or token.is_first_a_place
        or token.kind == "word"
        and not ends_names(token)
        and len(token.text) >= 2
        and token.tag[:1] in ("n", "j")
    )


def _listed_further_left(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """A verb inside a name that a listed name opens (阿斯利康吸入气雾剂生产基地, 力合（佛山）科技园): where that name begins."""
    for j in range(i, max(floor - 1, i - 5), -1):
        token = tokens[j]
        if token.kind in ("Company", "Park", "Organization", "District"):
            return j if j < i else None
        if token.text.endswith(("公司", "集团")) and tokens[i].text in ("开发", "勘探"):
            named = j > floor and tokens[j - 1].kind != "punctuation" and inside(tokens[j - 1])
            return j if named else None  # 湛岭矿业公司钒矿开发项目
        if (
            token.kind != "word"
            and token.text not in "（）"
            or ends_names(token)
            or COUNTED.match(token.text)
            or token.tag in ("c", "p", "r", "uj", "ul", "d", "u", "t")
        ):
            return None
    return None


_WHOLE = ("段", "线", "期", *sorted(words("heads", "Park") | words("heads", "Project") | words("heads", "Organization")))


def _joins_parts(tokens: Sequence[Token], joint: int, floor: int) -> bool:
    """Whether 和 stands inside a name (歌尔虚拟现实整机和光学模组项目): common nouns on both sides, a listed name in front of them."""
    right = tokens[joint + 1]
    if is_proper(right) or right.kind in LISTED and right.kind != "Industry" or right.text in GENERIC and right.text not in INSIDE:
        return False
    if tokens[joint - 1].text.endswith(_WHOLE):
        return False
    for i in range(joint - 1, max(floor - 1, joint - 6), -1):
        token = tokens[i]
        if (
            token.kind in ("Company", "Organization", "Park")
            or token.kind == "quantity"
            and inside(token)
            or token.kind == "District"
            and i == joint - 2
        ):
            return i < joint - 1
        if i < joint - 1 and _opens_with_a_mark(tokens, i, floor):
            return True
        if not inside(token):
            return False
    return False


def _opens_with_a_mark(tokens: Sequence[Token], i: int, floor: int) -> bool:
    """Whether a mark that no dictionary has, or one in front of a company's trade, stands where a name begins: 湛朗柔性玻璃镀膜与模组项目."""
    token, before = tokens[i], tokens[i - 1] if i > floor else None
    return (
        token.kind == "word"
        and 2 <= len(token.text) <= 4
        and is_proper(token)
        and token.tag != "eng"
        and (not known_word(token.text) or tokens[i + 1].text in TRADES and token.tag in ("nz", "nr", "nrt"))
        and (before is None or before.text in MEMBER_ENDS or before.kind == "word" and ends_names(before))
    )


_RANKED = frozenset("重大项目 重点项目 重大工程 重点工程 标志性项目 龙头项目".split())
_SUM = re.compile(r"\d[\d.]*亿元?[投建砸]?")
_STAYING = frozenset("在 驻 留 赴 来 旅".split())  # in front of the one character that a place goes by


def trim(tokens: Sequence[Token], first: int, head: int) -> int:
    """Take words off the left edge that only describe (重点, 全市) or act (推动): the name begins behind them."""
    ranked = next((i for i in range(head - 1, first - 1, -1) if tokens[i].text in _RANKED), None)
    if ranked is not None and ranked + 1 < head:
        first = ranked + 1  # 晨州市重大项目凯宇玻璃生产线
    while first < head:
        token = tokens[first]
        if token.tag == "m" and token.kind == "word" and first + 1 < head and _SUM.match(token.text + tokens[first + 1].text):
            first += 2  # 305亿建晨帆电池产业园, in a headline
            continue
        if token.text == "含" and first and tokens[first - 1].text == "（":
            first += 1  # （含云岭水库扩建）
            continue
        if first and len(token.text) == 1 and token.tag in ("j", "ns") and tokens[first - 1].text in _STAYING:
            first += 1  # 在沪跨国公司地区总部
            continue
        if token.text == "经济" and tokens[first + 1].text.startswith("技术"):
            break  # 经济技术开发区（晨州区）产业园
        if not (token.signs & _DESCRIBES or token.signs & _IS_VERB and token.text != "环" and is_proper(tokens[first + 1])):
            break
        first += 1
    return first
