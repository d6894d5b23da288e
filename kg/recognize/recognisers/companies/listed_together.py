"""Takes the companies that are proposed for a sentence, proposes those that do something together with them: 晨帆精密、沐岭、凯沃源也排出新线, 引来凯芯湛州、晨帆精密.

The members of a list that opens a clause, or that a verb of bringing together opens, are companies if one of them surely is and each other is at least like one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.likeness import NO, SURELY, likeness, subject_ends
from kg.recognize.text.phrase import CLAUSE_ENDS
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

LISTS = sign(words=("、",))
_OPENS = words("lists", "brings_together")
_VERBS = tuple(verb for verb in _OPENS if len(verb) > 1)
_NOUNS = tuple(words("lists", "Company") - {"集团", "客户", "投资商"})
_AND = ("和", "与", "及")
_LONGEST = 5  # tokens of a member


def companies_together(tokens: Sequence[Token], found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The members of lists of companies that are like companies, and that no other recogniser proposes."""
    spans = {(c.start, c.end) for c in found if c.cls == "Company"}
    others = [(c.start, c.end) for c in found if c.cls not in ("Company", "Industry", "Product", "District")]
    done = -1
    for joint in [i for i, t in enumerate(tokens) if t.text == "、"]:
        if joint <= done:
            continue
        members, done = _members(tokens, joint, spans)
        if len(members) < 2 or not any(like == SURELY for _, _, like in members) and not _called_companies(tokens, members[-1][1]):
            continue
        as_subjects = members[-1][1] == len(tokens) or tokens[members[-1][1]].text != "等"
        for first, stop, like in members:
            start, end = tokens[first].start, tokens[stop - 1].end
            own = as_subjects and like == SURELY and tokens[first].kind != "Company"  # 甲塑胶投产 is no project as 等重大项目 are
            if (start, end) not in spans and not any(s < end and start < e and not (own and (s, e) == (start, end)) for s, e in others):
                yield Candidate(start, end, "Company", "list.company-together", like == SURELY)


def _members(tokens: Sequence[Token], joint: int, spans: set[tuple[int, int]]) -> tuple[list[tuple[int, int, int]], int]:
    """The members of the list whose first 、 stands at a token, with their likeness; none if one of them is no company.

    :returns: them, and the list's last joint
    """
    first = _opening(tokens, joint)
    members: list[tuple[int, int, int]] = []
    at, stop = first, joint
    while at is not None:
        like = likeness(tokens, at, stop, spans)
        if like == NO or at == first and tokens[at].text.startswith(_VERBS):
            return [], joint
        members.append((at, stop, like))
        if stop >= len(tokens) or tokens[stop].text not in ("、", *_AND):
            break
        joint, at = stop, stop + 1
        found = _end(tokens, at, spans)
        if found is None:
            return [], joint
        stop = found
    return members, joint


def _called_companies(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a list is counted as companies: 几个巨头, 这几家企业."""
    counted = stop
    while counted < len(tokens) and (tokens[counted].tag in ("m", "r", "q") or tokens[counted].kind == "quantity"):
        counted += 1
    return counted > stop and any(t.text.endswith(_NOUNS) for t in tokens[counted : counted + 2])


def _opening(tokens: Sequence[Token], joint: int) -> int | None:
    """Where the first member of a list begins: at the beginning of a clause, or behind what brings companies together."""
    for i in range(joint - 1, max(-2, joint - _LONGEST - 2), -1):
        if i < 0 or tokens[i].text in CLAUSE_ENDS and not _counts_projects(tokens, i) or tokens[i].text in _OPENS:
            return i + 1 if i + 1 < joint else None
        if tokens[i].text == "了" and i and tokens[i - 1].text in _OPENS:
            return i + 1
    return None


def _counts_projects(tokens: Sequence[Token], colon: int) -> bool:
    """Whether a colon opens a list of what was counted in front of it, or of projects."""
    before = tokens[colon - 1] if colon else None
    return tokens[colon].text == "：" and before is not None and (before.kind == "quantity" or before.tag == "m" or before.text.endswith(("项目", "工程", "个", "是")))


def _end(tokens: Sequence[Token], at: int, spans: set[tuple[int, int]]) -> int | None:
    """Where a member ends that begins at a token: at a joint, or the longest one behind which the subject ends."""
    for stop in range(at + 1, min(at + _LONGEST, len(tokens)) + 1):
        if stop < len(tokens) and tokens[stop].text in ("、", *_AND):
            return stop
    ends = [stop for stop in range(at + 1, min(at + _LONGEST, len(tokens)) + 1) if subject_ends(tokens, stop) and likeness(tokens, at, stop, spans)]
    return max(ends, default=None)
