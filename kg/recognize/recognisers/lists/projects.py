"""Takes a member of a list of projects, tells what it is: a project, a company that is named for what it builds, a park, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK, bears_a_company
from kg.recognize.recognisers.companies.fronts import MANY, WATER_LED, companies_in_front, is_field
from kg.recognize.recognisers.companies.marks import word_mark_companies
from kg.recognize.recognisers.companies.word_marks import mark_and_trade
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.recognisers.grammar.own import PLAIN_HEADS
from kg.recognize.recognisers.grammar.parks import names_no_park
from kg.recognize.recognisers.lists.by_itself import counts_things, ends_in_built, named_by_itself, own_class
from kg.recognize.recognisers.lists.companies import TRADE_NAMES
from kg.recognize.recognisers.lists.members import DONE_TO_WORKS, before_size, ordinary_within, within_a_route
from kg.recognize.recognisers.projects.sized import SIZE
from kg.recognize.text.phrase import (
    BREAK,
    COUNTED,
    EDGE,
    GENERIC,
    INSIDE,
    LISTED,
    NAMED_TAGS,
    PART_JOINTS,
    ROUTES,
    ends_names,
    inside,
    is_proper,
    is_trade,
    names_something,
    text_of,
)
from kg.recognize.text.tokens import Token, known_word

_HOW_IT_IS_DONE = frozenset("综合 全面 整体 智能化 快速化 现代化 市政化 景观 提标 提质 防洪".split())
_KINDS_OF_WORKS = words("lists", "kinds_of_works")
_ENDS_OF_SITES = "湾园城岛湖山寺街巷镇港坊"
_SITES = ("校区", "院区", "医院", "分院", "交易中心")  # of those that act, what a list of projects means as buildings
_SUBSIDIARY_TRADES = words("developers", "subsidiary_trades")
_DESCRIPTIVE = words("developers", "descriptive_trades")
_FOREIGN = words("developers", "foreign")
_OF_ITS_KIND = frozenset("周边 配套 其他 相关 附属".split())


class _Member(NamedTuple):
    """A member of a list of projects: half-open range of tokens, and its characters."""

    tokens: Sequence[Token]
    first: int
    stop: int
    text: str

    @property
    def words(self) -> Sequence[Token]:
        """Its tokens."""
        return self.tokens[self.first : self.stop]


def classify_project(tokens: Sequence[Token], first: int, stop: int) -> str | None:
    """The class of a member of a list of projects (annotation.md: a bare company is a Company, one with a field behind it a Project)."""
    member = _Member(tokens, first, stop, text_of(tokens, first, stop - 1))
    for ask in _QUESTIONS:
        answer = ask(member)
        if answer is not None:
            return answer or None
    return None


# Each question answers with a class, with "" if the member is no name, and with None if others are to be asked.
_NO_NAME = ""


def _is_counted_or_listed(member: _Member) -> str | None:
    """What a cluster, a count, the end of a route and a single listed name are."""
    tokens, first, stop, text = member
    if text.endswith("产业集群"):
        return _NO_NAME  # 晨州新能源汽车产业集群: an industry in a place
    if any(map(counts_things, member.words)) or first and tokens[first - 1].text in ("至", "到"):
        return _NO_NAME
    if stop - first == 1 and tokens[first].kind in LISTED:
        return _NO_NAME if tokens[first].kind in ("District", "Industry") else tokens[first].kind
    return None


def _is_done_to_works(member: _Member) -> str | None:
    """惠民大道综合改造, 辽阳石化俄油改造."""
    return "Project" if _says_what_is_done(*member[:3]) else None


def _has_a_noun(member: _Member) -> str | None:
    """What a noun at its end says, if the member names something."""
    tokens, first, stop, text = member
    own = _own_class_of_a_project(tokens, first, stop, text)
    if own is None:
        return None
    if own == "Park" and names_no_park(tokens, first, stop - 1):
        return _NO_NAME
    if own in ("Park", "Project") and tokens[first].text in _KINDS_OF_WORKS and not any(map(is_proper, member.words)):
        return _NO_NAME  # 地下综合管廊
    if ends_in_built(tokens, first, stop) and not heads_at(tokens[stop - 1].text):
        named = names_something(tokens, first, stop - 1, 9) or tokens[first].tag == "eng"
    else:
        technology = tokens[first].tag == "eng" and stop - first > 2 and own == "Project"  # VR体验中心
        named = technology or names_something(tokens, first, stop, 9 if tokens[stop - 1].text in PLAIN_HEADS else 2)
    return own if named else _NO_NAME


def _is_a_company_with_its_trade(member: _Member) -> str | None:
    tokens, first, stop, _ = member
    if any(c.start == tokens[first].start and c.end == tokens[stop - 1].end for c in word_mark_companies(member.words)):
        return "Company"
    return "Company" if mark_and_trade(tokens, first, stop) or _local_company(tokens, first, stop) else None


def _is_money(member: _Member) -> str | None:
    return _NO_NAME if any(t.kind == "quantity" and t.text[-1] == "元" for t in member.words) else None


def _is_two_words(member: _Member) -> str | None:
    """What two words are of which the second is a trade or a company's name: 晨帆新能源汽车, 美国嘉吉, 先导科技."""
    tokens, first, stop, text = member
    if stop - first != 2:
        return None
    front, behind = member.words
    trade = behind.text in _SUBSIDIARY_TRADES
    if trade and bears_a_company(front):
        return "Project" if _ends_in_a_trade(front.text) else "Company"  # 晨帆新能源汽车: what the company makes
    if front.text in _FOREIGN and (behind.kind == "Company" or not is_field(behind)):
        return "Company"
    return "Company" if trade and len(text) == 4 and _may_be_a_mark(front) and not WATER_LED.match(text) else None


def _may_be_a_mark(token: Token) -> bool:
    """Whether a word in front of a trade may be a company's mark: 先导 in 先导科技, but not 洁净 in 洁净能源."""
    if token.kind != "word" or is_field(token):
        return False
    return token.text not in EDGE and token.text not in BREAK and token.tag not in ("m", "t", "f", "d", "z")


def _leads_water(member: _Member) -> str | None:
    """引汉济渭."""
    return "Project" if WATER_LED.match(member.text) else None


def _is_a_mark_of_several_words(member: _Member) -> str | None:
    return _mark_or_thing(member) if member.stop - member.first > 1 and not any(map(is_field, member.words)) else None


def _begins_with_a_company(member: _Member) -> str | None:
    return "Project" if companies_in_front(*member[:3], True, any_mark=True) else None


def _is_ordinary(member: _Member) -> str | None:
    """What is said of works of any kind, or has a word that never stands in a name."""
    tokens, first, stop, text = member
    if text in GENERIC or all(t.text in GENERIC for t in member.words) or tokens[stop - 1].text in MANY:
        return _NO_NAME
    return _NO_NAME if any(COUNTED.match(t.text) or _breaks_off(member, i) for i, t in enumerate(member.words, first)) else None


def _breaks_off(member: _Member, i: int) -> bool:
    """Whether a word ends names, and not as a part of this one."""
    tokens, first, stop, _ = member
    token = tokens[i]
    return (
        ends_names(token)
        and token.text not in INSIDE
        and not _joins_parts(tokens, i, first, stop)
        and not before_size(tokens, i)
        and not within_a_route(tokens, first, i, stop)
        and not ordinary_within(tokens, first, i, stop)
    )


def _is_a_size_of_something(member: _Member) -> str | None:
    """15万吨工业添加剂."""
    return "Project" if _is_sized(*member[:3]) else None


def _mark_or_thing(member: _Member) -> str | None:
    """A company for its mark alone; 仓盛路 in a list of projects is a road."""
    if len(member.text) > 4 or not _bare_mark(*member[:3]):
        return None
    return "Project" if NO_MARK.search(member.text) else "Company"


def _names_something(member: _Member) -> str | None:
    content = sum(t.kind != "punctuation" for t in member.words)
    return "Project" if content > 1 and names_something(*member[:3], 9) else None


_QUESTIONS: tuple[Callable[[_Member], str | None], ...] = (
    _is_counted_or_listed,
    _is_done_to_works,
    _has_a_noun,
    _is_a_company_with_its_trade,
    _is_money,
    _is_two_words,
    _leads_water,
    _is_a_mark_of_several_words,
    _begins_with_a_company,
    _is_ordinary,
    _is_a_size_of_something,
    _mark_or_thing,
    _names_something,
)


def _says_what_is_done(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member ends in what is done to works, behind what they are called."""
    done = stop
    while done > first and (tokens[done - 1].text in DONE_TO_WORKS or done < stop and tokens[done - 1].text in _HOW_IT_IS_DONE):
        done -= 1
    return first < done < stop and (
        named_by_itself(tokens, first, done) or _names_what_is_done_to(tokens, first, done) or _is_a_place_with_a_name(tokens, first, done)
    )


def _is_a_place_with_a_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether what is renewed is one site that a table or the dictionary has, or a work called after one: 世博园, 东部华侨城, 河套灌区."""
    site = tokens[stop - 1]
    if tokens[first].text in _KINDS_OF_WORKS or any(t.kind != "word" or ends_names(t) or counts_things(t) or is_trade(t) for t in tokens[first:stop]):
        return False
    if len(site.text) > 2 and site.text not in GENERIC and (site.tag in ("ns", "nr", "nz", "nt") or site.hit is not None and site.text[-1] in _ENDS_OF_SITES):
        return stop - first == 1 or stop - first == 2 and tokens[first].tag == "f"
    return ends_in_built(tokens, first, stop) and not heads_at(site.text) and names_something(tokens, first, stop - 1, 9)


def _own_class_of_a_project(tokens: Sequence[Token], first: int, stop: int, text: str) -> str | None:
    """The class of a member's own noun in a list of projects, which are being built.

    :param text: the member
    """
    own = own_class(tokens, first, stop) or ("Park" if text.endswith("园区") else None)
    if own == "Park" and text.endswith("产业基地"):
        return "Project"
    if own == "Organization" and any(tokens[a].kind != "Organization" for a, _ in companies_in_front(tokens, first, stop, True)):
        return "Project"  # a company's centre
    if own == "Organization" and text.endswith(_SITES):
        return "Project"  # 甲大学东校区, 乙县人民医院
    return own


def _names_what_is_done_to(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether what is renewed or extended begins with a name that no dictionary has: 松岭扩灌 in 松岭扩灌更新改造, a line's section."""
    return (
        stop - first > 1
        and is_proper(tokens[first])
        and (tokens[first].kind != "word" or tokens[first].text.endswith(ROUTES) or not known_word(tokens[first].text))
        and all(inside(t) or within_a_route(tokens, first, i, stop) or t.text == "段" for i, t in enumerate(tokens[first:stop], first))
        and tokens[first].text not in _KINDS_OF_WORKS
        and not any(map(counts_things, tokens[first:stop]))
    )


def _joins_parts(tokens: Sequence[Token], i: int, first: int, stop: int) -> bool:
    """Whether 和 or 及 joins two parts of one project: 中沐聚苯醚及特种酚, 松岭新区大数据和云计算; no name stands behind it, nothing whole in front."""
    if tokens[i].text not in PART_JOINTS or not first < i < stop - 1:
        return False
    left, right = tokens[i - 1], tokens[i + 1]
    return (
        (right.kind == "word" and right.hit is None or is_trade(right))
        and not is_proper(right)
        and right.text not in _OF_ITS_KIND
        and own_class(tokens, first, i) is None
        and not ends_names(left)
    )


def _ends_in_a_trade(company: str) -> bool:
    return any(company.endswith(trade) and len(company) - len(trade) > 1 for trade in TRADE_NAMES if len(trade) > 1)


def _is_sized(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member is how much of what a project makes: in tonnes or the like, and a noun of its own."""
    if tokens[first].text in ("年产", "日产"):
        first += 1
    begin = first + 1 + 2 * ([t.text for t in tokens[first + 1 : first + 3]] == ["/", "年"])
    if first + 1 >= stop or tokens[first].kind != "quantity" or not tokens[first].signs & SIZE or begin >= stop:
        return False
    return tokens[stop - 1].end - tokens[begin].start >= 3 and tokens[stop - 1].tag[:1] in ("n", "v", "j", "m", "l") and inside(tokens[stop - 1])


def _local_company(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member is a place and a mark that no dictionary has: 江苏凯辰, what a company calls its subsidiary there."""
    mark = tokens[stop - 1]
    if stop - first == 3 and tokens[first].kind == "District" and mark.text in TRADE_NAMES and mark.text not in _DESCRIPTIVE:
        inner = tokens[first + 1]
        called = not known_word(inner.text) or inner.tag in NAMED_TAGS
        return called and 2 <= len(inner.text) <= 3 and is_proper(inner) and inner.kind == "word" and not is_trade(mark) and not NO_MARK.search(inner.text)
    return (
        stop - first == 2
        and tokens[first].kind == "District"
        and mark.kind == "word"
        and 2 <= len(mark.text) <= 3
        and (is_proper(mark) and mark.tag != "eng" and not known_word(mark.text) and mark.hit is None or bears_a_company(mark))
        and not NO_MARK.search(mark.text)
        and not heads_at(mark.text)
    )


def _bare_mark(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """A word mark alone: one word that no dictionary has or that is tagged as a name, or characters that make no word."""
    if any(t.hit is not None and not (t.hit.weak and stop - first > 2) or t.tag in ("m", "t", "f", "v", "vn") and len(t.text) > 1 for t in tokens[first:stop]):
        return False
    if stop - first == 1:
        return is_proper(tokens[first]) and not known_word(tokens[first].text)
    singles = sum(len(t.text) == 1 for t in tokens[first:stop])
    return not known_word(text_of(tokens, first, stop - 1)) and (
        singles == stop - first
        or any(len(t.text) > 1 and not known_word(t.text) for t in tokens[first:stop])
        or stop - first <= 3
        and any(is_proper(t) for t in tokens[first:stop])
        and singles >= 1
    )
