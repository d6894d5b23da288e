"""Which column of a row holds the text, and which tell title, date, source, publisher; in Chinese or English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.errors import ReadError
from kg.read.dates import any_date
from kg.read.sidecar import Known

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "正文", "内容", "全文", "文本"),
    "title": ("title", "headline", "标题", "题目"),
    "issued": ("issued", "date", "published", "pubdate", "publish_time", "日期", "发布日期", "发布时间", "时间"),
    "url": ("url", "link", "链接", "网址", "原文链接"),
    "source": ("source", "来源"),
    "publisher": ("publisher", "site", "媒体", "发布机构"),
    "id": ("id", "identifier", "编号", "file"),
}
_HINT = "name it text, content or 正文; others that are understood: title, date, source, url, publisher, id"


def text_column(columns: Iterable[str]) -> str | None:
    """The column that holds the texts; None if there is none."""
    return next((column for column in columns if _plain(column) in COLUMNS["text"]), None)


def no_text_column(columns: Iterable[str], where: object) -> ReadError:
    named = ", ".join(str(column) for column in columns) or "none"
    return ReadError(f"no column holds a text; the columns are {named}", where=where, hint=_HINT)


def text_of(row: Mapping[str, object], where: object) -> str:
    """The text of a row.

    :raises ReadError: if it has none
    """
    column = text_column(row)
    if column is None:
        raise no_text_column(row, where)
    text = row[column]
    if not isinstance(text, str) or not text.strip():
        raise ReadError(f"the row's {column} is empty", where=where, hint="it holds the text to read")
    return text


def name_of(row: Mapping[str, object], number: int) -> str:
    """The row's id, else its number."""
    given = _value(row, "id")
    return given.strip("/") if given else str(number)


def known_of(row: Mapping[str, object], where: object) -> Known:
    """What a row says of its text. ``source`` is an address, or else the paper.

    :raises ReadError: for a date that is none
    """
    written = _value(row, "issued")
    issued = any_date(written) if written else None
    if written and issued is None and any(character.isdigit() for character in written):
        raise ReadError(f"the row says {written!r} for a date", where=where, hint="give YYYY-MM-DD, YYYY-MM or YYYY")
    source, publisher, url = _value(row, "source"), _value(row, "publisher"), _value(row, "url")
    if url and source and not publisher:
        source, publisher = None, source
    return Known(_value(row, "title"), issued, url or source, publisher)


def _value(row: Mapping[str, object], meaning: str) -> str | None:
    named = {_plain(column): value for column, value in row.items()}
    values = (named.get(column) for column in COLUMNS[meaning])
    found = next((str(value).strip() for value in values if isinstance(value, (str, int)) and str(value).strip()), None)
    return found


def _plain(column: object) -> str:
    return str(column).strip().lower()
