"""The listed places around those that documents name: above them, and those that an ambiguous name may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import Node
from kg.resolve.anchors import identity_of
from kg.resolve.gazetteer import Gazetteer, Listed
from kg.resolve.joining import Joining

_PLACES = ("District", "Park")


class Around:
    """What the gazetteer knows of the places of a joining."""

    def __init__(self, joined: Joining, gazetteer: Gazetteer | None):
        self._joined, self._gazetteer = joined, gazetteer

    def listed(self, members: Mapping[str, Iterable[str]]) -> Iterable[tuple[str, str]]:
        """Class and identity of the listed things around those that documents name."""
        anchors, found = self._joined.anchors, dict[tuple[str, str], None]()
        for root, keys in members.items():
            for key in keys:
                anchor = self._joined.seen[key].anchor
                around = [(anchor.cls, candidate) for candidate in anchor.candidates]
                identity = self._joined.clusters.identity(root)
                if identity and anchor.cls in _PLACES:
                    around.append((anchor.cls, identity))
                for cls, identity in around:
                    entry = anchors.entry(cls, identity)
                    if entry is not None:
                        found.update(dict.fromkeys(((cls, identity), *self._chain(entry))))
        return found

    def above(self, nodes: Mapping[str, Node]) -> list[tuple[Node, Node]]:
        """Each listed place with the place above it.

        :param nodes: by the keys that stand for them
        """
        clusters, anchors, found = self._joined.clusters, self._joined.anchors, []
        for root, node in nodes.items():
            identity = clusters.identity(root) or anchors.identity(root)
            entry = anchors.entry(node.cls, identity) if identity and node.cls in _PLACES else None
            chain = self._chain(entry) if entry is not None else []
            higher = nodes.get(clusters.find(f"{chain[0][0]}#{chain[0][1]}")) if chain else None
            if higher is not None and higher != node:
                found.append((node, higher))
        return sorted(found, key=lambda pair: (pair[0].iri, pair[1].iri))

    def ambiguous(self, nodes: Mapping[str, Node], members: Mapping[str, Iterable[str]]) -> list[tuple[Node, tuple[Node, ...]]]:
        """Nodes that may be one of several listed things, with these."""
        clusters, found = self._joined.clusters, []
        for root, keys in members.items():
            ids = {candidate for key in keys for candidate in self._joined.seen[key].anchor.candidates}
            if ids and clusters.identity(root) is None:
                things = [nodes.get(clusters.find(f"{nodes[root].cls}#{identity}")) for identity in sorted(ids)]
                found.append((nodes[root], tuple(sorted({thing for thing in things if thing is not None}, key=lambda node: node.iri))))
        return sorted(found, key=lambda pair: pair[0].iri)

    def _chain(self, entry: Listed) -> list[tuple[str, str]]:
        return [(place.cls, identity_of(place)) for place in self._gazetteer.above(entry)] if self._gazetteer else []
