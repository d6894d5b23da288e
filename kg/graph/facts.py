"""The facts of a reading between nodes: what one document says, once each, with all its evidence.

Two relations, observations or milestones of a document that are equal once their entities are nodes are one fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kg import names
from kg.graph.terms import plain
from kg.model import Evidence, Milestone, Node, Observation, Reading
from kg.schema import Property


@dataclass(slots=True)
class Fact:
    """A relation between two nodes. A symmetric one stands once, its nodes in the order of their IRIs."""

    iri: str
    subject: str
    predicate: str
    object: str
    modality: str
    confidence: Decimal
    evidence: dict[Evidence, None] = field(default_factory=dict)
    roles: dict[str, dict[Evidence, None]] = field(default_factory=dict)


def facts(reading: Reading, nodes: Sequence[Node], relations: Mapping[str, Property], base: str) -> list[Fact]:
    """Give the relations of a reading as facts; one between a node and itself is none.

    :param nodes: the node of each entity of the reading
    :param relations: the ontology's, for which are symmetric
    """
    found: dict[str, Fact] = {}
    for relation in reading.relations:
        ends = [nodes[relation.subject].iri, nodes[relation.object].iri]
        if ends[0] == ends[1]:
            continue
        if relation.predicate in relations and relations[relation.predicate].symmetric:
            ends.sort()
        iri = names.digest("statement", ends[0], relation.predicate, ends[1], relation.modality, base=base)
        fact = found.get(iri)
        if fact is None:
            fact = found[iri] = Fact(iri, ends[0], relation.predicate, ends[1], relation.modality, relation.confidence)
        fact.confidence = max(fact.confidence, relation.confidence)
        fact.evidence.update(dict.fromkeys(relation.evidence))
        if relation.role:
            fact.roles.setdefault(relation.role, {}).update(dict.fromkeys(relation.evidence))
    return list(found.values())


def observations(reading: Reading, nodes: Sequence[Node], base: str) -> Iterator[tuple[str, Observation, dict[Evidence, None]]]:
    """Give the observations of a reading with their IRIs and all their evidence."""
    found: dict[str, tuple[Observation, dict[Evidence, None]]] = {}
    for o in reading.observations:
        iri = names.digest("observation", nodes[o.entity].iri, o.indicator, o.measure, plain(o.value), o.unit, o.value_text,
                           o.bound, o.period, o.modality, o.count_of, base=base)
        found.setdefault(iri, (o, {}))[1].update(dict.fromkeys(o.evidence))
    for iri, (observation, evidence) in found.items():
        yield iri, observation, evidence


def milestones(reading: Reading, nodes: Sequence[Node], base: str) -> Iterator[tuple[str, Milestone, dict[Evidence, None]]]:
    """Give the milestones of a reading with their IRIs and all their evidence."""
    found: dict[str, tuple[Milestone, dict[Evidence, None]]] = {}
    for m in reading.milestones:
        iri = names.digest("milestone", nodes[m.entity].iri, m.stage, m.date, m.modality, base=base)
        found.setdefault(iri, (m, {}))[1].update(dict.fromkeys(m.evidence))
    for iri, (milestone, evidence) in found.items():
        yield iri, milestone, evidence
