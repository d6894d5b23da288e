"""Dates as pages write them, as EDTF: 2023-01-16, 2023-01, 2023."""

from __future__ import annotations

import re
from datetime import date

from kg.errors import UsageError

_EXACT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_DIGITS = {digit: str(value) for value, digits in enumerate(("〇零○ＯO０", "一", "二", "三", "四", "五", "六", "七", "八", "九")) for digit in digits}
_NUMERAL = "一二三四五六七八九十"
FULL = re.compile(r"(?<![0-9])(?P<y>(?:19|20)[0-9][0-9])\s*[-/.年]\s*(?P<m>[0-9]{1,2})\s*[-/.月]\s*(?P<d>[0-9]{1,2})(?![0-9])"
                  rf"|(?P<Y>[一二][{_NUMERAL}〇零○ＯO０]{{3}})年(?P<M>[{_NUMERAL}]{{1,2}})月(?P<D>[{_NUMERAL}]{{1,3}})日")
COMPACT = re.compile(r"(?<![0-9])((?:19|20)[0-9][0-9])(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9])")
MONTH_DAY = re.compile(r"(?<![0-9])([0-9]{1,2})月([0-9]{1,2})日")
YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9][0-9])(?![0-9])")


def issued_date(text: str) -> str:
    """Check a date that a user gave: a year, a month or a day that exists.

    :raises UsageError: for anything else

    >>> issued_date("2023-01-16"), issued_date("2023")
    ('2023-01-16', '2023')
    """
    found = _EXACT.match(text.strip())
    if found and found[1] != "0000":
        year, month, day = found[1], found[2], found[3]
        if _real(int(year), int(month or 1), int(day or 1)):
            return "-".join(part for part in (year, month, day) if part)
    raise UsageError(f"there is no date {text!r}", hint="give YYYY-MM-DD, YYYY-MM or YYYY")


_WIDE = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９", "0123456789")}


def _real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _numeral(text: str) -> int:
    """A number up to 31 in Chinese numerals."""
    tens, ten, ones = text.rpartition("十")
    value = int(_DIGITS.get(ones, "0")) if ones else 0
    return value + (10 * int(_DIGITS.get(tens, "1") if tens else 1) if ten else 0)


def first_date(text: str) -> str | None:
    """The first full date in a text, if it exists in the calendar.

    >>> first_date("（二〇一六年一月二十四日在大会上）"), first_date("2023/1/6 10:20"), first_date("2023-02-30")
    ('2016-01-24', '2023-01-06', None)
    """
    for found in FULL.finditer(text.translate(_WIDE)):
        if found["y"]:
            year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
        else:
            year = int("".join(_DIGITS.get(digit, "0") for digit in found["Y"]))
            month, day = _numeral(found["M"]), _numeral(found["D"])
        if _real(year, month, day):
            return f"{year:04}-{month:02}-{day:02}"
    return None


def compact_date(text: str) -> str | None:
    """The first date written as eight digits: 20230116."""
    for year, month, day in COMPACT.findall(text):
        if _real(int(year), int(month), int(day)):
            return f"{year}-{month}-{day}"
    return None


def any_date(text: str) -> str | None:
    """A date of any precision that fills a field: ``2023年1月``, ``2023-01-16T10:20:00+08:00``, ``20230116``; None if it is none."""
    text = text.strip().translate(_WIDE)
    full = first_date(text) or compact_date(text)
    if full:
        return full
    month = re.match(r"((?:19|20)[0-9][0-9])\s*[-/.年]\s*([0-9]{1,2})\s*月?\Z", text)
    if month and 1 <= int(month[2]) <= 12:
        return f"{month[1]}-{int(month[2]):02}"
    year = re.match(r"((?:19|20)[0-9][0-9])\s*年?\Z", text)
    return year[1] if year else None
