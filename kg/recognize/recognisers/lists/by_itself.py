"""Takes a member of a list, tells what it is by its own words: the class of the noun that it ends in, and whether it is one or a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.lexicon import ordered
from kg.recognize.recognisers.companies.fronts import BUILT_HEADS
from kg.recognize.recognisers.grammar.heads import HEADS, ends_with, heads_at
from kg.recognize.recognisers.grammar.own import named_by_head
from kg.recognize.recognisers.grammar.parks import names_no_park
from kg.recognize.recognisers.lists.members import Member
from kg.recognize.text.phrase import COUNTED, INSIDE, LISTED, PHASE, ends_names, inside, names_something, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_BUILT = BUILT_HEADS + tuple(ordered("heads", "FacilitiesInLists"))
_NOUNS = HEADS.union(_BUILT)
NOUN_OF_ITS_OWN = sign(words={noun[i:] for noun in _NOUNS for i in range(len(noun))}, ends=_NOUNS)  # the last word of what has an own class
_NOT_BUILT = tuple(ordered("heads", "NotInLists"))
_ROAD = re.compile(r"[^道公铁高快速各旧断头丁字小]{2,}[路道街桥河渠湖]$")


def own_class(tokens: Sequence[Token], first: int, stop: int) -> str | None:
    """The class of the head noun that a member ends in, if it ends in one."""
    last = tokens[stop - 1]
    for head, cls in heads_at(last.text):
        at = ends_with(tokens, stop - 1, head, first)
        if at is not None and (at > first or last.text != head):
            return cls
    if ends_in_built(tokens, first, stop):
        return "Project"
    return None


def ends_in_built(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member ends in something built that only a list of such things makes a project."""
    text = text_of(tokens, first, stop - 1)
    return tokens[stop - 1].kind == "word" and stop - first > 1 and text.endswith(_BUILT) and text not in _BUILT and not text.endswith(_NOT_BUILT)


def named_by_itself(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens name something that is there before anything is done to it: a work, a road, what a place or a company has."""
    return (
        own_class(tokens, first, stop) in ("Project", "Park", "Organization")
        and named_by_head(tokens, first, stop)
        or bool(_ROAD.search(text_of(tokens, first, stop - 1)))
        or stop - first > 1
        and tokens[first].kind in ("District", "Company", "Park", "Organization")
    ) and not any(
        ends_names(t) and t.text not in INSIDE or t.kind in ("time", "quantity") and not inside(t) or counts_things(t) or t.text in ("的", "等")
        for t in tokens[first:stop]
    )


def is_named(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member that ends in a head noun has something of its own, and is not counted."""
    if any(counts_things(t) for t in tokens[member.first : member.stop]) or member.stop - member.first == 1 and tokens[member.first].kind in LISTED:
        return False
    sized = any(t.kind == "quantity" and inside(t) for t in tokens[member.first : member.stop])
    if sized or PHASE.fullmatch(tokens[member.stop - 1].text):
        return names_something(tokens, member.first, member.stop - 1, 2)  # 航空物流园一期: a phase or a size makes it one of its kind
    if not heads_at(tokens[member.stop - 1].text) or not any(
        ends_with(tokens, member.stop - 1, head, member.first) is not None for head, _ in heads_at(tokens[member.stop - 1].text)
    ):
        return names_something(tokens, member.first, member.stop - ends_in_built(tokens, member.first, member.stop), 9)
    return named_by_head(tokens, member.first, member.stop) and not names_no_park(tokens, member.first, member.stop - 1)


def counts_things(token: Token) -> bool:
    """Whether a number counts things (6座, 2条), so that no name holds it."""
    return token.kind == "quantity" and token.text[-1] in "个家项条座处批" and "万" not in token.text or bool(COUNTED.match(token.text))
