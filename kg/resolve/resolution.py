"""Which local entities of all documents are one thing, and what that thing is called.

Every entity has an anchor (:mod:`kg.resolve.anchors`): what is surest about it. Anchors of one class are then joined

1. by the tables of names that are the same,
2. by the other names that their entities bear, the longest first: a name borne under two different anchors joins nothing,
3. by the evidence for and against their being one (:mod:`kg.resolve.score`), and
4. by what a reader decided by hand (:mod:`kg.resolve.decisions`), which counts most.

It is a function of the documents, the tables and the decisions alone: their order does not matter. The work grows as the number of
mentions, memory hardly: what is known of all documents is on disk (:mod:`kg.disk`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg import names
from kg.disk import Disk
from kg.model import Entity, Node
from kg.resolve.anchors import Anchor
from kg.resolve.decisions import Decision, Decisions
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.joining import Joining, Step
from kg.resolve.naming import Naming
from kg.resolve.score import Evidence
from kg.resolve.seen import Documents, Seen
from kg.tables import Pair


@dataclass(frozen=True, slots=True)
class Possible:
    """Two nodes that may be one thing."""

    one: Node
    other: Node
    points: int
    evidence: tuple[Evidence, ...]


class Resolution:
    """Entities of documents as nodes; made by :func:`resolve`."""

    def __init__(self, naming: Naming, unused: list[Decision]):
        self._naming, self._joined = naming, naming.joined
        self.unused = unused        # decisions by hand that name nothing in these documents

    def __iter__(self) -> Iterator[Node]:
        """All nodes that documents name, by IRI."""
        return (self._naming.nodes[root] for root in self._naming.roots.values() if root not in self._naming.surroundings)

    @property
    def iris(self) -> Iterator[str]:
        """The IRIs of all nodes, of surroundings too, in order."""
        return iter(self._naming.roots)

    @cached_property
    def surroundings(self) -> list[Node]:
        """Listed things that no document names: places above those that they do, and candidates of ambiguous ones; by IRI."""
        return sorted((self._naming.nodes[root] for root in self._naming.surroundings), key=lambda node: node.iri)

    def node(self, document: str, entity: Entity) -> Node:
        """The node that an entity of a document belongs to."""
        return self._of(self._joined.anchors.of(document, entity).key)

    def nodes(self, document: str) -> list[Node]:
        """The nodes that the entities of a document belong to, in their order."""
        return [self._of(key) for key in self._joined.keys[document]]

    def _of(self, key: str) -> Node:
        return self._naming.nodes[self._joined.clusters.find(key)]

    def at(self, iri: str) -> Node | None:
        """The node of an IRI, surroundings among them; None if it is that of none."""
        root = self._naming.roots.get(iri)
        return self._naming.nodes[root] if root is not None else None

    def called(self, cls: str, name: str) -> Node | None:
        """The node of a class that a name means by itself, outside any document; None if it means none, or several."""
        root = self._naming.root_of(cls, name)
        return self._naming.nodes[root] if root is not None else None

    def listed(self, cls: str, identifier: str) -> Node | None:
        """The node of a listed thing; None if no document has to do with it."""
        return self._naming.nodes.get(self._joined.clusters.find(f"{cls}#{identifier}"))

    @cached_property
    def above(self) -> list[tuple[Node, Node]]:
        """Each listed place with the place above it, as the gazetteer has it; the places above those too."""
        return self._naming.around.above(self._naming.nodes)

    @property
    def ambiguous(self) -> Iterator[tuple[Node, tuple[Node, ...]]]:
        """Nodes of which the documents don't tell which listed thing they are, each with the things it may be."""
        return self._naming.around.ambiguous(self._naming.nodes)

    @property
    def retired(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """IRIs that things would have with fewer documents, or by their other names, in order, with the IRIs that they have."""
        return self._naming.retired()

    @cached_property
    def possible(self) -> list[Possible]:
        """Pairs that the evidence is not enough to join, the surest first."""
        found: dict[tuple[str, str], Possible] = {}
        for (pair,) in self._joined.possible:
            roots = self._joined.clusters.find(pair.one), self._joined.clusters.find(pair.other)
            if roots[0] != roots[1]:
                one, other = sorted((self._naming.nodes[root] for root in roots), key=lambda node: node.iri)
                found.setdefault((one.iri, other.iri), Possible(one, other, pair.points, pair.evidence))
        return sorted(found.values(), key=lambda pair: (-pair.points, pair.one.iri, pair.other.iri))

    def steps(self, node: Node) -> tuple[list[Seen], list[Step]]:
        """What led to a node: its anchors with the names that documents call them by, and the steps that joined them, in order."""
        root = self._naming.roots[node.iri]
        find = self._joined.clusters.find
        return ([seen for key, seen in self._joined.seen.items() if find(key) == root],
                [step for (step,) in self._joined.steps if find(step.one) == root])

    def known(self, anchor: Anchor) -> str:
        """What was surest about an anchor, in words."""
        return self._joined.anchors.known(anchor)

    def reason(self, node: Node) -> str:
        """Why a node is called as it is."""
        return self._naming.reason(node)


def resolve(documents: Documents, *, same: Iterable[Pair] = (), different: Iterable[Pair] = (),
            gazetteer: Gazetteer | None = None, decisions: Decisions = Decisions(), base: str = names.BASE,
            disk: Disk | None = None) -> Resolution:
    """Find out which entities are one thing.

    :param documents: for each its identifier and its entities; in any order. Gone through twice: an iterator is held in memory
    :param same: names that are one thing
    :param different: names that are not, whatever a text says
    :param gazetteer: listed names: best names, ambiguous names, places above
    :param decisions: what was decided by hand
    :param base: of the IRIs
    :param disk: for what is found, if the caller has one: each has memory of its own
    :raises StoreError: if temporary files can't be written
    """
    disk = Disk() if disk is None else disk
    if iter(documents) is documents:
        documents = list(documents)
    joined = Joining(documents, sorted(same, key=_row), sorted(different, key=_row), gazetteer, decisions, disk)
    naming = Naming(joined, gazetteer, joined.best, (), base, disk)
    unused: list[Decision] = []
    if decisions.merges or decisions.renames:
        chosen, unused = _decide(decisions, naming)
        naming = Naming(joined, gazetteer, {**joined.best, **chosen}, chosen, base, disk)
    joined.grammar.forget()             # few names are asked for from now on,
    disk.rest()                         # and of what is known a document's at a time
    return Resolution(naming, unused)


def _row(pair: Pair) -> tuple[str, str, str]:
    return pair.cls, pair.name, pair.other


def _decide(decisions: Decisions, naming: Naming) -> tuple[dict[str, str], list[Decision]]:
    """Carry out merges and renamings, in their order.

    :param naming: what the clusters are called without them
    :returns: names that were chosen, by keys of their clusters, and the decisions that name nothing in these documents
    """
    joined, clusters = naming.joined, naming.joined.clusters
    chosen: dict[str, str] = {}
    renamed: dict[tuple[str, str], str] = {}
    unused: list[Decision] = []
    for decision in decisions.in_order:
        called = {"merge": (decision.name, decision.other), "rename": (decision.name,)}.get(decision.action, ())
        found = [renamed.get((decision.cls, name)) or naming.root_of(decision.cls, name) for name in called]
        roots = [root for root in found if root is not None]
        if len(roots) < len(found):
            unused.append(decision)
        elif decision.action == "merge" and clusters.find(roots[0]) != clusters.find(roots[1]):
            one, other = (clusters.find(root) for root in roots)
            best = chosen.pop(one, None) or naming.best.get(one) or naming.described[roots[0]].label
            chosen.pop(other, None)
            joined.force(one, other, f"{decision.name} = {decision.other} ({decision.date})")
            chosen[clusters.find(one)] = best
        elif decision.action == "rename":
            root = clusters.find(roots[0])
            chosen[root] = decision.other
            renamed[decision.cls, decision.other] = root
            joined.step("hand", root, root, f"renamed {decision.other} ({decision.date})")
    return chosen, unused
