"""Takes the tokens of a sentence, proposes a place's own parks: what a city's text calls 航空物流园 or 南部新城 is the one that it has.

Such a name says only what the park is for or where it lies. That one park is meant and not a kind of parks (特色产业园区, 3个物流园), its
surroundings say: it is built, it does something, or it stands in a list beside a park that has a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.gazetteer import MUNICIPALITIES
from kg.recognize.home import Home
from kg.recognize.recognisers.grammar.heads import heads
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import BREAK, COUNTED, EDGE, GENERIC, LIST_JOINTS, is_trade, names_something, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

HEADS, SITED, SITES, KINDS, IN_GENERAL, SINGLE, WANTED = (
    words("own_parks", name) for name in ("heads", "sited", "sites", "kinds", "in_general", "single", "wanted")
)
_ENDS_A_PARK = (*HEADS, "区")
OWN_PARK = sign(ends=_ENDS_A_PARK, plain_words=True)
_BUILDS = (words("lists", "construct") | {"规划建设", "启动建设", "续建", "共建", "合建"}) - {"打造", "谋划", "布局", "引进"}
_HELD = frozenset("整合 做强 并入 做优做强 做大做强".split())  # what is done to parks that are there: 整合物流园、纺织园
_GROWS = words("lists", "stages") | frozenset("建设 开发 项目 一期 二期 三期".split())
_ENTERED = frozenset("走进 来到 位于 坐落于 落户 入驻 进驻 搬进 迁入 搬入 落户于 落地 落地于".split())  # what stands behind is one park
_DONE_TO_PARKS = _BUILDS | _HELD
_OF_ONE_PARK = _DONE_TO_PARKS | _ENTERED
_TELLS_OF_ONE = frozenset("成功 现有 总投资 占地".split())
_WITHIN = frozenset("内 里 内的 ， 的".split())
_CLAUSE_ENDS = frozenset("，。；：\n")
_ENDINGS_OF_KINDS = ("类", "型", "化", "级", "农业")
LONGEST = 14  # characters
FARTHEST = 4  # members of a list between a park and the one that shows what the list is of


@dataclass(frozen=True, slots=True)
class _Park:
    """What may be a park's name: positions of its first token, of its head and of its last token."""

    first: int
    head_first: int
    last: int
    head: str
    named: bool  # whether it has a name of its own


def own_parks(tokens: Sequence[Token], home: Home) -> Iterator[Candidate]:
    """Parks without a name of their own, in the text of a city, a county or a park."""
    if home.entry is None or home.entry.level not in ("city", "county") and home.entry.identifier not in MUNICIPALITIES:
        return
    found = [_park(tokens, *head[:3]) for head in heads(tokens) if head[3] == "Park"]
    listed = [_Park(i, i, i, "", True) for i, token in enumerate(tokens) if token.kind == "Park"]
    by_first, by_last = {p.first: p for p in (*found, *listed)}, {p.last: p for p in (*found, *listed)}
    for park in found:
        if (first := _single(tokens, park)) is not None:
            yield Candidate(tokens[first].start, tokens[park.last].end, "Park", "grammar.own-park", False)
        if park.named or park.head not in HEADS or not _says_which(tokens, park):
            continue
        start, end = tokens[park.first].start, tokens[park.last].end
        if end - start <= LONGEST and not _in_general(tokens, park):
            sited = park.head in SITED and not SITES.isdisjoint(_in_front(tokens, park))
            if sited or _one(tokens, park) or _in_a_list(tokens, park, by_first, by_last):
                yield Candidate(start, end, "Park", "grammar.own-park", False)


def _park(tokens: Sequence[Token], head_first: int, last: int, head: str) -> _Park:
    first = start_of(tokens, head_first)
    while first and tokens[first - 1].text in SITES:
        first -= 1
    while (
        first < head_first
        and tokens[first].kind == "word"
        and tokens[first].tag in ("v", "i", "l", "d")
        and not is_trade(tokens[first])
        and tokens[first].text not in SITES
    ):
        first += 1
    return _Park(first, head_first, last, head, names_something(tokens, first, head_first))


def _single(tokens: Sequence[Token], park: _Park) -> int | None:
    """Where a kind begins of which a city has one, if it stands bare (临空经济区, 国际健康城) and is not one that the city wishes for."""
    first = park.first - (park.first > 0 and tokens[park.first - 1].text == "国际")
    if text_of(tokens, first, park.last) not in SINGLE or first == park.first and _in_general(tokens, park):
        return None
    before = tokens[first - 1] if first else None
    return first if before is None or before.text not in WANTED and before.kind not in ("District", "Park") else None


def _in_front(tokens: Sequence[Token], park: _Park) -> list[str]:
    """The words in front of a park's head; a word may hold the head (未来科技城)."""
    inner = tokens[park.head_first].text.removesuffix(park.head)
    return [t.text for t in tokens[park.first : park.head_first]] + ([inner] if inner and park.head_first == park.last else [])


def _says_which(tokens: Sequence[Token], park: _Park) -> bool:
    """Whether the words in front of a head say where the park lies or what it is for."""
    words_in_front = _in_front(tokens, park)
    if any(t.kind not in ("word", "Industry") for t in tokens[park.first : park.head_first]):
        return False
    if any(word in KINDS or word.endswith(_ENDINGS_OF_KINDS) for word in words_in_front):
        return False
    return any(word in SITES or word not in GENERIC and len(word) > 1 for word in words_in_front)


def _in_general(tokens: Sequence[Token], park: _Park) -> bool:
    """Whether a word beside a park shows that parks of a kind are spoken of."""
    before, behind = _around(tokens, park)
    if before is not None and before.tag == "zg":
        return True  # a character that stands in no word: the front of the name is cut off
    if before is not None and before.text not in _DONE_TO_PARKS:
        if before.kind in ("quantity", "time") or before.text in EDGE or COUNTED.match(before.text) or before.text in IN_GENERAL:
            return True
    entered = before is not None and (before.text in _ENTERED or before.text == "在")
    if entered and behind is not None and behind.text in _WITHIN:
        return False
    if before is not None and before.text in _BUILDS and _are_projects(tokens, park.last + 1):
        return False  # 加快西部药谷等重点项目建设
    return behind is not None and (behind.kind == "quantity" or bool(COUNTED.match(behind.text)) or behind.text in IN_GENERAL)


def _are_projects(tokens: Sequence[Token], etc: int) -> bool:
    """Whether 等 and a noun that tells of projects stand at a position."""
    return etc < len(tokens) and tokens[etc].text == "等" and any(t.text.endswith(("项目", "工程")) for t in tokens[etc + 1 : etc + 4])


def _around(tokens: Sequence[Token], park: _Park) -> tuple[Token | None, Token | None]:
    return tokens[park.first - 1] if park.first else None, tokens[park.last + 1] if park.last + 1 < len(tokens) else None


def _one(tokens: Sequence[Token], park: _Park) -> bool:
    """Whether something is done to a park, or it does something: 建设航空物流园, 航空物流园开工, 航空物流园正式运营."""
    before, behind = _around(tokens, park)
    if before is not None and before.text in _OF_ONE_PARK or behind is not None and behind.text in _GROWS:
        return True
    if before is not None and before.text == "在" and (behind is None or behind.text in _WITHIN):
        return True
    begins = before is None or before.text in _CLAUSE_ENDS
    return (
        begins
        and behind is not None
        and behind.kind == "word"
        and (behind.tag in ("d", "ad") or behind.text in _TELLS_OF_ONE or behind.text in BREAK and behind.tag.startswith("v"))
    )


def _in_a_list(tokens: Sequence[Token], park: _Park, by_first: dict[int, _Park], by_last: dict[int, _Park]) -> bool:
    """Whether a park with a name of its own, or one that is built, stands in the same list, with nothing but parks between them."""
    left = right = park
    for _ in range(FARTHEST):
        if left.first < 2 or tokens[left.first - 1].text not in LIST_JOINTS or left.first - 2 not in by_last:
            break
        left = by_last[left.first - 2]
        built = left.first > 0 and tokens[left.first - 1].text in _BUILDS
        if left.named or built and (_says_which(tokens, left) or text_of(tokens, left.first, left.last) in SINGLE):
            return True  # 建设基金城、金融科技园
    for _ in range(FARTHEST):
        if right.last + 2 >= len(tokens) or tokens[right.last + 1].text not in LIST_JOINTS or right.last + 2 not in by_first:
            break
        right = by_first[right.last + 2]
        if right.named:
            return True
    return False
