"""Pairs of clusters that may be one thing, found by what their names share, and joined where the evidence is enough.

The work grows as the number of clusters: a cluster is compared only with those of its blocks (:func:`kg.resolve.score.blocks`), and a
block that holds more than :data:`LARGEST` says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.resolve.clusters import Clusters
from kg.resolve.grammar import Grammar
from kg.resolve.score import ENOUGH, POSSIBLE, Evidence, Profile, blocks, conflicts, points, weigh

LARGEST = 40


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clusters, by their keys, with what speaks for and against their being one."""

    one: str
    other: str
    evidence: tuple[Evidence, ...]

    @property
    def points(self) -> int:
        """The sum of the evidence."""
        return points(self.evidence)


def pairs(profiles: Mapping[str, Profile], grammar: Grammar) -> list[Pair]:
    """Give all pairs with some evidence, the surest first."""
    members: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(profiles):
        for block in set(blocks(profiles[key], grammar)):
            members[block].append(key)
    met = {(one, other) for keys in members.values() if len(keys) <= LARGEST for i, one in enumerate(keys) for other in keys[i + 1:]}
    found = (Pair(one, other, weigh(profiles[one], profiles[other], grammar)) for one, other in met)
    return sorted((pair for pair in found if pair.evidence), key=lambda pair: (-pair.points, pair.one, pair.other))


def join(found: Iterable[Pair], profiles: Mapping[str, Profile], grammar: Grammar, clusters: Clusters) -> tuple[list[Pair], list[Pair]]:
    """Join what the evidence is enough for.

    :param found: by :func:`pairs`
    :returns: the pairs that were joined, in order, and those that are possible
    """
    found = list(found)
    enough = [pair for pair in found if pair.points >= ENOUGH]
    undecided = _undecided(enough)
    groups: dict[str, list[str]] = {}
    joined, possible = [], []
    for pair in enough:
        roots = clusters.find(pair.one), clusters.find(pair.other)
        if roots[0] == roots[1]:
            joined.append(pair)
            continue
        ones, others = (groups.get(root, [key]) for root, key in zip(roots, (pair.one, pair.other), strict=True))
        against = any(conflicts(weigh(profiles[a], profiles[b], grammar)) for a in ones for b in others)
        if against or pair.one in undecided or pair.other in undecided or not clusters.join(pair.one, pair.other):
            if not clusters.opposed(pair.one, pair.other):
                possible.append(pair)
            continue
        groups[clusters.find(pair.one)] = [*ones, *others]
        joined.append(pair)
    possible += [pair for pair in found if POSSIBLE <= pair.points < ENOUGH and not clusters.opposed(pair.one, pair.other)
                 and clusters.find(pair.one) != clusters.find(pair.other)]
    return joined, possible


def _undecided(enough: Iterable[Pair]) -> set[str]:
    """Clusters that may equally be two others which are not one themselves: a short name of two things is neither's."""
    partners: dict[str, dict[str, int]] = defaultdict(dict)
    for pair in enough:
        partners[pair.one][pair.other] = partners[pair.other][pair.one] = pair.points
    found = set()
    for key, of in partners.items():
        best = max(of.values())
        top = sorted(other for other, value in of.items() if value == best)
        if any(b not in partners[a] for i, a in enumerate(top) for b in top[i + 1:]):
            found.add(key)
    return found
