"""Takes a clause, tells whether it speaks of several projects or companies together (集中开工X、Y等项目22个), and whose those are."""

from __future__ import annotations

import re

from kg.relate.figures.figure import PLACES, Clause
from kg.relate.focus import Focus, Owner
from kg.relate.view import Sentence

OF_MANY = re.compile(r"等|一批|多个|[\d一二两三四五六七八九十百余]+[个项宗]")
# projects and companies of which the number is told: 签约项目58个, 12个重大项目竣工, 集中开工X、Y等项目22个
_COUNTED = re.compile(
    r"(?:其中，?)?[^，。；、\d“”]{2,12}类(?:共有|共|有)?\d+[个项宗](?=[，、；。]|$)"
    r"|[^，。；、\d]{0,12}(?:项目|企业)(?:共有|共计|一共|总计|总数|数量|数|共|有|达到?|为|约|近|超过?)*\d+[个项家宗]"
)
_OF_NUMBER = re.compile(
    _COUNTED.pattern + r"|[两三四五六七八九十]+[个家][^，。；、\d]{0,8}(?:项目|企业)(?=[一共总合撑年累完实贡])"
    r"|\d+余?[个项家宗](?:总投资[约超近]?[\d.]+[万亿]*元)?的?[^，。；、\d]{0,16}(?:项目|企业|药企|车企|房企)(?!之一|中心|园)"
)
_PROJECTS_COUNTED = re.compile(r"项目(?:共有|共计|共|有|达)*\d+[个项宗]|\d+余?[个项宗][^，。；、\d]{0,10}项目")
_LISTS = re.compile(r"(?:开工|签约|竣工|投产|落地|奠基|动工)的?(?:重[点大]|产业|招商){0,2}项目(?:主要|分别)?(?:是|为|有|包括|涵盖)")
_COMPANIES_COUNTED = re.compile(r"\d+余?家[^，。；、\d]{0,16}企业")  # which are no company's
_GOAL = re.compile(r"\d余?[个家][^，。；、]{2,24}(?:落户|入驻|落地|集聚|聚集)[于至在到]$")
_FROM = re.compile(r"(?:来自|由|与|和|同|面向)$")
MOVED_IN = re.compile("(?:入驻|进驻|(?:招商)?签约|招引)(?:的)?企业\\d|\\d+余?家[^，。；]{0,6}企业(?:签约)?(?:入驻|进驻)")
_PROJECTS_OF_A_PLACE = re.compile("(?:签约|引进|招引|在建|开工|竣工|招商|重[点大])[^，。；、\\d]{0,6}项目")
_BEGUN_TOGETHER = re.compile("(?:顺利|正式|同步|同时)?集中(?:开工|签约|竣工|投产|动工|奠基|启动|开竣工)")  # 甲项目等11个项目在乙县集中开工


def counts_projects(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause tells how many projects there are: 今年实施重点项目31个."""
    return _PROJECTS_COUNTED.search(sentence.text, *clause) is not None


def begins_with_count(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause counts projects, or begins with how many projects or companies there are; not those that moved in somewhere."""
    counts = _COUNTED.match(sentence.text, *clause) is not None or counts_projects(sentence, clause)
    return counts and not MOVED_IN.search(sentence.text, *clause)


def tells_of_many(sentence: Sentence, clause: Clause, in_news: bool) -> bool:
    """Whether a clause tells of projects or companies by their number, or in news lists several that begin together."""
    return _OF_NUMBER.search(sentence.text, *clause) is not None or in_news and _lists_many(sentence, clause)


def _lists_many(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause lists several that begin together, so that what is summed up behind them is nobody's of them: 今天开工的项目分别是甲项目、乙基地."""
    found = _LISTS.search(sentence.text, *clause)
    if found is None:
        return False
    comma = sentence.text.find("，", clause[1], sentence.end)  # the list may stand behind a colon
    until = comma if comma >= 0 else sentence.end
    if sentence.quantities_from(found.end(), until):
        return False
    return sum(m.cls in ("Project", "Park", "Company") for m in sentence.mentions_between(found.end(), until)) > 1


def holder_in_clause(sentence: Sentence, clause: Clause) -> Owner | None:
    """The area that a clause names as the one whose projects or companies it counts: 等蓝谷产业园项目5个."""
    text, (start, end) = sentence.text, clause
    for mention in reversed(sentence.mentions_between(start, end)):
        if mention.cls not in PLACES:
            continue
        front = text[start : mention.start]
        if _GOAL.search(front) or _COUNTED.match(text, mention.end, end) and not _FROM.search(front):
            return mention.cls, mention.text
        if text[mention.start - 1] == "在" and _BEGUN_TOGETHER.match(text, mention.end, end):
            return mention.cls, mention.text
    return None


def holder_told(sentence: Sentence, clause: Clause, focus: Focus, place: Owner | None) -> Owner | None:
    """Whose projects or companies those are that a clause counts without naming an area: of whom the paragraph spoke.

    :param place: of which the text tells there
    """
    if focus.place_told is not None and _PROJECTS_OF_A_PLACE.search(sentence.text, *clause):
        return focus.place_told  # 某镇…。甲公司项目已投产。已签约的重大项目共5个
    return focus.holder_of_place(place) if _COMPANIES_COUNTED.search(sentence.text, *clause) else focus.holder(place)
