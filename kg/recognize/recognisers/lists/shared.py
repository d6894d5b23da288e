"""Takes the tokens of a sentence, proposes what lists of parks and projects name by a mark alone, since the last of them has the noun of all:
成甲、成乙、成丙工业园区, 乌岭、沙头等县域临港产业园, 湛朗、卡岭新能源汽车项目. Public works are those of :mod:`..projects.works`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.fronts import NAME_TAGS, companies_in_front, is_field
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.recognisers.lists.by_itself import own_class
from kg.recognize.recognisers.lists.members import Member, members_before
from kg.recognize.recognisers.lists.projects import classify_project
from kg.recognize.text.phrase import BREAK, CLAUSE_ENDS, EDGE, GENERIC, LISTED, ROUTES, ends_names, inside, is_proper, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

SHARED_AREA = sign(words=words("lists", "shared_areas"))
SHARED_PROJECT = sign(words=("项目",))
_LONGEST_MARK = 4  # characters
_SETTLED = words("lists", "stages") | words("lists", "construct") | words("lists", "settled")
_BRINGS = words("lists", "brings")
_RULE = "list.shared"


def marks_before_etc(tokens: Sequence[Token], members: Sequence[Member], noun: str) -> Iterator[Candidate]:
    """The members of a list that 等 and a noun of parks close, where they are marks: 九岭、连沱、三岔口等省级工业园区."""
    yield from _marks(tokens, members, "Park", noun)


def shared_areas(tokens: Sequence[Token], last: int) -> Iterator[Candidate]:
    """成甲、成乙、成丙工业园区: marks in front of one with the noun of an area."""
    if last + 1 < len(tokens) and inside(tokens[last + 1]) and tokens[last + 1].tag[:1] == "n":
        return
    members = members_before(tokens, last)
    if len(members) < 2 or members[-1].stop - members[-1].first < 2 or own_class(tokens, members[-1].first, members[-1].stop) != "Park":
        return
    if members[0].first and tokens[members[0].first - 1].text in _BRINGS:
        return
    if tokens[last - 1].text == "（" or any(t.text.endswith(ROUTES) for t in tokens[members[-1].first : members[-1].stop]):
        return  # 村收、镇运、县（片区）处理; 松广、云桂高铁经济带: lines
    yield from _marks(tokens, members[:-1], "Park", tokens[last].text)


def shared_projects(tokens: Sequence[Token], last: int) -> Iterator[Candidate]:
    """推进晨州吉岭30万台发动机、湛朗石墨烯、大中型飞机项目: a list whose last member alone is called 项目, if each has its own front; and the marks
    that share what the last one is about (湛朗、卡岭新能源汽车项目)."""
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is not None and behind.text not in CLAUSE_ENDS and behind.text not in _SETTLED and not ends_names(behind):
        return
    members = members_before(tokens, last)
    if len(members) < 2 or members[-1].stop - members[-1].first < 2 or any(t.text == "项目" for t in tokens[members[0].first : members[-1].first]):
        return
    final = members[-1]
    front = tokens[final.first]
    fronted = front.kind in LISTED or is_proper(front) or bool(companies_in_front(tokens, final.first, final.stop - 1, True))
    named = classify_project(tokens, final.first, final.stop) == "Project" and fronted
    others = [Member(m.first, m.stop - (tokens[m.stop - 1].tag == "t" and m.stop - m.first > 2)) for m in members[:-1]]  # 湛朗二期第一阶段
    like = [_is_like(tokens, m, final) for m in others]
    classes = ["Project" if same else classify_project(tokens, m.first, m.stop) if _has_front(tokens, m) else None for m, same in zip(others, like)]
    if all(cls in ("Project", "Park") for cls in classes) and (named or len(others) > 1):
        for member, cls, same in zip(others, classes, like):
            if cls is not None and own_class(tokens, member.first, member.stop) is None:
                shares = _field(tokens, final) if same else ""
                yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, cls, "list.project", not shares, shares)
    elif named and final.stop - final.first > 2 and not (members[0].first and tokens[members[0].first - 1].text in _BRINGS):
        yield from _marks(tokens, others, "Project", _field(tokens, final))


def _field(tokens: Sequence[Token], final: Member) -> str:
    """What the last member of a list is called behind its front: 新能源汽车项目 of 卡岭新能源汽车项目, 抽水蓄能项目 of 松州湛沱抽水蓄能项目."""
    fronts = companies_in_front(tokens, final.first, final.stop - 1, True)
    begin = fronts[0][1] if fronts else final.first + 1 + (tokens[final.first].kind == "District" and final.stop - final.first > 3)
    return text_of(tokens, begin, final.stop - 1)


def _is_like(tokens: Sequence[Token], member: Member, final: Member) -> bool:
    """Whether a member is a place and a mark as the last one begins, so that it is built for the same: 晨州九岭、松州湛沱抽水蓄能项目."""
    return (
        tokens[member.first].kind == tokens[final.first].kind == "District"
        and final.stop - final.first > 3
        and all(t.kind == "word" for t in tokens[member.first + 1 : member.stop])
        and 2 <= tokens[member.stop - 1].end - tokens[member.first].end <= _LONGEST_MARK
        and not known_word(text_of(tokens, member.first + 1, member.stop - 1))
    )


def _has_front(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member begins with a place or a company, or holds a size, and says what is built."""
    if member.stop - member.first < 2:
        return False
    behind = tokens[member.first + 1]
    if tokens[member.first].kind == "Company" and not (is_field(behind) or known_word(behind.text)):
        return False  # 中铁华隧: another company
    return (
        tokens[member.first].kind in ("District", "Company", "Park")
        or any(t.kind == "quantity" for t in tokens[member.first : member.stop])
        or bool(companies_in_front(tokens, member.first, member.stop, True))
    )


def _marks(tokens: Sequence[Token], members: Sequence[Member], cls: str, noun: str) -> Iterator[Candidate]:
    """The members that are marks, if all but one of the list can be one and half of them no dictionary has.

    :param noun: what their full names end in
    """
    marks = [m for m in members if _is_mark(tokens, m)]
    unknown = [
        m for m in marks if not known_word(text_of(tokens, m.first, m.stop - 1)) or tokens[m.first].tag in NAME_TAGS and m.stop - m.first == 1
    ]
    if len(unknown) < 2:
        marks = unknown  # 成雅, an adjective elsewhere, counts beside two that are nothing else
    if not marks or len(marks) < len(members) - (len(members) > 2) or 2 * len(unknown) < len(marks):
        return
    for member in marks:
        yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, cls, _RULE, False, noun)


def _is_mark(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is short and of nothing that has a meaning here: no listed name, trade, number, verb or head noun."""
    inner = tokens[member.first : member.stop]
    text = text_of(tokens, member.first, member.stop - 1)
    if not 2 <= len(text) <= _LONGEST_MARK or text in GENERIC or text in BREAK or text in EDGE or heads_at(text):
        return False
    if len(inner) == 1 and known_word(text) and inner[0].tag[:1] in ("n", "v", "f") and inner[0].tag not in NAME_TAGS:
        return False
    return not any(
        t.kind != "word"
        or is_trade(t)
        or t.hit is not None and not t.hit.weak
        or t.tag in ("r", "p", "u", "uj", "c", "q", "t")
        or len(t.text) > 1 and (t.text in GENERIC or t.text in EDGE or ends_names(t))
        for t in inner
    )
