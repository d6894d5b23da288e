"""What is surest about one local entity, as a text key; entities with the same key are one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from kg.model import Entity
from kg.resolve.names import fold, is_general


class Listed(Protocol):
    """An entry of a gazetteer."""

    name: str
    cls: str
    identifier: str


class Gazetteer(Protocol):
    """What resolving asks of a gazetteer; :class:`kg.recognize.gazetteer.Gazetteer` answers it."""

    by_identifier: dict[str, Listed]

    def lookup(self, name: str) -> Sequence[Listed]:
        """The entries that bear exactly this name."""

    def is_weak(self, name: str) -> bool:
        """Whether the name is also an ordinary word."""

    def above(self, entry: Listed) -> Iterator[Listed]:
        """The places above an entry, the nearest first."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The key, and how far it reaches."""

    cls: str
    key: str
    within: str | None = None       # the place that a general name belongs to, by its identifier
    document: str | None = None     # the only document that the key counts in


class Anchors:
    """Gives entities their anchors, by a gazetteer if there is one."""

    def __init__(self, gazetteer: Gazetteer | None):
        self._gazetteer = gazetteer
        self._listed = lru_cache(maxsize=1 << 16)(self._look_up)

    def of(self, document: str, entity: Entity) -> Anchor:
        """The anchor of an entity: its identifier, else its first telling name, else its place, else its document."""
        cls = entity.cls
        identity = entity.identifier or self._identity(cls, entity.names)
        if identity:
            return Anchor(cls, f"{cls}#{identity}")
        for name in entity.names:
            if self.tells(cls, name):
                return Anchor(cls, self.name_key(cls, name))
        best = fold(entity.names[0])
        if entity.within:
            return Anchor(cls, f"{cls}<{entity.within}\x1f{best}", within=entity.within)
        return Anchor(cls, f"{cls}@{document}\x1f{best}", document=document)

    def key_of_name(self, cls: str, name: str) -> str | None:
        """The key that a name alone leads to; None if it tells nothing."""
        entry = self._listed_as(cls, name)
        if entry is not None:
            return f"{cls}#{_identifier(entry)}"
        return self.name_key(cls, name) if self.tells(cls, name) else None

    @staticmethod
    def identity(key: str) -> str | None:
        """What a key is for certain, if it comes from the gazetteer."""
        cls, mark, identity = key.partition("#")
        return identity if mark and cls.isalpha() else None

    @staticmethod
    def name_key(cls: str, name: str) -> str:
        return f"{cls}={fold(name)}"

    def tells(self, cls: str, name: str) -> bool:
        """Whether a name can stand for one thing: it is not general, and not listed for several."""
        return len(self._listed(cls, name)) < 2 and not is_general(cls, name)

    def entry(self, cls: str, identity: str) -> Listed | None:
        """What the gazetteer has under an identity, if it is of this class."""
        if self._gazetteer is None:
            return None
        entry = self._gazetteer.by_identifier.get(identity)
        if entry is not None and entry.cls == cls:
            return entry
        found = [e for e in self._listed(cls, identity) if e.name == identity]
        return found[0] if len(found) == 1 else None

    def namesakes(self, entry: Listed) -> bool:
        """Whether the gazetteer lists another thing of the class under the entry's best name."""
        return sum(other.name == entry.name for other in self._listed(entry.cls, entry.name)) > 1

    def place(self, identifier: str) -> str | None:
        """Name of a place by its identifier."""
        entry = self._gazetteer.by_identifier.get(identifier) if self._gazetteer else None
        return entry.name if entry is not None else None

    def place_above(self, entry: Listed) -> str | None:
        """Name of the nearest place above an entry."""
        above = next(iter(self._gazetteer.above(entry)), None) if self._gazetteer else None
        return above.name if above is not None else None

    def _identity(self, cls: str, names: Sequence[str]) -> str | None:
        """What the names are listed as: the best name decides, else the others if they agree."""
        found = []
        for name in names:
            entry = self._listed_as(cls, name)
            if entry is not None:
                found.append(_identifier(entry))
                if name == names[0]:
                    break
        return found[0] if len(set(found)) == 1 else None

    def _listed_as(self, cls: str, name: str) -> Listed | None:
        """The one thing that a name is listed for, if it is no ordinary word as well."""
        entries = self._listed(cls, name)
        return entries[0] if len(entries) == 1 and not self._gazetteer.is_weak(name) else None

    def _look_up(self, cls: str, name: str) -> tuple[Listed, ...]:
        if self._gazetteer is None:
            return ()
        different = {_identifier(entry): entry for entry in self._gazetteer.lookup(name) if entry.cls == cls}
        return tuple(different.values())


def _identifier(entry: Listed) -> str:
    return entry.identifier or entry.name
