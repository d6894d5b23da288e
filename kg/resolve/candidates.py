"""Pairs of clusters that may be one thing, found by what their names share, and joined where the evidence is enough.

The work grows as the number of clusters: a cluster is compared only with those of its blocks (:func:`kg.resolve.score.blocks`), and a
block that holds more than :data:`LARGEST` says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, groupby
from typing import NamedTuple

from kg.disk import Disk, Rows, Table
from kg.resolve.clusters import Clusters
from kg.resolve.grammar import Grammar
from kg.resolve.score import ENOUGH, POSSIBLE, Evidence, Profile, blocks, conflicts, points, weigh

LARGEST = 40


class Pair(NamedTuple):
    """Two clusters, by their keys, with what speaks for and against their being one."""

    one: str
    other: str
    evidence: tuple[Evidence, ...]

    @property
    def points(self) -> int:
        """The sum of the evidence."""
        return points(self.evidence)


def join(profiles: Mapping[str, Profile], grammar: Grammar, clusters: Clusters, disk: Disk) -> tuple[Rows[Pair], Rows[Pair]]:
    """Join what the evidence is enough for, the surest pairs first.

    :param profiles: of the clusters, by their keys
    :returns: the pairs that were joined, in order, and those that are possible
    """
    enough, less = disk.rows(3), disk.rows(3)           # by points, the most first, and keys
    for pair in _pairs(profiles, grammar, disk):
        if pair.points >= POSSIBLE:
            (enough if pair.points >= ENOUGH else less).add(-pair.points, pair.one, pair.other, pair)
    undecided = _undecided((pair for *_, pair in enough), disk)
    groups: Table[list[str]] = disk.table()
    joined, possible = disk.rows(0), disk.rows(0)
    for *_, pair in enough:
        roots = clusters.find(pair.one), clusters.find(pair.other)
        if roots[0] == roots[1]:
            joined.add(pair)
            continue
        ones, others = (groups.get(root, [key]) for root, key in zip(roots, (pair.one, pair.other), strict=True))
        against = any(conflicts(weigh(profiles[a], profiles[b], grammar)) for a in ones for b in others)
        if against or pair.one in undecided or pair.other in undecided or not clusters.join(pair.one, pair.other):
            if not clusters.opposed(pair.one, pair.other):
                possible.add(pair)
            continue
        groups[clusters.find(pair.one)] = [*ones, *others]
        joined.add(pair)
    for *_, pair in less:
        if not clusters.opposed(pair.one, pair.other) and clusters.find(pair.one) != clusters.find(pair.other):
            possible.add(pair)
    return joined, possible


def _pairs(profiles: Mapping[str, Profile], grammar: Grammar, disk: Disk) -> Iterator[Pair]:
    """Give all pairs with some evidence."""
    members, met = disk.rows(1), disk.rows(2)
    for key, profile in profiles.items():
        for block in set(blocks(profile, grammar)):
            members.add("\x1f".join(block), key)
    for _, keys in members.grouped():
        if len(keys) <= LARGEST:
            for one, other in combinations(keys, 2):
                met.add(one, other, 0)
    for (one, other), _ in groupby(met, key=lambda row: row[:2]):
        evidence = weigh(profiles[one], profiles[other], grammar)
        if evidence:
            yield Pair(one, other, evidence)


def _undecided(enough: Iterable[Pair], disk: Disk) -> Table[int]:
    """Clusters that may equally be two others which are not one themselves: a short name of two things is neither's."""
    partners = disk.rows(2)                             # by key and points, the most first
    paired = disk.table()
    for pair in enough:
        for key, other in ((pair.one, pair.other), (pair.other, pair.one)):
            partners.add(key, -pair.points, other)
        paired[f"{pair.one}\x1e{pair.other}"] = 1
    found = disk.table()
    for key, groups in groupby(partners.grouped(), key=lambda group: group[0][0]):
        _, top = next(groups)
        if any(f"{one}\x1e{other}" not in paired for one, other in combinations(sorted(top), 2)):
            found[key] = 1
    return found
