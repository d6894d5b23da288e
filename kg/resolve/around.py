"""The listed places around those that documents name: above them, and those that an ambiguous name may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.disk import Disk
from kg.model import Node
from kg.resolve.anchors import identity_of
from kg.resolve.gazetteer import Gazetteer, Listed
from kg.resolve.joining import Joining
from kg.resolve.seen import Seen

_PLACES = ("District", "Park")


class Around:
    """What the gazetteer knows of the places of a joining.

    :ivar listed: class and identity of the listed things around those that documents name
    """

    def __init__(self, joined: Joining, gazetteer: Gazetteer | None, disk: Disk):
        self._joined, self._gazetteer = joined, gazetteer
        self.listed: dict[tuple[str, str], None] = {}
        self._ambiguous = disk.rows(1)              # by cluster: class and identities of what its name may mean

    def take(self, root: str, seen: Sequence[Seen]) -> None:
        """Take note of a cluster that documents name."""
        identity = self._joined.clusters.identity(root)
        cls = seen[0].anchor.cls
        candidates = {candidate for each in seen for candidate in each.anchor.candidates}
        for listed in (*sorted(candidates), *([identity] if identity and cls in _PLACES else [])):
            entry = self._joined.anchors.entry(cls, listed)
            if entry is not None:
                self.listed.update(dict.fromkeys(((cls, listed), *self._chain(entry))))
        if candidates and identity is None:
            self._ambiguous.add(root, (cls, sorted(candidates)))

    def above(self, nodes: Mapping[str, Node]) -> list[tuple[Node, Node]]:
        """Each listed place with the place above it.

        :param nodes: by the keys that stand for them
        """
        clusters, anchors, found = self._joined.clusters, self._joined.anchors, []
        for root in sorted({clusters.find(f"{cls}#{identity}") for cls, identity in self.listed}):
            node, identity = nodes[root], clusters.identity(root) or anchors.identity(root)
            entry = anchors.entry(node.cls, identity) if identity and node.cls in _PLACES else None
            chain = self._chain(entry) if entry is not None else []
            higher = nodes.get(clusters.find(f"{chain[0][0]}#{chain[0][1]}")) if chain else None
            if higher is not None and higher != node:
                found.append((node, higher))
        return sorted(found, key=lambda pair: (pair[0].iri, pair[1].iri))

    def ambiguous(self, nodes: Mapping[str, Node]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
        """Nodes that may be one of several listed things, with these."""
        for root, (cls, identities) in self._ambiguous:
            things = {nodes.get(self._joined.clusters.find(f"{cls}#{identity}")) for identity in identities}
            yield nodes[root], tuple(sorted((thing for thing in things if thing is not None), key=lambda node: node.iri))

    def _chain(self, entry: Listed) -> list[tuple[str, str]]:
        return [(place.cls, identity_of(place)) for place in self._gazetteer.above(entry)] if self._gazetteer else []
