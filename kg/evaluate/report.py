"""Writes an evaluation as a table for people, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from kg.evaluate.rules import Firing
from kg.evaluate.run import Evaluation
from kg.evaluate.tally import Tally

# Shown always; the rest, by class and by relation, when asked for.
OVERALL = ("entities/core", "entities/all", "relations", "figures", "figures/strict", "milestones", "milestones/strict")
_PER_DOCUMENT = ("entities/core", "entities/all", "relations", "figures", "milestones")


def as_text(evaluation: Evaluation, *, by_class: bool = False, misses: bool = False, rules: Sequence[Firing] | None = None) -> str:
    """Write the figures as a table.

    :param by_class: with the figures of each class and each relation
    :param misses: with a line in front for each thing missed or wrong, tab-separated: document, kind, what
    :param rules: with a table of these
    """
    lines = [f"{miss.document}\t{miss.kind}\t{miss.what}" for miss in evaluation.misses] if misses else []
    lines.append(f"{'':28}{'precision':>10}{'recall':>9}{'F1':>8}{'hit':>7}{'found':>7}{'gold':>7}")
    lines += [_row(key, tally) for key, tally in _shown(evaluation, by_class)]
    lines += [_row(f"never listed/{key}", tally) for key, tally in _unlisted(evaluation, by_class)]
    quotes = evaluation.quotes
    lines.append(f"{'quotes':28}{quotes.precision:10.4f}{'':24}{quotes.hit:>7} of {quotes.found}")
    lines += _rules(rules or ())
    return "\n".join(lines) + "\n"


def _shown(evaluation: Evaluation, by_class: bool) -> Iterator[tuple[str, Tally]]:
    for key, tally in evaluation.tallies.items():
        if (by_class or key in OVERALL) and (tally.gold or tally.found):
            yield key, tally


def _unlisted(evaluation: Evaluation, by_class: bool) -> Iterator[tuple[str, Tally]]:
    for key, tally in evaluation.never_listed.items():
        if (by_class or key in ("core", "all")) and (tally.gold or tally.found):
            yield key, tally


def _row(key: str, tally: Tally) -> str:
    return (f"{key:28}{tally.precision:10.3f}{tally.recall:9.3f}{tally.f1:8.3f}"
            f"{tally.hit:7}{tally.found:7}{tally.gold:7}")


def _rules(rules: Sequence[Firing]) -> Iterator[str]:
    """A table of rules, in the order given; none if there are none."""
    if rules:
        yield f"\n{'kind':11}{'rule':36}{'fired':>7}{'right':>7}{'wrong':>7}{'precision':>11}"
    for row in rules:
        precision = "-" if row.precision is None else f"{row.precision:.3f}"
        yield f"{row.kind:11}{row.rule:36}{row.fired:7}{row.right:7}{row.wrong:7}{precision:>11}"


def as_json(evaluation: Evaluation, *, misses: bool = False, rules: Sequence[Firing] | None = None) -> str:
    """Write the figures as JSON: ``all`` by key, ``documents`` with the F1 of each, ``missing``, ``never_listed`` if it was counted, ``rules``
    and ``misses`` if asked for.
    """
    figures: dict[str, Any] = {key: _figures(tally) for key, tally in _shown(evaluation, True)}
    quotes = evaluation.quotes
    figures["quotes"] = {"share": round(quotes.precision, 6), "ok": quotes.hit, "all": quotes.found}
    document: dict[str, Any] = {
        "all": figures,
        "documents": {name: {key: round(tallies[key].f1, 4) for key in _PER_DOCUMENT} for name, tallies in evaluation.documents.items()},
        "missing": list(evaluation.missing),
    }
    if evaluation.never_listed:
        document["never_listed"] = {key: _figures(tally) for key, tally in _unlisted(evaluation, True)}
    if rules is not None:
        document["rules"] = [{"kind": row.kind, "rule": row.rule, "fired": row.fired, "right": row.right, "wrong": row.wrong,
                              "precision": None if row.precision is None else round(row.precision, 4)} for row in rules]
    if misses:
        document["misses"] = [[miss.document, miss.kind, miss.what] for miss in evaluation.misses]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _figures(tally: Tally) -> dict[str, float | int]:
    return {"precision": round(tally.precision, 4), "recall": round(tally.recall, 4), "f1": round(tally.f1, 4),
            "hit": tally.hit, "found": tally.found, "gold": tally.gold}
