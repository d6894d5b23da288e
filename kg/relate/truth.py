"""Whether what a clause says is so: done, planned, aimed at, expected, or not at all.

Cue words decide (genre.md: 力争 → Target, 预计 → Forecast, 拟 → Planned); without one, the direction in which the text
looks. A denied or cancelled fact is dropped. The words are in ``kg/relate/lexicon/truth.yaml``.
"""

from __future__ import annotations

import re

from kg.relate.lexicon import any_of

ACTUAL, PLANNED, TARGET, FORECAST = "Actual", "Planned", "Target", "Forecast"

_TARGET = re.compile(any_of("truth", "targets"))
_BOUNDS = ("不低于", "不少于")
_WON = re.compile(any_of("truth", "won"))
_FORECAST = re.compile(any_of("truth", "forecasts"))
_PLANNED = re.compile(any_of("truth", "plans"))
_DENIED = re.compile(any_of("truth", "denials") + r"(?:$|[^，。；]{0,4}$)")
_WISHED = re.compile(any_of("truth", "wishes") + "$")
_STRIVES = re.compile(any_of("truth", "strives") + "$")
_DENIED_BEHIND = re.compile(any_of("truth", "denials-behind"))
_CONDITION = re.compile("^" + any_of("truth", "conditions"))
_DONE = re.compile(any_of("truth", "done"))
_IMPERATIVE = re.compile(any_of("truth", "imperatives") + "$")


def modality(front: str, forward: bool) -> str:
    """The modality of what stands behind some words of a clause.

    :param front: the clause up to the fact
    :param forward: whether the text looks forward here (plans of the coming year)

    >>> modality("力争全市产值", False), modality("预计年均产值", False), modality("拟投资", False), modality("完成投资", False), modality("新增企业", True)
    ('Target', 'Forecast', 'Planned', 'Actual', 'Target')
    """
    aim = _TARGET.search(front)
    if aim is not None and aim.group() in _BOUNDS and _FORECAST.search(front):
        return FORECAST  # 预计不低于
    if aim is not None and (forward or not _WON.search(front)):
        return TARGET
    if _FORECAST.search(front):
        return FORECAST
    if forward:
        return TARGET
    if _PLANNED.search(front):
        return PLANNED
    return ACTUAL


def denied(front: str, clause: str, strives: bool = False) -> bool:
    """Whether a fact is denied, cancelled, wished for, asked or only supposed.

    :param front: the words in front of it in its clause
    :param clause: the clause, or the sentence from there on: a denial may follow (…的消息不实)
    :param strives: whether who strives for it (争取) aims at it; else that is a wish

    >>> denied("华星公司未", "华星公司未落户苏州工业园区"), denied("华星公司", "若华星公司落户"), denied("华星公司", "华星公司落户")
    (True, True, False)
    """
    if _DENIED.search(front) or _WISHED.search(front) or not strives and _STRIVES.search(front) or _CONDITION.match(clause):
        return True
    return bool(_DENIED_BEHIND.search(clause))


def is_told_as_done(words: str) -> bool:
    """Whether words tell of something done: 已, 累计, 同比."""
    return bool(_DONE.search(words))


def is_asked_for(front: str) -> bool:
    """Whether the words in front of a name ask for what follows: 推动X投产.

    >>> is_asked_for("推动"), is_asked_for("昨日，")
    (True, False)
    """
    return bool(_IMPERATIVE.search(front))
