"""Collects what the rules of a document assert, and turns it into a Reading with original offsets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Final, TypeVar

from kg.model import Document, Entity, Evidence, Milestone, Observation, Reading, Relation
from kg.read import quoted
from kg.read.traditional import as_written, simplified
from kg.relate.entities import Coreference
from kg.relate.figures import Figure
from kg.relate.surroundings import SaidAt, Surroundings
from kg.schema import Schema

Key = tuple[str, str]  # class and key name of an entity

_OWN_REPORT = "topic.own-report"  # the rule that places a thing in the place whose report it stands in
# … in the place of whose news it stands in
_NEWS = frozenset(("topic.news-of-a-park", "topic.news-of-a-place", "topic.headline-place", "topic.event", "topic.area", "topic.visited"))
_FIGURE = ("bound", "count_of", "indicator", "measure", "modality", "period", "unit", "value", "value_text")  # what is said of an owner
_Said = tuple[str, str | None, str, str, str, str | None, str, Decimal, str]  # their values
_said: Callable[[Figure], _Said] = attrgetter(*_FIGURE)
_PERIOD: Final = 5  # where the period stands among them
# what is the same whatever its period and however it is written
_value: Callable[[_Said], tuple[object, ...]] = itemgetter(*(i for i, name in enumerate(_FIGURE) if name not in ("period", "value_text")))
_Fact = TypeVar("_Fact")


class Collector:
    """One document's facts, by the keys of their entities; offsets that come in are clean."""

    def __init__(self, document: Document, coreference: Coreference, schema: Schema, not_entities: Collection[Key] = frozenset()):
        """:param not_entities: names that are no entity, each with its class: what is said of them is left out"""
        self._document, self._coreference, self._schema = document, coreference, schema
        self._not_entities = {*not_entities, *coreference.unnamed}
        self._mentions: dict[Key, list[tuple[int, int, str]]] = defaultdict(list)
        self._traditional = simplified(document.text) != document.text
        self._written: dict[Key, set[str]] = defaultdict(set)  # of names in a text with traditional characters
        self._relations: dict[tuple[Key, str, Key, str], list[SaidAt]] = defaultdict(list)
        self._observations: dict[tuple[Key, _Said], list[tuple[int, int, str]]] = defaultdict(list)
        self._milestones: dict[tuple[Key, str, str | None, str], list[tuple[int, int, str]]] = defaultdict(list)
        self._quoted: dict[tuple[int, int, str], Evidence] = {}

    def mention(self, key: Key, start: int, end: int, rule: str) -> None:
        """A name of an entity stands here."""
        if key in self._not_entities:
            return
        self._mentions[key].append((start, end, rule))
        if self._traditional:
            self._written[key].add(as_written(self._document, start, end))

    def relation(
        self, subject: Key, predicate: str, object_: Key, modality: str, span: tuple[int, int], rule: str, role: str | None = None
    ) -> None:
        """A relation is said here; one that the ontology does not allow between these classes is left out."""
        if subject in self._not_entities or object_ in self._not_entities:
            return
        if subject != object_ and self._schema.allows(subject[0], predicate, object_[0]):
            self._relations[subject, predicate, object_, modality].append((*span, rule, role))

    def observation(self, entity: Key, figure: Figure) -> None:
        """A figure is said here."""
        if entity in self._not_entities:
            return
        self._observations[entity, _said(figure)].append((figure.start, figure.end, figure.rule))

    def milestone(self, entity: Key, stage: str, date: str | None, modality: str, span: tuple[int, int], rule: str) -> None:
        """A stage is said here."""
        if entity in self._not_entities:
            return
        self._milestones[entity, stage, date, modality].append((*span, rule))

    def _date_the_undated(self) -> None:
        """A stage that is told twice, once with its date or with more of it (the headline without), is one milestone."""
        told: dict[tuple[Key, str, str], list[str | None]] = defaultdict(list)
        for entity, stage, date, modality in self._milestones:
            told[entity, stage, modality].append(date)
        for (entity, stage, modality), dates in told.items():
            for date in sorted(dates, key=lambda d: len(d or "")) if len(dates) > 1 else ():
                fuller = min((d for d in dates if d is not None and _tells_more(d, date)), default=None)
                if fuller is not None:
                    self._milestones[entity, stage, fuller, modality] += self._milestones.pop((entity, stage, date, modality))
                    dates.remove(date)

    def _give_periods(self) -> None:
        """A figure that is told twice, once with its period (the headline without), is one figure."""
        told: dict[tuple[Key, tuple[object, ...]], list[tuple[str, tuple[Key, _Said]]]] = defaultdict(list)  # with their periods
        for key in self._observations:
            period = key[1][_PERIOD]
            if period is not None:
                told[key[0], _value(key[1])].append((period, key))
        for key in [k for k in self._observations if k[1][_PERIOD] is None]:
            with_period = told.get((key[0], _value(key[1])), ())
            if len(with_period) == 1:
                self._observations[with_period[0][1]] += self._observations.pop(key)
        for keys in [keys for keys in told.values() if len(keys) > 1]:
            for period, key in keys:
                days = [other for day, other in keys if _is_day_of(day, period)]
                if len(days) == 1:  # 四季度97个项目集中开工, in the headline
                    self._observations[days[0]] += self._observations.pop(key)

    def _place_once(self) -> None:
        """What is said to be somewhere in particular is not also in the place whose own report this is; a company may be in several."""
        said: dict[Key, set[Key]] = defaultdict(set)
        for (subject, predicate, object_, modality), rows in self._relations.items():
            if predicate == "locatedIn" and modality == "Actual" and any(row[2] != _OWN_REPORT and row[2] not in _NEWS for row in rows):
                entry = self._coreference.entry(object_)
                if entry is None or entry.level not in ("town", "region") and entry.identifier not in self._coreference.home_chain:
                    said[subject].add(object_)
        for key, rows in list(self._relations.items()):
            subject, predicate, object_, _ = key
            if predicate != "locatedIn" or not said[subject] - {object_}:
                continue
            if all(row[2] in _NEWS for row in rows) or subject[0] != "Company" and all(row[2] == _OWN_REPORT for row in rows):
                del self._relations[key]

    def _evidence(self, start: int, end: int, rule: str) -> Evidence:
        found = self._quoted.get((start, end, rule))
        if found is None:
            document = self._document
            words = document.clean[start:end].rstrip(" \n，、；：")
            first, last = quoted(document, start + len(words) - len(words.lstrip(" \n，、；。：")), start + len(words))
            found = self._quoted[start, end, rule] = Evidence(first, last, document.text[first:last], rule)
        return found

    def _names(self, key: Key) -> tuple[str, ...]:
        """All names of an entity, the best first; a name in traditional characters behind its simplified form."""
        return tuple(dict.fromkeys((*self._coreference.names(key), *sorted(self._written.get(key, ())))))

    def _evidences(self, rows: Sequence[tuple[int, int, str] | SaidAt]) -> tuple[Evidence, ...]:
        if len(rows) == 1:
            return (self._evidence(*rows[0][:3]),)
        return tuple(sorted({self._evidence(*row[:3]) for row in rows}, key=lambda e: (e.start, e.end, e.rule)))

    def _first_told(self) -> dict[Key, tuple[int, int, str]]:
        """Where something is first told of each thing that has a relation, a figure or a stage: its evidence, if it is named nowhere."""
        first: dict[Key, tuple[int, int, str]] = {}
        for (subject, _, object_, _), rows in self._relations.items():
            for key in (subject, object_):
                first.setdefault(key, rows[0][:3])
        for (entity, _), told in self._observations.items():
            first.setdefault(entity, told[0])
        for (entity, *_), reached in self._milestones.items():
            first.setdefault(entity, reached[0])
        return first

    def _entity(self, key: Key, named: Sequence[tuple[int, int, str]], surroundings: Surroundings) -> Entity:
        """:param named: where it is named"""
        entry = self._coreference.entry(key)
        return Entity(
            key[0],
            self._names(key),
            self._evidences(named),
            entry.identifier or None if entry else None,
            entry.within or None if entry else surroundings.place(key),
            () if entry else self._coreference.candidates(key),
            surroundings.context(key),
        )

    def reading(self, confidence: Callable[[str], Decimal]) -> Reading:
        """All that was collected.

        :param confidence: of a rule, by its name; between 0 and 1
        """
        self._place_once()
        self._relations = dict(sorted(self._relations.items()))
        told = self._first_told()
        order = sorted({*self._mentions, *told})
        position = {key: i for i, key in enumerate(order)}
        surroundings = Surroundings(self._coreference, self._relations)
        entities = tuple(self._entity(key, self._mentions.get(key) or [told[key]], surroundings) for key in order)
        relations = tuple(
            Relation(
                position[s],
                p,
                position[o],
                m,
                max(confidence(r[2]) for r in rows),
                self._evidences(rows),
                next((r[3] for r in rows if r[3]), None),
            )
            for (s, p, o, m), rows in self._relations.items()
        )
        self._give_periods()
        observations = tuple(
            Observation(position[key], indicator, measure, value, unit, text, bound, period, modality, self._evidences(rows), count_of)
            for (key, (bound, count_of, indicator, measure, modality, period, unit, value, text)), rows in _in_order(self._observations)
        )
        self._date_the_undated()
        milestones = tuple(
            Milestone(position[key], stage, date, modality, self._evidences(rows))
            for (key, stage, date, modality), rows in _in_order(self._milestones)
        )
        return Reading(self._document.identifier, entities, relations, observations, milestones)


def _in_order(said: Mapping[_Fact, list[tuple[int, int, str]]]) -> Iterator[tuple[_Fact, list[tuple[int, int, str]]]]:
    """What is said with the places that say so, in their order; of what is said in the same places, as it reads."""
    for _, group in groupby(sorted(said.items(), key=itemgetter(1)), key=itemgetter(1)):
        together = list(group)
        yield from sorted(together, key=lambda item: str(item[0])) if len(together) > 1 else together


def _is_day_of(day: str, span: str) -> bool:
    """Whether a period is a day of another that spans months: 2022-10-08 of 2022-10/2022-12."""
    first, _, last = span.partition("/")
    return len(day) == 10 and "/" not in day and len(first) == len(last) == 7 and first <= day[:7] <= last


def _tells_more(date: str, than: str | None) -> bool:
    """Whether a date tells more than another: that is none, or its month or day is told, too (2024-11-01 more than 2024)."""
    return than is None or date.startswith(f"{than}-") and "/" not in date
