"""Takes a clause, tells whether it speaks of a project whose name was not read: what is told of it is nobody's."""

from __future__ import annotations

import re

from kg.model import Quantity
from kg.relate.figures.figure import Clause
from kg.relate.figures.of_many import OF_MANY
from kg.relate.figures.sized import PAYS_FOR
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

_WORKS = "(?:项目|基地|工厂|生产线|产线)"
_UNNAMED = re.compile(
    f"(?:{any_of('figures', 'pays-for')}|签[约订]的|引进的|“)[^，。；、]{{3,30}}{_WORKS}{any_of('figures', 'just-named')}*$"
)
_OF_COMPANY = re.compile(rf"的[^，。；、]{{2,20}}?{_WORKS}")
_WORK = re.compile(rf"(?![\d一二两三四五六七八九十]+[条座栋幢]生?产?线?)[^，。；、]{{3,30}}?{_WORKS}")  # not 2条生产线
_SIZED_UNREAD = re.compile(
    rf"[，、；]?(?:其中|此外|另外)?，?[“]?(?P<name>[^，。；、]{{7,40}}?{any_of('figures', 'called-at-the-end')})[”]?(?:[（(][^）]*[）)]|[一二三]期)?"
    r"(?:计划|预计|拟|规划|协议|，)*(?:总?投资|占地|用地|总?建筑面积|年产)"
)
# … that begins its sentence alone: 某某道路升级工程，总投资2亿元
_UNREAD_HEAD = re.compile(
    rf"[“]?(?!该|本|这|此|整个?|上述|目前|其中|据|全部|两|[一二三四首]期|项目|工程)[^，。；、：]{{4,40}}?{any_of('figures', 'called-at-the-end')}[”]?(?:[（(][^）]*[）)]|[一二三]期)?"
)
_POINTED_THING = re.compile(rf"[“，、；]*(?:这[个座条家]|该)[^，。；、的]{{0,12}}{any_of('figures', 'pointed-things')}(?!主任|书记|管委会)")
_IN = re.compile("[在于]$")
_SEVERAL_PHASES = re.compile(
    "[，；、]?(?:其中，?)?[一二三四]期?(?:[、和及与]|以及)[二三四五]期(?:项目|工程)?(?:共|合计|计划|总|预计)*(?:投资|占地|用地|建筑面积)"
)  # 二期、三期共占地100亩


def tells_of_several_phases(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause tells of phases together, and so of none of them: 二期、三期共占地100亩."""
    return _SEVERAL_PHASES.match(sentence.text, *clause) is not None


def begins_with_unread(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause begins with a project whose name was not read, in front of its size, or points at a thing without a name."""
    if not sentence.quantities_from(*clause):
        return False
    text, start = sentence.text, clause[0]
    thing = _POINTED_THING.match(text, *clause)
    if thing is not None and not sentence.mentions_between(start, thing.end()):
        return True
    sized = _SIZED_UNREAD.match(text, *clause)
    if sized is None or OF_MANY.search(sized["name"]):
        return False
    named = sentence.mentions_between(start, sized.end("name"))
    return not any(m.cls == "Project" or m.cls == "Park" and m.end >= sized.end("name") - 2 for m in named)


def begins_with_unread_plant(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause begins with a company's plant whose name was not read: 甲公司的发光材料工厂设在绵阳."""
    front = sentence.mentions_between(*clause)[:1]
    if not front or front[0].cls != "Company" or front[0].start - clause[0] > 1:
        return False
    plant = _OF_COMPANY.match(sentence.text, front[0].end, clause[1])
    return plant is not None and not sentence.mentions_between(front[0].end, plant.end())


def ends_with_unread(sentence: Sentence, start: int, in_news: bool) -> bool:
    """Whether the clause in front of a place ends with a project that is built and whose name was not read, whose sizes then follow."""
    clause = sentence.clause_at(start - 1)
    words = sentence.text[clause[0] : start].strip("，,、")
    head = _UNREAD_HEAD.fullmatch(words) if clause[0] == sentence.start and in_news else None
    named = sentence.mentions_between(*clause)
    if head is not None and not OF_MANY.search(words):
        return not any(m.cls == "Project" or m.cls == "Park" and m.end >= clause[0] + head.end() - 2 for m in named)
    found = _UNNAMED.search(words)
    if found is None or OF_MANY.search(found.group()):
        return False
    return not any(m.cls in ("Project", "Park") and m.start >= clause[0] + found.start() and not _IN.search(sentence.text, clause[0], m.start) for m in named)


def pays_for_unread(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether money is said to pay for a project whose name was not read: 投资12亿元建设功率器件产业化项目."""
    paid = PAYS_FOR.match(sentence.text, quantity.end)
    work = _WORK.match(sentence.text, paid.end()) if paid is not None else None
    if paid is None or work is None or OF_MANY.search(work.group()):
        return False
    return not any(m.cls in ("Project", "Park") for m in sentence.mentions_between(paid.end(), work.end()))
