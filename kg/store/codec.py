"""A Reading as JSON and back, in two parts: what its entities are called, which resolving looks at for all documents, and all the rest.

The layout is one list per kind, each row in the order of the fields of :mod:`kg.model`. Rules are listed once and
named by position. An evidence is ``[start, end, rule]``: its characters are not repeated, for they are those of the text.
"""

from __future__ import annotations

import json
from decimal import Decimal

from kg.errors import StoreError
from kg.model import Entity, Evidence, Milestone, Observation, Reading, Relation


def encode(reading: Reading, text: str) -> tuple[bytes, bytes]:
    """Give the JSON of a reading, in UTF-8: that of its entities, and that of their evidence and of the facts.

    :param text: the document's text, which every evidence must quote letter by letter
    :raises StoreError: if an evidence does not quote the text
    """
    rules: dict[str, int] = {}

    def evidences(rows: tuple[Evidence, ...]) -> list[list[int]]:
        for row in rows:
            if text[row.start:row.end] != row.exact:
                raise StoreError(
                    f"evidence of rule {row.rule} says {row.exact[:30]!r}, the text says {text[row.start:row.end][:30]!r}",
                    where=f"{reading.document}[{row.start}:{row.end}]",
                )
        return [[row.start, row.end, rules.setdefault(row.rule, len(rules))] for row in rows]

    entities = [[e.cls, e.names, e.identifier, e.within, e.candidates, e.context] for e in reading.entities]
    named = [evidences(e.evidence) for e in reading.entities]
    relations = [[r.subject, r.predicate, r.object, r.modality, str(r.confidence), evidences(r.evidence), r.role]
                 for r in reading.relations]
    observations = [[o.entity, o.indicator, o.measure, str(o.value), o.unit, o.value_text, o.bound, o.period, o.modality,
                     evidences(o.evidence), o.count_of] for o in reading.observations]
    milestones = [[m.entity, m.stage, m.date, m.modality, evidences(m.evidence)] for m in reading.milestones]
    layout = {"named": named, "relations": relations, "observations": observations, "milestones": milestones,
              "rules": list(rules)}
    return _json(entities), _json(layout)


def _json(layout: object) -> bytes:
    return json.dumps(layout, ensure_ascii=False, separators=(",", ":")).encode()


def decode(document: str, entities: bytes, facts: bytes, text: str) -> Reading:
    """Give back what :func:`encode` took: ``decode(r.document, *encode(r, text), text) == r``."""
    layout = json.loads(facts)
    rules = layout["rules"]

    def evidences(rows: list[list[int]]) -> tuple[Evidence, ...]:
        return tuple(Evidence(start, end, text[start:end], rules[rule]) for start, end, rule in rows)

    return Reading(
        document,
        tuple(_entity(row, evidences(rows)) for row, rows in zip(json.loads(entities), layout["named"], strict=True)),
        tuple(Relation(subject, predicate, object_, modality, Decimal(confidence), evidences(rows), role)
              for subject, predicate, object_, modality, confidence, rows, role in layout["relations"]),
        tuple(Observation(entity, indicator, measure, Decimal(value), unit, value_text, bound, period, modality,
                          evidences(rows), count_of)
              for entity, indicator, measure, value, unit, value_text, bound, period, modality, rows, count_of
              in layout["observations"]),
        tuple(Milestone(entity, stage, date, modality, evidences(rows))
              for entity, stage, date, modality, rows in layout["milestones"]),
    )


def decode_entities(entities: bytes) -> tuple[Entity, ...]:
    """Give only the entities, without their evidence: all that resolving needs."""
    return tuple(_entity(row, ()) for row in json.loads(entities))


def _entity(row: list, evidence: tuple[Evidence, ...]) -> Entity:
    cls, names, identifier, within, candidates, context = row
    return Entity(cls, tuple(names), evidence, identifier, within, tuple(candidates), tuple((relation, name) for relation, name in context))


def parted(layout: bytes) -> tuple[bytes, bytes]:
    """Make the two parts of a reading from the one that stores of formats 1 and 2 hold."""
    whole = json.loads(layout)
    rows = whole.pop("entities")
    entities = [[cls, names, identifier, within, *(rest or ([], []))] for cls, names, _, identifier, within, *rest in rows]
    return _json(entities), _json({"named": [row[2] for row in rows], **whole})
