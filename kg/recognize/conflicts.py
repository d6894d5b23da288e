"""Takes the names that all sources propose for a sentence, decides which stand.

The stated preferences: (1) the longer name, since the shorter one is a part of it; (2) of equals, a class that a list
or a head noun gives before the gazetteer's, since context decides what a homonym is; (3) the earlier rule in ORDER.
A name inside a longer one stays as its part if it is a place, a company, a park or an organization and the longer
one is a park, a project or an organization (东莞 in 东莞松山湖高新区).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from kg.recognize.candidates import Candidate

ORDER = (
    "user",
    "list.company",
    "product",
    "programme",
    "list.numbered",
    "list.shared-head",
    "list.project",
    "list.sized",
    "public-work",
    "gazetteer.at-home",
    "grammar",
    "list",
    "gazetteer",
    "person",
    "known",
    "industry",
    "trained",
    "ner",
)
PHASED = "grammar.park-of-phase"  # a park in the name of its phase: in it stands what stands in the longer name
_WHOLES = frozenset(("Park", "Project", "Organization"))
_PARTS = frozenset(("District", "Company", "Park", "Organization"))


@cache
def _rank(rule: str) -> int:
    return next((i for i, source in enumerate(ORDER) if rule.startswith(source)), len(ORDER))


def resolve(candidates: Collection[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Choose among candidates of one sentence.

    :returns: the names that stand, without overlap, in order; and the parts inside them, in order
    """
    if len(candidates) < 2:
        return list(candidates), []
    standing: list[Candidate] = []
    parts: list[Candidate] = []
    for candidate in sorted(dict.fromkeys(candidates), key=_preference):
        over = [s for s in standing if s.start < candidate.end and candidate.start < s.end]
        if not over:
            standing.append(candidate)
            continue
        whole = over[0]
        nested = (
            len(over) == 1
            and whole.start <= candidate.start
            and candidate.end <= whole.end
            and (whole.start, whole.end) != (candidate.start, candidate.end)
        )
        if nested and whole.cls in _WHOLES and candidate.cls in _PARTS and _may_be_part(candidate, whole):
            if not any(
                p.start < candidate.end and candidate.start < p.end and p.rule != PHASED and not opens_a_park(candidate, p) for p in parts
            ):
                parts.append(candidate)
    return sorted(standing, key=_place), sorted(parts, key=_place)


def beside(proposed: Iterable[Candidate], standing: Iterable[Candidate]) -> list[Candidate]:
    """Those of a recogniser's proposals that touch no name that stands; a place may lie inside them."""
    names = list(standing)
    return [
        c
        for c in proposed
        if all(
            s.end <= c.start
            or c.end <= s.start
            or s.cls == "District"
            and c.start <= s.start
            and s.end <= c.end
            and (s.start, s.end) != (c.start, c.end)
            for s in names
        )
    ]


def _preference(c: Candidate) -> tuple[int, int, int, str, str, bool, bool]:
    """The longest first, then by :data:`ORDER`; of what is proposed twice by one rule what has its full name, and is certain; else the first."""
    return c.start - c.end, _rank(c.rule), c.start, c.cls, c.rule, not c.shares, not c.certain


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.start, candidate.end


def opens_a_park(part: Candidate, park: Candidate) -> bool:
    """Whether the name of a company or place opens that of a park which is itself a part: 晨帆 in 晨帆产业园（二期）."""
    return part.cls in ("Company", "District") and park.cls == "Park" and part.start == park.start and part.end < park.end


def _may_be_part(part: Candidate, whole: Candidate) -> bool:
    """A place or a listed company anywhere; a park or an organization only at the front."""
    if part.cls in ("District", "Company"):
        return True
    if part.rule == PHASED:
        return True  # 晨帆科技园 of 晨帆科技园二期
    if part.start == whole.start and whole.end - part.end <= 2:
        return False  # 天劲产业基地项目 is the base, not a project in it
    return part.start == whole.start and (part.end - part.start >= 4 or part.rule != "gazetteer")
