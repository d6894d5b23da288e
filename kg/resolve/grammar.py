"""Takes a name, gives what it is made of: places in front, the company that builds it, its core, its phase.

小鹏汽车肇庆基地 is 小鹏汽车, 肇庆 and 基地; 高要金利五金智造小镇 is 高要, 金利 and 五金智造小镇. The core is written in one way (综合保税区 as 综保区), so that names which differ
in that alone are equal. What no list of words knows is the *mark* of a name, its own; a core without a mark is *general*: which 高新区 it
is depends on the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.resolve.gazetteer import Gazetteer, Listed
from kg.resolve.names import fold
from kg.resolve.words import forms, longest_first, words

# Classes that stand in one place.
PLACED = frozenset(("Park", "Project", "Organization"))
_QUOTES = str.maketrans("", "", "“”\"'‘’·")
_TAIL = re.compile(r"(?:建设项目|工程项目|建设工程|项目|工程)$")
_PHASE = re.compile(r"(?:\(?(?:第?([一二三四五六七八九十]+|\d+)|(首))(期|厂|阶段|标段)\)?)+$")
_BRACKET = re.compile(r"\(([^()]*)\)")
_ROUTE = re.compile(r"^(.{2,6}?)(?:至|—|-|到)(.{2,6}?)(高铁|铁路|高速|城际|客专|公路|快速路)$")
_LONGEST_NAME, _LONGEST_WORD = 12, 8


class Parts(NamedTuple):
    """What a name is made of."""

    places: tuple[str, ...]     # identifiers of the places in it, the nearest last
    company: str                # best name of the listed company in front, without place; "" if none
    core: str                   # the rest, in its canonical form; of a firm without legal form
    mark: str                   # what of the core no list knows, "" if nothing
    form: str                   # the last word of the core, if it is a known one
    phase: str                  # 一期, 二厂; "" if none
    registered: bool = False    # a firm's name with its legal form

    @property
    def full(self) -> str:
        """The company and the core."""
        return self.company + self.core

    @property
    def general(self) -> bool:
        """Whether the core alone says nothing about which thing it is."""
        return len(self.mark) < 2 and not self.company

    @property
    def linear(self) -> bool:
        """Whether it runs through several places, as a railway does."""
        return self.core.endswith(longest_first("linear"))


class Grammar:
    """Takes names apart, with the places and companies that are listed.

    :param companies: gives for a further name of a company its best name, None for any other
    """

    def __init__(self, gazetteer: Gazetteer | None, companies: Callable[[str], str | None] = lambda name: None):
        self._gazetteer = gazetteer
        self._companies = lru_cache(maxsize=1 << 13)(companies)
        self._taken_apart = lru_cache(maxsize=1 << 14)(self._take_apart)
        self._mark = lru_cache(maxsize=1 << 13)(lambda core: _mark(core, self._trade))
        self.city = lru_cache(maxsize=1 << 13)(self._city)

    def forget(self) -> None:
        """Give back the memory for names that were taken apart; they can be again."""
        for cached in (self._companies, self._taken_apart, self._mark, self.city):
            cached.cache_clear()

    def parts(self, cls: str, name: str, within: str | None = None, builders: tuple[str, ...] = ()) -> Parts:
        """Take a name apart.

        :param within: the gazetteer's id of a place near the thing, which decides between places of one name
        :param builders: companies that are said to build it
        """
        if cls != "Company" and cls not in PLACED:
            text = canonical(cls, name)
            return Parts((), "", text, text, "", "")
        return self._taken_apart(cls, name, within, builders)

    def _take_apart(self, cls: str, name: str, within: str | None, builders: tuple[str, ...]) -> Parts:
        text = canonical(cls, name)
        if cls == "Company":
            return self._firm(text, within)
        between = route(text)
        if between is not None:
            return Parts((), "", between, between, _form(between), "")
        bracketed: list[str] = []
        text = _BRACKET.sub(lambda bracket: self._bracket(bracket, bracketed, within), text) or text
        places, company, core = self._front(text, within, builders)
        core, phase = _without_phase(core)
        return Parts((*places, *bracketed), company, core, self._mark(core), _form(core), phase)

    def _firm(self, text: str, within: str | None) -> Parts:
        legal = next((form for form in longest_first("legal") if text.endswith(form) and len(text) >= len(form) + 2), "")
        core = text[: len(text) - len(legal)]
        core = core[:-2] if core.endswith("集团") and len(core) >= 4 else core
        places, _, rest = self._front(core, within)
        mark, trade = _mark_of_firm(rest)
        if places and mark:
            return Parts(places, "", core, mark, trade, "", bool(legal))
        mark, trade = _mark_of_firm(core)
        return Parts((), "", core, mark or core, trade, "", bool(legal))

    def _bracket(self, bracket: re.Match[str], places: list[str], within: str | None) -> str:
        """Take a bracket out if it holds places and nothing else."""
        found, _, rest = self._front(bracket.group(1), within, whole=True)
        if found and not rest:
            places.extend(found)
            return ""
        return bracket.group()

    def _front(self, text: str, within: str | None, builders: tuple[str, ...] | None = None,
               whole: bool = False) -> tuple[tuple[str, ...], str, str]:
        """The places and the company at the front, and what follows.

        :param builders: None if no company is looked for
        :param whole: whether nothing need follow
        """
        places: list[str] = []
        company = ""
        while True:
            for end in range(min(len(text) - (0 if whole or company else 1), _LONGEST_NAME), 1, -1):
                name, rest = text[:end], text[end:]
                firm = self._company(name, builders) if builders is not None and not company else None
                if firm is not None and rest:
                    company, text = firm, rest
                    break
                place = self._place(name, rest, within)
                if place is not None:
                    places.append(place.identifier)
                    text = rest
                    break
            else:
                return tuple(places), company, text

    def _place(self, name: str, rest: str, within: str | None) -> Listed | None:
        """The one district that the front of a name means, near a place if several bear it; an ordinary word means none."""
        if self._gazetteer is None or name in words("general"):
            return None
        found = [entry for entry in self._gazetteer.lookup(name) if entry.cls == "District" and entry.identifier]
        if within and len(found) > 1:
            city = self.city(within)
            found = [e for e in found if self.city(e.identifier) == city] or found
            level = min((len(e.identifier.rstrip("0")) for e in found), default=0)
            found = [e for e in found if len(e.identifier.rstrip("0")) == level]
        if len(found) != 1:
            return None
        [entry] = found
        if not entry.identifier.isdecimal():                # 广佛肇高速 is a road of three cities, not one in a region
            return None if rest.endswith(longest_first("linear")) else entry
        far = within is None or self.city(within) != self.city(entry.identifier)
        below_city = len(entry.identifier) > 6 or not entry.identifier.endswith("00")
        # Far away a county or town is called by its full name; a short one is some other word.
        return None if far and below_city and name != entry.name else entry

    def _company(self, name: str, builders: tuple[str, ...]) -> str | None:
        """The company of a name by its best name."""
        known = self._companies(name)
        if known is not None:
            return known
        if name in builders:
            return name
        if self._gazetteer is None or name in words("general") or self._gazetteer.is_weak(name):
            return None
        found = [entry for entry in self._gazetteer.lookup(name) if entry.cls == "Company"]
        return found[0].name if len(found) == 1 else None

    def _trade(self, word: str) -> bool:
        return self._gazetteer is not None and any(entry.cls == "Industry" for entry in self._gazetteer.lookup(word))

    # --- places

    def above(self, identifier: str) -> Sequence[Listed]:
        """The places above one, the nearest first."""
        if self._gazetteer is None:
            return ()
        entry = self._gazetteer.by_identifier.get(identifier)
        return tuple(self._gazetteer.above(entry)) if entry is not None else ()

    def _city(self, identifier: str) -> str:
        """The city that a place is in or is; of a province the province; "" if unknown, as for a region of several."""
        for place in (identifier, *(entry.identifier for entry in self.above(identifier))):
            if place.isdecimal():
                return f"{place[:2]}0000" if place[:2] in _MUNICIPALITIES else f"{place[:4]}00"
        return ""

    def near(self, one: str, other: str) -> str:
        """How two places lie to each other: ``same``, ``inside`` (one holds the other), ``city`` (in one city), ``apart``, "" if
        unknown."""
        if one == other:
            return "same"
        chains = [{place, *(entry.identifier for entry in self.above(place))} for place in (one, other)]
        if one in chains[1] or other in chains[0]:
            return "inside"
        cities = [self.city(place) for place in (one, other)]
        if not all(cities):
            return ""
        return "city" if cities[0] == cities[1] else "apart"


_MUNICIPALITIES = ("11", "12", "31", "50", "81", "82")


def canonical(cls: str, name: str) -> str:
    """Write a name in one way: width, case, quotation marks, levels, the forms of a kind, 项目 and 工程 at the end.

    >>> canonical("Park", "金利省级高新技术产业开发区"), canonical("Project", "“菜篮子”肇庆配送中心项目")
    ('金利高新区', '菜篮子肇庆配送中心')
    """
    text = fold(name).translate(_QUOTES)
    if cls not in PLACED:
        return text
    if cls != "Organization":
        for written, form in forms():
            text = text.replace(written, form)
        for level in longest_first("levels"):
            shorter = text.replace(level, "")
            text = shorter if len(shorter) >= 2 else text
    if cls == "Project":
        shorter = _TAIL.sub("", text)
        text = shorter if len(shorter) >= 2 else text
        text = re.sub(r"(?:^|(?<=市))地铁(?=.*号线)", "", text)
    return text


def route(core: str) -> str | None:
    """The short form of a route's name that gives both ends: 惠州至肇庆高速 is 惠肇高速; None for other names.

    >>> route("惠州至肇庆高速"), route("惠肇高速")
    ('惠肇高速', None)
    """
    found = _ROUTE.match(core)
    return f"{found.group(1)[0]}{found.group(2)[0]}{found.group(3)}" if found else None


def surplus(longer: str, shorter: str) -> str | None:
    """What one text has more than another, if it holds all characters of it in order and in at most two pieces; None otherwise.

    >>> surplus("新能源智能驾驶", "智能驾驶"), surplus("预制菜现代农业产业园", "预制菜产业园"), surplus("智能驾驶", "储能")
    ('新能源', '现代农业', None)
    """
    if len(longer) <= len(shorter):
        return None
    front = 0
    while front < len(shorter) and longer[front] == shorter[front]:
        front += 1
    for cut in range(front, -1, -1):
        if longer.endswith(shorter[cut:]) and len(longer) - len(shorter) >= 1:
            return longer[cut : len(longer) - (len(shorter) - cut)]
    return None


def is_general_text(text: str) -> bool:
    """Whether a text holds nothing but words that describe any thing of a kind."""
    return not _mark(text, lambda word: False)


@lru_cache(maxsize=1 << 14)
def firm_mark(name: str) -> str:
    """The mark of a firm's name without its trade: 小鹏 of 小鹏汽车; the name itself if it has none."""
    return _mark_of_firm(name)[0] or name


def is_mark(name: str) -> bool:
    """Whether a firm's name has something of its own."""
    return len(name) >= 2 and bool(_mark_of_firm(name)[0]) and not is_general_text(name)


def is_made_of(text: str, kind: str) -> bool:
    """Whether a text holds words of one list and nothing else."""
    return re.fullmatch(f"(?:{'|'.join(longest_first(kind))})+", text) is not None


def _without_phase(text: str) -> tuple[str, str]:
    """A name without its phase, and the phase: 一期, 二厂; of several the last (首期一厂 is 一厂)."""
    found = _PHASE.search(text)
    if found is None or found.start() == 0 and len(text) > len(found.group()):
        return text, ""
    number, kind = found.group(1), found.group(3)
    if number is None:
        number = "一"
    phase = f"{_NUMBERS.get(number, number)}{kind}"
    return text[: found.start()], phase


_NUMBERS = {str(i): n for i, n in enumerate("一二三四五六七八九十", 1)}


def _mark(text: str, trade: Callable[[str], bool]) -> str:
    """What is left of a text when the known words are taken out so that as few characters as possible are left."""
    known = words("general")
    best: list[tuple[int, int]] = [(0, 0)] * (len(text) + 1)        # characters left behind a position, and where the next piece ends
    for start in range(len(text) - 1, -1, -1):
        char = text[start]
        free = char in "0123456789.()-—+、&" or char in known
        best[start] = (best[start + 1][0] + (not free), start + 1)
        for end in range(start + 2, min(start + _LONGEST_WORD, len(text)) + 1):
            word = text[start:end]
            if (word in known or trade(word)) and best[end][0] < best[start][0]:
                best[start] = (best[end][0], end)
    cut: list[tuple[str, bool]] = []        # the pieces, and whether they are known
    position = 0
    while position < len(text):
        end = best[position][1]
        cut.append((text[position:end], best[position][0] == best[end][0]))
        position = end
    # A single character beside an unknown one belongs to it: 中韩, 小鹏.
    own = [not known or len(piece) == 1 and piece not in _COUNTING and any(not k for _, k in cut[max(0, i - 1) : i + 2])
           for i, (piece, known) in enumerate(cut)]
    return "".join(piece for (piece, _), is_own in zip(cut, own, strict=True) if is_own)


_COUNTING = frozenset("0123456789.()-—+、&号期年的和与及等级")


def _mark_of_firm(text: str) -> tuple[str, str]:
    """The mark of a firm's name and its trade: 小鹏 and 汽车; a trade alone is no mark."""
    trade = ""
    while True:
        ending = next((word for word in longest_first("trades") if text.endswith(word)), None)
        if ending is None or len(text) - len(ending) < 2:
            break
        trade, text = ending + trade, text[: -len(ending)]
    return ("", trade or text) if text in words("trades") | words("general") else (text, trade)


@lru_cache(maxsize=1 << 14)
def _form(text: str) -> str:
    """The longest known word at the end of a text."""
    for start in range(max(0, len(text) - _LONGEST_WORD), len(text)):
        if text[start:] in words("general"):
            return text[start:]
    return ""


def digits(text: str) -> tuple[str, ...]:
    """The numbers in a name: two that differ in one are two things."""
    return tuple(re.findall(r"\d+(?:\.\d+)?", text))
