"""Takes the tokens of a sentence, proposes industries that a place builds up, by the words around them: 培育民宿旅游、体育健身等旅游业态, 重点发展跨境金融、特色金融,
推进航空、新能源客车4个产业基地建设, “3”指智能家电、高端装备, 打造全国铝精深加工基地, 电子信息重点抓好…项目.

The frame says what its members are, so that one that no list has is an industry, too, beside one that is known for a trade or ends like one. What a
government provides (教育, 养老) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, ordered
from kg.recognize.recognisers.industries.industries import NO_FIRST
from kg.recognize.recognisers.industries.trades import is_known_trade, may_be_trade, span
from kg.recognize.text.phrase import ANDS, INSIDE, between, ends_names, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word, positions, unbroken
from kg.triggers import Expressions

_BUILDS, _DEVELOPS = any_of("industries", "builds_up"), any_of("industries", "develops")
_LIST = r"(?P<list>[^，。；：“”的等]{1,80}?[、和与及][^，。；：“”的等]{1,80}?)"
_SOME = r"(?P<list>[^，。；：“”的等\d]{2,40}?)"
_ONE = r"(?P<list>[^，。；：“”的等、\d]{2,14}?)"
_COUNT = r"(?:[两二三四五六七八九十]+|\d+)[个条大项]"
_SIZE = r"(?:(?:千|百|万|十)亿元?级?)?"
_KIND = any_of("industries", "kinds_of_industries") + "*"
_HEADS = any_of("industries", "list_heads")
_HEAD = _HEADS + r"(?!园|基金|工人|项目|大会|联盟|协会|人才|政策|发展政策|互联网|企业|学院|研究|扶贫)"
_FIELD = r"(?:行业|领域|服务业|贸易)(?=[，。；、]|发展|加快|$)"
_END = r"(?=[，。；]|$)"
_THRIVES = r"等?(?:产业|行业)?(?:加快|蓬勃|快速|健康|集聚|融合|迅速|加速|集群)发展"
_BASES = r"(?:产业|制造业?|生产|研发|加工)*(?:关键环节|重要|示范|先进|创新|全球|特色|新型|制造|生产|产业|研发)*(?:基地|高地|专区|集聚区)(?=[，。；]|建设|$)"
_LEVEL = any_of("industries", "levels") + "*"
_CALLED = r"(?:产业集群|产业|全产业链)(?=[，。；]|$|发展|建设|提质)"
_DONE = any_of("industries", "acted_on")
_AS = any_of("industries", "pillars")

BUILT_UP_SIGNS = sign(
    ends=tuple("产业 业态 赛道 集群 行业 领域 服务业 贸易 方向 基地 高地 专区 集聚区 体系 发展 培育 壮大 做强 做优 做大 布局 指 即 重点 之一 引领 支撑".split())
)


class _Frame(NamedTuple):
    """Words around industries."""

    pattern: re.Pattern[str]
    share: float  # of the members of its list have to be known for trades, one at least


def _frame(pattern: str, share: float) -> _Frame:
    return _Frame(re.compile(pattern), share)


_FRAMES = (
    _frame(rf"{_BUILDS}(?:了|出|起)?{_LIST}等?(?:{_COUNT})?{_SIZE}{_KIND}{_HEAD}", 0.01),  # 培育民宿旅游、体育健身等旅游业态
    _frame(rf"{_DEVELOPS}(?:了|出|起)?{_LIST}等?(?:{_COUNT})?{_SIZE}{_KIND}{_FIELD}", 0.3),
    _frame(rf"(?:^|[，。；：]){_LIST}等?{_COUNT}{_SIZE}{_KIND}(?:{_HEAD}|主攻方向|方向(?!发)|领域)", 0.3),  # 推进航空、客车4个产业基地
    _frame(rf"{_DEVELOPS}{_LIST}{_END}", 0.5),  # 发展跨境金融、资金管理
    _frame(rf"”(?:是)?[指即]{_LIST}{_END}", 0.5),  # “3”指智能家电、高端装备
    _frame(rf"以{_LIST}等?(?:产业)?为{_AS}(?:的[^，。；、]{{0,12}}(?:产业|体系|集群|经济)|，[^，。；、]{{0,12}}产业)", 0.5),
    _frame(rf"以(?P<list>[^，。；：“”的等、]{{2,10}}?(?:经济|电力|算力|制造|材料|旅游|物流|农业|化工|能源))(?:产业)?为{_AS}(?:的|，)", 1),
    _frame(rf"(?:^|[，。；：]|推动|促进|支持){_LIST}{_THRIVES}", 0.5),  # 推动电子竞技、社交电商等健康发展
    _frame(rf"{_BUILDS}{_SIZE}{_ONE}{_CALLED}", 1),  # 做强文化旅游产业
    _frame(rf"{_BUILDS}(?P<list>[^，。；：“”的等、\d]{{2,10}}(?:制造|种养|加工|养殖|种植|服务|物流)业)(?=[，。；]|发展|$)", 1),
    _frame(rf"(?:大力|加快|重点|积极|集聚|优先|着力)发展{_ONE}{_END}", 1),  # 大力发展特色会展
    _frame(rf"(?:^|[。；]){_ONE}重点{_DONE}", 1),  # 电子信息重点抓好…项目
    _frame(rf"(?:^|[。；]){_ONE}(?:产业集群|产业)，{_DONE}", 1),  # 林产品加工产业，发展…
    _frame(rf"(?:^|[，。；]){_ONE}是[^，。；是]{{0,10}}(?:培育|打造|发展)的[^，。；]{{0,10}}(?:产业集群|产业|集群|赛道)之一", 1),
    _frame(rf"{_BUILDS}(?:一批)?{_LEVEL}{_SOME}{_BASES}", 1),  # 打造全国铝精深加工重要基地
)
_PATTERNS = Expressions(*(frame.pattern for frame in _FRAMES))
_SEPARATOR = re.compile("、")
_TAIL = re.compile("(?:世界级|国家级|[千百万]亿级|(?:设计|研发|研制)[和、]?(?:制造|智造|生产)|产业集群|集群|(?:相关)?产业|产业发展|高新?技术|产业化)$")  # 商业卫星研发智造
_SIZES = re.compile("(?:[千百万十]亿元?)?级?|世界级|国家级|全球|全国|世界|省级|国际|国内|一流|领先|重要|主要|规模化")
_COUNTED = re.compile(f"(?:{_COUNT}{_SIZE}{_KIND}(?:产业链条?|产业集群|产业|集群)?|首位)$")  # 生命健康两大支柱
_MEASURED = re.compile("[千百万十]亿|瓦时|吉瓦|兆瓦|[两三四五六七八九十]大|[A-Z]级|供应链$")
_PARTS = ("零部件", "零配件", "配件", "配套", "部件", "耗材")  # 汽车及零部件 is one
_PROVIDED = tuple(ordered("industries", "provided"))


def built_up(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Industries of a sentence that it says are built up."""
    base, text = tokens[0].start, unbroken(tokens)
    if text is None:
        return
    borders: tuple[dict[int, int], dict[int, int]] | None = None
    for i, match in _PATTERNS.finditer(text):
        borders = borders or positions(tokens)
        members = list(_members(tokens, match["list"], base + match.start("list"), *borders))
        found = [member for member in members if member is not None and _may_be_built_up(tokens, *member)]
        known = sum(is_known_trade(tokens, *member) for member in found)
        if known and 3 * len(found) >= 2 * len(members) and known >= _FRAMES[i].share * len(members):
            for first, last in found:
                yield Candidate(tokens[first].start, tokens[last].end, "Industry", "industry.said-to-be-built-up", False)


def _may_be_built_up(tokens: Sequence[Token], first: int, last: int) -> bool:
    joint = next((i for i in range(first + 1, last) if tokens[i].text in ANDS), None)
    if joint is not None:  # 摩托车及零配件
        return _may_be_built_up(tokens, first, joint - 1) and (
            text_of(tokens, joint + 1, last) in _PARTS or _may_be_built_up(tokens, joint + 1, last)
        )
    text = text_of(tokens, first, last)
    return (
        may_be_trade(tokens, first, last)
        and not text.endswith(_PROVIDED)
        and not _MEASURED.search(text)
        and tokens[first].tag != "f"
        and not any(_may_own(t) for t in tokens[first : last + 1])
    )


def _may_own(token: Token) -> bool:
    """Whether a word is the name of a place, so that the industry is that place's: 大旺新能源汽车产业; 卫星 is a word first."""
    place = any(e.cls in ("District", "Park") for e in token.entries)
    return place and (token.tag in ("ns", "f") or not known_word(token.text))


def _members(tokens: Sequence[Token], text: str, start: int, starts: dict[int, int], ends: dict[int, int]) -> Iterator[tuple[int, int] | None]:
    """The members of a list as first and last token; None for what cuts a token."""
    pieces = list(between(_SEPARATOR, text))
    for i, (at, end) in enumerate(pieces):
        member = _COUNTED.sub("", text[at:end])
        member = _TAIL.sub("", member) or member
        first = start + at
        while i == 0 and first not in starts and first < start + end:
            first += 1  # 培育壮大新型零售: the verb is longer
        place = span(first, start + at + len(member), starts, ends)
        if place is not None and i == 0:
            place = _behind_verbs(tokens, *place)
        yield from _unjoined(tokens, *place, len(pieces) > 1) if place is not None else (None,)


def _behind_verbs(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The first member of a list without what is done with it: 加快发展卫星, 统筹打造重卡和商用车."""
    for i in range(last - 1, first - 1, -1):
        if (ends_names(tokens[i]) and tokens[i].text not in INSIDE or tokens[i].text in NO_FIRST) and tokens[i].text not in ANDS:
            first = i + 1
            break
    while first < last and _SIZES.fullmatch(tokens[first].text):
        first += 1
    return first, last


def _unjoined(tokens: Sequence[Token], first: int, last: int, listed: bool) -> Iterator[tuple[int, int]]:
    """A member as what it joins: 大健康和文旅, 有色金属精深加工及关键金属; not 汽车及零部件, nor 基因和细胞诊疗, where both parts have one tail.

    :param listed: whether it stands in a list, of which 和 joins the last two; 及 and 与 do if one of them is known by itself
    """
    joint = next((i for i in range(first + 1, last) if tokens[i].text in ANDS), None)
    if joint is None or text_of(tokens, joint + 1, last) in _PARTS:
        yield first, last
        return
    if listed and tokens[joint].text != "和":
        one, other = joint - first == 1 and is_trade(tokens[first]), last - joint == 1 and is_trade(tokens[last])
        if not (one or other):
            yield first, last
        elif tokens[joint].text != "与" and not (one and other):
            yield first, joint - 1
            yield joint + 1, last
        return
    left, right = text_of(tokens, first, joint - 1), text_of(tokens, joint + 1, last)
    if len(left) > 2 or is_trade(tokens[joint - 1]) and tokens[joint].text != "与" and len(right) > 1:
        yield first, joint - 1
        yield joint + 1, last
    elif listed or not any(is_trade(t) for t in tokens[first : last + 1]):
        yield first, last
