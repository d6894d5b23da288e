"""Takes a list of projects and those of its members that are named, proposes the members beside them whose words are all ordinary: 液体化工仓储工程
beside 松岭电厂二期.

A member alone that ends like what is built may be a kind (冷链物流中心等项目); where half of the list or more is named, it is one more of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.fronts import MANY, NAME_TAGS
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.recognisers.lists.by_itself import counts_things, own_class
from kg.recognize.recognisers.lists.members import Member
from kg.recognize.text.phrase import GENERIC, INSIDE, PART_JOINTS, PHASE, ends_names, is_proper, is_trade, text_of
from kg.recognize.text.tokens import Token

_SHORTEST, _LONGEST = 6, 20  # characters
_SHORTEST_MARK = 4
_KINDS = words("lists", "kinds_of_works")
_RULE = "list.project"


def beside_named(tokens: Sequence[Token], members: Sequence[Member], named: Sequence[Member]) -> Iterator[Candidate]:
    """The members of a list of projects that are named as its other members are, though nothing in their names tells.

    :param named: those members of which their own words say what they are
    """
    if not named or 2 * len(named) < len(members):
        return
    for member in members:
        if member not in named:
            cls = _built(tokens, member.first, member.stop)
            if cls is not None:
                yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, cls, _RULE, True)


def _built(tokens: Sequence[Token], first: int, stop: int) -> str | None:
    """The class of a member of ordinary words: it ends like what is built and is no kind of works, or is one long foreign word."""
    if stop - first == 1:
        token = tokens[first]
        foreign = token.kind == "word" and token.tag in NAME_TAGS and len(token.text) >= _SHORTEST_MARK and is_proper(token)
        return "Project" if foreign else None
    own = own_class(tokens, first, stop)
    if own not in ("Project", "Park") or not _SHORTEST <= tokens[stop - 1].end - tokens[first].start <= _LONGEST:
        return None
    inner = tokens[first:stop]
    if any(
        t.kind in ("time", "quantity")
        or counts_things(t)
        or t.text in _KINDS
        or t.text in MANY
        or t.tag in ("r", "m", "uj", "ul", "p")
        and t.text not in ("与", "三")
        or ends_names(t)
        and t.text not in INSIDE
        and t.text not in PART_JOINTS
        for t in inner
    ):
        return None
    text = text_of(tokens, first, stop - 1)
    if text.endswith(("园区", "项目", "集聚区", "聚集区", "功能区")) or own == "Park" and text.endswith(("示范区", "试验区", "先行区")):
        return None
    last = stop - 1 - bool(PHASE.fullmatch(tokens[stop - 1].text))
    content = [t for t in tokens[first:last] if is_trade(t) or t.text not in GENERIC and t.text not in PART_JOINTS and len(t.text) > 1]
    head = tokens[last].text
    whole = not any(head == noun for noun, _ in heads_at(head)) or head.endswith("中心") and len(head) > 3  # 计算中心 says what it is by itself
    return own if content or whole else None
