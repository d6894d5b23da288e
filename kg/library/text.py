"""A text at hand, and what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.library.frame import frame, html
from kg.model import Document, Evidence, Reading

if TYPE_CHECKING:
    import pandas

    from kg.relate.reading import Reader


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a text says: a relation, a figure or a milestone; ``text[start:end] == quote``."""

    subject: str
    what: str               # the relation (locatedIn), the indicator (outputValue), the stage (Operational)
    measure: str            # what of an indicator is measured: Level, Growth, Share, Rank; "" of others
    value: str              # the object, or the figure as written; "" of a milestone
    modality: str           # Actual, Planned, Target, Forecast
    when: str | None        # EDTF
    quote: str
    start: int              # in code points of the text
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Name:
    """A thing that a text names."""

    name: str               # the best of its names
    cls: str                # Company, Park …
    others: tuple[str, ...]
    start: int              # of its first mention, in code points of the text
    end: int
    rule: str               # what found it


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was read. ``document`` and ``reading`` hold everything; ``names`` and ``facts`` are for people, in the order of the text."""

    document: Document
    reading: Reading

    @property
    def names(self) -> list[Name]:
        found = []
        for entity in self.reading.entities:
            first = min(entity.evidence, key=lambda e: (e.start, e.end), default=None)
            if first is not None:
                found.append(Name(entity.names[0], entity.cls, entity.names[1:], first.start, first.end, first.rule))
        return sorted(found, key=lambda name: (name.start, name.end, name.name))

    @property
    def facts(self) -> list[Fact]:
        called = [entity.names[0] for entity in self.reading.entities]
        found = [_fact(called[r.subject], r.predicate, "", called[r.object], r.modality, None, r.evidence) for r in self.reading.relations]
        found += [_fact(called[o.entity], o.indicator, o.measure, o.value_text, o.modality, o.period, o.evidence) for o in self.reading.observations]
        found += [_fact(called[m.entity], m.stage, "", "", m.modality, m.date, m.evidence) for m in self.reading.milestones]
        return sorted(found, key=lambda fact: (fact.start, fact.end, fact.subject, fact.what, fact.measure, fact.value))

    def frame(self) -> pandas.DataFrame:
        """The facts as a pandas frame.

        :raises UsageError: if pandas is not installed
        """
        return frame(_COLUMNS, map(astuple, self.facts))

    def _repr_html_(self) -> str:
        return html(_COLUMNS, [astuple(fact) for fact in self.facts])


_COLUMNS = tuple(field.name for field in fields(Fact))


def _fact(subject: str, what: str, measure: str, value: str, modality: str, when: str | None, evidence: tuple[Evidence, ...]) -> Fact:
    first = min(evidence, key=lambda e: (e.start, e.end, e.rule))
    return Fact(subject, what, measure, value, modality, when, first.exact, first.start, first.end, first.rule)


def read_text(text: str, *, title: str | None = None, issued: str | None = None, gazetteer: str | Path | None = None,
              rules: Iterable[str | Path] = ()) -> Text:
    """Read a text at hand.

    :param text: plain text, Markdown or HTML
    :param title: of the text; it may tell the place and the year that are spoken of
    :param issued: date of issue, from which 去年 and the like are reckoned: YYYY-MM-DD, YYYY-MM or YYYY
    :param gazetteer: a CSV file of further names (docs/names.md)
    :param rules: YAML files of further rules (docs/rules.md)
    :raises KgError: if the text is empty, the date is none, or a file can't be used
    """
    from kg.read import document

    made = document(text, title=title, issued=issued)
    reader = _reader(Path(gazetteer) if gazetteer else None, tuple(map(Path, rules)), _changed((gazetteer, *rules)))
    return Text(made, reader.read(made))


@lru_cache(maxsize=4)
def _reader(gazetteer: Path | None, rules: tuple[Path, ...], changed: tuple[int, ...]) -> Reader:
    """A reader takes seconds to make; the same files need only one, until they change."""
    from kg.relate import reader

    return reader(gazetteer=gazetteer, rules=rules)


def _changed(paths: Iterable[str | Path | None]) -> tuple[int, ...]:
    return tuple(Path(path).stat().st_mtime_ns if path and Path(path).exists() else 0 for path in paths)
