"""Pronouns of office: 全省, 我市, 该县 at the front of a clause, and the places that they stand for in a text."""

from __future__ import annotations

import re

from kg.recognize.gazetteer import Gazetteer
from kg.recognize.home import Home
from kg.relate.focus.nouns import LEAD_IN
from kg.relate.focus.phases import Owner

_NO_FIRST = "(?!首[个家批笔条座台例创款]|唯一|最[大早高先快]|率先)"  # 全省首笔贷款: what is said of something, not of the province
_PROVINCES, _CITIES, _COUNTIES = "全省|我省|本省|该省", "全市|我市|本市|该市", "全区|我区|本区|该区|全县|我县|该县|本县"
OFFICES = "|".join((_PROVINCES, _CITIES, _COUNTIES, "该镇|该乡|该旗|该州|该盟"))
_LEVELS = (
    (re.compile(LEAD_IN + rf"(?:放到)?(?:{_PROVINCES}){_NO_FIRST}"), "province"),
    (re.compile(LEAD_IN + f"(?:{_CITIES}){_NO_FIRST}"), "city"),
    (re.compile(LEAD_IN + f"(?:{_COUNTIES}){_NO_FIRST}"), "county"),
)
_THAT_PLACE = re.compile(LEAD_IN + "该(?P<kind>[省市区县镇乡旗州盟])")
OFFICE = re.compile(r"(?:(?:全|我|本|该)[省市区县]|该[镇乡旗州盟])(?![内外直属级委政人域名场])" + _NO_FIRST)


def level_meant(clause: str) -> str | None:
    """The level of the place that a pronoun of office at the front of a clause stands for: city for 全市."""
    return next((level for pattern, level in _LEVELS if pattern.match(clause)), None)


def kind_meant(clause: str) -> str | None:
    """With what the name of the place ends to which a clause points back: 县 for 该县."""
    found = _THAT_PLACE.match(clause)
    return found["kind"] if found is not None else None


def place_names(home: Home, gazetteer: Gazetteer) -> dict[str, Owner]:
    """The home's places by level, and its park as the nearest: 全市 is the city, 全区 the park or the district."""
    found: dict[str, Owner] = {}
    for identifier in home.chain:
        entry = gazetteer.by_identifier.get(identifier)
        if entry is not None and entry.level in ("province", "city", "county"):
            found.setdefault(entry.level, ("District", entry.name))
    if home.entry is not None and home.entry.level == "province":
        found.setdefault("city", ("District", home.entry.name))  # 全市 of a municipality
        if home.entry.name.endswith("自治区"):
            found.setdefault("county", ("District", home.entry.name))  # 全区 of an autonomous region
    if home.entry is not None and home.entry.level == "county" and home.entry.name.endswith("市"):
        found["city"] = ("District", home.entry.name)  # 全市 of a city under another
    if home.zone is not None:
        found["county"] = home.zone
    return found
