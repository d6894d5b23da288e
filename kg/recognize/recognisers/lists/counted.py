"""Takes a list that its count closes (甲、乙、丙3家企业) or that the noun in front opens (分别为甲、乙), proposes its members."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.lists.companies import is_thing
from kg.recognize.recognisers.lists.etc import HOLDERS
from kg.recognize.recognisers.lists.kinds import head_class
from kg.recognize.recognisers.lists.members import members_before
from kg.recognize.recognisers.lists.typed import typed
from kg.recognize.text.phrase import CLAUSE_ENDS, is_trade
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
        named = [[*typed(tokens, member, found[0], f"list.{found[0].lower()}", False)] for member in members]
        sure = found[0] == "Company" and 3 * sum(map(bool, named)) >= 2 * number
        for member, candidates in zip(members, named):
            yield from candidates or (typed(tokens, member, "Company", "list.company", True) if sure and not is_trade(tokens[member.first]) else ())


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
