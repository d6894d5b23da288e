"""Takes the tokens of a sentence, proposes the listed names that stand by themselves, and weak ones that the context supports.

A name is weak if it is an ordinary word too, or the name of several things (青山, 时代): it counts beside what it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.gazetteer import Entry, Gazetteer
from kg.recognize.lexicon import words
from kg.recognize.home import Home
from kg.recognize.recognisers.companies.developers import is_cut_from_a_mark, longer_company
from kg.recognize.recognisers.places.far_places import is_elsewhere, is_near, is_near_enough
from kg.recognize.text.phrase import BREAK, NO_PLACES, ROUTES, ends_names, inside, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

_CLASSES = frozenset(("Company", "Park", "District", "Organization"))
LISTED = sign(lambda word: bool(word.listed))
_A_COMPANY_TOO = sign(lambda word: "Company" in word.listed)
_ORDINARY = sign(lambda word: word.tag in ("v", "d", "c", "p", "vn", "ad"), words=NO_PLACES)
_NO_PLACE_ALONE = sign(  # of a listed one
    lambda word: (
        bool(word.listed) and (word.tag in ("v", "d", "a", "c", "p", "vn", "ad", "f") or word.tag not in ("ns", "nr", "nz") and known_word(word.text))
    ),
    words=NO_PLACES,
    ends=("河", "路", "桥"),
)
_PAPER = re.compile("日报|晚报|晨报|早报|商报|都市报|在线(?:消息|讯|记者|报道|）)|新闻网|网讯|网(?:记者|消息)|卫视|(?:广播)?电视台|广播电台")
_NAMED_AFTER = ("岛", "大桥", "桥", "隧道", "快速路", "涌", "峡", "水库", "水电站", "河", "路", "大道", "江", "湖")
_WATER_WORKS = tuple(words("places", "water_works"))
_WATER = re.compile("引.{1,2}$")
_STANDS_FOR = frozenset("精神 名城 名园 之都 之乡 之城".split())  # 北大荒精神, “中国软件名城”: no company
_RIVERS = frozenset("江河溪")
_MOUNTAINS = frozenset("山峰岭江")


def listed(tokens: Sequence[Token], home: Home, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Listed names that stand by themselves, and weak ones that the context supports."""
    for i, token, hit in [(i, token, token.hit) for i, token in enumerate(tokens) if token.hit is not None]:
        entry = hit.entries[0]
        if token.kind in _CLASSES:
            if entry.level == "region" and i + 1 < len(tokens) and tokens[i + 1].text.endswith(ROUTES):
                continue  # 昌九高铁: its two ends, not the region between them
            if entry.level == "region" and i + 1 < len(tokens) and text_of(tokens, i + 1, min(i + 2, len(tokens) - 1)).startswith(_WATER_WORKS):
                continue  # 鄂北水资源配置工程: what the work is called
            if entry.level == "region" and i and _goes_on_with_a_name(tokens[i - 1]):
                continue  # 里水广佛里智慧慢城: a region's short name inside another name
            if token.kind == "District" and i + 1 < len(tokens) and _PAPER.match(text_of(tokens, i + 1, i + 3)):
                continue  # 四川日报讯: who reports
            if token.kind == "District" and (
                _opens_a_line(tokens, i)
                or i
                and tokens[i - 1].text.endswith("周年")  # 成立70周年大庆
                or _inside_a_road(tokens, i)
                or _where_water_is_led(tokens, i)
                or gives_a_street_its_name(tokens, i)
            ):
                continue
            if token.kind == "District" and _names_a_river(tokens, i, home, gazetteer):
                continue
            if token.kind == "District" and is_elsewhere(tokens, i, home, gazetteer):
                if token.text.endswith("新区") and i and tokens[i - 1].kind == "District":
                    yield Candidate(tokens[i - 1].start, token.end, "Park", "grammar.park", True)  # 阳江滨海新区 is not Tianjin's 滨海新区
                continue
            if token.kind == "Company" and (is_cut_from_a_mark(tokens, i) or i + 1 < len(tokens) and tokens[i + 1].text in _STANDS_FOR):
                continue
            longer = longer_company(tokens, i) if token.kind == "Company" else None
            if longer is not None:
                yield Candidate(tokens[longer[0]].start, tokens[longer[1] - 1].end, "Company", "grammar.local-company", False)
                continue
            yield Candidate(token.start, token.end, token.kind, "gazetteer", True)
            if token.kind == "Organization" and _has_a_branch(tokens, i):
                yield Candidate(token.start, tokens[i + 2].end, "Organization", "grammar.branch", True)
            if token.kind == "Company" and i + 1 < len(tokens) and _names_another(token, tokens[i + 1]):
                yield Candidate(token.start, tokens[i + 1].end, "Company", "grammar.local-company", False)
            if token.kind == "Company" and i and _is_subsidiary(tokens, i):
                yield Candidate(tokens[i - 1].start, token.end, "Company", "grammar.local-company", False)
        elif token.kind in ("Product", "Programme", "Project"):
            yield Candidate(token.start, token.end, token.kind, "gazetteer", True)
        elif hit.weak and entry.cls == "District" and _place_here(tokens, i, home, gazetteer):
            yield Candidate(token.start, token.end, "District", "gazetteer.weak", False)
        elif hit.weak and token.signs & _A_COMPANY_TOO and _company_here(tokens, i):
            yield Candidate(token.start, token.end, "Company", "gazetteer.weak", False)


def _where_water_is_led(tokens: Sequence[Token], i: int) -> bool:
    """济宁 of 引松济宁工程: to where the water is led."""
    return i > 0 and tokens[i].text[0] in "济补" and bool(_WATER.search(text_of(tokens, max(0, i - 2), i - 1)))


_REST_OF_A_LINE = re.compile(r"[^东南西北新至到与和、省市区县湾港](?:客专|客运专线|高铁|铁路|城际)")


def _opens_a_line(tokens: Sequence[Token], i: int) -> bool:
    """昌吉 of 昌吉赣客专: a line goes by one character of each place on it."""
    if len(tokens[i].text) != 2 or i + 1 == len(tokens):
        return False
    return _REST_OF_A_LINE.match(text_of(tokens, i + 1, min(i + 3, len(tokens) - 1))) is not None


def _names_a_river(tokens: Sequence[Token], i: int, home: Home, gazetteer: Gazetteer) -> bool:
    """洛阳 of 洛阳江, far from 洛阳: a river."""
    river = i + 1 < len(tokens) and tokens[i + 1].text in _RIVERS
    return river and not any(is_near(e, home, gazetteer) for e in tokens[i].entries)


def _inside_a_road(tokens: Sequence[Token], i: int) -> bool:
    """Whether the segmenter took a place out of a road's name: 湖北 of 明湖北路."""
    if i == 0 or i + 1 == len(tokens) or not tokens[i + 1].text.startswith(("路", "大道", "大街", "街")):
        return False
    before = tokens[i - 1]
    return before.kind == "word" and len(before.text) == 1 and before.tag[:1] in ("a", "n", "g", "z", "b") and inside(before)


_STREET = re.compile("[东西南北中]?[路街]$|路[东西南北]|大[道街路](?!边)")


def gives_a_street_its_name(tokens: Sequence[Token], i: int) -> bool:
    """广州 of 广州路东延工程: streets bear the names of far places."""
    return i + 1 < len(tokens) and _STREET.match(tokens[i + 1].text) is not None and tokens[i].text[-1] not in "省市区县镇乡"


def _lies_at_an_airport(tokens: Sequence[Token], i: int) -> bool:
    """禄口 of 南京禄口国际机场: the town that gives a city's airport its name."""
    behind = text_of(tokens, i + 1, min(i + 2, len(tokens) - 1))
    return (
        i > 0
        and behind.startswith(("机场", "国际机场"))
        and tokens[i - 1].kind == "District"
        and all(e.level == "town" for e in tokens[i].entries if e.cls == "District")
    )


def _goes_on_with_a_name(before: Token) -> bool:
    """Whether a word in front may be part of the same name; not one that leads to a place (销往, 面向)."""
    return inside(before) and before.kind == "word" and before.text not in BREAK and before.text[-1] not in "往向到至在于对从自"


_BRANCHES = frozenset("中心 分中心 分院 分所 分部 办事处 代表处 工作站".split())


def _has_a_branch(tokens: Sequence[Token], i: int) -> bool:
    """Whether what an organization has at a place is named: 火炬中心西南中心."""
    if i + 2 >= len(tokens) or tokens[i + 2].text not in _BRANCHES:
        return False
    place = tokens[i + 1]
    return place.kind == "District" or place.is_first_a_place and place.tag == "ns"


def _names_another(company: Token, behind: Token) -> bool:
    """Whether a company's short name opens that of another one, two characters and two: 中航 in 中航沈飞."""
    return (
        len(company.text) == 2
        and behind.kind == "word"
        and len(behind.text) == 2
        and behind.hit is None
        and behind.tag in ("nz", "nr", "nt")
        and not known_word(behind.text)
    )


def _is_subsidiary(tokens: Sequence[Token], i: int) -> bool:
    """Whether a place in front of a company's short name makes the name of what it has there: 江西国轩; not 合肥蔚来汽车, nor 落户上海、特斯拉."""
    place, company = tokens[i - 1], tokens[i]
    return (
        place.kind == "District"
        and place.text[-1] not in "省市县区州旗镇乡"
        and len(company.text) == 2
        and (i < 2 or tokens[i - 2].kind != "District")
        and (i + 1 == len(tokens) or not inside(tokens[i + 1]) or tokens[i + 1].text in ("项目", "一期", "二期", "三期", "年产", "生产"))
    )


def _place_here(tokens: Sequence[Token], i: int, home: Home, gazetteer: Gazetteer) -> bool:
    """A weak place name counts beside a place above it, or in the home's district in front of a name or in a list of places."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if _lies_at_an_airport(tokens, i):
        return False
    if behind is not None and behind.text.startswith(_NAMED_AFTER) or gives_a_street_its_name(tokens, i):
        return False  # 青山大桥, 双堠水库: named after a place, or after none
    if before is not None and before.text in ("小", "大") and behind is not None and inside(behind):
        return False  # 小雁塔片区
    in_list = before is not None and before.text == "、" and i > 1 and _is_place(tokens[i - 2], home, gazetteer)
    opens = before is None or before.kind in ("punctuation", "District") or ends_names(before)
    in_list = in_list or opens and behind is not None and behind.text == "、" and i + 2 < len(tokens) and _is_place(tokens[i + 2], home, gazetteer)
    around = before if before is not None and before.kind == "District" and before.hit is not None else None
    if token.signs & _ORDINARY and behind is not None and behind.kind == "word":
        around = None  # 辽宁振兴发展, 内蒙古民族文化
    alone = token.signs & _NO_PLACE_ALONE and not in_list
    if alone and around is None and not _is_rather_a_county(token.text):
        return False
    entries = [e for e in token.entries if e.cls == "District"]
    if around is not None:
        above = {e.identifier for e in around.entries}
        if any(place.identifier in above for e in entries for place in gazetteer.above(e)):
            return True
    if in_list and _beside_sibling(tokens, i, entries):
        return True
    if alone:
        if not _is_rather_a_county(token.text):
            return False
        entries = [e for e in entries if e.level in _COUNTIES]
    if not in_list and token.text[-1] in _MOUNTAINS and len(token.text) > 2 and all(e.level == "town" for e in entries):
        return False  # 铜铃山: the mountain, not the town at its foot
    return any(home.holds(e, gazetteer) and is_near_enough(e, home, token.text) for e in entries)


_COUNTIES = ("city", "county")
_ORDINARY_COUNTIES = words("places", "ordinary_counties") | NO_PLACES


def _is_rather_a_county(name: str) -> bool:
    """Whether the short name of a county is so rare a word that in a text from there it means the county: 登封, 正定, 仁化."""
    return name not in _ORDINARY_COUNTIES and name[-1] not in "河路桥"


def _is_place(token: Token, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether a token is a place, or a weak name of one at home."""
    if token.kind == "District":
        return True
    return token.hit is not None and token.hit.weak and any(e.cls == "District" and home.holds(e, gazetteer) for e in token.hit.entries)


def _beside_sibling(tokens: Sequence[Token], i: int, entries: Sequence[Entry]) -> bool:
    """花都、增城: a place of the same city stands beside it in a list."""
    above = {e.within for e in entries if e.within}
    for joint, other in ((i - 1, i - 2), (i + 1, i + 2)):
        if 0 <= other < len(tokens) and tokens[joint].text in ("、", "和", "与", "及") and tokens[other].kind == "District":
            if any(e.within in above for e in tokens[other].entries):
                return True
    return False


def _company_here(tokens: Sequence[Token], i: int) -> bool:
    """A weak company name counts between companies, and beside another weak one if neither is a word: 中交建、中铁建."""
    before, behind = (tokens[i - 1] if i else None), (tokens[i + 1] if i + 1 < len(tokens) else None)
    goes_on = behind is not None and behind.kind == "word" and len(behind.text) == 1 and behind.tag[:1] in "ngv" and inside(behind)
    if goes_on or is_cut_from_a_mark(tokens, i):
        return False  # 中通服
    left = before is not None and before.text in "、和与" and i > 1 and _is_company_too(tokens[i - 2], tokens[i])
    right = behind is not None and behind.text in "、和与" and i + 2 < len(tokens) and _is_company_too(tokens[i + 2], tokens[i])
    return left or right


def _is_company_too(other: Token, token: Token) -> bool:
    if other.kind == "Company":
        return True
    weak = other.signs & _A_COMPANY_TOO != 0 and len(other.text) == len(token.text) == 3
    return weak and not known_word(other.text) and not known_word(token.text)
