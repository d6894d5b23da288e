"""Takes the tokens of a sentence, proposes strategies that a place carries out: 实施质量强市战略, 科教兴州、人才强州战略, 乡村振兴战略深入实施.

The verb in front or behind says that they are carried out. What the state's strategies are spoken of in general (国家重大战略, 发展战略) names nothing, nor does
what 战略 only describes (战略机遇, 战略合作).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.programmes.campaigns import COUNT, IN_FRONT, UNDER_WAY, WHOSE
from kg.recognize.text.phrase import CLAUSE_ENDS, LIST_JOINTS, MEMBER_ENDS, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_NOUN = "战略"
_CARRIED_OUT = tuple(ordered("programmes", "strategies_carried_out"))
_PLAIN = words("programmes", "plain_strategies")
_NO_PART = frozenset("“ ” （ ） 《 》 等".split())
_SHORTEST, _LONGEST = 3, 16  # characters in front of the noun

STRATEGY = sign(ends=(_NOUN,), plain_words=True)


def strategies(tokens: Sequence[Token], noun: int) -> Iterator[Candidate]:
    """The strategies that a list ends in whose last noun a token is, or holds: of one or several members."""
    behind = text_of(tokens, noun + 1, min(noun + 3, len(tokens) - 1))
    goes_on = behind.startswith(UNDER_WAY)
    if behind and behind[0] not in MEMBER_ENDS and behind[0] not in "*和与及以为" and not goes_on:
        return
    first = _behind_verb(tokens, noun)
    if first is None and goes_on:
        first = _whole_clause(tokens, noun)
    if first is None:
        return
    members = _members(tokens, first, noun)
    if members and all(_is_name(tokens, a, b) for a, b in members):
        for a, b in members:
            ends_in_it = tokens[b - 1].text.endswith(_NOUN)
            yield Candidate(tokens[a].start, tokens[b - 1].end, "Programme", "programme.strategy", ends_in_it, "" if ends_in_it else _NOUN)


def _behind_verb(tokens: Sequence[Token], noun: int) -> int | None:
    """Where the list begins whose verb carries it out; None without such a verb in the clause."""
    for i in range(noun - 1, -1, -1):
        text = tokens[i].text
        if text.endswith(_CARRIED_OUT):
            return i + 1
        if text in CLAUSE_ENDS or text in _NO_PART or tokens[i].kind == "quantity":
            return None
    return None


def _whole_clause(tokens: Sequence[Token], noun: int) -> int | None:
    """The token that the clause begins with, if nothing but the name stands in front of the noun."""
    first = noun
    while first and tokens[first - 1].text not in CLAUSE_ENDS and tokens[first - 1].text not in ("*", "）"):
        first -= 1
        if tokens[first].text in _NO_PART or tokens[first].text == "的" or tokens[first].kind in ("quantity", "time"):
            return None
    return first


def _members(tokens: Sequence[Token], first: int, noun: int) -> list[tuple[int, int]]:
    """The members of a list that this noun stands at: the last, and those in front of it that share it and are as long as it is; half-open ranges."""
    joints = [i for i in range(first, noun) if tokens[i].text in LIST_JOINTS]
    found: list[tuple[int, int]] = []
    for a, b in reversed(list(zip([first, *(i + 1 for i in joints)], [*joints, noun + 1], strict=True))):
        if found and tokens[b - 1].text.endswith(_NOUN):
            break  # it has its own
        while a < b - 1 and (tokens[a].text in IN_FRONT or tokens[a].text in WHOSE or tokens[a].text in ("新时代", "国家")):
            a += 1
        a = max((i + 1 for i in range(a, b - 1) if tokens[i].text == "的"), default=a)  # 更加主动的开放带动战略
        found.append((a, b))
    lengths = {len(text_of(tokens, a, b - 1).removesuffix(_NOUN)) for a, b in found}
    return found if len(lengths) == 1 else []


def _is_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member has something of its own; one that begins with a place is the place's development, not a name beside it."""
    if first >= stop:
        return False
    inner, text = tokens[first:stop], text_of(tokens, first, stop - 1).removesuffix(_NOUN)
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and inner[0].kind not in ("District", "Park", "Company", "time")
        and inner[0].tag[:1] not in "pcdr"
        and not text.endswith(("国家", "重大"))
        and not any(t.kind == "quantity" or COUNT.fullmatch(t.text) for t in inner)
        and not all(t.text == _NOUN or t.text.removesuffix(_NOUN) in _PLAIN for t in inner)
    )
