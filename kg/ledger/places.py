"""What lies where: the places above and below one another by ``pk:locatedIn`` and ``pk:partOf``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.ledger.facts import Facts

_STEPS = "SELECT ?inner ?outer WHERE { ?inner pk:locatedIn|pk:partOf ?outer }"


class Places:
    """The map that a store draws; what is only planned is not on it."""

    def __init__(self, facts: Facts):
        self._above: dict[str, set[str]] = defaultdict(set)
        self._below: dict[str, set[str]] = defaultdict(set)
        for row in facts.rows(_STEPS):
            self._above[row["inner"]].add(row["outer"])
            self._below[row["outer"]].add(row["inner"])

    def above(self, iri: str) -> set[str]:
        """All that a thing lies in, by however many steps; not itself."""
        return _reached(self._above, iri)

    def within(self, iri: str) -> set[str]:
        """A place, and all that lies in it, by however many steps."""
        return _reached(self._below, iri) | {iri}

    def narrowest(self, places: Iterable[str]) -> list[str]:
        """The places that no other of them lies in."""
        places = set(places)
        wider: set[str] = set()
        for place in places:
            above = self.above(place) & places
            # Two that lie in one another, by a mistake of a text, are no reason to lose both.
            wider |= {other for other in above if place not in self.above(other)}
        return sorted(places - wider)


def _reached(steps: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    pending = [start]
    while pending:
        for other in steps.get(pending.pop(), ()):
            if other not in found:
                found.add(other)
                pending.append(other)
    return found - {start}
