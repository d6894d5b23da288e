"""Takes a document's tokens, gives the mentions of entities: all sources propose, conflicts are decided sentence by sentence.

A name found with certainty once is known in the rest of its document.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from kg.model import Mention
from kg.recognize.candidates import Candidate
from kg.recognize.conflicts import PHASED, beside, opens_a_park, resolve
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.known import Known, bare_marks, cut_names, names_of_projects, projects_called_after, projects_of_mark, short_names
from kg.recognize.parts import parts_of
from kg.recognize.home import Home
from kg.recognize.recognisers import proposed
from kg.recognize.recognisers.bare import BARE_PHASE, bare_phases
from kg.recognize.recognisers.persons import Offices, with_persons
from kg.recognize.recognisers.places.at_home import ParksAtHome
from kg.recognize.recognisers.products.firsts import FIRST_SIGNS, firsts
from kg.recognize.recognisers.products.made_lists import MADE_SIGNS, made_lists
from kg.recognize.recognisers.products.made_things import MAKING, made_things
from kg.recognize.recognisers.products.products import PRODUCT_SIGNS, products
from kg.recognize.screen import JOINS_OR_LEADS, NEVER_FIRST, can_be_a_name
from kg.recognize.sources import SOURCES, source_of
from kg.recognize.text.tokens import Token, known_word
from kg.recognize.trained.model import Model, load
from kg.recognize.trained.revision import revised


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
    sentences = [tokens for tokens in sentences if tokens]
    beside_rules = further(sentences, text) if further is not None else {}
    finder = _Finder(text, home, gazetteer, sources)
    found = [(tokens, *finder.names(tokens, beside_rules.get(tokens[0].start, ()))) for tokens in sentences]
    known = _certain(found, text)
    _learn_further_names(known, text, gazetteer)
    _learn_marks(known, (c for _, standing, parts in found for c in (*standing, *parts)), text, gazetteer)
    again = Known(text, known if "context" in sources else {})
    companies = [name for name, candidate in known.items() if candidate.cls == "Company"]
    names: list[_Names] = []
    for tokens, standing, parts in found:
        more = [*again.of(tokens, standing)]
        owners = [c for c in more if c.cls == "Company"]
        if owners and _signs(tokens) & MADE_SIGNS:
            more += [c for c in made_lists(tokens, owners, (*standing, *more)) if source_of(c.rule) in sources]
        parts = [_whole_company(p, companies, text, standing) if p.cls == "Company" else p for p in parts] if companies else parts
        standing = [s for s in standing if not any(m.start <= s.start and s.end <= m.end for m in more)] if more else standing
        names.append((tokens, sorted((*standing, *more), key=lambda c: c.start), parts))
    if trained is not None:
        names = [*finder.revised(names, load(trained))]
    return [_mention(c, text) for _, standing, parts in names for c in sorted((*standing, *parts), key=lambda c: (c.start, -c.end))]


def _mention(candidate: Candidate, text: str) -> Mention:
    return Mention(candidate.start, candidate.end, text[candidate.start : candidate.end], candidate.cls, candidate.rule, candidate.shares)


_ONLY_OF_A_PLACE = NEVER_FIRST | JOINS_OR_LEADS  # with which a name begins if it begins with a place: 从化, 和林格尔


_Names = tuple[Sequence[Token], list[Candidate], list[Candidate]]  # of a sentence: its tokens, the names that stand, those inside them


class _Finder:
    """Finds the names of one document's sentences, one after the other; what each is given is told at :func:`mentions`."""

    def __init__(self, text: str, home: Home, gazetteer: Gazetteer, sources: Collection[str]):
        self._text, self._home, self._gazetteer, self._sources = text, home, gazetteer, sources
        self._parks, self._offices = ParksAtHome(text, home, gazetteer), Offices(text)

    def names(self, tokens: Sequence[Token], suggested: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
        """The names that stand in a sentence, and those inside them; both in order.

        :param suggested: what a recogniser beside the rules proposes for it
        """
        signs = _signs(tokens)
        standing, parts = self._standing(tokens, signs, suggested)
        if signs & BARE_PHASE and "rules" in self._sources and (phases := list(bare_phases(tokens, standing, self._text))):
            standing = sorted((*standing, *phases), key=lambda c: (c.start, c.end))
        return standing, self._with_parts(tokens, standing, parts)

    def revised(self, names: Sequence[_Names], model: Model) -> Iterator[_Names]:
        """The names of all sentences after a trained recogniser has seen them, with the parts of those that are new.

        A name that gave way is a part of what replaced it, if it may be, and its own parts stand where nothing else does.
        """
        for (tokens, standing, parts), outer in zip(names, revised([(tokens, standing) for tokens, standing, _ in names], model), strict=True):
            if outer == standing:
                yield tokens, standing, parts
                continue
            gone = [c for c in standing if c not in outer]
            loose = [p for p in parts if any(g.start <= p.start and p.end <= g.end for g in gone)]
            new = [c for c in outer if c not in standing and can_be_a_name(self._text[c.start : c.end], c.cls, c.rule)]
            over = [g for g in gone if any(n.start <= g.start and g.end <= n.end for n in new)]
            standing, inside = resolve([*(c for c in outer if c in standing), *new, *over, *loose])
            inside += [p for p in parts if p not in loose and p not in inside]
            yield tokens, standing, self._with_parts(tokens, standing, inside)

    def _standing(self, tokens: Sequence[Token], signs: int, suggested: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
        """What stands of all that is proposed, and what of it is inside another name.

        :param signs: of all words together
        """
        candidates = self._proposed(tokens, signs)
        standing, parts = resolve(candidates)
        made = [c for c in _made(tokens, standing, signs) if source_of(c.rule) in self._sources]
        if made:
            candidates += made
            standing, parts = resolve(candidates)
        more = [c for c in beside(suggested, standing) if can_be_a_name(self._text[c.start : c.end], c.cls, c.rule)]
        return resolve([*candidates, *more]) if more else (standing, parts)

    def _proposed(self, tokens: Sequence[Token], signs: int) -> list[Candidate]:
        """What the sources propose that can be a name."""
        text, home, gazetteer = self._text, self._home, self._gazetteer
        names, people = [*proposed(tokens, signs, home, gazetteer), *self._parks.of(tokens)], [*self._offices.persons(tokens)]
        return [
            c
            for c in (with_persons(names, people) if people else names)
            if source_of(c.rule) in self._sources
            and can_be_a_name(text[c.start : c.end], c.cls, c.rule, text[c.start] in _ONLY_OF_A_PLACE and _opens_with_a_place(tokens, c.start, home, gazetteer))
        ]

    def _with_parts(self, tokens: Sequence[Token], standing: list[Candidate], parts: list[Candidate]) -> list[Candidate]:
        """All names inside others.

        :param parts: those that are known; it gets the others too
        """
        for whole in standing:
            if whole.cls in ("Project", "Park", "Organization"):
                for part in parts_of(tokens, whole, self._home, self._gazetteer):
                    if source_of(part.rule) in self._sources and _may_stand_in(part, parts):
                        parts.append(part)
        parts.extend(_places_of_parks(tokens, parts, self._home, self._gazetteer))
        return _without_doubled(parts, standing)


def _signs(tokens: Iterable[Token]) -> int:
    """Those of all words together (:mod:`.text.signs`)."""
    signs = 0
    for token in tokens:
        signs |= token.signs
    return signs


def _certain(found: Iterable[tuple[Sequence[Token], list[Candidate], list[Candidate]]], text: str) -> dict[str, Candidate]:
    """The names that are certain where they stand first, and on no list: they are known in the rest of the document.

    :param found: for each sentence its words, the names that stand, and those inside them
    """
    known: dict[str, Candidate] = {}
    for _, standing, parts in found:
        for candidate in (*standing, *parts):
            if candidate.certain and candidate.cls in ("Company", "Park", "Project") and "gazetteer" not in candidate.rule:
                name = text[candidate.start : candidate.end]
                if len(name) >= 2:
                    known.setdefault(name, candidate)
    return known


def _made(tokens: Sequence[Token], standing: Sequence[Candidate], signs: int) -> list[Candidate]:
    """The products of a sentence, which are told by who makes them.

    :param standing: the names of the sentence
    :param signs: of all its words together
    """
    return [
        *(products(tokens, standing) if signs & PRODUCT_SIGNS else ()),
        *(made_lists(tokens, standing) if signs & MADE_SIGNS else ()),
        *(made_things(tokens, standing) if signs & MAKING else ()),
        *(firsts(tokens, standing) if signs & FIRST_SIGNS else ()),
    ]


def _learn_further_names(known: dict[str, Candidate], text: str, gazetteer: Gazetteer) -> None:
    """Add what a document calls the companies that it is certain of, and their projects, by other names."""
    for name, candidate in list(known.items()):
        if candidate.cls == "Company":
            for further in (*short_names(name, gazetteer), *cut_names(name, text, gazetteer)):
                known.setdefault(further, candidate)
        projects = [*(projects_called_after(name, text) if candidate.rule == "list.company-called" else ())]
        projects += (*names_of_projects(name, gazetteer), *projects_of_mark(name, text, gazetteer)) if candidate.cls == "Company" else ()
        for project in projects:
            known.setdefault(project, candidate._replace(cls="Project"))


def _learn_marks(known: dict[str, Candidate], names: Iterable[Candidate], text: str, gazetteer: Gazetteer) -> None:
    """Add the marks by which a document calls companies that it names with their trade, too."""
    companies = {text[c.start : c.end]: c for c in names if c.cls == "Company" and c.end - c.start > 3}
    for name, candidate in sorted(companies.items()):
        for mark in bare_marks(name, text, gazetteer):
            known.setdefault(mark, candidate)


def _opens_with_a_place(tokens: Sequence[Token], start: int, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether what begins at an offset begins with the name of a place, or with a noun that has that character (将军庙)."""
    opening = next((t for t in tokens if t.start == start), None)
    if opening is None or len(opening.text) < 2:
        return False
    noun = len(opening.text) > 2 and opening.tag in ("n", "ns", "nr", "nz") and known_word(opening.text)
    return noun or opening.hit is not None and _is_a_place(opening, home, gazetteer)


def _is_a_place(token: Token, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether a word is the name of a place at home, or one that is no word besides."""
    districts = [e for e in token.entries if e.cls == "District"]
    return any(home.holds(e, gazetteer) for e in districts) or bool(districts) and token.kind == "District"


def _whole_company(part: Candidate, companies: Sequence[str], text: str, standing: Sequence[Candidate]) -> Candidate:
    """A company at the front of a longer name, as far as the document calls it elsewhere: 晨润风电, not 晨润, in 晨润风电装备制造基地."""
    stop = next((s.end for s in standing if s.start <= part.start and part.end < s.end), part.end)
    longer = (len(name) for name in companies if len(name) > part.end - part.start and text.startswith(name, part.start))
    longest = max((length for length in longer if part.start + length <= stop - 2), default=0)
    return part._replace(end=part.start + longest) if longest else part


def _places_of_parks(tokens: Sequence[Token], parts: list[Candidate], home: Home, gazetteer: Gazetteer) -> list[Candidate]:
    """The district with which a park begins that stands inside a longer name: 晨州 of 晨州经济开发区 in 晨州经济开发区道路工程."""
    found = []
    for park in [p for p in parts if p.cls == "Park" and p.rule != PHASED]:
        if not any(p.cls == "District" and p.start == park.start for p in parts):
            found += [p for p in parts_of(tokens, park, home, gazetteer) if p.cls == "District" and p.start == park.start and p.end < park.end]
    return found


def _may_stand_in(part: Candidate, parts: list[Candidate]) -> bool:
    """Whether a part touches no other part; a company or place may open a park (赣州 of 赣州经开区 in 赣州经开区党工委)."""
    over = [p for p in parts if p.start < part.end and part.start < p.end and p.rule != PHASED]
    return all(opens_a_park(part, p) or part.cls == "District" and p.cls == "Park" and p.start < part.start for p in over)


def _without_doubled(parts: list[Candidate], standing: list[Candidate]) -> list[Candidate]:
    """The parts in order, without those that are the whole name, and parks of a phase that another rule read too."""
    if not parts:
        return parts
    spans = {(s.start, s.end) for s in standing if not s.shares}
    phased = spans | {(p.start, p.end) for p in parts if p.cls == "Park" and p.rule != PHASED}
    return sorted((p for p in parts if (p.start, p.end) not in (phased if p.rule == PHASED else spans)), key=lambda c: (c.start, c.end))
