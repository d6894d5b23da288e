"""Takes the tokens of a sentence, proposes companies by what is done for them and what they do: 支持松钢、云钢、凯沐绿色低碳转型, 与甲、乙、宏远工业等供应链合作.

What is supported may be anything; what it is supported in (做大做强, 扩大产能) tells that it is a company, if its name is no word. Beside a
listed company a short name without a trade is one, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK
from kg.recognize.recognisers.companies.word_marks import mark_and_trade
from kg.recognize.recognisers.lists.members import members_before
from kg.recognize.recognisers.projects.works import is_work
from kg.recognize.text.phrase import CLAUSE_ENDS, EDGE, GENERIC, LISTED, MEMBER_ENDS, TRADES, ends_names, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

_DOES, _HOW, _SUPPORTS, _WITH = (words("lists", name) for name in ("supported_in", "supported_how", "supports", "works_with"))
_NO_COMPANIES = tuple(words("lists", "no_companies_end"))
SUPPORTED = sign(words=(*_DOES, "合作", "对接", "共建", "配套", "供货", "提供"))
_SUPPLIES = frozenset(("配套", "供货", "提供"))
_NO_TAGS = ("m", "t", "f", "v", "ns", "s")
_LONGEST = 6  # characters of a name


def supported(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies of a sentence that are supported or worked with."""
    for i in [i for i, token in enumerate(tokens) if token.signs & SUPPORTED and i > 1]:
        if tokens[i].text in _SUPPLIES:
            yield from _supplied(tokens, i)
        if tokens[i].text in _DOES:
            yield from _in_what_they_do(tokens, i)
        else:
            yield from _with_listed_ones(tokens, i)


def _in_what_they_do(tokens: Sequence[Token], does: int) -> Iterator[Candidate]:
    """The companies of a list that ends in front of what they are supported in (支持松钢、云钢做大做强).

    :param does: the token that says it
    """
    last = does - 1
    while last > 0 and tokens[last].text in _HOW:
        last -= 1
    members = [(m.first, _without_what_it_does(tokens, m.first, m.stop)) for m in members_before(tokens, last)]
    if not members or members[0][0] == 0 or tokens[members[0][0] - 1].text not in _SUPPORTS:
        return
    if does + 2 < len(tokens) and tokens[does + 1].text == "等" and is_work(tokens, does + 2, does + 2):
        return  # 推进长松、梅岭扩能等铁路项目: lines
    named = [_is_mark(tokens, first, stop) or _is_mark_and_field(tokens, first, stop) for first, stop in members]
    companies = [_holds_company(tokens, first, stop) for first, stop in members]
    sure = sum(name or company for name, company in zip(named, companies))
    if len(members) > 1 and 2 * sure >= len(members) and all(
        name or company or _may_be_one(tokens, *member) for name, company, member in zip(named, companies, members)
    ):
        for (first, stop), company in zip(members, companies):
            if not company or _ends_in_a_company_word(tokens, first, stop):
                yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "list.company-supported", True)


def _without_what_it_does(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where a member of a list ends without what it is supported in: 松钢 of 松钢扩产."""
    while stop - 1 > first and tokens[stop - 1].text in _DOES:
        stop -= 1
    return stop


def _supplied(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
    """Those for whom something is made: 为华西医院、重庆登康提供产品, 为晨帆、东风柳汽配套."""
    last = verb - 1
    while last > 0 and tokens[last].text in ("等", "直接", "批量", "独家", "企业", "车企"):
        last -= 1
    first = next((i for i in range(last, max(-1, last - 16), -1) if tokens[i].text in ("为", "给", "向") or tokens[i].text in CLAUSE_ENDS), None)
    if first is None or tokens[first].text in CLAUSE_ENDS:
        return
    members = [(m.first, m.stop) for m in members_before(tokens, last, first + 1)]
    if not members or members[0][0] != first + 1:
        return
    for begin, stop in members:
        placed = stop - begin == 2 and tokens[begin].kind == "District" and _is_mark(tokens, begin + 1, stop) and len(tokens[stop - 1].text) < 4
        if placed or mark_and_trade(tokens, begin, stop):
            yield Candidate(tokens[begin].start, tokens[stop - 1].end, "Company", "list.company-supplied", True)


def _with_listed_ones(tokens: Sequence[Token], noun: int) -> Iterator[Candidate]:
    """The unlisted companies of a list that holds a listed one, with all of which somebody works (与空客、凯沐等供应链合作).

    :param noun: 合作, or a word like it
    """
    etc = next((i for i in range(noun - 1, max(noun - 6, 0), -1) if tokens[i].text == "等"), None)
    if etc is None or any(t.text in CLAUSE_ENDS for t in tokens[etc:noun]):
        return
    behind = tokens[noun + 1] if noun + 1 < len(tokens) else None
    if behind is not None and behind.text not in MEMBER_ENDS:
        return
    members = [(m.first, m.stop) for m in members_before(tokens, etc - 1, whole=True)]
    if len(members) < 2 or members[0][0] == 0 or tokens[members[0][0] - 1].text not in _WITH:
        return
    listed = [_holds_company(tokens, *member) for member in members]
    if any(listed) and all(is_listed or _may_be_one(tokens, *member) for is_listed, member in zip(listed, members)):
        for (first, stop), is_listed in zip(members, listed):
            if not is_listed:
                yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "list.company-supported", True)


def _holds_company(tokens: Sequence[Token], first: int, stop: int) -> bool:
    return any(t.kind == "Company" for t in tokens[first:stop]) or tokens[stop - 1].text in ("公司", "集团")


def _ends_in_a_company_word(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a name is a listed company's with a trade behind it, another company: 中车精密."""
    return stop - first == 2 and tokens[first].kind == "Company" and tokens[stop - 1].text in TRADES


def _is_mark(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member is no word of the dictionary, no place and no field."""
    text = text_of(tokens, first, stop - 1)
    inner = tokens[first:stop]
    return (
        2 <= len(text) <= 4
        and not known_word(text)
        and not NO_MARK.search(text)
        and not any(
            t.kind != "word" or t.hit is not None and not t.hit.weak or is_trade(t) or t.text in GENERIC or known_word(t.text) and t.tag in _NO_TAGS
            for t in inner
        )
        and any(len(t.text) > 1 and not known_word(t.text) for t in inner)
    )


def _is_mark_and_field(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member is a word that no dictionary has, and a field: 云遥宇航."""
    mark = tokens[first]
    return stop - first == 2 and mark.kind == "word" and mark.hit is None and len(mark.text) == 2 and not known_word(mark.text) and is_trade(tokens[stop - 1])


def _may_be_one(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member beside a listed company is short, and no place, trade or word that describes."""
    text = text_of(tokens, first, stop - 1)
    return 2 <= len(text) <= _LONGEST and not any(
        t.kind in LISTED or t.kind in ("quantity", "time", "punctuation") or t.text in GENERIC and len(text) == len(t.text) or t.text in EDGE or ends_names(t)
        for t in tokens[first:stop]
    ) and not text.endswith(_NO_COMPANIES)
