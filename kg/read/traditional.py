"""Traditional characters in simplified form, one for one, so that recognisers need to know one form of a word."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kg.model import Document

TABLE = Path(__file__).with_name("traditional.txt")     # made by tools/refresh_traditional.py, which tells its source


@cache
def table() -> dict[str, str]:
    """Traditional characters with their simplified form; none is a character of GB 2312, so that simplified text stays as it is."""
    lines = (line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {pair[0]: pair[1] for line in lines for pair in line.split()}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile("[" + "".join(table()) + "]")


def simplified(text: str) -> str:
    """Write a text with simplified characters.

    :returns: a text of the same length, so that offsets hold

    >>> simplified("臺積電落戶肇慶高新區"), simplified("著名企业")
    ('台积电落户肇庆高新区', '著名企业')
    """
    return _traditional().sub(lambda found: table()[found[0]], text)


def as_written(document: Document, start: int, end: int) -> str:
    """A part of a document's clean text with the traditional characters that it was written with.

    :param start, end: clean offsets
    """
    written = (document.text[origin] for origin in document.origins[start:end])
    return "".join(original if original in table() else clean for clean, original in zip(document.clean[start:end], written, strict=True))
