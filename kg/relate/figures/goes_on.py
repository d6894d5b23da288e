"""Whether a figure goes on with what the one before it, or the beginning of its sentence, expects, aims at or plans."""

from __future__ import annotations

import re

from kg.relate.figures import percent
from kg.relate.figures.figure import Clause, Figure
from kg.relate.figures.state import Number, State
from kg.relate.figures.times import SO_FAR
from kg.relate.figures.truth import SPENT
from kg.relate.focus import Owner
from kg.relate.truth import ACTUAL, FORECAST, PLANNED, TARGET, is_told_as_done
from kg.relate.view import Sentence

_GOES_ON = re.compile(r"(?:其中，?)?[^，。；已累截达完]*(?:项目|企业|产值|收入)$|(?:其中，?)?(?:超过?)?\d")  # 预计百亿元企业达2家，50亿元企业1家
_EXPECTS_A_YEAR, _ALREADY = re.compile("(?:初步)?预计[，,]?(?:20\\d\\d年|全年|去年|今年)"), re.compile("已|累计|目前")
_YIELDS = re.compile("[，、]?(?:可|年)*(?:实现|创造|新增)?年?(?:产值|销售收入|销售额|营业收入|营收|税收|利税|利润)")
_HALLS = frozenset("栋座幢条间个台套")
_NEXT_HALL = re.compile("[，、和及与]?(?![^，。；、]*(?:已|完成|建成|共有|现有|累计))[^，。；、\\d]{2,12}")
_EXPECTED_BY = re.compile(r"[“]?(?:初步)?预计(?:今年|明年|20\d\d年)?[到至]?(?:今年|明年|20\d\d年)?(?:本月底|月底|年底|年末|\d{1,2}月(?:底|末)?|上半年|[一二三四]季度)[，]")
_BY_NOW = re.compile("截至|截止|目前|至今|已|累计")


def expected_by_then(sentence: Sentence, front: str) -> bool:
    """Whether a sentence begins with a time by which it expects all that it tells: 预计到本月底，园区工业增加值增长40%，出口增长10%."""
    begun = _EXPECTED_BY.match(sentence.text, sentence.start, sentence.end)
    return begun is not None and not is_told_as_done(front) and not _ALREADY.search(front)


def goes_on_expecting(state: State, last: Figure, number: Number, indicator: str, owner: Owner) -> bool:
    """Whether a clause goes on with what the one before it expects, aims at or plans: 预计年产值360亿元，带动就业5000人."""
    clause, front = number.clause, number.front
    if last.modality == ACTUAL or last.owner != owner or _is_told_so_far(state.sentence, last, front, clause):
        return False
    if last.modality == PLANNED and owner[0] == "Project" and _is_planned_on(state, last, number, indicator):
        return True
    if last.modality == FORECAST and owner[0] == "Park" and owner != state.topic.place and _goes_on_bringing(state, last, clause, front):
        return True
    text, start = state.sentence.text, state.sentence.start
    in_news = not state.subject.in_own_text
    if in_news and SO_FAR.search(text, max(last.end, start), max(clause[0], last.end)):
        return False  # 投产后可年产5万辆，目前已进入生产阶段，具备年产2000辆能力
    if last.modality == FORECAST and (_expects_a_year(state.sentence, clause, front) or front.lstrip("，").startswith("其中")):
        return True
    if last.modality == TARGET and last.start >= start and in_news and _tells_nothing_new(state.sentence, clause, front):
        return True  # 力争全年引进项目40个，新增企业10家
    if owner[0] not in ("Project", "Company"):
        return _goes_on_counting(state.sentence, last, indicator, front, clause)
    if state.subject.opens(clause) or is_told_as_done(front) or any(clause[0] <= span.start < clause[1] for span in state.sentence.times):
        return False
    return last.modality != PLANNED or front.startswith("其中") or indicator == last.indicator == "investment"


def _is_told_so_far(sentence: Sentence, last: Figure, front: str, clause: Clause) -> bool:
    """Whether a clause tells how much of what is planned is spent by a time that its sentence names: 计划投资30亿元，截至5月，完成投资21亿元."""
    if not (SPENT.search(front) or percent.completes_plan(front)):
        return False
    return _BY_NOW.search(sentence.text, max(last.start, sentence.start), clause[0] + len(front)) is not None


def _is_planned_on(state: State, last: Figure, number: Number, indicator: str) -> bool:
    """Whether a project's figure goes on with the halls or the capacity that are planned for it."""
    clause, front = number.clause, number.front
    halls = last.unit == "count" and number.quantity.counted in _HALLS and indicator not in state.index.kinds
    if halls and _NEXT_HALL.fullmatch(front[_end_of(state.sentence, last, clause) :]):
        return True  # 建设厂房4栋、仓库2座
    yields = last.indicator == "capacity" and _YIELDS.match(front) is not None
    return yields and _goes_on_bringing(state, last, clause, front)  # 设计年产能20万吨，实现产值约20亿元


def _end_of(sentence: Sentence, last: Figure, clause: Clause) -> int:
    """Where the last figure ends, from the beginning of a clause that it stands in; 0 in front of it."""
    before = [q.end for q in sentence.quantities_from(*clause) if q.text == last.value_text]
    return before[0] - clause[0] if before and last.start == clause[0] else 0


def _goes_on_bringing(state: State, last: Figure, clause: Clause, front: str) -> bool:
    """Whether a clause of news goes on with what its sentence expects that a park will bring: 可实现年销售收入160亿元，利税33亿元."""
    return last.start >= state.sentence.start and not state.subject.in_own_text and _tells_nothing_new(state.sentence, clause, front)


def _tells_nothing_new(sentence: Sentence, clause: Clause, front: str) -> bool:
    """Whether a clause names no time, and does not say that what it tells is done."""
    return not (sentence.times_from(*clause) or is_told_as_done(front) or SO_FAR.search(front) or _ALREADY.search(front))


def _expects_a_year(sentence: Sentence, clause: Clause, front: str) -> bool:
    """Whether a sentence begins with what it expects of a whole year, and goes on with it: 预计全年生产总值增长5%，出口增长10%."""
    begun = _EXPECTS_A_YEAR.match(sentence.text, sentence.start, sentence.end)
    return begun is not None and not sentence.times_from(*clause) and not _ALREADY.search(front)


def _goes_on_counting(sentence: Sentence, last: Figure, indicator: str, front: str, clause: Clause) -> bool:
    """Whether a place's figure is of the same indicator as the one before, and goes on like it: 预计百亿元企业达2家，50亿元企业1家."""
    counted = indicator in ("projects", "companies")
    like = last.indicator == indicator and (counted or last.modality in (TARGET, FORECAST)) and _GOES_ON.match(front) is not None
    return like and not sentence.times_from(*clause)
