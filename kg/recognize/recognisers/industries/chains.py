"""Takes the tokens of a sentence, proposes industries where a list takes a chain apart: 硅棒—硅片—组件全产业链, 集芯片设计、先进封测于一体的产业链,
边框、胶膜、焊带等产业链企业.

What no list has as an industry is one there (胶膜), since the chain says that its segments are listed. Activities that every chain has
(研发、生产、销售) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.industries.trades import ACTIVITIES, is_known_trade, may_be_trade, span
from kg.recognize.text.phrase import between
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, positions, unbroken
from kg.triggers import Expressions

CHAIN_SIGNS = sign(words=("产业",), ends=("支柱产业", "主导产业", "特色产业", "优势产业", "产业链", "链条", "集群", "环节", "板块", "闭环", "方向", "一体"))
_CHAIN = r"(?:全产业链条?|产业链条|产业链|产业集群|产业闭环|产业体系|产业生态|产业布局|产业格局)(?!供应链)"
_SIZE = r"(?:(?:千|百|万|十)亿元?级?)?"
_KIND = r"(?:细分|重点|主导|优势|特色|支柱|新兴|战略性新兴|先进制造业?|关键|核心|配套|主要|完整的?|上下游|高端|现代化?)*"
_COUNT = r"(?:(?:[两二三四五六七八九十]|\d+)[个条大])?"
_OPEN = (
    r"(?:^|[，。；：]|形成了?|构建了?|构建起|打造了?|打造出?|发展|培育(?:提升|壮大|发展)?|做大|做强|做大做强|壮大|聚集了?|集聚了?|汇聚了?|涵盖了?|覆盖了?|包括|围绕|聚焦|布局了?|"
    r"建立了?|建立起|建成|完善|延伸|贯通|打通|补齐|推动|推进|实现|拥有|在|以及|领域的|(?<=集群)和|(?<=产业链)和)"
)
# what is called somebody's leading industry, so that a word which may be one is: 五金机电是甲县的传统支柱产业
_DECLARED = rf"(?:^|[，。；：])(?P<list>[^，。；：“”的、]{{2,12}}?)(?:产业)?是[^，。；：“”是]{{0,10}}的(?:{_KIND}|当家|传统|首位|主打|富民|拳头)+产业(?=[，。；]|$)"
# a pattern, and whether a list of it is one of trades even if none of them is known
_FRAMES = (
    (rf"(?P<list>[^\W\d_]{{1,10}}(?:[-－—–→]{{1,2}}[^\W\d_]{{1,10}}){{2,}})(?={_COUNT}(?:”[、和]?“[^“”，。；]{{4,60}})*”?(?:的|等)?[^，。；“”]{{0,10}}?(?:{_CHAIN}|闭环(?!管理|机制|监管|整改)|链条))", True),
    (rf"集(?P<list>[^，。；：“”的]{{4,48}}?)(?:等)?(?:于|为)一体的[^，。；]{{0,8}}?{_CHAIN}", True),
    (rf"{_OPEN}(?P<list>[^，。；：“”的]*?、[^，。；：“”的]*?)等?{_COUNT}{_SIZE}{_KIND}{_CHAIN}", True),
    (rf"{_OPEN}(?P<list>[^，。；：“”的]*?、[^，。；：“”的]*?)等?{_COUNT}{_KIND}环节", False),
    (r"(?:向|往)(?P<list>[^，。；：“”的]*?、[^，。；：“”的]*?)等?(?:领域|方向)(?:发展|延伸|拓展|转型|升级|进军)", False),
    (_DECLARED, False),
    (rf"(?:{_OPEN}|[市县区省])(?P<list>[^，。；：“”的、]{{2,10}}(?:和|与|及)[^，。；：“”的、]{{2,10}}){_CHAIN}", False),
    (r"(?P<list>[^，。；：“”的、]{2,10}板块(?:、[^，。；：“”的、]{2,10}板块)+)", False),
)
_PATTERNS = Expressions(*(re.compile(pattern) for pattern, _ in _FRAMES))
_COUNTED = re.compile(r"(?:[两二三四五六七八九十]|\d+)[个条大](?:[千百万十]亿元?级?|新经济|新)?$")  # 数字产业四大新, in front of 产业集群
_SIZED = re.compile(r"(?:[千百万十]亿元?级|世界级|国家级)(?=.{2})")  # 百亿级液晶电视和服务器产业集群
_SEPARATOR = re.compile(r"、|和|与|以及|及|[-－—–→]{1,2}")
# Behind a verb that opens the list stands another one: 重点发展镍、铜
_VERBS = re.compile(
    r"^.*(?:发展|培育|壮大|做强|做优|提升|形成|构建|打造|聚集|集聚|汇聚|引进|涵盖|覆盖|包括|围绕|聚焦|布局|推动|推进|抓好|实施|建设|拓展|延伸|完善|贯通|打通|紧盯|突出|拥有|从|在|对|将|把|以|有(?![色机])|出|起|了)"
)


def chains(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Segments of chains."""
    base, text = tokens[0].start, unbroken(tokens)
    if text is None:
        return
    starts, ends = positions(tokens)
    for i, match in _PATTERNS.finditer(text):
        members = list(_members(match["list"], base + match.start("list")))
        spans = [span(start, end, starts, ends) for start, end in members]
        found = [place is not None and may_be_trade(tokens, *place) for place in spans]
        trades = sum(ok and is_known_trade(tokens, *place) for ok, place in zip(found, spans) if place is not None)
        last = members[-1]
        opening = tokens[spans[0][0] : spans[0][1] + 1] if found[0] and spans[0] is not None else ()
        declared = match.re.pattern == _DECLARED and any(t.hit is not None and "Industry" in t.hit.classes for t in opening)
        if not declared and (
            3 * sum(found) < 2 * len(members)
            or not (found[-1] or text[last[0] - base : last[1] - base] in ACTIVITIES)
            or not trades
            and not (_FRAMES[i][1] and sum(found) > 2)
        ):
            continue
        for ok, place in zip(found, spans):
            if ok and place is not None:
                yield Candidate(tokens[place[0]].start, tokens[place[1]].end, "Industry", "industry.segment", False)


def _members(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The members of a list by their offsets."""
    for at, end in between(_SEPARATOR, text):
        member = _COUNTED.sub("", text[at:end])
        lead = _VERBS.match(member) if at == 0 else None
        skipped = lead.end() if lead and lead.end() < len(member) else 0
        size = _SIZED.match(member, skipped)
        first = at + (size.end() if size else skipped)
        yield start + first, start + at + len(member) - (2 if member.endswith(("板块", "产业")) else 0)
