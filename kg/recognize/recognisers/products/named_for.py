"""Takes the tokens of a project's name, gives the products that it is named for making: 锂电池隔膜 in 年产2亿平方米锂电池隔膜项目, 硅棒 and 切片 in
5GW硅棒及切片项目.

A size in front, 生产 behind or a company's full name says that the thing is made there. A project without them may buy it (充电桩项目), so nothing
is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.products.products import kind_of_product
from kg.recognize.recognisers.products.things import things
from kg.recognize.recognisers.projects.sized import SIZE
from kg.recognize.text.phrase import LIST_JOINTS, is_proper
from kg.recognize.text.tokens import Token

_PLANTS, _WORK = words("products", "plants"), words("products", "plant_work")
_BOUGHT = tuple(sorted(words("products", "bought")))
_WITHIN = frozenset(("word", "Industry", "Product"))
_FRONTS = frozenset("年 / 年产 新建 扩建".split())
_LEGAL_FORMS = frozenset("公司 有限公司 有限责任公司 股份有限公司 集团".split())
_MADE = ("生产", "制造")
_FACTORIES = frozenset("工厂 厂 产业园 生产线 产线 基地 产业基地 超级工厂".split())  # behind its company and what it makes: 蒙牛乳制品基地
_PHASE = re.compile("[一二三四五六首]期|[（）()]")


def products_named_for(tokens: Sequence[Token], first: int, stop: int, member: bool = False) -> Iterator[Candidate]:
    """Products inside the name of a project.

    :param first, stop: half-open range of the tokens of its name, behind the company that it begins with
    :param member: whether it is a member of a list of projects, and begins with a company: 凯宇混凝土塔筒 is named for what the company makes
    """
    last = stop
    while last > first and (
        tokens[last - 1].text in _PLANTS
        or tokens[last - 1].text in _WORK
        or _PHASE.fullmatch(tokens[last - 1].text)
        or last < stop
        and tokens[last - 1].text in LIST_JOINTS
    ):
        last -= 1
    made = last < stop and any(token.text.startswith(_MADE) for token in tokens[last:stop])
    while last > first:
        begin = last
        while begin > first and _may_be_part(tokens[begin - 1]):
            begin -= 1
        sized = begin > first and bool(tokens[begin - 1].signs & SIZE)
        owned = (
            last < stop
            and begin > 0
            and (
                tokens[begin - 1].text in _LEGAL_FORMS
                or tokens[begin - 1].kind == "Company"
                and tokens[last].text in _FACTORIES
                and tokens[begin].tag not in ("f", "ns", "s")
            )
        )
        owned = owned or member and last == stop and not tokens[last - 1].text.endswith(_BOUGHT + ("材料", "部件"))
        if not (sized or owned or made) or not (sized or owned) and begin < last and is_proper(tokens[begin]):
            return  # 申达 in 申达锂电池生产线 is whose it is
        yearly = sized and begin > 1 and tokens[begin - 2].text == "年产"
        whose = begin > 0 and tokens[begin - 1].text in _LEGAL_FORMS and tokens[stop - 1].text == "项目"
        yield from _members(tokens, begin, last, sized or whose, yearly)
        last = begin - 1 - yearly  # 10万吨多晶硅 and more in 10万吨多晶硅及10GW硅棒项目
        if not sized or last <= first or tokens[last - 1].text not in LIST_JOINTS:
            return
        last -= 1


def _members(tokens: Sequence[Token], first: int, stop: int, sized: bool, yearly: bool) -> Iterator[Candidate]:
    """The products of a list; what a project may as well buy (充电桩) is none where it is not made yearly."""
    member = first
    for at in range(first, stop + 1):
        if at == stop or tokens[at].text in LIST_JOINTS:
            product = kind_of_product(tokens, member, at, "composition.product", bare=sized)
            if product is None and sized:
                product = next(things(tokens, [(member, at)], "composition.product"), None)
            if product is not None and (yearly or not tokens[at - 1].text.endswith(_BOUGHT)):
                yield product
            member = at + 1


def _may_be_part(token: Token) -> bool:
    return token.kind in _WITHIN and not token.signs & SIZE and token.text not in _FRONTS and token.text not in _LEGAL_FORMS
