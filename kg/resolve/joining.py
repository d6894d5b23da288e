"""Joins the anchors of all documents into clusters: by the tables, by the names that they bear, and by the evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.resolve import candidates
from kg.resolve.anchors import Anchors
from kg.resolve.clusters import Clusters
from kg.resolve.decisions import Decisions
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.grammar import PLACED, Grammar, canonical, is_mark
from kg.resolve.names import fold
from kg.resolve.score import Evidence, Profile
from kg.resolve.seen import Documents, Seen, see
from kg.tables import Pair

_SCORED = frozenset(("Company", "Person", *PLACED))


@dataclass(frozen=True, slots=True)
class Step:
    """A joining of two clusters, by a key of each."""

    kind: str                           # table, name, evidence, hand
    one: str
    other: str
    why: str
    evidence: tuple[Evidence, ...] = ()


class Joining:
    """The clusters of all anchors.

    :ivar seen: what documents say of each anchor, by its key
    :ivar steps: what joined clusters, in order
    :ivar best: best names by the tables, by a key of the cluster
    :ivar possible: pairs that the evidence is not enough for
    """

    def __init__(self, documents: Documents, same: Sequence[Pair], different: Sequence[Pair], gazetteer: Gazetteer | None,
                 decisions: Decisions):
        self.grammar = Grammar(gazetteer, _companies(documents, same, gazetteer))
        self.anchors = Anchors(gazetteer, self.grammar, decisions.split)
        self.seen = see(documents, self.anchors)
        self.steps: list[Step] = []
        self._first_names = self._index_first_names()
        self._rows: dict[tuple[str, str], set[str]] = defaultdict(set)
        for pair in same:
            self._rows[pair.cls, fold(pair.name)].add(pair.name)
            self._rows[pair.cls, fold(pair.other)].add(pair.name)
        self.clusters = Clusters(self._apart(different))
        for key in self.seen:
            self._identify(key)
        self.best = self._join_by_table(same)
        self._join_by_names()
        self.possible = self._join_by_evidence()

    def members(self) -> dict[str, list[str]]:
        """The anchors of each cluster, by the key that stands for it."""
        members: dict[str, list[str]] = defaultdict(list)
        for key in self.seen:
            members[self.clusters.find(key)].append(key)
        return dict(members)

    def best_names(self, cls: str, name: str) -> list[str]:
        """The best names of what a name is in the tables and in the gazetteer."""
        listed = self.anchors.listed_key(cls, name)
        entry = self.anchors.entry(cls, self.anchors.identity(listed)) if listed else None
        return sorted(self._rows.get((cls, fold(name)), set()) | ({entry.name} if entry is not None else set()))

    def force(self, one: str, other: str, why: str) -> None:
        """Join two clusters by hand."""
        self.clusters.force(one, other)
        self.steps.append(Step("hand", one, other, why))

    # --- what the tables say

    def _index_first_names(self) -> dict[tuple[str, str], set[str]]:
        index: dict[tuple[str, str], set[str]] = defaultdict(set)
        for key, seen in self.seen.items():
            for called in seen.called:
                index[seen.anchor.cls, fold(called.names[0])].add(key)
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
            self.steps.append(Step(kind, one, other, why, evidence))
        return joined

    # --- what the names say

    def _join_by_names(self) -> None:
        """Join anchors by the names that they bear beside the one they are anchored to."""
        bearers: dict[str, dict[str, str]] = defaultdict(dict)          # key of a name -> anchors that bear it, and the name
        for key, seen in self.seen.items():
            if seen.anchor.document is None or not seen.anchor.candidates:
                for name, borne in self._names_of(seen):
                    if borne != key:
                        bearers[borne].setdefault(key, name)
        for borne in sorted(bearers, key=lambda key: (-len(key), key)):
            self._identify(borne)
            roots = {self.clusters.find(bearer) for bearer in bearers[borne]}
            if len(roots) == 1:
                bearer = min(bearers[borne])
                self._join("name", bearer, borne, f"the name {bearers[borne][bearer]}")

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

    def _join_by_evidence(self) -> list[candidates.Pair]:
        profiles = {root: self._profile(root, [self.seen[key] for key in keys]) for root, keys in self.members().items()
                    if root.partition("#")[0].partition("<")[0].partition("=")[0] in _SCORED and not Decisions.is_split(root)}
        found = candidates.pairs(profiles, self.grammar)
        joined, possible = candidates.join(found, profiles, self.grammar, self.clusters)
        self.steps += [Step("evidence", pair.one, pair.other, f"{pair.points} points", pair.evidence) for pair in joined]
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
        documents = frozenset().union(*(each.documents for each in seen))
        return Profile(cls, tuple(firsts), tuple(parts)[:8], frozenset(places),
                       frozenset(name for relation, name in context if relation == "inIndustry"),
                       frozenset(name for relation, name in context if relation == "subsidiaryOf"),
                       documents, entry is not None, frozenset(texts))


def _companies(documents: Documents, same: Iterable[Pair], gazetteer: Gazetteer | None) -> Mapping[str, str]:
    """Names of companies that stand in front of names of projects, each with its best name: of the documents and of the table."""
    found: dict[str, str | None] = {}
    for _, entities in documents:
        for entity in entities:
            if entity.cls == "Company":
                for name in entity.names:
                    found[name] = entity.names[0] if found.get(name, entity.names[0]) == entity.names[0] else None
    of_documents = {name: best for name, best in found.items() if best is not None and is_mark(name) and not _is_place(name, gazetteer)}
    of_table: dict[str, str] = {}
    for pair in same:
        if pair.cls == "Company":
            of_table[pair.name] = of_table.get(pair.name, pair.name)
            of_table[pair.other] = of_table[pair.name]
    return {**of_documents, **of_table}


def _is_place(name: str, gazetteer: Gazetteer | None) -> bool:
    """Whether a name is listed for a district and for no company."""
    classes = {entry.cls for entry in gazetteer.lookup(name)} if gazetteer is not None else set()
    return "District" in classes and "Company" not in classes
