"""Takes the tokens of a sentence, finds its lists and proposes their members, each kind of list by what stands behind, before or around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.lists.clauses import CONSTRUCT, STAGE, objects, subjects
from kg.recognize.recognisers.lists.counted import COUNT_OF_FEW, COUNTED_KINDS, ENUMERATES, counted, counts_industries, enumerated
from kg.recognize.recognisers.lists.etc import ETC, before_etc
from kg.recognize.recognisers.lists.leaders import LEADER, leaders
from kg.recognize.recognisers.lists.members import members_before
from kg.recognize.recognisers.lists.numbered import NUMBERED, numbered
from kg.recognize.recognisers.lists.shared import SHARED_AREA, SHARED_PROJECT, shared_areas, shared_projects
from kg.recognize.recognisers.lists.worth import MONEY, worth
from kg.recognize.recognisers.lists.zones import ZONE, shared_zones
from kg.recognize.recognisers.projects.works import ROUTE, WORK, shared_heads
from kg.recognize.text.tokens import Token

LIST_SIGNS = (
    MONEY | ETC | CONSTRUCT | STAGE | LEADER | COUNTED_KINDS | ROUTE | WORK | COUNT_OF_FEW | ENUMERATES | SHARED_AREA | SHARED_PROJECT | NUMBERED
    | ZONE
)


def list_members(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Members of the lists of a sentence, typed."""
    yield from shared_zones(tokens)
    for i in [i for i, token in enumerate(tokens) if token.signs & LIST_SIGNS]:
        token = tokens[i]
        if token.signs & MONEY and i + 1 < len(tokens) and tokens[i + 1].text == "的":
            yield from worth(tokens, i + 1)
        if token.signs & (WORK | ROUTE):
            yield from shared_heads(tokens, i, members_before)
        if token.signs & SHARED_AREA and i > 2:
            yield from shared_areas(tokens, i)
        if token.signs & SHARED_PROJECT and i > 2:
            yield from shared_projects(tokens, i)
        if i and (token.signs & ETC or token.signs & COUNTED_KINDS and counts_industries(tokens, i)):
            yield from before_etc(tokens, i)
        elif token.signs & CONSTRUCT:
            yield from objects(tokens, i)
        if i and token.signs & COUNT_OF_FEW and tokens[i - 1].text != "等":
            yield from counted(tokens, i)
        if token.signs & NUMBERED and i > 2:
            yield from numbered(tokens, i)
        if i and token.signs & ENUMERATES:
            yield from enumerated(tokens, i)
        if token.signs & STAGE and i:
            yield from subjects(tokens, i)
        if token.signs & LEADER and i:
            yield from leaders(tokens)
