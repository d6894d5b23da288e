"""All that a store's graph says of one thing, each fact as a line of Chinese with where it was read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.profile.profile import Evidence, Figure, Milestone, Profile, Relation, Relations, profile
from kg.schema import Schema
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said."""

    what: str                       # 位于 → 肇庆高新区
    modality: str                   # Actual …
    quotes: tuple[Evidence, ...]    # the earliest document first
    sources: tuple[str, ...]        # of curated knowledge, which no document states


@dataclass(frozen=True, slots=True)
class Portrait:
    """A thing and all that is said of it; relations in the order of the ontology, what is read in most places first."""

    iri: str
    cls: str
    label: str
    alternatives: tuple[str, ...]
    documents: int                  # in how many it is mentioned
    relations: tuple[Fact, ...]     # from it, then to it
    figures: tuple[Fact, ...]       # the latest period first
    milestones: tuple[Fact, ...]    # by date


def portrait(store: Store, schema: Schema, iri: str) -> Portrait:
    """Collect what is said of an entity.

    :raises UsageError: if there is no entity of this IRI
    """
    known = profile(store, schema, iri, whole="all")
    directed = sorted(known.relations, key=lambda relations: not relations.outgoing)
    return Portrait(
        iri, known.cls, known.label, known.alternatives, len(known.documents),
        tuple(_related(relations, relation, schema) for relations in directed for relation in relations.shown),
        _figures(known), tuple(map(_reached, known.milestones)))


def _related(relations: Relations, relation: Relation, schema: Schema) -> Fact:
    arrow = "↔" if schema.relations[relations.property].symmetric else "→" if relations.outgoing else "←"
    titles = f"（{'、'.join(relation.roles)}）" if relation.roles else ""
    return Fact(f"{relations.label.zh} {arrow} {relation.other.label}{titles}", relation.modality, relation.evidence, relation.sources)


def _figures(known: Profile) -> tuple[Fact, ...]:
    figures = sorted((figure for series in known.series for figure in series.figures), key=lambda figure: (figure.label.zh, _measured(figure)))
    return tuple(Fact(_measured(figure), figure.modality, figure.evidence, ()) for figure in sorted(figures, key=lambda each: each.period, reverse=True))


def _measured(figure: Figure) -> str:
    kind = "" if figure.measure == "Level" else figure.measure_label.zh
    return " ".join(part for part in (figure.period, figure.label.zh, kind, figure.value_text) if part)


def _reached(milestone: Milestone) -> Fact:
    return Fact(f"{milestone.date or '日期不明'} {milestone.label.zh}", milestone.modality, milestone.evidence, ())
