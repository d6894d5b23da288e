"""Takes a list that 等 and 科技基础设施 or 大科学装置 close, proposes its members, which are called by what they are for: 先进光源、磁约束聚变等大科学装置.

Such a facility is one of its kind, so that ordinary words name it; what many places have (实验室, 数据中心) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.lists.by_itself import counts_things
from kg.recognize.recognisers.lists.members import Member, members_before
from kg.recognize.text.phrase import GENERIC, LISTED, ends_names, inside, names_something, text_of
from kg.recognize.text.tokens import Token

_CALLED = re.compile(r"等(?:国家|省|级|\d+[个项]|[一两二三四五六七八九十]+[个大项]|一批|重大|重要|大型|新建|在建|“?国之重器”?|的)*(?:科技基础设施|科技设施|科学基础设施|科学设施|大科学设施|大科学装置|科学装置)")
_LONGEST_NOUN = 14  # tokens behind 等
_SHORTEST, _LONGEST = 4, 22  # characters of a name
_KINDS = re.compile("实验室$|中心$|仪器$|平台$|^(?:大型|重大|一批)|设备$|高校|院所|基础设施$")
_RULE = "list.project"


def science_facilities(tokens: Sequence[Token], etc: int) -> Iterator[Candidate]:
    """The members of the list that 等 closes, if it is one of facilities of science."""
    if not _CALLED.match(text_of(tokens, etc, min(etc + _LONGEST_NOUN, len(tokens) - 1))):
        return
    for member in members_before(tokens, etc - 1, whole=True):
        if _is_one(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", _RULE, True)


def _is_one(tokens: Sequence[Token], member: Member) -> bool:
    inner = tokens[member.first : member.stop]
    text = text_of(tokens, member.first, member.stop - 1)
    if not _SHORTEST <= len(text) <= _LONGEST or len(inner) == 1 and inner[0].kind in LISTED or _KINDS.search(text):
        return False
    if any(counts_things(t) or t.kind == "time" or t.text in ("的", "等") for t in inner) or inner[0].tag == "v" and ends_names(inner[0]):
        return False
    return names_something(tokens, member.first, member.stop, 2) and any(inside(t) and t.text not in GENERIC for t in inner)
