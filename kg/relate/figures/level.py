"""The figure of a number that is no percentage: how much or how many there is of something."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Quantity
from kg.recognize.text.phrase import LIST_JOINTS
from kg.relate.figures.build import build, like
from kg.relate.figures.completion import completed, indicator_of
from kg.relate.figures.counted import of_those_counted, own_of, whole_of
from kg.relate.figures.figure import LEVEL, Figure
from kg.relate.figures.indicator import CAPACITY_UNITS, MONEY, OWN_SIZES, count_noun
from kg.relate.figures.phrase import JOINED, indicator_phrase
from kg.relate.figures.plant import makes_yearly
from kg.relate.figures.sized import named_behind
from kg.relate.figures.state import Number, State
from kg.relate.figures.unread_sizes import is_of_one_or_a_kind, is_of_something_unread, names_a_thing
from kg.relate.focus import Owner

_NEXT_OF_A_LIST = tuple(LIST_JOINTS)
_AIM = re.compile("(?:明年|今年)?的?(?:发展|奋斗|预期)?目标(?:值|任务)?")
_POST = "岗位"
_POSTS = re.compile(f"(?:就业|工作|用工)?{_POST}")


def level(state: State, number: Number) -> Figure | None:
    """The figure of a number, by the list in which it stands, by what is named behind it, or by the phrase in front of it."""
    quantity, last = number.quantity, state.last
    if last is not None and _goes_on_with_list(state, last, number):
        return like(state, last, number)
    own = own_of(state, number)
    if own is not None:
        state.subject.take(own[0])
        return build(state, number, own[1], LEVEL, own[0])
    phrase = indicator_phrase(number.lead, state.sentence.mentions)
    if is_of_one_or_a_kind(number, phrase):
        return None
    phrase = completed(state, number, phrase)
    project = named_behind(state.sentence, state.focus, quantity)
    if project is None and is_of_something_unread(state, number, phrase):
        return None
    if project is not None and quantity.unit in MONEY and _is_invested(last, number, phrase):
        return build(state, number, "investment", LEVEL, project)
    counted = whole_of(state, number, phrase) or of_those_counted(state, number)
    if counted is not None:
        return build(state, number, counted[1], LEVEL, counted[0])
    return _named(state, number, "" if _AIM.fullmatch(phrase) else phrase, project)  # 实现产值6000万元，明年的目标是1亿元


def _goes_on_with_list(state: State, last: Figure, number: Number) -> bool:
    """Whether a number is a further member of a list of numbers: 300亿元和200亿元."""
    unit = number.quantity.unit
    if last.measure != LEVEL or not (last.unit == unit or state.dealt) or not JOINED.fullmatch(number.lead):
        return False
    return unit not in ("count", "person") or not count_noun(number.tail)


def _is_invested(last: Figure | None, number: Number, phrase: str) -> bool:
    """Whether money in front of a project is what is invested in it: 总投资18亿元的甲公司、5亿元的乙公司."""
    goes_on = last is not None and last.unit == number.quantity.unit and number.lead.endswith(_NEXT_OF_A_LIST)
    return goes_on or len(phrase) < 2 or phrase.endswith("投资")


def _named(state: State, number: Number, phrase: str, project: Owner | None) -> Figure | None:
    """The figure of a number that a phrase names, in front of it or behind it, or that shares the name of the one before it.

    :param project: what is named behind it
    """
    quantity, last = number.quantity, state.last
    if not phrase and state.trend is not None:
        phrase = state.trend
    before = _before(state, quantity, phrase)
    indicator = indicator_of(state, number, phrase, before)
    if indicator is None or names_a_thing(state, number, phrase, indicator) or not state.names_something(indicator):
        return None
    if quantity.unit == "count" and _POSTS.match(number.tail) or indicator.endswith(_POST) and quantity.counted == "个":
        number, indicator = _as_jobs(state, number, indicator)
    owner = project if indicator in OWN_SIZES or number.quantity.unit in CAPACITY_UNITS and makes_yearly(number.front) else None
    if owner is None and last is not None and not phrase and before and indicator == before[1] and not state.subject.opens(number.clause):
        owner = last.owner
    return build(state, number, indicator, LEVEL, owner)


def _before(state: State, quantity: Quantity, phrase: str) -> tuple[str, str] | None:
    """Unit and indicator of the figure before; of the level that the growth before belongs to, if a number without a phrase has its unit:
    产量25万辆，增长1.4倍；今年上半年达到24万辆."""
    last, above = state.last, state.level
    if last is None:
        return None
    if not phrase and above is not None and last.measure != LEVEL and above.unit == quantity.unit and above.indicator == last.indicator:
        return above.unit, above.indicator
    return last.unit, last.indicator


def _as_jobs(state: State, number: Number, indicator: str) -> tuple[Number, str]:
    """So many posts are for so many people, and the jobs of a project or company: 提供100个就业岗位."""
    if state.speaks_of_a_place():
        return number, indicator
    return number._replace(quantity=replace(number.quantity, unit="person", counted=None)), "jobs"
