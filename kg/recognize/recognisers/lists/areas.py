"""Takes a list that 等 and a noun of areas close, proposes its members that are called by a name alone: 星岭湾 beside 晨州软件园.

The noun says that all of them are areas; what has a meaning of its own here (a trade, a verb, a common noun) is left out, since lists tell of fields too
(科技服务、软件信息等集聚区).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.fronts import NAME_TAGS
from kg.recognize.recognisers.lists.by_itself import own_class
from kg.recognize.recognisers.lists.members import Member
from kg.recognize.text.phrase import LISTED, PLAIN_OR_BREAK, ends_names, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word

_SHORTEST, _LONGEST = 2, 8  # characters
_PLACED = tuple(words("lists", "ends_of_areas"))
_NO_AREAS = tuple(words("lists", "no_areas"))
_OTHERWISE = ("Organization", "Company", "Project")


def areas_beside(tokens: Sequence[Token], members: Sequence[Member], named: Sequence[bool]) -> list[Member]:
    """The members that nothing tells of but the list, if a park stands among them.

    :param named: for each member whether it is found already
    """
    others = [_behind_a_verb(tokens, member) for member, found in zip(members, named) if not found]
    called = [member for member in others if _is_called_by_a_name(tokens, member)]
    if not any(named):
        return []  # 甲街、乙里等片区: quarters of a city
    return called if 2 * (sum(named) + len(called)) >= len(members) else []


def _behind_a_verb(tokens: Sequence[Token], member: Member) -> Member:
    """A member without the verb that it begins with, which elsewhere stands inside names: 升级 of 升级文林街."""
    first = tokens[member.first]
    acts = len(first.text) == 2 and first.tag in ("v", "vn") and known_word(first.text)
    return Member(member.first + 1, member.stop) if acts and member.stop - member.first > 1 else member


def _is_called_by_a_name(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is short, ends in nothing else and has no meaning here, unless it ends as areas do: 南岭里, 老埠."""
    inner = tokens[member.first : member.stop]
    text = text_of(tokens, member.first, member.stop - 1)
    if not _SHORTEST <= len(text) <= _LONGEST or text in PLAIN_OR_BREAK or text.endswith(_NO_AREAS):
        return False
    placed = len(text) > 2 and text.endswith(_PLACED)
    own = own_class(tokens, member.first, member.stop)
    if own in _OTHERWISE and not (own == "Project" and placed) or inner[-1].tag == "vn" and len(inner) > 1:
        return False  # 云影步行街 is built elsewhere, a quarter here
    if any(
        t.kind in ("quantity", "time", "punctuation", "Industry")
        or t.kind in LISTED and t is inner[-1]
        or t.tag in ("r", "p", "c", "u", "uj", "ul")
        or is_trade(t)
        or len(t.text) > 1 and ends_names(t)
        for t in inner
    ):
        return False
    return placed or _is_unknown(tokens, member) or len(inner) == 1 and inner[0].tag in NAME_TAGS


def _is_unknown(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is no word, and not made of common nouns alone."""
    if known_word(text_of(tokens, member.first, member.stop - 1)):
        return False
    inner = tokens[member.first : member.stop]
    return any(len(t.text) > 1 and not known_word(t.text) or t.tag in NAME_TAGS for t in inner) or all(len(t.text) == 1 for t in inner)
