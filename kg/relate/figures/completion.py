"""Takes the phrase in front of a number and the words behind it, gives the phrase completed by what they say, and the indicator."""

from __future__ import annotations

import re

from kg.relate.figures.indicator import CAPACITY_UNITS, MONEY
from kg.relate.figures.plant import BUILDS_SO_MUCH, is_built_capacity
from kg.relate.figures.state import Number, State
from kg.relate.figures.threshold import class_counted

_PAID_BY = re.compile("由[^，。；]{2,60}?(?:计划|拟|总|共同|联合|独立|合资|累计)*投资[约近超]?$")  # 甲项目由乙公司投资2亿元建设
_OF_COMPANIES = re.compile("企业中")
_MAKES_YEARLY = re.compile(r"[^，。；]{0,4}(?:形成|建设|建成|具备|规划|设计|新增|扩建|新建|打造|实现)年产")
_CAPACITY_BEHIND = re.compile(r"的?[^，。；、：\d的]{0,10}?的?(?:年?产能|(?:生产|加工|处理)(?:能力|规模))(?:目标)?(?=[，。；、”]|$)")  # 实现300万吨水泥生产能力
_NO_CAPACITY = re.compile("(?:产能|能力|规模|产量)$|关停|关闭|淘汰|退出|化解|压减")
_NEXT_BUILDING = re.compile(r"的[^，。；、\d]{2,16}?[、和及与]")
_BUILT_BY = re.compile(r"[^，。；]{0,12}(?:建设|建成|新建)")  # 由政府建设的9万平方米的标准厂房


def completed(state: State, number: Number, phrase: str) -> str:
    """The phrase that names what a number tells, where the words around the number say it by a verb: 年产, 建设, 投."""
    unit, lead = number.quantity.unit, number.lead
    if (len(phrase) < 2 or _MAKES_YEARLY.fullmatch(phrase)) and lead.endswith("年产") and unit in CAPACITY_UNITS:
        return "年产能"
    if unit in CAPACITY_UNITS and _CAPACITY_BEHIND.match(number.tail) and not _NO_CAPACITY.search(phrase):
        return "产能"
    if is_built_capacity(state, number, phrase):
        return "产能"
    if unit == "m2" and not phrase.endswith("产能") and _is_named_behind(number, phrase):
        return ""
    return "投资" if unit in MONEY and _PAID_BY.search(lead) else phrase


def _is_named_behind(number: Number, phrase: str) -> bool:
    """Whether what stands behind an area names what it is: 购置306亩工业用地; 建设48万平方米的厂房和11万平方米的大厦."""
    if BUILDS_SO_MUCH.fullmatch(phrase):
        return True
    return number.tail.startswith("的") and bool(_BUILT_BY.fullmatch(phrase) or _NEXT_BUILDING.fullmatch(number.lead))


def indicator_of(state: State, number: Number, phrase: str, before: tuple[str, str] | None) -> str | None:
    """The indicator of a number.

    :param phrase: what names it, in front of it
    :param before: unit and indicator of the number whose indicator it may share
    """
    quantity, sentence = number.quantity, state.sentence
    if quantity.unit == "count" and phrase in ("年产能", "产能"):
        return "capacity"  # 年产10万个车厢的某项目
    if quantity.unit not in ("count", "person"):
        return state.index.measured(quantity, phrase, number.tail, before)
    companies = _OF_COMPANIES.search(sentence.text, sentence.start, quantity.start) is not None
    if number.at == quantity.start and state.level_counted and before is not None and before[0] != "count":
        before = ("count", state.level_counted)  # 100亿元以上1个
    return class_counted(sentence, number) or state.index.counted(quantity, phrase, number.tail, before, companies)
