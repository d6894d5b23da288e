"""Phases that a text names by their number alone: 一期 of 甲项目 is 甲项目一期, a project of its own, though the text never writes it out."""

from __future__ import annotations

import re
from collections.abc import Container

from kg.relate.lexicon import any_of

Owner = tuple[str, str]  # class and a name of the entity

_PHASE_TAIL = re.compile(r"[（(]?(?:[一二三四五六七八九十首](?:至|、|[—－-]))*(?P<number>[一二三四五六七八九十首])期[）)]?(?:项目|工程)?$")
TELLS_OF_A_PHASE = re.compile(any_of("focus", "tells-of-a-phase"))
_NUMBERS = "首一二三四五六"
_MADE_OF_PHASES = frozenset(("Project", "Park"))


class Phases:
    """The phases of one document that have no name but their number, and the projects and parks that they are parts of."""

    def __init__(self) -> None:
        self._wholes: dict[Owner, Owner] = {}
        self._known: dict[str, Owner] = {}  # the projects and parks that the text names, alone or in the names of their phases
        self._last: tuple[Owner, int] | None = None  # the whole and the number of the phase told last

    def know(self, owner: Owner) -> None:
        """Remember a project or park that the text names."""
        if owner[0] in _MADE_OF_PHASES:
            self._known[owner[1]] = owner

    def of(self, whole: Owner, phase: str, named: Container[Owner] = ()) -> Owner:
        """The phase of a project or park; what else has one stays what it is. Of a project that is itself a phase, the other phase.

        :param named: the projects that the text has named
        """
        tail = _PHASE_TAIL.search(whole[1])
        if whole[0] not in _MADE_OF_PHASES or tail is not None and (_same(tail["number"], phase[0]) or tail.start() == 0):
            return whole
        base = self.base(whole)
        owner = "Project", base[1] + phase
        if tail is None or base in named or base[1] in self._known:
            self._wholes[owner] = base
            self._last = base, _NUMBERS.index(phase[0])
        return owner

    def base(self, owner: Owner) -> Owner:
        """A project or park without the phase that its name tells."""
        tail = _PHASE_TAIL.search(owner[1])
        if tail is None or not tail.start():
            return owner
        name = owner[1][: tail.start()]
        return self._known.get(name, (owner[0], name))

    def told_whole(self, owner: Owner) -> Owner | None:
        """The whole of a phase, if the text names it: of 甲产业园一期, 甲产业园."""
        base = self.base(owner)
        return base if base != owner and base[1] in self._known else None

    def goes_on(self, phase: str) -> Owner | None:
        """The project whose phases are told one after the other, if a phase is the next of them, or still the same one behind the first."""
        number = _NUMBERS.index(phase[0])
        return self._last[0] if self._last is not None and number > 1 and number >= self._last[1] else None

    @property
    def last(self) -> Owner | None:
        """The whole whose phases the paragraph told of last."""
        return self._last[0] if self._last is not None else None

    def leave(self) -> None:
        """Another paragraph begins: its 二期 is of another project."""
        self._last = None

    def whole(self, owner: Owner) -> Owner | None:
        """What a phase is part of; None of what is no phase named by its number alone."""
        return self._wholes.get(owner)


def _same(number: str, other: str) -> bool:
    """Whether two phases are one: 首期 is the 一期."""
    return number == other or {number, other} == {"首", "一"}
