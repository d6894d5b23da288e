"""Compares two sides: what is only in one of them, and which of it belongs together as one thing said otherwise.

Two facts belong together if they are alike in all but what they say (the figure of the same thing, indicator and period), or were read in
the same place. Where an entity goes by another name its facts go with it, and are not told one by one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.diff.facts import KINDS, Said, Side
from kg.schema import Schema, load_schema

if TYPE_CHECKING:
    from kg.store.part import Graph

_Key = Callable[[Said], Iterable[tuple[Hashable, ...]]]     # what a thing may be known by


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; added has no ``before``, gone no ``after``."""

    before: Said | None
    after: Said | None

    @property
    def said(self) -> Said:
        """What is said now, or was."""
        return self.after or self.before     # type: ignore[return-value]

    @property
    def how(self) -> str:
        """added, gone or changed."""
        return "added" if self.before is None else "gone" if self.after is None else "changed"

    @property
    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """Of something changed: each field that differs, as it was and as it is; empty where only its places differ."""
        if self.before is None or self.after is None:
            return ()
        before, after = dict(self.before.fields), dict(self.after.fields)
        differ = [name for name in dict.fromkeys((*before, *after)) if before.get(name) != after.get(name)]
        return tuple((name, before.get(name, ""), after.get(name, "")) for name in differ)


@dataclass(frozen=True, slots=True)
class Difference:
    """All differences, by kind, then by the place where the thing was read."""

    changes: tuple[Change, ...]
    moved: int          # facts that differ only in the name of an entity

    def counts(self) -> dict[tuple[str, str], Counter[str]]:
        """How many were added, are gone and changed, by kind and topic, in the order of the kinds."""
        found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for change in sorted(self.changes, key=lambda change: (KINDS.index(change.said.kind), change.said.topic)):
            found[change.said.kind, change.said.topic][change.how] += 1
        return dict(found)

    def rules(self) -> dict[str, Counter[str]]:
        """Likewise by the rule that read the fact; a changed one counts for the rule that reads it now."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for change in self.changes:
            if change.said.kind not in ("document", "entity"):
                for rule in {place.rule for place in change.said.places}:
                    found[rule][change.how] += 1
        return dict(sorted(found.items(), key=lambda item: (-item[1].total(), item[0])))


def diff(first: Graph, second: Graph, schema: Schema | None = None) -> Difference:
    """Compare two graphs.

    :param first: the earlier one, with every triple in its default graph, as :func:`kg.diff.sides.opened` gives it
    """
    schema = schema or load_schema()
    before, after = Side(first, schema), Side(second, schema)
    changes: list[Change] = []
    renamed: dict[str, str] = {}
    moved = 0
    for kind in KINDS:
        old, new = before.fingerprints[kind], after.fingerprints[kind]
        same = [iri for iri in old.keys() & new.keys() if old[iri] != new[iri]]
        were, are = before.told(kind, [*(old.keys() - new.keys()), *same]), after.told(kind, [*(new.keys() - old.keys()), *same])
        found = [Change(were.pop(iri), are.pop(iri)) for iri in sorted(same)]
        pairs, gone, added = _paired(list(were.values()), list(are.values()), _KEYS[kind], renamed)
        for one, other in pairs:
            if kind == "entity":
                renamed[one.iri] = other.iri
            if kind != "entity" and _follows(one, other, renamed):
                moved += 1
            else:
                found.append(Change(one, other))
        found += [*(Change(one, None) for one in gone), *(Change(None, one) for one in added)]
        changes += sorted(found, key=_order)
    return Difference(tuple(changes), moved)


def _order(change: Change) -> tuple:
    places = change.said.places[:1]
    return [(place.document, place.start, place.end) for place in places], change.said.words, change.said.iri, change.how


def _follows(one: Said, other: Said, renamed: Mapping[str, str]) -> bool:
    """Whether two facts are one but for the names of their entities."""
    return tuple((name, renamed.get(value, value)) for name, value in one.fields) == other.fields and one.places == other.places


# --- pairs


def _paired(gone: Sequence[Said], added: Sequence[Said], keys: Sequence[_Key], renamed: Mapping[str, str]) -> tuple[
        list[tuple[Said, Said]], list[Said], list[Said]]:
    """Pair what belongs together: where a key leaves one of each. The first key that does decides."""
    pairs = []
    left, right = {said.iri: said for said in gone}, {said.iri: said for said in added}
    for key in keys:
        ours, theirs = _by_key(left.values(), key, renamed), _by_key(right.values(), key, {})
        for value in sorted(ours.keys() & theirs.keys(), key=repr):
            one, other = ours[value], theirs[value]
            if len(one) == len(other) == 1 and one[0].iri in left and other[0].iri in right:
                pairs.append((left.pop(one[0].iri), right.pop(other[0].iri)))
    return pairs, list(left.values()), list(right.values())


def _by_key(items: Iterable[Said], key: _Key, renamed: Mapping[str, str]) -> dict[Hashable, list[Said]]:
    found: dict[Hashable, list[Said]] = defaultdict(list)
    for said in items:
        for value in set(key(said)):
            found[tuple(renamed.get(part, part) if isinstance(part, str) else part for part in value)].append(said)
    return found


def _all_but(*names: str) -> _Key:
    """All fields but these."""
    return lambda said: [(said.topic, *(part for name, value in said.fields if name not in names for part in (name, value)))]


def _field(*names: str) -> _Key:
    return lambda said: [(said.topic, *map(said.field, names))]


def _place(*names: str) -> _Key:
    """Some fields, and a place where it was read."""
    return lambda said: [(said.topic, *map(said.field, names), place.document, place.start, place.end) for place in said.places]


def _names(said: Said) -> list[tuple[Hashable, ...]]:
    return [(said.topic, name) for name in filter(None, (said.field("name"), *said.field("names").split("、")))]


_KEYS: dict[str, Sequence[_Key]] = {
    "document": (_field("sha256"), _field("title", "issued")),
    "entity": (_names, lambda said: [(said.field("name"),)]),
    "relation": (_all_but("confidence"), _all_but("confidence", "modality"), _place("subject"), _place("object"), _place()),
    "figure": (_all_but(), _all_but("value", "unit", "written", "bound"), _place("entity", "written"), _place("written"), _place("entity"),
               lambda said: [(said.field("entity"), said.field("written"), place.document, place.start) for place in said.places],
               lambda said: [(said.field("written"), place.document, place.start, place.end) for place in said.places]),
    "milestone": (_all_but(), _all_but("date"), _all_but("modality"), _place("entity"), _place(),
                  lambda said: [(said.field("entity"), place.document, place.start, place.end) for place in said.places]),
}
