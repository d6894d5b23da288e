"""Takes the mentions of one document, gives its entities: one for each thing, by names, composition and the alias table."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from kg.model import Mention
from kg.recognize.gazetteer import Entry, Gazetteer
from kg.recognize.known import SHORTEST, cut_end
from kg.recognize.lexicon import any_of, words
from kg.recognize.places import BARE_ZONES, Home, best_entry
from kg.recognize.text.phrase import ALL_TRADES, TRADES
from kg.recognize.text.tokens import known_word
from kg.relate.project_names import TRADES_LONGEST_FIRST, mark_of, one_project, project_names
from kg.relate.zones import one_office, one_zone

_LONG_ENOUGH = 6  # characters of a project's name that tell it without the one that it is a part of
_PROJECT_TAIL = re.compile(r"(?:建设项目|项目|工程|建设工程)$")
_INDUSTRY_TAIL = re.compile(r"(?:产业集群|全产业链|产业链|产业|行业|集群|制造业集群)$")
_BARE_PHASE = re.compile(r"[一二三四五][厂期]")
_PHASE_BEHIND = re.compile(r"[一二三四五首][厂期](?:项目|工程)?$")
_PHASE_TAIL = re.compile(r"(?:[（(])?[一二三四五六首]期(?:[）)])?(?:项目|工程)?$")
_NUMBER_ALONE = re.compile(r"(?:地铁|轨道交通)?\d+号?")  # 3 of 3、4号线 is no name of the line, nor 晨州 of 晨州、松州机场 one of the airport
_NEAR = 300  # characters between a project and a phase of it that is named by its number alone
_LEGAL_FORM = re.compile(r"(?:集团)?(?:股份)?(?:有限责任公司|有限公司|股份公司|公司)$|(?:集团|股份)$")
_COUNTRY_FRONT = re.compile("^" + any_of("places", "countries") + "(?=.{2})")
_INTRODUCES = re.compile(r"（?(?:以下|下)?(?:简称|统称|合称)(?:为|“公司”或)?[：:]?[“\"]?|（(?:以下|下)称[：:]?[“\"]?")
_GRADE = re.compile("^(?:高纯)?[\u4e00-\u9fff]{1,4}级(?=.{2})")  # 电池级碳酸锂
_QUOTES = str.maketrans("", "", "“”\"'‘’")
_LEVEL_FRONT = re.compile(r"^(?:全国首批|国家首批|全省首批|首批|全国|全省)")
_LEVEL_INSIDE = re.compile("（(?:国家|省)级）")  # 西宁（国家级）经济技术开发区
_YEARLY = re.compile(r"年产(?=\d)")
_BOTH = re.compile("委.?政府")  # 省委省政府
_TRADES_OF_FORMS = frozenset(("药业", "制药", "实业", "置业"))  # they end a company's name whatever stands in front
_STATION_TAIL = re.compile(r"(?:电站|核电站)$")
_AREA = re.compile(f"[\u4e00-\u9fff）]{{2,}}{any_of('places', 'areas')}$")
_BEGIN_WITH_A_TRADE = tuple(ALL_TRADES)


def key_of(name: str, cls: str) -> str:
    """What two names of one thing share: without quotation marks, legal form, 项目, 产业.

    >>> key_of("肇庆浪江抽水蓄能电站项目", "Project") == key_of("肇庆浪江抽水蓄能项目", "Project")
    True
    >>> key_of("新能源汽车产业集群", "Industry"), key_of("“卓粤”计划", "Programme")
    ('新能源汽车', '卓粤计划')
    """
    name = name.translate(_QUOTES)
    if cls == "Project":
        return _STATION_TAIL.sub("", _PROJECT_TAIL.sub("", re.sub(r"^年产(?=\d)", "", name))) or name
    if cls == "Industry":
        return _INDUSTRY_TAIL.sub("", name) or name
    if cls == "Company":
        stem = _LEGAL_FORM.sub("", _COUNTRY_FRONT.sub("", name))
        return stem if len(stem) >= 2 else name
    if cls == "Product":
        plain = _GRADE.sub("", name)
        return name if plain in words("products", "no_products") else plain
    if cls == "Park":
        return _LEVEL_INSIDE.sub("", name)
    if cls == "Programme":
        return _LEVEL_FRONT.sub("", name) or name
    return name


def _base(project: Mention, phase: Mention) -> str | None:
    """The name to which a bare phase adds its number: that of the project in front, without its own phase. A 二厂 stands behind a 一厂 alone."""
    if phase.start - project.end > _NEAR or phase.text[-1] == "厂" and not _PHASE_BEHIND.search(project.text):
        return None
    return _PHASE_BEHIND.sub("", project.text) or None


def _number(phase: Mention) -> int:
    return "一二三四五".index(phase.text[0])


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
                whole = {self._key[c, n] for c, n in named if c == cls and n.endswith(name) and self._is_a_place(n[: -len(name)])}
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
        """二厂 and 二期 get the name of the project that the text named last in front of them; where that is none, or not one, they name nothing."""
        bases: dict[str, set[str | None]] = defaultdict(set)
        last = before = base = None  # the project and the phase told last, and what that was a phase of
        for mention in mentions:
            if mention.cls != "Project":
                continue
            if _BARE_PHASE.fullmatch(mention.text):
                if before is None or mention.start - before.end > _NEAR or _number(mention) <= _number(before):
                    base = _base(last, mention) if last is not None else None  # not behind a lower number: of one project, whatever stands between
                bases[mention.text].add(base)
                before = mention
            elif last is None or mention.end > last.end:
                last = mention
        for name, found in bases.items():
            base = found.pop() if len(found) == 1 else None
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
        return self._wholes.get(phase) or _PHASE_TAIL.sub("", phase)

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

    def _is_a_place(self, front: str) -> bool:
        return any(e.cls == "District" for e in self._gazetteer.lookup(front))

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
                for short in {short for name in written for short in self._short_forms(name, cls, named)} - {long}:
                    if not ("（" in long and any(_OF_ITS_OWN.search(name) for _, name in named[short])):  # 甲集团有限公司, 甲（湛州）有限公司 are two
                        longer[short].append(long)
            joined: dict[str, str] = {}
            for short in sorted(longer, key=lambda name: (-len(name), name)):  # 瑞锋五金 to 晨州瑞锋五金制品有限公司 in front of 瑞锋, which is both of theirs
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

    def _is_a_place_in_a_place(self, text: str) -> bool:
        """Whether characters are the names of two places, one behind the other."""
        return any(self._is_a_place(text[:cut]) and self._is_a_place(text[cut:]) for cut in range(2, len(text) - 1))

    def _short_forms(self, long: str, cls: str, named: Collection[str]) -> Iterator[str]:
        """The names among some that shorten a name: a company's without its trade, another thing's without the place or company in front,
        or with the place's short name."""
        if cls == "Company":
            mark = mark_of(long)
            place = next((n for n in range(min(6, len(long) - 2), 1, -1) if self._is_a_place(long[:n])), 0)
            for short in {mark, mark[place:], long[place:]} - {long}:  # 健诺, 健诺生物科技 of 阜阳健诺生物科技; not 比亚迪 of 合肥比亚迪汽车
                if len(short) >= 2 and short in named and not any(e.cls == "Company" for e in self._gazetteer.lookup(short)):
                    yield short
            for end in range(place + 2, min(place + 5, len(long) - 1)):  # 瑞锋 of 晨州瑞锋五金制品有限公司
                short = long[place:end]
                if short in named and long.startswith(_BEGIN_WITH_A_TRADE, end) and not known_word(short) and not self._gazetteer.lookup(short):
                    yield short
            if place and mark != long and mark in named and any(e.cls == "Company" for e in self._gazetteer.lookup(mark)):
                yield mark  # 贵州晨能 of 贵州晨能新能源材料, listed with its place
            for short in named:  # 云岭新材料, 云岭汽配 of 湛州云岭新材料科技, 湛州云岭汽车配件: its mark, and what its trades are cut down to
                if place and _cuts_trades(short, long[place:]) and not any(e.cls == "Company" for e in self._gazetteer.lookup(short)):
                    yield short
            for begin in {0, place}:
                for cut in range(begin + 4, len(long) - (begin == 0)):  # 云岭食品 of 云岭食品（湛州）有限公司, 瑞锋五金 of 晨州瑞锋五金制品有限公司
                    short = long[begin:cut]
                    if short in named and not any(e.cls == "Company" for e in self._gazetteer.lookup(short)):
                        yield short
        for cut in range(1, len(long)):
            front, rest = long[:cut], long[cut:]
            if cls == "Company":
                if cut >= 2 and front in named and (rest in TRADES or rest in _TRADES_OF_FORMS):
                    yield front
            elif cut >= 3 and front[-1] in "县市区" and len(rest) >= 4 and front[:-1] + rest in named and self._is_a_place(front):
                yield front[:-1] + rest  # 天祝金强工业集中区 of 天祝县金强工业集中区
            elif len(rest) >= 4 and rest in named:
                if any(e.cls == "District" or e.cls == "Company" and cls == "Project" for e in self._gazetteer.lookup(front)):
                    yield rest
                elif cls == "Park" and self._is_a_place_in_a_place(front):
                    yield rest  # 滨湖经开区 of 晨州市云岭区滨湖经开区
                elif cls == "Project" and (front.endswith("·") or any(front in named or front + end in named for end in ("", "项目"))) and len(rest) >= _LONG_ENOUGH:
                    yield rest  # 溪江2号特大桥 of 甲县过境高速公路溪江2号特大桥, 鲜果加工交易中心项目 of 晨州·鲜果加工交易中心项目
                elif cls == "Park" and len(rest) > 4 and _AREA.search(front):
                    yield rest  # 利民生物医药产业园 of 晨州新区利民生物医药产业园
                elif cls == "Project" and len(rest) > 6 and 2 <= cut <= 4 and not known_word(front):
                    yield rest  # 智慧乳品工厂项目 of 湛氏智慧乳品工厂项目

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
        """Identifiers of the listed things that a name may mean, where nothing decides: those here if there are any. Sorted; never one alone."""
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
        cls = key[0]
        found = self._names.get(key, [key[1]])
        entry = self.entry(key)
        ordered = sorted(found, key=lambda n: (-self._counts[cls, n], -len(n), n))
        if cls == "Project":
            ordered.sort(key=lambda n: (-len(n), n))
        best = [entry.name] if entry else [self._full[key]] if key in self._full else []
        if best and cls == "Project":
            ordered = [name for name in ordered if not _NUMBER_ALONE.fullmatch(name) and ("District", name) not in self._counts]
        extra = []
        for name in ordered:
            plain = key_of(name, cls)
            if plain != name and len(plain) >= (2 if cls == "Product" else 3) and cls in ("Project", "Industry", "Programme", "Company", "Product"):
                extra.append(plain)
            yearly = _YEARLY.search(name) if cls == "Project" else None
            if yearly is not None:
                extra += [name[yearly.start() :], name[yearly.end() :]]
            if cls == "Company":
                extra += [mark for mark in _word_marks(name) if not self._gazetteer.lookup(mark) and not known_word(mark)]
            if cls == "Industry" and len(name) <= 6:
                extra.append(_INDUSTRY_TAIL.sub("", name) + "产业")
        return tuple(dict.fromkeys(n.replace(" ", "") for n in (*best, *ordered, *extra) if n))


def _cuts_trades(short: str, name: str) -> bool:
    """Whether a short form is a company's mark, and its trades without some of their characters: 云岭汽配 of 云岭汽车配件."""
    return SHORTEST <= len(short) < len(name) and cut_end(short, 0, name) == len(short)


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


def _word_marks(name: str) -> list[str]:
    """The bare word mark of a company whose name is a mark and a trade: 增芯 of 增芯科技."""
    if not name.endswith(TRADES_LONGEST_FIRST):
        return []
    for ending in TRADES_LONGEST_FIRST:
        if name.endswith(ending) and 2 <= len(name) - len(ending) <= 3:
            return [name[: -len(ending)]]
    return []
