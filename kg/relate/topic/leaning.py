"""Takes the sentences of a report of a year's work, says of each block whether it tells what was done or what is to be done.

Both parts of such a report are written without subjects and without tenses (建成X，推进Y): no word decides by itself, and no sentence. The
words of a block vote with their weights (``kg/relate/lexicon/leaning.yaml``), and the blocks around it vote with half of theirs, up to a
heading or a phrase that opens another part (过去一年, 主要预期目标是).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.relate.lexicon import any_of, tables
from kg.relate.view import Sentence
from kg.triggers import Expressions

_CLAUSE = r"(?:^[\s“（(]*(?:[一二三四五六七八九十\d]+(?:是|、|[）).．]))?|(?<=[，；：、。！]))"
_SIGN = {"back": -1, "subjects": -1, "ahead": 1, "orders": 1}
_AT_THE_BEGINNING = ("orders", "subjects")
_YEAR = re.compile(r"(20\d\d)年")
_YEARS = (-3.0, 3.0)  # the weights of a year before that of issue, and of one that is not over
_MOST = 4  # so often a list counts in one block
_BARE = 1.5  # what a block begins with that is long enough to be one: plain words are rather those of a plan
_SHORT = 40
_AROUND, _REACH = 0.5, 3
_AT_ODDS = 3.0  # neighbours that lean so far to either side say nothing of what stands between them
_PART = re.compile(r"[一二三四五六七]、|第[一二三四五六七]部分")
_TURN = re.compile(r"(?:各位代表[，：])?(?:刚刚)?(?:过去|回顾|回望|这五年|五年来|一年来)|(?:今年|[今未]来五年)?[^，。]{0,8}(?:预期|主要|奋斗|发展)目标[是为：]|总体要求")
_AHEAD = 1.0  # so far a block has to lean to be a plan
_TOLD = -4  # a sentence with so few votes tells what was done, in a plan as well, unless that is much of a plan


def _lists() -> Iterator[tuple[float, re.Pattern[str]]]:
    """The weight of the words of each list, and what finds them."""
    for name in tables("leaning"):
        kind, weight = name.rsplit("-", 1)
        begin = _CLAUSE if kind in _AT_THE_BEGINNING else ""
        yield _SIGN[kind] * float(weight), re.compile(begin + any_of("leaning", name))


_WEIGHTS: tuple[float, ...]
_WORDS: tuple[re.Pattern[str], ...]
_WEIGHTS, _WORDS = zip(*_lists())
_WEIGHTS += _YEARS
_EARLIER, _LATER = -2, -1  # the positions of years among the weights
_ANY = Expressions(*_WORDS)


def leanings(sentences: Sequence[Sentence], issued: int) -> dict[int, float]:
    """For each block, counted from 0, how far it looks forward; one of less than 0 looks back.

    :param issued: the year of the report
    """
    blocks: list[list[str]] = []
    parts: list[int] = []
    part = 0
    for sentence in sentences:
        if sentence.opens_block or not blocks:
            headed = sentence.kind in ("title", "heading") and _PART.match(sentence.words)
            part += bool(headed or _TURN.match(sentence.words))
            blocks.append([])
            parts.append(part)
        blocks[-1].append(sentence.words)
    own = [_lean(texts, issued) for texts in blocks]
    result: dict[int, float] = {}
    for i in range(len(blocks)):
        near = range(max(0, i - _REACH), min(len(blocks), i + _REACH + 1))
        votes = [own[j] for j in near if j != i and parts[j] == parts[i]]
        if min(votes, default=0) < -_AT_ODDS and max(votes, default=0) > _AT_ODDS:
            votes = []  # a text that goes to and fro
        result[i] = own[i] + _AROUND * sum(votes) - _AHEAD
    return result


def is_told(words: str, issued: int, lean: float) -> bool:
    """Whether a sentence tells what was done in a block that looks forward.

    :param lean: of its block

    >>> is_told("去年成功引进企业30家，增长12.5%", 2024, 3), is_told("引进企业30家", 2024, 3), is_told("新增就业4.5万人，达到6.1万人", 2024, 12)
    (True, False, False)
    """
    votes = _votes((words,), issued)
    return votes <= _TOLD and 2 * votes + lean < 0


def _lean(texts: Sequence[str], issued: int) -> float:
    return _votes(texts, issued) + (_BARE if sum(map(len, texts)) > _SHORT else 0.0)


def _votes(texts: Sequence[str], issued: int) -> float:
    """The sum of the votes of the words of some sentences."""
    told: dict[int, int] = defaultdict(int)  # position among the weights -> how often
    for text in texts:
        lists, years = _found(text)
        for i, count in lists:
            told[i] += count
        for year in years:
            told[_LATER if year >= issued else _EARLIER] += 1
    return sum(_WEIGHTS[i] * min(_MOST, count) for i, count in told.items())


@lru_cache(maxsize=8_192)
def _found(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """How often the words of which lists stand in a sentence, which is asked for its block and for itself, and the years that it names."""
    return [(i, len(_WORDS[i].findall(text))) for i in _ANY.possible(text)], [int(year) for year in _YEAR.findall(text)]
