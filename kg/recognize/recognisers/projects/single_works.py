"""Takes the tokens of a sentence, proposes public works that a city's own text names by their kind alone, since there is one of each: 建成大歌剧院、
青少年活动中心, 规划馆建成开放.

The text must tell that it is built: a verb right in front of it or of the list that it stands in, or a stage right behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of
from kg.recognize.home import Home
from kg.recognize.text.signs import sign
from kg.recognize.text.spelt_lists import JOINT
from kg.recognize.text.tokens import Borders, Token, unbroken
from kg.triggers import Expressions

_any = partial(any_of, "public_works")
SINGLE_WORK = sign(ends=("馆", "院", "厅", "宫", "中心", "站", "园"), plain_words=True)
_PHASE = "(?:[一二三]期)?"
_SINGLE = re.compile(rf"(?:{_any('singles')}){_PHASE}")
_SINGLES = Expressions(_SINGLE)
_BESIDE = rf"[^、，。；：！？的\d“”（）]{{2,16}}?{_any('beside_singles')}{_PHASE}"
_LIST_IN_FRONT = rf"(?:{_BESIDE}{JOINT})*"
_BUILT = re.compile(rf"{_any('builds', 'facility_builds')}(?:了)?{_LIST_IN_FRONT}$")
_PUSHED = re.compile(rf"{_any('pushes', 'plans')}{_LIST_IN_FRONT}$")
_ONLY_BESIDE = re.compile(_LIST_IN_FRONT)
_LIST_GOES_ON = re.compile(rf"(?:{JOINT}{_BESIDE}(?=[、和与及，。；：！？\n建开竣投启改扩高正顺主等]|项目|工程|$))*")
_ENDS = re.compile(r"(?=[，。；！？\n]|$)|等|项目|工程|建设(?=[，。；！？\n]|$)")
_DONE = re.compile(r"(?:项目|工程)?(?:等\S{0,8}?)?(?:建设|项目建设|规划建设|改造|改扩建|扩建|迁建|新建)(?=[，。；！？\n]|$)")
_BECAME = re.compile(
    rf"(?:项目|工程)?{_any('single_manners')}*{_any('facility_stages', 'single_stages')}"
)
_IN_GENERAL = re.compile(_any("works_in_general"))
_FARTHEST = 60  # characters from a work to the verb of its list


def single_works(tokens: Sequence[Token], home: Home) -> Iterator[Candidate]:
    """Works of a sentence of which the place whose text it is has one."""
    text = unbroken(tokens)
    if text is None or home.entry is None or home.entry.level not in ("city", "county") or home.park_name:
        return
    base = tokens[0].start
    borders = None
    for _, match in _SINGLES.finditer(text):
        start, end = match.span()
        borders = borders or Borders(tokens)
        if base + end in borders and _is_told_of(text, start, end):
            yield Candidate(base + start, base + end, "Project", "public-work.single", False)


def _is_told_of(text: str, start: int, end: int) -> bool:
    """Whether a verb that builds stands in front of a work or its list, or what became of it right behind."""
    begin = max(max(text.rfind(mark, 0, start) for mark in "，。；：！？\n") + 1, start - _FARTHEST)
    before = text[begin:start]
    behind = text[_LIST_GOES_ON.match(text, end).end():]  # type: ignore[union-attr]
    if _IN_GENERAL.search(before) or behind.startswith(("等于一体", "于一体")):
        return False  # 各级图书馆、科技馆; 集科技馆、图书馆于一体
    if _BUILT.search(before):
        return _ENDS.match(behind) is not None
    if _PUSHED.search(before):
        return _DONE.match(behind) is not None or _BECAME.match(behind) is not None
    opens = _ONLY_BESIDE.fullmatch(before) is not None
    return opens and _BECAME.match(behind) is not None
