"""Chinese, Arabic and mixed numerals to exact decimals.

>>> parse("1.2万亿") == 1_200_000_000_000, parse("二百三十亿"), parse("二〇二三"), parse("1,200")
(True, Decimal('23000000000'), Decimal('2023'), Decimal('1200'))
>>> parse("百亿"), parse("两千五百"), parse("十"), parse("3百")
(Decimal('10000000000'), Decimal('2500'), Decimal('10'), Decimal('300'))
>>> parse("三万五"), parse("两千三"), parse("一百五"), parse("一百零五")     # the last digit counts the next smaller unit
(Decimal('35000'), Decimal('2300'), Decimal('150'), Decimal('105'))
>>> parse("数十亿") is None        # vague: names no number
True
"""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}

_ARABIC = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")


def _below_ten_thousand(text: str) -> Decimal | None:
    """A numeral without 万 and 亿: 二百三十, 3百, 二〇二三, 1.2, 百 (one hundred)."""
    arabic = _ARABIC.match(text)
    if arabic:
        value = Decimal(arabic.group().replace(",", ""))
        for c in text[arabic.end() :]:
            if c not in SMALL:
                return None
            value *= SMALL[c]
        return value
    if len(text) > 1 and all(c in DIGITS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    total, digit, place = 0, None, 1  # place: what a digit counts that has no unit of its own
    for c in text:
        if c in DIGITS:
            if digit not in (None, 0):
                return None
            place = 1 if digit == 0 else place
            digit = DIGITS[c]
        elif c in SMALL:
            total += (1 if digit is None else digit) * SMALL[c]
            digit, place = None, SMALL[c] // 10
        else:
            return None
    return Decimal(total + (digit or 0) * place)


def parse(text: str) -> Decimal | None:
    """Read one numeral.

    :param text: the numeral alone, without unit, spaces or 多/余
    :returns: its exact value, or None if it is not a numeral or names no number (数十, 几百)
    """
    if not text:
        return None
    total, rest = Decimal(0), text
    # 万亿 multiplies, 亿 … 万 … adds: the part in front of the last large unit is a numeral of its own
    for unit in ("亿", "万"):
        at = rest.rfind(unit)
        if at >= 0:
            front, rest = rest[:at], rest[at + 1 :]
            count = parse(front) if front else Decimal(1)
            if count is None:
                return None
            total += count * LARGE[unit]
            if not rest:
                return total
            if len(rest) == 1 and rest in DIGITS and front:  # 三万五
                return total + DIGITS[rest] * LARGE[unit] // 10
    value = _below_ten_thousand(rest)
    return None if value is None else total + value
