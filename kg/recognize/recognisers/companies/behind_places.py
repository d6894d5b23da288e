"""Takes the names that are proposed for a sentence, gives those of companies and of what companies build without the zone or the district, told as
such, in which the company named behind it is: 伊滨区宁德时代洛阳基地, 临港经济技术开发区石家庄四药集团.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.tokens import Token

_ZONES = ("开发区", "高新区", "经开区", "经济区", "园区")
_DISTRICTS = "市区县旗"
_NAMED = frozenset(("Company", "District"))
_BEHIND_COMPANY, _BEHIND_DISTRICT = frozenset(("Company", "Project", "Park")), frozenset(("Company", "Project"))
_RULES = ("grammar", "list")


def behind_places(tokens: Sequence[Token], found: list[Candidate]) -> list[Candidate]:
    """The proposed names, those that begin with such a place from behind it.

    :param tokens: of the sentence
    """
    named = [i for i, token in enumerate(tokens) if token.kind in _NAMED and i]
    borders = [(tokens[i], cls) for i in named if (cls := _named_there(tokens[i - 1], tokens[i])) is not None]
    return [_cut(name, borders) for name in found] if borders else found


def _named_there(place: Token, behind: Token) -> str | None:
    """Of which class is what a place in front is no part of; None if it is no such place, or may be part of a name."""
    zone = place.kind == "Park" or place.text.endswith(_ZONES)
    if behind.kind == "Company" and (zone or place.kind == "District" and place.text[-1] in _DISTRICTS):
        return "Company"
    return "District" if behind.kind == "District" and zone and place.kind != "Park" else None


def _cut(name: Candidate, borders: Sequence[tuple[Token, str]]) -> Candidate:
    if not name.rule.startswith(_RULES):
        return name
    starts = (
        token.start
        for token, cls in reversed(borders)
        if name.start < token.start and token.end < name.end and name.cls in (_BEHIND_COMPANY if cls == "Company" else _BEHIND_DISTRICT)
    )
    start = next(starts, name.start)
    return name if start == name.start else name._replace(start=start)
