"""Which local entities of all documents are one thing, and what that thing is called.

Every entity has an anchor (:mod:`kg.resolve.anchors`): what is surest about it. Anchors of one class are then joined

1. by the tables of names that are the same,
2. by the other names that their entities bear, the longest first: a name borne under two different anchors joins nothing,
3. by the evidence for and against their being one (:mod:`kg.resolve.score`), and
4. by what a reader decided by hand (:mod:`kg.resolve.decisions`), which counts most.

It is a function of the documents, the tables and the decisions alone: their order does not matter. The work grows as the number of mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg import names
from kg.model import Entity, Node
from kg.resolve import candidates
from kg.resolve.anchors import Anchor, Anchors, identity_of
from kg.resolve.clusters import Clusters
from kg.resolve.decisions import Decision, Decisions
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.grammar import PLACED, Grammar, canonical, is_mark
from kg.resolve.labels import Description, describe, describe_listed, key_digest, name_nodes, plain_iri
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


@dataclass(frozen=True, slots=True)
class Possible:
    """Two nodes that may be one thing."""

    one: Node
    other: Node
    points: int
    evidence: tuple[Evidence, ...]


class Resolution:
    """Entities of documents as nodes; made by :func:`resolve`."""

    def __init__(self, made: _Making):
        self._made = made

    @cached_property
    def nodes(self) -> list[Node]:
        """All nodes that documents name, by IRI."""
        return sorted((self._made.nodes[root] for root in self._made.members), key=lambda node: node.iri)

    @cached_property
    def surroundings(self) -> list[Node]:
        """Listed things that no document names: places above those that they do, and candidates of ambiguous ones; by IRI."""
        return sorted((node for root, node in self._made.nodes.items() if root not in self._made.members), key=lambda node: node.iri)

    def node(self, document: str, entity: Entity) -> Node:
        """The node that an entity of a document belongs to."""
        return self._made.nodes[self._made.clusters.find(self._made.anchors.of(document, entity).key)]

    def called(self, cls: str, name: str) -> Node | None:
        """The node of a class that a name means by itself, outside any document; None if it means none, or several."""
        root = self._made.root_of(cls, name)
        return self._made.nodes[root] if root is not None else None

    def listed(self, cls: str, identifier: str) -> Node | None:
        """The node of a listed thing; None if no document has to do with it."""
        return self._made.nodes.get(self._made.clusters.find(f"{cls}#{identifier}"))

    @cached_property
    def above(self) -> list[tuple[Node, Node]]:
        """Each listed place with the place above it, as the gazetteer has it; the places above those too."""
        return self._made.above()

    @cached_property
    def ambiguous(self) -> list[tuple[Node, tuple[Node, ...]]]:
        """Nodes of which the documents don't tell which listed thing they are, each with the things it may be."""
        return self._made.ambiguous()

    @cached_property
    def retired(self) -> dict[str, tuple[str, ...]]:
        """IRIs that things would have with fewer documents, or by their other names, with the IRIs that they have; by IRI."""
        return self._made.retired()

    @cached_property
    def possible(self) -> list[Possible]:
        """Pairs that the evidence is not enough to join, the surest first."""
        return self._made.possible()

    @property
    def unused(self) -> list[Decision]:
        """Decisions by hand that name nothing in these documents."""
        return self._made.unused

    def steps(self, node: Node) -> tuple[list[Seen], list[Step]]:
        """What led to a node: its anchors with the names that documents call them by, and the steps that joined them, in order."""
        return self._made.steps_of(node)

    def known(self, anchor: Anchor) -> str:
        """What was surest about an anchor, in words."""
        return self._made.anchors.known(anchor)

    def reason(self, node: Node) -> str:
        """Why a node is called as it is."""
        return self._made.reason(node)


def resolve(readings: Iterable[tuple[str, Sequence[Entity]]], *, same: Iterable[Pair] = (), different: Iterable[Pair] = (),
            gazetteer: Gazetteer | None = None, decisions: Decisions = Decisions(), base: str = names.BASE) -> Resolution:
    """Find out which entities are one thing.

    :param readings: for each document its identifier and its entities; in any order
    :param same: names that are one thing
    :param different: names that are not, whatever a text says
    :param gazetteer: listed names: best names, ambiguous names, places above
    :param decisions: what was decided by hand
    :param base: of the IRIs
    """
    return Resolution(_Making(list(readings), sorted(same, key=_row), sorted(different, key=_row), gazetteer, decisions, base))


def _row(pair: Pair) -> tuple[str, str, str]:
    return pair.cls, pair.name, pair.other


class _Making:
    """A resolution on its way."""

    def __init__(self, documents: Documents, same: Sequence[Pair], different: Sequence[Pair], gazetteer: Gazetteer | None,
                 decisions: Decisions, base: str):
        self.base, self.gazetteer, self.decisions = base, gazetteer, decisions
        self.grammar = Grammar(gazetteer, _companies(documents, same, gazetteer))
        self.anchors = Anchors(gazetteer, self.grammar, decisions.split)
        self.seen = see(documents, self.anchors)
        self.steps: list[Step] = []
        self.unused: list[Decision] = []
        self._first_names = self._index_first_names()
        self.clusters = Clusters(self._apart(different))
        for key in self.seen:
            self._identify(key)
        best = self._join_by_table(same)
        self._join_by_names()
        self._possible = self._join_by_evidence()
        self.members = self._members()
        self.best = {self.clusters.find(key): name for key, name in sorted(best.items(), reverse=True)}
        self._by_hand: set[str] = set()
        self.nodes = self._name()
        if decisions.merges or decisions.renames:
            self._decide()

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
        if self.decisions.is_split(anchor.key):
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
        profiles = {root: self._profile(root, [self.seen[key] for key in keys]) for root, keys in self._members().items()
                    if root.partition("#")[0].partition("<")[0].partition("=")[0] in _SCORED and not self.decisions.is_split(root)}
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
                       frozenset(name for relation, name in context if relation == "subsidiaryOf"), documents, entry is not None, frozenset(texts))

    # --- what was decided by hand

    def _decide(self) -> None:
        renamed: dict[tuple[str, str], str] = {}
        forced: dict[str, str] = {}
        for decision in self.decisions.in_order:
            if decision.action == "split":
                continue
            roots = [renamed.get((decision.cls, name)) or self.root_of(decision.cls, name)
                     for name in ((decision.name, decision.other) if decision.action == "merge" else (decision.name,))]
            if None in roots:
                self.unused.append(decision)
            elif decision.action == "merge":
                one, other = (self.clusters.find(root) for root in roots)
                if one != other:
                    best = forced.get(one) or self.best.get(one) or self._described[roots[0]].label
                    self.clusters.force(one, other)
                    self.steps.append(Step("hand", one, other, f"{decision.name} = {decision.other} ({decision.date})"))
                    forced.pop(other, None)
                    forced[self.clusters.find(one)] = best
            else:
                root = self.clusters.find(roots[0])
                forced[root] = decision.other
                renamed[decision.cls, decision.other] = root
                self.steps.append(Step("hand", root, root, f"renamed {decision.other} ({decision.date})"))
        self.members = self._members()
        self.best = {**{self.clusters.find(root): name for root, name in sorted(self.best.items(), reverse=True)}, **forced}
        self._by_hand = set(forced)
        self.nodes = self._name()

    # --- naming

    def _members(self) -> dict[str, list[str]]:
        members: dict[str, list[str]] = defaultdict(list)
        for key in self.seen:
            members[self.clusters.find(key)].append(key)
        return dict(members)

    def _name(self) -> dict[str, Node]:
        """Describe each cluster that a document speaks of, and the listed things around them."""
        self.__dict__.pop("_by_name", None)
        self._described: dict[str, Description] = {}
        for root, keys in self.members.items():
            self._described[root] = self.description(root, [self.seen[key] for key in keys])
        for cls, identity in self._surrounding():
            root = self.clusters.find(f"{cls}#{identity}")
            entry = self.anchors.entry(cls, identity)
            if root not in self._described and entry is not None:
                self._described[root] = describe_listed(entry, root, self.anchors)
        return name_nodes(self._described, self.base)

    def description(self, root: str, seen: Sequence[Seen]) -> Description:
        """Choose the names of a cluster."""
        called: Counter[tuple[str, ...]] = Counter()
        for each in seen:
            called.update(each.profiles())
        first = min((each.anchor for each in seen), key=lambda anchor: anchor.key)
        return describe(root, first, self._without_strangers(root, first.cls, called), self.best.get(root), self.clusters.identity(root),
                        self.anchors, self._nearby(seen))

    def _nearby(self, seen: Sequence[Seen]) -> str | None:
        cities = Counter()
        for each in seen:
            for called, number in each.called.items():
                if called.within and (city := self.grammar.city(called.within)):
                    cities[city] += number
        return self.anchors.place(min(cities, key=lambda city: (-cities[city], city))) if cities else None

    def _without_strangers(self, root: str, cls: str, called: Counter) -> Counter:
        """Leave out names that mean another thing, by the curated table or the gazetteer."""
        kept: Counter[tuple[str, ...]] = Counter()
        for profile, count in called.items():
            keys = {name: self.anchors.key_of_name(cls, name) for name in profile}
            own = tuple(name for name in profile if keys[name] is None or not self.clusters.opposed(keys[name], root))
            kept[own or profile[:1]] += count
        return kept

    def _surrounding(self) -> Iterable[tuple[str, str]]:
        """Class and identity of the listed things around those that documents name."""
        found: dict[tuple[str, str], None] = {}
        for root, keys in self.members.items():
            identity = self.clusters.identity(root)
            cls = self.seen[keys[0]].anchor.cls
            entry = self.anchors.entry(cls, identity) if identity and cls in ("District", "Park") else None
            if entry is not None:
                found.update(dict.fromkeys(self._chain(entry)))
            for key in keys:
                for candidate in self.seen[key].anchor.candidates:
                    found[cls, candidate] = None
                    listed = self.anchors.entry(cls, candidate)
                    if listed is not None:
                        found.update(dict.fromkeys(self._chain(listed)))
        return found

    def _chain(self, entry) -> Iterable[tuple[str, str]]:
        return [(place.cls, identity_of(place)) for place in self.gazetteer.above(entry)] if self.gazetteer else []

    # --- what a resolution tells

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], tuple[set[str], set[str]]]:
        """The roots that a name means: as label, as another name."""
        index: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
        for root in self.members:
            node, thing = self.nodes[root], self._described[root]
            plain = () if thing.document else (thing.label, *node.alternatives)     # 高新区 of one text is not 高新区 in general
            for place, called in ((0, (names.local(node.iri), *(() if thing.document else (node.label,)))), (1, plain)):
                for name in called:
                    index.setdefault((node.cls, fold(name)), (set(), set()))[place].add(root)
        return index

    def root_of(self, cls: str, name: str) -> str | None:
        """The one cluster that a name means."""
        listed = self.anchors.listed_key(cls, name)
        if listed is not None and self.clusters.find(listed) in self.members:
            return self.clusters.find(listed)
        labels, others = self._by_name.get((cls, fold(name)), (set(), set()))
        found = labels or others
        return next(iter(found)) if len(found) == 1 else None

    def above(self) -> list[tuple[Node, Node]]:
        found = []
        for root, node in self.nodes.items():
            identity = self.clusters.identity(root) or self.anchors.identity(root)
            entry = self.anchors.entry(node.cls, identity) if identity and node.cls in ("District", "Park") else None
            chain = self._chain(entry) if entry is not None else []
            if chain:
                higher = self.nodes.get(self.clusters.find(f"{chain[0][0]}#{chain[0][1]}"))
                if higher is not None and higher != node:
                    found.append((node, higher))
        return sorted(found, key=lambda pair: (pair[0].iri, pair[1].iri))

    def ambiguous(self) -> list[tuple[Node, tuple[Node, ...]]]:
        found = []
        for root, keys in self.members.items():
            ids = {candidate for key in keys for candidate in self.seen[key].anchor.candidates}
            if ids and self.clusters.identity(root) is None:
                things = [self.nodes.get(self.clusters.find(f"{self.nodes[root].cls}#{identity}")) for identity in sorted(ids)]
                found.append((self.nodes[root], tuple(sorted({thing for thing in things if thing is not None}, key=lambda node: node.iri))))
        return sorted(found, key=lambda pair: pair[0].iri)

    def retired(self) -> dict[str, tuple[str, ...]]:
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
        cls = self.seen[keys[0]].anchor.cls
        firsts = Counter(name for key in keys for name in {called.names[0] for called in self.seen[key].called})
        for key in keys:
            anchor = self.seen[key].anchor
            apart = {"", anchor.document or "", (self.anchors.place(anchor.place) or anchor.place) if anchor.place else ""}
            # Parts of one name were namesakes before something joined them.
            namesake = {self._nearby([self.seen[key]]) or "", self.anchors.identity(key) or "", key_digest(key)}
            for name in sorted({name for called in self.seen[key].called for name in called.names}):
                for distinction in sorted(apart | namesake if firsts[name] > 1 else apart):
                    yield names.entity(cls, f"{name}（{distinction}）" if distinction else name, self.base)
        yield plain_iri(self._described[root], self.base)

    def possible(self) -> list[Possible]:
        found: dict[tuple[str, str], Possible] = {}
        for pair in self._possible:
            roots = self.clusters.find(pair.one), self.clusters.find(pair.other)
            if roots[0] != roots[1]:
                one, other = sorted((self.nodes[root] for root in roots), key=lambda node: node.iri)
                found.setdefault((one.iri, other.iri), Possible(one, other, pair.points, pair.evidence))
        return sorted(found.values(), key=lambda pair: (-pair.points, pair.one.iri, pair.other.iri))

    def reason(self, node: Node) -> str:
        root = self._root(node)
        thing = self._described[root]
        if root in self._by_hand:
            return "chosen by hand"
        if root in self.best:
            return "best name of the table"
        if self.clusters.identity(root) is not None and self.anchors.entry(node.cls, self.clusters.identity(root)) is not None:
            return f"best name of the gazetteer, where it is {thing.identifier or thing.label}"
        return "most documents call it so; of several names the longest"

    @cached_property
    def _roots(self) -> dict[str, str]:
        return {node.iri: root for root, node in self.nodes.items()}

    def _root(self, node: Node) -> str:
        return self._roots[node.iri]

    def steps_of(self, node: Node) -> tuple[list[Seen], list[Step]]:
        root = self._root(node)
        steps = [step for step in self.steps if self.clusters.find(step.one) == root]
        return [self.seen[key] for key in self.members.get(root, ())], steps


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
