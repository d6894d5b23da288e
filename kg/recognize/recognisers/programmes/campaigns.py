"""Takes the tokens of a sentence, proposes campaigns: what a government carries out under a name, 行动, 计划, 工程, 方案, 攻坚战, 建设年活动.

The verb in front shows that it is carried out, not built (实施拓市场攻坚行动); it stands in front of a whole list of them. Without a verb in front the one
behind shows it (国企改革三年行动深入实施).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, ordered, words
from kg.recognize.recognisers.grammar.classes import BUILT
from kg.recognize.text.phrase import BREAK, CLAUSE_ENDS, inside, is_proper, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

HEADS = ordered("programmes", "campaign_heads")
_HEADS = tuple(HEADS)
_BARE, _PLAIN = frozenset(HEADS), words("programmes", "plain_campaigns")
# Verbs in the order of what they say: what is implemented has a name, what is pushed or leant on often has one.
IMPLEMENTED = words("programmes", "implemented")
PUSHED = words("programmes", "pushed")
_TIERS = (IMPLEMENTED, PUSHED, words("programmes", "leant_on"))
_HOW = re.compile("^(?:" + any_of("programmes", "how_carried_out") + ")")
UNDER_WAY = tuple(ordered("programmes", "under_way"))
_NO_CAMPAIGN = words("programmes", "no_campaign_behind")
IN_FRONT = frozenset("了 好 一批 系列 一系列 新一轮 首批 各项 各类 一项 了一批 了新一轮".split())
WHOSE = frozenset("全市 全省 全区 全县 我市 我省 我区 我县 全州 全国".split())
_NO_PART = frozenset("情况 招投标 方式 通知 意见 目标 任务 监督".split())
_DRAWN_UP = ("规划", "设计", "预算", "监管", "分配", "整改")  # 规划方案, 预算计划
_JOINTS = frozenset("、 和 及 以及 与 并".split())
_YEAR = re.compile(r"[年月周日季]$")
_NOT_BUILT = re.compile(any_of("programmes", "not_built"))
_DONE = tuple(ordered("programmes", "done_by_campaigns"))
COUNT = re.compile(r"(?P<number>\d+|[两二三四五六七八九十]+)[大项个]")
_NUMBERED = re.compile(r"^[两二三四五六七八九十百\d]+[大项个]")
LONGEST, LONGEST_LIST = 30, 90  # characters from the verb to the head, without and with other members of a list in between

CAMPAIGN = sign(ends=_HEADS, plain_words=True)


def bare(verb: str) -> str:
    """A verb without how it is done, which the segmenter may leave in front of it: 推进 of 扎实推进."""
    return _HOW.sub("", verb) if len(verb) > 2 else verb


@lru_cache(maxsize=4_096)
def _tier(text: str) -> int | None:
    """Which kind of verb a word is, also with how it is done in front of it, which the segmenter may leave there (积极开展, 实施好); None if it is none."""
    verb = bare(text)
    return next((n for n, verbs in enumerate(_TIERS) if not verbs.isdisjoint((text, verb, verb.removesuffix("好")))), None)


def _says_as_much(text: str, tier: int) -> bool:
    own = _tier(text)
    return own is not None and own <= tier


def campaign(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    """The campaign that ends in a head noun, if it is one."""
    behind = tokens[head + 1] if head + 1 < len(tokens) else None
    if behind is not None and (behind.kind == "quantity" or behind.text in _NO_CAMPAIGN or behind.text in _BARE):
        return
    if tokens[head].text == "工程" and behind is not None and behind.text == "建设" and head + 2 < len(tokens) and inside(tokens[head + 2]):
        return  # 工程建设招投标, 工程建设领域
    if tokens[head].text.endswith("活动") and not (tokens[head].text == "活动" and head and _YEAR.search(tokens[head - 1].text)):
        return  # 质量月活动, 项目建设年活动; no other activity
    first, rule = _under_way(tokens, head), "programme.under-way"
    if first is None:
        first, rule = _carried_out(tokens, head), "programme.carried-out"
    if first is not None and tokens[head - 1].text == "”":
        first = _behind_joint(tokens, first, head)
    if first is None or not _is_name(tokens, first, head):
        return
    yield Candidate(tokens[first].start, tokens[head].end, "Programme", rule, True)


def _behind_joint(tokens: Sequence[Token], first: int, head: int) -> int:
    """遗址公园建设和“乡村记忆”工程: where a quotation stands in front of the head, nothing joined to it is part of the name."""
    opening = next((i for i in range(head - 2, first - 1, -1) if tokens[i].text == "“"), first)
    return opening if any(t.text in _JOINTS for t in tokens[first:opening]) else first


def _is_name(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether something of its own stands in front of the head: no 重点工程, no 年度计划; and whether what ends in 工程 is not built."""
    if first == head and (tokens[head].text in _BARE or len(tokens[head].text) < 5):
        return False
    name = text_of(tokens, first, head)
    if (
        len(name) < 4
        or name in _BARE
        or name[0] in "（《"
        or tokens[head - 1].text.endswith(_DRAWN_UP)
        or all(t.text in _PLAIN or t.text in _BARE or t.kind == "punctuation" for t in tokens[first : head + 1])
    ):
        return False
    if COUNT.fullmatch(tokens[head - 1].text) and ("、" in name or tokens[head].text in name[: -len(tokens[head].text)]):
        return False  # 甲、乙两大行动: the list's members are campaigns, see :mod:`.campaign_lists`
    if name.count("“") != name.count("”") or "”“" in name or _NUMBERED.match(name) or any(t.text in _NO_PART for t in tokens[first:head]):
        return False
    return not (tokens[head].text.endswith("工程") and is_built(tokens, first, head) and not _is_carried_out_everywhere(tokens, first, head))


def is_built(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether a 工程 behind a campaign's verb is built all the same; one with a slogan in its name (“百园千企”工程) is not, nor is one for markets or cities."""
    name = text_of(tokens, first, head)
    if "“" in name:
        return False
    return any(t.kind in ("District", "Company", "Park") for t in tokens[first:head]) or bool(BUILT.search(_NOT_BUILT.sub("", name)))


def _is_carried_out_everywhere(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether what a 工程 does is done to a kind of things, not to one: 实施水库除险加固工程, 燃气管道改造提升工程."""
    before = first - 1
    while before > 0 and tokens[before].text not in IMPLEMENTED and (tokens[before].text in _JOINTS or tokens[before].text.endswith("工程")):
        before = next((i for i in range(before - 1, -1, -1) if tokens[i].text in _JOINTS or tokens[i].text in IMPLEMENTED), -1)
    return (
        before >= 0
        and tokens[before].text in IMPLEMENTED
        and text_of(tokens, first, head).removesuffix("工程").endswith(_DONE)
        and not any(
            t.kind not in ("word", "Industry", "Product") or is_proper(t) and t.tag[:1] not in "cavdb" or t.hit is not None and not is_trade(t)
            for t in tokens[first:head]
        )
    )


def _carried_out(tokens: Sequence[Token], head: int) -> int | None:
    """The token in which a campaign's name begins: behind the verb of its clause that says most.

    The name ends to the left where another member of a list does: 实施增品种行动、提品质行动.
    """
    start, depth = None, 0
    found: dict[int, int] = {}
    for i in range(head - 1, -1, -1):
        text = tokens[i].text
        if tokens[head].end - tokens[i].start > (LONGEST if start is None else LONGEST_LIST):
            break
        if text in ("”", "）"):
            depth += 1
        elif text in ("“", "（"):
            depth -= 1
        if depth > 0:
            continue
        if (tier := _tier(text)) is not None and not (text == "深化" and i and tokens[i - 1].tag in ("n", "j", "vn")):  # 国企改革深化提升行动
            found[tier] = i  # the leftmost of each kind
            if i and tokens[i - 1].text in _JOINTS:
                break  # 开展检查、实施…行动: another predicate
        elif text in _JOINTS and i and tokens[i - 1].text.endswith(_HEADS):
            start = i + 1 if start is None else start
        elif text in CLAUSE_ENDS or text in ("的", "等") or tokens[i].kind == "quantity" and not _YEAR.search(text):
            break
    if not found:
        return None
    verb = found[min(found)]
    if start is not None:
        return start
    first = verb + 1
    while first < head and (
        tokens[first].text in IN_FRONT or tokens[first].text == "《" or _says_as_much(tokens[first].text, min(found))
    ):
        first += 1  # 制定实施…行动计划, 推进落实…方案
    if min(found) == 2 and any(t.text in BREAK for t in tokens[first:head]):
        return None
    return first


def _under_way(tokens: Sequence[Token], head: int) -> int | None:
    """The token in which a campaign's name begins that is the subject of its clause: …行动深入实施."""
    behind = text_of(tokens, head + 1, min(head + 3, len(tokens) - 1))
    if not behind.startswith(UNDER_WAY):
        return None
    first = head
    while first and tokens[first - 1].text not in CLAUSE_ENDS:
        first -= 1
        if tokens[first].text in ("的", "等", "了", "、", "和", "在") or tokens[head].end - tokens[first].start > LONGEST:
            return None
    while first < head and (tokens[first].text in IN_FRONT or tokens[first].text in WHOSE):
        first += 1
    opening = tokens[first]
    return None if opening.kind == "quantity" or opening.text in BREAK or _tier(opening.text) is not None or opening.tag in ("d", "p", "c", "r") else first
