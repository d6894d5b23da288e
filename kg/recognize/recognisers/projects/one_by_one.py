"""Takes the tokens of a sentence, proposes projects that news tells one by one: the members of a list of which several are called 项目 (甲技改项目、乙二期项目、
丙综合整治项目等), and those that open an entry (甲塑板建设项目，总投资1.2亿元).

Between the marks of a list a name stands whole, whatever its words are, so that verbs may be in it (医药生产迁建及配套健康产业建设项目). Ranks, kinds and what
is counted (重大产业项目, 5个技改项目) name nothing there either; a member of ordinary words is named where most of those beside it are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.marks import mark_end
from kg.recognize.recognisers.grammar.heads import REGISTERED_FORMS, heads_at
from kg.recognize.recognisers.grammar.own import KINDS_OF_PROJECTS
from kg.recognize.recognisers.lists.by_itself import counts_things
from kg.recognize.recognisers.lists.members import DONE_IN_NAMES
from kg.recognize.text.phrase import ALL_TRADES, ANDS, BREAK, CLAUSE_ENDS, EDGE, GENERIC, INSIDE, NO_PLACES, PHASE, ends_names, inside, is_proper, is_trade, names_something, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

_CALLED = frozenset("项目 建设项目 工程 建设工程 合作项目 技改项目".split())
CALLED = sign(words=_CALLED)
_OPENERS = words("plans", "list_openers")
_IN_NAMES = DONE_IN_NAMES | words("plans", "in_names_of_projects")
_FUNCTION_WORDS = frozenset("的 了 在 为 由 将 被 把 从 对 向 是 有 让 使 其 该 此 这 那 已 正 也 均 都 并 等 以".split())
_KINDS = words("lists", "kinds_of_works") - {"生活垃圾", "老旧", "地下", "公共"}
_RANKS = ("产业", "产业链", "领域", "类", "重大", "重点", "系列", "招商", "亿元", "以上", "级", "型", "性", "签约", "开工", "合作", "投资", "储备", "前期")
_BUILDS = frozenset("建设 兴建 新建 投资 投建 打造 建 实施".split())
_SIZES = tuple(words("plans", "sizes_of_entries"))
_NUMBERS = re.compile(r"[\d.．、一二三四五六七八九十]+|（[\d一二三四五六七八九十]+）")
_SHORTEST, _LONGEST = 6, 40  # characters
_RULE = "list.project-called"


def one_by_one(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Projects of a sentence that are told one by one."""
    ends = [i for i, token in enumerate(tokens) if token.signs & CALLED]
    if (opened := next((i for i in ends if i + 1 < len(tokens) and _may_follow(tokens[i + 1])), None)) is not None:
        yield from _entry(tokens, opened)
    done = -1
    for end in ends:
        if end > done and (pieces := _pieces(tokens, end)):
            done = pieces[-1][1]
            yield from _of_a_list(tokens, pieces)


def _entry(tokens: Sequence[Token], last: int) -> Iterator[Candidate]:
    """The project that a sentence opens with: what it costs or covers stands behind it, or nothing at all."""
    behind = [t.text for t in tokens[last + 1 : last + 3]]
    first = next((i + 1 for i in range(last - 1, -1, -1) if tokens[i].text == "："), 0)  # 6个项目分别为：甲项目；
    while first < last and (_NUMBERS.fullmatch(tokens[first].text) or tokens[first].kind == "punctuation" and tokens[first].text not in ("“", "（")):
        first += 1  # 1.甲项目
    if behind[:1] == ["，"] or behind and behind[0].startswith(_SIZES):
        at = last + 1 + (behind[0] == "，")
        told = at < len(tokens) and tokens[at].text.startswith(_SIZES) and any(t.kind == "quantity" for t in tokens[at + 1 : at + 5])
    else:
        told = behind in (["；"], ["。"]) and last + 2 == len(tokens)
    if told and not _is_a_company_alone(tokens, first, last) and _is_named(tokens, first, last) and _may_stand_whole(tokens, first, last):
        yield Candidate(tokens[first].start, tokens[last].end, "Project", _RULE, True)


def _is_a_company_alone(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether in front of 项目 stands no more than a mark and a trade: whichever of its projects was told of."""
    mark = tokens[last - 1].start - tokens[first].start
    return 0 < mark <= 4 and tokens[last - 1].text in ALL_TRADES and tokens[last].text == "项目"


def _may_follow(token: Token) -> bool:
    return token.text in CLAUSE_ENDS or token.text.startswith(_SIZES)


def _pieces(tokens: Sequence[Token], end: int) -> list[tuple[int, int]]:
    """The members of the list in which a token ends one: half-open ranges; none where no 、 stands beside it."""
    first, stop, depth = end, end + 1, 0
    while first and tokens[first - 1].text not in CLAUSE_ENDS:
        first -= 1
    while stop < len(tokens) and tokens[stop].text not in CLAUSE_ENDS and tokens[stop].text != "等":
        stop += 1
    found, begin = [], first
    for i in range(first, stop):
        depth += (tokens[i].text in ("（", "“")) - (tokens[i].text in ("）", "”"))
        joint = tokens[i].text == "、" or tokens[i].text in ANDS and i > first and tokens[i - 1].signs & CALLED
        if joint and not depth:
            found.append((begin, i))
            begin = i + 1
    ended = next((i + 1 for i in range(begin, stop) if tokens[i].signs & CALLED and tokens[i].text != "工程"), stop)
    found.append((begin, ended))  # 甲项目、乙项目建设前期准备就绪
    if len(found) < 2:
        return []
    opened = _behind_opener(tokens, *found[0])
    found[0] = (opened, found[0][1])
    return found


def _behind_opener(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where the first member of a list begins behind what opens it: 包括甲项目, 集中开工的甲项目."""
    for i in range(stop - 2, first - 1, -1):
        if tokens[i].text in _OPENERS or tokens[i].text in ("的", "有", "是", "为"):
            return i + 1
        if tokens[i].text in BREAK and not _belongs(tokens, i, first):
            return i + 1
    return first


def _of_a_list(tokens: Sequence[Token], pieces: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """The members of a list that are called 项目, if there are several and most of them are named."""
    called = [(_behind_size(tokens, a, b), b - 1) for a, b in pieces if b > a and tokens[b - 1].signs & CALLED]
    if len(called) < 2:
        return
    whole = [(a, last) for a, last in called if _may_stand_whole(tokens, a, last)]
    named = [m for m in whole if _is_named(tokens, *m)]
    least = 1 if _are_enumerated(tokens, pieces[0][0]) else (len(called) + 1) // 2
    if len(named) < least:
        return
    for a, last in whole:
        if (a, last) in named or _is_one_more(tokens, a, last):
            yield Candidate(tokens[a].start, tokens[last].end, "Project", _RULE, True)


def _are_enumerated(tokens: Sequence[Token], first: int) -> bool:
    """Whether a list stands behind 项目 and a word that opens it, so that its members are projects, whatever they are called: 项目包括甲箱包项目、…."""
    at = first - 1
    while at > 0 and tokens[at].text in _OPENERS:
        at -= 1
    return 0 <= at < first - 1 and tokens[at].signs & CALLED != 0


def _behind_size(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where a member begins behind its size or what is told of it: 总投资5亿元的甲项目, 位于乙镇的丙项目."""
    return next((i + 1 for i in range(stop - 2, first - 1, -1) if tokens[i].text == "的"), first)


def _may_stand_whole(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether nothing stands between the borders of a member that is in no name."""
    if not _SHORTEST <= tokens[last].end - tokens[first].start <= _LONGEST or last == first:
        return False
    inner = tokens[first:last]
    if any(t.kind == "time" or t.text in CLAUSE_ENDS or counts_things(t) or t.tag == "r" or t.text in _FUNCTION_WORDS for t in inner):
        return False
    if any(t.text.endswith("元") and t.kind == "quantity" for t in inner) or inner[0].text in BREAK or inner[0].text in EDGE and not is_proper(inner[0]):
        return False
    if any(t.signs & CALLED and t.text != "工程" for t in inner) or inner[0].kind == "quantity" and not inside(inner[0]):
        return False
    if inner[-1].text in _RANKS or inner[-1].text.endswith(_RANKS) and not _is_named(tokens, first, last):
        return False  # 重大产业项目
    if any(t.text in _BUILDS and before.kind in ("Park", "District", "Company") for before, t in zip(inner, inner[1:-1])):
        return False  # 在晨州高新区建设年产8GW硅片项目
    text = text_of(tokens, first, last)
    if any(text.count(a) != text.count(b) for a, b in ("（）", "“”")):
        return False
    return not any(len(t.text) > 1 and t.hit is None and ends_names(t) and not _belongs(tokens, i, first) for i, t in enumerate(inner, first))


def _belongs(tokens: Sequence[Token], i: int, first: int) -> bool:
    """Whether a word that ends names elsewhere is part of one between the marks of a list: 生产, 改造, 迁建; not in front of it."""
    return i > first and (tokens[i].text in _IN_NAMES or tokens[i].text in INSIDE)


def _is_named(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a member opens with a name: of a company, a park, a place with something of its own behind, or a word that no dictionary has."""
    inner = tokens[first:last]
    if not inner or inner[-1].text in KINDS_OF_PROJECTS and all(t.kind == "District" or t.text in KINDS_OF_PROJECTS or t.text in GENERIC for t in inner):
        return False
    if PHASE.fullmatch(inner[-1].text) and len(inner) > 2 and heads_at(inner[-2].text):
        return True  # 液压科技产业园二期项目
    if any(t.kind in ("Company", "Park") or t.text in REGISTERED_FORMS for t in inner):
        return len(inner) > 1 and inner[0].text not in _KINDS
    at = next((i for i in range(first, last) if not _is_place(tokens[i])), last)
    opening = tokens[at]
    if at == last or opening.text in _KINDS:
        return False
    specific = [t for t in inner if not _is_place(t) and t.text not in GENERIC and len(t.text) > 1]
    if _is_place(inner[0]):
        return len(specific) > 1 or any(is_proper(t) and not known_word(t.text) for t in specific)
    mark = opening.kind == "word" and is_proper(opening) and not known_word(opening.text) and opening.tag != "eng"
    mark = mark or mark_end(tokens, at) is not None
    return mark and names_something(tokens, first, last, 2)


def _is_one_more(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a member of ordinary words says of what it is: a place and what is done there, or several words of its own."""
    inner = tokens[first:last]
    if any(t.text in _KINDS for t in inner) or inner[0].text in GENERIC and inner[0].kind == "word":
        return False
    content = [t for t in inner if len(t.text) > 1 and t.text not in GENERIC and t.kind not in ("punctuation", "quantity")]
    built = any(cls in ("Park", "Project") and head != "工程" for head, cls in heads_at(inner[-1].text)[:1]) and len(inner) > 1
    return len(content) > 2 or built or bool(content) and (len(inner) > 2 or any(map(is_trade, inner))) and names_something(tokens, first, last, 2)


def _is_place(token: Token) -> bool:
    """Whether a word is a place's name, be it a weak one."""
    weak = token.kind == "word" and token.is_first_a_place
    return token.kind == "District" or weak and token.text not in NO_PLACES
