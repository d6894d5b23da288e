"""What a thing is called, across all documents: its best name, its other names, and its IRI."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg import names
from kg.model import Node
from kg.resolve.anchors import Anchor, Anchors


@dataclass(frozen=True, slots=True)
class Description:
    """A thing before it has an IRI."""

    cls: str
    label: str
    alternatives: tuple[str, ...]
    identifier: str | None
    place: str | None           # belongs to the label: always needed to tell it from its namesakes
    document: str | None        # the only document that speaks of it by this general name
    key: str                    # tells it from every other thing of its class


def describe(root: str, group: Sequence[Anchor], called: Counter[tuple[str, ...]], curated: str | None,
             anchors: Anchors) -> Description:
    """Choose the names of a thing.

    :param root: the key that stands for it
    :param group: its anchors
    :param called: how many documents call it by which names, the best first
    :param curated: its best name by the curated table
    """
    first = min(group, key=lambda anchor: anchor.key)
    known = anchors.identity(root)
    entry = anchors.entry(first.cls, known) if known else None
    best = entry.name if entry is not None else curated or _most_frequent(called)
    others = {name for profile in called for name in profile} - {best}
    place = None
    if entry is not None and anchors.namesakes(entry):
        place = anchors.place_above(entry)
    elif first.within:
        place = anchors.place(first.within) or first.within
    # What is only a name in the list has no identifier.
    identifier = known if entry is None or entry.identifier else None
    return Description(first.cls, best, tuple(sorted(others)), identifier, place, first.document, root)


def _most_frequent(called: Counter[tuple[str, ...]]) -> str:
    best: Counter[str] = Counter()
    for profile, count in called.items():
        best[profile[0]] += count
    return min(best, key=lambda name: (-best[name], -len(name), name))


def name_nodes(described: Mapping[str, Description], base: str) -> dict[str, Node]:
    """Give every thing an IRI of its own: from its label, and where that is not enough from what tells it apart."""
    namesakes: dict[str, list[str]] = defaultdict(list)
    labels = {}
    for root, thing in described.items():
        label = f"{thing.label}（{thing.place}）" if thing.place else thing.label
        labels[root] = label
        namesakes[names.entity(thing.cls, f"{label}（{thing.document}）" if thing.document else label, base)].append(root)
    nodes = {}
    for iri, roots in namesakes.items():
        for rank, root in enumerate(sorted(roots, key=lambda root: (described[root].identifier is None, described[root].key))):
            thing, label = described[root], labels[root]
            if rank:
                label = f"{thing.label}（{_distinction(thing)}）"
                iri = names.entity(thing.cls, label, base)
            alternatives = thing.alternatives if label == thing.label else tuple(sorted({*thing.alternatives, thing.label}))
            nodes[root] = Node(iri, thing.cls, label, alternatives, thing.identifier)
    return nodes


def _distinction(thing: Description) -> str:
    """What tells a thing from its namesakes, the same on every run."""
    return thing.identifier or hashlib.sha256(thing.key.encode()).hexdigest()[:8]
