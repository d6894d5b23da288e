"""What the clusters are called: their nodes, and the names and former IRIs that lead to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from kg import names
from kg.disk import Disk, Rows, Table
from kg.model import Node
from kg.resolve.around import Around
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.joining import Joining
from kg.resolve.labels import Description, describe, describe_listed, name_nodes, plain_iri
from kg.resolve.names import fold
from kg.resolve.seen import Seen


class Naming:
    """The nodes of a joining.

    :param best: best names that are known, by keys of their clusters; of several for one cluster the first key's
    :param by_hand: the keys of those that were chosen by hand
    :ivar described: the names of each cluster, by the key that stands for it; listed things around those that documents name among them
    :ivar nodes: the same as nodes
    :ivar roots: the keys that stand for nodes, by their IRIs
    """

    def __init__(self, joined: Joining, gazetteer: Gazetteer | None, best: Mapping[str, str], by_hand: Collection[str], base: str, disk: Disk):
        self.joined, self.base, self._disk = joined, base, disk
        self._by_hand = {joined.clusters.find(key) for key in by_hand}
        self.best = {joined.clusters.find(key): name for key, name in sorted(best.items(), reverse=True)}
        self.best |= {joined.clusters.find(key): best[key] for key in by_hand}
        self.around = Around(joined, gazetteer, disk)
        self.described: Table[Description] = disk.table()
        for root, seen in joined.members():
            self.described[root] = self.description(root, seen)
            self.around.take(root, seen)
        self.surroundings = self._describe_surroundings()
        self.nodes = name_nodes((thing for _, thing in self.described.items()), base, disk)
        self.roots: Table[str] = disk.table()
        for root, node in self.nodes.items():
            self.roots[node.iri] = root
        self._by_name: Rows[str] | None = None

    def _describe_surroundings(self) -> frozenset[str]:
        """Describe the listed things that no document names; give the keys that stand for them."""
        found = set()
        for cls, identity in self.around.listed:
            root = self.joined.clusters.find(f"{cls}#{identity}")
            if root not in self.described:
                entry = self.joined.anchors.entry(cls, identity)
                assert entry is not None            # around takes its things from the gazetteer
                self.described[root] = describe_listed(entry, root, self.joined.anchors)
                found.add(root)
        return frozenset(found)

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
        cities: Counter[str] = Counter()
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
            own = tuple(name for name in profile if (key := keys[name]) is None or not self.joined.clusters.opposed(key, root))
            kept[own or profile[:1]] += count
        return kept

    def root_of(self, cls: str, name: str) -> str | None:
        """The one cluster that a name means, by the key that stands for it."""
        listed = self.joined.anchors.listed_key(cls, name)
        if listed is not None and self.is_named(self.joined.clusters.find(listed)):
            return self.joined.clusters.find(listed)
        if self._by_name is None:
            self._by_name = self._index_names()
        for called in ("label", "other"):
            found = set(self._by_name.of(cls, called, fold(name)))
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None

    def is_named(self, root: str) -> bool:
        """Whether documents name what a key stands for."""
        return root in self.described and root not in self.surroundings

    def _index_names(self) -> Rows[str]:
        """The keys that stand for what a name means, as label and as another name."""
        index = self._disk.rows(3)
        for root, node in self.nodes.items():
            if root not in self.surroundings:
                thing = self.described[root]
                plain = () if thing.document else (thing.label, *node.alternatives)     # 高新区 of one text is not 高新区 in general
                for name in {fold(name) for name in (names.local(node.iri), *(() if thing.document else (node.label,)))}:
                    index.add(node.cls, "label", name, root)
                for name in {fold(name) for name in plain}:
                    index.add(node.cls, "other", name, root)
        return index

    def reason(self, node: Node) -> str:
        """Why a node is called as it is."""
        root = self.roots[node.iri]
        thing, identity = self.described[root], self.joined.clusters.identity(root)
        if root in self._by_hand:
            return "chosen by hand"
        if root in self.best:
            return "best name of the table"
        if identity is not None and self.joined.anchors.entry(node.cls, identity) is not None:
            return f"best name of the gazetteer, where it is {thing.identifier or thing.label}"
        return "most documents call it so; of several names the longest"

    def retired(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """IRIs that are not in use and lead to nodes, in order, with the IRIs of these."""
        leads = self._disk.rows(2)
        for root, seen in self.joined.members():
            to = self.nodes[root].iri
            for iri in dict.fromkeys(self._formerly(root, seen)):
                if iri not in self.roots:
                    leads.add(iri, to, 0)
        for iri, rows in groupby(leads, key=itemgetter(0)):
            yield iri, tuple(dict.fromkeys(to for _, to, _ in rows))

    def _formerly(self, root: str, together: Sequence[Seen]) -> Iterable[str]:
        """IRIs that a cluster's parts would have by themselves."""
        cls = together[0].anchor.cls
        for seen in together:
            anchor = seen.anchor
            firsts = {called.names[0] for called in seen.called}
            apart = {"", anchor.document or "", (self.joined.anchors.place(anchor.place) or anchor.place) if anchor.place else ""}
            namesake = {self._nearby([seen]) or "", self.joined.anchors.identity(anchor.key) or ""}
            for name in sorted({name for called in seen.called for name in called.names}):
                for distinction in sorted(apart | namesake if name in firsts else apart):
                    yield names.entity(cls, f"{name}（{distinction}）" if distinction else name, self.base)
                for best in self.joined.best_names(cls, name):
                    yield names.entity(cls, best, self.base)
        yield plain_iri(self.described[root], self.base)
