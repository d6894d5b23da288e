"""Takes the mentions of one document, gives what the names of its projects are made of: place, company, size, and what is built.

A project bears the mark of its company (云岭隔膜项目 of 云岭新材料有限公司), and news calls it by several names that share what is built:
云岭新材料有限公司隔膜项目, 年产2亿平方米隔膜项目.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Mention
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.text.phrase import TRADES
from kg.recognize.text.tokens import known_word

_LEGAL_FORM = re.compile(r"(?:集团)?(?:股份)?(?:有限责任公司|有限公司|股份公司|分公司|公司)$|(?:集团|股份|控股)$")
TRADES_LONGEST_FIRST = tuple(sorted(TRADES, key=lambda trade: (-len(trade), trade)))
_SIZE = re.compile(
    r"(?:年产|日产)?(?P<size>[0-9.]+[万亿]?(?:吨|GWh|MWh|GW|MW|吉瓦时?|兆瓦时?|万?千瓦时?|平方米|平米|立方米?|米|台套|[台套辆片件支只颗架艘]))(?:/年)?级?"
)
_BRACKETS = re.compile("（[^（）]*）")
_TAIL = re.compile("(?:建设)?(?:项目|工程)$")
_SHORTEST = 3  # characters of what is built that tell one project from others


@dataclass(frozen=True, slots=True)
class ProjectName:
    """The parts of a project's name."""

    company: str | None  # the company that its name begins with, by a name that the document has
    borne: bool  # whether that is only the company's mark
    size: str | None
    core: str  # what is built


def project_names(mentions: Sequence[Mention], gazetteer: Gazetteer) -> dict[tuple[str, str], ProjectName]:
    """The parts of the names of all projects, and of the companies that parks bear; by class and name."""
    marks = _marks({m.text for m in mentions if m.cls == "Company"}, gazetteer)
    found: dict[tuple[str, str], ProjectName] = {}
    for whole, parts in _wholes(mentions):
        if whole.cls in ("Project", "Park") and (whole.cls, whole.text) not in found:
            found[whole.cls, whole.text] = _parse(whole, parts, marks)
    return found


def one_project(names: Mapping[tuple[str, str], ProjectName]) -> Iterator[list[str]]:
    """Names that mean one project: they share what is built, and differ neither in company nor in size. Where projects of several companies are
    told of, a name without company may be anybody's, unless it tells the size of one that is somebody's. Each list sorted, the longest first.
    """
    several = len({mark_of(parts.company) for (cls, _), parts in names.items() if cls == "Project" and parts.company is not None}) > 1
    sharing: dict[str, list[tuple[str, ProjectName]]] = defaultdict(list)
    for (cls, name), parts in names.items():
        if cls == "Project" and len(parts.core) >= _SHORTEST:
            sharing[parts.core].append((name, parts))
    for core in sorted(sharing):
        group = sharing[core]
        companies, sizes = ({getattr(parts, what) for _, parts in group} - {None} for what in ("company", "size"))
        if several:
            owned = {parts.size for _, parts in group if parts.company is not None} - {None}
            group = [(name, parts) for name, parts in group if parts.company is not None or parts.size in owned]
        if len(group) > 1 and len({mark_of(company) for company in companies}) == 1 and len(sizes) <= 1:
            yield sorted((name for name, _ in group), key=lambda name: (-len(name), name))


@lru_cache(maxsize=8_192)
def mark_of(company: str) -> str:
    """What a company's name is without its legal form and trade: 云岭 of 云岭新材料科技有限公司."""
    stem = _LEGAL_FORM.sub("", _BRACKETS.sub("", company))
    while True:
        trade = next((trade for trade in TRADES_LONGEST_FIRST if stem.endswith(trade) and len(stem) - len(trade) >= 2), None)
        if trade is None:
            return stem
        stem = stem[: -len(trade)]


def _marks(companies: set[str], gazetteer: Gazetteer) -> dict[str, str]:
    """The company of each mark that is borne by one alone and is no word; the place in front of it is left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for company in sorted(companies):
        mark = mark_of(company)
        size = next((n for n in range(min(6, len(mark) - 2), 1, -1) if any(e.cls == "District" for e in gazetteer.lookup(mark[:n]))), 0)
        found[mark[size:]].add(company)
    return {mark: _fullest(names) for mark, names in found.items() if len(mark) >= 2 and not known_word(mark) and _are_one(names)}


def _are_one(names: set[str]) -> bool:
    """Whether names may be one company's: the fullest holds each."""
    stems = {_LEGAL_FORM.sub("", _BRACKETS.sub("", name)) for name in names}
    fullest = _fullest(stems)
    return all(stem in fullest for stem in stems)


def _fullest(names: set[str]) -> str:
    return max(sorted(names), key=len)


def _wholes(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """Each name that stands by itself, with those inside it."""
    whole: Mention | None = None
    parts: list[Mention] = []
    for mention in mentions:
        if whole is not None and mention.end <= whole.end:
            parts.append(mention)
            continue
        if whole is not None:
            yield whole, parts
        whole, parts = mention, []
    if whole is not None:
        yield whole, parts


def _parse(whole: Mention, parts: Sequence[Mention], marks: Mapping[str, str]) -> ProjectName:
    at = whole.start
    company: str | None = None
    for part in parts:
        if part.start != at or part.cls not in ("District", "Company"):
            continue
        at = part.end
        if part.cls == "Company":
            company = part.text
            break
    rest = whole.text[at - whole.start :]
    borne = False
    if company is None:
        mark = next(
            (mark for mark in sorted(marks, key=lambda mark: (-len(mark), mark)) if rest.startswith(mark) and len(rest) - len(mark) >= 2), None
        )
        if mark is not None:
            company, borne, rest = marks[mark], True, rest[len(mark) :]
    rest = _BRACKETS.sub("", rest)
    size = _SIZE.match(rest)
    if size is not None:
        rest = rest[size.end() :]
    return ProjectName(company, borne, size["size"] if size else None, _TAIL.sub("", rest))
