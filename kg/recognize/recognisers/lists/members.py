"""Takes the tokens of a sentence and where a list ends, gives its members.

A member between two 、 is the whole piece between them; only the first member's left border is walked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.recognize.lexicon import words
from kg.recognize.text.left_edge import start_of, trim
from kg.recognize.text.phrase import ANDS, CLAUSE_ENDS, EDGE, GENERIC, INSIDE, LISTED, ROUTES, ends_names, is_proper
from kg.recognize.text.tokens import Token, known_word

AND = ANDS | {"暨"}
_AREAS = frozenset(word for word in words("heads", "Park") if len(word) >= 3)
LONGEST_MEMBER = 32  # characters


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list: half-open token range."""

    first: int
    stop: int


def members_before(tokens: Sequence[Token], last: int, floor: int = 0, whole: bool = False) -> list[Member]:
    """The members of a list that ends with token ``last``, in order.

    A piece between two separators is a member as a whole; the leftmost piece, and one that holds a word that ends a
    name (推动, 建成), are walked from their right end, and nothing further left belongs to the list.

    :param whole: take the first member up to the word that ends names, not by parts of speech (a list closed by 等 is sure)
    """
    members: list[Member] = []
    stop = last + 1
    while stop > floor:
        first, separated = _piece(tokens, stop, floor)
        if first >= stop:
            break
        if tokens[stop - 1].end - tokens[first].start > 2 * LONGEST_MEMBER:
            break
        ended = _last_break(tokens, first, stop)
        if ended is not None and separated and whole and _is_inside_a_name(tokens, first, ended, stop):
            ended = None
        if ended == stop - 1:
            break
        if ended is not None and separated and whole and first < ended and _may_be_a_name(tokens, first, ended, stop):
            stop = first - 1  # a name with a verb in it, of which nobody can tell where it begins
            continue
        if separated and ended is None:
            member = Member(_after_size(tokens, first, stop), stop)
        else:
            member = Member(_first_member(tokens, first if ended is None else ended + 1, stop, whole), stop)
        if member.first < stop:
            members.append(member)
        if not separated or ended is not None:
            break
        stop = first - 1
    return members[::-1]


def _first_member(tokens: Sequence[Token], first: int, stop: int, whole: bool) -> int:
    """Where the first member of a list begins."""
    first = _after_size(tokens, first, stop)
    supplied = (i + 1 for i in range(stop - 2, first - 1, -1) if tokens[i].text in SUPPLIED and tokens[i + 1].text != "链")
    first = next(supplied, first)  # 产品供应甲、乙等企业
    walked = start_of(tokens, stop - 1, first)
    if walked > first and tokens[walked - 1].text == "年产" and tokens[walked].kind == "quantity":
        walked -= 1
    if not whole or tokens[stop - 1].end - tokens[first].start > 18 or any(t.text in ("的", "了") or t.kind == "time" for t in tokens[first:stop]):
        return walked
    while first < walked and (
        tokens[first].tag in ("p", "c", "d", "r", "u", "ul")
        and not is_proper(tokens[first])
        and known_word(tokens[first].text)
        or tokens[first].text in ("了", "一批")
    ):
        first += 1
    if (
        tokens[stop - 1].end - tokens[first].start <= 6
        and tokens[first].text in EDGE
        and tokens[first].text[-1] not in "内区"
        and first + 1 == stop - 1
    ):
        return first  # 现代筑美: two words, of which the first may be part of the mark
    return trim(tokens, first, stop - 1)


def _piece(tokens: Sequence[Token], stop: int, floor: int) -> tuple[int, bool]:
    """The first token of the piece that ends before ``stop``, and whether a separator stands in front of it."""
    depth = 0
    for i in range(stop - 1, floor - 1, -1):
        text = tokens[i].text
        if text in ("）", "”"):
            depth += 1
        elif text in ("（", "“"):
            depth = max(0, depth - 1)
        elif depth == 0:
            if text in ("、", "以及") or text in AND and _is_list_and(tokens, i):
                return i + 1, True
            if text in CLAUSE_ENDS:
                return i + 1, False
    return floor, False


def _last_break(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The last token of a piece that can't stand inside a name; a size in front (总投资86亿元的) is none."""
    first = _after_size(tokens, first, stop)
    depth = 0
    # a name may end in such a word (云账户共享, 百汇达), but not in what happens to it
    last = stop - 1 if stop - 1 == first or tokens[stop - 1].text in words("lists", "stages") else stop - 2
    while last > first and tokens[last + 1 if last + 1 < stop else last].text in DONE_TO_WORKS and tokens[last].text in DONE_TO_WORKS:
        last -= 1  # 惠民大道综合升级改造
    for i in range(last, first - 1, -1):
        token = tokens[i]
        if token.text in ("）", "”"):
            depth += 1
        elif token.text in ("（", "“"):
            depth = max(0, depth - 1)
        elif (
            depth == 0
            and not _left_of_a_mark(tokens, first, i)
            and not before_size(tokens, i)
            and not within_a_route(tokens, first, i, stop)
            and not ordinary_within(tokens, first, i, stop)
            and (token.kind == "time" or token.kind == "word" and ends_names(token) and token.text not in INSIDE and token.text not in AND)
        ):
            return i
    return None


def _is_inside_a_name(tokens: Sequence[Token], first: int, ended: int, stop: int) -> bool:
    """Whether a word that elsewhere ends a name is part of one that 、 begins: 新建 in 湛州城区新建快速路, 提升 in 袁河航道提升工程."""
    front = tokens[first]
    if front.kind not in LISTED and not (is_proper(front) and not known_word(front.text)) or ended < first + 2:
        return False
    if any(t.kind in ("time", "quantity", "punctuation") or t.text in ("的", "了", "为", "是", "有", "在") for t in tokens[first:stop]):
        return False
    behind = tokens[ended:stop]
    return stop - ended < 4 and tokens[ended].tag[:1] in ("v", "n") and not any(t.kind in LISTED or is_proper(t) for t in behind[1:])


def _may_be_a_name(tokens: Sequence[Token], first: int, ended: int, stop: int) -> bool:
    """Whether a piece between two 、 begins with a noun and holds a verb, so that it may be one long name: 档案异地联合备份平台."""
    return (
        tokens[first].tag[:1] == "n"
        and not ends_names(tokens[first])
        and tokens[stop - 1].end - tokens[first].start <= 18
        and not any(t.kind in ("time", "punctuation") or t.text in ("的", "了", "是", "有", "在", "为", "等") for t in tokens[first:stop])
        and not any(t.kind in LISTED for t in tokens[ended:stop])
    )


def before_size(tokens: Sequence[Token], i: int) -> bool:
    """Whether 年产 stands between who makes something and how much: 兖矿年产6万吨三聚氰胺."""
    return tokens[i].text == "年产" and i + 1 < len(tokens) and (tokens[i + 1].kind == "quantity" or tokens[i + 1].tag == "m")


def within_a_route(tokens: Sequence[Token], first: int, i: int, stop: int) -> bool:
    """Whether 至 joins the ends of a section or a line inside a member: 湛宜铁路松岭至云沱段扩能."""
    if tokens[i].text not in ("至", "到") or not first < i < stop - 2 or len(tokens[i - 1].text) < 2 or len(tokens[i + 1].text) < 2:
        return False
    if tokens[stop - 1].text in DONE_TO_WORKS and any(t.text.endswith(ROUTES) for t in tokens[first : i - 1]):
        return True  # 晨松高速云岭至月湖扩容
    return any(t.text == "段" or t.text.endswith(ROUTES) for t in tokens[i + 2 : stop])


def ordinary_within(tokens: Sequence[Token], first: int, i: int, stop: int) -> bool:
    """Whether one character that begins what is done elsewhere is a noun's or a mark's part between two others: 全 in 松州全铝车厢, 创 in 艺文创天地."""
    return first < i < stop - 1 and len(tokens[i].text) == 1 and tokens[i].tag[:1] in ("n", "a") and tokens[i - 1].kind != "punctuation"


def _left_of_a_mark(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether a character is what the segmenter left of a mark: 本 in 金河佑本动物疫苗."""
    return (
        tokens[i].text in _LEFT
        and i > first
        and (len(tokens[i - 1].text) == 1 or not known_word(tokens[i - 1].text))
        and tokens[i - 1].kind == "word"
    )


SUPPLIED = words("lists", "supplied")
_LEFT = frozenset("本达得用使让给各每为正以")
_MAY_BE_NAMES = LISTED | {"word"}  # kinds
_ENDS_A_MEMBER = tuple(words("lists", "ends_a_member"))


def _is_list_and(tokens: Sequence[Token], i: int) -> bool:
    """Whether a 和 joins members of a list, not parts of one member: a name stands on both sides, or a 、 further left in the clause."""
    if i == 0 or i + 1 >= len(tokens):
        return False
    left, right = tokens[i - 1], tokens[i + 1]
    if left.kind in LISTED and right.kind in LISTED:
        return True
    if right.kind == "Company" and left.kind == "word" and (is_proper(left) or left.tag[:1] == "n"):
        return True  # 江门职院与华为
    if left.kind in ("District", "Park") and right.text in _AREAS:
        return True  # 晨州新区及开发区
    if left.text in _AREAS and left.text not in ("园区", "片区"):
        return True  # 甲科技产业园和牛湾港
    if left.kind == "word" and left.text.endswith(_ENDS_A_MEMBER) and right.text not in GENERIC and right.kind in _MAY_BE_NAMES:
        return True  # 改扩建工程和老年活动中心
    for j in range(i - 1, max(-1, i - 12), -1):
        if tokens[j].text == "、":
            return is_proper(right) or right.kind in LISTED or right.text == "“"
        if tokens[j].text in CLAUSE_ENDS:
            break
    return False


def _after_size(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Skip a size in front of a member: 总投资86亿元的…, 投资2亿美元的…, 20亿元的…."""
    for i in range(stop - 1, first, -1):
        if tokens[i].text == "的" and any(t.kind == "quantity" for t in tokens[first:i]):
            return i + 1
        if tokens[i].text == "的" and i > first and tokens[i - 1].text in _BECAME and i - first < 4:
            return i + 1  # 集中开工的甲…智能化改造、乙…
    if tokens[first].kind == "quantity" and first + 1 < stop and tokens[first].text[-1] == "元":
        return first + 1
    return first


DONE_TO_WORKS = words("lists", "done_to_works")
DONE_IN_NAMES = DONE_TO_WORKS | words("lists", "renewals") | words("plans", "done_there")  # in names of projects
_BECAME = words("lists", "stages")
