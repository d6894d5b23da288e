"""Takes a size, gives the project of which it is told: the one behind it, or the one with which the clause before ends."""

from __future__ import annotations

import re

from kg.model import Quantity
from kg.recognize.text.phrase import LIST_JOINTS
from kg.relate.figures.figure import Clause
from kg.relate.figures.indicator import MONEY
from kg.relate.figures.of_many import OF_MANY
from kg.relate.focus import Focus, Owner
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

PHASE = re.compile(r"[一二三四首]期(?!间)")
_SIZED = frozenset(("Project", "Company", "Park"))
PAYS_FOR = re.compile("，?" + any_of("figures", "pays-for") + r"+了?的?(?:包括[^，。；]{2,24}在内的)?")  # 投资10亿元建设的重庆基地
_JUST_NAMED = re.compile(any_of("figures", "just-named") + "*")
_BROUGHT_UP = re.compile(any_of("figures", "brought-up"))
_AGREED_ON = re.compile(any_of("figures", "agreements") + "+[》”]?")
_SIGNED = re.compile(any_of("figures", "signs"))
_SIZED_NAME = re.compile(r"(?:[、，][^，。；、\d是为括有]{1,8}[\d.]+[^，。；、\d的]{1,6}){0,3}的")  # 投资30亿元、用地200亩的…项目; not 总投资8亿元，分别是…
_INVESTED = re.compile(r"投资[约近超达]?$")
_NOTHING_BEHIND = re.compile("[，。；、]")
_AND_MORE = re.compile(r"[、和及与]|以及|等")


def named_behind(sentence: Sentence, focus: Focus, quantity: Quantity) -> Owner | None:
    """The project, company or park behind its size: 总投资11亿元的小鹏智能驾驶项目, 规划产能20GWh的二期, 投资10亿元建设的重庆基地."""
    text = sentence.text
    if quantity.unit == "count" and _NOTHING_BEHIND.match(text, quantity.end):
        return None  # 10亿元以上项目2个，为总投资10.5亿元的甲项目
    paid = PAYS_FOR.match(text, quantity.end) if quantity.unit in MONEY else None
    if paid is not None:
        for mention in sentence.mentions_between(paid.end(), sentence.end)[:1]:
            if mention.start == paid.end() and mention.cls in ("Project", "Park") and not _AND_MORE.match(text, mention.end):
                return mention.cls, mention.text
    sized = _SIZED_NAME.match(text, quantity.end)
    if sized is None and not (quantity.unit in MONEY and _INVESTED.search(text, max(0, quantity.start - 4), quantity.start)):
        return None
    at = sized.end() if sized is not None else quantity.end  # 投资320亿元甲项目
    for mention in sentence.mentions_between(at, sentence.end)[:1]:
        if mention.start == at and mention.cls in _SIZED:
            return mention.cls, mention.text
    return pronoun(sentence, focus, (at, sentence.clause_at(at)[1])) if PHASE.match(text, at) else None


def pronoun(sentence: Sentence, focus: Focus, clause: Clause) -> Owner | None:
    """What a noun or pronoun at the front of a clause, or of the rest of one, stands for."""
    return focus.pronoun(sentence.text[clause[0] : clause[1]], sentence.mentions_between(sentence.start, clause[0]))


def only_one_behind(sentence: Sentence, focus: Focus, clause: Clause) -> tuple[Owner, int] | None:
    """The one project behind its size, which the clause and those after it speak of, and where the size ends: 总投资86亿元的湛朗半导体项目开工，占地520亩."""
    found = [(owner, q.end) for q in sentence.quantities_from(*clause) if (owner := named_behind(sentence, focus, q)) is not None]
    return found[0] if len(found) == 1 else None


def just_named(sentence: Sentence, start: int) -> Owner | None:
    """The project that the clause in front of a place ends with, whose sizes follow: 公司在绵阳建设湛朗半导体基地，总投资86亿元."""
    agreed = _agreed_on(sentence, start)
    if agreed is not None:
        return agreed
    before = sentence.mentions_between(sentence.start, start)
    if not before or before[-1].cls != "Project" or OF_MANY.search(sentence.text, before[-1].end, start):
        return None
    project = before[-1]
    begin, end = sentence.clause_at(project.start)
    if end > start or not _JUST_NAMED.fullmatch(sentence.text[project.end : end].strip("，,、")):
        return None
    if not _BROUGHT_UP.search(sentence.text, begin, project.start) and project.start - begin > 1:
        return None
    listed = len(before) > 1 and before[-2].cls == "Project" and sentence.text[before[-2].end : project.start] in LIST_JOINTS
    return None if listed else (project.cls, project.text)


def _agreed_on(sentence: Sentence, start: int) -> Owner | None:
    """The project about which the sentence told before that an agreement was signed: 甲公司与乙市签署丙项目投资协议，总投资45亿元."""
    named = [m for m in sentence.mentions_between(sentence.start, start) if m.cls == "Project"]
    if len(named) != 1:
        return None
    begin, end = sentence.clause_at(named[0].start)
    signed = _SIGNED.search(sentence.text, begin, named[0].start) is not None
    return (named[0].cls, named[0].text) if signed and _AGREED_ON.fullmatch(sentence.text[named[0].end : end].strip("，")) else None
