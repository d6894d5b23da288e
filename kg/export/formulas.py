"""Texts that a spreadsheet would take for a formula, made harmless.

A program that opens CSV runs ``=HYPERLINK(…)`` wherever it came from, and a company's name comes from a text of the web.

:source: OWASP, «CSV Injection»: cells that begin with = + - @, tab, carriage return or line feed, and the full-width forms that some
    programs of East Asia take for the same
"""

from __future__ import annotations

import re

_BEGINS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?%?")


def harmless(text: str) -> str:
    """Put an apostrophe in front of a text that a spreadsheet might run; numbers and all other texts stay as they are.

    >>> harmless("=1+1"), harmless("-3.5"), harmless("肇庆高新区")
    ("'=1+1", '-3.5', '肇庆高新区')
    """
    return "'" + text if _BEGINS.match(text) and not _NUMBER.fullmatch(text) else text
