"""Joins the anchors of all documents into clusters: by the tables, by the names that they bear, and by the evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.disk import Disk, Rows, Table
from kg.resolve import candidates
from kg.resolve.anchors import Anchors
from kg.resolve.clusters import Clusters
from kg.resolve.companies import companies
from kg.resolve.decisions import Decisions
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.grammar import PLACED, Grammar, canonical
from kg.resolve.names import fold
from kg.resolve.score import Evidence, Profile
from kg.resolve.seen import Documents, Identifiers, Seen, see
from kg.tables import Pair

_SCORED = frozenset(("Company", "Person", *PLACED))


class Step(NamedTuple):
    """A joining of two clusters, by a key of each."""

    kind: str                           # table, name, evidence, hand
    one: str
    other: str
    why: str
    evidence: tuple[Evidence, ...] = ()


class Joining:
    """The clusters of all anchors.

    :ivar keys: the keys of each document's entities
    :ivar seen: what documents say of each anchor, by its key
    :ivar steps: what joined clusters, in order
    :ivar best: best names by the tables, by a key of the cluster
    :ivar possible: pairs that the evidence is not enough for
    """

    def __init__(self, documents: Documents, same: Sequence[Pair], different: Sequence[Pair], gazetteer: Gazetteer | None,
                 decisions: Decisions, disk: Disk):
        self._disk = disk
        self.grammar = Grammar(gazetteer, companies(documents, same, gazetteer, disk))
        self.anchors = Anchors(gazetteer, self.grammar, decisions.split)
        self.seen, self.keys = see(documents, self.anchors, disk)
        self.steps: Rows[Step] = disk.rows(0)
        self._first_names = self._index_first_names((*same, *different))
        self._rows: dict[tuple[str, str], set[str]] = defaultdict(set)
        for pair in same:
            self._rows[pair.cls, fold(pair.name)].add(pair.name)
            self._rows[pair.cls, fold(pair.other)].add(pair.name)
        self.clusters = Clusters(self._apart(different), disk.table())
        for key in self.seen:
            self._identify(key)
        self.best = self._join_by_table(same)
        self._join_by_names()
        self.possible = self._join_by_evidence()

    def members(self) -> Iterator[tuple[str, list[Seen]]]:
        """The key that stands for each cluster, and what documents say of its anchors, by their keys; the clusters in no order."""
        others, several = self._disk.rows(1), self._disk.table()
        for key in self.seen:
            root = self.clusters.find(key)
            if root != key:
                others.add(root, key)
        for (root,), keys in others.grouped():
            several[root] = 1
            yield root, [*([self.seen[root]] if root in self.seen else []), *(self.seen[key] for key in keys)]
        for key, seen in self.seen.items():
            if key not in several and self.clusters.find(key) == key:
                yield key, [seen]

    def best_names(self, cls: str, name: str) -> list[str]:
        """The best names of what a name is in the tables and in the gazetteer."""
        listed = self.anchors.listed_key(cls, name)
        identity = self.anchors.identity(listed) if listed else None
        entry = self.anchors.entry(cls, identity) if identity else None
        return sorted(self._rows.get((cls, fold(name)), set()) | ({entry.name} if entry is not None else set()))

    def force(self, one: str, other: str, why: str) -> None:
        """Join two clusters by hand."""
        self.clusters.force(one, other)
        self.step("hand", one, other, why)

    def step(self, kind: str, one: str, other: str, why: str, evidence: tuple[Evidence, ...] = ()) -> None:
        """Take note of a joining."""
        self.steps.add(Step(kind, one, other, why, evidence))

    # --- what the tables say

    def _index_first_names(self, pairs: Iterable[Pair]) -> dict[tuple[str, str], set[str]]:
        """The anchors that are called first by a name of the tables."""
        index: dict[tuple[str, str], set[str]] = {(pair.cls, fold(name)): set() for pair in pairs for name in (pair.name, pair.other)}
        for key, seen in self.seen.items():
            for name in {called.names[0] for called in seen.called}:
                keys = index.get((seen.anchor.cls, fold(name)))
                if keys is not None:
                    keys.add(key)
        return index

    def _keys(self, cls: str, name: str) -> set[str]:
        """The keys that a name of a table stands for: by itself, as listed, and where it is the best name."""
        found = {self.anchors.key_of_name(cls, name), *self._first_names.get((cls, fold(name)), ())}
        if cls not in PLACED:
            found.add(self.anchors.name_key(cls, name))
        return {key for key in found if key is not None}

    def _apart(self, different: Iterable[Pair]) -> list[tuple[str, str]]:
        return [(one, other) for pair in different for one in sorted(self._keys(pair.cls, pair.name))
                for other in sorted(self._keys(pair.cls, pair.other)) if one != other]

    def _identify(self, key: str) -> None:
        identity = self.anchors.identity(key)
        if identity is not None:
            self.clusters.identify(key, identity)

    def _join_by_table(self, same: Sequence[Pair]) -> dict[str, str]:
        """Join the names of each row; give the keys of best names: those of first columns that are nobody's other name."""
        others = {(pair.cls, pair.other) for pair in same}
        best = {}
        for pair in same:
            ones, twos = (sorted(self._keys(pair.cls, name)) for name in (pair.name, pair.other))
            if not ones or not twos:
                continue
            for key in (*ones, *twos):
                self._identify(key)
                self._join("table", ones[0], key, f"{pair.name} = {pair.other} ({pair.source}, {pair.date})")
            if (pair.cls, pair.name) not in others:
                best[ones[0]] = pair.name
        return best

    def _join(self, kind: str, one: str, other: str, why: str, evidence: tuple[Evidence, ...] = ()) -> bool:
        if self.clusters.find(one) == self.clusters.find(other):
            return True
        joined = self.clusters.join(one, other)
        if joined:
            self.step(kind, one, other, why, evidence)
        return joined

    # --- what the names say

    def _join_by_names(self) -> None:
        """Join anchors by the names that they bear beside the one they are anchored to."""
        bearers = self._disk.rows(2)            # length and key of a name, the longest first: an anchor that bears it, and the name
        for key, seen in self.seen.items():
            if seen.anchor.document is None or not seen.anchor.candidates:
                for name, borne in self._names_of(seen):
                    if borne != key:
                        bearers.add(-len(borne), borne, (key, name))
        for (_, borne), rows in bearers.grouped():
            self._identify(borne)
            names = dict(reversed(rows))        # of several names of an anchor that lead there, the first
            if len({self.clusters.find(bearer) for bearer in names}) == 1:
                bearer = min(names)
                self._join("name", bearer, borne, f"the name {names[bearer]}")

    def _names_of(self, seen: Seen) -> Iterable[tuple[str, str]]:
        """The names of an anchor that tell which thing it is, each with the key that it leads to."""
        anchor = seen.anchor
        if Decisions.is_split(anchor.key):
            return
        for called in sorted(seen.called, key=lambda called: (called.names, called.within or "", called.builders)):
            for name in called.names:
                if anchor.cls in PLACED and self.anchors.listed_key(anchor.cls, name) is None \
                        and self.grammar.parts(anchor.cls, name, called.within, called.builders).general:
                    continue
                key = self.anchors.key_of_name(anchor.cls, name, called.within, called.builders)
                if key is not None and not self.anchors.stands_elsewhere(key, anchor.cls, called.within):
                    yield name, key
        identity = self.anchors.identity(anchor.key)
        entry = self.anchors.entry(anchor.cls, identity) if identity and anchor.cls in PLACED else None
        if entry is not None:                                   # 花都经开区 is listed: so 花都经济开发区 is known
            for name in entry.names:
                found = self.anchors.by_name(anchor.cls, name, entry.within or None)
                if found is not None:
                    yield name, found.key

    # --- what the evidence says

    def _join_by_evidence(self) -> Rows[candidates.Pair]:
        profiles: Table[Profile] = self._disk.table()
        for root, seen in self.members():
            if root.partition("#")[0].partition("<")[0].partition("=")[0] in _SCORED and not Decisions.is_split(root):
                profiles[root] = self._profile(root, seen)
        joined, possible = candidates.join(profiles, self.grammar, self.clusters, self._disk)
        for (pair,) in joined:
            self.step("evidence", pair.one, pair.other, f"{pair.points} points", pair.evidence)
        return possible

    def _profile(self, root: str, seen: Sequence[Seen]) -> Profile:
        cls = seen[0].anchor.cls
        called: Counter = Counter()
        for each in seen:
            called.update(each.called)
        identity = self.clusters.identity(root)
        entry = self.anchors.entry(cls, identity) if identity else None
        firsts: Counter[str] = Counter()
        parts: dict = {}
        texts: set[str] = set()
        places = set()
        for of, number in sorted(called.items(), key=lambda item: (-item[1], item[0].names, item[0].within or "", item[0].builders)):
            firsts[of.names[0]] += number
            found = self.grammar.parts(cls, of.names[0], of.within, of.builders)
            parts[found] = None
            if not found.general or found.places:
                texts.add(canonical(cls, of.names[0]))
            if of.within and not (entry is not None and entry.within):
                places.add(of.within)
        if entry is not None and entry.within:
            places.add(entry.within)
        context = set().union(*(each.context for each in seen))
        documents = Identifiers(sorted(set().union(*(each.documents for each in seen))))
        return Profile(cls, tuple(firsts), tuple(parts)[:8], frozenset(places),
                       frozenset(name for relation, name in context if relation == "inIndustry"),
                       frozenset(name for relation, name in context if relation == "subsidiaryOf"),
                       documents, entry is not None, frozenset(texts))
