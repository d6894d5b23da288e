"""Takes a sentence in its setting, asserts what it tells of the place that its text speaks for, or that its words are about: what is in it, its
industries, its designations (annotation.md: what a place's own report implies).
"""

from __future__ import annotations

import re

from kg.model import Mention
from kg.recognize.conflicts import PHASED
from kg.relate.collector import Key
from kg.relate.place.designations import designations_behind_their_places, designations_of_the_place
from kg.relate.place.own_report import SPOKESMAN, industry_is_here, leant_on, things_here, things_in_the_news
from kg.relate.place.visits import called_on
from kg.relate.setting import Setting

# offices of a place above the one that a text speaks for: 省发改委 in a city, 市农业农村局 in a park
_OFFICES = "厅|局|委|委员会|办|部|政府|人大|政协|联合会|工商联"
_OFFICE_ENDS = f"[^级]{{0,16}}(?:{_OFFICES})$"
_GOVERNMENTS = ("政府", "海关")
_OF_THE_COUNTRY = ("党中央", "中共中央", "国务院", "全国人大", "全国政协")
_OFFICE = re.compile(f"(?:{_OFFICES}|协会|商会)$")
_OF_ABOVE = re.compile(f"(?:省|自治区|国家|全国|中央){_OFFICE_ENDS}")
_OF_ABOVE_A_PARK = re.compile(f"(?:省|自治区|国家|全国|中央|市){_OFFICE_ENDS}")
# in front of what a clause connects to, or says that its subject is: 并通过甲高速公路, 是建设乙枢纽的基础
_ONLY_NAMED = re.compile(
    "(?:通过|连通|连接|接入|进入|融入|对接|毗邻|紧邻|靠近)[^，。；、]{0,6}$|^(?:也|既|还|正)?是(?:[^，。；、]{0,6}建设[^，。；、]{0,6}$)"
)
_LINE = re.compile("[号条]线|铁路|公路|高速|轨道|大道")
_EQUIPMENT = re.compile("(?:(?:、[^，。；、]{2,16})*等)?(?:装置|设备|设施)")
_CALLED_INDUSTRY = re.compile(
    "(?:制造|装备)?(?:产业链|产业集群|全产业链|产业|集群|链条|板块|制造业)(?!园|大会|基金|协会|联盟|论坛|研究院|技术|基地|专班|人才|示范|企业|公司|项目)"
)
_HOLDS_IT_AGAIN = re.compile(r"(?:20\d\d年|第[一二三四五六七八九十]+[次批])")
_BUILT_UP = frozenset(("industry.segment", "industry.said-to-be-built-up"))  # the words around it say that somebody builds it up


def facts_of_the_place(setting: Setting, located: dict[int, Key | None], designated: set[int]) -> None:
    """Assert what a sentence tells of the place that its text speaks for or, in news, that its words are about.

    :param located: the ends of the names that are somewhere, with the place that they bear
    :param designated: the offsets of programmes that found their bearer
    """
    designations_behind_their_places(setting, designated)
    if not setting.news.own_text:
        _in_the_place_of_the_event(setting, located)
        _in_the_area(setting, located)
        _in_the_place_at_large(setting, located)
        _in_the_visited_place(setting, located)
        _industries_of_the_area(setting)
        _in_the_park_of_the_news(setting, located)
    elif setting.topic.place is not None:
        place = setting.coreference.key(*setting.topic.place)
        _in_its_own_text(setting, place, located)
        _industries_of_its_own(setting, place)
        designations_of_the_place(setting, place, designated)


def _in_its_own_text(setting: Setting, place: Key, located: dict[int, Key | None]) -> None:
    """What a place builds, supports or hosts in its own report or news is in it."""
    rule = "topic.own-report" if setting.news.report else "topic.news-of-a-place"
    above = _OF_ABOVE_A_PARK if place[0] == "Park" or setting.level(place) == "county" and not place[1].endswith("市") else _OF_ABOVE
    for mention in things_here(setting.sentence, setting.topic.forward, setting.coreference, setting.gazetteer):
        if mention.cls == "Organization" and above.match(mention.text) and setting.level(place) != "province":
            continue
        if mention.cls == "Organization" and mention.text.endswith(_GOVERNMENTS) and not setting.key(mention)[1].startswith(place[1]):
            continue  # 市县政府, 建设勤廉政府: of many places, or of none
        if mention.cls == "Organization" and mention.text.startswith(_OF_THE_COUNTRY):
            continue  # 党中央、国务院 are in Beijing, but not the city's
        if mention.cls == "Company" and not setting.news.report and _may_be_anywhere(setting, mention):
            continue
        if place[0] == mention.cls == "Park" and (place[1].startswith(mention.text) or not _may_be_in_a_park(setting, mention, place)):
            continue  # 甲高新区 in the news of 甲高新区乙产业基地
        if mention.cls == "Organization" and mention.end in located and _OFFICE.search(mention.text):
            continue  # 乙市工信局, in news of 甲县: of the place that it bears
        around = setting.news.whereabouts.at(mention.start) if mention.cls == "Park" and not setting.news.report else None
        itself = around is not None and setting.coreference.key(*around) == setting.key(mention)
        if around is not None and around[0] == "Park" and not itself and setting.coreference.key(*around) != place and mention.end not in located:
            continue  # in that park if anywhere
        turned_to = setting.area(mention) if not setting.is_only_supported(mention) else None
        near = setting.place_in_front(mention) or turned_to or place
        if not _is_elsewhere(setting, mention, near, located) and setting.key(mention) not in (place, near):
            by = "topic.ground" if setting.news.report and near == turned_to else rule
            _locate(setting, mention, near, by)
            for park in setting.sentence.within.get((mention.start, mention.end), ()):
                if park.rule == PHASED:
                    _locate(setting, park, near, by)  # where its phase is


def _may_be_anywhere(setting: Setting, company: Mention) -> bool:
    """Whether a place's news only leans on a company, lets somebody of it speak, or names where it comes from."""
    speaks = SPOKESMAN.match(setting.sentence.text, company.end) is not None
    return speaks or leant_on(setting.in_front(company)) or _is_of_a_far_place(setting, company)


def _industries_of_its_own(setting: Setting, place: Key) -> None:
    """The industries that a place has, or a place named in front of them: 顺德机器人产业."""
    for mention in setting.sentence.mentions:
        if mention.cls != "Industry" or not industry_is_here(setting.sentence, mention):
            continue
        whose = setting.place_just_in_front(mention)
        if whose is not None and setting.level(setting.key(whose)) == "region":
            continue  # 长三角地区高端装备企业: whom a place wants
        for owner in (setting.key(whose),) if whose is not None else setting.areas(mention) or (place,):
            setting.collector.relation(owner, "inIndustry", setting.key(mention), "Actual", setting.span(mention), "topic.industry")


def _in_the_place_of_the_event(setting: Setting, located: dict[int, Key | None]) -> None:
    """The projects whose beginning a piece of news tells of are where it tells of it."""
    if setting.news.event is None or setting.level(setting.coreference.key(*setting.news.event)) == "province":
        return  # somewhere in a province says nothing
    for mention in things_here(setting.sentence, False, setting.coreference, setting.gazetteer):
        place = setting.place_in_front(mention) or setting.area(mention) or setting.coreference.key(*setting.news.event)
        front = setting.in_front(mention)
        if _EQUIPMENT.match(setting.sentence.text, mention.end) or _ONLY_NAMED.search(front):
            continue  # 建设15万吨气分单元等装置: what a project is made of
        if _is_begun(setting, mention) and setting.key(mention) != place and not _is_elsewhere(setting, mention, place, located):
            _locate(setting, mention, place, "topic.event")


def _in_the_area(setting: Setting, located: dict[int, Key | None]) -> None:
    """The companies and projects that a clause of news tells of are in the district or park that it is about."""
    home = setting.coreference.key(*setting.topic.place) if setting.topic.place is not None else None
    for mention in things_in_the_news(setting.sentence, setting.coreference, setting.gazetteer):
        area = setting.area(mention)
        if mention.cls == "Company" and setting.news.area.is_assumed(mention.start):
            continue  # a parent or partner may be anywhere
        if mention.cls == "Company" and _is_of_a_far_place(setting, mention):
            continue
        if _ONLY_NAMED.search(setting.in_front(mention)) or area is None or setting.level(area) == "province":
            continue
        if area == home and setting.news.area.is_assumed(mention.start):
            continue
        if setting.key(mention) != area and not _is_elsewhere(setting, mention, area, located):
            _locate(setting, mention, area, "topic.area")


def _in_the_place_at_large(setting: Setting, located: dict[int, Key | None]) -> None:
    """The companies and projects of whose going-on a text tells whose headline is of a district are there, if its words tell of no place in it."""
    at_large = setting.news.area.at_large()
    if at_large is None:
        return
    place = setting.coreference.key(*at_large)
    for mention in things_in_the_news(setting.sentence, setting.coreference, setting.gazetteer):
        area = setting.area(mention)
        if mention.end in located or area is not None and area != place or mention.cls == "Company" and _is_of_a_far_place(setting, mention):
            continue
        if not _ONLY_NAMED.search(setting.in_front(mention)) and setting.key(mention) != place and not _is_elsewhere(setting, mention, place, located):
            _locate(setting, mention, place, "topic.headline-place")


def _in_the_visited_place(setting: Setting, located: dict[int, Key | None]) -> None:
    """The companies and projects that somebody calls on are in the place that is inspected, or in the park of which the text tells."""
    for mention in called_on(setting.sentence):
        place = setting.area(mention) or (setting.coreference.key(*setting.news.visited) if setting.news.visited is not None else None)
        if place is None or setting.news.visited is None and place[0] != "Park":
            continue
        if setting.key(mention) != place and not _is_elsewhere(setting, mention, place, located):
            _locate(setting, mention, place, "topic.visited")


def _industries_of_the_area(setting: Setting) -> None:
    """What a clause of news calls an industry, chain or cluster is one of the place that its sentence is about."""
    for mention in setting.sentence.mentions:
        area = setting.area(mention) if mention.cls == "Industry" and setting.news.area.is_named(mention.start) else None
        if area is not None and (mention.rule in _BUILT_UP or _CALLED_INDUSTRY.match(setting.sentence.text, mention.end)):
            whose = setting.place_just_in_front(mention)
            if whose is not None and setting.key(whose) != area:
                continue  # 在于抓住了甲市新材料产业发展的机遇: not the park's that is spoken of
            setting.collector.relation(area, "inIndustry", setting.key(mention), "Actual", setting.span(mention), "topic.area-industry")


def _in_the_park_of_the_news(setting: Setting, located: dict[int, Key | None]) -> None:
    """News of a park tells of what is in it."""
    if setting.news.park is None:
        return
    park = setting.coreference.key("Park", setting.news.park)
    for mention in things_in_the_news(setting.sentence, setting.coreference, setting.gazetteer):
        around = setting.news.whereabouts.at(mention.start)
        if mention.end not in located and not (around is not None and around[0] == "District"):  # 今年以来，全市…: the city's at large
            _locate(setting, mention, park, "topic.news-of-a-park")


def _may_be_in_a_park(setting: Setting, park: Mention, around: Key) -> bool:
    """Whether a park may lie in another one whose text names it: not one that is listed in another district or city."""
    entry, place = setting.coreference.entry(setting.key(park)), setting.coreference.entry(around)
    if entry is None or place is None or not (entry.within and place.within):
        return True
    within = setting.gazetteer.by_identifier.get(entry.within)
    return entry.within in (place.identifier, place.within) or within is None or place.within in (e.identifier for e in setting.gazetteer.above(within))


def _locate(setting: Setting, mention: Mention, place: Key, rule: str) -> None:
    if not setting.news.report and place[0] == "Park" and mention.cls in ("Park", "Project"):
        if mention.text.startswith(place[1]) or place[1].endswith(mention.text):
            return  # 甲产业园一期 is a part of it, 产业园 itself
    setting.collector.relation(setting.key(mention), "locatedIn", place, "Actual", setting.span(mention), rule)


def _is_elsewhere(setting: Setting, mention: Mention, place: Key, located: dict[int, Key | None]) -> bool:
    """Whether a name is said to be somewhere, or bears another place than one around the place in question (苏州…项目 may be in 苏州科技城)."""
    if mention.end not in located:
        within = setting.sentence.within.get((mention.start, mention.end), ())
        return any(p.cls == "Park" and p.start == mention.start and p.rule != PHASED for p in within)
    if mention.cls == place[0] == "Park" or _LINE.search(mention.text):
        return True  # a zone of the same city, what crosses it
    borne, near = located[mention.end], setting.coreference.entry(place)
    around = setting.coreference.entry(borne) if borne is not None else None
    return around is None or near is None or around not in setting.gazetteer.above(near)


def _is_of_a_far_place(setting: Setting, company: Mention) -> bool:
    """Whether a company's name begins with a place that is neither the text's, nor around it, nor in it: who comes from there to invest has its seat there."""
    for length in range(min(6, len(company.text) - 2), 1, -1):
        places = [e for e in setting.gazetteer.lookup(company.text[:length]) if e.cls == "District" and e.level in ("province", "city")]
        if places:
            return not any(setting.coreference.is_here(place) for place in places) and bool(setting.coreference.home_chain)
    return False


def _is_begun(setting: Setting, mention: Mention) -> bool:
    """Whether a thing may be what begins in an event: a project, a company in a list of projects, a park that is listed nowhere."""
    if mention.cls == "Park":
        front = setting.in_front(mention)
        again = _HOLDS_IT_AGAIN.match(setting.sentence.text, mention.end) is not None  # 甲开发区2024年第三次集中开工: of the park
        return setting.coreference.entry(setting.key(mention)) is None and not again and not any(word in front for word in ("打造", "建成", "是"))
    return mention.cls == "Project" or mention.cls == "Company" and mention.rule == "list.project"
