"""Takes a clause and the names in it, gives those that it speaks of: the name at its front, or a list of them.

What stands in front of the subject is skipped (5月，在绵阳，), and names that only lead to it: who built it, where it lies, whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention
from kg.relate.focus.phases import Owner
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

SUBJECTS = ("Company", "Project", "Park", "District", "Organization")
HOLDERS = frozenset(("Company", "Park", "District"))
LEAD_IN = re.compile(any_of("focus", "lead-ins") + "*")
BEHIND = re.compile("^" + any_of("focus", "behind-places"))
_JOINT = re.compile(r"[、和与及]|以及")
_BUILT_BY = re.compile(f"{any_of('focus', 'noun-lead-ins')}*由[^，。；]{{2,60}}?{any_of('focus', 'built-by', 'headed-by')}的[“]?")
_BUILT_WHOLLY = re.compile("[，、]?由[^，。；]{2,60}?" + any_of("focus", "built-by", "set-up-by") + "+(?:[，；。]|$)")
# where a piece of news was written: 本报绵阳5月29日电（记者王甲）, 绵阳在线消息
_DATELINE = re.compile(r"[^，。；、：]{0,24}?(?:消息|报道|讯|\d日电)(?:（[^）]{2,40}）[：，]?|[：，]|(?=\d{1,2}月))")
_DASH = re.compile(r"[^，。；、—]{2,24}——")
_OWNS_THE = re.compile(any_of("focus", "owns") + "*的")
_ONLY_BUILDS = re.compile(any_of("focus", "only-builds"))
_IS_TO_IT = re.compile("[^，。；]{0,12}的[^，。；]{2,16}，")
_UNDER_ITS_FLAG = ("旗下的", "下属的", "控股的", "旗下子公司", "全资子公司", "控股子公司")
_LEADS_TO = {"District": ("District", "Park"), "Company": ("Project",)}
_WHERE = re.compile(r"(?:位于|坐落[于在]|落户于?|地处|选址)$")  # 位于某园区，占地300亩: whose size it is stands before
# what is measured of a place: 三台县绿色食品全产业链产值达110亿元
_MEASURED = re.compile(r"[^，。；、：\d的]{2,16}(?:产值|收入|营收|规模|总量|增加值|产量|产能|销售额|出口额?|面积|投资额?)[^，。；、：\d]{0,6}\d")
_ITS_RESULT = re.compile(r"的[^，。；、：\d的]{0,8}?" + any_of("focus", "results"))  # 甲公司的市场占有率
_OUTSIDE = re.compile("域外|以外|境外|外(?![贸资商向汇])")  # 山西省域外招商项目
# a place of work of a company or park, which a clause of a report on the spot enters: 走进甲公司的生产车间，
_ON_THE_SPOT = re.compile("的?[^，。；的]{0,8}" + any_of("focus", "places-of-work") + "[里内中外上]?，?")
# what a name of a place or company is followed by that only says what the next name is to it: 甲高新区龙头企业乙公司
_APPOSED = re.compile(any_of("focus", "apposed"))
_BESIDE = re.compile(any_of("focus", "beside"))
_RELATIVE = re.compile(any_of("focus", "relates") + "[^，。；]{2,24}?的")
_COUNTED = re.compile(r"\d+[余多]?[家户个项](?![^，。；]{0,16}(?:入驻|落户|来到?|赴|走进|集聚|参展|前往))")  # 某区77家规上企业
_SETTLED_THERE = re.compile("(?:入驻|落户|引进|进驻)的?企业(?:是|为)$")  # 2号厂房入驻企业是甲公司，总投资…
_CALLED = re.compile(r"^[，、]?(?:作为[^，。；]{0,16}|[^，。；]{2,20}的[^，。；建打引签推支拥围依对投是有与和在]{0,8})$")


def clause_subject(sentence: Sentence, start: int, end: int) -> Mention | None:
    """The name at the front of a clause that is its subject; also what somebody built (由甲公司建设的乙项目), and a company that a clause only
    describes (重庆车企里的老大哥长安汽车，)."""
    text = sentence.text
    dateline = _DATELINE.match(text, start, end) if sentence.opens_block and start == sentence.start else None
    begin = dateline.end() if dateline is not None else start
    mentions = sentence.mentions_between(begin, end)
    if not mentions:
        return None
    built = _BUILT_BY.match(text, start, end)
    if built is not None:
        work = next((m for m in sentence.mentions_between(built.end(), end)[:1] if m.start == built.end()), None)
        return work if work is not None and work.cls in ("Project", "Park") else None
    if _BUILT_WHOLLY.match(text, start, end):
        return None  # 该项目…，由甲公司投资兴建，: it is still the project that is spoken of
    return _described(sentence, mentions, start, begin, end) or _at_the_front(sentence, mentions, begin, end)


def _described(sentence: Sentence, mentions: Sequence[Mention], start: int, begin: int, end: int) -> Mention | None:
    """The name that a clause begins to describe and tells behind that: what joins places, who moved in, what is called so.

    :param mentions: the names of the clause
    :param begin: where it goes on behind a dateline
    """
    text = sentence.text
    related = _RELATIVE.match(text, begin, end)
    work = next((m for m in mentions if m.start == related.end()), None) if related is not None else None
    if work is not None and work.cls == "Project":
        return work  # 连接甲市与乙市的丙高速
    settled = next((m for m in mentions if m.cls == "Company" and _SETTLED_THERE.search(text, begin, m.start)), None)
    if settled is not None and text[settled.end : end] in ("", "，", "；", "。"):
        return settled
    called = mentions[-1]
    if called.cls in ("Company", "District", "Park") and text[called.end : end] == "，" and _CALLED.match(text[start : called.start]):
        return called
    return None


def _at_the_front(sentence: Sentence, mentions: Sequence[Mention], begin: int, end: int) -> Mention | None:
    """The name at the front of a clause, or the one to which it leads, if the clause speaks of it.

    :param mentions: the names of the clause
    :param begin: where it goes on behind a dateline
    """
    text = sentence.text
    for mention in mentions:
        if mention.cls not in SUBJECTS:
            continue
        front, rest = text[begin : mention.start], text[mention.end : end]
        if len(front) > 18 or not LEAD_IN.fullmatch(front) or _is_spoken_of_no_further(sentence, mention, front, rest):
            return None
        led_to = _led_to(sentence, mention, mentions, end)
        if led_to is not None:
            begin = led_to
            continue
        if mention.cls in ("Company", "Project") and rest[:1] == "的" and _ON_THE_SPOT.fullmatch(rest):
            return mention
        in_a_list = mention.cls in ("Project", "Company", "Park", "District") and rest[:1] in ("、", "等")
        if in_a_list or rest[:1] == "的" and mention.cls != "Project" and not (mention.cls == "Company" and _ITS_RESULT.match(rest)):
            return mention if rest[:1] == "、" and listed_subjects(sentence, mention, end) else None
        if (
            rest[:1]
            and not (BEHIND.match(rest) or _MEASURED.match(rest) or _COUNTED.match(rest))
            and mention.cls not in ("Project", "Company", "Park")
        ):
            return None
        return mention
    return None


def _is_spoken_of_no_further(sentence: Sentence, mention: Mention, front: str, rest: str) -> bool:
    """Whether a clause goes on about something else than the name at its front.

    :param front: what stands in front of the name in its clause
    :param rest: what stands behind it
    """
    if only_describes(sentence, mention) or front.endswith("以") and rest.startswith("为"):
        return True  # 以甲公司为龙头的产业
    if mention.cls == "District" and _OUTSIDE.match(rest) or _BESIDE.match(rest):
        return True
    if mention.cls in ("District", "Park") and not rest.strip("，；。、：内里境") and _WHERE.search(front):
        return True
    # 甲公司投资，乙公司承建，占地300亩: what they build is spoken of; 甲集团旗下的乙公司: what belongs to it
    return mention.cls == "Company" and (_ONLY_BUILDS.fullmatch(rest) is not None or rest.startswith(_UNDER_ITS_FLAG))


def begins_beside(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether a clause begins beside what it names, and so tells of something else: 甲基地附近的一家工厂年产值5亿元."""
    first = next(iter(sentence.mentions_between(*clause)), None)
    if first is None or not LEAD_IN.fullmatch(sentence.text[clause[0] : first.start]):
        return False
    return _BESIDE.match(sentence.text, first.end, clause[1]) is not None


def only_describes(sentence: Sentence, mention: Mention) -> bool:
    """Whether a company only tells what the subject of the next clause is to it: 作为甲集团的全资子公司，乙公司…."""
    text = sentence.text
    if mention.cls != "Company" or not text.endswith(("作为", "身为"), sentence.start, mention.start):
        return False
    return _IS_TO_IT.match(text, mention.end, sentence.end) is not None


def _led_to(sentence: Sentence, mention: Mention, mentions: Sequence[Mention], end: int) -> int | None:
    """Where the name begins to which one in front of it only leads, or where to look for it.

    :param mentions: the names of the clause
    :param end: of the clause
    """
    text, rest = sentence.text, sentence.text[mention.end : end]
    dash = _DASH.match(text, mention.end, end) if mention.cls in HOLDERS else None
    if dash is not None and any(m.start == dash.end() and m.cls in ("Project", "Company") for m in mentions):
        return dash.end()  # 某园区重点项目——甲项目: what the dash leads to
    if mention.cls in _LEADS_TO and any(m.start == mention.end and m.cls in _LEADS_TO[mention.cls] for m in mentions):
        return mention.end  # 阜阳市颍东区: the nearest place is spoken of; 甲公司年产3万吨正极材料项目: the project
    apposed = _APPOSED.match(text, mention.end, end) if mention.cls in HOLDERS else None
    if apposed is not None and any(m.start == apposed.end() and m.cls in ("Project", "Company") for m in mentions):
        return apposed.end()
    owns = _OWNS_THE.match(rest) if mention.cls == "Company" else None
    if owns is not None and any(m.start == mention.end + owns.end() and m.cls in ("Project", "Park") for m in mentions):
        return mention.end + owns.end()  # 甲公司投资建设的乙基地占地8平方公里: the base does
    if mention.cls in ("District", "Park") and re.match(r"[内里]?的", rest):
        if any(m.start in (mention.end + 1, mention.end + 2) for m in sentence.mentions):
            return mention.end  # 坐落在广宁县的…电站: the place only describes the subject
    return None


def listed_subjects(sentence: Sentence, first: Mention, end: int) -> tuple[Owner, ...]:
    """The names of a list that share what the clause says: 高新区、经开区规模以上工业增加值.

    :param first: the name that begins the clause
    :returns: none if it is no list, or one that 等 leaves open
    """
    text, members = sentence.text, [first]
    for mention in sentence.mentions_between(first.end, end):
        if mention.cls != first.cls or not _JOINT.fullmatch(text[members[-1].end : mention.start]):
            break
        members.append(mention)
    rest = text[members[-1].end : end]
    if len(members) < 2 or not rest or not BEHIND.match(rest):
        return ()
    return tuple((m.cls, m.text) for m in members)
