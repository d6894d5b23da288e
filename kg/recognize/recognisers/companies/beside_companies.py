"""Takes the companies that are proposed for a sentence, proposes the members of their list that nothing else tells of: 大明 in 晨帆科技、大明、宁德时代.

What stands between two companies in a list is one, or behind two and in front of 等, or between the verb that lists and two, if it is short and no
ordinary word, trade, office or zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.companies.developers import NO_MARK
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.text.phrase import CLAUSE_ENDS, NAMED_TAGS, PLAIN_OR_BREAK, ends_names, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word

_LONGEST = 6  # characters
_LIST_ENDS = CLAUSE_ENDS | {"等"}
_NO_TAGS = ("m", "t", "f", "v", "d", "p", "c", "r", "u", "q", "uj", "ul", "s", "z", "a", "b", "l", "i")
_OPENS = frozenset("引进 引入 引育 支持 依托 扶持 推动 培育 联合 携手 聚集 集聚 吸引 推进".split())


def companies_beside(tokens: Sequence[Token], found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The members of lists of companies that no other recogniser proposes."""
    companies = {(c.start, c.end) for c in found if c.cls == "Company"} | {(t.start, t.end) for t in tokens if t.kind == "Company"}
    if len(companies) < 2:
        return
    taken = [(c.start, c.end) for c in found]
    members: list[tuple[int, int]] = []
    joints = [i for i, t in enumerate(tokens) if t.text == "、"]
    for n, joint in enumerate(joints):
        first = joint + 1
        if n + 1 < len(joints):
            stop = joints[n + 1]
        else:
            stop = next((i for i in range(first, len(tokens)) if tokens[i].text in _LIST_ENDS), len(tokens))
        closed = stop < len(tokens) and tokens[stop].text in ("、", "等")
        before = [_ends_a_company(tokens, i, companies) for i in (joint, joints[n - 1] if n else -1)]
        behind = n + 1 < len(joints) and _begins_a_company(tokens, stop + 1, companies)
        if not closed or not (before[0] and (behind or before[1] and tokens[stop].text == "等")):
            continue
        members.append((first, stop))
    for n, joint in enumerate(joints[:-1]):
        opens = next((i for i in range(joint - 1, max(-1, joint - 6), -1) if tokens[i].text in _OPENS or tokens[i].text in CLAUSE_ENDS), None)
        if opens is not None and tokens[opens].text in _OPENS and all(_begins_a_company(tokens, at + 1, companies) for at in joints[n : n + 2]):
            members.append((opens + 1, joint))
    for first, stop in members:
        if _may_be_one(tokens, first, stop) and not any(s < tokens[stop - 1].end and tokens[first].start < e for s, e in taken):
            yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "list.company-beside", True)


def _ends_a_company(tokens: Sequence[Token], at: int, companies: set[tuple[int, int]]) -> bool:
    return at > 0 and any(end == tokens[at - 1].end for _, end in companies)


def _begins_a_company(tokens: Sequence[Token], at: int, companies: set[tuple[int, int]]) -> bool:
    """Whether a member that begins at a token is a company and nothing more."""
    if at >= len(tokens):
        return False
    ends = {end for start, end in companies if start == tokens[at].start}
    return any(t.start in ends and (t.text in "、等和与" or t.text in CLAUSE_ENDS or ends_names(t)) for t in tokens[at + 1 : at + 6])


def _may_be_one(tokens: Sequence[Token], first: int, stop: int) -> bool:
    inner, text = tokens[first:stop], text_of(tokens, first, stop - 1) if first < stop else ""
    if not 2 <= len(text) <= _LONGEST or NO_MARK.search(text) or heads_at(text):
        return False
    if any(
        t.kind != "word"
        or is_trade(t)
        or t.text in PLAIN_OR_BREAK
        or ends_names(t)
        or len(t.text) > 1 and t.tag in _NO_TAGS and known_word(t.text)
        for t in inner
    ):
        return False
    return not known_word(text) or inner[0].tag in NAMED_TAGS
