"""Pairs the graph's entities with the gold's: same class, a name in common, one to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kg.evaluate.compare import normal
from kg.evaluate.found import FoundEntity
from kg.evaluate.gold import Gold
from kg.evaluate.listed import Known
from kg.evaluate.tally import Tally

# The classes that weigh most: what an industrial park consists of.
CORE = ("Company", "Park", "District", "Project")


@dataclass(frozen=True, slots=True)
class Matching:
    """Which node is which gold entity."""

    node_of: dict[str, str]         # gold id to IRI
    optional: frozenset[str]        # IRIs of the nodes that are optional entities

    def nodes(self, ids: Iterable[str]) -> set[str]:
        """The nodes of those of the gold entities that were found."""
        return {self.node_of[id] for id in ids if id in self.node_of}


def match(gold: Gold, entities: dict[str, FoundEntity]) -> Matching:
    """Pair off, the surest first: required before optional, then where the graph's best name is one of the gold's, then by the
    number of names in common; what is still undecided goes by id and IRI.
    """
    required = {entity.id for entity in gold.required.entities}
    node_of: dict[str, str] = {}
    taken: set[str] = set()
    for *_, id, iri in sorted(_candidates(gold, entities, required)):
        if id not in node_of and iri not in taken:
            node_of[id] = iri
            taken.add(iri)
    return Matching(node_of, frozenset(iri for id, iri in node_of.items() if id not in required))


def _candidates(gold: Gold, entities: dict[str, FoundEntity], required: Collection[str]) -> Iterator[tuple[bool, bool, int, str, str]]:
    for entity in (*gold.required.entities, *gold.optional.entities):
        known = set(map(normal, entity.names))
        for node in entities.values():
            common = len(known & node.labels)
            if node.cls == entity.cls and common:
                yield entity.id not in required, normal(node.label) not in known, -common, entity.id, node.iri


def tally(gold: Gold, entities: dict[str, FoundEntity], matching: Matching, classes: Collection[str]) -> Tally:
    """Count the entities of some classes."""
    expected = [entity.id for entity in gold.required.entities if entity.cls in classes]
    found = [node.iri for node in entities.values() if node.cls in classes and node.iri not in matching.optional]
    return Tally(sum(id in matching.node_of for id in expected), len(found), len(expected))


def never_listed(gold: Gold, entities: dict[str, FoundEntity], matching: Matching, classes: Collection[str], known: Known) -> Tally:
    """Count the entities of some classes that go by no name known beforehand.

    A pair counts if none of the gold's names is known; a node that is none of the gold's entities, if none of its labels is.
    """
    expected = [entity.id for entity in gold.required.entities if entity.cls in classes and not any(known(normal(name)) for name in entity.names)]
    right = set(matching.node_of.values())
    wrong = [node for node in entities.values() if node.cls in classes and node.iri not in right and not any(map(known, node.labels))]
    hit = sum(id in matching.node_of for id in expected)
    return Tally(hit, hit + len(wrong), len(expected))


def missed(gold: Gold, matching: Matching) -> list[str]:
    """The entities that were not found, in the gold's order."""
    return [f"{entity.cls} {entity.names[0]}" for entity in gold.required.entities if entity.id not in matching.node_of]


def wrong(entities: dict[str, FoundEntity], matching: Matching) -> list[str]:
    """The nodes that are none of the gold's entities, by IRI."""
    right = set(matching.node_of.values())
    return [f"{node.cls} {node.label}" for iri, node in sorted(entities.items()) if iri not in right]
