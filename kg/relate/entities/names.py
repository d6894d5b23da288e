"""Takes the names that a text has for one thing, gives all its names, the best first, and those that they imply: 增芯 of 增芯科技."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.recognize.gazetteer import Gazetteer
from kg.recognize.text.tokens import known_word
from kg.relate.entities.keys import INDUSTRY_TAIL, key_of
from kg.relate.entities.project_names import TRADES_LONGEST_FIRST

_NUMBER_ALONE = re.compile(r"(?:地铁|轨道交通)?\d+号?")  # 3 of 3、4号线 is no name of the line, nor 晨州 of 晨州、松州机场 one of the airport
_YEARLY = re.compile(r"年产(?=\d)")
_HAVE_PLAIN_NAMES = ("Project", "Industry", "Programme", "Company", "Product")


def all_names(
    cls: str, written: Sequence[str], best: str | None, counts: Mapping[tuple[str, str], int], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """All names of a thing, the best first: the listed one, else the longest that is common, then the others.

    :param written: those that the text has
    :param best: the listed one, or the one that the text leaves to its context, if there is one
    :param counts: how often the text has each name of each class
    """
    ordered = sorted(written, key=lambda n: (-counts[cls, n], -len(n), n))
    if cls == "Project":
        ordered.sort(key=lambda n: (-len(n), n))
        if best is not None:
            ordered = [name for name in ordered if not _NUMBER_ALONE.fullmatch(name) and ("District", name) not in counts]
    implied = (other for name in ordered for other in _implied(name, cls, gazetteer))
    return tuple(dict.fromkeys(n.replace(" ", "") for n in (best, *ordered, *implied) if n))


def _implied(name: str, cls: str, gazetteer: Gazetteer) -> Iterator[str]:
    """What else a thing is called whose name this is: without legal form or 项目, by its mark alone."""
    plain = key_of(name, cls)
    if plain != name and len(plain) >= (2 if cls == "Product" else 3) and cls in _HAVE_PLAIN_NAMES:
        yield plain
    yearly = _YEARLY.search(name) if cls == "Project" else None
    if yearly is not None:
        yield from (name[yearly.start() :], name[yearly.end() :])
    if cls == "Company":
        yield from (mark for mark in _word_marks(name) if not gazetteer.lookup(mark) and not known_word(mark))
    if cls == "Industry" and len(name) <= 6:
        yield INDUSTRY_TAIL.sub("", name) + "产业"


def _word_marks(name: str) -> list[str]:
    """The bare word mark of a company whose name is a mark and a trade: 增芯 of 增芯科技."""
    if not name.endswith(TRADES_LONGEST_FIRST):
        return []
    for ending in TRADES_LONGEST_FIRST:
        if name.endswith(ending) and 2 <= len(name) - len(ending) <= 3:
            return [name[: -len(ending)]]
    return []
