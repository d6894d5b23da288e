"""Takes the tokens of a sentence, proposes industries: what the text names as an industry, chain, cluster or segment.

A listed industry counts where its label says what it is (现代服务业, 低空经济) or where 产业, 集群, 领域 … stands behind it;
a noun phrase in front of 产业 counts too, if it is not generic (重点产业).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.phrase import GENERIC, start_of
from kg.recognize.signs import sign
from kg.recognize.tokens import Token

_HEADS = words("industries", "heads")
# Words that an industry's name may end with when no list has it
TRADE_NOUNS = ordered("industries", "trade_nouns")
_SELF_EVIDENT = ("业", "经济", "产业", "制造")
_PROMOTED = words("industries", "promoted")
_NO_TRADES = words("industries", "no_trades")
TOO_GENERAL = words("industries", "too_general")


_SUPPORTED_BY = _HEADS | frozenset(
    (
        "业态 领域 项目 企业 产业生态 生态 产值 增加值 总产值 园区 板块 产业园 领军企业 龙头企业 制造 专业园区 产能 营收 大会 产业发展 产业集聚区 产业体系 产业基地 集群化 装备 先导区"
    ).split()
)
_THRIVES = words("industries", "thrives")


_LISTED = sign(lambda word: word.kind == "Industry" or word.kind == "word" and word.listed[:1] == ("Industry",))
_HEAD = sign(lambda word: word.kind == "word" and word.text in _HEADS)
_WORD = sign(
    lambda word: word.kind == "word" and word.text.endswith("产业") and word.text[:-2] in TRADE_NOUNS and word.text not in TOO_GENERAL
)   # 汽车产业 is one word to the segmenter
_ECONOMY = sign(lambda word: word.kind == "word" and word.text.endswith("经济"))
INDUSTRY_SIGNS = _LISTED | _HEAD | _WORD | _ECONOMY


def _is_listed(token: Token) -> bool:
    return token.signs & _LISTED != 0


def industries(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Industries of a sentence."""
    places = [i for i, token in enumerate(tokens) if token.signs & INDUSTRY_SIGNS]
    runs = _runs(tokens, places)
    for i in places:
        token = tokens[i]
        if _is_listed(token):
            if token.text in TOO_GENERAL:
                continue
            length, last = runs.get(i, (1, i))
            behind = tokens[last + 1] if last + 1 < len(tokens) else None
            here = tokens[i + 1] if i + 1 < len(tokens) else None
            rule = _reason(tokens, i, token, behind, here, length)
            if rule:
                yield Candidate(token.start, token.end, "Industry", rule, True)
        elif token.signs & _HEAD:
            if i and not _is_listed(tokens[i - 1]):
                yield from _in_front(tokens, i)
        elif token.signs & _WORD:
            joined = i > 0 and tokens[i - 1].kind == "word" and tokens[i - 1].tag == "n" and tokens[i - 1].text not in GENERIC
            yield Candidate(tokens[i - joined].start, token.end, "Industry", "industry.word", True)
        else:
            yield from _economy(tokens, i)


def _reason(tokens: Sequence[Token], i: int, token: Token, behind: Token | None, here: Token | None, length: int) -> str | None:
    """Why a listed industry counts here: what stands behind it, what it is called, what is done with it; None if nothing."""
    strong = token.kind == "Industry"
    supported = behind is not None and (behind.text in _SUPPORTED_BY or behind.text == "等" and _etc_of_industries(tokens, behind))
    if supported and (strong or behind.text in _HEADS or length > 1 or behind.text in ("产值", "增加值", "总产值")):
        return "industry.listed"
    if not strong:
        return None
    if length >= 2:
        return "industry.listed-run"
    if token.text.endswith(_SELF_EVIDENT):
        if here is None or here.kind != "word" or not here.tag.startswith("n") or here.text.endswith(("值", "入", "额", "资", "数", "量")):
            return "industry.listed"
    if behind is not None and behind.text in _THRIVES:
        return "industry.thrives"
    if i and tokens[i - 1].text in _PROMOTED and (here is None or here.kind == "punctuation"):
        return "industry.promoted"
    return None


def _runs(tokens: Sequence[Token], places: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Runs of listed industries joined by 、 or 和: position -> (length of its run, last position of the run).

    :param places: positions of all listed industries, and others
    """
    runs: dict[int, tuple[int, int]] = {}
    for i in places:
        if i in runs or not _is_listed(tokens[i]):
            continue
        members = [i]
        while (
            members[-1] + 2 < len(tokens)
            and _is_listed(tokens[members[-1] + 2])
            and tokens[members[-1] + 1].text in ("、", "和", "及", "与")
        ):
            members.append(members[-1] + 2)
        for member in members:
            runs[member] = (len(members), members[-1])
    return runs


def _etc_of_industries(tokens: Sequence[Token], etc: Token) -> bool:
    """Whether the noun behind 等 is one of industries."""
    at = next(i for i, t in enumerate(tokens) if t is etc)
    for token in tokens[at + 1 : at + 6]:
        if token.kind == "punctuation":
            return False
        if token.text.endswith(("产业", "行业", "领域", "集群", "业态", "赛道", "产业链", "制造业")):
            return True
    return False


def _economy(tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """楼宇经济, 首店经济: a branch of services, where it is developed, grows or stands in a list of such."""
    first = i if len(tokens[i].text) > 2 else i - 1
    if first < 0 or tokens[first].kind not in ("word", "Industry") or tokens[first].tag[0] not in "njt" or tokens[first].text in _NO_TRADES:
        return
    name = "".join(t.text for t in tokens[first : i + 1])
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    grows = behind is None or behind.kind == "punctuation" or behind.text in _THRIVES or behind.text in ("和", "与", "等", "加快")
    if 4 <= len(name) <= 5 and name not in TOO_GENERAL and (first == i or tokens[first].text not in GENERIC) and grows:
        yield Candidate(tokens[first].start, tokens[i].end, "Industry", "industry.economy", False)


def _in_front(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    first = start_of(tokens, head)
    while first < head and (
        tokens[first].kind in ("District", "Company", "Park", "quantity")
        or tokens[first].text in GENERIC
        and tokens[first].hit is None
        and first + 1 < head
    ):
        first += 1
    if first == head or not 1 <= head - first <= 4:
        return
    if all(t.text in GENERIC or t.kind == "punctuation" for t in tokens[first:head]) or tokens[head - 1].text in _NO_TRADES:
        return
    text = "".join(t.text for t in tokens[first:head])
    if not any(_is_listed(t) for t in tokens[first:head]) and not text.endswith(TRADE_NOUNS):
        return
    if not 2 <= len(text) <= 12 or any(t.kind in ("quantity", "time", "punctuation") for t in tokens[first:head]):
        return
    if (
        text + tokens[head].text in TOO_GENERAL
        or text in TOO_GENERAL
        or tokens[head - 1].tag in ("a", "b", "m", "f", "r")
        and head - first == 1
    ):
        return
    yield Candidate(tokens[first].start, tokens[head - 1].end, "Industry", "industry.head-noun", False)
