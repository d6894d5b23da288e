"""Whether two things of different names are one: evidence for and against, weighed in one place.

Each piece of evidence has points. From :data:`ENOUGH` points on, two things are taken for one; from :data:`POSSIBLE` on, the pair is
listed for a reader to decide (``kg stats --possible``). The points were set by looking at pairs of names of real reports, so that a
wrong merge is worse than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.resolve.grammar import PLACED, Grammar, Parts, digits, firm_mark, is_made_of, surplus
from kg.resolve.seen import Identifiers
from kg.resolve.words import words

ENOUGH, POSSIBLE = 5, 3

# What a piece of evidence is worth.
SAME_CORE = 4               # 浪江抽水蓄能 in both, which has a mark
SAME_KIND = 2               # 轨道交通装备产业园 in both: no mark, but more than a form
SAME_FORM_ONLY = 1          # 高新区 in both
MORE_WORDS = 2              # 中韩示范区 and 中韩国际合作示范区
SAME_FORM = 1
OTHER_FORM = -4             # 产业园 and 产业城
SAME_COMPANY = 2
SAME_GROUP = 1              # 小鹏汽车 and 小鹏新能源
OTHER_COMPANY = -6
OTHER_PHASE = -8            # 一期 and 二期, 8号线 and 9号线
SAME_MARK = 2               # of firms: 金赛 in both
SAME_TRADE = 2
ONE_WITHOUT_TRADE = 1       # 金赛 and 金赛药业
OTHER_TRADE = -5            # 小鹏汽车 and 小鹏新能源
LISTED_ALONE = -3           # the mark alone is a listed firm: 本田 and 本田金属
LISTED_OTHERWISE = -3       # one is a listed firm, the other a registered name that is not among its own: a subsidiary, as a rule
SAME_NAME = 5               # letter by letter; of persons from three characters on
SAME_SHORT_NAME = 3
SAME_PLACE = 3
PLACE_INSIDE = 2            # one place holds the other
SAME_CITY = 2               # of firms
OTHER_DISTRICT = -4         # two districts of one city
OTHER_CITY = -6
SAME_INDUSTRY = 1
SAME_PARENT = 1
OTHER_PARENT = -3
SIDE_BY_SIDE = -4           # one document names both, apart
CONFLICT = -4               # evidence of this weight or more speaks against joining whole clusters


class Evidence(NamedTuple):
    """A piece of evidence that two things are one, or are not."""

    what: str
    points: int


@dataclass(slots=True)
class Profile:
    """What is known of a thing before it is compared."""

    cls: str
    names: tuple[str, ...]                              # in order of frequency
    parts: tuple[Parts, ...]                            # of the names
    places: frozenset[str] = frozenset()                # identifiers
    industries: frozenset[str] = frozenset()
    parents: frozenset[str] = frozenset()
    documents: Identifiers = field(default=Identifiers(), repr=False)
    listed: bool = False
    texts: frozenset[str] = frozenset()                 # whole names that say of themselves which thing they mean


# What one name has more than another makes it another thing: 第二, 北, 新.
_TELLS_APART = re.compile(r".*[第一二三四五六七八九十\d].*|[东南西北中上下新老旧大小前后]+|[东南西北](?:部|侧|段|片|区)")


def points(evidence: tuple[Evidence, ...]) -> int:
    """The sum."""
    return sum(piece.points for piece in evidence)


def conflicts(evidence: tuple[Evidence, ...]) -> bool:
    """Whether something speaks strongly against."""
    return any(piece.points <= CONFLICT for piece in evidence)


def weigh(one: Profile, other: Profile, grammar: Grammar) -> tuple[Evidence, ...]:
    """Give the evidence for and against two things of one class being one; nothing if their names have nothing in common."""
    pairs = [(a, b) for a in one.parts for b in other.parts]
    compared = [tuple(_compared(a, b, one, other)) for a, b in pairs]
    best = max(range(len(pairs)), key=lambda i: (bool(compared[i]), points(compared[i]), -i), default=None)
    named = one.cls in PLACED and not one.texts.isdisjoint(other.texts)
    if best is None or not compared[best] and not named:
        return ()
    a, b = pairs[best]
    names = (Evidence(f"the name {min(one.texts & other.texts)}", SAME_NAME),) if named else compared[best]
    return (*names, *_places(one, other, a, b, grammar), *_context(one, other))


def _compared(a: Parts, b: Parts, one: Profile, other: Profile) -> Iterator[Evidence]:
    """What a name of each says."""
    if one.cls == "Company":
        return _firms(a, b, one, other)
    return _persons(a, b) if one.cls == "Person" else _placed(a, b)


def _firms(a: Parts, b: Parts, one: Profile, other: Profile) -> Iterator[Evidence]:
    if not a.mark or a.mark != b.mark:
        return
    yield Evidence(f"the mark {a.mark}", SAME_MARK)
    if a.form == b.form:
        yield Evidence(f"the trade {a.form}" if a.form else "no trade", SAME_TRADE if a.form else ONE_WITHOUT_TRADE)
    elif not a.form or not b.form or a.form.startswith(b.form) or b.form.startswith(a.form):
        yield Evidence(f"{a.form or b.form} may be left out", ONE_WITHOUT_TRADE)
    else:
        yield Evidence(f"{a.form} is not {b.form}", OTHER_TRADE)
    for listed, registered in ((one, b), (other, a)):
        if listed.listed and registered.registered:
            yield Evidence("one is listed, the other a registered name of another firm", LISTED_OTHERWISE)
    for short, longer in ((one, b), (other, a)):
        if short.listed and a.mark in short.names and longer.form:
            yield Evidence(f"{a.mark} alone is listed", LISTED_ALONE)


def _persons(a: Parts, b: Parts) -> Iterator[Evidence]:
    if a.core == b.core:
        yield Evidence("the name", SAME_NAME if len(a.core) >= 3 else SAME_SHORT_NAME)


def _placed(a: Parts, b: Parts) -> Iterator[Evidence]:
    shared = tuple(_cores(a, b))
    if not shared:
        return
    yield from shared
    if a.phase != b.phase or digits(a.core) != digits(b.core):
        yield Evidence(f"{a.phase or a.core} is not {b.phase or b.core}", OTHER_PHASE)
    if a.company and b.company:
        if a.company == b.company:
            yield Evidence(f"built by {a.company}", SAME_COMPANY)
        elif firm_mark(a.company) == firm_mark(b.company):
            yield Evidence(f"built by {a.company} or {b.company}", SAME_GROUP)
        else:
            yield Evidence(f"{a.company} is not {b.company}", OTHER_COMPANY)
    if a.form and b.form:
        same = a.form == b.form
        yield Evidence(f"the form {a.form}" if same else f"{a.form} is not {b.form}", SAME_FORM if same else OTHER_FORM)


def _cores(a: Parts, b: Parts) -> Iterator[Evidence]:
    """What the cores have in common, the company in front aside if both have one."""
    both = bool(a.company and b.company)
    one, other = (a.core, b.core) if both else (a.full, b.full)
    if one == other:
        if len(a.mark) >= 2 or a.company != b.company:
            yield Evidence(f"{one} in both", SAME_CORE)
        elif one == a.form:
            yield Evidence(f"{one} in both" if one else "nothing else in the name", SAME_FORM_ONLY)
        else:
            yield Evidence(f"{one} in both", SAME_KIND)
        return
    if a.core == b.core and len(a.mark) >= 2:
        yield Evidence(f"{a.core} in both", SAME_CORE)      # 旭阳中法智能产业园, 中法智能产业园
        return
    longer, shorter = sorted((one, other), key=len, reverse=True)
    more = surplus(longer, shorter)
    if more is None or shorter in (a.form, b.form, "") or _TELLS_APART.fullmatch(more):
        return
    if not is_made_of(more, "qualifiers") and more not in words("linear"):
        return                                              # 超级工厂, 储能超级工厂: a field or product makes it another thing
    if longer.endswith(more) and not shorter.endswith(more) and more not in words("linear"):
        return                                              # another head noun is another thing
    yield Evidence(f"{shorter}, with {more} in one", MORE_WORDS)
    if len(a.mark) >= 2 and a.mark == b.mark:
        yield Evidence(f"the mark {a.mark}", SAME_MARK)


def _places(one: Profile, other: Profile, a: Parts, b: Parts, grammar: Grammar) -> Iterator[Evidence]:
    """How the places lie: those in the two names if both have some, else all that is known."""
    ones, others = (a.places, b.places) if a.places and b.places else (one.places | {*a.places}, other.places | {*b.places})
    found = {grammar.near(x, y) for x in ones for y in others}
    if one.cls == "Company":
        if a.places and b.places:
            if "apart" in found and not found & {"same", "inside", "city"}:
                yield Evidence("their names give different cities", OTHER_CITY)
        elif found & {"same", "inside", "city"}:
            yield Evidence("in one city", SAME_CITY)
        return
    if "same" in found:
        yield Evidence("in the same place", SAME_PLACE)
    elif "inside" in found:
        yield Evidence("one place holds the other", PLACE_INSIDE)
    elif "city" in found:
        yield Evidence("in different districts of a city", 0 if a.linear and b.linear else OTHER_DISTRICT)
    elif "apart" in found:
        linear = a.linear and b.linear and not a.general
        yield Evidence("in different cities" + (", as a line may be" if linear else ""), 0 if linear else OTHER_CITY)


def _context(one: Profile, other: Profile) -> Iterator[Evidence]:
    shared = one.industries & other.industries
    if shared:
        yield Evidence(f"the industry {min(shared)}", SAME_INDUSTRY)
    if one.parents and other.parents:
        same = one.parents & other.parents
        yield Evidence(f"the parent {min(same)}" if same else "different parents", SAME_PARENT if same else OTHER_PARENT)
    together = set(one.documents).intersection(other.documents)
    if together:
        yield Evidence(f"named side by side in {min(together)}", SIDE_BY_SIDE)


def blocks(profile: Profile, grammar: Grammar) -> Iterator[tuple[str, ...]]:
    """What a thing is looked up by: things that share none of these are never compared."""
    cls = profile.cls
    if cls == "Person":
        yield from ((cls, parts.core) for parts in profile.parts)
        return
    if cls == "Company":
        yield from ((cls, parts.mark) for parts in profile.parts if parts.mark)
        return
    if cls not in PLACED:
        return
    yield from ((cls, "name", text) for text in profile.texts)
    for parts in profile.parts:
        places = profile.places | {*parts.places}
        if not parts.general:
            yield cls, parts.full
            if parts.company:
                yield from ((cls, "group", firm_mark(parts.company), city) for city in {grammar.city(place) for place in places} - {""})
        for city in sorted({grammar.city(place) for place in places} - {""}):
            if parts.company:
                yield cls, "company", parts.company, city
            if len(parts.mark) >= 2:
                yield cls, "mark", parts.mark, city
            if parts.core != parts.form:
                yield cls, "core", parts.full, city
        for place in sorted(places):
            if parts.form:
                yield cls, "form", parts.form, place
