"""Takes the sentences of a piece of news with their topics, gives each the event that the text tells of, and the day that it named last.

A signing, groundbreaking or opening of many is told of once, with its day and who held it (5月8日，绵阳高新区举行重点项目集中签约仪式); how many
projects, what they cost and which they are follows, often without either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import TimeSpan
from kg.relate.focus.subjects import clause_subject
from kg.relate.lexicon import any_of
from kg.relate.topic import Event, Topic
from kg.relate.topic.dates import brings_news, dated
from kg.relate.view import Sentence

_DEED = any_of("events", "deeds")
_GATHERING = any_of("events", "gatherings")
_EVENT = re.compile(
    rf"{any_of('events', 'holds')}[^，。；]{{0,60}}?(?:{_DEED}[^，。；]{{0,8}}?{_GATHERING}|{any_of('events', 'meetings')})"
    rf"|在[^，。；]{{4,40}}{_DEED}[^，。；]{{0,4}}{_GATHERING}[^，。；]{{0,12}}(?:分会场|主会场|现场)"
    rf"|(?:[第首一].{{0,2}}批|\d+个)[^，。；\d]{{0,10}}项目[^，。；\d]{{0,4}}{_DEED}(?=[。，])"
    rf"|{_DEED}(?:暨[^，。；]{{2,16}})?{_GATHERING}|集中{_DEED}|现场签约|期间[^。；]{{0,60}}?{_DEED}"
)
_DEEDS = re.compile(_DEED)
_DAY, _MONTH = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"), re.compile(r"(?:\d{4}|XXXX)-\d\d")
_SAME_DAY = re.compile("当[天日]|同[天日]")
_DATELINE = re.compile("讯|电|消息")
_HOLDERS = ("District", "Park")


class Events:
    """Follows the events of one document.

    :param news: whether it is a piece of news; a report tells of a year, not of an event
    :param stages: the stage that a word tells of
    """

    def __init__(self, news: bool, stages: Mapping[str, str]):
        self._news, self._stages = news, stages
        self._event: Event | None = None
        self._paragraph = False  # whether the paragraph told of it
        self._told_day: str | None = None
        self._written: str | None = None  # the day of the dateline: 本报绵阳6月28日电

    def follow(self, sentence: Sentence, topic: Topic) -> Topic:
        """The topic of the next sentence, with the event that it tells of or goes on about."""
        self._paragraph = self._paragraph and not sentence.opens_block
        before = told = self._told_day
        for span in sentence.times:
            if _DAY.fullmatch(span.edtf):
                told = dated(span, sentence, topic._replace(told_day=told, event=self._event), True) or told
                if _DATELINE.match(sentence.text, span.end):
                    self._written = told
        issued = self._written or topic.issued_day
        if self._news and (found := _EVENT.search(sentence.text, sentence.start, sentence.end)) is not None:
            self._event = self._tell(sentence, topic._replace(issued_day=issued, told_day=told, event=self._event), found)
            self._paragraph = True
        self._told_day = told
        return topic._replace(issued_day=issued, told_day=before, event=self._event, at_the_event=self._paragraph)

    def _tell(self, sentence: Sentence, topic: Topic, found: re.Match[str]) -> Event:
        """The event that a sentence tells of; what it leaves out is as before."""
        before, day = self._event, None
        when = _time(sentence, found.start())
        date = dated(when, sentence, topic, True) if when is not None else topic.told_day if _SAME_DAY.search(sentence.words) else None
        host = _host(sentence, found)
        stages = frozenset(self._stages[deed] for deed in _DEEDS.findall(found.group()) if deed in self._stages)
        if before is not None:
            day = before.day if date is None or before.day is None or _holds(date, before.day) else None  # 一季度集中开工的项目…: on that day
            date, host, stages = date or before.date, host or before.host, stages or before.stages
        return Event(date, host, stages, sentence.start, date if date is not None and _DAY.fullmatch(date) else day)


def _holds(span: str, day: str) -> bool:
    """Whether a year or a part of one holds a day."""
    first, _, last = span.partition("/")
    return _DAY.fullmatch(day) is not None and len(first) < len(day) and first <= day[: len(first)] <= (last or first)


def _time(sentence: Sentence, at: int) -> TimeSpan | None:
    """The time of an event: the last day in front of it, else the last month, else the last other time."""
    times = [t for t in sentence.times if t.start < at and not brings_news(t, sentence)]
    for precision in (_DAY, _MONTH):
        exact = [t for t in times if precision.fullmatch(t.edtf)]
        if exact:
            return exact[-1]
    return times[-1] if times else None


def _host(sentence: Sentence, found: re.Match[str]) -> tuple[str, str] | None:
    """Who held an event: the first place in its clause, the nearest of those that stand together; else none."""
    start, _ = sentence.clause_at(found.start())
    places = [m for m in sentence.mentions_between(start, found.end()) if m.cls in _HOLDERS]
    if not places or sentence.text[places[0].start - 1 : places[0].start] in ("在", "于"):
        return None
    host = places[0]
    told = clause_subject(sentence, start, sentence.clause_at(found.start())[1])
    if told is not None and told.cls in _HOLDERS:
        return told.cls, told.text
    for place in places[1:]:
        if place.start == host.end:
            host = place
    return host.cls, host.text
