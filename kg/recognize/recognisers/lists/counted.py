"""Takes a list that its count closes (甲、乙、丙3家企业, 三大园区) or that the noun in front opens (分别为甲、乙), proposes its members."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.grammar import names_no_park
from kg.recognize.recognisers.lists.by_itself import counts_things, is_named, own_class
from kg.recognize.recognisers.lists.companies import is_thing
from kg.recognize.recognisers.lists.etc import HOLDERS
from kg.recognize.recognisers.lists.kinds import head_class
from kg.recognize.recognisers.lists.members import Member, members_before
from kg.recognize.recognisers.lists.typed import typed
from kg.recognize.text.phrase import CLAUSE_ENDS, GENERIC, ends_names, inside, is_trade, names_something
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_BIG = re.compile(r"[两三四五六七八九十\d]+大")  # 三大 …
COUNTED_KINDS = sign(lambda word: word.text[-1:] == "大" and bool(_BIG.fullmatch(word.text)))
_COUNT = re.compile(r"([两二三四五六七八九\d]+)[家户个项座]")
_COUNTED = tuple("家户个项座")
_NUMERALS = {"两": 2, **{c: n for n, c in enumerate("一二三四五六七八九", 1)}}
COUNT_OF_FEW = sign(
    lambda word: word.text.endswith(_COUNTED) and (word.kind == "quantity" or word.kind == "word" and bool(_COUNT.fullmatch(word.text)))
)
ENUMERATES = sign(words=("分别为", "分别是", "包括", "：", "包含", "涵盖", "有"))
_BEFORE_LISTS = words("lists", "before_lists")
_PARK_NOUNS = ("园区", "产业园区", "产业园", "工业园", "工业园区", "开发区", "片区", "功能区", "组团", "特色小镇")


def counted(tokens: Sequence[Token], count: int) -> Iterator[Candidate]:
    """甲、乙、丙3家企业: a list is closed by its count as it is by 等, if it has so many members."""
    match = _COUNT.fullmatch(tokens[count].text)
    number = match and (_NUMERALS.get(match[1]) or match[1].isdigit() and int(match[1]))
    if not number or not 2 <= number <= 9 or tokens[count - 1].kind in ("punctuation", "quantity", "time") and tokens[count - 1].text not in "”）":
        return
    found = head_class(tokens, count + 1)
    if found is None or found[0] not in ("Company", "Project") or tokens[found[1]].text.endswith(HOLDERS):
        return
    members = members_before(tokens, count - 1)
    if len(members) == 1 and number == 2 and members[0].first > 1 and tokens[members[0].first - 1].text in ("和", "与"):
        members = [*members_before(tokens, members[0].first - 2)[-1:], *members]  # 甲和乙两家企业
    if len(members) == number:
        members[0] = _with_its_mark(tokens, members[0])
        named = [[*typed(tokens, member, found[0], f"list.{found[0].lower()}", False)] for member in members]
        sure = found[0] == "Company" and 3 * sum(map(bool, named)) >= 2 * number
        for member, candidates in zip(members, named):
            yield from candidates or (typed(tokens, member, "Company", "list.company", True) if sure and not is_trade(tokens[member.first]) else ())


def _with_its_mark(tokens: Sequence[Token], member: Member) -> Member:
    """The first member of a list behind 其中, with the mark in front of the place that the company's name ends in: 先岭海南 in 其中先岭海南、晨帆海南2家企业."""
    first = member.first
    alone = member.stop - first == 1 and tokens[first].kind == "District" and first > 1 and tokens[first - 2].text == "其中"
    marked = alone and tokens[first - 1].kind == "word" and len(tokens[first - 1].text) == 2 and not ends_names(tokens[first - 1])
    return Member(first - 1, member.stop) if marked else member


def counted_parks(tokens: Sequence[Token], count: int) -> Iterator[Candidate]:
    """甲、乙、丙三大园区: as many members as are counted are parks, also bare ones."""
    number = _NUMERALS.get(tokens[count].text[0]) or tokens[count].text[0].isdigit() and int(tokens[count].text[0])
    if count + 1 >= len(tokens) or tokens[count + 1].text not in _PARK_NOUNS or not number or len(tokens[count].text) != 2:
        return
    if count + 2 < len(tokens) and inside(tokens[count + 2]) and tokens[count + 2].tag[:1] == "n":
        return
    members = members_before(tokens, count - 1, whole=True)
    if len(members) != number:
        return
    for member in members:
        own, length = own_class(tokens, member.first, member.stop), tokens[member.stop - 1].end - tokens[member.first].start
        bare = (
            own is None
            and 2 <= length <= 5
            and not any(
                t.kind not in ("word", "District") or t.text in GENERIC or is_trade(t) or ends_names(t) or t.tag in ("m", "p", "c", "uj")
                for t in tokens[member.first : member.stop]
            )
        )
        if bare or own in ("Park", "Project") and is_named(tokens, member) and not names_no_park(tokens, member.first, member.stop - 1):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Park", "list.park-counted", True)


def counts_industries(tokens: Sequence[Token], count: int) -> bool:
    """光电、医药两大产业: what stands in front of a count of industries is a list of them."""
    if tokens[count - 1].kind == "punctuation" or tokens[count - 1].tag[0] not in ("n", "j", "v"):
        return False
    return any(
        t.text in ("产业", "产业集群", "集群", "产业链") or t.kind == "Industry" and t.text.endswith("产业") for t in tokens[count + 1 : count + 3]
    )


def enumerated(tokens: Sequence[Token], at: int) -> Iterator[Candidate]:
    """开工的企业分别为甲、乙、丙10家: what stands behind the noun that types a list, to the end of the clause."""
    noun = at - 1
    has = tokens[at].text == "有"
    if has and not tokens[noun].text.endswith(("企业", "公司")):
        return
    if not has and _counts_projects(tokens, noun):
        yield from _enumerated_projects(tokens, at)
        yield from _named_for_companies(tokens, at)
        return
    if noun >= 0 and (tokens[noun].text in ("主要", "分别", "还", "就") or tokens[noun].kind == "quantity"):
        noun -= 1
    if noun < 0 or not tokens[noun].text.endswith(("企业", "公司", "厂商", "供应商", "客户")):
        return
    stop = at + 1
    while stop < len(tokens) and tokens[stop].text not in CLAUSE_ENDS and tokens[stop].text != "等" and tokens[stop].kind != "quantity":
        stop += 1
    if has and not (stop < len(tokens) and tokens[stop].text == "等"):
        return  # 企业有甲、乙等6家
    members = members_before(tokens, stop - 1, at + 1, whole=True)
    if len(members) < 2 or members[0].first != at + 1 or 2 * sum(is_thing(tokens, m) for m in members) > len(members):
        return
    for member in members:
        yield from typed(tokens, member, "Company", "list.company", False)


def _counts_projects(tokens: Sequence[Token], last: int) -> bool:
    """Whether what a list stands behind is 项目, or how many there are: 工业项目占到5个，分别是; 签约项目3个，分别为：."""
    first = last
    while first > last - 6 and first > 0 and (tokens[first].text in _BEFORE_LISTS or tokens[first].kind == "quantity"):
        first -= 1
    return first >= 0 and tokens[first].text.endswith("项目")


def _enumerated_projects(tokens: Sequence[Token], at: int) -> Iterator[Candidate]:
    """重点项目分别为甲机械搬运车辆项目、乙机器人项目: what an enumeration calls 项目 one by one is named, whatever its words are."""
    stop = at + 1
    while stop < len(tokens) and tokens[stop].text not in CLAUSE_ENDS and tokens[stop].text != "等" and tokens[stop].kind != "quantity":
        stop += 1
    listed = members_before(tokens, stop - 1, at + 1, whole=True)
    members = [_behind_its_place(tokens, m) for m in listed if tokens[m.stop - 1].text in ("项目", "工程")]
    if not members and len(listed) > 1 and listed[0].first == at + 1 and tokens[stop : stop + 1] and tokens[stop].text == "等":
        yield from _bare_projects(tokens, listed)
        return
    members = [m for m in members if m.stop - m.first > 1 and not any(counts_things(t) for t in tokens[m.first : m.stop])]
    if len(members) < 2:
        return
    named = [m for m in members if names_something(tokens, m.first, m.stop - 1, 3)]
    for member in members:
        if member in named or 2 * len(named) >= len(members) and names_something(tokens, member.first, member.stop - 1, 2):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", "list.project", True)


def _bare_projects(tokens: Sequence[Token], members: Sequence[Member]) -> Iterator[Candidate]:
    """开工的项目包括甲半导体、乙新材料、丙5G照明等: companies by what they build, and what they build there, if that can be told of most."""
    found = [[*typed(tokens, member, "Project", "list.project", False)] for member in members]
    if 2 * sum(map(bool, found)) > len(members):
        for candidates in found:
            yield from candidates


def _named_for_companies(tokens: Sequence[Token], at: int) -> Iterator[Candidate]:
    """项目6个，包括甲、乙科技、丙，均为动力电池配套企业: the clause behind the list says what they are called after."""
    stop = next((i for i in range(at + 1, len(tokens)) if tokens[i].text in CLAUSE_ENDS), len(tokens))
    behind = [t.text for t in tokens[stop + 1 : stop + 10]]
    says = behind[:1] in (["均为"], ["都是"], ["均是"], ["皆为"]) or behind[:2] in (["均", "为"], ["都", "是"], ["均", "是"])
    if not says or "，" in behind[: behind.index("企业")] if "企业" in behind else True:
        return
    members = members_before(tokens, stop - 1, at + 1, whole=True)
    if len(members) > 1 and members[0].first == at + 1:
        for member in members:
            yield from typed(tokens, member, "Company", "list.company", False)


def _behind_its_place(tokens: Sequence[Token], member: Member) -> Member:
    """A member without what stands in front of 的: 位于甲镇的乙康养项目."""
    begin = next((i + 1 for i in range(member.stop - 2, member.first - 1, -1) if tokens[i].text == "的"), member.first)
    return Member(begin, member.stop)
