"""What a plant, a project or a company makes or is to make in a year: capacity, production, the size that a project bears in its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.figures.figure import GROWTH, LEVEL, Clause, Figure
from kg.relate.figures.indicator import CAPACITY_UNITS, KIND, OWN_SIZES, IndicatorIndex, size_in_name
from kg.relate.figures.state import Number, State
from kg.relate.focus import Owner
from kg.relate.lexicon import any_of
from kg.relate.truth import PLANNED
from kg.relate.view import Sentence

MADE_BY_WEIGHT = frozenset(("t", "Wh", "W"))
_YEARLY_OUTPUT = re.compile(
    r"年产(?!值|量|业)[^，。；、\d]{0,10}$|(?<![\d全上当去今半])年生产[^，。；、\d]{0,10}$|年(?:可|能|将|预计)+(?:生产|产)(?!值)[^，。；、\d]{0,10}$|年(?:可|能|将|预计)*(?:加工|处理)(?!能力|费|中心)[^，。；、\d费]{0,12}$|产能[^，。；、\d]{0,6}$"
)
_PHASE = re.compile(r"(?:项目|工程|基地|工厂)[^项工基]{0,2}[一二三四五首]期")
_A_YEAR = re.compile(r"[/每]年")
BUILDS_SO_MUCH = re.compile(any_of("figures", "builds-so-much"))
_NEXT_PRODUCT = re.compile(r"(?:[/每]年)?[^，。；\d]{1,36}?[、和及与](?:年产)?")  # 30万吨磷酸铁和30万吨磷酸铁锂
_ZONE_ITSELF = re.compile("(?:开发区|高新区|经开区|园区|新区)(?:企业)?(?:全部)?(?=.{2})")
_MADE_SO_MANY = re.compile("生产(?!线|总值|基地)[^，。；、值能量]{2,12}")  # 上半年生产空调186万台
_FOR_ONE = re.compile("[亩人户]均|单位|每")  # 亩均税收: no tax


def makes_yearly(front: str) -> bool:
    """Whether a number tells how much is made in a year, by the words in front of it: 年产, 年可生产, 产能."""
    return _YEARLY_OUTPUT.search(front) is not None


def is_built_capacity(state: State, number: Number, phrase: str) -> bool:
    """Whether so many tons or watts are what a project or company is to make in a year: 建设250万吨甲醇、50万吨烯烃装置, 150万吨/年."""
    if number.quantity.unit not in MADE_BY_WEIGHT:
        return False
    owner, last = state.subject.owner, state.last
    if _A_YEAR.match(number.tail):
        return True
    if owner is not None and owner[0] in ("Project", "Company") and BUILDS_SO_MUCH.fullmatch(phrase):
        return True
    goes_on = last is not None and last.indicator == "capacity" and last.unit == number.quantity.unit
    return goes_on and _NEXT_PRODUCT.fullmatch(number.lead) is not None


def of_plant(indicator: str, owner: Owner, measure: str, number: Number, index: IndicatorIndex) -> str:
    """整车年产能 of a plant or company is its capacity, so is 年产20GW单晶硅片; 建设面积 of square kilometres is land."""
    quantity = number.quantity
    if indicator == "gdp" and owner[0] in ("Project", "Company"):
        return "outputValue"  # 公司年生产总值
    if indicator == "floorArea" and "平方公里" in quantity.text:
        return "landArea"
    if owner[0] not in ("Project", "Company", "Park") or measure not in (LEVEL, GROWTH) or indicator in index.kinds:
        return indicator
    kind = KIND.get(quantity.unit, "")
    if owner[0] == "Park" and (zone := _ZONE_ITSELF.match(indicator)) is not None:
        return index.listed(indicator[zone.end() :], kind if measure == LEVEL else "") or indicator
    if measure == LEVEL and quantity.unit in CAPACITY_UNITS and makes_yearly(number.front):
        return "capacity"
    if measure == LEVEL and owner[0] != "Park" and quantity.unit in CAPACITY_UNITS and _MADE_SO_MANY.fullmatch(indicator):
        return "production"
    ending = index.at_end(indicator) if not _FOR_ONE.match(indicator) else None
    if ending is None or ending[0] not in (OWN_SIZES | {"tax", "exports"} if owner[0] != "Park" else {"capacity"}):
        return indicator
    return ending[0] if measure == GROWTH or kind in index.kinds[ending[0]] else indicator


def sizes_in_names(sentence: Sentence, clause: Clause) -> Iterator[Figure]:
    """The size that a project bears in its name: 年产10万吨正极材料项目, 40万千瓦风电项目."""
    for mention, quantity in sentence.sizes:
        if mention.cls == "Project" and clause[0] <= mention.start < clause[1] and not _PHASE.search(mention.text):
            indicator = size_in_name(quantity, mention.text + mention.shares)
            if indicator is not None:
                yield Figure(
                    (mention.cls, mention.text),
                    indicator,
                    LEVEL,
                    quantity.value,
                    quantity.unit,
                    quantity.text,
                    quantity.bound,
                    None,
                    PLANNED,
                    *clause,
                    "figure.in-name",
                    quantity.counted if quantity.unit == "count" else None,
                )
