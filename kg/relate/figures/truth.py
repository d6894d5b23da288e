"""Whether a figure is measured, planned, aimed at or expected, and when it holds."""

from __future__ import annotations

import re

from kg.model import TimeSpan
from kg.relate.figures.figure import LEVEL, SHARE
from kg.relate.figures.indicator import MONEY, PROJECT_SIZES
from kg.relate.focus import Owner
from kg.relate.lexicon import any_of
from kg.relate.topic import Topic
from kg.relate.topic.dates import dated
from kg.relate.truth import ACTUAL, FORECAST, PLANNED, TARGET, is_told_as_done, modality
from kg.relate.view import Sentence

_PLANNED_SIZE = re.compile(any_of("figures", "planned-sizes"))
SPENT = re.compile(any_of("figures", "spent"))
_SPENT_SO_FAR = re.compile(any_of("figures", "spent-so-far"))
ONCE_FINISHED = re.compile(any_of("figures", "once-finished"))
_PROMISED = re.compile(any_of("figures", "promised"))
_HAS_REACHED = re.compile("产能已?(?:达到|达)$")
_AT_FULL = re.compile("满负荷|满产满销|开足马力")
_CAPACITY_ADDED = re.compile("新增[^，。；\\d]{0,14}产能$|产能(?:已?达到?|[提增][升加]?[至到])$")
_RUNS = re.compile("(?:^|[，。；])(?![^，。；]*(?:预计|计划|力争|拟|有望|确保|后|将))[^，。；]{0,30}(?:投产|投运|量产)[，；]")
_EXISTING = re.compile(any_of("figures", "existing"))
_WORKING = re.compile(any_of("figures", "working"))
_BEING_BUILT = re.compile("(?:正在?|在)(?:加紧|抓紧|加快|有序|全力|火热)*(?:建设|施工|规划)(?!者|单位|方)|拟建|即将(?:开工|动工)")
_JUST_PLANNED = re.compile(r"设计|规划|计划")
_TO_BUILD = re.compile(any_of("figures", "to-build") + r"(?:[\d.]+立?方?[米吨])?[^，。；\d]{0,20}$")
_TO_DATE = re.compile(any_of("figures", "to-date"))  # what is told of all that there is is not of the event
_AGREED = re.compile(any_of("figures", "agreed"))
_AGREED_SUM = re.compile(r"(?:签约|协议|意向|合同)(?:引资|总|投资)*(?:金额|总额|资金|额)|意向授信|金融机构意向")
_SO_FAR = re.compile("截至|截止")
_STARTING_POINT = re.compile(r"(?:从|由)(?:20\d\d年的?)?$")
_BUILT_UNITS = frozenset(("W", "Wh", "m2", "m", "month"))
_PLANS_TO_HAVE = re.compile("[，、；（]?(?:其中|并|主要|共|还|一期|二期|三期|首期)*" + any_of("figures", "plans-to-have"))
_BUILDS_SO_MANY = re.compile("(?:新建|建设|新上|扩建|购置|新增)[^，。；、\\d]{0,6}$")  # 投资3亿元，新建2条生产线
_ABLE = re.compile("具备|具有")  # 基地具备年产10GWh储能电池的能力
_AT_LEAST = re.compile("不低于|不少于")  # 项目用地不少于300亩: its size, no aim
_PLAN_BEFORE = re.compile(any_of("figures", "plan-before"))


_OF_NO_YEAR = frozenset(("Project", "Company"))


def truth(
    indicator: str,
    owner: Owner,
    front: str,
    measure: str,
    unit: str,
    sentence: Sentence,
    topic: Topic,
    time: TimeSpan | None,
    of_many: bool,
    later: bool,
) -> tuple[str, str | None]:
    """Modality and period of a figure.

    :param front: the clause up to the number
    :param time: the last one that the sentence named
    :param of_many: whether it is told of many projects or companies together
    :param later: whether the sentence told before what something will be once it is finished (建成投产后，…)
    """
    found = modality(front, topic.forward)
    planned = _is_planned(indicator, owner, front, measure, unit, topic, found, sentence)
    if _STARTING_POINT.search(front):
        planned, found = False, ACTUAL
    if planned and (found == ACTUAL or topic.forward or found == TARGET and modality(_AT_LEAST.sub("", front), False) == ACTUAL):
        found = PLANNED
    if indicator == "installedPower" and found == ACTUAL and of_many and topic.event is not None:
        found = PLANNED
    if indicator == "investment" and found == ACTUAL and measure == LEVEL and not SPENT.search(front):
        if of_many or owner[0] == "Company" and _AGREED.search(sentence.words):
            found = PLANNED  # what many projects are to cost together, what a company agreed to pay
    if later and found in (ACTUAL, PLANNED, TARGET) and not is_told_as_done(front) and not _STARTING_POINT.search(front):
        expected = indicator not in PROJECT_SIZES
        year = period_of(sentence, topic, time, False) if expected and time is not None and time.text in front else None
        return (FORECAST if expected else PLANNED), year  # what a plant will bring is of no year, if it names none
    if found == ACTUAL and measure == LEVEL and unit in MONEY and _AGREED_SUM.match(indicator):
        found = PLANNED  # what is signed for is still to be paid
    if found == FORECAST and (later or ONCE_FINISHED.search(front)):
        return found, None
    period = period_of(sentence, topic, time, found == ACTUAL)
    if of_many and time is None and found in (ACTUAL, PLANNED) and topic.event is not None and not _TO_DATE.search(sentence.words):
        return found, topic.event.date
    if found == TARGET and time is not None and _is_over(period, topic) and modality(front, False) == ACTUAL:
        found = ACTUAL  # what is said of a year that is over, in a sentence that goes on to an aim
    if found == TARGET and topic.forward and modality(front, False) == ACTUAL and _told_so_far(sentence, front):
        found = ACTUAL  # 截至5月底，累计发放2亿元, among what is to be done
    if found == ACTUAL and _is_to_come(period, topic, by_month=not is_told_as_done(front)):
        found = TARGET  # what is said of a year to come is aimed at
    its_size = owner[0] == "Park" and indicator in PROJECT_SIZES and not of_many
    if found == PLANNED and (owner[0] in _OF_NO_YEAR or (time is None or its_size) and owner != topic.place):
        period = None  # a size is of no year
    elif found in (TARGET, FORECAST) and owner[0] in _OF_NO_YEAR and not _is_to_come(period, topic) and not (time is not None and time.text in front):
        period = None  # what is still to come is not of the year that the text just told of
    return found, period


def _is_over(period: str | None, topic: Topic) -> bool:
    """Whether a period ends in a year before the document's."""
    return bool(period and topic.issued and period[:4].isdigit() and period.rsplit("/", 1)[-1][:4] < str(topic.issued) and not period.endswith(".."))


def _is_to_come(period: str | None, topic: Topic, by_month: bool = False) -> bool:
    """Whether a period ends in a year after the document's.

    :param by_month: whether a month or a part of its year that begins after its own month is to come, too
    """
    if not period or not topic.issued or not period[:4].isdigit():
        return False
    begin, _, end = period.rpartition("/")
    if not by_month or int(end[:4]) != topic.issued or topic.issued_month is None or not end[5:7].isdigit():
        return int(end[:4]) > topic.issued
    return int(end[5:7]) > topic.issued_month and (not begin or begin[:4] == end[:4] and int(begin[5:7]) > topic.issued_month)


def _told_so_far(sentence: Sentence, front: str) -> bool:
    """Whether a sentence tells up to a number how far things have come."""
    at = sentence.text.find(front, sentence.start, sentence.end) if front else -1
    return at >= 0 and _SO_FAR.search(sentence.text, sentence.start, at + len(front)) is not None


def _is_to_be_had(indicator: str, owner: Owner, front: str, unit: str, sentence: Sentence) -> bool:
    """Whether a sentence tells what a company or park plans to build, buy and make: 公司拟投资12亿元，征地300亩，建设年产5万吨产线."""
    built = unit == "count" and owner[0] == "Company" and _BUILDS_SO_MANY.search(front) is not None
    if indicator not in PROJECT_SIZES and not built or is_told_as_done(front) or _WORKING.search(front) or _EXISTING.search(front):
        return False
    begin = front.lstrip("，、")
    if owner[0] == "Park" and indicator == "capacity" and begin.startswith("年产"):
        begin = f"形成{begin}"  # 甲产业园总投资30亿元，年产储能电池10GWh
    before = sentence.text[sentence.start : sentence.text.find(front, sentence.start) + len(front)]
    return _PLANS_TO_HAVE.match(begin) is not None and _PLAN_BEFORE.search(before) is not None


def _is_planned(indicator: str, owner: Owner, front: str, measure: str, unit: str, topic: Topic, found: str, sentence: Sentence) -> bool:
    """Whether a size is a plan: a project's own, or one that is called planned."""
    project = owner[0] == "Project"
    if measure == SHARE and (front.endswith("计划的") or indicator in PROJECT_SIZES):
        return False  # 占年度投资计划的76%: so much of what is planned is done
    if project and indicator == "capacity" and found == ACTUAL and _HAS_REACHED.search(front) and _WORKING.search(sentence.words):
        return False  # 如今一期、二期建成投运，产能达到12GWh
    if project and indicator == "capacity" and found == ACTUAL and _CAPACITY_ADDED.search(front) and _RUNS.search(sentence.words):
        return False  # 二期3月竣工投产，新增产能60万平方米
    if indicator == "capacity" and found == ACTUAL and _AT_FULL.search(sentence.words) and not _JUST_PLANNED.search(front):
        return False  # 生产线满负荷运转，日产能约2500吨
    if project and indicator == "investment" and _SPENT_SO_FAR.search(front) and found == ACTUAL:
        return False
    if project and (indicator in PROJECT_SIZES and not _EXISTING.search(front) or _JUST_PLANNED.search(front[-12:])):
        return True
    built = project or owner[0] == "Park" and not owner[1].endswith("区") and owner != topic.place and not sentence.times
    if indicator == "investment" and measure == LEVEL and not SPENT.search(front) and (built or _PROMISED.search(front)):
        return True
    if found != ACTUAL:
        return False
    if owner[0] == "Park" and owner != topic.place and indicator in PROJECT_SIZES and _BEING_BUILT.search(sentence.words) and not _EXISTING.search(front):
        return True
    if owner[0] in ("Project", "Park") and owner != topic.place and measure in (LEVEL, SHARE) and _PLANNED_SIZE.search(front):
        return True
    if project and measure == LEVEL and _TO_BUILD.search(front) and not is_told_as_done(front) and not _EXISTING.search(front):
        return True
    if owner[0] in ("Company", "Park") and owner != topic.place and measure == LEVEL and _is_to_be_had(indicator, owner, front, unit, sentence):
        return True
    return project and unit in _BUILT_UNITS and measure == LEVEL and not _WORKING.search(front) and not _ABLE.search(front)


def period_of(sentence: Sentence, topic: Topic, time: TimeSpan | None, done: bool) -> str | None:
    """The period of a figure: the sentence's, the frame's, the frame's year."""
    if time is not None:
        return dated(time, sentence, topic, done)
    if topic.period is not None:
        return topic.period
    return str(topic.year) if topic.year is not None else None
