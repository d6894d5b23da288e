"""Takes a member of a list and the class that the list gives, proposes the member as what it is: a company, a project, an industry, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.developers import NO_MARK, bears_a_company
from kg.recognize.recognisers.fronts import BUILT_HEADS, MANY, MARK_TAGS, WATER_LED, companies_in_front, is_field
from kg.recognize.recognisers.grammar import (
    PLAIN_HEADS,
    begins_with_a_preposition,
    ends_with,
    heads_at,
    named_by_head,
    names_no_park,
    word_mark_companies,
)
from kg.recognize.recognisers.industries import NO_FIRST, TOO_GENERAL, TRADE_NOUNS
from kg.recognize.recognisers.lists.members import DONE_TO_WORKS, LONGEST_MEMBER, Member, before_size, ordinary_within, within_a_route
from kg.recognize.recognisers.sized import SIZE
from kg.recognize.recognisers.trades import is_known_trade, may_be_trade
from kg.recognize.recognisers.word_marks import mark_and_trade
from kg.recognize.text.phrase import (
    BREAK,
    COUNTED,
    EDGE,
    GENERIC,
    INSIDE,
    LISTED,
    PART_JOINTS,
    ROUTES,
    behind_its_kind,
    ends_names,
    inside,
    is_proper,
    is_trade,
    names_something,
    text_of,
)
from kg.recognize.text.tokens import Token, known_word

_SITES = ("校区", "院区", "医院", "分院", "交易中心")  # of those that act, what a list of projects means as buildings
_VERB_TAGS = ("v", "vn", "vd")
_LEARNED = ("研究所", "研究院", "研究中心", "创新中心", "科学院", "大学", "学院", "医院", "实验室", "协会")
_SUBSIDIARY_TRADES = words("developers", "subsidiary_trades")
_TRADE_NAMES = words("heads", "CompanyAfterWordMark") | words("heads", "CompanyTrades") | {"健康", "医疗器械"}
_FOREIGN = words("developers", "foreign")
_BUILT = BUILT_HEADS + tuple(ordered("heads", "FacilitiesInLists"))
_AROUND = frozenset("东部 中部 西部 东部地区 西部地区 中部地区 地区 沿海 沿海地区".split())  # where the industries of a list come from
_NOT_BUILT = tuple(ordered("heads", "NotInLists"))


def own_class(tokens: Sequence[Token], first: int, stop: int) -> str | None:
    """The class of the head noun that a member ends in, if it ends in one."""
    last = tokens[stop - 1]
    for head, cls in heads_at(last.text):
        at = ends_with(tokens, stop - 1, head, first)
        if at is not None and (at > first or last.text != head):
            return cls
    if ends_in_built(tokens, first, stop):
        return "Project"
    return None


def ends_in_built(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member ends in something built that only a list of such things makes a project."""
    text = text_of(tokens, first, stop - 1)
    return tokens[stop - 1].kind == "word" and stop - first > 1 and text.endswith(_BUILT) and text not in _BUILT and not text.endswith(_NOT_BUILT)


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


_OF_ITS_KIND = frozenset("周边 配套 其他 相关 附属".split())


_ROAD = re.compile(r"[^道公铁高快速各旧断头丁字小]{2,}[路道街桥河渠湖]$")


def named_by_itself(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens name something that is there before anything is done to it: a work, a road, what a place or a company has."""
    return (
        own_class(tokens, first, stop) in ("Project", "Park", "Organization")
        and named_by_head(tokens, first, stop)
        or bool(_ROAD.search(text_of(tokens, first, stop - 1)))
        or stop - first > 1
        and tokens[first].kind in ("District", "Company", "Park", "Organization")
    ) and not any(
        ends_names(t) and t.text not in INSIDE or t.kind in ("time", "quantity") and not inside(t) or counts_things(t) or t.text in ("的", "等")
        for t in tokens[first:stop]
    )


def _names_what_is_done_to(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether what is renewed or extended begins with a name that no dictionary has: 松岭扩灌 in 松岭扩灌更新改造, a line's section."""
    return (
        stop - first > 1
        and is_proper(tokens[first])
        and (tokens[first].kind != "word" or tokens[first].text.endswith(ROUTES) or not known_word(tokens[first].text))
        and all(inside(t) or within_a_route(tokens, first, i, stop) or t.text == "段" for i, t in enumerate(tokens[first:stop], first))
        and tokens[first].text not in words("lists", "kinds_of_works")
        and not any(map(counts_things, tokens[first:stop]))
    )


def classify_project(tokens: Sequence[Token], first: int, stop: int) -> str | None:
    """The class of a member of a list of projects (annotation.md: a bare company is a Company, one with a field behind it a Project)."""
    text = text_of(tokens, first, stop - 1)
    if any(map(counts_things, tokens[first:stop])) or first and tokens[first - 1].text in ("至", "到"):
        return None
    if stop - first == 1 and tokens[first].kind in LISTED:
        return None if tokens[first].kind in ("District", "Industry") else tokens[first].kind
    done = stop
    while done > first and (
        tokens[done - 1].text in DONE_TO_WORKS or done < stop and tokens[done - 1].text in ("综合", "全面", "整体", "智能化", "快速化")
    ):
        done -= 1
    if first < done < stop and (named_by_itself(tokens, first, done) or _names_what_is_done_to(tokens, first, done)):
        return "Project"  # 惠民大道综合改造, 辽阳石化俄油改造
    own = own_class(tokens, first, stop) or ("Park" if text.endswith("园区") else None)
    if own == "Park" and text.endswith("产业基地"):
        own = "Project"  # what a list of projects calls a base is being built
    if own == "Organization" and any(tokens[a].kind != "Organization" for a, _ in companies_in_front(tokens, first, stop, True)):
        own = "Project"  # a company's centre in a list of projects is being built
    if own == "Organization" and text.endswith(_SITES):
        own = "Project"  # 甲大学东校区, 乙县人民医院
    if own == "Park" and names_no_park(tokens, first, stop - 1):
        return None
    if own in ("Park", "Project") and tokens[first].text in words("lists", "kinds_of_works") and not any(map(is_proper, tokens[first:stop])):
        return None  # 地下综合管廊
    if own is not None:
        if ends_in_built(tokens, first, stop) and not heads_at(tokens[stop - 1].text):
            return own if names_something(tokens, first, stop - 1, 9) else None
        return own if names_something(tokens, first, stop, 9 if tokens[stop - 1].text in PLAIN_HEADS else 2) else None
    if any(c.start == tokens[first].start and c.end == tokens[stop - 1].end for c in word_mark_companies(tokens[first:stop])):
        return "Company"
    if mark_and_trade(tokens, first, stop) or _local_company(tokens, first, stop):
        return "Company"
    if any(t.kind == "quantity" and t.text[-1] == "元" for t in tokens[first:stop]):
        return None
    if stop - first == 2 and bears_a_company(tokens[first]) and tokens[first + 1].text in _SUBSIDIARY_TRADES:
        return "Project" if _ends_in_a_trade(tokens[first].text) else "Company"  # 晨帆新能源汽车: what the company makes
    if tokens[first].text in _FOREIGN and stop - first == 2 and (tokens[stop - 1].kind == "Company" or not is_field(tokens[stop - 1])):
        return "Company"  # 美国嘉吉
    if WATER_LED.match(text):
        return "Project"  # 引汉济渭
    if (
        stop - first == 2
        and len(text) == 4
        and tokens[first + 1].text in _SUBSIDIARY_TRADES
        and not is_field(tokens[first])
        and tokens[first].kind == "word"
        and (tokens[first].text not in EDGE and tokens[first].text not in BREAK and tokens[first].tag not in ("m", "t", "f", "d", "z"))
    ):
        return "Company"  # 先导科技; 洁净能源, of a state, is a field
    if len(text) <= 4 and stop - first > 1 and not any(is_field(t) for t in tokens[first:stop]) and _bare_mark(tokens, first, stop):
        return "Project" if NO_MARK.search(text) else "Company"  # 仓盛路 in a list of projects is a road
    if companies_in_front(tokens, first, stop, True, any_mark=True):
        return "Project"
    if text in GENERIC or all(t.text in GENERIC for t in tokens[first:stop]) or tokens[stop - 1].text in MANY:
        return None
    if any(
        ends_names(t)
        and t.text not in INSIDE
        and not _joins_parts(tokens, i, first, stop)
        and not before_size(tokens, i)
        and not within_a_route(tokens, first, i, stop)
        and not ordinary_within(tokens, first, i, stop)
        or COUNTED.match(t.text)
        for i, t in enumerate(tokens[first:stop], first)
    ):
        return None
    if _is_sized(tokens, first, stop):
        return "Project"  # 15万吨工业添加剂
    content = [t for t in tokens[first:stop] if t.kind != "punctuation"]
    if len(text) <= 4 and _bare_mark(tokens, first, stop):
        return "Project" if NO_MARK.search(text) else "Company"
    if len(content) > 1 and names_something(tokens, first, stop, 9):
        return "Project"
    return None


def _ends_in_a_trade(company: str) -> bool:
    return any(company.endswith(trade) and len(company) - len(trade) > 1 for trade in _TRADE_NAMES if len(trade) > 1)


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
    return (
        stop - first == 2
        and tokens[first].kind == "District"
        and mark.kind == "word"
        and 2 <= len(mark.text) <= 3
        and (is_proper(mark) and mark.tag != "eng" and not known_word(mark.text) and mark.hit is None or bears_a_company(mark))
        and not NO_MARK.search(mark.text)
        and not heads_at(mark.text)
    )


def is_called_as_company(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is called as companies are: a mark and nothing but trades behind it (腾岭医疗器械, 盛岭金属材料), or a place and a short word.

    More loosely than :func:`classify_project`: asked only beside companies.
    """
    first, stop = member.first, member.stop
    inner = tokens[first:stop]
    if any(t.kind not in ("word", "Industry", "District") or t.tag in ("m", "p", "c", "uj") for t in inner) or stop - first < 2:
        return False
    text = text_of(tokens, first, stop - 1)
    if tokens[first].kind == "District":
        last = tokens[stop - 1]
        return stop - first == 2 and 2 <= len(last.text) <= 3 and last.text not in GENERIC and not is_field(last) and not NO_MARK.search(last.text)
    if tokens[first].text in GENERIC or ends_names(tokens[first]) or not 4 <= len(text) <= 8:
        return False
    at = next((i for i in range(first + 1, stop) if _is_trade_name(tokens[i])), None)
    return (
        at is not None
        and 2 <= tokens[at].start - tokens[first].start <= 4
        and not known_word(text_of(tokens, first, at))
        and all(_is_trade_name(t) or t.text in GENERIC for t in tokens[at:stop])
    )


def _is_trade_name(token: Token) -> bool:
    return token.text in _TRADE_NAMES or len(token.text) > 2 and token.text[:2] in _TRADE_NAMES and token.text[2:] in _TRADE_NAMES


def _bare_mark(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """A word mark alone: one word that no dictionary has or that is tagged as a name, or characters that make no word."""
    if any(t.hit is not None or t.tag in ("m", "t", "f", "v", "vn") and len(t.text) > 1 for t in tokens[first:stop]):
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


def typed(tokens: Sequence[Token], member: Member, cls: str, rule: str, confirmed: bool) -> Iterator[Candidate]:
    """Propose a member, if what the list says of it can be.

    :param cls: what the list says that its members are
    :param confirmed: whether another member is listed as such
    """
    first, stop = member.first, member.stop
    if cls == "Company":
        first = behind_its_kind(tokens, first, stop)
    if first >= stop:
        return
    start, end = tokens[first].start, tokens[stop - 1].end
    if not 2 <= end - start <= LONGEST_MEMBER:
        return
    if cls == "Project":
        found = classify_project(tokens, first, stop)
        if found is not None:
            led = begins_with_a_preposition(tokens[first])
            yield Candidate(start + led, end, found, rule, True)
            if led and found == "Project":  # 因宏岭硝酸酯: the company is part of a word
                for a, b in companies_in_front(tokens, first, stop, True):
                    if a == first and tokens[b - 1].end < end:
                        yield Candidate(start + 1, tokens[b - 1].end, "Company", "composition.company", True)
        return
    own = own_class(tokens, first, stop)
    if cls == "Company":
        token = tokens[first]
        if own == "Organization" and tokens[stop - 1].text.endswith(_LEARNED) and names_something(tokens, first, stop, 2):
            yield Candidate(start, end, "Organization", rule, True)
            return
        if own not in (None, "Company", "Organization") or (stop - first == 1 and token.kind in LISTED and token.kind not in ("Company", "District")):
            return
        if any(t.kind in ("quantity", "time") or t.text in ("的", "等") for t in tokens[first:stop]):
            return
        text = text_of(tokens, first, stop - 1)
        if text in GENERIC or text in BREAK or not _may_be_company(tokens, first, stop, text, confirmed):
            return
        yield Candidate(start, end, "Company", rule, True)
    elif cls == "Park" and (own == "Park" and not names_no_park(tokens, first, stop - 1) or _is_somewhere(tokens, first, stop, own)):
        yield Candidate(start, end, "Park", rule, True)
    elif cls == "Organization" and own == "Organization" and names_something(tokens, first, stop, 2):
        yield Candidate(start, end, "Organization", rule, True)
    elif cls == "District":
        token = tokens[first]
        if (
            stop - first == 1
            and token.hit is not None
            and (confirmed or not token.hit.weak or token.tag in MARK_TAGS and token.text not in words("borders", "no_places"))
            and any(e.cls == "District" for e in token.hit.entries)
        ):
            yield Candidate(start, end, "District", rule, True)
    elif cls == "Industry":
        yield from _industry(tokens, first, stop, rule)


def _is_somewhere(tokens: Sequence[Token], first: int, stop: int, own: str | None) -> bool:
    """Whether a member of a list of parks is a base, or begins with the place where it is, whatever it ends in: 松州老街, 晨州大数据安全产业基地."""
    text = text_of(tokens, first, stop - 1)
    if any(t.kind in ("quantity", "time") or ends_names(t) and t.text not in INSIDE or t.text in ("的", "和") for t in tokens[first:stop]):
        return False
    if own == "Project":
        return text.endswith("基地") and names_something(tokens, first, stop - 1, 2)
    return (
        own is None
        and stop - first > 1
        and tokens[first].kind == "District"
        and tokens[first + 1].kind != "District"
        and not is_trade(tokens[stop - 1])
        and not text.endswith(_NO_AREAS)
    )


_NO_AREAS = tuple(words("lists", "no_areas"))


def is_thing(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member of a list is an ordinary noun or a trade, and ends in no noun of companies (平安证券)."""
    if member.stop - member.first > 1 and own_class(tokens, member.first, member.stop) == "Company":
        return False
    if member.stop - member.first == 2 and all(len(t.text) == 1 for t in tokens[member.first : member.stop]):
        return False  # 厦钨: two characters that make no word
    return all(
        is_trade(t) or t.kind == "word" and known_word(t.text) and t.tag in ("n", "vn", "v", "b", "a", "l", "j")
        for t in tokens[member.first : member.stop]
    )


def holds_listed_company(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member holds the name of a listed company."""
    return any(t.kind == "Company" for t in tokens[member.first : member.stop])


def _may_be_company(tokens: Sequence[Token], first: int, stop: int, text: str, confirmed: bool) -> bool:
    """Whether a member of a list of companies can be one: a name, a short string that no dictionary has, or a short
    phrase beside a listed company."""
    if any(t.kind == "Company" for t in tokens[first:stop]):
        return len(text) <= 12
    if bears_a_company(tokens[first]):
        return True
    if stop - first == 1 and tokens[first].kind == "District":
        return len(text) == 2
    if any(t.kind == "Industry" or t.text in ("产业", "行业", "领域", "类", "型") for t in tokens[first:stop]):
        return names_something(tokens, first, stop, 9) and len(text) <= 8
    if confirmed and 2 <= len(text) <= 6 and not all(t.text in GENERIC for t in tokens[first:stop]):
        return True
    return len(text) <= 14 and names_something(tokens, first, stop, 9) or mark_and_trade(tokens, first, stop)


def _industry(tokens: Sequence[Token], first: int, stop: int, rule: str) -> Iterator[Candidate]:
    """A member of a list of industries: short, without verb, place, company or number."""
    if tokens[first].text == "“" and tokens[stop - 1].text == "”":
        first, stop = first + 1, stop - 1
    while (
        first < stop - 1
        and tokens[first].hit is not None
        and tokens[first].kind in ("District", "word")
        and tokens[first].hit.entries[0].cls == "District"
        and tokens[first].text not in GENERIC
        and (tokens[first].kind == "District" or tokens[first].tag in MARK_TAGS)
    ):
        first += 1  # 南海氢能: the place in front is a place
    while first < stop - 1 and (tokens[first].text in _AROUND or tokens[first].text in words("heads", "Park")):
        first += 1  # 东部地区纺织服装, 经开区先进装备
    while first < stop - 1 and (
        ends_names(tokens[first])
        and tokens[first].text not in INSIDE
        or tokens[first].text in NO_FIRST
        and (tokens[first].tag in _VERB_TAGS or tokens[first + 1].text in NO_FIRST)
    ):
        first += 1  # 继续抓好温泉旅游, 融合升级航运经纪: what is done with it is no part of it
    joint = next(
        (
            i
            for i in range(first + 1, stop - 1)
            if tokens[i].text in PART_JOINTS
            and (
                is_trade(tokens[i - 1])
                and is_trade(tokens[i + 1])
                or tokens[i].start - tokens[first].start > 2
                and tokens[first - 1].text == "、"
                and may_be_trade(tokens, first, i - 1)
                and may_be_trade(tokens, i + 1, stop - 1)
            )
        ),
        None,
    )
    if joint is not None and is_known_trade(tokens, joint + 1, stop - 1):
        yield from _industry(tokens, first, joint, rule)
        yield from _industry(tokens, joint + 1, stop, rule)
        return
    if (
        stop - first == 2
        and tokens[first].kind == "word"
        and tokens[stop - 1].kind == "Industry"
        and len(tokens[stop - 1].text) >= 4
        and tokens[first].tag in ("n", "v", "vn", "d")
    ):
        first += 1
    text = text_of(tokens, first, stop - 1)
    if len(text) > 14 or any(
        t.kind in ("quantity", "time", "Company", "District", "Park", "Project") or t.text in ("的", "个") for t in tokens[first:stop]
    ):
        return
    if (
        own_class(tokens, first, stop) is not None
        or text in TOO_GENERAL
        or text in GENERIC
        and not is_trade(tokens[first])
        or all(t.text in GENERIC and t.hit is None for t in tokens[first:stop])
    ):
        return
    if stop - first == 1 and tokens[first].kind == "word" and tokens[first].tag.startswith(("v", "r", "m", "d")) and tokens[first].hit is None:
        return
    if not any(
        is_trade(t) or t.hit is not None and any(e.cls == "Industry" for e in t.hit.entries) for t in tokens[first:stop]
    ) and not text.endswith(TRADE_NOUNS):
        return
    if "+" in text:
        return  # 互联网+, 跨境电商+产业带
    yield Candidate(tokens[first].start, tokens[stop - 1].end, "Industry", rule, False)


def counts_things(token: Token) -> bool:
    """Whether a number counts things (6座, 2条), so that no name holds it."""
    return token.kind == "quantity" and token.text[-1] in "个家项条座处批" and "万" not in token.text or bool(COUNTED.match(token.text))
