"""Whose a figure is: of the sentence's subject as long as it holds, of what its clause names in front of it, or of what the text tells."""

from __future__ import annotations

import re

from kg.relate.figures.figure import Clause
from kg.relate.figures.indicator import OWN_SIZES, PROJECT_SIZES
from kg.relate.figures.of_many import MOVED_IN
from kg.relate.figures.state import State
from kg.relate.figures.subject import tells_of_province
from kg.relate.figures.truth import ONCE_FINISHED
from kg.relate.focus import Owner
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

_CONTINUES = re.compile("^" + any_of("figures", "continues"))
_PARK_CONTINUES = re.compile("^[，、；]?" + any_of("figures", "park-continues"))
_OPENS_ANEW = re.compile("^" + any_of("figures", "opens-anew"))
_OF_A_PLACE = re.compile(any_of("figures", "of-a-place"))
_HAS = re.compile(r"的[^，。；、：的\d]{2,10}?(?:将|可|有望|已|预计)*(?:达到?|超过?|突破|为)[约近]?")  # 甲产业园|的产值将达到|…
_OF_ALL = re.compile("[均都各]|分别|双双")
_HAD_BY_PLACES = frozenset(
    ("companies", "projects", "fixedInvestment", "gdp", "fiscalRevenue", "retailSales", "foreignInvestment", "income")
)
_OF_PLACES = re.compile(any_of("figures", "had-by-places"))
_OF_INDUSTRY = re.compile("(?:产业|行业|制造业|集群)(?:总|实现)*(?:产值|营业收入|营收|规模)$|增加值$")
_SAID_FOR_A_COMPANY = re.compile("“[^”]{4,200}”[^。“”]{0,24}(?:董事长|总经理|厂长|总裁|(?:公司|企业|厂)[^。，]{0,6}负责人)")
_ALL_TOGETHER = re.compile(r"后，?[^，。；\d]{0,6}总(?:产能|产值|规模|装机)[^，。；\d]{0,6}$")
_TOGETHER = re.compile("等?(?:这)?[\\d两二三四五六七八九十]+[个大项](?:[^，。；、]{0,6})项目")  # 甲项目、乙基地两个项目总投资50亿元
_NEAR = 12  # characters between a project and the number of its size
_OWN_RESULTS = frozenset(("tax", "exports", "利税"))  # of a project that the sentence speaks of


def owner_of(state: State, indicator: str, clause: Clause, at: int) -> Owner | None:
    """The owner of a figure in a clause; None if it is of something whose name was not read.

    :param at: where its number begins
    """
    subject = state.subject
    aside = _named_in_front_of_bracket(state.sentence, at)
    if aside is not None:
        return aside
    if subject.unnamed:
        return None
    if subject.owner is not None and subject.is_in_front(at):
        if subject.opens(clause) or _persists(state, subject.owner, indicator, clause):
            return _whole_meant(state, subject.owner, clause, at) or subject.owner
    return _named_in_front(state, indicator, clause, at) or _default(state, indicator, clause, at)


def _named_in_front_of_bracket(sentence: Sentence, at: int) -> Owner | None:
    """The project, company or park behind which a bracket tells its size: 甲项目（总投资50亿元，占地300亩）、乙基地（总投资20亿元）等签约."""
    opened = sentence.text.rfind("（", sentence.start, at)
    if opened < 0 or sentence.text.find("）", opened, at) >= 0 or sentence.mentions_between(opened, at):
        return None
    named = next((m for m in sentence.mentions if m.end == opened and m.cls in ("Project", "Company", "Park")), None)
    return (named.cls, named.text) if named is not None else None


def _whole_meant(state: State, owner: Owner, clause: Clause, at: int) -> Owner | None:
    """The whole of a phase that is spoken of, where a clause tells what both will make together: 二期投产后，总产能将达3万台."""
    if owner[0] != "Project" or not _ALL_TOGETHER.search(state.sentence.text, clause[0], at):
        return None
    whole = state.focus.phases.base(owner)
    return whole if whole != owner else None


def _named_in_front(state: State, indicator: str, clause: Clause, at: int) -> Owner | None:
    """In news the project that a clause names in front of its size: 上述二期年产3万吨正极材料项目预计总投资9亿元."""
    sentence = state.sentence
    before = sentence.mentions_between(clause[0], at)
    if state.focus.own_text or not before:
        return None
    name = before[-1]
    if name.cls in ("Park", "Company") and _HAS.fullmatch(sentence.text, name.end, at):
        state.subject.turn_to((name.cls, name.text), clause, name.start)
        return name.cls, name.text  # 按照规划，甲产业园的产值将达到…
    if name.cls != "Project" or at - name.end > _NEAR or _TOGETHER.match(sentence.text, name.end):
        return None
    return ("Project", name.text) if indicator in OWN_SIZES or indicator.endswith("投资") else None


def _default(state: State, indicator: str, clause: Clause, at: int) -> Owner | None:
    """Whose a figure is of which the sentence names no owner: of what the text is about, if that can have it."""
    sentence, focus = state.sentence, state.focus
    place = _place(state, at, clause)
    owner = focus.default(place, state.subject.host)
    if not focus.own_text and owner is not None and owner[0] == "District" and _is_said_for_a_company(sentence):
        return focus.last("Company")  # “去年产值完成8亿元，”谈起前景，董事长李明信心满满
    if not focus.own_text and owner is not None and owner == focus.place_of("province") and not tells_of_province(sentence, focus, owner):
        return None  # what is told without a subject is of something whose name was not read
    of_places = indicator in _HAD_BY_PLACES or _OF_PLACES.match(indicator) or _OF_INDUSTRY.search(indicator)
    if owner is not None and owner[0] in ("Project", "Company") and of_places:
        owner = focus.holder_of_place(place)
    if focus.own_text or focus.of_many or owner is not None and owner[0] != "District":
        return owner
    of_a_thing = indicator in PROJECT_SIZES and not _OF_A_PLACE.search(sentence.text, clause[0], at)
    if (of_a_thing or indicator in OWN_SIZES) and (thing := focus.only_thing()) is not None:
        return thing
    return None if of_a_thing or _will_bring(sentence, clause) else owner  # the size of something that is not named


def _is_said_for_a_company(sentence: Sentence) -> bool:
    """Whether a sentence begins what somebody says who heads a company, as the words behind the quotation tell."""
    text, start = sentence.text, sentence.start
    return text.startswith("“", start) and _SAID_FOR_A_COMPANY.match(text, start, sentence.end + 40) is not None


def _place(state: State, offset: int, clause: Clause) -> Owner | None:
    """The place of which the text tells at an offset: the district or park that a clause before brought up, else its own."""
    told = state.subject.area_told(offset)
    if told is not None and state.focus.own_text and not state.topic.forward and not _goes_on_about(told, state.sentence, clause):
        return state.topic.place  # 甲科技城聚才成势，…，累计认定人才1.3万人: a review goes on to the next thing
    return told or state.topic.place


def _goes_on_about(place: Owner, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause of a report's review names a place, or goes on about the one that the clause before it names."""
    start, end = clause
    before = sentence.clause_at(start - 1)[0] if start > sentence.start else start
    named = [m for m in sentence.mentions_between(before, end) if (m.cls, m.text) == place]
    if not named:
        return start == sentence.start or not any((m.cls, m.text) == place for m in sentence.mentions)  # of a heading
    return named[-1].start >= start or _PARK_CONTINUES.match(sentence.text[start:end]) is not None


def _persists(state: State, owner: Owner, indicator: str, clause: Clause) -> bool:
    """Whether a subject still holds in a later clause of its sentence: in news any, until an adverbial opens something new."""
    text = state.sentence.text[clause[0] : clause[1]]
    if state.focus.own_text and state.subject.owners and not _OF_ALL.search(text):
        return False  # 甲市、乙市获批物流枢纽，新增物流企业3家
    if owner[0] == "Project" and indicator == "companies" and MOVED_IN.search(text):
        return True  # 甲产业园一期交付使用，已签约入驻企业38家
    if owner[0] == "Project" and indicator == "fixedInvestment" and state.last is not None and state.last.indicator == "investment" and state.last.owner == owner:
        return True  # 甲项目总投资50亿元，其中固定资产投资35亿元
    if owner[0] in ("Company", "Project") and (indicator in _HAD_BY_PLACES - {"projects"} or _OF_INDUSTRY.search(indicator)):
        return False
    if state.focus.own_text:
        persists = _persists_in_report(state, owner, indicator, clause, text)
        if persists is not None:
            return persists
    return not _OPENS_ANEW.match(text)


def _persists_in_report(state: State, owner: Owner, indicator: str, clause: Clause, text: str) -> bool | None:
    """Whether a company, project, office or park holds in a later clause of a place's own text: for sizes and results of its own, or where
    the clause goes on about it; None of places, which hold as in news."""
    if owner[0] == "Organization":
        return _CONTINUES.match(text) is not None
    if owner[0] == "Park" and owner != state.topic.place:
        return _PARK_CONTINUES.match(text) is not None
    if owner[0] in ("Company", "Project"):
        results = indicator in _OWN_RESULTS and (owner[0] == "Project" or _will_bring(state.sentence, clause))
        return indicator in OWN_SIZES or results or _CONTINUES.match(text) is not None
    return None


def _will_bring(sentence: Sentence, clause: Clause) -> bool:
    """Whether the sentence tells, up to a clause, what something will bring once it is finished."""
    return ONCE_FINISHED.search(sentence.text, sentence.start, clause[1]) is not None
