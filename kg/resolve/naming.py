"""What the clusters are called: their nodes, and the names and former IRIs that lead to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from kg import names
from kg.model import Node
from kg.resolve.around import Around
from kg.resolve.joining import Joining
from kg.resolve.labels import Description, describe, describe_listed, name_nodes, plain_iri
from kg.resolve.names import fold
from kg.resolve.seen import Seen


class Naming:
    """The nodes of a joining.

    :param best: best names that are known, by keys of their clusters; of several for one cluster the first key's
    :param by_hand: the keys of those that were chosen by hand
    :ivar nodes: by the keys that stand for them, listed things around those that documents name among them
    :ivar members: the anchors of each cluster that documents name
    """

    def __init__(self, joined: Joining, around: Around, best: Mapping[str, str], by_hand: Collection[str], base: str):
        self.joined, self.base = joined, base
        self.members = joined.members()
        self._by_hand = {joined.clusters.find(key) for key in by_hand}
        self.best = {joined.clusters.find(key): name for key, name in sorted(best.items(), reverse=True)}
        self.best |= {joined.clusters.find(key): best[key] for key in by_hand}
        self.described = {root: self.description(root, [joined.seen[key] for key in keys]) for root, keys in self.members.items()}
        for cls, identity in around.listed(self.members):
            root = joined.clusters.find(f"{cls}#{identity}")
            entry = joined.anchors.entry(cls, identity)
            if root not in self.described and entry is not None:
                self.described[root] = describe_listed(entry, root, joined.anchors)
        self.nodes = name_nodes(self.described, base)

    def description(self, root: str, seen: Sequence[Seen]) -> Description:
        """Choose the names of a cluster."""
        called: Counter[tuple[str, ...]] = Counter()
        for each in seen:
            called.update(each.profiles())
        first = min((each.anchor for each in seen), key=lambda anchor: anchor.key)
        own = self._without_strangers(root, first.cls, called)
        return describe(root, first, own, self.best.get(root), self.joined.clusters.identity(root),
                        self.joined.anchors, self._nearby(seen))

    def _nearby(self, seen: Sequence[Seen]) -> str | None:
        cities = Counter()
        for each in seen:
            for called, number in each.called.items():
                if called.within and (city := self.joined.grammar.city(called.within)):
                    cities[city] += number
        return self.joined.anchors.place(min(cities, key=lambda city: (-cities[city], city))) if cities else None

    def _without_strangers(self, root: str, cls: str, called: Counter) -> Counter:
        """Leave out names that mean another thing, by the curated table or the gazetteer."""
        kept: Counter[tuple[str, ...]] = Counter()
        for profile, count in called.items():
            keys = {name: self.joined.anchors.key_of_name(cls, name) for name in profile}
            own = tuple(name for name in profile if keys[name] is None or not self.joined.clusters.opposed(keys[name], root))
            kept[own or profile[:1]] += count
        return kept

    def root_of(self, cls: str, name: str) -> str | None:
        """The one cluster that a name means, by the key that stands for it."""
        listed = self.joined.anchors.listed_key(cls, name)
        if listed is not None and self.joined.clusters.find(listed) in self.members:
            return self.joined.clusters.find(listed)
        labels, others = self._by_name.get((cls, fold(name)), (set(), set()))
        found = labels or others
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], tuple[set[str], set[str]]]:
        """The roots that a name means: as label, as another name."""
        index: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
        for root in self.members:
            node, thing = self.nodes[root], self.described[root]
            plain = () if thing.document else (thing.label, *node.alternatives)     # 高新区 of one text is not 高新区 in general
            for place, called in ((0, (names.local(node.iri), *(() if thing.document else (node.label,)))), (1, plain)):
                for name in called:
                    index.setdefault((node.cls, fold(name)), (set(), set()))[place].add(root)
        return index

    def root(self, node: Node) -> str:
        """The key that stands for a node."""
        return self._roots[node.iri]

    @cached_property
    def _roots(self) -> dict[str, str]:
        return {node.iri: root for root, node in self.nodes.items()}

    def reason(self, node: Node) -> str:
        """Why a node is called as it is."""
        root = self.root(node)
        thing, identity = self.described[root], self.joined.clusters.identity(root)
        if root in self._by_hand:
            return "chosen by hand"
        if root in self.best:
            return "best name of the table"
        if identity is not None and self.joined.anchors.entry(node.cls, identity) is not None:
            return f"best name of the gazetteer, where it is {thing.identifier or thing.label}"
        return "most documents call it so; of several names the longest"

    def retired(self) -> dict[str, tuple[str, ...]]:
        """IRIs that are not in use and lead to nodes, with the IRIs of these."""
        live = {node.iri for node in self.nodes.values()}
        leads: dict[str, set[str]] = defaultdict(set)
        for root, keys in self.members.items():
            node = self.nodes[root]
            for iri in self._formerly(root, keys):
                if iri not in live:
                    leads[iri].add(node.iri)
        return {iri: tuple(sorted(to)) for iri, to in sorted(leads.items())}

    def _formerly(self, root: str, keys: Sequence[str]) -> Iterable[str]:
        """IRIs that a cluster's parts would have by themselves."""
        cls = self.joined.seen[keys[0]].anchor.cls
        for key in keys:
            seen, anchor = self.joined.seen[key], self.joined.seen[key].anchor
            firsts = {called.names[0] for called in seen.called}
            apart = {"", anchor.document or "", (self.joined.anchors.place(anchor.place) or anchor.place) if anchor.place else ""}
            namesake = {self._nearby([seen]) or "", self.joined.anchors.identity(key) or ""}
            for name in sorted({name for called in seen.called for name in called.names}):
                for distinction in sorted(apart | namesake if name in firsts else apart):
                    yield names.entity(cls, f"{name}（{distinction}）" if distinction else name, self.base)
                for best in self.joined.best_names(cls, name):
                    yield names.entity(cls, best, self.base)
        yield plain_iri(self.described[root], self.base)
