"""What a text has named and told of so far, sentence by sentence: what it goes on about when a clause names nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.model import Mention
from kg.recognize.home import Home
from kg.relate.focus.headline import in_headline
from kg.relate.focus.phases import Owner, Phases
from kg.relate.focus.speakers import Speech
from kg.relate.focus.subjects import HOLDERS
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

if TYPE_CHECKING:
    from kg.relate.figures.figure import ToldSoFar

IN_PHASES = re.compile("分[两二三四五][期批]")
_CALLED_PROJECT = re.compile("[”]?(?:项目|工程)(?!公司|部|库|建设管理)")
_SERVED = re.compile(any_of("focus", "serves") + "[^。；]*$")
_SITE = re.compile(
    "(?:走进|来到|走入|在)[^，。；]{0,24}?(?!该|各|本|重|多个|一批|在建)[^，。；的、该各]{5,24}(?:项目|基地|工厂)(?:建设|施工)?(?:现场|工地)"
)
_ASIDE = re.compile("，?其中[，：]?")


class Memory:
    """What one document has named and told of, up to the sentence that is being read."""

    def __init__(
        self,
        home: Home,
        own_text: bool,
        sentences: Sequence[Sentence],
        place_names: Mapping[str, Owner],
        speaks_for_its_place: bool = False,
    ):
        """
        :param own_text: whether it is a place's report: what has no subject is the place's
        :param place_names: level -> the home's district of that level
        :param speaks_for_its_place: whether it is that, or news that a place tells of itself, which goes on about its projects all the same
        """
        self.own_text = own_text
        self.speaks_for_its_place = own_text or speaks_for_its_place
        self._home = home
        self._place_names = place_names
        self._last: dict[str, Owner] = {}
        self._named: dict[str, list[Owner]] = {"Project": [], "Park": [], "Company": []}
        self._built: set[Owner] = set()  # parks that the text calls projects: 绿谷产业园项目
        self._parts: dict[str, Owner] = {}  # name of a project -> the company at its front
        self._current: Owner | None = None  # what the paragraph speaks of
        self._current_before: Owner | None = None  # what the text spoke of before the sentence, in the paragraph before it if it opens one
        self._block: set[Owner] = set()  # what the paragraph named
        self._places: list[Owner] = []  # named so far
        self._told: Owner | None = None  # the last subject of the paragraph, of any class
        self._holder: Owner | None = None  # the last of its subjects that can have projects and companies
        self._place_told: Owner | None = None  # the last district or park that was a subject of the paragraph
        self._holder_before: Owner | None = None  # … when the sentence began
        self._place_before: Owner | None = None  # that the paragraph before spoke of last
        self.phases = Phases()
        self.of_many = False  # whether the text tells of projects or companies by their number, not by name
        # the last place of the paragraph whose figures it told, and of which year or part of one
        self.year_told: tuple[Owner, str] | None = None
        self.before_semicolon: ToldSoFar | None = None  # the last figure and time of a sentence that a semicolon ends
        self.told_last: ToldSoFar | None = None  # … of the sentence before, in the same paragraph
        self._at_unread = False  # whether the paragraph went to the site of a project whose name was not read
        self._in_phases: Owner | None = None  # the park of which the paragraph tells that it is built in phases
        self._headline = None if own_text else in_headline(sentences)
        self.speaker: Owner | None = None  # the company in whose name the sentence is said

    # --- what the text tells, one sentence after the other

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        self._holder_before = self._holder
        self._current_before = self._current
        if sentence.opens_block:
            self._open_block()
        for whole in sentence.mentions:  # 甲经开区党工委书记…表示，开发区…: the zone whose office it is
            for part in sentence.within.get((whole.start, whole.end), ()) if whole.cls == "Organization" else ():
                if part.cls == "Park" and not self.own_text:
                    self._last["Park"] = (part.cls, part.text)
                    self._named["Park"].append((part.cls, part.text))
        for (start, _), parts in sentence.within.items():
            company = next((part for part in parts if part.cls == "Company" and part.start == start), None)
            if company is not None:
                bearer = next((m.text for m in sentence.mentions if m.start == start), company.text)
                self._parts[bearer] = (company.cls, company.text)
            for part in parts:
                if part.start == start:
                    self.phases.know((part.cls, part.text))

    def _open_block(self) -> None:
        """Begin a paragraph: it speaks of nothing yet."""
        self._place_before = self._holder if self._holder is not None and self._holder[0] != "Company" else None
        self._current = self._told = self._holder = self._place_told = None
        self.of_many = False
        self._block = set()
        self._in_phases = None
        self._at_unread = False
        self.phases.leave()

    def listen(self, speech: Speech | None) -> None:
        """Begin what somebody says, or end it: the company for which it is said is what 我们 means, and the clauses without a subject speak
        of, or the project whose people speak; else the quotation goes on about what the text spoke of before it, or about the company's project of which it spoke."""
        self.speaker = speech.company if speech is not None else None
        if speech is not None:
            before = self._current_before
            its_work = before is not None and before[0] == "Project" and self.company_of(before[1]) == speech.company
            self._current = speech.project or (before if speech.company is None or its_work else speech.company)

    def leave(self, sentence: Sentence, subject: Owner | None) -> None:
        """End a sentence: remember what it named and spoke of. Behind one that ends with a phase the text goes on about the whole."""
        subject = self.phases.whole(subject) or subject if subject is not None else None
        aside = subject is not None and not self.own_text and _is_of_an_aside(sentence, subject)
        self.tell(subject if not aside else None)
        if aside:
            self._told, self._holder = self._current_before, self._holder_before
        if subject is not None and subject[0] == "Park" and IN_PHASES.search(sentence.words) and not subject[1].endswith("区"):
            self._in_phases = subject
        self._remember_names(sentence)
        if aside:
            self._current = self._current_before  # 其中，甲公司、乙公司位列全国百强。: the text goes on about what it spoke of
        elif subject is not None and subject[0] in ("Company", "Project", "Park"):
            self._current = subject
            self._last[subject[0]] = subject
        elif subject is None:
            named = [m for m in sentence.mentions if m.cls in ("Project", "Company", "Park")]
            if len(named) == 1:
                self._current = (named[0].cls, named[0].text)

    def _remember_names(self, sentence: Sentence) -> None:
        for company, work in zip(sentence.mentions, sentence.mentions[1:]):
            if company.cls == "Company" and work.cls == "Project" and company.end == work.start:
                self._parts[work.text] = (company.cls, company.text)  # 甲公司年产30万吨淀粉糖项目
        if not self.own_text:
            self._at_unread = _goes_to_unread(sentence) or self._at_unread and not any(m.cls in ("Project", "Park") for m in sentence.mentions)
        for mention in sentence.mentions:
            self.phases.know((mention.cls, mention.text))
            if mention.cls in ("District", "Park"):
                self._places.append((mention.cls, mention.text))
            if mention.cls == "Park" and _CALLED_PROJECT.match(sentence.text, mention.end):
                self._built.add((mention.cls, mention.text))
            if mention.cls in ("Company", "Project", "Park"):
                if mention.cls != "Company" or "Company" not in self._last or not _is_served(sentence, mention):
                    self._last[mention.cls] = (mention.cls, mention.text)
                self._named[mention.cls].append((mention.cls, mention.text))
                self._block.add((mention.cls, mention.text))

    def tell(self, subject: Owner | None) -> None:
        """Go on to what a clause has as its subject; places, parks and companies can hold what is told of without a name."""
        if subject is None:
            return
        self._told = subject
        if subject[0] in HOLDERS:
            self._holder = subject
            self._place_told = subject if subject[0] != "Company" else self._place_told
        elif subject[0] == "Project":
            self.of_many = False

    def tell_of_place(self, place: Owner | None) -> None:
        """Go on to a place, of which the sentence tells without having it as its subject."""
        self._holder = place or self._holder

    def return_to_holder(self) -> None:
        """Go back to what the paragraph told of before a sentence that went from place to place: 甲县31个，乙县26个."""
        self._holder = self._holder_before

    def tell_of_many(self) -> None:
        """Go on to projects or companies of which only the number is told: 12个重大项目竣工. They are their holder's."""
        self.of_many = True

    # --- what it goes on about

    def holder(self, place: Owner | None) -> Owner | None:
        """Whose the projects and companies are that a text of news tells of without names: the last place, park or company that the
        paragraph spoke of, else the headline's, that of the paragraph before, the text's place or who held the event that it tells of."""
        headline = self._headline if self._headline is not None and self._headline[0] in HOLDERS else None
        before = self._place_before if self._place_before not in self._built else None
        return self._holder or headline or before or place

    def holder_of_place(self, place: Owner | None) -> Owner | None:
        """Whose what only places have is, where the text goes on about a project or company: the place's that the paragraph spoke of."""
        holder = self.holder(place)
        return holder if holder is not None and holder[0] != "Company" else place

    def default(self, place: Owner | None, host: Owner | None = None) -> Owner | None:
        """Whom a clause without subject speaks of.

        :param place: the text's
        :param host: who held the event that it tells of
        """
        if self.speaker is not None:
            return self.speaker
        if self.own_text:
            return place
        if self.of_many:
            return self.holder(host or place)
        return self._current or self._headline or place

    @property
    def current(self) -> Owner | None:
        """The project or company that the text goes on about here."""
        return self._current or self._headline

    @property
    def told(self) -> Owner | None:
        """The last subject of the paragraph, of any class."""
        return self._told

    @property
    def place_told(self) -> Owner | None:
        """The district or park of which a paragraph of news told before it went on to a company."""
        told = self._place_told is not None and self._holder is not None and self._holder[0] == "Company"
        return self._place_told if told and not self.own_text else None

    def only_thing(self) -> Owner | None:
        """The project or company that a text of news is about: the only one that it has named, if it has spoken of nothing else since."""
        named = {*self._named["Project"], *self._named["Company"]}
        return next(iter(named)) if len(named) == 1 and not self.own_text and not self.of_many and self._current is None else None

    # --- what it named

    def last(self, cls: str) -> Owner | None:
        """The last thing of a class that was named."""
        return self._last.get(cls)

    def park_of_the_paragraph(self) -> Owner | None:
        """The last park that the paragraph named."""
        last = self._last.get("Park")
        return last if last in self._block else None

    def company_of(self, project: str) -> Owner | None:
        """The company that a project bears at the front of its name."""
        return next((owner for owner in reversed(self._named["Company"]) if project.startswith(owner[1])), self._parts.get(project))

    def place_of(self, level: str) -> Owner | None:
        """The text's own place of a level (province, city, county), or the one of that level around it."""
        return self._place_names.get(level)

    def county_named(self) -> Owner | None:
        """The only county that a piece of news has named so far: whose 县长 it tells of, where the text is a city's."""
        counties = {place for place in self._places if place[0] == "District" and place[1].endswith("县")}
        return next(iter(counties)) if len(counties) == 1 and not self.own_text else None

    def _ending_in(self, cls: str, noun: str) -> Owner | None:
        """The last thing of a class whose name ends in a noun: 开发区 after 蒙苏经济开发区 and 伊金霍洛物流园."""
        return next((owner for owner in reversed(self._named[cls]) if owner[1].endswith(noun)), None)


def _goes_to_unread(sentence: Sentence) -> bool:
    """Whether a sentence goes to the site of a project whose name was not read, of which the next ones tell: 在位于甲县的某某生产项目现场，…."""
    found = _SITE.search(sentence.text, sentence.start, sentence.end)
    return found is not None and not any(m.cls in ("Project", "Park") for m in sentence.mentions_between(sentence.start, found.end()))


def nearest(cls: str, before: Sequence[Mention]) -> Owner | None:
    """The last name of a class."""
    return next(((m.cls, m.text) for m in reversed(before) if m.cls == cls), None)


def _is_of_an_aside(sentence: Sentence, subject: Owner) -> bool:
    """Whether a subject is one of several that a sentence only picks out of what it tells of: 其中，甲公司、乙公司税收超过20亿元."""
    for start, end in sentence.clauses:
        aside = _ASIDE.match(sentence.text, start, end)
        if aside is None:
            continue
        members = sentence.mentions_between(aside.end(), sentence.end)
        if len(members) < 2 or members[0].start != aside.end() or members[0].cls not in ("Company", "Project"):
            continue
        first, second = members[:2]
        if (first.cls, first.text) == subject and sentence.text[first.end : second.start] == "、" and second.cls == first.cls:
            return True
    return False


def _is_served(sentence: Sentence, company: Mention) -> bool:
    """Whether a company is only named as a customer or partner, so that 公司 does not mean it: 客户包括甲公司、乙公司等."""
    start, _ = sentence.clause_at(company.start)
    return _SERVED.search(sentence.text, start, company.start) is not None
