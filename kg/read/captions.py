"""Captions of pictures: what they describe counts, who took the picture does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.read.furniture import NAME
from kg.read.line import Line

_MARK = re.compile(r"[△▲▼▽]\s*")
_OPENING = re.compile(r"(?:图为|上图|下图|资料图|效果图|图[:：]|图\s?\d{1,2}[:：])")
_LONGEST = 160      # characters of a caption that is only known by its credit
_AGENCY = "新华社|中新社|中新网|新华网|人民网|人民视觉|视觉中国|资料图片?|图虫创意|CFP|IC\\s?photo"
_BEFORE = r"(?:^|(?<=[。！？!?.）)”」，；\s]))"
_CREDIT = re.compile(rf"""(?:
    {_BEFORE}\s*(?P<named>[（(]?\s*(?:[\u4e00-\u9fffA-Za-z+·]{{0,12}}?(?:记者|通讯员|摄影师?|作者)[\s:：]*)?
        {NAME}(?:(?:[\s、,，/]+|\s*(?:通讯员|记者)\s*){NAME}){{0,4}}\s*(?:[/／]?\s*(?:摄影报道|摄影|拍摄|摄)|\s+图|[/／]图|\s*供图)\s*[)）]?)
  | {_BEFORE}\s*(?P<labelled>[（(]?\s*(?:图片?来源|图源|图据|来源|摄影|供图|图片|航拍|制图|资料图片?|视频截图|效果图由|图/|摄)(?:\s*[:：/丨|]\s*|\s*)[^。！？，；]{{1,30}}[)）]?)
  | \s*(?P<barred>[丨｜|]\s*(?:摄影?[:：/]?\s*)?{NAME}(?:\s*摄)?)
  | {_BEFORE}\s*(?P<agency>[（(]?(?:{_AGENCY})(?:发|\s*(?:记者|通讯员)?\s*{NAME})?(?:\s*摄)?[)）]?)
  | (?P<bracket>[（(][^（()）。]{{0,30}}(?:摄|供图|资料图|资料图片|效果图|图源[^（()）]{{0,12}})[)）])
)\s*\Z""", re.X)


def caption(line: Line) -> list[tuple[str, Line]] | None:
    """Part a caption into its description and its credit.

    :param line: any line of the page
    :returns: parts with their kinds (``caption``, ``furniture``) in order; None if the line is no caption
    """
    mark = _MARK.match(line.text)
    size = len(line.text)
    if mark:
        line = line.part(mark.end(), size)
        return list(_parts(line)) if line.text else []
    if size > _LONGEST:
        return None
    if line.role == "caption" or _OPENING.match(line.text):
        return list(_parts(line))
    if not any(sign in line.text[-40:] for sign in ("摄", "图")):
        return None
    credit = _credit(line)
    if credit is None or not _surely_a_credit(line.text[credit:]):
        return None
    return list(_parts(line))


def _credit(line: Line) -> int | None:
    tail = max(0, len(line.text) - 90)
    found = _CREDIT.search(line.text, tail)
    return found.start(found.lastgroup or 0) if found and (found.start() > tail or tail == 0) else None


def _surely_a_credit(text: str) -> bool:
    """Whether an ending tells of a picture, without a mark that says so: 张三 摄, （资料图）, 图源 …"""
    return bool(re.search(r"(?:摄|供图|摄影报道|资料图片?|效果图)\s*[)）]?\Z|^[（(]?\s*图(?:源|片来源|据)", text))


def _parts(line: Line) -> Iterator[tuple[str, Line]]:
    credit = _credit(line)
    if credit is None:
        yield "caption", line
        return
    if credit:
        yield from _described(line, credit)
    else:
        yield "furniture", line


def _described(line: Line, credit: int) -> Iterator[tuple[str, Line]]:
    described = line.part(0, credit)
    rest = line.part(credit, len(line.text))
    # Between two blocks there has to be room for a break: it takes the place of a bar, a bracket or the full stop.
    if rest.origins[0] - described.origins[-1] < 2:
        if rest.text[0] in "丨｜|（(" and len(rest.text) > 1:
            rest = rest.part(1, len(rest.text))
        else:
            described = described.part(0, len(described.text) - 1)
    if described.text:
        yield "caption", described
    yield "furniture", rest
