"""Takes a document's tokens, gives the mentions of entities: all sources propose, conflicts are decided sentence by sentence.

A name found with certainty once is known in the rest of its document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from kg.model import Mention
from kg.recognize.acts import ACT_SIGNS, companies_by_acts
from kg.recognize.candidates import Candidate
from kg.recognize.conflicts import beside, resolve
from kg.recognize.declared import DECLARED_SIGNS, declared
from kg.recognize.developers import bears_a_company, may_develop
from kg.recognize.far_places import is_elsewhere, is_near
from kg.recognize.gazetteer import Entry, Gazetteer
from kg.recognize.grammar import HEAD_NOUN, WORD_MARK_TRADE, names_with_heads, word_marks
from kg.recognize.industries import INDUSTRY_SIGNS, industries
from kg.recognize.lexicon import words
from kg.recognize.fronts import companies_in_front
from kg.recognize.lists import LIST_SIGNS, list_members
from kg.recognize.own_parks import OWN_PARK, own_parks
from kg.recognize.persons import persons
from kg.recognize.phrase import BREAK, GENERIC, inside
from kg.recognize.places import Home, zones_of_city
from kg.recognize.products import products
from kg.recognize.programmes import PROGRAMME_SIGNS, programmes
from kg.recognize.signs import sign
from kg.recognize.sized import SIZE, sized_projects
from kg.recognize.sources import SOURCES, source_of
from kg.recognize.tokens import Borders, Token, known_word, span_of
from kg.recognize.trained import trained_fronts, trained_names

# word marks with these endings are companies also outside lists
_TELLING_TRADES = frozenset(
    "科技 半导体 微电子 新材料 石化 化纤 光电 药业 纺织 重工 锂业 铝业 铜业 股份 集团 控股 电池 精密 生物 制药 医疗 能源 新能源 汽车 电子 金属".split()
)
_ORDINARY_CLASSES = frozenset(("Company", "Park", "District", "Organization"))


_BEARS_A_NAME = sign(lambda word: bool(word.listed))
_A_COMPANY_TOO = sign(lambda word: "Company" in word.listed)
_ORDINARY = sign(lambda word: word.tag in ("v", "d", "c", "p", "vn", "ad") or word.text in words("borders", "no_places"))
_NO_PLACE_ALONE = sign(
    lambda word: (
        word.tag in ("v", "d", "a", "c", "p", "vn", "ad", "f")
        or word.tag not in ("ns", "nr", "nz")
        and known_word(word.text)
        or word.text in words("borders", "no_places")
        or word.text.endswith(("河", "路", "桥"))
    )
)


def _listed(tokens: Sequence[Token], home: Home, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Listed names that stand by themselves, and weak ones that the context supports."""
    for i in [i for i, token in enumerate(tokens) if token.signs & _BEARS_A_NAME]:
        token = tokens[i]
        entry = token.hit.entries[0]
        if token.kind in _ORDINARY_CLASSES:
            if entry.level == "region" and i and inside(tokens[i - 1]) and tokens[i - 1].kind == "word" and tokens[i - 1].text not in BREAK:
                continue  # 里水广佛里智慧慢城: a region's short name inside another name
            if token.kind == "District" and is_elsewhere(tokens, i, home, gazetteer):
                if token.text.endswith("新区") and i and tokens[i - 1].kind == "District":
                    yield Candidate(tokens[i - 1].start, token.end, "Park", "grammar.park", True)  # 阳江滨海新区 is not Tianjin's 滨海新区
                continue
            yield Candidate(token.start, token.end, token.kind, "gazetteer", True)
        elif token.kind in ("Product", "Programme", "Project"):
            yield Candidate(token.start, token.end, token.kind, "gazetteer", True)
        elif token.hit.weak and entry.cls == "District" and _place_here(tokens, i, home, gazetteer):
            yield Candidate(token.start, token.end, "District", "gazetteer.weak", False)
        elif token.hit.weak and token.signs & _A_COMPANY_TOO and _company_here(tokens, i):
            yield Candidate(token.start, token.end, "Company", "gazetteer.weak", False)


_NAMED_AFTER = ("大桥", "桥", "隧道", "快速路", "涌", "峡", "水库", "水电站", "河", "路", "大道", "江", "湖")
_BARE_ZONES = frozenset("高新区 经开区 综保区 自贸区 保税区 自贸试验区 综合保税区".split())
_CITIES_ABOVE_PROVINCES = frozenset(("110000", "120000", "310000", "500000"))
_KINDS_OF_ZONES = frozenset("国家级 省级 国家 各 各类 各个 全省 全国 多个 个 家 所有 部分 一批 县级 市级 以上 级 ） 型 新".split())
_ZONES_IN_GENERAL = frozenset("数量 排名 综合 考核 总数 体制 条例 体制机制 总量 名录 名单 行列".split())
_BARE_ZONE = sign(lambda word: word.text in _BARE_ZONES and word.kind not in _ORDINARY_CLASSES)


def _bare_zones(tokens: Sequence[Token], home: Home) -> Iterable[Candidate]:
    """经开区 alone in a city's own text is that city's zone; not the kind of place (国家级高新区, 各高新区)."""
    if home.entry is None or home.entry.level not in ("city", "county") and not home.entry.identifier.endswith("0000"):
        return
    one_of_each = home.entry.level != "province" or home.entry.identifier in _CITIES_ABOVE_PROVINCES
    for i in [i for i, token in enumerate(tokens) if token.signs & _BARE_ZONE and (one_of_each or token.text.startswith("自贸"))]:
        token = tokens[i]
        before, behind = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
        if (before is None or before.text not in _KINDS_OF_ZONES and before.kind not in ("quantity", "District", "Park")) and (
            behind is None or behind.text not in _ZONES_IN_GENERAL and behind.text != "的"
        ):
            yield Candidate(token.start, token.end, "Park", "grammar.bare-zone", False)


@cache
def _zones_automaton(city: str, gazetteer: Gazetteer):
    import daachorse

    names = sorted(zones_of_city(city, gazetteer))
    return daachorse.CharwiseDoubleArrayAhoCorasick(names, daachorse.MATCH_KIND_LEFTMOST_LONGEST) if names else None


class _Zones:
    """The places in a text where a city's own parks stand without the city in front: 国际港务区 in Xi'an's texts."""

    def __init__(self, text: str, home: Home, gazetteer: Gazetteer):
        city = next((place for place in home.chain if place in gazetteer.by_identifier and gazetteer.by_identifier[place].level == "city"), "")
        automaton = _zones_automaton(city, gazetteer) if city else None
        self._places = [(start, end) for start, end, _ in automaton.find(text)] if automaton is not None else []
        self._starts = [start for start, _ in self._places]

    def of(self, tokens: Sequence[Token]) -> Iterable[Candidate]:
        """Those of one sentence, between borders of words."""
        start, end = tokens[0].start, tokens[-1].end
        here = self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if here:
            borders = Borders(tokens)
            for begin, stop in here:
                if begin in borders and stop in borders:
                    yield Candidate(begin, stop, "Park", "gazetteer.at-home", True)


def _place_here(tokens: Sequence[Token], i: int, home: Home, gazetteer: Gazetteer) -> bool:
    """A weak place name counts beside a place above it, or in the home's district in front of a name or in a list of places."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if behind is not None and behind.text.startswith(_NAMED_AFTER):
        return False  # 青山大桥, 双堠水库: named after a place, or after none
    in_list = before is not None and before.text == "、" and i > 1 and _is_place(tokens[i - 2], home, gazetteer)
    in_list = in_list or behind is not None and behind.text == "、" and i + 2 < len(tokens) and _is_place(tokens[i + 2], home, gazetteer)
    below = before is not None and before.kind == "District" and before.hit is not None
    if below and token.signs & _ORDINARY and behind is not None and behind.kind == "word":
        below = False  # 辽宁振兴发展, 内蒙古民族文化
    if token.signs & _NO_PLACE_ALONE and not in_list and not below:
        return False
    entries = [e for e in token.hit.entries if e.cls == "District"]
    if below:
        above = {e.identifier for e in before.hit.entries}
        if any(place.identifier in above for e in entries for place in gazetteer.above(e)):
            return True
    if in_list and _beside_sibling(tokens, i, entries, gazetteer):
        return True
    if not in_list and token.signs & _NO_PLACE_ALONE:
        return False
    if not in_list and token.text[-1] in _MOUNTAINS and len(token.text) > 2 and all(e.level == "town" for e in entries):
        return False  # 铜铃山: the mountain, not the town at its foot
    return any(home.holds(e, gazetteer) and _near_enough(e, home, token.text) for e in entries)


def _is_place(token: Token, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether a token is a place, or a weak name of one at home."""
    if token.kind == "District":
        return True
    return token.signs & _BEARS_A_NAME != 0 and token.hit.weak and any(e.cls == "District" and home.holds(e, gazetteer) for e in token.hit.entries)


def _beside_sibling(tokens: Sequence[Token], i: int, entries: Sequence[Entry], gazetteer: Gazetteer) -> bool:
    """花都、增城: a place of the same city stands beside it in a list."""
    above = {e.within for e in entries if e.within}
    for joint, other in ((i - 1, i - 2), (i + 1, i + 2)):
        if (
            0 <= other < len(tokens)
            and tokens[joint].text in ("、", "和", "与", "及")
            and tokens[other].kind == "District"
            and tokens[other].hit is not None
        ):
            if any(e.within in above for e in tokens[other].hit.entries):
                return True
    return False


def _near_enough(entry: Entry, home: Home, name: str) -> bool:
    """In a province's text the short name of a town says too little: every province has several. A subdistrict named after a lake
    or a bay (香蜜湖街道) is seldom meant by the name of the lake."""
    if entry.level != "town":
        return True
    if name[-1] in _WATERS and entry.name.endswith("街道"):
        return False
    return home.entry is not None and home.entry.level != "province"


_MOUNTAINS = frozenset("山峰岭江")
_WATERS = frozenset("湖湾滩街门泉河江路桥溪岛洲")


def _company_here(tokens: Sequence[Token], i: int) -> bool:
    """A weak company name counts between companies."""
    before, behind = (tokens[i - 1] if i else None), (tokens[i + 1] if i + 1 < len(tokens) else None)
    left = before is not None and before.text in "、和与" and i > 1 and tokens[i - 2].kind == "Company"
    right = behind is not None and behind.text in "、和与" and i + 2 < len(tokens) and tokens[i + 2].kind == "Company"
    return left or right


_NO_TRADES = ("产业", "产业园", "产业链", "领域", "行业", "技术", "产品")


def _word_marks(tokens: Sequence[Token]) -> Iterable[Candidate]:
    for mark, trade in word_marks(tokens):
        if (
            tokens[trade].text in _TELLING_TRADES
            and tokens[mark].text[0] not in "省市县区我本该全各"
            and tokens[mark].tag not in ("eng", "m", "ns", "t", "l", "i")
        ):
            if trade + 1 == len(tokens) or tokens[trade + 1].text not in _NO_TRADES:
                yield Candidate(tokens[mark].start, tokens[trade].end, "Company", "grammar.word-mark", False)


def _fronts(tokens: Sequence[Token], whole: Candidate, home: Home, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """The company and the places inside a name, by its composition."""
    first, stop = span_of(tokens, whole.start, whole.end)
    if first >= stop:
        return
    token = tokens[first]
    if token.kind == "word" and token.hit is not None and stop - first > 1:
        here = [e for e in token.hit.entries if e.cls == "District" and home.holds(e, gazetteer) and _near_enough(e, home, token.text)]
        if here and token.text not in GENERIC and token.tag not in ("v", "d", "p", "c"):
            yield Candidate(token.start, token.end, "District", "composition.place", False)
    if whole.cls == "Project" and whole.rule != "grammar.sized" or whole.cls == "Park" and tokens[stop - 1].text.endswith(_OF_ONE_COMPANY):
        yield from _developers(tokens, first, stop, whole)
    if whole.cls in ("Park", "Organization") or tokens[first].kind in ("Park", "Organization"):
        yield from _place_in_listed(tokens[first], home, gazetteer)


def _developers(tokens: Sequence[Token], first: int, stop: int, whole: Candidate) -> Iterable[Candidate]:
    """The companies at the front of a project's name; of a park's only listed ones, since parks are named after places and aims too."""
    sure = whole.rule.startswith(_SURE_PROJECTS)
    for a, b in companies_in_front(tokens, first, stop, sure):
        start, end = tokens[a].start, tokens[b - 1].end
        if end < whole.end and end - start >= 2 and may_develop(tokens, a, b, stop):
            found = any(map(bears_a_company, tokens[a:b]))
            if found or whole.cls == "Project" and (sure or _plant_head(tokens, stop) or any(t.hit is not None for t in tokens[a:b])):
                yield Candidate(start, end, "Company", "composition.company", True)


_BRACKETED = re.compile("（([^（）]{2,6})）")


def _place_in_listed(token: Token, home: Home, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """The place that a listed park's name begins with (珠海 in 珠海鹤洲新区), and one that it has in brackets (西部（重庆）科学城)."""
    if token.kind not in ("Park", "Organization"):
        return
    bracket = _BRACKETED.search(token.text)
    if bracket is not None and any(e.cls == "District" and e.level != "town" for e in gazetteer.lookup(bracket[1])):
        yield Candidate(token.start + bracket.start(1), token.start + bracket.end(1), "District", "composition.place", False)
    for size in range(min(6, len(token.text) - 2), 1, -1):
        places = [e for e in gazetteer.lookup(token.text[:size]) if e.cls == "District"]
        strong = not gazetteer.is_weak(token.text[:size])
        if any(e.level == "city" or strong and (e.level != "town" or is_near(e, home, gazetteer)) or home.holds(e, gazetteer) for e in places):
            yield Candidate(token.start, token.start + size, "District", "composition.place", False)
        if places:
            return


_OF_ONE_COMPANY = ("旅游城", "产业园", "工业园", "科技园", "物流园", "产业城", "健康谷")
_SURE_PROJECTS = ("list.project", "list.sized", "list.subject")
_PLANT_HEADS = (
    "总部",
    "基地",
    "工厂",
    "生产线",
    "产线",
    "研发中心",
    "一期",
    "二期",
    "三期",
    "四期",
    "首期",
    "扩产",
    "技改",
    "一厂",
    "二厂",
    "三厂",
)


def _plant_head(tokens: Sequence[Token], stop: int) -> bool:
    return tokens[stop - 1].text.endswith(_PLANT_HEADS)


def _proposed(tokens: Sequence[Token], text: str, home: Home, gazetteer: Gazetteer) -> list[Candidate]:
    """What the rules propose for a sentence. Each source is asked only if a word has one of the signs that it looks for."""
    signs = 0
    for token in tokens:
        signs |= token.signs
    found = list(persons(text, tokens[0].start, tokens[-1].end, Borders(tokens)))
    if signs & _BEARS_A_NAME:
        found += _listed(tokens, home, gazetteer)
    if signs & HEAD_NOUN:
        found += names_with_heads(tokens)
    if signs & SIZE:
        found += sized_projects(tokens)
    if signs & LIST_SIGNS:
        found += list_members(tokens)
    if signs & ACT_SIGNS:
        found += companies_by_acts(tokens)
    if signs & WORD_MARK_TRADE:
        found += _word_marks(tokens)
    if signs & _BARE_ZONE:
        found += _bare_zones(tokens, home)
    if signs & _BARE_OFFICE:
        found += _bare_offices(tokens, home)
    if signs & OWN_PARK:
        found += own_parks(tokens, home)
    if signs & PROGRAMME_SIGNS:
        found += programmes(tokens)
    if signs & INDUSTRY_SIGNS:
        found += industries(tokens)
    if signs & DECLARED_SIGNS:
        found += declared(tokens)
    return found


def mentions(
    sentences: Iterable[Sequence[Token]],
    text: str,
    home: Home,
    gazetteer: Gazetteer,
    user: frozenset[str] = frozenset(),
    sources: Collection[str] = tuple(SOURCES),
    further: Callable[[Sequence[Sequence[Token]], str], dict[int, list[Candidate]]] | None = None,
    trained: Path | None = None,
) -> list[Mention]:
    """The names of a document.

    :param sentences: its main text in tokens, sentence by sentence
    :param text: the clean text
    :param sources: those of :mod:`.sources` that may propose
    :param further: a recogniser beside the rules (:class:`.ner.SpacyNames`); what it proposes touches no name of theirs
    :param trained: the model of a trained recogniser (:mod:`.trained`) beside the rules, likewise
    :returns: in order; a name inside a longer one follows it
    """
    found: list[tuple[Sequence[Token], list[Candidate], list[Candidate]]] = []
    known: dict[str, Candidate] = {}
    sentences = [tokens for tokens in sentences if tokens]
    proposed = further(sentences, text) if further is not None else {}
    zones = _Zones(text, home, gazetteer)
    for tokens in sentences:
        candidates = [
            c
            for c in (*_proposed(tokens, text, home, gazetteer), *zones.of(tokens))
            if source_of(c.rule) in sources and _is_name(text[c.start : c.end], c, gazetteer)
        ]
        standing, parts = resolve(candidates)
        made = [c for c in products(tokens, standing) if source_of(c.rule) in sources]
        if made:
            candidates += made
            standing, parts = resolve(candidates)
        suggested = [*proposed.get(tokens[0].start, ()), *(trained_names(tokens, standing, model=trained) if trained else ())]
        more = [c for c in beside(suggested, standing) if _is_name(text[c.start : c.end], c, gazetteer)]
        if more:
            standing, parts = resolve([*candidates, *more])
        if "rules" in sources and (phases := list(_bare_phases(tokens, standing, text))):
            standing = sorted((*standing, *phases), key=lambda c: (c.start, c.end))
        for whole in standing:
            if whole.cls in ("Project", "Park", "Organization"):
                for part in _fronts(tokens, whole, home, gazetteer):
                    if source_of(part.rule) in sources and not any(p.start < part.end and part.start < p.end for p in parts):
                        parts.append(part)
        if trained:
            parts.extend(_trained_fronts(tokens, standing, parts, trained))
        parts = _without_doubled(parts, standing)
        found.append((tokens, standing, parts))
        for candidate in (*standing, *parts):
            name = text[candidate.start : candidate.end]
            if candidate.certain and candidate.cls in ("Company", "Park", "Project") and len(name) >= 2 and "gazetteer" not in candidate.rule:
                known.setdefault(name, candidate)
    again = _Again(text, known if "context" in sources else {})
    result: list[Mention] = []
    for tokens, standing, parts in found:
        names = sorted((*standing, *again.of(tokens, standing), *parts), key=lambda c: (c.start, -c.end))
        result += [Mention(c.start, c.end, text[c.start : c.end], c.cls, c.rule) for c in names]
    return result


def _trained_fronts(tokens: Sequence[Token], standing: Iterable[Candidate], parts: Sequence[Candidate], model: Path) -> Iterator[Candidate]:
    """Companies that names of projects and parks begin with, where the rules found none in them."""
    for whole in standing:
        if not any(p.cls == "Company" and whole.start <= p.start < whole.end for p in parts):
            for front in trained_fronts(tokens, whole, model=model):
                if not any(p.start < front.end and front.start < p.end for p in parts):
                    yield front


def _without_doubled(parts: list[Candidate], standing: list[Candidate]) -> list[Candidate]:
    if not parts:
        return parts
    spans = {(s.start, s.end) for s in standing}
    return sorted((p for p in parts if (p.start, p.end) not in spans), key=lambda c: (c.start, c.end))


class _Again:
    """Names that are known from elsewhere in the document, where nothing else stands and the words' borders agree."""

    def __init__(self, text: str, known: dict[str, Candidate]):
        self._known = known
        names = sorted(name for name in known if len(name) > 2 or not known_word(name))
        self._places: list[tuple[int, int, str]] = []
        if names:
            import daachorse

            automaton = daachorse.CharwiseDoubleArrayAhoCorasick(names, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
            self._places = [(start, end, names[i]) for start, end, i in automaton.find(text)]
        self._starts = [start for start, _, _ in self._places]

    def of(self, tokens: Sequence[Token], standing: Sequence[Candidate]) -> Iterable[Candidate]:
        """The known names of one sentence."""
        start, end = tokens[0].start, tokens[-1].end
        here = self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if not here:
            return
        borders = {t.start for t in tokens} | {end}
        for begin, stop, name in here:
            if begin in borders and stop in borders and not any(s.start < stop and begin < s.end for s in standing):
                yield Candidate(begin, stop, self._known[name].cls, "known", False)


_OFFICES = frozenset(("管委会", "党工委"))
_PHASE_WORDS = re.compile(r"^[一二三四五]厂$|^[一二三四五]期$")
_BARE_OFFICE = sign(lambda word: word.kind == "word" and word.text in _OFFICES)
_BARE_PHASE = sign(lambda word: bool(_PHASE_WORDS.match(word.text)))


def _bare_offices(tokens: Sequence[Token], home: Home) -> Iterable[Candidate]:
    """管委会 alone in a park's own news is the park's."""
    if home.park_name:
        for token in tokens:
            if token.signs & _BARE_OFFICE:
                yield Candidate(token.start, token.end, "Organization", "grammar.bare-office", False)


def _bare_phases(tokens: Sequence[Token], standing: Sequence[Candidate], text: str) -> Iterable[Candidate]:
    """二厂 behind 瑞庆时代一厂: another plant of the same, named by its number alone."""
    for token in [token for token in tokens if token.signs & _BARE_PHASE]:
        if any(c.start <= token.start < c.end for c in standing):
            continue
        earlier = [c for c in standing if c.cls == "Project" and c.end <= token.start and text[c.end - 1] == token.text[-1]]
        if earlier and text[token.start - 1] in "、，；":
            yield Candidate(token.start, token.end, "Project", "grammar.bare-phase", False)


_RANKING = re.compile(r"\d+强|[百千]强(?!.)")
_CUT_ROAD = re.compile(r"路[东西南北][延段]")  # what a segmenter leaves of 快速路西延
_GOAL = re.compile(r"(?:平安|法治|美丽|数字|健康|幸福|智慧|文明|诚信|清廉|活力|书香|信用|善治)[\u4e00-\u9fff]{2,3}$")  # 平安云南
_SLOGAN = re.compile(
    r"“?(?:[一二两三四五六七八九十百千]+[^一二两三四五六七八九十百千\d“”期号]{1,4}){2,}(?:”.{0,4})?$"
)  # “两横三纵”快速路, 一城一枢纽
_NEVER_FIRST = frozenset("在与对将把从向或是的了也都其该此等，、")


def _is_name(name: str, candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Leave out what no name can be: generic words, verbs, unbalanced brackets."""
    if (
        (name in GENERIC or name in BREAK)
        and candidate.cls != "Industry"
        or len(name) < 2
        or candidate.cls in ("Project", "Park")
        and len(name) < 3
        and not candidate.rule.startswith(("gazetteer", "list.shared"))
    ):
        return False
    if candidate.cls == "Company" and _RANKING.search(name):
        return False  # 国内500强
    if candidate.cls == "Project" and "”“" in name:
        return False  # “两重”“两新”等项目: two quotations
    if candidate.cls in ("Project", "Park") and (_SLOGAN.match(name) or _CUT_ROAD.match(name) or _GOAL.match(name) and len(name) <= 5):
        return False
    if name.count("（") != name.count("）") or name.count("“") != name.count("”"):
        return False
    if candidate.cls in ("Park", "Project", "Organization", "Industry", "Programme", "Company") and not candidate.rule.startswith("gazetteer"):
        if name[0] in _NEVER_FIRST and not name.startswith("都市") or name[0] in "和以为及" and not known_word(name[:2]) and not known_word(name[:3]):
            return False
    if candidate.cls in ("Company", "Park", "Organization") and name.startswith(("（", "、", "—", "“")):
        return candidate.cls == "Park" and bool(_QUOTED_PARK.match(name))
    return True


# “东亚之窗”文创园; not “一带十五园”产业园区, which counts what it is of, nor “夜经济”集聚区, which is a kind
_QUOTED_PARK = re.compile(
    r"“[^”\d+一二三四五六七八九十百两]{2,10}\+?”(?![和与及]|.*(?:示范|先行|试验|先导|集聚|重点|工业园).*区$|园区$|.*走廊$)[^“”]{2,8}$"
)


def best_entry(name: str, cls: str, home: Home, gazetteer: Gazetteer) -> Entry | None:
    """The listed thing that a mention means: the only one, the one in the home's district, or the highest; None if that leaves several."""
    entries = [e for e in gazetteer.lookup(name) if e.cls == cls]
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
