"""Tells why names are one node, step by step, and replays the steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Node
from kg.resolve.clusters import Clusters
from kg.resolve.joining import Step
from kg.resolve.resolution import Resolution
from kg.resolve.seen import Seen


@dataclass(frozen=True, slots=True)
class Called:
    """One way in which documents call the thing."""

    names: tuple[str, ...]
    documents: tuple[str, ...]
    key: str                        # of the anchor
    known: str                      # what was surest about it, in words


@dataclass(frozen=True, slots=True)
class Explanation:
    """What led to a node."""

    node: Node
    called: tuple[Called, ...]      # the anchors: each is one thing by itself
    steps: tuple[Step, ...]         # what joined them, in order
    label: str                      # why it is called so


def explain(resolution: Resolution, node: Node) -> Explanation:
    """Explain a node of a resolution."""
    seen, steps = resolution.steps(node)
    called = [Called(_names(each), tuple(each.documents), each.anchor.key, resolution.known(each.anchor)) for each in seen]
    return Explanation(node, tuple(called), tuple(_needed(steps, {each.anchor.key for each in seen})), resolution.reason(node))


def replay(explanation: Explanation) -> list[frozenset[str]]:
    """Join the anchors of an explanation by its steps alone.

    :returns: the sets of anchors that come out, by their keys: one set, all of them, if the steps do explain the node
    """
    clusters = Clusters()
    for step in explanation.steps:
        clusters.force(step.one, step.other)
    sets: dict[str, set[str]] = {}
    for called in explanation.called:
        sets.setdefault(clusters.find(called.key), set()).add(called.key)
    return [frozenset(keys) for _, keys in sorted(sets.items())]


def _names(seen: Seen) -> tuple[str, ...]:
    counted: Counter[str] = Counter()
    for called, number in seen.called.items():
        for name in called.names:
            counted[name] += number
    return tuple(sorted(counted, key=lambda name: (-counted[name], -len(name), name)))


def _needed(steps: Sequence[Step], keys: set[str]) -> list[Step]:
    """Leave out steps that only brought in names which no document uses by themselves."""
    kept = list(steps)
    while True:
        degree = Counter(key for step in kept for key in {step.one, step.other})
        idle = [step for step in kept
                if step.one != step.other and any(degree[key] == 1 and key not in keys for key in (step.one, step.other))]
        if not idle:
            return kept
        kept = [step for step in kept if step not in idle]
