"""Where a document is at home: the district or park whose news or report it is.

The home decides which of several 朝阳区 is meant, whether a weak name (石湾, 南海) is a place here, and who 全市 is.
Evidence is weighed in one place: title, publisher and source name it outright, the file's name in Chinese or
pinyin suggests it, and the text's own places vote.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.model import Document
from kg.recognize.gazetteer import Entry, Gazetteer, Hit, provinces
from kg.recognize.lexicon import any_of, ordered

NAMED_OUTRIGHT, NAMED_IN_TITLE, IN_PINYIN = 60.0, 25.0, 40.0
_OFTEN = 3  # times that a text names the park of which it tells
PROVINCIAL_PAPER = 3.0  # a province's newspaper tells of its cities and counties, too
_ENOUGH = 1.5  # of what speaks for a place
_MAY_BE_HOME = ("province", "city", "county")  # levels
_LEVELS = {"province": 3, "city": 2, "county": 1, "town": 0, "region": 4}
_OFFICE = (
    ("province", re.compile("我省|全省")),
    ("city", re.compile("我市|全市|本市")),
    ("county", re.compile("我县|全县|我区|全区|本区|该区|该县")),
)


@dataclass(frozen=True, slots=True)
class Home:
    """The place of a document, and the places above it."""

    entry: Entry | None  # a District, or None if nothing decides
    park: Entry | None  # a Park, if the document is a park's own
    park_name: str | None  # the park's name if no gazetteer lists it
    chain: tuple[str, ...]  # identifiers of the home and of all above it

    @property
    def zone(self) -> tuple[str, str] | None:
        """Class and name of the zone that the headline begins with: a park, or a district that is called one (浦东新区)."""
        if self.park_name is None:
            return None
        return "District" if self.entry is not None and self.park_name in self.entry.names else "Park", self.park_name

    def holds(self, entry: Entry, gazetteer: Gazetteer) -> bool:
        """Whether a place lies in the home's district, or above it, or is it."""
        if not self.chain or not entry.identifier:
            return False
        if entry.identifier in self.chain:
            return True
        around = _around(self.chain)
        for place in gazetteer.above(entry):
            if place.identifier in around:
                return True
        return False


@lru_cache(maxsize=1000)
def _around(chain: tuple[str, ...]) -> frozenset[str]:
    """The home and its city, since what lies in the same city is near: a county's report names the next county."""
    cities = [c for c in chain if len(c) == 6 and c.endswith("00") and not c.endswith("0000")]
    return frozenset((chain[0], *cities[:1]))


NOWHERE = Home(None, None, None, ())


@lru_cache(maxsize=8_192)
def _pinyin(name: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(name))


class _Votes:
    """What speaks for each province, city and county that may be a document's home."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = defaultdict(float)
        self.entries: dict[str, Entry] = {}

    def add(self, entry: Entry, weight: float) -> None:
        if entry.cls == "District" and entry.level in _MAY_BE_HOME and entry.identifier:
            self.entries[entry.identifier] = entry
            self.weights[entry.identifier] += weight

    def best(self) -> str:
        """The place that most speaks for; of two alike, the lower one."""
        return max(self.weights, key=lambda i: (self.weights[i], -_LEVELS[self.entries[i].level], i))


def home(document: Document, hits: Iterable[Hit], gazetteer: Gazetteer) -> Home:
    """Find the home of a document.

    :param hits: the listed names of its main text
    """
    hits = list(hits)
    votes = _Votes()
    _count_places_named(votes, document, hits, gazetteer)
    _count_what_names_it(votes, document, gazetteer)
    _raise_level_spoken_for(votes, document)
    park, park_name = _park(document, gazetteer)
    if park_name is None:
        park, park_name = _park_told_of(document, hits, votes.weights)
        _count_place_of(votes, park, gazetteer)
    if not votes.weights:
        _count_place_of(votes, park, gazetteer)
    best = _decided(votes, document, park_name, gazetteer)
    if best is None:
        return Home(None, park, park_name, ())
    place = _headlined(document, votes.entries, votes.weights, best, gazetteer) if park_name is None else best
    chain = (place.identifier, *(e.identifier for e in gazetteer.above(place)))
    return Home(place, park, park_name, chain)


def _count_places_named(votes: _Votes, document: Document, hits: Iterable[Hit], gazetteer: Gazetteer) -> None:
    """Each place that the text names speaks for itself, and less for the place that it lies in."""
    for hit in hits:
        if hit.weak or "District" not in hit.classes or _is_of_somebody_else(document.clean, hit):
            continue
        places = [e for e in hit.entries if e.cls == "District" and e.level in _MAY_BE_HOME]
        top = _highest(places) if places else []
        if len(top) == 1:
            votes.add(top[0], 1.0)
            for above in gazetteer.above(top[0])[:1]:
                votes.add(above, 0.4)


def _count_what_names_it(votes: _Votes, document: Document, gazetteer: Gazetteer) -> None:
    """Publisher, title, source and file name a place outright, the file also in pinyin."""
    for text, weight in (
        (document.publisher, NAMED_OUTRIGHT),
        (document.title, NAMED_IN_TITLE),
        (document.source, NAMED_OUTRIGHT),
        (document.identifier, NAMED_OUTRIGHT),
    ):
        named = _named(text or "", gazetteer)
        if named is not None:
            votes.add(named, PROVINCIAL_PAPER if text == document.publisher and named.identifier in provinces(gazetteer) else weight)
    for entry in _by_pinyin(document.identifier, gazetteer):
        if votes.weights.get(entry.identifier, 0) > 0 or entry.level == "city":
            votes.add(entry, IN_PINYIN)


def _raise_level_spoken_for(votes: _Votes, document: Document) -> None:
    """A text that says 我市 or 全县 more likely is at home in a place of that level."""
    for level, pattern in _OFFICE:
        if votes.weights and pattern.search(document.clean):
            for identifier, entry in votes.entries.items():
                if entry.level == level:
                    votes.weights[identifier] *= 1.6


def _count_place_of(votes: _Votes, park: Entry | None, gazetteer: Gazetteer) -> None:
    """The place in which a document's park lies is named with it."""
    if park is not None and park.within in gazetteer.by_identifier:
        votes.add(gazetteer.by_identifier[park.within], NAMED_IN_TITLE)


def _decided(votes: _Votes, document: Document, park_name: str | None, gazetteer: Gazetteer) -> Entry | None:
    """The place for which enough speaks; of a text that speaks as a county or district, the only one that it names."""
    if not votes.weights:
        return None
    best = votes.best()
    place, weight = votes.entries[best], votes.weights[best]
    if park_name is not None:
        return place
    if weight < _ENOUGH:
        return None
    if weight < NAMED_IN_TITLE and _speaks_for_less(document.clean, place):
        county = _only_county_in(place, document.clean, votes.entries, votes.weights, gazetteer)
        return votes.entries[county] if county is not None else None
    return place


_IN_A_COMPANY = re.compile(
    "(?:省|市)?[^，。；：、（）“”\\s的在与和是由于到有]{2,14}?(?:有限公司|股份公司|公司|集团|分公司)|(?:省|市)?[（(][^）)]{2,8}[）)][^，。；：、的]{0,12}公司"
)
_SOMEBODY_ELSE_S = re.compile("(?:赴|前往|对接|接轨|来自|面向|远赴|奔赴|销往|远销|出口)(?:[^，。；：]{1,10}、){0,4}(?:[^，。；：]{1,10}[和及])?$")


def _is_of_somebody_else(text: str, hit: Hit) -> bool:
    """Whether a place is only where a company is from, by its name (江苏甲药业有限公司), or whom a text goes to or turns to: 赴上海招商, 对接深圳."""
    start = max(0, hit.start - 24)
    return _IN_A_COMPANY.match(text, hit.end) is not None or _SOMEBODY_ELSE_S.search(text[start : hit.start]) is not None


_COUNTY_S_OWN = re.compile("我县|(?<![安健])全县(?![域级])|(?<![\u4e00-\u9fff])县(?:委|政府|经济开发区|经开区|工业园)")
_CITY_S_OWN = re.compile("我[市省]|本[市省]")
_DISTRICT_S_OWN = re.compile("我区|(?<![\u4e00-\u9fff])区(?:委|政府|经济开发区|经开区|工业园)")


def _speaks_for_less(text: str, place: Entry) -> bool:
    """Whether a text of which a city or province seems to be the home speaks as one of its counties: 我县, 县工业园."""
    if place.level not in ("city", "province") or _CITY_S_OWN.search(text) is not None:
        return False
    return _COUNTY_S_OWN.search(text) is not None or not place.name.endswith("自治区") and _DISTRICT_S_OWN.search(text) is not None


def _only_county_in(place: Entry, text: str, named: Mapping[str, Entry], votes: Mapping[str, float], gazetteer: Gazetteer) -> str | None:
    """The only county that a text names that speaks as a county; the only district of a place where it speaks as a district."""
    kind = "县旗" if _COUNTY_S_OWN.search(text) is not None else "区"
    counties = [i for i, entry in named.items() if entry.level == "county" and votes[i] >= 1 and entry.name[-1] in kind]
    found = [i for i in counties if kind != "区" or place in gazetteer.above(named[i])]
    return found[0] if len(found) == 1 else None


def _headlined(document: Document, named: Mapping[str, Entry], votes: Mapping[str, float], around: Entry, gazetteer: Gazetteer) -> Entry:
    """The place in the home that the headline begins with, by a name that is a word as well (福泉 for 福泉市), if the text names it
    in full; else the home."""
    headline = document.title or (line[0] if (line := _FIRST_LINE.match(document.clean)) is not None else "")
    opening = marks.end() if (marks := _OPENING.match(headline)) is not None else 0
    for hit in gazetteer.find(headline):
        inside = [
            e for e in hit.entries if e.cls == "District" and votes.get(e.identifier, 0) >= 1 and around in gazetteer.above(named[e.identifier])
        ]
        if hit.start == opening and len(inside) == 1 and headline[hit.end : hit.end + 1] not in "、和与":
            return inside[0]
    return around


_FIRST_LINE = re.compile("[^。；\n]{4,60}(?=\n)")  # of a text without a title, if it may be one
_OPENING = re.compile("(?:【[^】]*】|[“《\\s])+")  # what may stand in front of the place


def _highest(places: list[Entry]) -> list[Entry]:
    top = max(_LEVELS[p.level] for p in places)
    return [p for p in places if _LEVELS[p.level] == top]


def _named(text: str, gazetteer: Gazetteer) -> Entry | None:
    """The lowest district that a title, a publisher or a path names without doubt."""
    best: Entry | None = None
    end = -1  # of the place in front
    for hit in gazetteer.find(text):
        places = [e for e in hit.entries if e.cls == "District" and e.level in _MAY_BE_HOME]
        inside = [e for e in places if best is not None and best in gazetteer.above(e)] if hit.weak and hit.start == end else []
        if len(inside) == 1:
            best, end = inside[0], hit.end  # 甲省乙：…, though its name is a word as well
            continue
        if hit.weak or len(_highest(places)) != 1 if places else True:
            continue
        entry, end = _highest(places)[0], hit.end
        if best is None or any(place.identifier == best.identifier for place in gazetteer.above(entry)):
            best = entry
    return best


@cache
def _romanised() -> dict[str, tuple[str, ...]]:
    """Place names and how they are spelt in Latin letters, where that is not pinyin."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in ordered("places", "romanised"):
        latin, name = row.split(":")
        found[name].append(latin)
    return {name: tuple(latins) for name, latins in found.items()}


@cache
def _latin() -> frozenset[str]:
    """How places are spelt in Latin letters, where that is not pinyin."""
    return frozenset(latin for latins in _romanised().values() for latin in latins)


@cache
def _pinyin_index(gazetteer: Gazetteer) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[Entry]] = defaultdict(list)
    for entry in gazetteer.entries:
        if entry.cls == "District" and entry.level in ("province", "city"):
            for name in entry.names:
                index[_pinyin(name)].append(entry)
                for latin in _romanised().get(name, ()):
                    index[latin].append(entry)
    return {key: tuple(found) for key, found in index.items()}


def _by_pinyin(identifier: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Cities and provinces whose name in pinyin, or as it is spelt where that differs (hohhot), is a word of the file's name: fuzhou-2019-1 gives 福州 and 抚州."""
    found: list[Entry] = []
    for word in re.findall(r"[a-z]{4,}", identifier.lower()):
        if _SYLLABLES.fullmatch(word) or word in _latin():
            found += _pinyin_index(gazetteer).get(word, ())
    return tuple(found)


_SYLLABLES = re.compile("(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]{1,3}(?:ng|n|r)?)+")  # of pinyin


_ZONE = re.compile(r"^[\u4e00-\u9fff]{2,10}?" + any_of("places", "areas"))
# what a headline may tell of when in front of whose news it is: 上半年甲经开区产值增长8%
_WHEN = re.compile(
    r"^(?:(?:20\d\d年|今年|去年)?(?:上半年|下半年|前[一二两三]季度|[一二三四首]季度?|前\d{1,2}个?月|\d{1,2}(?:[—\-–~至到]\d{1,2})?月份?)|20\d\d年|今年|去年)[，：、 ]?"
)
_TOWARDS = re.compile("[与和赴到在对向]")  # 与某园区签约: of somebody else
_JOINS = re.compile("[—–-]?[与和同暨][^，。；：、]{2,12}(?:区|园|县|市|城)")  # 甲经开区与乙经开区共建园区: of either
# in front of a zone or instead of its name, so that a headline begins with no name: 推动甲经济区建设, 国家级新区
_NO_NAME = re.compile(
    "(?:巩固|提升|推动|推进|打造|加快|建设|走进|聚焦|支持|助力|全力|探访|走访|争创|创建)|"
    "(?:(?:国家|省|市|全国|全省|全市|我国|我省|我市|中国|一批|[一二三四五六七八九十百0-9]+个)级?(?:的)?){0,2}(?:重点|各类)?"
    "(?:高新区|经开区|开发区|新区|产业园区|工业园区|保税区)$"
)
_TELLS = re.compile("[的在与和]|签约|落户|投产|开工|走进|探访|走访|来到")
_LONGER = re.compile(
    "(?:[\\u4e00-\\u9fff]{2,10}?)(?:产业园区|产业园|工业园|科技园|物流园|产业城|科创城|科学城|科技城|汽车城|新城|产业基地|科技产业基地)(?=[，。：！？“” 、]|$)"
)  # 甲高新区乙产业园: the park in the zone


def _park(document: Document, gazetteer: Gazetteer) -> tuple[Entry | None, str | None]:
    """The park whose own news a document is: its headline begins with the park's name."""
    title = _WHEN.sub("", (document.title or "").lstrip("“《"))
    for hit in gazetteer.find(title)[:1]:
        parks = [e for e in hit.entries if e.cls == "Park"]
        if hit.start <= 2 and parks and not hit.weak and not _TOWARDS.search(title, 0, hit.start) and not _JOINS.match(title, hit.end):
            longer = _LONGER.match(title, hit.end)
            return (parks[0], title[hit.start : hit.end]) if longer is None else (None, title[hit.start : longer.end()])
    opening = _ZONE.match(title)
    if opening and not (_TELLS.search(opening.group()) or _NO_NAME.match(opening.group()) or _JOINS.match(title, opening.end())):
        return None, opening.group()
    return None, None


_OF_A_PARK, _OF_A_CITY = re.compile("(?<!安)全区|园区"), re.compile("[全我][市省县]")


def _park_told_of(document: Document, hits: Sequence[Hit], votes: Mapping[str, float]) -> tuple[Entry | None, str | None]:
    """The listed park of which a text without a headline tells from its first sentence on: it names it several times and no other place as
    often, and speaks of 全区 or 园区."""
    if document.title or not hits or len(_OF_A_PARK.findall(document.clean)) <= len(_OF_A_CITY.findall(document.clean)):
        return None, None
    counts = Counter(hit.entries[0] for hit in hits if not hit.weak and len(hit.entries) == 1 and hit.entries[0].cls == "Park")
    if not counts:
        return None, None
    (park, times), *others = counts.most_common(2)
    if times < _OFTEN or others and others[0][1] * 2 > times or max(votes.values(), default=0) >= times + 2:
        return None, None
    first = next(hit for hit in hits if hit.entries[0] is park)
    ends = [end for mark in "。\n" if (end := document.clean.find(mark)) >= 0]
    return (park, document.clean[first.start : first.end]) if first.start < min(ends, default=0) + 1 else (None, None)
