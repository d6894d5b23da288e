"""What all documents together say of the entities that share an anchor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model import Entity
from kg.resolve.anchors import Anchor, Anchors, builders

Documents = Sequence[tuple[str, Sequence[Entity]]]


@dataclass(frozen=True, slots=True)
class Called:
    """How a document calls a thing."""

    names: tuple[str, ...]              # the best first
    within: str | None                  # identifier of the place that the document gives
    builders: tuple[str, ...]           # companies that the document says to build it


@dataclass(slots=True)
class Seen:
    """What is known of an anchor."""

    anchor: Anchor
    called: Counter[Called] = field(default_factory=Counter)        # in how many documents
    context: set[tuple[str, str]] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    def profiles(self) -> Counter[tuple[str, ...]]:
        """In how many documents it is called by which names."""
        found: Counter[tuple[str, ...]] = Counter()
        for called, number in self.called.items():
            found[called.names] += number
        return found


def see(documents: Iterable[tuple[str, Sequence[Entity]]], anchors: Anchors) -> dict[str, Seen]:
    """Collect by anchor, in the order of their keys."""
    found: dict[str, Seen] = {}
    for document, entities in documents:
        counted = set()
        for entity in entities:
            anchor = anchors.of(document, entity)
            seen = found.setdefault(anchor.key, Seen(anchor))
            seen.anchor = min(seen.anchor, anchor, key=lambda each: (each.place is None, each.place or ""))
            called = Called(entity.names, entity.within, builders(entity))
            if (anchor.key, called) not in counted:
                counted.add((anchor.key, called))
                seen.called[called] += 1
            seen.context.update(entity.context)
            seen.documents.add(document)
    return {key: found[key] for key in sorted(found)}
