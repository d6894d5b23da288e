"""What the tests of relating share: the reader, built once, and what it read in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kg.model import Document, Entity, Reading
from kg.read import document
from kg.recognize.language import recognize
from kg.relate.focus import Focus, place_names
from kg.relate.reading import Reader
from kg.relate.topic import Tracker
from kg.relate.view import Sentence, views
from kg.schema import Schema

_BARE_PHASE = re.compile("(?:项目|工程)?[一二三四]期(?:项目|工程)?")


@dataclass(frozen=True)
class Said:
    """What a text says, each thing by the name that it has in the text."""

    document: Document
    reading: Reading

    def name(self, entity: Entity) -> str:
        """The best of an entity's names that stands in the text or its title; 二期 alone is none."""
        text = f"{self.document.title or ''} {self.document.clean}"
        return next((name for name in entity.names if name in text and not _BARE_PHASE.fullmatch(name)), entity.names[0])

    def _at(self, position: int) -> str:
        return self.name(self.reading.entities[position])

    @property
    def entities(self) -> set[tuple[str, str]]:
        """Name and class."""
        return {(self.name(entity), entity.cls) for entity in self.reading.entities}

    @property
    def relations(self) -> set[str]:
        """«小鹏 locatedIn 肇庆»; with the modality behind it if it is not a fact."""
        return {f"{self._at(r.subject)} {r.predicate} {self._at(r.object)}" + ("" if r.modality == "Actual" else f" ({r.modality})")
                for r in self.reading.relations}

    @property
    def figures(self) -> set[tuple[str, str, str, str]]:
        """Owner, indicator, measure, value with its unit (people and things counted without)."""
        return {(self._at(o.entity), o.indicator, o.measure, f"{o.value} {o.unit}") for o in self.reading.observations}

    @property
    def owned(self) -> set[tuple[str, str, str]]:
        """Each figure as it is written, with its owner and modality."""
        return {(o.value_text, self._at(o.entity), o.modality) for o in self.reading.observations}

    @property
    def truths(self) -> dict[str, str]:
        """The modality of each figure by how it is written."""
        return {o.value_text: o.modality for o in self.reading.observations}

    @property
    def periods(self) -> dict[str, str | None]:
        """The period of each figure by how it is written."""
        return {o.value_text: o.period for o in self.reading.observations}

    @property
    def bounds(self) -> dict[str, str]:
        """The bound of each figure by how it is written."""
        return {o.value_text: o.bound for o in self.reading.observations}

    @property
    def milestones(self) -> set[tuple[str, str, str | None, str]]:
        """Owner, stage, date, modality."""
        return {(self._at(m.entity), m.stage, m.date, m.modality) for m in self.reading.milestones}


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def schema(reader) -> Schema:
    return reader.schema


@pytest.fixture(scope="session")
def said(reader) -> Callable[..., Said]:
    """Read a text; further arguments are those of :func:`kg.read.document`."""
    def read(text: str, identifier: str = "text", **known) -> Said:
        made = document(text, identifier, **known)
        return Said(made, reader.read(made))
    return read


@dataclass(frozen=True)
class Recognized:
    """A text on its way: its sentences as the relate stage sees them, and what follows them."""

    document: Document
    sentences: list[Sentence]
    tracker: Tracker
    focus: Focus


@pytest.fixture(scope="session")
def recognized(reader) -> Callable[..., Recognized]:
    """Recognise a text and stop in front of relating."""
    def run(text: str, identifier: str = "text", **known) -> Recognized:
        made = document(text, identifier, **known)
        doc = recognize(reader.language, made)
        sentences = list(views(doc))
        tracker = Tracker(made, doc._.home, sentences)
        return Recognized(made, sentences, tracker,
                          Focus(doc._.home, tracker.report, sentences, place_names(doc._.home, reader.gazetteer), tracker.own_text))
    return run
