"""Of which place a clause of a text tells: the text's own, or one in it. News of a city goes through its districts and parks one by one
(甲县签约项目58个…；乙区集中开工…), and what each paragraph tells of is there, not in the city at large.

A place at the front of a clause holds from there to the next one or the end of the paragraph; one elsewhere in a clause holds nothing.
The words are in ``kg/relate/lexicon/area.yaml``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from kg.model import Mention
from kg.recognize.gazetteer import Entry, Gazetteer, provinces
from kg.recognize.home import Home
from kg.relate.entities import Coreference
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

Place = tuple[str, str]  # class and name

_LEAD_IN = re.compile(any_of("area", "lead-ins") + "*")
_NO_AREA = re.compile(any_of("area", "no-areas"))
_WORK = re.compile(any_of("area", "works"))
_UNDER = re.compile(any_of("area", "under"))
_EVENT = re.compile(any_of("area", "events"))
_OFFICE = re.compile(any_of("area", "offices"))
_GOAL = re.compile("(?:落户|落地|入驻|进驻)(?:于|在)?$")
_WHOSE = re.compile(any_of("area", "whose-event"))
_HELD = re.compile("(?:活动|仪式|大会|会)[于在][该我]?[省市区县]?$")  # 集中签约活动在该市秀屿区举行
_OPENS = re.compile("(?:[^，。；]{0,16}[：|｜】 ])?[“《【]?")  # in front of the place that a headline names
_HEADS = re.compile("(?:[（(]?[一二三四五六七八九十]+[）)、.]|" + any_of("area", "heads") + ")*")  # in front of a place in a heading
_HEADING = 40  # characters of a heading that names a place
_PROJECTS = re.compile("(?:重点|重大|产业|工业)*(?:项目|工程)")
_OWN = re.compile("[我全][市县区州旗]")
_PARTNER = re.compile("签约|签署|考察|调研|走访|座谈|对接|赴|携手|[与和]|推介|招商|[来到]访|会见")
_FEWEST_PARAGRAPHS = 3  # of which more than half name the place that a text keeps to
_OPENING = 5  # sentences that tell what a piece of news is about


class Whereabouts(Protocol):
    """Of which place a text tells, offset by offset of the sentence that was entered last: of news an :class:`Area`, of a report its
    :class:`kg.relate.ground.Ground`."""

    def at(self, offset: int) -> Place | None:
        """The place that an offset of the sentence tells of; None if that is the text's own, or several."""

    def several(self, offset: int) -> tuple[Place, ...]:
        """The places that an offset of the sentence tells of; none if that is the text's own."""


class Area:
    """The place that a text tells of, clause by clause."""

    def __init__(self, home: Home, coreference: Coreference, gazetteer: Gazetteer):
        self._of_a_park = home.zone is not None and home.zone[0] == "Park"
        self._coreference, self._gazetteer = coreference, gazetteer
        self._provinces = provinces(gazetteer)
        self._opening: Place | None = None  # that the text opens with and keeps to
        self._before: Place | None = None  # of the sentences before in the paragraph
        self._assumed = True  # whether they did not name it
        self._changes: list[tuple[int, Place | None]] = []
        self._headline: Place | None = None  # the text's own place, if its headline says that it tells of that
        self._section: Place | None = None  # that the heading above names
        self._introduced: Place | None = None  # park with which the paragraph begins
        self._headed = False  # whether the sentence before was a heading
        self._recurring: frozenset[Place] = frozenset()  # parks that several sentences name
        self._away = False  # whether the paragraph turned to a place that is not the text's

    def enter(self, sentence: Sentence, stand_ins: Sequence[tuple[int, int, Place]] = ()) -> None:
        """Begin a sentence.

        :param stand_ins: its nouns and pronouns that stand for a name (该镇, 全市, 园区), in order: offsets, and what each means
        """
        if sentence.kind == "heading":
            self._enter_heading(sentence)
        if sentence.opens_block:
            self._before, self._assumed, self._away = self._section or self._opening, self._section is None, False
        elif self._changes:
            last = self._changes[-1][1]
            self._before, self._assumed = (last, False) if last is not None and not self._is_unlisted(last) else (self._opening, True)
        self._changes = []
        self._away = any(self._is_away(m) for m in sentence.mentions) or self._away and not any(m.cls == "District" for m in sentence.mentions)
        for start, end in sentence.clauses:
            if self._changes and sentence.text[start - 1] in "；;" and self._is_unlisted(self._changes[-1][1]):
                self._changes.append((start, self._before))  # 甲产业园主体封顶；乙项目…: the next of what is built
            place = self.told_of(sentence, start, end)
            if sentence.opens_block and start == sentence.start:
                company_s = place is not None and any(m.cls == "Company" for m in sentence.within.get((place.start, place.end), ()))
                self._introduced = (place.cls, place.text) if place is not None and place.cls == "Park" and not company_s else None
            if place is not None:
                self._changes.append((place.start, (place.cls, place.text)))
                continue
            meant = next((stands for stands in stand_ins if start <= stands[0] < end and stands[2][0] in ("District", "Park")), None)
            if meant is not None and self._holds_from(sentence, start, *meant):
                self._changes.append((meant[0], meant[2]))
        self._headed = sentence.kind == "heading"

    def _enter_heading(self, sentence: Sentence) -> None:
        """A heading that names one place turns to it, the next one turns away, if it is none that follows on it at once."""
        place = only_named(sentence, _HEADS, None, _HEADING)
        if place is not None and self.is_near((place.cls, place.text)):
            self._section = (place.cls, place.text)
        elif not self._headed:
            self._section = None

    def _holds_from(self, sentence: Sentence, clause: int, start: int, end: int, place: Place) -> bool:
        """Whether a noun that stands for a place is what its clause begins with."""
        if _LEAD_IN.fullmatch(sentence.text, clause, start) is None or _NO_AREA.match(sentence.text, end):
            return False
        return self.is_near(place)

    def look_over(self, sentences: Sequence[Sentence]) -> None:
        """Find the parks that several sentences of a text name."""
        named = Counter(place for s in sentences for place in {(m.cls, m.text) for m in s.mentions if m.cls == "Park"})
        self._recurring = frozenset(place for place, times in named.items() if times > 1)

    def at(self, offset: int) -> Place | None:
        """The place that an offset of the sentence tells of; None if that is the text's own."""
        return next((place for start, place in reversed(self._changes) if start <= offset), self._before)

    def several(self, offset: int) -> tuple[Place, ...]:
        """The same, as a report may tell of several at once."""
        place = self.at(offset)
        return (place,) if place is not None else ()

    def at_large(self) -> Place | None:
        """The place of which the text tells by its headline; None if it has none, and where the paragraph turned to a place that is not its own."""
        return self._headline if not self._away else None

    def is_named(self, offset: int) -> bool:
        """Whether the sentence itself names the place in front of an offset."""
        return any(start <= offset and place is not None for start, place in self._changes)

    def is_assumed(self, offset: int) -> bool:
        """Whether the paragraph has not named its place in front of an offset, so that it is the one that the text opened with."""
        return self._assumed and not self.is_named(offset)

    def told_of(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        """The place at the front of a clause, the nearest of several in a row, if it is in the text's own place."""
        text, begin, found = sentence.text, start, None
        for mention in sentence.mentions_between(start, end):
            if mention.cls not in ("District", "Park") or not (
                _goes_on(text, begin, mention.start) if found is not None else _LEAD_IN.fullmatch(text, start, mention.start)
            ):
                break
            found, begin = mention, mention.end
        if found is None or _NO_AREA.match(text, found.end) or not self.is_near((found.cls, found.text)):
            return None
        if found.cls == "Park" and _WORK.match(text, found.end) and self._coreference.entry(self._coreference.key(found.cls, found.text)) is None:
            return None
        return found

    def held_in(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        """The place in which a clause says that an event was held, if it is in the text's own place."""
        for place in sentence.mentions_between(start, end):
            if place.cls in ("District", "Park") and _HELD.search(sentence.text, start, place.start) and self.is_near((place.cls, place.text)):
                return place
        return None

    def open(self, sentences: Sequence[Sentence], home: Place | None) -> None:
        """Find the place that a piece of news opens with and keeps to, if it is another one than the text's: paragraphs that name none are about it.

        :param home: the place of the text
        """
        own = self._coreference.key(*home) if home is not None else None
        self._headline = self._headed_by(sentences, home)
        paragraphs: list[list[Place]] = []
        for sentence in sentences:
            if sentence.kind in ("title", "heading"):
                continue
            if sentence.opens_block or not paragraphs:
                paragraphs.append([])
            paragraphs[-1] += [self._coreference.key(m.cls, m.text) for m in sentence.mentions if m.cls in ("District", "Park")]
        if len(paragraphs) < _FEWEST_PARAGRAPHS:
            return
        kept = {
            place
            for place in paragraphs[0]
            if place != own and self.is_near(place) and sum(place in named for named in paragraphs) > len(paragraphs) / 2
        }
        self._opening = kept.pop() if len(kept) == 1 else None

    def _headed_by(self, sentences: Sequence[Sentence], home: Place | None) -> Place | None:
        """The district that a headline names alone and first (甲省乙市：项目建设提速, 乙市项目建设提速), of the text's own the nearest."""
        title = next((s for s in sentences[:2] if s.kind in ("title", "heading")), None)
        if title is None or home is None or home[0] != "District" or (listed := self._entry(home)) is None or listed.level == "province":
            return None
        named = [part for m in title.mentions for part in (_places_of_projects(title, m) or (m,))]
        if any(m.cls not in ("District", "Industry", "Product", "Programme") for m in named) or _PARTNER.search(title.words):
            return None
        districts = [m for m in named if m.cls == "District"]
        if not districts:
            return home if _OWN.match(title.words) else None
        first, *others = districts
        last = first
        for mention in others:
            if mention.start != last.end:
                return None
            last = mention
        place = (last.cls, last.text)
        opens = _OPENS.fullmatch(title.text, title.start, first.start) is not None and _NO_AREA.match(title.text, last.end) is None
        return place if opens and self.is_near(place) else None

    def _is_unlisted(self, place: Place | None) -> bool:
        """Whether a place is a park that no list has, no paragraph begins with, and the text names once, which may be what is built as well as where."""
        if place is None or place == self._introduced or place in self._recurring:
            return False
        return place[0] == "Park" and self._entry(place) is None

    def _entry(self, place: Place) -> Entry | None:
        return self._coreference.entry(self._coreference.key(*place))

    def _is_away(self, place: Mention) -> bool:
        """Whether a district is neither the text's own, nor in it, nor around it."""
        if place.cls != "District" or self.is_near((place.cls, place.text)):
            return False
        entry = self._entry((place.cls, place.text))
        return entry is None or entry.level != "region" and entry.identifier not in self._coreference.home_chain

    def is_near(self, place: Place) -> bool:
        """Whether a place is the text's own or lies in it, which a park that is listed nowhere may, and any place of a text without home."""
        cls, _ = place
        entry = self._coreference.entry(self._coreference.key(*place))
        if entry is not None and cls == "Park" and entry.within in self._provinces:
            return False  # a free trade zone has parts in several cities
        chain = self._coreference.home_chain
        if not chain:
            return entry is not None or cls == "Park"
        if entry is None:
            return cls == "Park"
        if entry.identifier == chain[0]:
            return not self._of_a_park  # the city of a park's own news is no part of it
        return entry.within == chain[0] or any(above.identifier == chain[0] for above in self._gazetteer.above(entry))


def only_named(sentence: Sentence, in_front: re.Pattern[str], joined: re.Pattern[str] | None, longest: int) -> Mention | None:
    """The place of a short sentence that names nothing else: 建设国家一流高新区。 Of places around each other the nearest.

    :param in_front: what may stand in front of the first in its clause
    :param joined: what there may not, as the text's place only joins such places
    :param longest: characters of the sentence
    """
    if sentence.end - sentence.start > longest or sentence.quantities or not sentence.mentions:
        return None
    if sentence.kind == "paragraph" and len(sentence.clauses) > 1:
        return None  # 推动甲新区完善体制，做强主导产业。
    first, last = sentence.mentions[0], sentence.mentions[-1]
    chain = all(m.cls in ("District", "Park") for m in sentence.mentions) and all(
        one.end == other.start for one, other in zip(sentence.mentions, sentence.mentions[1:])
    )
    clause = sentence.clause_at(last.start)[0]
    if not chain or joined is not None and joined.search(sentence.text, clause, last.start) or not in_front.fullmatch(sentence.text, clause, first.start):
        return None
    return last


def _places_of_projects(sentence: Sentence, name: Mention) -> list[Mention]:
    """The districts that are all that what was taken for a project's name says: 甲省乙市项目 in 甲省乙市项目建设提速."""
    places = [m for m in sentence.within.get((name.start, name.end), ()) if m.cls == "District"]
    if name.cls != "Project" or not places or not _PROJECTS.fullmatch(sentence.text, places[-1].end, name.end):
        return []
    return places if places[0].start == name.start and all(one.end == other.start for one, other in zip(places, places[1:])) else []


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a place follows on the one around it: 甲市乙县, 甲市下辖的乙县."""
    return start == end or _UNDER.fullmatch(text, end, start) is not None


def event_place(sentences: Sequence[Sentence], area: Area, home: Place | None) -> Place | None:
    """The place in which a piece of news tells of the beginning of many projects (甲区举行重大项目集中开工仪式), by its first sentences.

    :param home: the place of the text, which 该市 and 全区 mean
    """
    for sentence in sentences[:_OPENING]:
        if not _EVENT.search(sentence.words):
            continue
        for start, end in sentence.clauses:
            held = area.held_in(sentence, start, end)
            whose = area.told_of(sentence, start, end)
            place = whose if whose is not None and whose.cls == "District" and _WHOSE.match(sentence.text, whose.end, end) else held or whose
            if place is not None:
                return place.cls, place.text
            if home is not None and _OFFICE.match(sentence.text, start, end):
                return home
        goal = next((m for m in sentence.mentions if m.cls in ("District", "Park") and _GOAL.search(sentence.text[sentence.start : m.start])), None)
        if goal is not None:
            return goal.cls, goal.text
    return None
