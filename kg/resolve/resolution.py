"""Which local entities of all documents are one thing, and what that thing is called.

Every entity has an anchor (:mod:`kg.resolve.anchors`): what is surest about it. Anchors of one class are then joined

1. by the curated table of names that are the same, and
2. by the other names that their entities bear, the longest first: a name borne under two different anchors joins nothing.

The work and the memory grow with the number of different sets of names; the order of the documents does not matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg import names
from kg.model import Entity, Node
from kg.resolve.anchors import Anchor, Anchors, Gazetteer
from kg.resolve.clusters import Clusters
from kg.resolve.labels import describe, name_nodes
from kg.resolve.table import Pair


class Resolution:
    """Entities of documents as nodes; made by :func:`resolve`."""

    def __init__(self, nodes: dict[str, Node], clusters: Clusters, anchors: Anchors):
        self._nodes = nodes             # by the root of their cluster
        self._clusters = clusters
        self._anchors = anchors

    @property
    def nodes(self) -> list[Node]:
        """All nodes, by IRI."""
        return sorted(self._nodes.values(), key=lambda node: node.iri)

    def node(self, document: str, entity: Entity) -> Node:
        """The node that an entity of a document belongs to."""
        return self._nodes[self._clusters.find(self._anchors.of(document, entity).key)]

    def called(self, cls: str, name: str) -> Node | None:
        """The node of a class that a name means by itself, outside any document; None if it means none."""
        key = self._anchors.key_of_name(cls, name)
        return self._nodes.get(self._clusters.find(key)) if key else None


def resolve(readings: Iterable[tuple[str, Sequence[Entity]]], *, same: Iterable[Pair] = (), different: Iterable[Pair] = (),
            gazetteer: Gazetteer | None = None, base: str = names.BASE) -> Resolution:
    """Find out which entities are one thing.

    :param readings: for each document its identifier and its entities; in any order
    :param same: names that are one thing
    :param different: names that are not, whatever a text says
    :param gazetteer: listed names: best names, ambiguous names, places above
    :param base: of the IRIs
    """
    anchors = Anchors(gazetteer)
    borne = _names_by_anchor(readings, anchors)
    clusters = Clusters(_apart(anchors, different))
    for anchor in borne:
        _identify(clusters, anchors, anchor.key)
    best = _join_by_table(clusters, anchors, same)
    _join_by_names(clusters, anchors, borne)
    return Resolution(_nodes(clusters, anchors, borne, best, base), clusters, anchors)


# For each anchor: how many documents call its entities by which names, the best first.
Borne = dict[Anchor, Counter[tuple[str, ...]]]


def _names_by_anchor(readings: Iterable[tuple[str, Sequence[Entity]]], anchors: Anchors) -> Borne:
    borne: Borne = defaultdict(Counter)
    for document, entities in readings:
        for anchor, called in {(anchors.of(document, entity), entity.names) for entity in entities}:
            borne[anchor][called] += 1
    return {anchor: borne[anchor] for anchor in sorted(borne, key=lambda anchor: anchor.key)}


def _apart(anchors: Anchors, different: Iterable[Pair]) -> list[tuple[str, str]]:
    """Each pair as keys: by the bare names, and by what they are listed as."""
    keys = []
    for pair in different:
        ones, others = ({anchors.name_key(pair.cls, name), anchors.key_of_name(pair.cls, name)} - {None}
                        for name in (pair.name, pair.other))
        keys += [(one, other) for one in sorted(ones) for other in sorted(others) if one != other]
    return keys


def _identify(clusters: Clusters, anchors: Anchors, key: str) -> None:
    identity = anchors.identity(key)
    if identity is not None:
        clusters.identify(key, identity)


def _join_by_table(clusters: Clusters, anchors: Anchors, same: Iterable[Pair]) -> dict[str, str]:
    """Join the names of each row; give the keys of best names: those of first columns that are nobody's other name."""
    rows = sorted((pair.cls, pair.name, pair.other) for pair in same)
    others = {(cls, other) for cls, _, other in rows}
    best = {}
    for cls, name, other in rows:
        keys = [anchors.key_of_name(cls, called) for called in (name, other)]
        if None in keys:
            continue
        for key in keys:
            _identify(clusters, anchors, key)
        clusters.join(*keys)
        if (cls, name) not in others:
            best[keys[0]] = name
    return best


def _join_by_names(clusters: Clusters, anchors: Anchors, borne: Borne) -> None:
    """Join anchors by the names that they bear beside the one they are anchored to."""
    bearers: dict[str, set[str]] = defaultdict(set)                 # key of a name -> anchors that bear it
    for anchor, profiles in borne.items():
        for name in {name for called in profiles for name in called}:
            key = anchors.key_of_name(anchor.cls, name)
            if key is not None and key != anchor.key:
                bearers[key].add(anchor.key)
    for key in sorted(bearers, key=lambda key: (-len(key), key)):
        _identify(clusters, anchors, key)
        roots = {clusters.find(bearer) for bearer in bearers[key]}
        if len(roots) == 1:
            clusters.join(key, roots.pop())


def _nodes(clusters: Clusters, anchors: Anchors, borne: Borne, best: dict[str, str], base: str) -> dict[str, Node]:
    """Describe each cluster that a document speaks of.

    :param best: best names by the curated table, by their keys
    """
    curated = {clusters.find(key): name for key, name in sorted(best.items(), reverse=True)}
    members: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in borne:
        members[clusters.find(anchor.key)].append(anchor)
    described = {}
    for root, group in members.items():
        called: Counter[tuple[str, ...]] = Counter()
        for anchor in group:
            called.update(borne[anchor])
        own = _without_strangers(clusters, anchors, root, group[0].cls, called)
        described[root] = describe(root, group, own, curated.get(root), anchors)
    return name_nodes(described, base)


def _without_strangers(clusters: Clusters, anchors: Anchors, root: str, cls: str, called: Counter) -> Counter:
    """Leave out names that mean another thing, by the curated table or the gazetteer."""
    kept: Counter[tuple[str, ...]] = Counter()
    for profile, count in called.items():
        keys = {name: anchors.key_of_name(cls, name) for name in profile}
        own = tuple(name for name in profile if keys[name] is None or not clusters.opposed(keys[name], root))
        kept[own or profile[:1]] += count
    return kept
