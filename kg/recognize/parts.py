"""Takes a name that stands, gives the names inside it: the company in 小鹏汽车肇庆基地, the place in 东莞松山湖高新区."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.gazetteer import Entry, Gazetteer
from kg.recognize.lexicon import words
from kg.recognize.home import Home
from kg.recognize.recognisers.companies.developers import NO_MARK, bears_a_company, closes_a_company, drawn_to_a_mark, may_develop
from kg.recognize.recognisers.companies.fronts import INFRASTRUCTURE, companies_in_front, is_field
from kg.recognize.recognisers.companies.trade_fronts import trade_front
from kg.recognize.recognisers.companies.unknown_fronts import unknown_front
from kg.recognize.recognisers.companies.unlisted import mark_before_trade
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.recognisers.listed import gives_a_street_its_name
from kg.recognize.recognisers.places.far_places import is_near, is_near_enough
from kg.recognize.recognisers.products.named_for import products_named_for
from kg.recognize.text.phrase import GENERIC, NAMED_TAGS, NO_PLACES, PLAIN, TRADES, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word, span_of


def parts_of(tokens: Sequence[Token], whole: Candidate, home: Home, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """The company and the places inside a name, by its composition."""
    first, stop = span_of(tokens, whole.start, whole.end)
    if first >= stop:
        return
    token = tokens[first]
    if token.kind == "word" and token.hit is not None and stop - first > 1 and not _is_another_name(tokens, first, whole):
        here = [e for e in token.hit.entries if e.cls == "District" and home.holds(e, gazetteer) and is_near_enough(e, home, token.text)]
        here = [e for e in here if not _is_called_like_a_zone(e, token.text, gazetteer)]
        here = here or [e for e in _only_one_of(token) if home.entry is None and whole.cls == "Park" and tokens[first + 1].text in _ZONES]
        ordinary = token.text in NO_PLACES and all(e.level == "town" for e in here)  # 红旗 of 红旗升级改造
        if here and not ordinary and token.text not in GENERIC and token.tag not in ("v", "d", "p", "c"):
            yield Candidate(token.start, token.end, "District", "composition.place", False)
    if whole.cls in ("Park", "Organization") and token.kind == "District" and first + 2 < stop and _is_within(tokens[first + 1], token):
        yield Candidate(tokens[first + 1].start, tokens[first + 1].end, "District", "composition.place", False)  # 会同县 of 怀化市会同县工业集中区
    if whole.shares and _is_its_place(token, whole.shares):
        yield Candidate(token.start, token.end, "District", "composition.place", False)
    if whole.cls == "Project":
        yield from _ends_at_home(tokens, first, stop, home, gazetteer)
    if whole.cls in ("Project", "Park"):
        yield from _islands_and_countries(tokens, first, stop)
    behind, whole_text = whole.start, text_of(tokens, first, stop - 1)
    bare = whole.rule.startswith("list.") and len(whole_text) <= 4 and not whole_text[-1].isascii() and NO_MARK.search(whole_text)
    # a bare name is a place, as 老虎冲 or 广都扩, and no company in it
    if (whole.cls == "Project" and whole.rule != "grammar.sized" or whole.cls == "Park") and not bare:
        developers = list(_developers(tokens, first, stop, whole)) if whole.cls == "Project" or whole_text.endswith(_OF_ONE_COMPANY) else []
        if not developers and (whole.cls == "Project" or whole_text.endswith(_OF_ONE_COMPANY)) and _is_called_by_its_trade(tokens, first, stop):
            developers = [Candidate(tokens[first].start, tokens[first + 1].end, "Company", "composition.company", False)]
        if not developers and (mark := mark_before_trade(tokens, first, stop, whole.rule == "list.project")) and may_develop(tokens, *mark, stop):
            developers = [Candidate(tokens[mark[0]].start, tokens[mark[1] - 1].end, "Company", "composition.company", False)]
        if not developers:
            mark = unknown_front(tokens, first, stop, home, gazetteer, whole.rule == "list.project") if whole.cls == "Project" else None
            if mark := mark or trade_front(tokens, first, stop):
                developers = [Candidate(tokens[mark[0]].start, tokens[mark[1] - 1].end, "Company", "composition.company", False)]
        yield from developers
        behind = max((developer.end for developer in developers), default=whole.start)
    if whole.cls == "Project":
        begin = next((i for i in range(first, stop) if tokens[i].start >= behind), stop)
        yield from products_named_for(tokens, begin, stop, behind > whole.start and whole.rule == "list.project")
    if whole.cls in ("Park", "Organization") or tokens[first].kind in ("Park", "Organization"):
        yield from _place_in_listed(tokens[first], home, gazetteer)


_ZONES = words("places", "kinds_of_zones")


def _is_within(token: Token, place: Token) -> bool:
    """Whether a word names a division of the place in front of it."""
    above = {e.identifier for e in place.entries}
    return any(e.cls == "District" and e.within in above for e in token.entries)


def _only_one_of(token: Token) -> list[Entry]:
    """The city or county that a word is the name of, where it is that of one alone: 扬中 of 扬中经开区, in a text that is at home nowhere."""
    places = [e for e in token.entries if e.cls == "District" and e.level in ("city", "county")]
    return places if len(places) == 1 else []


_WATERS_AND_HILLS = frozenset("岛湖江河湾山峰岭岙潭溪")


def _is_another_name(tokens: Sequence[Token], first: int, whole: Candidate) -> bool:
    """Whether the place at the front of a name opens that of a street, a lake or a hill (云龙 of 云龙湖实验室), or is a lake after which a laboratory
    is called (太湖实验室)."""
    if whole.cls == "Organization" and whole.end - tokens[first].end == 3 and tokens[first].text[-1] in _WATERS_AND_HILLS:
        return True
    return tokens[first + 1].text in _WATERS_AND_HILLS or gives_a_street_its_name(tokens, first)


def _ends_at_home(tokens: Sequence[Token], first: int, stop: int, home: Home, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The further ends of a road or line that are places at home, though their names may mean something else: 月湖 in 松州至月湖高速公路."""
    for i in range(first + 1, stop - 1):
        end = tokens[i + 1]
        if tokens[i].text in ("至", "—", "经") and i + 2 < stop and end.kind == "word" and len(end.text) > 1:
            if any(e.cls == "District" and home.holds(e, gazetteer) for e in end.entries):
                yield Candidate(end.start, end.end, "District", "composition.place", False)


_OF_COUNTIES = ("机场", "抽水蓄能电站", "抽水蓄能")  # they are told of by their counties


def _is_its_place(token: Token, shares: str) -> bool:
    """Whether a place that is named for what it shares with others is where that is: 晨州 of 晨州、松州机场; a plant may bear any name."""
    if token.kind == "District":
        return not shares.endswith(("厂", "站")) or shares.endswith("电站")
    return shares.endswith(_OF_COUNTIES) and token.is_first_a_place


def _islands_and_countries(tokens: Sequence[Token], first: int, stop: int) -> Iterable[Candidate]:
    """The island that a name begins with (云岭岛 in 云岭岛海洋馆), and the country behind a company (晨帆科技泰国工业园)."""
    if first + 2 < stop and tokens[first + 1].text == "岛" and tokens[first].kind == "word" and len(tokens[first].text) == 2:
        yield Candidate(tokens[first].start, tokens[first + 1].end, "District", "composition.place", False)
    for i in range(first + 1, stop - 1):
        if tokens[i].text in COUNTRIES and (tokens[i - 1].kind == "Company" or tokens[i - 1].text in ("集团", "公司", "股份", "科技")):
            yield Candidate(tokens[i].start, tokens[i].end, "District", "composition.place", False)


def _developers(tokens: Sequence[Token], first: int, stop: int, whole: Candidate) -> Iterable[Candidate]:
    """The companies at the front of a project's name; of a park's only listed ones, since parks are named after places and aims too."""
    sure = whole.rule.startswith(_SURE_PROJECTS) or whole.rule == "list.object" and tokens[stop - 1].text == "）"
    for a, b in companies_in_front(tokens, first, stop, sure):
        start, end = tokens[a].start, tokens[b - 1].end
        if end < whole.end and end - start >= 2 and may_develop(tokens, a, b, stop):
            found = any(map(bears_a_company, tokens[a:b]))
            if end - start > 2 and drawn_to_a_mark(tokens, b):
                end -= 1
            elif not found and closes_a_company(tokens, b, stop):
                end = tokens[b].end
            elif b == a + 1 and (found or not known_word(tokens[a].text)) and _is_called_innovation(tokens, b, stop):
                end = tokens[b].end
            if (
                found
                or whole.cls == "Park"
                and sure
                and _names_a_park(tokens, a, b, stop)
                or whole.cls == "Project"
                and (sure or _plant_head(tokens, stop) or _has_field(tokens, a, b, stop) or any(t.hit is not None for t in tokens[a:b]))
            ):
                yield Candidate(start, end, "Company", "composition.company", True)


_BRACKETED = re.compile("（([^（）]{2,6})）")


def _place_in_listed(token: Token, home: Home, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """The place that a listed park's name begins with (珠海 in 珠海鹤洲新区), and one that it has in brackets (西部（重庆）科学城)."""
    if token.kind not in ("Park", "Organization") or token.text.endswith("组织"):
        return  # 上海合作组织 is of many countries
    bracket = _BRACKETED.search(token.text)
    if bracket is not None and any(e.cls == "District" and e.level != "town" for e in gazetteer.lookup(bracket[1])):
        yield Candidate(token.start + bracket.start(1), token.start + bracket.end(1), "District", "composition.place", False)
    for size in range(min(6, len(token.text) - 2), 1, -1):
        places = [e for e in gazetteer.lookup(token.text[:size]) if e.cls == "District"]
        strong = not gazetteer.is_weak(token.text[:size])
        if token.kind == "Organization":
            places = [e for e in places if _may_hold(e, token, gazetteer)]  # 东南大学 is in no town of that name
        if _is_national_area(token):
            places = [e for e in places if e.level != "town"]  # 天府新区 holds 天府街道
        places = [e for e in places if not _is_called_like_a_zone(e, token.text[:size], gazetteer)]
        if any(e.level == "city" or strong and (e.level != "town" or is_near(e, home, gazetteer)) or home.holds(e, gazetteer) for e in places):
            yield Candidate(token.start, token.start + size, "District", "composition.place", False)
        if places:
            return


_NEW_AREA = "新区"
_NATIONAL = (_NEW_AREA, "开发区", "高新区", "国家自主创新示范区")


def _is_called_like_a_zone(place: Entry, name: str, gazetteer: Gazetteer) -> bool:
    """Whether a subdistrict's short name is that of a national zone as well, which is the better known (天府 of 天府国际机场), or a town's that of a
    national new area."""
    if place.level != "town":
        return False
    zones = _NATIONAL if name != place.name and place.name.endswith("街道") else (_NEW_AREA,)
    return any(e.cls == "Park" and e.level == "national" for zone in zones for e in gazetteer.lookup(name + zone))


def _may_hold(place: Entry, token: Token, gazetteer: Gazetteer) -> bool:
    """Whether a place may be where a listed organization is: it lies in the place that the table gives the organization, or holds it."""
    within = [e.within for e in token.entries if e.cls == "Organization" and e.within]
    near = {place.identifier, *(above.identifier for above in gazetteer.above(place))}
    return not within or place.level == "region" or any(
        place.identifier == w
        or w in near
        or w in gazetteer.by_identifier
        and place.identifier in {above.identifier for above in gazetteer.above(gazetteer.by_identifier[w])}
        for w in within
    )


def _is_national_area(token: Token) -> bool:
    """Whether a listed park is a national new area, which is larger than any town."""
    return token.text.endswith(_NEW_AREA) and any(e.cls == "Park" and e.level == "national" for e in token.entries)


COUNTRIES = words("places", "countries")
_AREAS = words("developers", "areas_of_many")
_OF_ONE_COMPANY = tuple(words("developers", "parks_of_one_company"))
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


def _has_field(tokens: Sequence[Token], first: int, mark: int, stop: int) -> bool:
    """Whether a mark that no dictionary has stands in front of a trade and 项目, so that it is whose project it is: 奥辰 in 奥辰新能源汽车项目."""
    return (
        tokens[stop - 1].text == "项目"
        and is_trade(tokens[mark])
        and tokens[mark].text not in INFRASTRUCTURE
        and not any(known_word(t.text) for t in tokens[first:mark])
        and not any(cls == "Park" for t in tokens[mark : stop - 1] for _, cls in heads_at(t.text)[:1])
    )


_TRADES_OF_NAMES = words("lists", "only_trades_of_companies")


def _is_called_by_its_trade(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a word and a trade that only companies are called by open a name, whatever the word is elsewhere: 西南铜业 in 西南铜业异地搬迁项目."""
    mark = tokens[first]
    return (
        first + 2 < stop
        and mark.kind == "word"
        and len(mark.text) == 2
        and mark.text not in PLAIN
        and not is_trade(mark)
        and mark.tag[:1] in ("n", "j", "s", "x")
        and tokens[first + 1].text in _TRADES_OF_NAMES
    )


def _is_called_innovation(tokens: Sequence[Token], b: int, stop: int) -> bool:
    """Whether 创新 behind a company's short name belongs to it: 晨帆创新生物产业基地, not 晨帆创新中心."""
    return tokens[b].text == "创新" and b + 2 < stop and (is_trade(tokens[b + 1]) or tokens[b + 1].text in TRADES)


def _names_a_park(tokens: Sequence[Token], a: int, b: int, stop: int) -> bool:
    """Whether a mark that no dictionary and no table has stands in front of what a park in a list of projects is for: 凯沐 in 凯沐数字化产业园."""
    return (
        b == a + 1 < stop - 1
        and not known_word(tokens[a].text)
        and tokens[a].tag in NAMED_TAGS
        and (tokens[b].kind == "District" or is_field(tokens[b]) and any(map(is_trade, tokens[b : stop - 1])))
        and not any(tokens[i].text in _AREAS for i in range(b, stop - 1))
    )


def _plant_head(tokens: Sequence[Token], stop: int) -> bool:
    return tokens[stop - 1].text.endswith(_PLANT_HEADS)
