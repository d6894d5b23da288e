"""What is surest about one local entity, as a text key; entities with the same key are one thing.

A key says the class and one of these, the first that is known:

``Company#SZ300750``
    the identity in the gazetteer
``Project<441200␟小鹏汽车智能驾驶``
    place and name, for what stands in one place and does not say all in its name; a name with a mark of its own is bound to the
    city, a general one (高新区) to the very place
``Company=小鹏``
    the name alone
``Park@a.md␟高新区``
    the document and the name, where nothing else is known
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.model import Entity
from kg.resolve.gazetteer import Gazetteer, Listed
from kg.resolve.grammar import PLACED, Grammar, Parts
from kg.resolve.names import fold, is_general

BETWEEN = "\x1f"


class Anchor(NamedTuple):
    """The key, and how far it reaches."""

    cls: str
    key: str
    place: str | None = None            # what tells it from namesakes, by its identifier; a label that says it needs it no more
    document: str | None = None         # the only document that the key counts in
    candidates: tuple[str, ...] = ()    # identifiers of the things one of which it is


class Anchors:
    """Gives entities their anchors.

    :param split: tells whether an entity of a document was set apart by hand, and under which key
    """

    def __init__(self, gazetteer: Gazetteer | None, grammar: Grammar,
                 split: Callable[[str, Entity], str | None] = lambda document, entity: None):
        self._gazetteer, self.grammar, self._split = gazetteer, grammar, split
        self._listed = lru_cache(maxsize=1 << 14)(self._look_up)

    def of(self, document: str, entity: Entity) -> Anchor:
        """The anchor of an entity."""
        cls, best = entity.cls, fold(entity.names[0])
        split = self._split(document, entity)
        if split is not None:
            return Anchor(cls, split, document=document)
        identity = entity.identifier or (None if entity.candidates else self._identity(entity))
        if identity:
            return Anchor(cls, f"{cls}#{identity}")
        if entity.candidates:
            return Anchor(cls, f"{cls}@{document}{BETWEEN}{best}", document=document, candidates=entity.candidates)
        for name in entity.names:
            found = self.by_name(cls, name, entity.within, builders(entity))
            if found is not None:
                return found
        return Anchor(cls, f"{cls}@{document}{BETWEEN}{best}", document=document)

    def by_name(self, cls: str, name: str, within: str | None = None, built_by: tuple[str, ...] = ()) -> Anchor | None:
        """The anchor that a name gives with its place; None if they say too little.

        :param within: identifier of the place that the thing is in
        """
        if len(self._listed(cls, name)) > 1:
            return None
        if cls in PLACED:
            return self._placed(cls, name, self.grammar.parts(cls, name, within, built_by), within)
        if is_general(cls, name):
            return self._bound(cls, within, fold(name)) if within else None
        if cls == "Person":
            return self._bound(cls, self.grammar.city(within) if within else "", fold(name))
        if cls == "District" and within:
            return self._bound(cls, within, fold(name))
        return Anchor(cls, self.name_key(cls, name))

    def _placed(self, cls: str, name: str, parts: Parts, within: str | None) -> Anchor | None:
        place = nearest(parts.places) or within
        text = parts.full + (f"{BETWEEN}{parts.phase}" if parts.phase else "")
        if parts.general or is_general(cls, name) and not parts.places:
            if place is None or not text:
                return None
            if not parts.places and (parts.core.startswith("市") or parts.core.endswith("号线")):
                place = self.grammar.city(place) or place
            return self._bound(cls, place, text)
        if parts.linear or cls == "Organization":
            place = nearest(parts.places) if cls == "Organization" else None
        region = place if place and not place.isdecimal() else ""  # 珠三角 and 粤西 lie in no city
        return self._bound(cls, self.grammar.city(place) or region if place else "", text, tells=True)

    @staticmethod
    def _bound(cls: str, place: str | None, text: str, tells: bool = False) -> Anchor:
        """:param tells: whether the label needs no place beside it"""
        return Anchor(cls, f"{cls}<{place}{BETWEEN}{text}" if place else f"{cls}={text}", place=None if tells else place or None)

    def listed_key(self, cls: str, name: str) -> str | None:
        """The key of the one thing that a name is listed for."""
        entry = self._listed_as(cls, name)
        return f"{cls}#{identity_of(entry)}" if entry is not None else None

    def key_of_name(self, cls: str, name: str, within: str | None = None, built_by: tuple[str, ...] = ()) -> str | None:
        """The key that a name leads to; None if it tells too little."""
        listed = self.listed_key(cls, name)
        if listed is not None:
            return listed
        anchor = self.by_name(cls, name, within, built_by)
        return anchor.key if anchor is not None else None

    def says_place(self, cls: str, name: str) -> bool:
        """Whether a name says where the thing is."""
        return cls in PLACED and bool(self.grammar.parts(cls, name).places)

    def known(self, anchor: Anchor) -> str:
        """What was surest about an anchor, in words."""
        identity = self.identity(anchor.key)
        if identity:
            return f"listed as {identity}"
        if anchor.document:
            return "set apart by hand" if anchor.key.startswith(f"{anchor.cls}!") else f"only in {anchor.document}"
        _, bound, rest = anchor.key.partition("<")
        place, _, text = rest.partition(BETWEEN)
        if bound:
            return f"read as {text.replace(BETWEEN, '')} in {self.place(place) or place}"
        return f"read as {anchor.key.partition('=')[2].replace(BETWEEN, '')}"

    @staticmethod
    def identity(key: str) -> str | None:
        """What a key is for certain, if it comes from the gazetteer."""
        cls, mark, identity = key.partition("#")
        return identity if mark and cls.isalpha() else None

    def name_key(self, cls: str, name: str) -> str:
        """The key of a name alone."""
        return f"{cls}={self.grammar.parts(cls, name).full}"

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

    def _identity(self, entity: Entity) -> str | None:
        """What the names are listed as: the best name decides, else the others if they agree."""
        found = []
        for name in entity.names:
            entry = self._listed_as(entity.cls, name)
            if entry is None or self._apart(entity.cls, entity.within, entry):
                continue
            found.append(identity_of(entry))
            if name == entity.names[0]:
                break
        return found[0] if len(set(found)) == 1 else None

    def stands_elsewhere(self, key: str, cls: str, within: str | None) -> bool:
        """Whether a key is of a listed thing that stands in another city than a place."""
        identity = self.identity(key)
        entry = self.entry(cls, identity) if identity else None
        return entry is not None and self._apart(cls, within, entry)

    def _apart(self, cls: str, within: str | None, entry: Listed) -> bool:
        return bool(cls in PLACED and within and entry.within and self.grammar.near(within, entry.within) == "apart")

    def _listed_as(self, cls: str, name: str) -> Listed | None:
        """The one thing that a name is listed for, if it is no ordinary word as well."""
        if self._gazetteer is None:
            return None
        entries = self._listed(cls, name)
        return entries[0] if len(entries) == 1 and not self._gazetteer.is_weak(name) else None

    def _look_up(self, cls: str, name: str) -> tuple[Listed, ...]:
        if self._gazetteer is None:
            return ()
        different = {identity_of(entry): entry for entry in self._gazetteer.lookup(name) if entry.cls == cls}
        return tuple(different.values())


def readable(key: str) -> str:
    """A key without its class: the name in it, with what it is bound to.

    >>> readable("Company#SZ300750"), readable("Company=小鹏"), readable("Project<441200\x1f小鹏汽车智能驾驶")
    ('SZ300750', '小鹏', '小鹏汽车智能驾驶 (441200)')
    """
    for mark in "#<=@!":
        cls, found, rest = key.partition(mark)
        if found and cls.isalpha() and cls.isascii():
            place, between, text = rest.partition(BETWEEN)
            bound = f" ({place})" if place and between and mark in "<@!" else ""
            return text.replace(BETWEEN, "") + bound if mark in "<@!" else rest.replace(BETWEEN, "")
    return key


def builders(entity: Entity) -> tuple[str, ...]:
    """The companies that are said to build a thing."""
    return tuple(name for relation, name in entity.context if relation == "^develops")


def nearest(places: Sequence[str]) -> str | None:
    """The nearest of the places in a name; a region of several only if there is no other."""
    return next((place for place in reversed(places) if place.isdecimal()), places[-1] if places else None)


def identity_of(entry: Listed) -> str:
    """What a listed thing is told from others by."""
    return entry.identifier or entry.name
