"""Compares relations: subject, property and object must all be right."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kg.evaluate.entities import Matching
from kg.evaluate.found import FoundRelation
from kg.evaluate.gold import Gold, GoldRelation
from kg.evaluate.tally import Tally
from kg.schema import Schema


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the relations; ``hit`` and ``wrong`` are between nodes, ``missed`` between gold entities. ``spared`` are right
    because the gold lists them as optional.
    """

    hit: tuple[FoundRelation, ...]
    wrong: tuple[FoundRelation, ...]
    missed: tuple[GoldRelation, ...]
    expected: tuple[GoldRelation, ...]
    spared: tuple[FoundRelation, ...] = ()

    def tally(self, predicates: Collection[str]) -> Tally:
        """Count those of some properties."""
        hit, wrong, expected = (sum(relation.predicate in predicates for relation in kind)
                                for kind in (self.hit, self.wrong, self.expected))
        return Tally(hit, hit + wrong, expected)


def compare(gold: Gold, relations: Iterable[FoundRelation], matching: Matching, schema: Schema) -> Comparison:
    """Compare. A relation that is optional, or has an optional entity at an end, is neither right nor wrong."""
    found = {_straight(relation, schema) for relation in relations}
    wanted = {relation: row for row in gold.required.relations if (relation := _translated(row, matching, schema))}
    spare = {_translated(row, matching, schema) for row in gold.optional.relations}
    unsure = {relation for relation in found if {relation.subject, relation.object} & matching.optional}
    hit = sorted((relation for relation in found if relation in wanted), key=_order)
    spared = sorted((relation for relation in found if relation in spare and relation not in wanted), key=_order)
    wrong = sorted(found - wanted.keys() - spare - unsure, key=_order)
    hit_rows = {wanted[relation] for relation in hit}
    missed = tuple(row for row in gold.required.relations if row not in hit_rows)
    return Comparison(tuple(hit), tuple(wrong), missed, gold.required.relations, tuple(spared))


def _translated(row: GoldRelation, matching: Matching, schema: Schema) -> FoundRelation | None:
    """The relation between the nodes of its entities; None if one of them was not found."""
    subject, object_ = matching.node_of.get(row.subject), matching.node_of.get(row.object)
    if subject is None or object_ is None:
        return None
    return _straight(FoundRelation(subject, row.predicate, object_), schema)


def _straight(relation: FoundRelation, schema: Schema) -> FoundRelation:
    """Give a symmetric relation one direction."""
    if schema.relations[relation.predicate].symmetric and relation.object < relation.subject:
        return FoundRelation(relation.object, relation.predicate, relation.subject, relation.rules)
    return relation


def _order(relation: FoundRelation) -> tuple[str, str, str]:
    return relation.predicate, relation.subject, relation.object
