"""The line in which a page names the paper and the day: ``河南日报 2019-07-15 09:03``, ``来源：某网 2023-02-16``, ``2022年04月15日 第05版：某新闻``."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.read.dates import first_date

_DAY = r"(?P<day>(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)(?:\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?"
_PAPER = r"(?P<paper>[\u4e00-\u9fffA-Za-z0-9·—\-]{1,16}?(?:报|网站?|社|台|刊|杂志|客户端|在线|新闻|发布|头条|融媒体?(?:中心)?))"
_PAGE = r"第\s*[A-Za-z]?\d{1,3}\s*版\s*[:：]?\s*[\u4e00-\u9fff·]{0,12}"
_ORIGIN = r"来\s*源\s*[:：]\s*(?P<origin>[^\s，。；：:]{2,30})"
_LONGEST = 60       # characters of such a line
_FORMS = tuple(re.compile(rf"\s*{form}\s*\Z") for form in (
    rf"{_DAY}[\s|丨]*{_PAPER}", rf"{_PAPER}[\s|丨]*{_DAY}", rf"{_ORIGIN}\s+{_DAY}", rf"{_DAY}[\s|丨,，]*{_PAGE}", rf"{_PAPER}?[\s|丨]*{_PAGE}[\s|丨]*{_DAY}"))


class Imprint(NamedTuple):
    """What the line tells: the day (EDTF), and the paper if it is named."""

    issued: str
    publisher: str | None


def imprint(text: str) -> Imprint | None:
    """Read a line that is made for the paper and the day.

    :returns: None for every other line, and where the day is not in the calendar

    >>> imprint("河南日报  2019-07-15 09:03:26")
    Imprint(issued='2019-07-15', publisher='河南日报')
    >>> imprint("2019年7月15日，某公司登报")
    """
    if len(text) > _LONGEST or "。" in text:
        return None
    for form in _FORMS:
        found = form.match(text)
        if found and (issued := first_date(found["day"])):
            named = found.groupdict()
            return Imprint(issued, named.get("paper") or named.get("origin"))
    return None
