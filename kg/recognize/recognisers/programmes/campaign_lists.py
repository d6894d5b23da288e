"""Takes the tokens of a sentence, proposes campaigns whose noun a list says but once: 实施消费促进、流通体系建设、商圈转型升级三大行动; and those of a list
that tells one by one what something consists of: 人才工程包括青苗培育计划、名匠引进计划、技校扩容行动.

The verb that implements them opens the first kind of list; how many they are closes it, or 等 and a noun of what nobody builds (等专项行动). If one member can
be no name, none is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.programmes.campaigns import COUNT, IMPLEMENTED, IN_FRONT, PUSHED, is_built
from kg.recognize.text.phrase import CLAUSE_ENDS, PART_JOINTS, text_of
from kg.recognize.text.tokens import Token
from kg.recognize.values.numerals import parse

_NOUNS = frozenset("行动 计划 攻坚战 专项行动 专项 大会战 攻坚行动 工程".split())
_KINDS = frozenset("专项 重点 重大 攻坚 系列 标志性 专项整治".split())  # between the count and the noun
_PLAIN = words("programmes", "plain_campaigns")
_NO_MEMBER = frozenset("的 等 了 在 为 是 “ ” （ ） 《 》 ：".split())
_WHAT_CAMPAIGNS_DO = tuple(ordered("programmes", "what_campaigns_do"))
CAMPAIGN_NOUNS = tuple("行动计划 行动 计划 工程 攻坚战 大会战".split())  # of a list whose members are told one by one
_CONSISTS = frozenset("包括 指 是 是指 为 分别是 分别为 主要包括 ： 含 包含".split())
_FEWEST_TOLD = 3
_SHORTEST, _LONGEST = 3, 20  # characters of a member


def campaigns_of_a_list(tokens: Sequence[Token], noun: int) -> Iterator[Candidate]:
    """The campaigns of a list that ends in their noun."""
    if tokens[noun].text not in _NOUNS:
        return
    last, number, etc = _closing(tokens, noun)
    if last is None or number is None and not etc:
        return
    members = _members(tokens, last, None if etc else number)
    if number is None and tokens[noun].text == "工程" and not _mostly_campaigns(tokens, members):
        return
    if len(members) < 2 or not etc and len(members) != number or not all(_may_be_named(tokens, a, b, tokens[noun].text) for a, b in members):
        return
    shared = text_of(tokens, noun - (tokens[noun - 1].text == "专项"), noun)
    for first, stop in members:
        yield Candidate(tokens[first].start, tokens[stop - 1].end, "Programme", "programme.of-a-list", False, shared)


def campaigns_told_one_by_one(tokens: Sequence[Token], last: int) -> Iterator[Candidate]:
    """The campaigns of a list that ends in one and that 包括 or 是指 opens: each has its own noun."""
    behind = tokens[last + 1].text if last + 1 < len(tokens) else "。"
    if behind not in CLAUSE_ENDS and behind != "等":
        return
    found, stop, depth = [], last + 1, 0
    for i in range(last, -1, -1):
        text = tokens[i].text
        depth += (text in "”）") - (text in "“（")
        if depth < 0 or text in "。；\n":
            return
        opens = text in _CONSISTS
        if not depth and (opens or text in "、，") or depth == 0 and text == "和" and tokens[i - 1].text in CAMPAIGN_NOUNS:
            if not _has_its_own_noun(tokens, i + 1, stop):
                return
            found.append((i + 1, stop))
            stop = i
        if opens:
            break
    else:
        return
    if len(found) >= _FEWEST_TOLD:
        for first, end in found:
            yield Candidate(tokens[first].start, tokens[end - 1].end, "Programme", "programme.of-a-list", False)


def _has_its_own_noun(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member of such a list is a campaign by its noun, and nothing built."""
    inner = tokens[first:stop]
    if len(inner) < 2 or not inner[-1].text.endswith(CAMPAIGN_NOUNS) or not _SHORTEST + 2 <= inner[-1].end - inner[0].start <= _LONGEST:
        return False
    if any(t.kind == "quantity" or t.text in ("的", "：", "等") for t in inner) or all(t.text in _PLAIN or t.text in _NOUNS for t in inner):
        return False
    return not inner[-1].text.endswith("工程") or not is_built(tokens, first, stop - 1)


def _mostly_campaigns(tokens: Sequence[Token], members: Sequence[tuple[int, int]]) -> bool:
    """Whether most members say what only campaigns do: of 工业强基、智能制造等重点工程 nothing is built, of 河道疏浚、堤防加固等工程 everything."""
    return 3 * sum(text_of(tokens, first, stop - 1).endswith(_WHAT_CAMPAIGNS_DO) for first, stop in members) >= 2 * max(len(members), 1)


def _closing(tokens: Sequence[Token], noun: int) -> tuple[int | None, Decimal | None, bool]:
    """The last token of the list in front of a noun, how many the list says that there are, and whether 等 stands behind it."""
    i, number = noun - 1, None
    while i > 0 and tokens[i].text in _KINDS:
        i -= 1
    counted = COUNT.fullmatch(tokens[i].text) if i > 0 else None
    if counted is not None:
        number, i = parse(counted["number"]), i - 1
    etc = i > 0 and tokens[i].text == "等"
    return (i - etc if i - etc > 0 else None), number, etc


def _members(tokens: Sequence[Token], last: int, number: Decimal | None) -> list[tuple[int, int]]:
    """The members of a list that ends with a token: half-open ranges; none if no verb opens it.

    :param number: how many there are, if that is known: then a 和 may part the last two, and it is enough that they are pushed (推进…三大行动)
    """
    opens = IMPLEMENTED if number is None else IMPLEMENTED | PUSHED
    begin = next((i + 1 for i in range(last, -1, -1) if tokens[i].text in CLAUSE_ENDS or tokens[i].kind == "time"), 0)
    verb = next((i for i in range(begin, last + 1) if tokens[i].text in opens), None)
    if verb is None:
        return []
    first = verb + 1
    while first <= last and (tokens[first].text in IN_FRONT or tokens[first].text in opens):
        first += 1
    commas = [i for i in range(first, last + 1) if tokens[i].text == "、"]
    ands = [i for i in range(commas[-1] if commas else first, last + 1) if tokens[i].text in PART_JOINTS]
    if number is not None and len(commas) + 2 == number and len(ands) == 1:
        commas.append(ands[0])
    begins = [first, *(i + 1 for i in commas)]
    return list(zip(begins, [*commas, last + 1], strict=True))


def _may_be_named(tokens: Sequence[Token], first: int, stop: int, noun: str) -> bool:
    """Whether a member can be a campaign's name: no kind of work, nothing built, no name of something else."""
    inner = tokens[first:stop]
    if not inner or not _SHORTEST <= inner[-1].end - inner[0].start <= _LONGEST or any(t.text in _NO_MEMBER or t.kind == "quantity" for t in inner):
        return False
    if all(t.text in _PLAIN for t in inner) or text_of(tokens, first, stop - 1).endswith(("领域", "方面", "任务", "工作")):
        return False
    return noun != "工程" or not is_built(tokens, first, stop - 1)
