"""Takes a list of streets that 等…道路 closes, proposes its members where the text tells that they are built or opened: 打通松沙路、云岭大道等6条道路."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, words
from kg.recognize.recognisers.lists.members import Member, members_before
from kg.recognize.recognisers.projects.works import SHARED_HEAD
from kg.recognize.text.phrase import CLAUSE_ENDS, EDGE, GENERIC, ends_names, is_trade, text_of
from kg.recognize.text.tokens import Token

_NOUNS = "城市道路 市政道路 道路 断头路 主干道 主干路 次干道 干道 街路 支路 路网 道路网 骨干道路 城市主干道 微循环道路 街道".split()
_CALLED = re.compile(
    rf"等(?:\d+余?条|[一两二三四五六七八九十]+条|一批|城市|市政|骨干|主要|主|次|重点|规划|“|城区|区间|跨区|新建|在建|配套|交通|干线)*(?:{'|'.join(sorted(_NOUNS, key=len, reverse=True))})”?(?:\d+余?条)?"
)
_DONE = re.compile("等(?:相继|陆续|全部|顺利|正式|如期|全线|主线)*(?:(?:改造|拓宽|提升|改扩建|建设)?(?:完工|竣工|贯通|通车|打通|建成通车|建成))(?=$|[，。；、\n])")
_STREET = re.compile(r"[\u4e00-\u9fff\dA-Z·—-]{2,8}(?:(?:[路街道]|大道|大街|胡同)(?:[东西南北]段|[东西南北]延)?|大[道街][东西南北])")
_NO_STREETS = tuple(words("public_works", "no_routes"))
_BARE = words("public_works", "routes")
_BUILT = re.compile(rf"(?:{any_of('public_works', 'builds')}|打通|实施|完成|推进|加快|改造|拓宽|提升|整修|启动|贯通)$")
_BECAME = re.compile(
    "(?:项目|工程|网)?(?:建设|改造|改扩建|扩建|新建|拓宽|提升|提质|快速化|贯通|通车|打通|建成|开工|动工|完工|竣工|投用|开通|全线|顺利|全部|年内|如期|相继|陆续)"
)
_ENDS = re.compile("$|[，。；、\n]")
_LONGEST_NOUN = 12  # tokens behind 等


def streets(tokens: Sequence[Token], etc: int) -> Iterator[Candidate]:
    """The streets of the list that 等 closes."""
    behind = text_of(tokens, etc, min(etc + _LONGEST_NOUN, len(tokens) - 1))
    called = _CALLED.match(behind)
    if called is not None:
        became = _BECAME.match(behind, called.end())
        if became is None and not _ENDS.match(behind, called.end()):
            return  # 等道路绿化: what is told of is something else
    else:
        became = _DONE.match(behind)  # 甲路、乙街等相继改造完工
        if became is None:
            return
    members = members_before(tokens, etc - 1, whole=True)
    if not members or became is None and not _is_built(tokens, members[0].first):
        return
    if called is None and not all(_is_street(tokens, member) for member in members):
        return
    for member in members:
        if _is_street(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", SHARED_HEAD, False)


def _is_built(tokens: Sequence[Token], first: int) -> bool:
    """Whether a verb that builds stands right in front of a list."""
    return first > 0 and tokens[first - 1].text not in CLAUSE_ENDS and _BUILT.search(text_of(tokens, max(0, first - 2), first - 1)) is not None


def _is_street(tokens: Sequence[Token], member: Member) -> bool:
    inner = tokens[member.first : member.stop]
    text = text_of(tokens, member.first, member.stop - 1)
    if not _STREET.fullmatch(text) or text.endswith(_NO_STREETS) or text in _BARE or len(inner[0].text) > 1 and (inner[0].text in GENERIC or inner[0].text in EDGE):
        return False
    return not any(ends_names(t) or is_trade(t) or t.kind in ("quantity", "time") or t.text in ("的", "了", "条") for t in inner)
