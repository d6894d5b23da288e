"""Takes a name, the names inside it and the place just in front of it, gives what the composition says (annotation.md): a park, project or
organization whose name begins with a place lies there, and so does a park behind the name of its district (横州市六景工业园区); a project or
plant whose name begins with a company is developed by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.model import Mention
from kg.recognize.conflicts import PHASED
from kg.relate.view import Sentence

Composition = tuple[Mention, str, Mention, str]  # subject, relation, object, rule

_LOCATED = frozenset(("Park", "Project", "Organization"))


def compositions(sentence: Sentence) -> Iterator[Composition]:
    """(subject, relation, object, rule) for each name that holds others, and for a park or project directly behind its district."""
    ends = {m.end: m for m in sentence.mentions if m.cls in ("District", "Park")}
    for whole in sentence.mentions:
        parts = sentence.within.get((whole.start, whole.end), [])
        yield from _behind_its_place(whole, ends, sentence)
        if whole.cls in _LOCATED:
            yield from _in_or_of_its_place(whole, parts, sentence)
        yield from _inside(parts)
        yield from _chain_of_places(whole, parts)
        for park in parts:
            if park.rule == PHASED:
                yield from _places(sentence.text, park, [p for p in parts if p is not park and p.end <= park.end])
        if whole.cls == "Park":
            for part in parts:
                if part.cls == "Company" and part.start == _behind_places(whole, parts) and whole.end - part.end > 2:
                    yield part, "develops", whole, "composition.develops-park"
        if whole.cls == "Project":
            yield from _of_a_project(whole, parts, sentence.text)


def _behind_its_place(whole: Mention, ends: Mapping[int, Mention], sentence: Sentence) -> Iterator[Composition]:
    """Where a thing is that stands directly behind a place, or in front of one in brackets.

    :param ends: the places of the sentence by where they end
    """
    if whole.cls in _LOCATED and whole.start in ends and (whole.cls != "Park" or len(whole.text) > 3):  # 贵阳贵安 are two
        yield whole, "locatedIn", ends[whole.start], "composition.behind-its-place"
    if whole.cls == "District" and whole.start in ends and ends[whole.start].cls == "District":
        for member in (whole, *_listed_behind(whole, sentence)):
            yield member, "locatedIn", ends[whole.start], "composition.district-in-district"
    if whole.cls in ("Project", "Park") and (place := _bracketed_behind(whole, sentence)) is not None:
        yield whole, "locatedIn", place, "composition.bracketed-place"


def _in_or_of_its_place(whole: Mention, parts: list[Mention], sentence: Sentence) -> Iterator[Composition]:
    """Where a thing is that bears a place in its name, or what it is a section of."""
    for subject, relation, place, rule in _places(sentence.text, whole, parts):
        if place.cls == whole.cls and _SECTION.search(whole.text):
            yield subject, "partOf", place, "composition.part-of"
        else:
            yield subject, relation, place, rule
    if whole.cls == "Park" and (park := _zone_of_section(whole, parts)) is not None:
        yield whole, "partOf", park, "composition.part-of"


def _of_a_project(whole: Mention, parts: list[Mention], text: str) -> Iterator[Composition]:
    """Who builds a project, what it makes and what it is a part of, by the names in its name."""
    yield from _partners(text, whole, parts)
    for part in parts:
        if part.cls == "Company":
            yield part, "develops", whole, "composition.develops"
        elif part.cls == "Product":
            yield whole, "produces", part, "composition.produces"  # 年产2万吨电解液项目
        elif part.start == whole.start and (part.cls == "Project" or part.cls == "Park" and _OF_THE_PARK.match(text, part.end, whole.end)):
            yield whole, "partOf", part, "composition.part-of"


def _behind_places(whole: Mention, parts: list[Mention]) -> int:
    """Where a name goes on behind the places that it begins with: at 晨帆 in 晨州晨帆科技园."""
    at = whole.start
    for place in sorted((p for p in parts if p.cls in ("District", "Park")), key=lambda p: (p.start, -p.end)):
        if place.start == at:
            at = place.end
    return at


def _bracketed_behind(whole: Mention, sentence: Sentence) -> Mention | None:
    """The place that stands alone in brackets behind a name, the nearest of those in a row: 甲晶圆项目（乙县）."""
    text, at, place = sentence.text, whole.end + 1, None
    if text[whole.end : at] != "（":
        return None
    for mention in sentence.mentions_between(at, sentence.end):
        if mention.start != at or mention.cls not in ("District", "Park"):
            break
        place, at = mention, mention.end
    return place if place is not None and text[at : at + 1] == "）" else None


_ZONE_BETWEEN = re.compile(
    "(?:开发区|经开区|高新区|新区|园区|保税区|工业区|示范区|合作区)."
)  # 曲靖经开区南海子工业园区: in that zone, not just in the city


def _inside(parts: list[Mention]) -> Iterator[Composition]:
    """Where the parks lie that a longer name holds: 赣州经开区 of 赣州经开区党工委 in the city that it bears, one behind another in that."""
    for park in parts:
        if park.cls != "Park" or len(park.text) <= 3:
            continue
        borne = [p for p in parts if p.cls == "District" and p.start == park.start and p.end < park.end]
        behind = [p for p in parts if p.cls in ("District", "Park") and p.end == park.start]
        if behind:
            yield park, "locatedIn", behind[-1], "composition.behind-its-place"
        elif borne and not _ZONE_BETWEEN.search(park.text, borne[-1].end - park.start):
            yield park, "locatedIn", borne[-1], "composition.place-in-name"


_BELOW = re.compile("(?:[区县旗镇乡]|街道)$")


def _chain_of_places(whole: Mention, parts: list[Mention]) -> Iterator[Composition]:
    """Where the places lie that a longer name begins with: 涪城区 of 绵阳市涪城区城厢街道甲项目 in 绵阳市, 城厢街道 in that."""
    around: Mention | None = None
    for place in sorted((p for p in parts if p.cls == "District"), key=lambda p: p.start):
        if around is not None and place.start == around.end and _BELOW.search(place.text):
            yield place, "locatedIn", around, "composition.district-in-district"
        elif place.start != whole.start:
            return
        around = place


_LEVELS = ("省", "市", "区县旗", "镇乡道", "村")
_LIST_JOINT = re.compile("[、和及与]|以及")


def _listed_behind(first: Mention, sentence: Sentence) -> Iterator[Mention]:
    """The districts of one level in a list that goes on behind the first (甲县乙镇、丙镇和丁县戊镇: 丙镇 is in 甲县 too)."""
    starts = {m.start: m for m in sentence.mentions if m.cls == "District"}
    level = next((level for level in _LEVELS if first.text[-1] in level), None)
    last = first
    while level is not None and (joint := _LIST_JOINT.match(sentence.text, last.end)) is not None:
        member = starts.get(joint.end())
        if member is None or member.text[-1] not in level or member.end in starts:
            return
        yield member
        last = member


_STREET = re.compile("[东西南北中新]?[一二三四]?(?:路|街|大街|大道|巷)(?!径|由|演)")  # 沈阳路 is in many cities
_SECTION = re.compile("(?:起步区|启动区|核心(?:功能)?区|先导区|先行区|片区)$")  # of the park in front: …集聚区起步区
_OF_THE_PARK = re.compile(
    "(?:建设)?(?:项目|工程)?(?:[（(]?[一二三四五六首]期|首[座个批]|基础设施|配套|标准化?厂房|启动区|起步区|核心区)|(?:建设)?(?:项目|工程)$"
)  # not 某园区甲公寓项目
_JOINED = re.compile(r"[—\-–·]+|与|和")
_TOGETHER = re.compile("合作|合资|联合|战略")


def _zone_of_section(section: Mention, parts: list[Mention]) -> Mention | None:
    """The zone whose section is named by the place that it lies in: 甲自贸试验区 of 甲自贸试验区乙市片区."""
    if not _SECTION.search(section.text):
        return None
    place = next((part for part in parts if part.cls == "District" and part.start > section.start), None)
    zones = [part for part in parts if part.cls == "Park" and part.start == section.start and place is not None and part.end <= place.start]
    return max((zone for zone in zones if _is_whole(zone)), key=lambda zone: zone.end, default=None)


def _partners(text: str, whole: Mention, parts: list[Mention]) -> Iterator[Composition]:
    """Two companies that a joint project's name joins: 江淮—大众战略合作项目."""
    companies = [part for part in parts if part.cls == "Company"]
    for one, other in zip(companies, companies[1:]):
        if _JOINED.fullmatch(text[one.end : other.start]) and _TOGETHER.search(text[other.end : whole.end]):
            yield one, "cooperatesWith", other, "composition.partners"


def _is_whole(park: Mention) -> bool:
    """Whether a park at the front of another one's name is a name by itself: 药谷 in 某高新区药谷工业园 only calls the latter."""
    return park.rule == "gazetteer" or park.text.endswith(("区", "园", "新城", "集聚区", "科学城"))


def _places(text: str, whole: Mention, parts: list[Mention]) -> Iterator[Composition]:
    """The bracketed place is the one meant (香港城市大学（东莞）); of several in a row the last is the nearest; joined by a dash or 至 all count."""
    parks = [p for p in parts if p.cls == "Park" and p.start == whole.start and (whole.cls != "Park" or _is_whole(p))]
    places = [p for p in parts if p.cls == "District" or p in parks]
    places = [p for p in places if p.rule != PHASED and not (p.start == whole.start and _STREET.match(text, p.end, whole.end))]
    places = [p for p in places if not any(q is not p and q.start <= p.start and p.end <= q.end for q in places)]
    if not places:
        return
    bracketed = [p for p in places if text[p.start - 1 : p.start] == "（"]
    if bracketed:
        yield whole, "locatedIn", bracketed[-1], "composition.bracketed-place"
        return
    for joint in ("至", "—-–"):
        ends = [p for p in places if {text[p.end : p.end + 1], text[p.start - 1 : p.start]} & set(joint)]
        if len(ends) > 1:
            for place in ends:
                yield whole, "locatedIn", place, "composition.between-places"
            return
    park = next((p for p in places if p.cls == "Park"), None)
    if park is not None and whole.cls == "Park" and places[-1].rule == "gazetteer.weak":
        yield whole, "locatedIn", park, "composition.place-in-name"  # 甲经开区乙工业园: in that zone, whatever town 乙 is the name of, too
        return
    yield whole, "locatedIn", places[-1], "composition.place-in-name"
