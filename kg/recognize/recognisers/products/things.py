"""Takes the members of a list of which the text says that someone makes them, gives those that are things as products.

Where it is told that a thing is made, it need not end in a head noun of products: it is enough that it ends as things do (器, 膜, 盖), and is no general word. A short word
(电控) is one beside others that are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.products.products import ends_as_a_product
from kg.recognize.text.phrase import BREAK, GENERIC, INSIDE, is_trade
from kg.recognize.text.tokens import Token

_THINGS = tuple(ordered("products", "things"))
_DESCRIPTIONS, _NO_PRODUCTS = words("products", "descriptions"), words("products", "no_products")
_HEADS = words("products", "heads")
_NO_LAST = tuple(ordered("products", "no_last"))
_PARTS = ("零部件", "材料", "设备", "装备", "软件", "系统", "器件", "配件", "部件", "仪器")  # products where more stands in front: 电源关键零部件
_NO_MEMBERS = frozenset("企业 公司 项目 基地 园区 产业 行业 领域 环节 集群 工厂 厂 市场 客户".split())
_BY_ITSELF = frozenset("航行 驾驶 导航 移动 巡航 飞行 作业".split())  # 自主航行渔船: what a thing does
_BEFORE = frozenset("了 出 的是 出了 全球 国内 全国 我国 新款 专业 多种".split())
_MEASURES = frozenset("英寸 纳米 微米 层 轴 联动".split())  # 12英寸硅片, 五轴联动数控机床: which one it is
_CALLED = frozenset("产品 系列 系列产品 有关 相关 等".split())
_ACRONYM = re.compile(r"[A-Z]{2,5}\d{0,3}")
_NO_ACRONYMS = frozenset("AI VR AR IT ICT IP APP EPC PPP OEM ODM CDMO CRO CMO GDP ESG BIM ERP MES".split())
LONGEST = 16  # characters


def things(tokens: Sequence[Token], members: Sequence[tuple[int, int]], rule: str) -> Iterator[Candidate]:
    """Products among the members of a list that is made.

    :param members: half-open ranges of tokens
    :param rule: the name of the rule that found the list
    """
    bounds = [(begin, end) for first, stop in members if (begin := _begin(tokens, first, stop)) < (end := _end(tokens, begin, stop))]
    found = [_is_thing(tokens[first:stop]) for first, stop in bounds]
    heads = {tokens[stop - 1].text for (first, stop), is_one in zip(bounds, found) if is_one and stop - first > 1}
    for (first, stop), is_one in zip(bounds, found):
        if is_one or heads and _may_be_beside(tokens, first, stop, heads):
            yield Candidate(tokens[first].start, tokens[stop - 1].end, "Product", rule, False)


def ends_as_a_thing(text: str) -> bool:
    """Whether a word of two characters ends as products do, or a longer one as things do."""
    return ends_as_a_product(text) or len(text) >= 3 and text.endswith(_THINGS)


def may_be_inside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may stand in the name of a thing; a verb only in front of a noun that it describes (换档电机)."""
    token, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind not in ("word", "Industry", "Product", "quantity"):
        return False
    if is_trade(token) or token.text in _BEFORE or token.text in _DESCRIPTIONS or token.text in INSIDE:
        return True
    if token.kind == "quantity":
        return token.text[-1:] not in "元年月日个家"
    if token.text in BREAK and token.text != "用":
        return False
    if token.tag[:1] in ("v", "p") and token.tag != "vn":
        describes = behind is not None and behind.kind in ("word", "Industry", "Product") and behind.tag[:1] in "nmxjqbgv"
        return describes and (token.text == "用" or token.tag != "p" and len(token.text) == 2)
    return token.tag[:1] not in "cudryo"


def _may_be_beside(tokens: Sequence[Token], first: int, stop: int, heads: set[str]) -> bool:
    """Whether a member of a list is a thing beside others: it ends in the same word (密封系统 beside 传动系统), or is one noun."""
    if stop - first == 1:
        return tokens[first].tag in ("n", "vn") and _may_be_thing(tokens[first:stop])
    return tokens[stop - 1].text in heads or tokens[stop - 1].tag == "eng" and stop - first == 2 and tokens[first].tag == "n"  # 电池Pack


def _begin(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where a thing begins behind what only describes or counts it."""
    while first < stop and (
        tokens[first].text in _DESCRIPTIONS
        and not (tokens[first].text == "自主" and first + 1 < stop and tokens[first + 1].text in _BY_ITSELF)
        or tokens[first].text in _BEFORE
        or tokens[first].kind == "quantity"
        or tokens[first].tag == "m"
        and first + 1 < stop
        and tokens[first + 1].text not in _MEASURES
        or tokens[first].text.endswith("米级")
    ):
        first += 1
    return first


def _end(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where a thing ends in front of how many of it there are, of 等, and of 产品 where it is a thing without."""
    end = stop = next((at for at in range(first, stop) if tokens[at].kind == "quantity" or tokens[at].text == "等"), stop)
    while end > first and tokens[end - 1].text in _CALLED:
        end -= 1
    called = end < stop and end > first and tokens[end - 1].end - tokens[first].start > 2
    return end if called and (_is_thing(tokens[first:end]) or tokens[end].text != "产品") else stop


def _may_be_thing(inner: Sequence[Token]) -> bool:
    """Whether words are not general, and end in no verb."""
    text = "".join(t.text for t in inner)
    return (
        2 <= len(text) <= LONGEST
        and text not in _NO_PRODUCTS
        and (inner[-1].text == "产品" or not text.endswith(_NO_LAST) or inner[-1].text not in _NO_LAST and ends_as_a_product(text))
        and not any(t.text in _NO_MEMBERS for t in inner)
        and not all(t.text in GENERIC or t.text in _DESCRIPTIONS for t in inner)
        and not (inner[-1].tag[:1] == "v" and inner[-1].tag != "vn")
    )


def _is_thing(inner: Sequence[Token]) -> bool:
    text = "".join(t.text for t in inner)
    if len(inner) == 1 and _ACRONYM.fullmatch(text):
        return text not in _NO_ACRONYMS
    if text.endswith(_PARTS) and text not in _HEADS:
        own = [t.text.removesuffix(next(filter(t.text.endswith, _PARTS), "")) for t in inner]
        specific = sum(len(word) for word in own if word not in GENERIC and word not in _DESCRIPTIONS) >= 2
        return specific and len(text) <= LONGEST and text not in _NO_PRODUCTS and not any(t.text in _NO_MEMBERS for t in inner)
    if not _may_be_thing(inner):
        return False
    if inner[-1].text == "产品":
        return sum(len(t.text) for t in inner[:-1] if t.text not in GENERIC and t.text not in _DESCRIPTIONS) >= 2
    return (
        ends_as_a_product(text)
        and (len(text) > 2 or not is_trade(inner[-1]))
        or (
            len(text) >= 3 and text.endswith(_THINGS) and not (len(inner) == 1 and is_trade(inner[0]))  # 生物医药: a field
        )
    )
