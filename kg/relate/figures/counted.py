"""Numbers of what was counted before: how many of them a place of a list has, how many underwent something, how many there are in all."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Mention, Quantity
from kg.relate.figures.figure import GROWTH, LEVEL, PLACES, Figure
from kg.relate.figures.indicator import KIND, count_noun
from kg.relate.figures.state import Number, State
from kg.relate.focus import Owner
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

_IN_A_LIST = re.compile("^[，、]?(?:其中)?[，、]?")
_PROJECTS_OF = re.compile(r"[^，。；\d]{0,16}(?:开工|签约|竣工|投产|落地|建设)的?(?:[重点大产业]{0,4})?项目(?:中，?)?")
_OF_THE_PROJECTS = re.compile(r"(?:开工|签约|竣工|投产|落地|建设|实施)[^，。；]{0,8}项目中，$")  # 三季度集中开工重大项目中，甲市27个、总投资3亿元
_COUNTED_AS = {"个": "projects", "项": "projects", "宗": "projects", "家": "companies", "户": "companies"}
_UNDERGONE = re.compile("[，；、]?(?:其中，?|目前)?(?:已|现)?(?:开复?工|复工|动工|竣工|建成|投产|投用|签约|落地|在建)+(?:建设|投产|投用)?")
_ALL_OF_IT = re.compile(any_of("figures", "all-of-it"))
_ADDED = re.compile("^(?:新增|新认定|新建|新培育|新获评|净增|新引进|新设|认定|培育|新)")
_TELLS_ITS_LEVEL = re.compile("(?:^|[，、])[从由]|(?:达到?|突破|超过?)$")
# minted indicators of one thing whose level is money or weight: 农产品加工业销售收入增长3%，达2亿元
_MINTED_KINDS = {kind: re.compile(f"[^和及与、]*{any_of('figures', f'{kind}-nouns')}") for kind in ("money", "mass")}


def own_of(state: State, number: Number) -> tuple[Owner, str] | None:
    """The place, park or company in front of its number in a list of them, and what is counted: 共开工项目719个，其中甲市107个、乙市152个;
    集中开工的重大项目甲县16个，总投资39亿元."""
    sentence, quantity, last = state.sentence, number.quantity, state.last
    if count_noun(sentence.text[quantity.end :]):
        return None
    name = next((m for m in sentence.mentions if m.end == quantity.start and m.cls in ("District", "Park", "Company")), None)
    if name is None or not number.lead.endswith(name.text):
        return None
    at = _begin_of_place(name, sentence)
    front = _IN_A_LIST.sub("", number.lead[: max(0, len(number.lead) - (quantity.start - at))])
    if front:
        counts_projects = quantity.counted == "个" and name.cls != "Company" and _PROJECTS_OF.fullmatch(front)
        return ((name.cls, name.text), "projects") if counts_projects else None
    if last is None and quantity.counted in ("个", "项") and _OF_THE_PROJECTS.search(sentence.text, sentence.start, at):
        return (name.cls, name.text), "projects"
    if last is None or last.measure != LEVEL:
        return None
    if last.unit == quantity.unit:
        return (name.cls, name.text), last.indicator
    return ((name.cls, name.text), state.level_counted) if state.level_counted and quantity.unit == "count" else None


def _begin_of_place(name: Mention, sentence: Sentence) -> int:
    """Where a name begins, with the places above it in front: 绵阳市涪城区16个."""
    at = name.start
    for above in reversed([m for m in sentence.mentions if m.end <= at and m.cls == "District"]):
        at = above.start if above.end == at else at
    return at


def of_those_counted(state: State, number: Number) -> tuple[Owner, str] | None:
    """Whose projects or companies a number is of that tells how many of those counted before underwent something, and which of both:
    引进项目161宗；已动工106宗、竣工投产28宗; 入驻企业43家，其中投产19家."""
    last = state.last
    counted = _COUNTED_AS.get(number.quantity.counted or "")
    if last is None or counted is None or state.level_counted != counted or count_noun(number.tail):
        return None
    goes_on = last.start < state.sentence.start or last.indicator == counted or last.indicator.endswith(("investment", "投资"))
    return (last.owner, counted) if goes_on and last.owner[0] in PLACES and _UNDERGONE.fullmatch(number.lead) else None


def whole_of(state: State, number: Number, phrase: str) -> tuple[Owner | None, str] | None:
    """Whose a number is and what it tells, if it is the whole of what the figure before is a part or the growth of: 新增企业22家、总数达302家;
    生产总值年均增长7%，从五年前的2万亿元跃升到3万亿元.

    :param phrase: what names it, in front of it
    """
    quantity = number.quantity
    all_of_it = _ALL_OF_IT.fullmatch(phrase) is not None
    counts = quantity.unit in ("count", "person") and count_noun(number.tail) is not None
    if not all_of_it and (phrase or counts or not _TELLS_ITS_LEVEL.search(number.lead)):
        return None
    counted = _counted_before(state, quantity, dealt=not all_of_it and "分别" in number.lead)
    if counted is None:
        return None
    anew = not all_of_it and state.subject.opens(number.clause) and state.subject.owner is not None
    return None if anew else counted.owner, counted.indicator


def _counted_before(state: State, quantity: Quantity, dealt: bool) -> Figure | None:
    """The figure of the same sentence whose whole a number tells: of the same unit, or the growth of what is measured in it.

    :param dealt: whether it is one of several numbers, of several things (分别)
    """
    last = state.last
    if last is None or last.measure not in (LEVEL, GROWTH) or last.start < state.sentence.start:
        return None
    kinds = state.index.kinds.get(last.indicator, ())
    kind = KIND.get(quantity.unit)
    minted = not dealt and not kinds and kind in _MINTED_KINDS and _MINTED_KINDS[kind].fullmatch(last.indicator) is not None
    grown = last.measure == GROWTH and (kind in kinds or minted)
    alike = last.unit == quantity.unit and last.measure == LEVEL or grown
    return replace(last, indicator=_ADDED.sub("", last.indicator) or last.indicator) if alike else None
