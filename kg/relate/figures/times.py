"""Which times of a clause its figures may be of, and the year that a paragraph of news goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import TimeSpan
from kg.recognize.places import BARE_ZONES
from kg.relate.figures.figure import PLACES, Clause, Figure
from kg.relate.focus import Focus, Owner
from kg.relate.lexicon import any_of
from kg.relate.topic import Topic
from kg.relate.topic.dates import brings_news
from kg.relate.truth import ACTUAL, PLANNED
from kg.relate.view import Sentence

_FOUNDED = re.compile("(?:始建|成立|创立|创建|组建|建成|诞生|创办)于$")  # 始建于1966年的公司累计生产…: not in that year
_SETTLED = re.compile(any_of("figures", "settled"))  # 公司2018年落户园区，年产能…: not in that year
_BEGAN = re.compile(any_of("figures", "began"))
_SINCE = re.compile(r"[^，。；]{1,10}以来")  # 自2022年8月动工以来: what is told is of no such month
SO_FAR = re.compile(r"(?:截至)?(?:目前|当前)|现已|现有|如今")
_EVENT_NAME = re.compile(r"[^，。；：\d]{0,16}(?:签约|开工|竣工|投产|奠基|揭牌)")
_OF_NO_SUCH_YEAR = re.compile(any_of("figures", "of-no-such-year"))
_YEAR_OR_PART = re.compile(r"\d{4}(?:-\d\d)?(?:/\d{4}(?:-\d\d)?)?")


def times_told(sentence: Sentence, clause: Clause) -> list[TimeSpan]:
    """The times of a clause that are more than a part of a name or the day on which something began."""
    inside = sentence.times_from(*clause)
    inside = [span for span in inside if not _SINCE.match(sentence.text, span.end) and not brings_news(span, sentence)]
    return [span for span in inside if not _is_of_a_name(span, sentence) and not _tells_foundation(span, sentence, clause)]


def _tells_foundation(span: TimeSpan, sentence: Sentence, clause: Clause) -> bool:
    """Whether something was founded at a time: 始建于1966年的公司累计生产…."""
    return _FOUNDED.search(sentence.text, max(clause[0], span.start - 4), span.start) is not None


def _is_of_a_name(span: TimeSpan, sentence: Sentence) -> bool:
    """Whether a part of a year only names an event whose day was told: 2月18日，某区举行一季度重大项目签约仪式."""
    if "/" not in span.edtf and len(span.edtf) != 4 or not _EVENT_NAME.match(sentence.text, span.end):
        return False
    return any(t.start < span.start and t.edtf[-3:-2] == "-" and t.edtf.count("-") == 2 for t in sentence.times)


def stage_time(sentence: Sentence, times: Sequence[TimeSpan], before: TimeSpan | None) -> tuple[list[TimeSpan], TimeSpan | None]:
    """Of the times of a clause without a number those that figures behind it may be of, and the last at which something only began.

    :param before: the time that told so before
    """
    times = [span for span in times if not _SETTLED.match(sentence.text, span.end)]
    return times, next((span for span in reversed(times) if _BEGAN.match(sentence.text, span.end)), before)


def remember_year(focus: Focus, figure: Figure) -> None:
    """Remember for the rest of a paragraph of news of which year, or part of one, it told what a place has."""
    if figure.owner[0] in PLACES and figure.modality in (ACTUAL, PLANNED) and figure.period and _YEAR_OR_PART.fullmatch(figure.period):
        focus.year_told = (figure.owner, figure.period)


def year_told(focus: Focus, sentence: Sentence, topic: Topic, owner: Owner, clause: Clause) -> str | None:
    """The year of which the paragraph told what the same place has, where a sentence tells of none: 今年全区建设项目29个。其中，产业项目25个."""
    told = focus.year_told
    if told is None or sentence.times:
        return None
    if _OF_NO_SUCH_YEAR.search(sentence.text, *clause) or _OF_NO_SUCH_YEAR.match(sentence.text, sentence.start):
        return None
    alike = told[0] == owner or {told[0][1], owner[1]} & BARE_ZONES and topic.place in (told[0], owner)
    return told[1] if alike else None
