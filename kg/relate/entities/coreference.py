"""Which mentions of a document are one thing, and which listed thing that is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial

from kg.model import Mention
from kg.recognize.gazetteer import Entry, Gazetteer
from kg.recognize.home import Home
from kg.recognize.places import BARE_ZONES, best_entry
from kg.relate.entities.keys import key_of
from kg.relate.entities.names import all_names
from kg.relate.entities.phases import bare_phases, without_phase
from kg.relate.entities.project_names import one_project, project_names
from kg.relate.entities.short_forms import is_a_place, short_forms
from kg.relate.entities.zones import one_office, one_zone

_INTRODUCES = re.compile(r"（?(?:以下|下)?(?:简称|统称|合称)(?:为|“公司”或)?[：:]?[“\"]?|（(?:以下|下)称[：:]?[“\"]?")
_BOTH = re.compile("委.?政府")  # 省委省政府
_OF_ITS_OWN = re.compile("^[^（）]*(?:公司|集团)$")  # a company by a full name that brackets no place


class Coreference:
    """Which mentions of a document are one thing.

    :param text: the document's clean text, in which 其 in front of a name tells whose it is
    """

    def __init__(self, mentions: Sequence[Mention], home: Home, gazetteer: Gazetteer, text: str = ""):
        self._home, self._gazetteer = home, gazetteer
        self._owners = _owners(mentions, text)
        self._counts: Counter[tuple[str, str]] = Counter((m.cls, m.text) for m in mentions)
        self._entry: dict[tuple[str, str], Entry | None] = {}
        self._key: dict[tuple[str, str], tuple[str, str]] = {}
        self._names: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._all_names: dict[tuple[str, str], tuple[str, ...]] = {}  # of keys, as they are asked for
        self.unnamed: set[tuple[str, str]] = set()  # keys of what is named by its number alone, and of nothing that the text named
        self._wholes: dict[str, str] = {}  # phases that are named by their number alone -> the project's name
        self._full: dict[tuple[str, str], str] = {}  # key -> a name that the text leaves to its context
        self._entry_of: dict[tuple[str, str], Entry | None] = {}  # of keys, as they are asked for
        for cls, name in sorted(self._counts):
            entry = self._listed(cls, name)
            self._key[cls, name] = (cls, entry.name if entry else key_of(name, cls))
        self._shorten()
        self._join_zones()
        self._introduce(mentions, text)
        self._projects = project_names(mentions, gazetteer)
        self._join_projects()
        self._complete_bare_names(list(self._counts))
        self._complete_phases(mentions)
        self._complete_shared(mentions)
        for (cls, name), key in sorted(self._key.items()):
            self._names[key].append(name)

    def _listed(self, cls: str, name: str) -> Entry | None:
        """The listed thing that a name means here."""
        if (cls, name) not in self._entry:
            self._entry[cls, name] = best_entry(name, cls, self._home, self._gazetteer)
        return self._entry[cls, name]

    def _complete_bare_names(self, named: list[tuple[str, str]]) -> None:
        """管委会 of a park's own news gets the park's name, 经开区 is the only one that the document names with its place."""
        for cls, name in named:
            if cls == "Park" and name in BARE_ZONES and self._listed(cls, name) is None:
                longer = [n for c, n in named if c == cls and n.endswith(name)]
                whole = {self._key[cls, n] for n in longer if is_a_place(n[: -len(name)], self._gazetteer)}
                if len(whole) == 1:
                    self._key[cls, name] = whole.pop()
            if cls == "Organization" and name in ("管委会", "党工委"):
                park = self._home.park_name or self._park_led(named)
                if park:
                    self._key[cls, name] = (cls, park + name)
                    self._full[cls, park + name] = park + name
            if cls == "Organization" and (place := self._government(name)):
                full = place + re.sub("^(?:自治[区州]|[省市县区州])", "", name)
                self._key[cls, name] = (cls, full)
                self._full[cls, full] = full

    def _complete_phases(self, mentions: Sequence[Mention]) -> None:
        """二厂 and 二期 get the name of the project that they are of; where it is not known, they name nothing."""
        for name, base in bare_phases(mentions).items():
            if base is None:
                self.unnamed.add(("Project", name))
            else:
                self._key["Project", name] = ("Project", base + name)
                self._full["Project", base + name] = base + name
                self._wholes[name] = base

    def _complete_shared(self, mentions: Sequence[Mention]) -> None:
        """A name whose noun a list says but once gets that noun: 袁湾 in 袁湾、汉山水库 is 袁湾水库."""
        for mention in mentions:
            if mention.shares and (mention.cls, mention.text + mention.shares) != self._key.get((mention.cls, mention.text)):
                full = mention.text + mention.shares
                key = self.key(mention.cls, full)
                self._key[mention.cls, mention.text] = key
                if self._listed(mention.cls, full) is None:
                    self._full[key] = full

    def whole_of(self, phase: str) -> str:
        """The name of the project of which a project's name tells a phase; the name itself if it tells none."""
        return self._wholes.get(phase) or without_phase(phase)

    def _park_led(self, named: list[tuple[str, str]]) -> str | None:
        """The only park of whose 党工委 a document tells: the 管委会 beside it is that park's."""
        parks = sorted({n.removesuffix("党工委") for c, n in named if c == "Organization" and n.endswith("党工委")} - {""}, key=len)
        return parks[-1] if parks and all(parks[-1].endswith(park) for park in parks) else None

    def _government(self, name: str) -> str | None:
        """The place at home whose office 市发改委, 自治区工信厅 is, by its level; None if another place or none stands in front."""
        level = re.match("自治区|自治州|[省市县区州](?![区级])", name)
        if level is None or self._home.entry is None or _BOTH.search(name):
            return None
        places = (self._home.entry, *self._gazetteer.above(self._home.entry))
        return next((place.name for place in places if place.name.endswith(level.group())), None)

    def _shorten(self) -> None:
        """Join a short form to the one long form that it shortens: 小鹏 to 小鹏汽车, 大旺产业城 to 肇庆大旺产业城."""
        for cls in ("Company", "Park", "Project", "Organization"):
            named: dict[str, list[tuple[str, str]]] = defaultdict(list)  # a key's name -> the names that have the key
            for name, key in self._key.items():
                if key[0] == cls:
                    named[key[1]].append(name)
            longer: dict[str, list[str]] = defaultdict(list)
            for long, names in named.items():
                written = {long} | ({name for _, name in names} if cls != "Company" else set())  # 泰州医药高新区 is listed under a longer name
                for short in {short for name in written for short in short_forms(name, cls, named, self._gazetteer)} - {long}:
                    if not ("（" in long and any(_OF_ITS_OWN.search(name) for _, name in named[short])):  # 甲集团有限公司, 甲（湛州）有限公司 are two
                        longer[short].append(long)
            joined: dict[str, str] = {}
            # 瑞锋五金 to 晨州瑞锋五金制品有限公司 in front of 瑞锋, which is both of theirs
            for short in sorted(longer, key=lambda name: (-len(name), name)):
                targets = {joined.get(long, long) for long in longer[short]} - {short}
                if len(targets) == 1 and all(long.startswith(owner) for long in targets for owner in self._owners.get(short, ())):
                    target = targets.pop()
                    named[target] += named[short]
                    self._key.update((name, (cls, target)) for name in named.pop(short))
                    joined.update({name: target for name, goal in joined.items() if goal == short}, **{short: target})

    def _join_zones(self) -> None:
        """Join what one zone is called, and the offices of one zone."""
        for zones in one_zone(self._key):
            self._join(zones)
        for offices in one_office(self._key, partial(self.key, "Park")):
            self._join(offices)

    def _join(self, keys: set[tuple[str, str]]) -> None:
        """Make several keys one: that of a listed name, if there is one alone, else the longest."""
        listed = [key for key in keys if self._listed(*key) is not None]
        if len(keys) < 2 or len(listed) > 1:
            return
        target = listed[0] if listed else max(keys, key=lambda key: (len(key[1]), key[1]))
        self._key.update((name, target) for name, key in list(self._key.items()) if key in keys)

    def _introduce(self, mentions: Sequence[Mention], text: str) -> None:
        """Join the short name that a text gives a company to the full one: 珠海金桥置业有限公司（以下简称“金桥公司”）."""
        companies = sorted((m for m in mentions if m.cls == "Company"), key=lambda m: m.start)
        for full, short in zip(companies, companies[1:]):
            if full.end < short.start <= full.end + 12 and _INTRODUCES.fullmatch(text, full.end, short.start):
                one, other = self._key["Company", full.text], self._key["Company", short.text]
                if one != other and (self._listed("Company", full.text) is None or self._listed("Company", short.text) is None):
                    kept, left = (other, one) if self._listed("Company", short.text) is not None else (one, other)
                    self._key.update((name, kept) for name, key in list(self._key.items()) if key == left)

    def _join_projects(self) -> None:
        """Join the names of one project that share what is built."""
        for names in one_project(self._projects):
            target = self._key["Project", names[0]]
            self._key.update((("Project", name), target) for name in names[1:])

    def call(self, key: tuple[str, str], name: str, full: str) -> None:
        """A text calls a thing by a name that means other things elsewhere (一期), and leaves its full name to the context."""
        names = self._names[key]
        if name not in names:
            names.append(name)
        self._full.setdefault(key, full)
        self._all_names.pop(key, None)

    def company_borne(self, cls: str, name: str) -> tuple[str, str] | None:
        """The key of the company whose mark a project or park bears at the front of its name."""
        parts = self._projects.get((cls, name))
        return self.key("Company", parts.company) if parts is not None and parts.borne and parts.company is not None else None

    @property
    def home_chain(self) -> tuple[str, ...]:
        """Identifiers of the document's home and of the places above it."""
        return self._home.chain

    def is_here(self, entry: Entry) -> bool:
        """Whether a listed place is the document's home, above it, or in it."""
        return self._home.holds(entry, self._gazetteer)

    def key(self, cls: str, name: str) -> tuple[str, str]:
        """The key of the thing that a name means."""
        found = self._key.get((cls, name))
        if found is None:
            entry = self._listed(cls, name)
            found = (cls, entry.name if entry else key_of(name, cls))
        return found

    def entry(self, key: tuple[str, str]) -> Entry | None:
        """The listed thing behind a key, if one of its names is listed without doubt."""
        if key not in self._entry_of:
            self._entry_of[key] = self._find_entry(key)
        return self._entry_of[key]

    def _find_entry(self, key: tuple[str, str]) -> Entry | None:
        cls = key[0]
        for name in (key[1], *self._names.get(key, ())):
            entry = self._listed(cls, name)
            if entry is not None and not self._stands_elsewhere(key[1], name, entry):
                return entry
        return None

    def _stands_elsewhere(self, full: str, name: str, entry: Entry) -> bool:
        """Whether the fuller name puts another place in front of the listed one: 北湖未来科学城 of Changchun is not 未来科学城 of Beijing."""
        if full == name or not full.endswith(name) or not entry.within:
            return False
        places = [e for e in self._gazetteer.lookup(full[: -len(name)]) if e.cls == "District"]
        near = {entry.within, *(place.identifier for place in self._gazetteer.above(entry))}
        return bool(places) and not any(
            e.identifier in near or entry.within in {place.identifier for place in self._gazetteer.above(e)} for e in places
        )

    def candidates(self, key: tuple[str, str]) -> tuple[str, ...]:
        """Identifiers of the listed things that a name may mean, where nothing decides: those here if there are any. Sorted; never one."""
        found: dict[str, Entry] = {}
        for name in (key[1], *self._names.get(key, ())):
            found.update((entry.identifier, entry) for entry in self._gazetteer.lookup(name) if entry.cls == key[0] and entry.identifier)
        here = {identifier for identifier, entry in found.items() if self._home.holds(entry, self._gazetteer)}
        meant = sorted(here if len(here) > 1 else found)
        return tuple(meant) if len(meant) > 1 else ()

    def names(self, key: tuple[str, str]) -> tuple[str, ...]:
        """All names of a thing, the best first: the listed one, else the longest that is common, then the others."""
        if key not in self._all_names:
            self._all_names[key] = self._find_names(key)
        return self._all_names[key]

    def _find_names(self, key: tuple[str, str]) -> tuple[str, ...]:
        entry = self.entry(key)
        best = entry.name if entry else self._full.get(key)
        return all_names(key[0], self._names.get(key, [key[1]]), best, self._counts, self._gazetteer)


def _owners(mentions: Sequence[Mention], text: str) -> dict[str, set[str]]:
    """The companies that 其 in front of a project's name means, the last one named: its name -> theirs (宁德时代，其肇庆基地 is not 小鹏汽车肇庆基地)."""
    owners: dict[str, set[str]] = defaultdict(set)
    company = ""
    for mention in mentions:
        if mention.cls == "Company":
            company = mention.text
        elif mention.cls == "Project" and company and text[mention.start - 1 : mention.start] == "其":
            owners[mention.text].add(company)
    return owners
