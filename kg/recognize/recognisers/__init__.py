"""Takes the tokens of a sentence, gives what the rules propose as names in it: one recogniser a file.

A recogniser proposes and never decides (:mod:`kg.recognize.conflicts` does), and says by a sign (:mod:`kg.recognize.text.signs`) which words
it looks for, so that it is asked for few sentences. A new one is a file here, and two lines in :func:`proposed`.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.places import Home
from kg.recognize.recognisers.abbreviated import ABBREVIATED, abbreviated
from kg.recognize.recognisers.acts import ACT_SIGNS, companies_by_acts
from kg.recognize.recognisers.bare import BARE_OFFICE, BARE_ZONE, bare_offices, bare_zones
from kg.recognize.recognisers.beside_companies import companies_beside
from kg.recognize.recognisers.begun_works import BEGUN_WORK, begun_works
from kg.recognize.recognisers.behind_places import behind_places
from kg.recognize.recognisers.built_streets import BUILT_STREET, built_streets
from kg.recognize.recognisers.built_up import BUILT_UP_SIGNS, built_up
from kg.recognize.recognisers.bureaus import BUREAU, bureaus
from kg.recognize.recognisers.called import CALLED_SIGNS, companies_called
from kg.recognize.recognisers.chains import CHAIN_SIGNS, chains
from kg.recognize.recognisers.declared import DECLARED_SIGNS, declared
from kg.recognize.recognisers.facilities import FACILITY, facilities
from kg.recognize.recognisers.formed_groups import FORMED_GROUP, formed_groups
from kg.recognize.recognisers.grammar import HEAD_NOUN, names_with_heads
from kg.recognize.recognisers.honours import HONOUR_SIGNS, honours
from kg.recognize.recognisers.industries import INDUSTRY_SIGNS, industries
from kg.recognize.recognisers.led import LED_SIGNS, companies_led
from kg.recognize.recognisers.listed import LISTED, listed
from kg.recognize.recognisers.lists import LIST_SIGNS, list_members
from kg.recognize.recognisers.moved_institutions import MOVED_INSTITUTION, moved_institutions
from kg.recognize.recognisers.offices import OFFICE_SIGNS, PLACE, offices, offices_of_here
from kg.recognize.recognisers.own_parks import OWN_PARK, own_parks
from kg.recognize.recognisers.partners import PARTNERS, partners
from kg.recognize.recognisers.phases import PHASE_BEHIND, phases
from kg.recognize.recognisers.placed_marks import BUILT, OF, placed_marks
from kg.recognize.recognisers.planned import FUNDED, PLANNED, planned
from kg.recognize.recognisers.programmes import PROGRAMME_SIGNS, programmes
from kg.recognize.recognisers.public_works import PUBLIC_WORK, public_works
from kg.recognize.recognisers.ranks import RANK_SIGNS, ranks
from kg.recognize.recognisers.renewed import RENEWED, renewed
from kg.recognize.recognisers.roads import ROAD, roads
from kg.recognize.recognisers.single_works import SINGLE_WORK, single_works
from kg.recognize.recognisers.sized import SIZE, sized_projects
from kg.recognize.recognisers.supported import SUPPORTED, supported
from kg.recognize.recognisers.titled import CALLED_PROJECT, TITLE_OR_QUOTATION, titled
from kg.recognize.recognisers.told_of import TOLD_SIGNS, companies_told_of
from kg.recognize.recognisers.word_marks import WORD_MARK_TRADE, companies_by_word_marks
from kg.recognize.text.tokens import Token


def proposed(tokens: Sequence[Token], signs: int, home: Home, gazetteer: Gazetteer) -> list[Candidate]:
    """What the rules propose for a sentence. Each recogniser is asked only if a word has one of the signs that it looks for.

    :param tokens: of one sentence
    :param signs: of all its words together
    """
    found: list[Candidate] = []
    if signs & LISTED:
        found += listed(tokens, home, gazetteer)
    if signs & HEAD_NOUN:
        found += names_with_heads(tokens)
    if signs & SIZE:
        found += sized_projects(tokens)
    if signs & (PLANNED | FUNDED):
        found += planned(tokens)
    if signs & RENEWED:
        found += renewed(tokens)
    if signs & TITLE_OR_QUOTATION and signs & CALLED_PROJECT:
        found += titled(tokens)
    if signs & LIST_SIGNS:
        found += list_members(tokens)
    if signs & ACT_SIGNS:
        found += companies_by_acts(tokens)
    if signs & TOLD_SIGNS:
        found += companies_told_of(tokens)
    if signs & PARTNERS:
        found += partners(tokens)
    if signs & SUPPORTED:
        found += supported(tokens)
    if signs & FORMED_GROUP:
        found += formed_groups(tokens)
    if signs & LED_SIGNS:
        found += companies_led(tokens)
    if signs & CALLED_SIGNS:
        found += companies_called(tokens)
    if signs & BUREAU:
        found += bureaus(tokens)
    if signs & ABBREVIATED:
        found += abbreviated(tokens)
    if signs & WORD_MARK_TRADE:
        found += companies_by_word_marks(tokens)
    if signs & OF and signs & BUILT:
        found += placed_marks(tokens)
    if signs & BARE_ZONE:
        found += bare_zones(tokens, home)
    if signs & BARE_OFFICE:
        found += bare_offices(tokens, home)
    if signs & OFFICE_SIGNS:
        found += offices(tokens) if signs & PLACE else ()
        found += offices_of_here(tokens, home)
    if signs & OWN_PARK:
        found += own_parks(tokens, home)
    if signs & PUBLIC_WORK:
        found += public_works(tokens, home)
    if signs & SINGLE_WORK:
        found += single_works(tokens, home)
    if signs & BUILT_STREET:
        found += built_streets(tokens)
    if signs & MOVED_INSTITUTION:
        found += moved_institutions(tokens)
    if signs & BEGUN_WORK:
        found += begun_works(tokens)
    if signs & FACILITY:
        found += facilities(tokens)
    if signs & ROAD:
        found += roads(tokens)
    if signs & PROGRAMME_SIGNS:
        found += programmes(tokens)
    if signs & RANK_SIGNS:
        found += ranks(tokens)
    if signs & INDUSTRY_SIGNS:
        found += industries(tokens)
    if signs & DECLARED_SIGNS:
        found += declared(tokens)
    if signs & CHAIN_SIGNS:
        found += chains(tokens)
    if signs & BUILT_UP_SIGNS:
        found += built_up(tokens)
    if signs & LISTED:
        found += companies_beside(tokens, found)
    if signs & HONOUR_SIGNS:
        found += honours(tokens, [c for c in found if c.cls == "Company"])
    if signs & LISTED:
        found = behind_places(tokens, found)
    if signs & PHASE_BEHIND:
        found += phases(tokens, found)
    return found
