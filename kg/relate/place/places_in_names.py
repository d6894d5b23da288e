"""Takes a thing and a place in its name (佛山大沥产业园), gives the place that the name says it is in, or none: a name may tell where a company is
from, or only be called like a place of elsewhere.
"""

from __future__ import annotations

import re

from kg.model import Mention
from kg.relate.collector import Key
from kg.relate.setting import Setting

_BRACKETED = re.compile("（(?P<place>[一-鿿]{2,6})）")
_BRANCH = re.compile("(?P<place>[一-鿿]{2,4})[分支]公司$")

_AIRPORTS = ("机场", "国际机场")  # an airport is its city's, whatever village it is called after: 甲市乙国际机场


def place_borne(setting: Setting, thing: Mention, place: Mention) -> Mention | None:
    """The place that a name says its thing is in.

    :param place: a place in the name of the thing
    """
    meant = _place_meant(setting, thing, place)
    if meant is None or _is_origin(setting, thing, meant) or not _may_hold(setting, meant, thing):
        return None
    return meant


def place_of_branch(setting: Setting, company: Mention) -> Key | None:
    """The city or county where a company is that its name brackets, or whose branch it is: 甲（湛州）食品有限公司, 甲集团湛州分公司; a province says too little."""
    bracketed, branch = _BRACKETED.search(company.text), _BRANCH.search(company.text)
    for place in (*([bracketed["place"]] if bracketed else ()), *(_endings(branch["place"]) if branch else ())):
        entries = [entry for entry in setting.gazetteer.lookup(place) if entry.cls == "District"]
        if entries and all(entry.level in ("city", "county") for entry in entries):
            return setting.coreference.key("District", place)
    return None


def _endings(name: str) -> list[str]:
    """What a name ends in, the longest first, of two characters at least: 集团湛州, 团湛州, 湛州."""
    return [name[begin:] for begin in range(len(name) - 1)]


def _place_meant(setting: Setting, thing: Mention, place: Mention) -> Mention | None:
    """The place in a name that is meant: the last one, unless it is called after a place: an airport after its village, the 京口 of 大田县京口工业园 is not in
    大田县, the 南川 of a park in Xining not the county of Chongqing."""
    if setting.sentence.text.startswith(_AIRPORTS, place.end) and (city := _in_front(setting, thing, place)) is not None:
        return city
    entry = setting.coreference.entry(setting.key(place))
    if entry is not None and entry.cls == "District" and entry.level in ("province", "city"):
        return _nearer_in_front(setting, thing, place) or place
    if entry is None or entry.cls != "District" or entry.level not in ("county", "town") or place.text == entry.name:
        return place
    above = setting.gazetteer.above(entry)
    parts = setting.sentence.within.get((thing.start, thing.end), ())
    for front in reversed([part for part in parts if part.cls == "District" and part.end == place.start]):
        around = setting.coreference.entry(setting.key(front))
        if around is not None and around not in above:
            return front
    homonym = setting.coreference.home_chain and thing.cls == "Park" and place.start == thing.start and not setting.coreference.is_here(entry)
    return None if homonym and setting.coreference.entry(setting.key(thing)) is None else place


def _in_front(setting: Setting, thing: Mention, place: Mention) -> Mention | None:
    """The district that stands just in front of another one in a name."""
    parts = setting.sentence.within.get((thing.start, thing.end), ())
    return next((part for part in parts if part.cls == "District" and part.end == place.start), None)


def _nearer_in_front(setting: Setting, thing: Mention, around: Mention) -> Mention | None:
    """The place at the front of a name that lies in a province or city further behind, which is of a company: 乙县 of 乙县甲省丙电动车项目."""
    entry = setting.coreference.entry(setting.key(around))
    for part in setting.sentence.within.get((thing.start, thing.end), ()):
        inner = setting.coreference.entry(setting.key(part)) if part.cls == "District" and part.start == thing.start else None
        if inner is not None and inner != entry and entry in setting.gazetteer.above(inner):
            return part
    return None


def _is_origin(setting: Setting, project: Mention, place: Mention) -> bool:
    """Whether a city in front of a company in a project's name is where the company is from: 深圳巴斯巴产业园项目 in a text of 佛山."""
    if project.cls != "Project" or setting.topic.place is None or not setting.news.own_text:
        return False
    parts = setting.sentence.within.get((project.start, project.end), ())
    if not any(part.cls == "Company" and part.start == place.end for part in parts):
        return False
    entry = setting.coreference.entry(setting.key(place))
    return entry is not None and entry.level in ("province", "city") and not setting.coreference.is_here(entry)


def _may_hold(setting: Setting, place: Mention, inner: Mention) -> bool:
    """Whether a district or park may lie in the place in front of it: 贵阳贵安 are two, and a listed park of elsewhere only lends its name
    (贵安苏州工业园). Other things may be anywhere."""
    if inner.cls not in ("District", "Park"):
        return True
    within, around = setting.coreference.entry(setting.key(inner)), setting.coreference.entry(setting.key(place))
    above = setting.gazetteer.above
    if inner.cls == "District" and within is None and around is not None:
        if inner.text[-1] not in "省市区县旗镇乡道村":
            return False
        return any(e.cls == "District" and around in above(e) for e in setting.gazetteer.lookup(inner.text))  # 大湾镇 is in many counties
    if inner.cls == "District":
        return within is not None and around is not None and around in above(within)
    if within is None or around is None or not (within.within and around.within):
        return True
    if place.cls == "District":
        return around.identifier == within.within or around in above(within) or within.within in (e.identifier for e in above(around))
    return around.within in (within.within, *(e.identifier for e in above(within))) or within.within in (e.identifier for e in above(around))
