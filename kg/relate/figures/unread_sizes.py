"""Takes a number and the words around it, tells whether it is the size of something whose name was not read, and so nobody's."""

from __future__ import annotations

import re

from kg.model import Quantity
from kg.relate.figures.indicator import CAPACITY_UNITS, MONEY
from kg.relate.figures.plant import MADE_BY_WEIGHT, makes_yearly
from kg.relate.figures.state import Number, State
from kg.relate.figures.unread_subjects import pays_for_unread

_ONLY_PHASE = re.compile(r"(?:其中)?[一二三四首]期")
_FOR_EACH = re.compile(r"每(?:一)?(?:台|辆|吨|套|度|户|人|亩|公斤|千克)")
_GRADE_OF_A_THING = re.compile("(?!规模|大关|台阶|水平)[^，。；、]")
_COMPANY_PAYS = re.compile("(?:公司|集团|股份|科技|实业|控股)(?:计划|拟|将)?(?:总投资|投资)$")  # whose name was not read
_NAMED_BY_MONEY = re.compile(r"[^，。；、的\d以级左]{3,26}(?:项目|基地|工厂|产业园|生产线|投资(?:合同|协议))")
_SIZED_THING = re.compile(
    r"的(?!重[点大]|产业|各类|工业|基础|新|项目|亿元|[^，。；]{0,8}?(?:\d|[一二两三四五六七八九十多余]+[个项家座条批]))[^，。；、\d]{4}"
)
_ONLY_ITS_SIZE = re.compile("[，；、]?(?:其中|此外|另外)?，?(?:计划|协议|规划)*(?:总?投资|总?占地(?:面积)?|总?用地(?:面积)?|总?建筑面积)[约近超]?")
_NEXT_SIZED = re.compile("[、和与及](?:计划|总)*投资[约近超]?$")
_NEXT_THING = re.compile(r"的(?!项目|亿元)[^，。；、\d]{3}")
_LENGTH = re.compile("[长宽高深厚里程距径跨线路桥管隧道渠网岸堤河掘铺进轨杆缆]|公路|围栏")
_PROJECTS_BEHIND = re.compile(r"[^，。；]{0,80}?等\d*余?[个项家]?[^，。；、\d]{0,10}(?:项目|工程)")


def is_of_one_or_a_kind(number: Number, phrase: str) -> bool:
    """Whether a number is the size of each thing, of a mere phase, or of a kind of thing: 每台, 一期, 2吨级无人机下线.

    :param phrase: what names it, in front of it
    """
    quantity = number.quantity
    if _FOR_EACH.match(phrase) or quantity.unit != "count" and _ONLY_PHASE.fullmatch(phrase):
        return True
    return quantity.text.endswith("级") and _GRADE_OF_A_THING.match(number.tail) is not None


def is_of_something_unread(state: State, number: Number, phrase: str) -> bool:
    """Whether a number behind which no project is named is the size of one whose name was not read.

    :param phrase: what names it, in front of it
    """
    quantity, tail = number.quantity, number.tail
    if number.at == number.clause[0] and _ONLY_ITS_SIZE.fullmatch(number.lead) and _SIZED_THING.match(tail):
        return True  # 甲项目封顶；占地500亩的某物流园一期启用
    if quantity.unit not in MONEY:
        return False
    if phrase.endswith("投资") and _is_paid_for_a_thing(state, number):
        return True
    return len(phrase) < 2 and not state.subject.in_own_text and _NAMED_BY_MONEY.match(tail) is not None  # 甲公司90亿元光伏示范项目


def _is_paid_for_a_thing(state: State, number: Number) -> bool:
    """Whether money is what something costs whose name was not read: 投资2亿元的某地农田建设项目, 甲项目、投资8亿元的汽车模具."""
    next_one = _NEXT_SIZED.search(number.lead) is not None and _NEXT_THING.match(number.tail) is not None
    if next_one or not state.subject.speaks_of_no_project:
        return next_one  # 一期投资28亿元，建设9条生产线: what it pays for is the project's
    return _SIZED_THING.match(number.tail) is not None or pays_for_unread(state.sentence, number.quantity)


def names_a_thing(state: State, number: Number, phrase: str, indicator: str) -> bool:
    """Whether a number only tells how big the thing is that is spoken of, or its payer's name was not read.

    :param phrase: what names it, in front of it
    """
    quantity = number.quantity
    if _is_in_meters(quantity) and not state.subject.in_own_text and not _LENGTH.search(phrase):
        return True  # 完成改造的6米生产线, 92.5米高塔: what it is called
    if quantity.unit in MONEY and _COMPANY_PAYS.search(indicator):
        return True
    made = indicator == "capacity" or quantity.unit in MADE_BY_WEIGHT or quantity.unit in CAPACITY_UNITS and makes_yearly(number.front)
    if not made or not state.speaks_of_a_place():
        return False
    return _PROJECTS_BEHIND.match(state.sentence.text, quantity.end) is not None  # 年产1000套叶片、年产30万吨铸件等11个项目


def _is_in_meters(quantity: Quantity) -> bool:
    """Whether a length is told in meters, not in kilometers."""
    return quantity.unit == "m" and quantity.text.endswith("米") and not quantity.text.endswith("千米")
