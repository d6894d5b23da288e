"""Takes what a document says of its entities, gives what tells them from things of other documents: where each is, and what it is related
to.

Resolving knows nothing else of a document (:mod:`kg.resolve`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.relate.entities import Coreference

Key = tuple[str, str]  # class and key name of an entity
SaidAt = tuple[int, int, str, str | None]  # where a relation is said: start, end, rule, role

# Relations that tell things of one name apart: a parent, an industry, a builder, a whole.
_TELLING = frozenset(("subsidiaryOf", "inIndustry", "develops", "partOf", "holdsPositionIn"))
_TOPIC = "topic."  # rules that place a thing where the document is at home


class Surroundings:
    """The places and the context of a document's entities.

    :param relations: (subject, relation, object, modality) -> each place that says so
    """

    def __init__(self, coreference: Coreference, relations: Mapping[tuple[Key, str, Key, str], Sequence[SaidAt]]):
        self._coreference = coreference
        self._placed: dict[Key, Counter[tuple[bool, str]]] = defaultdict(Counter)
        self._context: dict[Key, set[tuple[str, str]]] = defaultdict(set)
        positions = []
        for (subject, relation, object_, modality), rows in sorted(relations.items()):
            if modality != "Actual":
                continue
            if relation == "locatedIn":
                identifier = self._identifier(object_)
                if identifier:
                    for row in rows:
                        self._placed[subject][not row[2].startswith(_TOPIC), identifier] += 1
            if relation == "holdsPositionIn":
                positions.append((subject, object_))
            if relation in _TELLING:
                self._context[subject].add((relation, coreference.names(object_)[0]))
                self._context[object_].add((f"^{relation}", coreference.names(subject)[0]))
        for person, office in positions:
            identifier = self._identifier(office) if office[0] in ("Park", "District") else self.place(office)
            if identifier:
                self._placed[person][True, identifier] += 1

    def place(self, key: Key) -> str | None:
        """The gazetteer's id of the place that a thing is in: what is said of it outweighs where its document is at home."""
        entry = self._coreference.entry(key)
        if entry is not None and entry.within:
            return entry.within
        found = self._placed.get(key)
        if not found:
            return None
        return min(found, key=lambda where: (not where[0], -found[where], where[1]))[1]

    def context(self, key: Key) -> tuple[tuple[str, str], ...]:
        """Relations to others, by their best names; ``^`` marks those in which the other is the subject. Sorted."""
        return tuple(sorted(self._context.get(key, ())))

    def _identifier(self, key: Key) -> str | None:
        entry = self._coreference.entry(key)
        return entry.identifier or None if entry is not None else None
