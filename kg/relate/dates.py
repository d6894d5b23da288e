"""Takes a time that leaves its year to the context, gives its EDTF.

The year is the one that stands before it in its sentence (2021年7月签约，8月28日动工), for 同年 and 次年 the last that the text named, else
the frame's. Without a frame a month that was still to come when the text was issued, and is told as done, lies in the year before.
"""

from __future__ import annotations

import re

from kg.model import TimeSpan
from kg.recognize.values.times import with_year
from kg.relate.topic import Topic
from kg.relate.view import Sentence

_REFERS_BACK = ("当年", "同年", "第二年", "次年", "翌年")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"XXXX-(\d\d)")


def dated(span: TimeSpan, sentence: Sentence, topic: Topic, done: bool) -> str | None:
    """The EDTF of a time.

    :param done: whether what is dated is told as done
    :returns: None if it needs a year and there is none
    """
    if "XXXX" not in span.edtf:
        return span.edtf
    year = year_before(sentence, span)
    if year is None and span.text.startswith(_REFERS_BACK):
        year = topic.told_year
    if year is None:
        year = topic.date_year
        month = _MONTH.match(span.edtf)
        if year is not None and done and topic.year is None and topic.issued_month and month and int(month[1]) > topic.issued_month:
            year -= 1
    return with_year(span, year)


def year_before(sentence: Sentence, span: TimeSpan) -> int | None:
    """The last year that an earlier time of the sentence names."""
    for earlier in reversed([t for t in sentence.times if t.start < span.start]):
        year = _YEAR.match(earlier.edtf)
        if year:
            return int(year.group())
    return None
