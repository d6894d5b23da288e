"""One sentence with all that is known around it when it is read: its names, what its text is about here, and where what it tells of is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Mention
from kg.recognize.gazetteer import Gazetteer
from kg.relate.collector import Collector, Key
from kg.relate.entities import Coreference
from kg.relate.fields import Fields
from kg.relate.focus import Focus, StandIn
from kg.relate.lexicon import any_of
from kg.relate.milestones.listings import Listings
from kg.relate.place.area import Area, Place, Whereabouts
from kg.relate.place.own_report import is_called_project
from kg.relate.rules import Name
from kg.relate.topic import Topic
from kg.relate.view import Sentence
from kg.schema import Schema

_SUPPORTED = re.compile(any_of("ground", "supports") + "[^，。；]{0,30}$")


@dataclass(frozen=True, slots=True)
class News:
    """Where what a text tells of is."""

    whereabouts: Whereabouts  # clause by clause, a report's in its own way
    area: Area  # the same of news, and whether it named the place
    park: str | None  # of which it is news
    event: Place | None  # in which it tells of the beginning of many projects
    visited: Place | None  # which somebody inspects
    own_text: bool  # whether it is a place's own text
    report: bool  # whether it is no news, but a report of a year's work
    listings: Listings  # of projects under one head
    fields: Fields  # whose companies are counted


@dataclass(frozen=True, slots=True)
class Setting:
    """What the readers of one sentence go by, and where they put what they read."""

    sentence: Sentence
    topic: Topic
    focus: Focus
    stand_ins: tuple[StandIn, ...]  # nouns and pronouns of the sentence that stand for a name
    coreference: Coreference
    news: News
    schema: Schema
    gazetteer: Gazetteer
    collector: Collector

    def key(self, mention: Mention) -> Key:
        """The entity that a name means."""
        return self.coreference.key(mention.cls, mention.text)

    def span(self, *mentions: Mention) -> tuple[int, int]:
        """From the clause of the first name to the clause of the last."""
        first = self.sentence.clause_at(min(m.start for m in mentions))
        last = self.sentence.clause_at(max(m.end for m in mentions) - 1)
        return first[0], last[1]

    def in_front(self, name: Mention | Name) -> str:
        """The words of a name's clause in front of it."""
        return self.sentence.text[self.sentence.clause_at(name.start)[0] : name.start]

    def level(self, place: Key) -> str | None:
        """The level of a listed place (``province``, ``city``, …), None if no list has it."""
        entry = self.coreference.entry(place)
        return entry.level if entry is not None else None

    def place_in_front(self, mention: Mention) -> Key | None:
        """The park or district that an adverbial in front names: 在肇庆新区，希音动工."""
        text = self.sentence.text
        for place in reversed(self.sentence.mentions):
            if (
                place.end <= mention.start
                and place.cls in ("Park", "District")
                and text[place.start - 1 : place.start] == "在"
                and text[place.end : place.end + 1] in "，内里"
            ):
                return self.key(place)
        return None

    def place_just_in_front(self, mention: Mention) -> Mention | None:
        """The district or park whose name a name follows without a word between them: 顺德机器人产业."""
        return next((m for m in self.sentence.mentions if m.end == mention.start and m.cls in ("District", "Park")), None)

    def area(self, mention: Mention) -> Key | None:
        """The place nearer than the text's own that the words around a name tell of."""
        area = self.news.whereabouts.at(mention.start)
        if area is None or area[0] == mention.cls == "Park" and not is_called_project(self.sentence, mention):
            return None
        return self.coreference.key(*area)

    def is_only_supported(self, name: Mention | Name) -> bool:
        """Whether a report only supports a company: 加快甲新区建设，支持乙公司扩大产能."""
        return self.news.report and name.cls == "Company" and _SUPPORTED.search(self.in_front(name)) is not None

    def areas(self, mention: Mention) -> tuple[Key, ...]:
        """The places nearer than the text's own that the words around a name tell of together: 支持甲区、乙县创建…."""
        return tuple(self.coreference.key(*place) for place in self.news.whereabouts.several(mention.start) if not place[0] == mention.cls == "Park")
