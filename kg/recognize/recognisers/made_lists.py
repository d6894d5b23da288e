"""Takes the tokens of a sentence, proposes products where the text says in so many words that they are made: 主要生产门板、仪表板等, 产品涵盖片剂、软糖等品类,
年产40万吨工业硅、20万吨多晶硅, 从事门板、仪表板等的研发、生产, 单晶硅棒和硅片制造商甲公司.

These words show a product whatever it looks like; elsewhere it needs a head noun of products (:mod:`.products`). Services, fields and what is only
a word for products (系列, 设备) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.products import kind_of_product
from kg.recognize.text.phrase import BREAK, GENERIC, INSIDE, between, is_trade
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, positions, unbroken

MADE_SIGNS = sign(
    lambda word: (
        word.kind == "word" and ("产" in word.text or word.text.endswith(("造商", "应商"))) or word.text in ("从事", "专注于", "致力于", "专业从事")
    )
)
_UNIT = r"(?:吨|GWh|MWh|GW|MW|吉瓦时?|兆瓦时?|平方米|平米|立方米?|台套|[台套辆片件支只颗块根])(?:/年)?(?:的|左右)?"
_NUMBER = r"[约近超]?\d[\d.,]*(?:余|多)?[万亿]?"
_LIST = r"(?P<list>[^，。；：“”（）()！？\n等]{2,60}?)"
_END = r"(?:等[^，。；：的用]{0,12})?(?=[，。；！]|$)"
_ARE = r"(?:主要|已|可|现)?(?:有|为|是|包括|涵盖|覆盖|囊括|包含)了?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:主要|专业|专门|主)(?:研发|设计)?[、和]?(?:生产|制造)(?:和?销售|加工)?{_LIST}{_END}",
        rf"(?:(?:主要|主导|核心|拳头|主打|终端)产品|(?<![农林物水海特副土新类等])产品(?:线)?){_ARE}{_LIST}{_END}",
        rf"(?:从事|专注于|致力于){_LIST}(?:等[^，。；：的]{{0,10}})?的?(?:研发|设计|开发|制造|生产)(?:[、和及与](?:研发|设计|开发|制造|生产|销售|加工|服务))*(?=[，。；]|的|$)",
        rf"年产(?!值|量|能)(?P<sizes>{_NUMBER}{_UNIT}[^，。；：“”（）()、]{{2,14}}?(?:[、和及](?:年产)?{_NUMBER}{_UNIT}[^，。；：“”（）()、]{{2,14}}?)*)(?=[，。；]|的?(?:生产|产能|项目|能力|规模)|$)",
        rf"(?:年产|产能|生产)(?P<sizes>{_NUMBER}{_UNIT}[^，。；：“”（）()、]{{2,14}}?)(?:的)?(?:生产能力|产能|生产规模)",
        r"(?:^|[，。；：、]|最大的|领先的|知名的?|全球|国内|规模)(?P<list>[^，。；：“”（）()！？\n的、]{2,20}?)(?:产品)?(?:制造商|供应商|生产商|生产企业|制造企业|生产厂商|提供商)(?P<maker>.)",
    )
)
_SEPARATOR = re.compile("、|和|与|以及|及")
_SIZED = re.compile(rf"^(?:年产)?{_NUMBER}{_UNIT}")
_NO_LAST = tuple(ordered("products", "no_last"))
_DESCRIPTIONS = words("products", "descriptions")
_NO_PRODUCTS = words("products", "no_products")
_RULE = "product.said-to-be-made"
_LONGEST = 14  # characters


def made_lists(tokens: Sequence[Token], standing: Sequence[Candidate]) -> Iterator[Candidate]:
    """Products of a sentence.

    :param standing: the names that other sources found in it
    """
    base, text = tokens[0].start, unbroken(tokens)
    if text is None:
        return
    starts, ends = positions(tokens)
    taken = [c for c in standing if c.cls != "Industry"]
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            if groups.get("maker") and not any(c.cls == "Company" and c.start == base + match.start("maker") for c in standing):
                continue
            for start, end in _members(match, "sizes" if groups.get("sizes") else "list"):
                first, last = starts.get(base + start), ends.get(base + end)
                if first is None or last is None or any(c.start < base + end and base + start < c.end for c in taken):
                    continue
                product = _product(tokens, first, last)
                if product is not None:
                    yield product


def _members(match: re.Match, group: str) -> Iterator[tuple[int, int]]:
    """The members of a list by their offsets in the text, each without the size in front of it."""
    text = match[group]
    for at, end in between(_SEPARATOR, text):
        size = _SIZED.match(text[at:end])
        first = at + (size.end() if size else 0)
        if first < end:
            yield match.start(group) + first, match.start(group) + end


def _product(tokens: Sequence[Token], first: int, last: int) -> Candidate | None:
    while first < last and (tokens[first].text in _DESCRIPTIONS or tokens[first].text in ("为", "的", "各种", "各类", "以", "还有", "有", "知名")):
        first += 1
    inner = tokens[first : last + 1]
    text = "".join(t.text for t in inner)
    if not 2 <= len(text) <= _LONGEST or text in _NO_PRODUCTS or text.endswith(_NO_LAST) or inner[0].text in BREAK - INSIDE:
        return None
    if all(is_trade(t) or t.text in GENERIC for t in inner) and kind_of_product(tokens, first, last + 1, _RULE, bare=True) is None:
        return None  # 新能源: a field
    if not all(map(_may_be_inside, inner)):
        return None
    if inner[-1].tag[:1] in "vdpcrumtq" and inner[-1].tag != "vn" and not is_trade(inner[-1]):
        return None
    return Candidate(inner[0].start, inner[-1].end, "Product", _RULE, False)


def _may_be_inside(token: Token) -> bool:
    return (
        is_trade(token)
        or token.kind in ("word", "Industry", "Product")
        and token.tag[:1] not in "pcrudty"
        and not (token.text in BREAK and token.text not in INSIDE)
    )
