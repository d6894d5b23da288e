"""A difference as JSON and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from kg.diff.compare import Change, Difference
from kg.diff.facts import Said
from kg.schema import Schema

_SIGNS = {"added": "+", "gone": "-", "changed": "~"}
_PLURALS = {"document": "documents", "entity": "entities", "relation": "relations", "figure": "figures", "milestone": "milestones"}
_HOWS = ("added", "gone", "changed")
# Fields that are nodes are told by their names, which stand in the words.
_NODES = ("subject", "object", "entity", "sha256")


def as_json(difference: Difference) -> dict[str, Any]:
    """The difference as values that JSON can hold; lists in the order of the difference."""
    return {
        "counts": [{"kind": kind, "topic": topic, **_numbers(counter)} for (kind, topic), counter in difference.counts().items()],
        "rules": [{"rule": rule, **_numbers(counter)} for rule, counter in difference.rules().items()],
        "moved": difference.moved,
        "changes": [{"change": change.how, "kind": change.said.kind, "topic": change.said.topic, "before": _said(change.before),
                     "after": _said(change.after)} for change in difference.changes],
    }


def _said(said: Said | None) -> dict[str, Any] | None:
    if said is None:
        return None
    return {"iri": said.iri, "words": said.words, "fields": dict(said.fields), "places": [asdict(place) for place in said.places]}


def _numbers(counter: Counter[str]) -> dict[str, int]:
    return {how: counter[how] for how in _HOWS}


def summary(difference: Difference) -> str:
    """One line that tells it all."""
    if not difference.changes:
        return "no difference"
    totals: dict[str, list[str]] = {}
    for kind, plural in _PLURALS.items():
        numbers = {how: sum(counter[how] for (its, _), counter in difference.counts().items() if its == kind) for how in _HOWS}
        if any(numbers.values()):
            totals[kind] = [f"{plural}: " + ", ".join(f"{number:,} {how}" for how, number in numbers.items() if number)]
    line = "; ".join(text for texts in totals.values() for text in texts)
    return line + (f"; {difference.moved:,} facts go with a renamed entity" if difference.moved else "")


def lines(difference: Difference, schema: Schema, limit: int | None = None) -> Iterator[str]:
    """The differences in words, a line for each, and one for the sentence; ``limit`` of each kind."""
    for kind, plural in _PLURALS.items():
        changes = [change for change in difference.changes if change.said.kind == kind]
        if not changes:
            continue
        yield ""
        yield f"{plural.capitalize()} ({len(changes):,})"
        for change in changes[:limit]:
            yield f"  {_SIGNS[change.how]} {_words(change, schema)}"
            if change.said.places:
                place, *others = change.said.places
                more = f", and {len(others)} more" if others else ""
                yield f"      「{' '.join(place.quote.split())}」 {place.document}[{place.start}:{place.end}] {place.rule}{more}"
        if limit is not None and len(changes) > limit:
            yield f"  … {len(changes) - limit:,} more; --limit 0 shows all"


def _words(change: Change, schema: Schema) -> str:
    if change.before is None or change.after is None:
        return change.said.words
    if change.before.words != change.after.words:
        return f"{change.before.words} ⇒ {change.after.words}"
    told = [f"{name} {before or 'none'} ⇒ {after or 'none'}" for name, before, after in change.fields if name not in _NODES]
    if change.before.places != change.after.places:
        told.append(_about_places(change.before, change.after))
    return f"{change.after.words}: {', '.join(told) or 'another text'}"


def _about_places(before: Said, after: Said) -> str:
    """What changed of where something was read."""
    documents = [len({place.document for place in said.places}) for said in (before, after)]
    if documents[0] != documents[1]:
        return f"documents {documents[0]} ⇒ {documents[1]}"
    rules = ["、".join(sorted({place.rule for place in said.places})) for said in (before, after)]
    return f"rule {rules[0]} ⇒ {rules[1]}" if rules[0] != rules[1] else f"places {len(before.places)} ⇒ {len(after.places)}"
