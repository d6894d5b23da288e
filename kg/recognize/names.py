"""Takes a document's tokens, gives the mentions of entities: all sources propose, conflicts are decided sentence by sentence.

A name found with certainty once is known in the rest of its document.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from kg.model import Mention
from kg.recognize.candidates import Candidate
from kg.recognize.conflicts import PHASED, beside, resolve
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.known import Known, names_of_projects, short_names
from kg.recognize.parts import parts_of, trained_parts
from kg.recognize.places import Home
from kg.recognize.recognisers import proposed
from kg.recognize.recognisers.at_home import ParksAtHome
from kg.recognize.recognisers.bare import BARE_PHASE, bare_phases
from kg.recognize.recognisers.firsts import FIRST_SIGNS, firsts
from kg.recognize.recognisers.made_lists import MADE_SIGNS, made_lists
from kg.recognize.recognisers.made_things import MAKING, made_things
from kg.recognize.recognisers.persons import Offices, with_persons
from kg.recognize.recognisers.products import PRODUCT_SIGNS, products
from kg.recognize.screen import can_be_a_name
from kg.recognize.sources import SOURCES, source_of
from kg.recognize.text.tokens import Token
from kg.recognize.trained import OPEN, trained_names


def mentions(
    sentences: Iterable[Sequence[Token]],
    text: str,
    home: Home,
    gazetteer: Gazetteer,
    sources: Collection[str] = tuple(SOURCES),
    further: Callable[[Sequence[Sequence[Token]], str], dict[int, list[Candidate]]] | None = None,
    trained: Path | None = None,
) -> list[Mention]:
    """The names of a document.

    :param sentences: its main text in tokens, sentence by sentence
    :param text: the clean text
    :param sources: those of :mod:`.sources` that may propose
    :param further: a recogniser beside the rules (:class:`.ner.SpacyNames`); what it proposes touches no name of theirs
    :param trained: the model of a trained recogniser (:mod:`.trained`) beside the rules, likewise
    :returns: in order; a name inside a longer one follows it
    """
    found: list[tuple[Sequence[Token], list[Candidate], list[Candidate]]] = []
    known: dict[str, Candidate] = {}
    sentences = [tokens for tokens in sentences if tokens]
    beside_rules = further(sentences, text) if further is not None else {}
    parks, offices = ParksAtHome(text, home, gazetteer), Offices(text)
    for tokens in sentences:
        signs = 0
        for token in tokens:
            signs |= token.signs
        names, people = [*proposed(tokens, signs, home, gazetteer), *parks.of(tokens)], [*offices.persons(tokens)]
        candidates = [
            c
            for c in (with_persons(names, people) if people else names)
            if source_of(c.rule) in sources and can_be_a_name(text[c.start : c.end], c.cls, c.rule)
        ]
        standing, parts = resolve(candidates)
        made = [
            *(products(tokens, standing) if signs & PRODUCT_SIGNS else ()),
            *(made_lists(tokens, standing) if signs & MADE_SIGNS else ()),
            *(made_things(tokens, standing) if signs & MAKING else ()),
            *(firsts(tokens, standing) if signs & FIRST_SIGNS else ()),
        ]
        made = [c for c in made if source_of(c.rule) in sources]
        if made:
            candidates += made
            standing, parts = resolve(candidates)
        suggested = [*beside_rules.get(tokens[0].start, ()), *(trained_names(tokens, standing, model=trained) if trained and signs & OPEN else ())]
        more = [c for c in beside(suggested, standing) if can_be_a_name(text[c.start : c.end], c.cls, c.rule)]
        if more:
            standing, parts = resolve([*candidates, *more])
        if signs & BARE_PHASE and "rules" in sources and (phases := list(bare_phases(tokens, standing, text))):
            standing = sorted((*standing, *phases), key=lambda c: (c.start, c.end))
        for whole in standing:
            if whole.cls in ("Project", "Park", "Organization"):
                for part in parts_of(tokens, whole, home, gazetteer):
                    if source_of(part.rule) in sources and _may_stand_in(part, parts):
                        parts.append(part)
        if trained:
            parts.extend(trained_parts(tokens, standing, parts, trained))
        parts = _without_doubled(parts, standing)
        found.append((tokens, standing, parts))
        for candidate in (*standing, *parts):
            if candidate.certain and candidate.cls in ("Company", "Park", "Project") and "gazetteer" not in candidate.rule:
                name = text[candidate.start : candidate.end]
                if len(name) >= 2:
                    known.setdefault(name, candidate)
    for name, candidate in list(known.items()):
        for short in short_names(name, gazetteer) if candidate.cls == "Company" else ():
            known.setdefault(short, candidate)
        for project in names_of_projects(name, gazetteer) if candidate.cls == "Company" else ():
            known.setdefault(project, candidate._replace(cls="Project"))
    again = Known(text, known if "context" in sources else {})
    result: list[Mention] = []
    for tokens, standing, parts in found:
        more = [*again.of(tokens, standing)]
        standing = [s for s in standing if not any(m.start <= s.start and s.end <= m.end for m in more)] if more else standing
        in_order = sorted((*standing, *more, *parts), key=lambda c: (c.start, -c.end))
        result += [Mention(c.start, c.end, text[c.start : c.end], c.cls, c.rule, c.shares) for c in in_order]
    return result


def _may_stand_in(part: Candidate, parts: list[Candidate]) -> bool:
    """Whether a part touches no other part; a district may be inside a park (赣州 of 赣州经开区 in 赣州经开区党工委)."""
    over = [p for p in parts if p.start < part.end and part.start < p.end and p.rule != PHASED]
    return all(part.cls == "District" and p.cls == "Park" and p.start == part.start and part.end < p.end for p in over)


def _without_doubled(parts: list[Candidate], standing: list[Candidate]) -> list[Candidate]:
    if not parts:
        return parts
    spans = {(s.start, s.end) for s in standing if not s.shares}
    return sorted((p for p in parts if (p.start, p.end) not in spans), key=lambda c: (c.start, c.end))
