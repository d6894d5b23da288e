"""What all documents together say of the entities that share an anchor."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.disk import Disk, Table
from kg.model import Entity
from kg.resolve.anchors import Anchor, Anchors, builders

_DOCUMENTS = 64             # whose keys are held in memory

_CONTEXT = frozenset(("inIndustry", "subsidiaryOf"))       # relations that tell things apart; the others grow with the number of documents

Documents = Iterable[tuple[str, Sequence[Entity]]]      # gone through twice


class Identifiers(tuple[str, ...]):
    """Identifiers of documents, sorted. One that comes from the disk takes no memory where another holds it already."""

    __slots__ = ()

    def __reduce__(self) -> tuple:
        return _interned, (tuple(self),)


def _interned(identifiers: tuple[str, ...]) -> Identifiers:
    return Identifiers(map(sys.intern, identifiers))


class Called(NamedTuple):
    """How a document calls a thing."""

    names: tuple[str, ...]              # the best first
    within: str | None                  # identifier of the place that the document gives
    builders: tuple[str, ...]           # companies that the document says to build it


@dataclass(slots=True)
class Seen:
    """What is known of an anchor."""

    anchor: Anchor
    called: dict[Called, int] = field(default_factory=dict)         # in how many documents
    context: set[tuple[str, str]] = field(default_factory=set)
    documents: Identifiers = Identifiers()

    def profiles(self) -> Counter[tuple[str, ...]]:
        """In how many documents it is called by which names."""
        found: Counter[tuple[str, ...]] = Counter()
        for called, number in self.called.items():
            found[called.names] += number
        return found


def see(documents: Documents, anchors: Anchors, disk: Disk) -> tuple[Table[Seen], Table[list[str]]]:
    """Collect what is said of each anchor.

    :returns: that, by the keys of the anchors; and for each document, by its identifier, the keys of its entities, in their order
    """
    said, keys = disk.rows(1), disk.table(_DOCUMENTS)
    for document, entities in documents:
        found = [anchors.of(document, entity) for entity in entities]
        keys[document] = [anchor.key for anchor in found]
        for anchor, entity in zip(found, entities, strict=True):
            said.add(anchor.key, (document, tuple(anchor), (entity.names, entity.within, builders(entity)),
                                  tuple(pair for pair in entity.context if pair[0] in _CONTEXT)))
    seen = disk.table()
    for (key,), rows in said.grouped():
        seen[key] = _together(rows)
    return seen, keys


def _together(rows: Sequence[tuple[str, tuple, tuple, tuple[tuple[str, str], ...]]]) -> Seen:
    """What the documents say of one anchor: for each document an anchor, how it is called, and what else is said."""
    anchors = [Anchor(*anchor) for anchor in dict.fromkeys(anchor for _, anchor, *_ in rows)]
    found = Seen(min(anchors, key=lambda anchor: (anchor.place is None, anchor.place or "")))
    for called, number in Counter(called for _, called in {(document, called): 0 for document, _, called, _ in rows}).items():
        found.called[Called(*called)] = number
    found.documents = Identifiers(sorted({document for document, *_ in rows}))
    for *_, context in rows:
        found.context.update(context)
    return found
