"""Takes a list of numbers that one noun closes, proposes the lines and units that are named by them: 地铁1、3、4号线, 云岭核电3号、4号机组.

Each line is one of its own, with the noun that stands but at the last; the units of one power station are named together, as they are built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import LIST_JOINTS, PHASE, names_something, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

NUMBERED = sign(words=("号线", "机组"), plain_words=True)
RULE = "list.numbered"
_NUMBER = re.compile(r"\d{1,2}|[一二三四五六七八九十]{1,2}")
_SYSTEMS = frozenset("地铁 轻轨 轨道交通 城市轨道交通 城市轨道 轨道 城市".split())
_STATION = re.compile("核电|电厂|电站|热电|火电|煤电")


def numbered(tokens: Sequence[Token], noun: int) -> Iterator[Candidate]:
    """The lines or units whose last number stands in front of a noun.

    :param noun: of 号线 or 机组
    """
    numbers = _numbers(tokens, noun)
    if len(numbers) < 2:
        return
    if tokens[noun].text == "机组":
        first = start_of(tokens, numbers[0])
        if first < numbers[0] and _STATION.search(text_of(tokens, first, numbers[0] - 1)) and names_something(tokens, first, numbers[0]):
            yield Candidate(tokens[first].start, tokens[noun].end, "Project", RULE, True)
        return
    behind = tokens[noun + 1].text if noun + 1 < len(tokens) else ""
    phase = behind if PHASE.fullmatch(behind) else ""
    for i in numbers[:-1]:
        first = i
        while i == numbers[0] and first and (tokens[first - 1].text in _SYSTEMS or first < i and tokens[first - 1].kind == "District"):
            first -= 1
        counted = tokens[i + 1].text == "号"
        yield Candidate(tokens[first].start, tokens[i + counted].end, "Project", RULE, False, ("线" if counted else "号线") + phase)


def _numbers(tokens: Sequence[Token], noun: int) -> list[int]:
    """Where the numbers in front of a noun stand, in order."""
    found: list[int] = []
    i = noun - 1
    while i >= 0:
        i -= tokens[i].text == "号"
        if i < 0 or tokens[i].kind != "word" or not _NUMBER.fullmatch(tokens[i].text):
            break
        found.append(i)
        if i < 2 or tokens[i - 1].text not in LIST_JOINTS:
            break
        i -= 2
    return found[::-1]
