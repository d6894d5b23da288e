"""Numbers as Chinese texts write them: the counterpart of :mod:`kg.recognize.values.numerals`, made for its tests alone."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def grouped(number: int) -> str:
    """With a comma after every three digits: 1,200,000."""
    return f"{number:,}"


def chinese(number: int) -> str:
    """A whole number below 10^12 in Chinese numerals, as they are read aloud: 一万零五十."""
    if number == 0:
        return _DIGITS[0]
    written, gap = "", False
    for unit, word in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, unit)
        if part:
            written += ("零" if written and (gap or part < 1000) else "") + _below_ten_thousand(part) + word
            gap = False
        elif written:
            gap = True
    return written.removeprefix("一") if written.startswith("一十") else written


def _below_ten_thousand(number: int) -> str:
    written, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + _UNITS[place]
            gap = False
        else:
            gap = True
    return written
