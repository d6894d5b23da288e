"""Takes the tokens of a sentence, proposes the zones of several places of which a list says the noun once: 晨州、松州和云州高新区, 晨州、松州等综合保税区.

The places are of one rank and of one province, by their short names, since 云岭县、晨州高新区 are a county and a zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.text.phrase import ANDS, inside
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_NOUNS = tuple(sorted(words("places", "shared_zones"), key=len, reverse=True))
ZONE = sign(ends=_NOUNS)
_SAID_OF_ZONES = words("places", "said_of_zones")  # between 等 and the noun
_OFFICIAL = tuple("省市区县旗")  # what full names of places end in
_BETWEEN = frozenset("至 到 在 从 距".split())
_LONGEST = 4  # characters of a place


def shared_zones(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """The zones of a sentence that go by their places alone."""
    for last in [i for i, token in enumerate(tokens) if token.signs & ZONE and i > 1]:
        noun = next(noun for noun in _NOUNS if tokens[last].text.endswith(noun))
        if last + 1 < len(tokens) and inside(tokens[last + 1]) and tokens[last + 1].tag[:1] == "n":
            continue  # 晨州、松州高新区企业
        front = tokens[last].text.removesuffix(noun)
        if tokens[last].kind == "Park" and 2 <= len(front) <= _LONGEST and not front.endswith(_OFFICIAL):
            found = _places(tokens, last - 2) if _joins(tokens[last - 1]) else []  # a listed zone closes the list
            provinces = {e.identifier[:2] for t in found for e in t.entries if e.cls == "District"}
            found = found if any(e.within[:2] in provinces for e in tokens[last].entries) else []
        elif not front and _is_short(tokens[last - 1]):
            found = _places(tokens, last - 1)
            found = found[:-1] if len(found) > 2 else []
        elif not front:
            found = _places(tokens, _before_etc(tokens, last))
        else:
            found = []
        yield from (Candidate(token.start, token.end, "Park", "list.shared", False, noun) for token in found)


def _before_etc(tokens: Sequence[Token], noun: int) -> int:
    """The token in front of 等 and what is said of zones between it and their noun; -1 if there is no 等."""
    etc = noun - 1
    while etc > 0 and (tokens[etc].text in _SAID_OF_ZONES or tokens[etc].kind == "quantity"):
        etc -= 1
    return etc - 1 if tokens[etc].text == "等" else -1


def _places(tokens: Sequence[Token], last: int) -> list[Token]:
    """The places of a list that ends with a token, if they are alike and nothing else stands in it; else none."""
    found = []
    i = last
    while i >= 0 and _is_short(tokens[i]):
        found.append(tokens[i])
        if i == 0 or not _joins(tokens[i - 1]):
            break
        i -= 2
    if not found or i < 0 or not _is_short(tokens[i]) or 2 * sum(t.kind == "District" for t in found) < len(found):
        return []  # 云岭县、晨州、松州高新区
    before = tokens[i - 1] if i else None
    if before is not None and (before.text in _BETWEEN or before.kind == "District" or before.kind == "word" and inside(before)):
        return []
    return found[::-1] if set.intersection(*map(_ranks, found)) else []


def _ranks(token: Token) -> set[tuple[str, str]]:
    """The rank and the province of each city and county of a name."""
    return {(e.level, e.identifier[:2]) for e in token.entries if e.cls == "District" and e.level in ("city", "county")}


def _joins(token: Token) -> bool:
    return token.text == "、" or token.text in ANDS


def _is_short(token: Token) -> bool:
    listed = token.hit is not None and (token.kind == "District" or token.hit.weak and any(e.cls == "District" for e in token.entries))
    return listed and not token.text.endswith(_OFFICIAL)
