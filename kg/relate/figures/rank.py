"""Takes a clause, gives the ranks in it: 居全省第2位, 位列前三, 居首位, 全国第一."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.recognize.values.numerals import parse
from kg.relate.lexicon import any_of

NUMBER = r"[\d一二三四五六七八九十]+"
_NO_ORDER = r"(?![\d一二三四五六七八九十批届场次季期轮条座款代步个方梯])"  # 第二批, 第一个: one after another
_RANK = re.compile(
    any_of("figures", "rank-verbs")
    + rf"(?:全[国省市区县]\d+[个家座]|[^，。；、\d]{{0,14}}\d+强(?:榜单?|企业|名单)?)?(?:[^，。；、\d]{{0,14}}?)(?:(?P<front>前)(?P<n1>{NUMBER})(?:名|位|强)?|第(?P<n2>{NUMBER})(?:名|位)?{_NO_ORDER}|"
    + rf"(?P<first>{any_of('figures', 'rank-firsts')}))"
)
_RANK_PLAIN = re.compile(any_of("figures", "rank-areas") + rf"(?P<first>第{NUMBER}{_NO_ORDER}|首位)")
ORDER = re.compile("[第前首]")  # in every rank
_FIRST = frozenset(("首位", "榜首", "之首"))
_UNNAMED = re.compile(r"第.*|首位|前.*|^(?:居|位居|列)")


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order."""

    start: int
    end: int
    text: str
    value: Decimal
    at_most: bool  # 前三: it may be better

    @property
    def name(self) -> str:
        """What to call it if nothing in front names it: 全国第一 is 全国排名."""
        return _UNNAMED.sub("", self.text) + "排名"


def ranks(text: str, start: int, end: int) -> Iterator[Rank]:
    """The ranks of a clause: first those with a verb, then those with an area alone."""
    if not ORDER.search(text, start, end):
        return
    for match in [*_RANK.finditer(text, start, end), *_RANK_PLAIN.finditer(text, start, end)]:
        groups = match.groupdict()
        number, first = groups.get("n1") or groups.get("n2"), groups.get("first")
        if number is None:
            number = "1" if first in _FIRST else (first or "").lstrip("第")
        value = parse(number)
        if value is not None:
            yield Rank(match.start(), match.end(), match.group(), value, bool(groups.get("front")))
