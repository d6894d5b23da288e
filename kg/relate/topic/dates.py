"""Takes a time that leaves its year to the context, gives its EDTF.

The year is the one that stands before it in its sentence (2021年7月签约，8月28日动工), for 同年 and 次年 the last that the text named, else
the frame's. Without a frame a month that was still to come when the text was issued, and is told as done, lies in the year before.
A day without its month is of the last month that its sentence named, else the last before the text was issued; 当日 is the last day that
the text named, 昨日 the day before it was issued.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.model import TimeSpan
from kg.recognize.values.times import with_year
from kg.relate.lexicon import any_of
from kg.relate.topic import Topic
from kg.relate.view import Sentence

_REFERS_BACK = ("当年", "同年", "第二年", "次年", "翌年")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WITHOUT_MONTH = re.compile("XXXX-XX-")
_FULL = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_MONTH = re.compile(r"XXXX-(\d\d)")
_BRINGS_NEWS = re.compile(any_of("events", "brings-news"))


def brings_news(span: TimeSpan, sentence: Sentence) -> bool:
    """Whether a time is that of the news, not of what it tells: 2月22日从市发改委获悉."""
    return _BRINGS_NEWS.match(sentence.text, span.end, sentence.end) is not None


def dated(span: TimeSpan, sentence: Sentence, topic: Topic, done: bool) -> str | None:
    """The EDTF of a time.

    :param done: whether what is dated is told as done
    :returns: None if it needs a year and there is none
    """
    if "XXXX" not in span.edtf:
        return span.edtf
    if _WITHOUT_MONTH.match(span.edtf):
        return _day(span, sentence, topic)
    if span.edtf == "XXXX-XX":
        return _month_beside(span, topic)
    year = year_before(sentence, span)
    if year is not None and not done and topic.issued is not None and year < topic.issued and not span.text.startswith(_REFERS_BACK):
        year = topic.issued  # 2021年6月开工，预计5月底投产, in a text of 2022: it is still to come
    if year is None and span.text.startswith(_REFERS_BACK):
        year = topic.told_year
    if year is None:
        year = topic.date_year
        month = _MONTH.match(span.edtf)
        if year is not None and done and topic.year is None and topic.issued_month and month and int(month[1]) > topic.issued_month:
            year -= 1
    return with_year(span, year)


def _day(span: TimeSpan, sentence: Sentence, topic: Topic) -> str | None:
    """A day that leaves out its month, or is told by another."""
    earlier = next((t for t in reversed(sentence.times) if t.start < span.start and _FULL.fullmatch(t.edtf)), None)
    before = dated(earlier, sentence, topic, True) if earlier is not None else None
    issued = date.fromisoformat(topic.issued_day) if topic.issued_day else None
    if span.text.startswith("当"):
        return before or topic.told_day
    if span.text.startswith(("昨", "今")):
        return str(issued - timedelta(days=span.text.startswith("昨"))) if issued is not None else None
    number = int(span.edtf[-2:])
    if before is not None:
        return _in_month(date.fromisoformat(before), number)
    if issued is None:
        return None
    return _in_month(issued if number <= issued.day else issued.replace(day=1) - timedelta(days=1), number)


def _month_beside(span: TimeSpan, topic: Topic) -> str | None:
    """The month before or behind the one in which the text was issued, or that one: 上月, 下月, 本月."""
    if topic.issued is None or topic.issued_month is None:
        return None
    months = 12 * topic.issued + topic.issued_month - 1 + {"上": -1, "本": 0, "下": 1}[span.text[0]]
    return f"{months // 12}-{months % 12 + 1:02d}"


def _in_month(month: date, day: int) -> str | None:
    """A day of a month; none if the month does not have it."""
    try:
        return str(month.replace(day=day))
    except ValueError:
        return None


def year_before(sentence: Sentence, span: TimeSpan) -> int | None:
    """The last year that an earlier time of the sentence names."""
    for earlier in reversed([t for t in sentence.times if t.start < span.start]):
        year = _YEAR.match(earlier.edtf)
        if year:
            return int(year.group())
    return None
