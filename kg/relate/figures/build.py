"""Takes a quantity with its indicator and measure, gives the figure: whose it is, of what time, and whether it is measured or to come."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.relate.figures.figure import GROWTH, LEVEL, PLACES, Figure
from kg.relate.figures.goes_on import expected_by_then, goes_on_expecting
from kg.relate.figures.owner import owner_of
from kg.relate.figures.plant import of_plant
from kg.relate.figures.state import Number, State
from kg.relate.figures.times import year_told
from kg.relate.figures.truth import truth
from kg.relate.focus import Owner
from kg.relate.truth import ACTUAL, FORECAST, PLANNED, TARGET

_SUM_OF_BEFORE = re.compile(r"(?:合计|总|项目)?投资(?:额|总额)?")
_AIMS_AT = re.compile("紧盯|盯紧|锚定|围绕|对标|瞄准|聚焦|按照|朝着")
_AIMED_AT = re.compile("(?:以上|左右)?的(?:年度|全年|预期|增长|发展|奋斗)*目标(?:任务)?(?![^，。；]{0,8}(?:完成|实现))")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WHOLE_YEAR = re.compile("全年[^，。；]*$")
_PART_OF_YEAR = re.compile(r"(?P<year>\d{4})-\d\d/(?P=year)-\d\d")


def build(state: State, number: Number, indicator: str, measure: str, owner: Owner | None = None) -> Figure | None:
    """The figure of a number; None if it is nobody's.

    :param owner: whose it is, if the sentence's subject does not tell
    """
    quantity, clause = number.quantity, number.clause
    owner = owner or owner_of(state, indicator, clause, quantity.start)
    if owner is None:
        return None
    indicator = of_plant(indicator, owner, measure, number, state.index)
    if indicator == "investment" and owner[0] == "Company" and _SUM_OF_BEFORE.match(number.front):
        number = number._replace(front=state.sentence.text[state.sentence.start : quantity.start])  # 计划在绵阳、遂宁建厂，合计投资90亿元
    modality, period = _truth(state, number, indicator, measure, owner)
    return Figure(
        owner,
        indicator,
        measure,
        quantity.value,
        quantity.unit,
        quantity.text,
        quantity.bound,
        _period(state, number, indicator, measure, owner, modality, period),
        modality,
        clause[0],
        max(clause[1], quantity.end),
        f"figure.{measure.lower()}",
        quantity.counted if quantity.unit == "count" else None,
    )


def like(state: State, last: Figure, number: Number) -> Figure | None:
    """A further member of a list of numbers: 300亿元和200亿元.

    :param last: the member before
    """
    if number.quantity.bound == "Exact":
        number = number._replace(quantity=replace(number.quantity, bound=last.bound))
    return build(state, number, last.indicator, last.measure, last.owner)


def _truth(state: State, number: Number, indicator: str, measure: str, owner: Owner) -> tuple[str, str | None]:
    """Modality and period by the words in front, by what the sentence aims at or expects, or as the figure before has them."""
    sentence, last = state.sentence, state.last
    quantity, front = number.quantity, number.front
    of_many = state.subject.of_many(owner) or indicator == "investment" and _follows_its_projects(last, owner)
    of_no_time = indicator == "capacity" or owner[0] in ("Project", "Company")
    time = None if of_no_time and state.time is state.of_a_stage else state.time
    found, period = truth(indicator, owner, front, measure, quantity.unit, sentence, state.topic, time, of_many, state.is_later(quantity))
    if found in (ACTUAL, PLANNED) and _AIMS_AT.search(front) and _AIMED_AT.match(sentence.text, quantity.end, number.clause[1]):
        found = TARGET  # 紧盯增加值增长12%的目标
    if found == ACTUAL and measure in (LEVEL, GROWTH) and expected_by_then(sentence, front):
        found = FORECAST
    if found == ACTUAL and last is not None and goes_on_expecting(state, last, number, indicator, owner):
        return last.modality, last.period
    return found, period


def _follows_its_projects(last: Figure | None, owner: Owner) -> bool:
    """Whether the number before is that of a place's projects: 新开工项目11个，投资额96亿元."""
    return last is not None and last.indicator == "projects" and last.owner == owner and owner[0] in PLACES


def _period(state: State, number: Number, indicator: str, measure: str, owner: Owner, modality: str, period: str | None) -> str | None:
    """The period as the words in front widen it, or as the paragraph told it before."""
    if period is not None and measure in (LEVEL, GROWTH) and modality != ACTUAL and _WHOLE_YEAR.search(number.front):
        part = _PART_OF_YEAR.fullmatch(period)
        period = part["year"] if part is not None else period  # 前11个月产值87亿元，预计全年突破100亿元
    if period is not None and indicator.startswith("年度") and _DAY.fullmatch(period):
        return period[:4]  # 年度计划投资 is of its year, whenever it is told
    if period is None and (modality == ACTUAL or modality == PLANNED and owner[0] in PLACES):
        return year_told(state.focus, state.sentence, state.topic, owner, number.clause)
    return period
