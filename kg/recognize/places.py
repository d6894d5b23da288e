"""Which listed place or park a name means in a document, and what the zones of a city are called in its own texts."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from kg.recognize.gazetteer import Entry, Gazetteer
from kg.recognize.home import Home
from kg.recognize.lexicon import any_of, words


@cache
def zones_of_city(city: str, gazetteer: Gazetteer) -> frozenset[str]:
    """What the listed parks of a city are called in its own texts: 国际港务区 of 西安国际港务区, and weak names of parks there.

    :param city: its identifier
    """
    place = gazetteer.by_identifier.get(city)
    if place is None:
        return frozenset()
    fronts = sorted(place.names, key=len, reverse=True)
    found: set[str] = set()
    for entry in _parks_by_place(gazetteer).get(city, ()):
        for name in entry.names:
            bare = next((name.removeprefix(front) for front in fronts if name.startswith(front)), "")
            if len(bare) >= 3 and not bare.endswith("基地"):
                found.add(bare)
            if gazetteer.is_weak(name):
                found.add(name)
    return frozenset(name for name in found if not _ANY_ZONE.fullmatch(name))


@cache
def _parks_by_place(gazetteer: Gazetteer) -> dict[str, list[Entry]]:
    """The listed parks by the identifiers of all places that they lie in."""
    parks: dict[str, list[Entry]] = defaultdict(list)
    for entry in gazetteer.entries:
        if entry.cls == "Park":
            for identifier in {entry.within, *(place.identifier for place in gazetteer.above(entry))}:
                parks[identifier].append(entry)
    return parks


_ANY_ZONE = re.compile(
    r"(?:国家级?|省级)?(?:自主创新|高新|经济|技术|产业|科技|综合|临空|空港|工业|开发|保税|示范|综保|经开|自贸|自由贸易|旅游|度假|园|区|港|试验|合作|航空|信息|物流|城|新|一期|二期)+"
)
BARE_ZONES = words("places", "zones_of_its_own")


def _zone_of_home(name: str, home: Home, gazetteer: Gazetteer) -> Entry | None:
    """The listed zone that 经开区 means: the park whose text it is, else the one that bears the name of the home's place."""
    if home.park is not None and any(called.endswith(name) for called in home.park.names):
        return home.park
    if home.entry is None or home.park is not None or home.park_name is not None:
        return None
    found = {
        e.identifier or e.name: e
        for front in home.entry.names
        for e in gazetteer.lookup(front + name)
        if e.cls == "Park" and home.holds(e, gazetteer)
    }
    return next(iter(found.values())) if len(found) == 1 else None


_ZONE_OF_ANY_PLACE = re.compile(f"{any_of('places', 'words_of_zones')}{any_of('places', 'heads_of_zones')}|光谷")


def best_entry(name: str, cls: str, home: Home, gazetteer: Gazetteer) -> Entry | None:
    """The listed thing that a mention means: the only one, the one in the home's district, or the highest; None if that leaves several."""
    if cls == "Park" and (name in BARE_ZONES or home.park_name is not None and home.park_name.endswith(name)):
        return _zone_of_home(name, home, gazetteer)
    entries = [e for e in gazetteer.lookup(name) if e.cls == cls]
    if cls == "Park" and home.entry is not None and _ZONE_OF_ANY_PLACE.fullmatch(name):
        entries = [e for e in entries if home.holds(e, gazetteer)]  # 空港新城, 未来科技城: many cities have one
    if len(entries) <= 1:
        return entries[0] if entries else None
    here = [e for e in entries if home.holds(e, gazetteer)]
    if len(here) == 1:
        return here[0]
    levels = {"region": 4, "province": 3, "city": 2, "county": 1, "town": 0, "": 0}
    pool = here or entries
    top = max(levels.get(e.level, 0) for e in pool)
    highest = [e for e in pool if levels.get(e.level, 0) == top]
    return highest[0] if len(highest) == 1 and (here or top >= 2) else None
