"""Takes the sentences of a report of a year's work, says of each block whether it tells what was done or what is to be done.

Both parts of such a report are written without subjects and without tenses (建成X，推进Y): no word decides by itself, and no sentence. The
words of a block vote with their weights (``kg/relate/lexicon/leaning.yaml``), and the blocks around it vote with half of theirs, up to a
heading that parts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.relate.lexicon import any_of, tables
from kg.relate.view import Sentence

_CLAUSE = r"(?:^[\s“（(]*(?:[一二三四五六七八九十\d]+(?:是|、|[）).．]))?|(?<=[，；：、。！]))"
_SIGN = {"back": -1, "subjects": -1, "ahead": 1, "orders": 1}
_AT_THE_BEGINNING = ("orders", "subjects")
_YEAR = re.compile(r"(20\d\d)年")
_YEARS = {-1: -3.0, 1: 3.0}  # the weights of a year before that of issue, and of one that is not over
_MOST = 4  # so often a list counts in one block
_BARE = 1.5  # what a block begins with that is long enough to be one: plain words are rather those of a plan
_SHORT = 40
_AROUND, _REACH = 0.5, 3
_PART = re.compile(r"[一二三四五六七]、|第[一二三四五六七]部分")
_AHEAD = 1.0
_TOLD = -4  # a sentence with so few votes tells what was done, in a plan as well


def _votes() -> list[tuple[float, re.Pattern[str]]]:
    out = []
    for name in tables("leaning"):
        kind, weight = name.rsplit("-", 1)
        begin = _CLAUSE if kind in _AT_THE_BEGINNING else ""
        out.append((_SIGN[kind] * float(weight), re.compile(begin + any_of("leaning", name))))
    return out


_VOTES = _votes()


def leanings(sentences: Sequence[Sentence], issued: int) -> dict[int, bool]:
    """For each block, counted from 0, whether it looks forward.

    :param issued: the year of the report
    """
    blocks: list[list[str]] = []
    parts: list[int] = []
    part = 0
    for sentence in sentences:
        if sentence.opens_block or not blocks:
            part += sentence.kind in ("title", "heading") and _PART.match(sentence.words) is not None
            blocks.append([])
            parts.append(part)
        blocks[-1].append(sentence.words)
    own = [_lean(texts, issued) for texts in blocks]
    result = {}
    for i in range(len(blocks)):
        near = range(max(0, i - _REACH), min(len(blocks), i + _REACH + 1))
        around = sum(own[j] for j in near if j != i and parts[j] == parts[i])
        result[i] = own[i] + _AROUND * around > _AHEAD
    return result


def is_told(words: str, issued: int) -> bool:
    """Whether a sentence tells what was done, wherever it stands.

    >>> is_told("去年成功引进企业30家，增长12.5%", 2024), is_told("引进企业30家", 2024)
    (True, False)
    """
    return sum(_counts((words,), issued)) <= _TOLD


def _lean(texts: Sequence[str], issued: int) -> float:
    return sum(_counts(texts, issued)) + (_BARE if sum(map(len, texts)) > _SHORT else 0.0)


def _counts(texts: Sequence[str], issued: int) -> list[float]:
    """The votes of the words of some sentences."""
    found = [weight * min(_MOST, sum(len(pattern.findall(text)) for text in texts)) for weight, pattern in _VOTES]
    years = [1 if int(year) >= issued else -1 for text in texts for year in _YEAR.findall(text)]
    return found + [_YEARS[sign] * min(_MOST, years.count(sign)) for sign in (-1, 1)]
