"""Of which place a clause of a report tells: the report's own, or one in it that it has just turned to.

Reports go through their districts and zones one by one (甲区，整合乙园，重点发展…；全力推动丙新区提速发展，加快推进丁项目…), and what is built
and developed there is there, not in the city at large. A place that does something holds for its sentence, one that is told to do something for
its clause, one that a heading or the short first sentence of a paragraph names for what stands below. The words are in
``kg/relate/lexicon/ground.yaml``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.model import Mention
from kg.relate.entities import Coreference
from kg.relate.lexicon import any_of
from kg.relate.place.area import Area, Place, only_named
from kg.relate.view import Sentence

_PLACES = ("District", "Park")
_LEAD = any_of("ground", "lead-ins") + "*"
_NUMBERED = "[（(]?[一二三四五六七八九十]+[）)、.]"
_LEAD_IN = re.compile(_LEAD)
_TOLD = re.compile(_LEAD + any_of("ground", "told"))
_DOES = re.compile("，?" + any_of("ground", "does"))
_PUSH = re.compile(
    _LEAD + any_of("ground", "pushed-how") + "*" + any_of("ground", "pushes") + r"(?:建设)?(?:国家级?|一流|省级|现代化)*"
)
_NAMES = re.compile(f"(?:{_NUMBERED}|{any_of('ground', 'lead-ins')})*(?:{_PUSH.pattern})?")
_PUSHED = re.compile(r"(?!等)(?:“[^”]{1,12}”|[^，。；、：]){0,14}?" + any_of("ground", "pushed") + "[^，。；、：]{0,4}，")
_PROJECTS_OF = re.compile("[^，。；、：]{0,14}(?:项目|工程)建设，")  # 加快甲陆港42个项目建设，组建乙联盟: no more than that is told of the place
_TURN = re.compile(_PUSH.pattern + r"[^，。；、：]{2,14}?(?:建设|[^，。；、：]{0,6}发展)，")  # 全力推动甲城提升发展，, whose name was not read
_JOINED = re.compile(any_of("ground", "joined"))
_HOME = re.compile(_LEAD + "(?:力争|确保|推动|预计)?" + any_of("ground", "home"))
_NUMBER = re.compile(_NUMBERED + "|第[一二三四五六七八九十]+[，、]")
_BETWEEN = re.compile("[、和与及]|以及")
_BESIDE = re.compile("建设[和与及](?!管理|运营|发展)")  # 甲新区建设和开放合作: a heading of more than that
_OTHERS = re.compile(f"{_PUSH.pattern}|{_TOLD.pattern}")  # in front of districts that somebody else is told to push forward
_LONGEST_TURN = 3  # sentences for each place of such a paragraph
_SHORT = 26  # characters of a sentence that does no more than name what its paragraph is about


def _form(sentence: Sentence) -> str:
    """The form of the number that a sentence begins with: （一）, 一、, 第一，; "" if there is none."""
    number = _NUMBER.match(sentence.text, sentence.start)
    return re.sub("[一二三四五六七八九十]+", "一", number.group()) if number is not None else ""


class Ground:
    """The place of which a report tells, clause by clause."""

    def __init__(self, area: Area, coreference: Coreference, home: Place | None):
        self._area, self._coreference = area, coreference
        self._home = coreference.key(*home) if home is not None else None
        self._parallel: set[int] = set()  # paragraphs that go through several places
        self._paragraph = -1
        self._heading: Place | None = None
        self._form = ""  # of the number in front of the heading that named it: （一）, 一、
        self._below: Place | None = None  # of the paragraph, so far
        self._changes: list[tuple[int, tuple[Place, ...]]] = []

    def open(self, sentences: Sequence[Sentence]) -> None:
        """Find the paragraphs that go through several places, sentence by sentence."""
        paragraph = -1
        turned: dict[int, set[Place]] = {}
        lengths: Counter[int] = Counter()
        for sentence in sentences:
            paragraph += sentence.opens_block
            lengths[paragraph] += 1
            start, end = sentence.clauses[0] if sentence.clauses else (sentence.start, sentence.end)
            place = self._pushed(sentence, start, end)
            if place is not None:
                turned.setdefault(paragraph, set()).add(place)
        self._parallel = {p for p, places in turned.items() if len(places) > 1 and len(places) * _LONGEST_TURN >= lengths[p]}

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        if sentence.opens_block:
            self._paragraph += 1
        self._changes = []
        if sentence.kind in ("title", "heading"):
            self._enter_heading(sentence)
            return
        if sentence.opens_block:
            number = _form(sentence)
            if number and self._form in ("", number):  # a heading that runs on into its paragraph
                self._heading = None
            self._below = self._heading
        if self._below is not None and (_HOME.match(sentence.text, sentence.start, sentence.end) or self._turns_away(sentence)):
            self._below = None
        if sentence.opens_block and (place := self._only_named(sentence)) is not None:
            self._below = place
        for start, end in sentence.clauses:
            self._enter_clause(sentence, start, end)

    def at(self, offset: int) -> Place | None:
        """The place that an offset of the sentence tells of; None if that is the report's own, or several."""
        places = self.several(offset)
        return places[0] if len(places) == 1 else None

    def several(self, offset: int) -> tuple[Place, ...]:
        """The places that an offset of the sentence tells of; none if that is the report's own."""
        below = (self._below,) if self._below is not None else ()
        return next((places for start, places in reversed(self._changes) if start <= offset), below)

    def _enter_heading(self, sentence: Sentence) -> None:
        """A heading that names one place turns to it, the next one of its kind turns away; one without a number may stand below a numbered one."""
        place, form = self._only_named(sentence, 2 * _SHORT), _form(sentence)
        if place is not None and _BESIDE.search(sentence.words):
            place = None
        if place is not None or form or not self._form:
            self._heading, self._form = place, form
        self._below = self._heading

    def _enter_clause(self, sentence: Sentence, start: int, end: int) -> None:
        text = sentence.text
        if not sentence.mentions_between(start, end):
            if _HOME.match(text, start, end):
                self._changes.append((start, ()))
            return
        told = self._told(sentence, start, end)
        if told:
            self._changes += [(start, told), (end, ())]
            return
        place = self._doing(sentence, start, end)
        if place is not None:
            self._changes.append((start, (place,)))
        elif start == sentence.start and (place := self._pushed(sentence, start, end)) is not None:
            self._changes.append((start, (place,)))
            if self._are_projects_of(sentence, place, start, end):
                self._changes.append((end, ()))
                return
            self._below = place if self._paragraph in self._parallel else self._below
        elif _HOME.match(text, start, end) or self._front(sentence, start, end):
            self._changes.append((start, ()))
        elif start != sentence.start and self._others(sentence, start, end):
            self._changes.append((start, ()))

    def _front(self, sentence: Sentence, start: int, end: int) -> list[Mention]:
        """The places at the front of a clause, the nearest of those that stand together, or the members of a list."""
        found: list[Mention] = []
        at = lead.end() if (lead := _LEAD_IN.match(sentence.text, start, end)) is not None else start
        for mention in sentence.mentions_between(start, end):
            if mention.cls not in _PLACES:
                break
            if mention.start == at:
                found[-1:] = [mention]
            elif found and _BETWEEN.fullmatch(sentence.text, at, mention.start):
                found.append(mention)
            else:
                break
            at = mention.end
        return found

    def _are_projects_of(self, sentence: Sentence, place: Place, start: int, end: int) -> bool:
        """Whether a clause that pushes a place forward pushes no more than projects in it."""
        named = next(m for m in sentence.mentions_between(start, end) if (m.cls, m.text) == place)
        return _PROJECTS_OF.match(sentence.text, named.end) is not None

    def _others(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a clause pushes other districts forward: 推动甲县发展，加快乙市、丙市崛起，推进…."""
        found = _OTHERS.match(sentence.text, start, end)
        if found is None:
            return False
        front = self._front(sentence, found.end(), end)
        return bool(front) and front[0].start == found.end() and all(place.cls == "District" for place in front)

    def _doing(self, sentence: Sentence, start: int, end: int) -> Place | None:
        """The place that a clause says to do something."""
        front = self._front(sentence, start, end)
        if len(front) != 1 or not _DOES.match(sentence.text, front[0].end, sentence.end):
            return None
        return self._within(front[0])

    def _told(self, sentence: Sentence, start: int, end: int) -> tuple[Place, ...]:
        """The places that a clause tells to do something: 支持甲区、乙县建设…."""
        found = _TOLD.match(sentence.text, start, end)
        if found is None:
            return ()
        front = self._front(sentence, found.end(), end)
        if not front or front[0].start != found.end() or not _DOES.match(sentence.text, front[-1].end, end):
            return ()
        places = tuple(place for mention in front if (place := self._within(mention)) is not None)
        return places if len(places) == len(front) else ()

    def _pushed(self, sentence: Sentence, start: int, end: int) -> Place | None:
        """The place that a sentence begins by pushing forward: 全力推动甲新区提速发展，…."""
        found = _PUSH.match(sentence.text, start, end)
        if found is None:
            return None
        front = self._front(sentence, found.end(), end)
        if len(front) != 1 or not _PUSHED.fullmatch(sentence.text, front[0].end, end) or front[0].end < sentence.mentions_between(start, end)[-1].end:
            return None
        return self._within(front[0])

    def _only_named(self, sentence: Sentence, longest: int = _SHORT) -> Place | None:
        """The place in the report's own of a short sentence that names nothing else."""
        place = only_named(sentence, _NAMES, _JOINED, longest)
        return self._within(place) if place is not None else None

    def _turns_away(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with or pushes another place."""
        start, end = sentence.clauses[0]
        return bool(self._front(sentence, start, end)) or self._paragraph in self._parallel and _TURN.fullmatch(sentence.text, start, end) is not None

    def _within(self, mention: Mention) -> Place | None:
        """A place that lies in the report's own."""
        place = (mention.cls, mention.text)
        return place if self._coreference.key(*place) != self._home and self._area.is_near(place) else None
