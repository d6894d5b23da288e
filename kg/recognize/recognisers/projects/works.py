"""Takes the tokens of a sentence, proposes public works that lists name by a mark alone: 成昆、广大等铁路, 黄黄、郑渝2条高铁, 袁湾、汉山水库.

Such a mark is a pair of places, a river or a village; it is no company, whatever the rest of the sentence builds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.fronts import WATER_LED
from kg.recognize.recognisers.projects.between import routes_between
from kg.recognize.text.left_edge import trim
from kg.recognize.text.phrase import BREAK, EDGE, GENERIC, LISTED, ends_names, inside, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

if TYPE_CHECKING:
    from kg.recognize.recognisers.lists.members import Member

ROUTES = ("高铁", "高速", "高速公路", "铁路", "城际", "城际铁路", "大桥", "隧道", "号线", "快速路")
_WORKS = tuple(sorted(words("lists", "works")))
_PUBLIC = words("lists", "public_fields")
ROUTE = sign(ends=ROUTES, plain_words=True)
WORK = sign(ends=_WORKS, plain_words=True)
_NOUNS = (*ROUTES, *_WORKS)
_WHOLE = (*_NOUNS, "线", "客专", "路", "道", "期", "段")  # a mark that ends so has a noun of its own
SHARED_HEAD = "list.shared-head"  # the rule of a mark that has its noun from another member
_MODIFIERS = 6  # so many tokens may stand between 等 and the noun that types a list of works
_ONE_EACH = words("lists", "one_each")
_ONE_OF_EACH = tuple(sorted(_ONE_EACH | words("lists", "one_of_each"), key=lambda one: (-len(one), one)))
_DONE = words("lists", "done_to_works")
_GOES_ON = frozenset("项目 工程 建设 前期 前期工作 项目前期".split())  # behind a work that is told of
_NAMED = ("nr", "nrt", "ns", "nz", "nt")
_EACH = tuple(_ONE_EACH)
_WATER = frozenset("水利 水源 水电 骨干水源".split())
_LONGEST_MARK = 5  # characters
_KINDS_OF_ROADS = frozenset("高等级 一级 二级 旅游 沿边 快速".split())
_DESCRIBES_WORKS = words("lists", "attributes") | frozenset("旅游 高等级 重大 重点 一批 大型 中型 大中型 小型 国家 骨干 干线 的 级 约 近 省际 一级 二级".split())


class Members(Protocol):
    """Gives the members of the list that ends with a token (:func:`..lists.members.members_before`; handed in, as lists ask for works)."""

    def __call__(self, tokens: Sequence[Token], last: int, *, whole: bool = False) -> list[Member]: ...


def is_work(tokens: Sequence[Token], first: int, noun: int) -> bool:
    """Whether the noun that types a list, or a word in front of it behind 等, says that it is one of public works: 等重大水利工程."""
    return any(t.signs & (WORK | ROUTE) or t.text in _PUBLIC for t in tokens[first : noun + 1])


def works_before_etc(tokens: Sequence[Token], etc: int, members_before: Members) -> Iterator[Candidate]:
    """成昆、广大等在建铁路: the marks in front of 等.

    :param members_before: see :class:`Members`
    """
    noun = etc + 1
    while noun < min(etc + _MODIFIERS, len(tokens)) and (
        tokens[noun].kind == "quantity" or tokens[noun].text in _DESCRIBES_WORKS or tokens[noun].text in _WATER
    ):
        noun += 1
    if noun == len(tokens):
        return
    yield from _places_before_etc(tokens, etc, noun, members_before)
    called_projects = tokens[noun].text in ("项目", "工程")
    if tokens[noun].signs & (WORK | ROUTE) or called_projects and any(t.text in _WATER for t in tokens[etc + 1 : noun]):
        members = [(m.first, m.stop) for m in members_before(tokens, etc - 1, whole=True)]
        yield from _marks(tokens, members, _noun(tokens[noun]))
        yield from routes_between(tokens, etc - 1, _noun(tokens[noun]), SHARED_HEAD)
    elif called_projects:
        yield from routes_between(tokens, etc - 1, "", SHARED_HEAD)  # 开工晨州至松州、云州至湛州等项目: roads, whatever they are called


def _noun(token: Token) -> str:
    """The noun of works that a word ends in, the longest one; "" if it ends in none."""
    return max((noun for noun in _NOUNS if token.text.endswith(noun)), key=len, default="")


def shared_heads(tokens: Sequence[Token], last: int, members_before: Members) -> Iterator[Candidate]:
    """广湛、珠肇、深南高铁, 黄黄、郑渝2条高铁: short members in front of one with the head of a railway, a road or a reservoir share the head."""
    treated = _behind_what_is_done(tokens, last + 1)
    stretch = last + 2 < len(tokens) and tokens[last + 1].kind == "District" and tokens[last + 2].text == "段"
    if last + 1 < len(tokens) and inside(tokens[last + 1]) and tokens[last + 1].text not in _GOES_ON and treated == last + 1 and not stretch:
        return  # 高铁西站片区: no route
    if tokens[last].text.endswith((*ROUTES, "公路")):
        kind = tokens[last - 1].text if tokens[last - 1].text in _KINDS_OF_ROADS else ""  # 晨州至松州、云州至湛州高等级公路
        yield from routes_between(tokens, last - 1, kind + _noun(tokens[last]), SHARED_HEAD, whole=True)
    counted = last > 1 and _counts_works(tokens[last - 1])
    members = [(m.first, m.stop) for m in members_before(tokens, last - 2 if counted else last)]
    if len(members) > 1 and (counted or members[-1][0] < last or tokens[last].text not in _NOUNS):
        done = text_of(tokens, last + 1, treated - 1) if treated > last + 1 else ""
        yield from _marks(tokens, members if counted else members[:-1], _noun(tokens[last]) + done)
        yield from _places(tokens, members, done)


def _behind_what_is_done(tokens: Sequence[Token], at: int) -> int:
    """Where the words end that say what is done to works (改扩建, 迁建, 二期); ``at`` if none stand there, or something else follows them."""
    i = at
    while i < len(tokens) and tokens[i].text in _DONE:
        i += 1
    return at if i < len(tokens) and inside(tokens[i]) and tokens[i].text not in _GOES_ON else i


def _places(tokens: Sequence[Token], members: Sequence[tuple[int, int]], done: str = "") -> Iterator[Candidate]:
    """晨州、松州支线机场, 晨州120万千瓦、松州90万千瓦抽水蓄能电站: places, each of which has one of what the last one has.

    :param done: what is done to all of them, which is part of their names (改扩建)
    """
    first, stop = members[-1]
    behind = first + 1 + (stop - first > 2 and tokens[first + 1].kind == "quantity")
    noun = text_of(tokens, behind, stop - 1)
    if noun not in _ONE_EACH or not _is_place_or_mark(tokens[first]):
        return
    for begin, end in members[-2::-1]:
        if end - begin > 1 and text_of(tokens, begin, end - 1).endswith(_EACH):
            noun, done = text_of(tokens, begin + 1, end - 1), ""  # 甲、乙民用机场和丙机场迁建: the places in front have the nearer noun
            continue
        sized = end - begin == 2 and tokens[end - 1].kind == "quantity"
        ends_a_road = begin > 0 and tokens[begin - 1].text in ("至", "到", "经", "—")
        if tokens[begin].kind == "District" and not ends_a_road and (sized or end - begin == 1 and behind == first + 1):
            yield Candidate(tokens[begin].start, tokens[end - 1].end, "Project", SHARED_HEAD, False, noun + done)


def _places_before_etc(tokens: Sequence[Token], etc: int, noun: int, members_before: Members) -> Iterator[Candidate]:
    """新建晨州、松州等支线机场, 晨州等6座污水处理厂: places, each of which has what the list is of."""
    called = text_of(tokens, noun, min(noun + 2, len(tokens) - 1))
    shared = next((one for one in _ONE_OF_EACH if called.startswith(one)), None)
    if shared is None or called[len(shared) :].startswith(("群", "网", "布局", "口岸")):
        return
    for member in members_before(tokens, etc - 1, whole=True):
        place = tokens[member.first]
        listed = place.kind == "District" or place.is_first_a_place
        ends_a_road = member.first > 0 and tokens[member.first - 1].text in ("至", "到", "经", "—")
        if member.stop - member.first == 1 and listed and not ends_a_road:
            yield Candidate(place.start, place.end, "Project", SHARED_HEAD, False, shared)


def _is_place_or_mark(token: Token) -> bool:
    return token.kind == "District" or token.kind == "word" and not ends_names(token) and (token.tag[:1] == "n" or not known_word(token.text))


def _counts_works(token: Token) -> bool:
    return token.kind == "quantity" and token.text[-1] in "条座个段" or token.text in ("两条", "两座", "三条", "三座", "四条")


def _marks(tokens: Sequence[Token], members: Sequence[tuple[int, int]], noun: str) -> Iterator[Candidate]:
    """The members of a list of works that are marks. A word of the dictionary is one only beside others that no dictionary has."""
    members = [(trim(tokens, first, stop - 1) if i == 0 or tokens[first].text == "新" else first, stop) for i, (first, stop) in enumerate(members)]
    unknown = [not known_word(text_of(tokens, first, stop - 1)) for first, stop in members]
    for (first, stop), mark in zip(members, unknown):
        hit = tokens[first].hit
        place = stop - first == 1 and tokens[first].tag in ("ns", "nr", "nrt", "nz", "j") and (hit is None or hit.weak)
        if first and tokens[first - 1].text in ("至", "到", "经", "跨", "过", "—"):
            continue  # the end of a road whose beginning is a listed place
        if not mark and tokens[first].tag in ("v", "vn") and not (sum(unknown) > 1 and stop - first == 1 and len(tokens[first].text) == 2 and noun in ROUTES and tokens[first].text not in _DONE):
            continue  # but 弥蒙 beside 玉磨、丽香
        if (mark or place or any(unknown) and (tokens[first].tag[:1] not in ("n", "v", "f") or sum(unknown) > 1)) and _may_be_mark(
            tokens, first, stop
        ):
            name = text_of(tokens, first, stop - 1)
            whole = name.endswith(_WHOLE) or bool(WATER_LED.match(name))  # 沿江高铁, 甲乙联络线 beside 武九、荆荆铁路
            yield Candidate(tokens[first].start, tokens[stop - 1].end, "Project", SHARED_HEAD, False, "" if whole else noun)


def _may_be_mark(tokens: Sequence[Token], first: int, stop: int) -> bool:
    inner = tokens[first:stop]
    text = text_of(tokens, first, stop - 1)
    if len(inner) > 1 and not text.endswith(_WHOLE) and all(len(t.text) > 1 and known_word(t.text) and t.tag[:1] in ("n", "v", "a", "b") and t.tag not in _NAMED for t in inner):
        return False  # 灾损房屋, 雨污分流
    if not 2 <= len(text) <= _LONGEST_MARK or text in GENERIC or text in BREAK or text[-1] in "好化":
        return False
    return not any(
        t.kind in LISTED
        or t.kind in ("quantity", "time", "punctuation")
        or is_trade(t)
        or t.tag in ("m", "r", "p", "u", "uj", "c")
        or len(t.text) > 1
        and (t.text in GENERIC or t.text in EDGE or ends_names(t))
        for t in inner
    )
