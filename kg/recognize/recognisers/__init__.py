"""Takes the tokens of a sentence, gives what the rules propose as names in it: one recogniser a file.

A recogniser proposes and never decides (:mod:`kg.recognize.conflicts` does), and says by a sign (:mod:`kg.recognize.text.signs`) which words
it looks for, so that it is asked for few sentences. A new one is a file here, and a line in ``_RECOGNISERS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kg.recognize.candidates import Candidate
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.home import Home
from kg.recognize.recognisers.bare import BARE_OFFICE, BARE_ZONE, bare_offices, bare_zones
from kg.recognize.recognisers.companies.abbreviated import ABBREVIATED, abbreviated
from kg.recognize.recognisers.companies.acts import ACT_SIGNS, companies_by_acts
from kg.recognize.recognisers.companies.behind_kinds import KIND, behind_kinds
from kg.recognize.recognisers.companies.behind_places import behind_places
from kg.recognize.recognisers.companies.beside_companies import companies_beside
from kg.recognize.recognisers.companies.branches import BRANCH, branches
from kg.recognize.recognisers.companies.bureaus import BUREAU, bureaus
from kg.recognize.recognisers.companies.called import CALLED_SIGNS, companies_called
from kg.recognize.recognisers.companies.formed_groups import FORMED_GROUP, formed_groups
from kg.recognize.recognisers.companies.led import LED_SIGNS, companies_led
from kg.recognize.recognisers.companies.listed_together import LISTS, companies_together
from kg.recognize.recognisers.companies.making import MAKES, companies_by_making
from kg.recognize.recognisers.companies.owners import owners_of_goods
from kg.recognize.recognisers.companies.partners import PARTNERS, partners
from kg.recognize.recognisers.companies.placed_marks import BUILT, OF, placed_marks
from kg.recognize.recognisers.companies.placed_trades import PLACED_TRADE, placed_trades, trades_of_subjects
from kg.recognize.recognisers.companies.supported import SUPPORTED, supported
from kg.recognize.recognisers.companies.told_of import TOLD_SIGNS, companies_told_of
from kg.recognize.recognisers.companies.word_marks import WORD_MARK_TRADE, companies_by_word_marks
from kg.recognize.recognisers.grammar.heads import HEAD_NOUN
from kg.recognize.recognisers.grammar.names import names_with_heads
from kg.recognize.recognisers.industries.built_up import BUILT_UP_SIGNS, built_up
from kg.recognize.recognisers.industries.chains import CHAIN_SIGNS, chains
from kg.recognize.recognisers.industries.declared import DECLARED_SIGNS, declared
from kg.recognize.recognisers.industries.industries import INDUSTRY_SIGNS, industries
from kg.recognize.recognisers.listed import LISTED, listed
from kg.recognize.recognisers.lists import LIST_SIGNS, list_members
from kg.recognize.recognisers.offices import OFFICE_SIGNS, PLACE, offices, offices_of_here
from kg.recognize.recognisers.places.own_parks import OWN_PARK, own_parks
from kg.recognize.recognisers.programmes.honours import HONOUR_SIGNS, honours
from kg.recognize.recognisers.programmes.programmes import PROGRAMME_SIGNS, programmes
from kg.recognize.recognisers.programmes.ranks import RANK_SIGNS, ranks
from kg.recognize.recognisers.projects.contents import CONTENTS, without_contents
from kg.recognize.recognisers.projects.facilities import FACILITY, facilities
from kg.recognize.recognisers.projects.moved_institutions import MOVED_INSTITUTION, moved_institutions
from kg.recognize.recognisers.projects.one_by_one import CALLED, one_by_one
from kg.recognize.recognisers.projects.phases import PHASE_BEHIND, phases
from kg.recognize.recognisers.projects.planned import FUNDED, PLANNED, planned
from kg.recognize.recognisers.projects.public_works import PUBLIC_WORK, public_works
from kg.recognize.recognisers.projects.renewed import RENEWED, renewed
from kg.recognize.recognisers.projects.roads import ROAD, roads
from kg.recognize.recognisers.projects.single_works import SINGLE_WORK, single_works
from kg.recognize.recognisers.projects.sized import SIZE, sized_projects
from kg.recognize.recognisers.projects.titled import CALLED_PROJECT, TITLE, titled
from kg.recognize.recognisers.projects.told_works import TOLD_WORK, told_works
from kg.recognize.text.tokens import Token


class _Asked(NamedTuple):
    """A recogniser that takes no more than a sentence, or it and the document's home, and which sentences it is asked for."""

    recogniser: Callable[..., Iterable[Candidate]]
    signs: int  # of which one must be in the sentence
    besides: int = -1  # … and one of these; any, if nothing is said
    of_home: bool = False


_RECOGNISERS = (
    _Asked(names_with_heads, HEAD_NOUN),
    _Asked(sized_projects, SIZE),
    _Asked(renewed, RENEWED),
    _Asked(one_by_one, CALLED),
    _Asked(titled, TITLE, CALLED_PROJECT),
    _Asked(list_members, LIST_SIGNS),
    _Asked(companies_by_acts, ACT_SIGNS),
    _Asked(companies_told_of, TOLD_SIGNS),
    _Asked(partners, PARTNERS),
    _Asked(supported, SUPPORTED),
    _Asked(formed_groups, FORMED_GROUP),
    _Asked(companies_led, LED_SIGNS),
    _Asked(companies_called, CALLED_SIGNS),
    _Asked(behind_kinds, KIND),
    _Asked(bureaus, BUREAU),
    _Asked(branches, BRANCH, LISTED),
    _Asked(abbreviated, ABBREVIATED),
    _Asked(companies_by_word_marks, WORD_MARK_TRADE),
    _Asked(placed_marks, OF, BUILT),
    _Asked(placed_trades, PLACE, PLACED_TRADE),
    _Asked(trades_of_subjects, PLACED_TRADE),
    _Asked(companies_by_making, MAKES),
    _Asked(bare_zones, BARE_ZONE, of_home=True),
    _Asked(bare_offices, BARE_OFFICE, of_home=True),
    _Asked(offices, OFFICE_SIGNS, PLACE),
    _Asked(offices_of_here, OFFICE_SIGNS, of_home=True),
    _Asked(own_parks, OWN_PARK, of_home=True),
    _Asked(public_works, PUBLIC_WORK, of_home=True),
    _Asked(single_works, SINGLE_WORK, of_home=True),
    _Asked(moved_institutions, MOVED_INSTITUTION),
    _Asked(facilities, FACILITY),
    _Asked(told_works, TOLD_WORK),
    _Asked(roads, ROAD),
    _Asked(programmes, PROGRAMME_SIGNS),
    _Asked(ranks, RANK_SIGNS),
    _Asked(industries, INDUSTRY_SIGNS),
    _Asked(declared, DECLARED_SIGNS),
    _Asked(chains, CHAIN_SIGNS),
    _Asked(built_up, BUILT_UP_SIGNS),
)


def proposed(tokens: Sequence[Token], signs: int, home: Home, gazetteer: Gazetteer) -> list[Candidate]:
    """What the rules propose for a sentence. Each recogniser is asked only if a word has one of the signs that it looks for.

    :param tokens: of one sentence
    :param signs: of all its words together
    """
    found: list[Candidate] = []
    if signs & LISTED:
        found += listed(tokens, home, gazetteer)
    for asked in _RECOGNISERS:
        if signs & asked.signs and signs & asked.besides:
            found += asked.recogniser(tokens, home) if asked.of_home else asked.recogniser(tokens)
    if signs & (PLANNED | FUNDED):
        found += planned(tokens, [c for c in found if c.cls == "Company"])
    if signs & LISTED:
        found += companies_beside(tokens, found)
    if signs & LISTS:
        found += companies_together(tokens, found)
    if signs & OF:
        found += owners_of_goods(tokens, found)
    if signs & HONOUR_SIGNS:
        found += honours(tokens, [c for c in found if c.cls == "Company"])
    if signs & LISTED:
        found = behind_places(tokens, found)
    if signs & CONTENTS:
        found = without_contents(tokens, found)
    if signs & PHASE_BEHIND:
        found += phases(tokens, found)
    return found
