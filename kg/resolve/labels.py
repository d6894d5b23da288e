"""What a thing is called, across all documents: its best name, its other names, and its IRI."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kg import names
from kg.disk import Disk, Table
from kg.model import Node
from kg.resolve.anchors import Anchor, Anchors
from kg.resolve.gazetteer import Listed


class Description(NamedTuple):
    """A thing before it has an IRI."""

    cls: str
    label: str
    alternatives: tuple[str, ...]
    identifier: str | None
    place: str | None           # belongs to the IRI: tells it from namesakes that other documents may bring
    document: str | None        # the only document that speaks of it by this general name
    key: str                    # tells it from every other thing of its class
    nearby: str | None = None   # the place that tells it from a namesake, where there is one
    namesakes: bool = False     # whether the gazetteer lists others of this name


def describe(root: str, first: Anchor, called: Counter[tuple[str, ...]], best: str | None, identity: str | None, anchors: Anchors,
             nearby: str | None = None) -> Description:
    """Choose the names of a thing.

    :param root: the key that stands for it
    :param first: the first of its anchors
    :param called: how many documents call it by which names, the best first
    :param best: its best name by the curated table or by hand
    :param identity: what it is in the gazetteer
    :param nearby: name of the place it is in
    """
    entry = anchors.entry(first.cls, identity) if identity else None
    label = best or (entry.name if entry is not None else most_frequent(called))
    others = {name for profile in called for name in profile} - {label}
    place = None
    if entry is not None:
        place = place_of_listed(entry, anchors)
    elif first.place and not anchors.says_place(first.cls, label):
        place = anchors.place(first.place) or first.place
    # What is only a name in the list has no identifier.
    identifier = identity if entry is None or entry.identifier else None
    listed = entry is not None and place is not None
    return Description(first.cls, label, tuple(sorted(others)), identifier, place, first.document, root, nearby, listed)


def describe_listed(entry: Listed, root: str, anchors: Anchors) -> Description:
    """A listed thing that no document names."""
    place = place_of_listed(entry, anchors)
    return Description(entry.cls, entry.name, (), entry.identifier or None, place, None, root, namesakes=place is not None)


def place_of_listed(entry: Listed, anchors: Anchors) -> str | None:
    """The place that a listed thing's label needs, because another bears its name."""
    return anchors.place_above(entry) if anchors.namesakes(entry) else None


def most_frequent(called: Counter[tuple[str, ...]]) -> str:
    """The name that most documents call a thing by first; of several the longest, then the first."""
    best: Counter[str] = Counter()
    for profile, count in called.items():
        best[profile[0]] += count
    return min(best, key=lambda name: (-best[name], -len(name), name))


def labelled(thing: Description) -> str:
    """The name with the place that belongs to it."""
    return f"{thing.label}（{thing.place}）" if thing.place else thing.label


def name_nodes(described: Iterable[Description], base: str, disk: Disk) -> Table[Node]:
    """Give every thing an IRI of its own: from its label, and where that is not enough from what tells it apart.

    Of namesakes only one that is listed keeps the plain IRI, so that it never passes from one thing to another. The label of a thing tells
    its place only where there is a namesake, in the graph or in the gazetteer; its IRI always does, so that it stays when one turns up.

    :returns: the nodes, by the keys that stand for them
    """
    namesakes, taken, bearers = disk.rows(2), disk.table(), disk.table()
    for thing in described:
        iri, label = plain_iri(thing, base), _borne(thing)
        namesakes.add(iri, thing.key, thing)
        taken[iri] = 1
        bearers[label] = bearers.get(label, 0) + 1
    nodes = disk.table()
    for iri, rows in groupby(namesakes, key=itemgetter(0)):
        things = [thing for *_, thing in rows]
        listed = [thing for thing in things if thing.identifier is not None]
        keeps = things[0] if len(things) == 1 else listed[0] if len(listed) == 1 else None
        for thing in things:
            label, own = labelled(thing), iri
            if thing is not keeps:
                for distinction in (thing.nearby, thing.identifier, key_digest(thing.key)):
                    label = f"{labelled(thing)}（{distinction}）"
                    own = names.entity(thing.cls, label, base)
                    if distinction and own not in taken and sum(other.nearby == distinction for other in things) <= 1:
                        break
                taken[own] = 1
            if own == iri and bearers[_borne(thing)] == 1 and not thing.namesakes:
                label = thing.label
            alternatives = thing.alternatives if label == thing.label else tuple(sorted({*thing.alternatives, thing.label}))
            nodes[thing.key] = Node(own, thing.cls, label, alternatives, thing.identifier)
    return nodes


def _borne(thing: Description) -> str:
    """What namesakes share, wherever they are."""
    return f"{thing.cls}={thing.label}"


def plain_iri(thing: Description, base: str) -> str:
    """The IRI of a thing that has no namesake."""
    label = labelled(thing)
    return names.entity(thing.cls, f"{label}（{thing.document}）" if thing.document else label, base)


def key_digest(key: str) -> str:
    """What tells a thing from its namesakes where nothing else does; the same on every run."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]
