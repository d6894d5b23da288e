"""Takes the tokens of a sentence, proposes names that end in a head noun: parks, projects, organizations, companies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.conflicts import PHASED
from kg.recognize.recognisers.grammar.around import continues_as_longer_name, counts, goes_on, is_of_many
from kg.recognize.recognisers.grammar.begins import begin_by_class, cut_off, first_character, volts_in_front, walked_left
from kg.recognize.recognisers.grammar.classes import class_of
from kg.recognize.recognisers.grammar.ends import is_a_branch, with_phase, with_place
from kg.recognize.recognisers.grammar.heads import heads
from kg.recognize.recognisers.grammar.kinds import is_a_kind, is_no_company
from kg.recognize.recognisers.grammar.own import is_enough
from kg.recognize.text.tokens import Token

_NO_HEADS = frozenset(("宅基地",))  # they end like a head noun


def names_with_heads(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Names that end in a head noun, one for each end; longer and shorter ones may overlap."""
    for head_first, last, head, cls in heads(tokens):
        if tokens[last].text in _NO_HEADS:
            continue
        first = walked_left(tokens, head_first, head)
        volts = volts_in_front(tokens, first, head_first)
        if volts and first > 0 and counts(tokens[first - 1]):
            continue
        first += volts
        if cls == "Company" and is_no_company(tokens, first, head_first, last, head):
            continue
        first = begin_by_class(tokens, first, head_first, last, head, cls)
        if first == head_first and tokens[head_first].text == head:
            continue  # nothing stands in front of it
        if _names_nothing(tokens, first, head_first, last, head, cls):
            continue
        cls = class_of(tokens, first, head_first, head, cls)
        end = with_place(tokens, last) if cls == "Organization" else with_phase(tokens, last)
        if continues_as_longer_name(tokens, end):
            continue
        if end != last and cls != "Organization":
            if cls == "Park" and head_first > first:
                yield Candidate(tokens[first].start, tokens[last].end, cls, PHASED, True)  # 晨帆科技园二期
            cls = "Project"
        elif is_a_branch(tokens, last, head):
            end = last + 2
        first -= volts or cut_off(tokens, first, head)
        yield Candidate(first_character(tokens, first, head_first, cls), tokens[end].end, cls, f"grammar.{cls.lower()}", True)


def _names_nothing(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str, cls: str) -> bool:
    """Whether what ends in a head noun describes a thing, or many, and names none."""
    return (
        goes_on(tokens, first, head_first, last, head, cls)
        or is_of_many(tokens, first, head_first, last, head, cls)
        or is_a_kind(tokens, first, head_first, last, head, cls)
        or not is_enough(cls, head, tokens, first, head_first, tokens[head_first].text)
    )
