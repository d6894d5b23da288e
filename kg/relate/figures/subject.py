"""What the clauses of a sentence speak of: the name at the front of one, what a noun there stands for, the project behind its size."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.model import Mention
from kg.relate.figures.figure import PLACES, Clause
from kg.relate.figures.of_many import begins_with_count, counts_projects, holder_in_clause, holder_told, tells_of_many
from kg.relate.figures.sized import PHASE, just_named, only_one_behind, pronoun
from kg.relate.figures.unread_subjects import begins_with_unread, begins_with_unread_plant, ends_with_unread, tells_of_several_phases
from kg.relate.focus import IN_PHASES, Focus, Owner
from kg.relate.focus.subjects import LEAD_IN, begins_beside, clause_subject, listed_subjects
from kg.relate.lexicon import any_of
from kg.relate.place.area import Whereabouts
from kg.relate.topic import Topic
from kg.relate.view import Sentence

_SIZES_FOLLOW = re.compile("^[，、]?" + any_of("figures", "sizes-follow"))
_SIZE_ALONE = re.compile(
    r"[“，]?(?:项目)?(?:计划|预计|拟|规划)*(?:总?投资|总?占地(?:面积)?|总?用地(?:面积)?|总?建筑面积)[约超近达]*[\d.]+余?[^，。；、的\d]{1,6}，"
)
_ALL_OF_THEM = re.compile(r"(?:这些)?项目(?:合计|累计|共)*(?:计划|协议)?总?投资")
_ALL_DONE = re.compile("[，、]?(?:项目)?(?:全部|全面|整体)(?:建成|达产|投产|竣工|完工|投用)")  # 甲项目一期…，二期…，全部达产后
_PHASE_BEHIND = re.compile("[一二三四首]期(?:项目|工程)?$")
_OFFICE = re.compile(r"(?:管委会|政府|工委|党委|市委|区委|县委|[局委办厅])$")
_OF_THE_PROVINCE = re.compile("[全我本该]省|省[内委级]|[全我本]区|省政府|年(?:全省|省)|各[市地]|全市|我市")
_AMONG_THEM = re.compile("其中(?:，|：|有|包括)*$")


class _Front(NamedTuple):
    """What a clause speaks of."""

    owner: Owner | None
    at: int  # where it is named
    mention: Mention | None = None  # the name, if it is the clause's subject


class Subject:
    """The subject that a sentence's clauses share."""

    def __init__(self, sentence: Sentence, topic: Topic, focus: Focus, area: Whereabouts | None):
        self._sentence, self._topic, self._focus, self._area = sentence, topic, focus, area
        self.owner: Owner | None = None
        self.owners: tuple[Owner, ...] = ()  # all, if several share it
        self.unnamed = False  # whether what the sentence goes on about is a project whose name was not read
        self.lists_places = False  # whether the sentence goes from place to place with their numbers
        self.host = topic.event.host if topic.event is not None else None
        self._start = -1
        self._clause: Clause = (-1, -1)
        self._aside = False  # whether it named companies only as some of those that it spoke of
        self._topic_before = focus.told
        self._before_aside: Owner | None = None  # what the sentence spoke of before it went on to some of it: 园区…，其中甲公司产值10亿元

    @property
    def left(self) -> Owner | None:
        """What the text goes on about behind the sentence: not the companies that it named among others."""
        if self._focus.own_text or not self._aside or self.owner is None or self.owner[0] != "Company":
            return self.owner
        return self._before_aside or self._topic_before

    @property
    def in_own_text(self) -> bool:
        """Whether the text is a place's own, no piece of news."""
        return self._focus.own_text

    @property
    def speaks_of_no_project(self) -> bool:
        """Whether what the sentence speaks of so far is no project."""
        return self.owner is None or self.owner[0] != "Project"

    def of_many(self, owner: Owner) -> bool:
        """Whether a figure is told of many projects or companies together, which an owner holds."""
        return self._focus.of_many and owner[0] in PLACES

    def opens(self, clause: Clause) -> bool:
        """Whether a clause has a subject of its own."""
        return clause == self._clause

    def is_in_front(self, offset: int) -> bool:
        """Whether a subject is named in front of a place in the sentence."""
        return self.owner is not None and self._start < offset

    def area_told(self, offset: int) -> Owner | None:
        """The district or park that the text brought up last in front of a place in it."""
        return self._area.at(offset) if self._area is not None else None

    def take(self, owner: Owner) -> None:
        """Go on to the place of a list whose number was just told: 甲县12个，总投资53亿元."""
        self.lists_places = True
        self.owner, self.owners, self.unnamed = owner, (), False

    def turn_to(self, owner: Owner, clause: Clause, at: int) -> None:
        """Go on to something that a clause names."""
        self.owner, self.owners, self._clause, self._start = owner, (), clause, at

    def enter(self, clause: Clause) -> None:
        """A name at the front of a clause is its subject, or what a pronoun there stands for; what follows speaks of it."""
        words = self._sentence.text[clause[0] : clause[1]]
        if words.startswith(("；", ";")):
            self.owner, self.unnamed = None, False
        noun = self._focus.may_stand_for_something(words)
        front = self._at_front(clause, noun)
        if self._sentence.quantities:
            front = self._behind_size(clause, front)
        front = self._tell_focus(clause, front, noun)
        front = self._unless_unread(clause, front, noun)
        if front.owner is None and self.owner is not None and self.owner[0] == "Project" and _ALL_DONE.match(words):
            front = front._replace(owner=self._whole_in_front(clause[0]), at=clause[0])
        if front.owner is None and self._focus.own_text and self.owner is not None and self.owner[0] in ("Project", "Company"):
            if begins_with_count(self._sentence, clause):
                self.owner, self.owners = None, ()  # 甲铁路开工，实施重点项目185项、完成投资…: the place does
        if front.owner is None and self.owner is None and not self._focus.own_text:
            front = self._announced(clause) or front
        if front.owner is not None:
            self._speak_of(clause, front.owner, front)

    def _at_front(self, clause: Clause, noun: bool) -> _Front:
        """What is named at the front of a clause, or what a noun there stands for.

        :param noun: whether the clause may have such a noun
        """
        sentence, (start, end) = self._sentence, clause
        mention = clause_subject(sentence, start, end) if sentence.mentions else None
        if mention is None or self._focus.speaks_of_its_project(sentence, mention, end):
            return _Front(self._stood_for(clause) if noun else None, start)
        owner = self._focus.works_called_by(mention, sentence.text) or self._of_office(mention)
        if mention.cls in PLACES and self._begins_with_unread(clause):
            return _Front(None, mention.start)  # 甲工业园定制厂房项目总投资3亿元
        return _Front(owner, mention.start, mention)

    def _announced(self, clause: Clause) -> _Front | None:
        """The project whose sizes a sentence of news tells before it names it: 计划总投资50亿元，占地300亩，甲项目正式开工."""
        sentence, behind = self._sentence, clause
        while _SIZE_ALONE.fullmatch(sentence.text, *behind) and behind[1] < sentence.end:
            behind = sentence.clause_at(behind[1])
        named = clause_subject(sentence, *behind) if behind != clause else None
        if named is None or named.cls != "Project" or _SIZES_FOLLOW.match(sentence.text, named.end):
            return None
        return _Front((named.cls, named.text), clause[0] - 1)

    def _whole_in_front(self, at: int) -> Owner | None:
        """The whole of which the sentence told phases in front of a place in it."""
        named = [m.text for m in self._sentence.mentions_between(self._sentence.start, at) if m.cls == "Project" and not PHASE.fullmatch(m.text)]
        wholes = {_PHASE_BEHIND.sub("", name) for name in named}
        return ("Project", wholes.pop()) if len(wholes) == 1 else None

    def _behind_size(self, clause: Clause, front: _Front) -> _Front:
        """The project behind its size, where a clause names nothing else, or a company in front: 甲公司总投资54亿元的乙项目分三期建设."""
        owner = front.owner
        if owner is not None and (front.mention is None or owner[0] != "Company"):
            return front
        sized = only_one_behind(self._sentence, self._focus, clause)
        if sized is None or owner is not None and (sized[0][0] != "Project" or sized[1] <= front.at):
            return front
        return _Front(*sized)  # what follows is of the project

    def _tell_focus(self, clause: Clause, front: _Front, noun: bool) -> _Front:
        """Tell the focus what a clause speaks of; of many things together, whose they are."""
        sentence, focus, in_news = self._sentence, self._focus, not self._focus.own_text
        if front.owner is not None:
            focus.tell(front.owner)
            if front.owner[0] in PLACES and in_news and counts_projects(sentence, clause):
                focus.tell_of_many()  # 甲县今年实施重点项目31个，总投资530亿元，年度投资170亿元
            return front
        may_be_many = (in_news or self._topic.event is not None) and tells_of_many(sentence, clause, in_news)
        if may_be_many and not (noun and focus.lost(sentence.text[clause[0] : clause[1]])):
            owner = self._holder(clause) if in_news else None
            if owner is not None and owner == focus.place_of("province") and not tells_of_province(sentence, focus, owner):
                owner = None
            focus.tell_of_many()
            return _Front(owner, clause[0] - 1, front.mention)  # it may begin with the number
        if in_news and clause[0] == sentence.start:
            focus.tell_of_place(_opening(sentence, clause))
        return front

    def _unless_unread(self, clause: Clause, front: _Front, noun: bool) -> _Front:
        """Nothing, where a clause speaks of something whose name was not read; the project that was just named, where its sizes follow."""
        sentence, focus, start = self._sentence, self._focus, clause[0]
        in_news = not focus.own_text
        if in_news and tells_of_several_phases(sentence, clause):
            self.owner, self.unnamed = None, True
            return front._replace(owner=None)
        if front.owner is not None:
            return front
        words = sentence.text[start : clause[1]]
        if (
            self._begins_with_unread(clause)
            or in_news
            and begins_beside(sentence, clause)
            or sentence.mentions
            and begins_with_unread_plant(sentence, clause)
            or noun
            and focus.lost(words, sentence.mentions_between(sentence.start, start))
        ):
            self.owner, self.unnamed = None, True
            return front
        if start <= sentence.start or not _SIZES_FOLLOW.match(words):
            return front
        owner = just_named(sentence, start) if self.speaks_of_no_project else None  # 该项目是最大的单体项目，总投资…
        self.unnamed = self.unnamed or owner is None and self.speaks_of_no_project and ends_with_unread(sentence, start, in_news)
        return front._replace(owner=owner, at=start)

    def _begins_with_unread(self, clause: Clause) -> bool:
        """Whether a clause of news begins with a project whose name was not read."""
        return not self._focus.own_text and bool(self._sentence.quantities) and begins_with_unread(self._sentence, clause)

    def _speak_of(self, clause: Clause, owner: Owner, front: _Front) -> None:
        """Go on to what a clause speaks of, and remember what the sentence spoke of if it is only some of that."""
        self.unnamed = False
        listed = listed_subjects(self._sentence, front.mention, clause[1]) if front.mention is not None else ()
        if owner[0] == "Company" and _AMONG_THEM.search(self._sentence.text, self._sentence.start, front.at):
            self._before_aside = self.owner if self.owner is not None and self.owner[0] in PLACES else self._before_aside
            self._aside = self._before_aside is not None or len(listed) > 1
        self.turn_to(owner, clause, front.at)
        self.owners = listed

    def _stood_for(self, clause: Clause) -> Owner | None:
        """What a noun at the front of a clause stands for: 项目, 公司, 一期."""
        (start, end), sentence, focus = clause, self._sentence, self._focus
        text = sentence.text
        owner = pronoun(sentence, focus, clause) or focus.builder(text[start:end])
        if owner is None:
            return None
        if self.owner is not None and self.owner[0] == "Park" and (phase := PHASE.match(text, start, end)) is not None:
            if not any((m.cls, m.text) == owner for m in sentence.mentions_between(sentence.start, start)):
                return focus.phases.of(self.owner, phase.group())  # 小镇…，一期总投资21亿元
        if owner[0] == "Project" and PHASE.search(text, start, end) is None and IN_PHASES.search(text, sentence.start, sentence.end):
            return focus.phases.told_whole(owner) or owner  # 甲园一期投产。该项目总投资10亿元，分三期建设
        if owner[0] == "Project" and focus.of_many and _ALL_OF_THEM.match(text, start, end):
            return self._holder(clause)  # 项目总投资70亿元, of eight that were told of together
        return owner

    def _of_office(self, mention: Mention) -> Owner | None:
        """What a name at the front of a clause speaks of: an office of its place, and with it the place."""
        if mention.cls != "Organization" or self._focus.own_text or not _OFFICE.search(mention.text):
            return mention.cls, mention.text
        places = [m for m in self._sentence.within.get((mention.start, mention.end), ()) if m.cls in PLACES]
        before = [m for m in self._sentence.mentions if m.end == mention.start and m.cls in PLACES]
        place = max(places or before, key=lambda m: m.end, default=None)  # the nearest, and the park rather than the city that it bears
        return (place.cls, place.text) if place is not None else self._topic.place

    def _holder(self, clause: Clause) -> Owner | None:
        """Whose the projects or companies are that a clause counts: 12个重大项目竣工; of an area that the clause names in front of them
        (等蓝谷产业园项目5个), else of whom the paragraph spoke of."""
        named = holder_in_clause(self._sentence, clause)
        if named is not None:
            return named
        counts = self._sentence.quantities_from(*clause)
        place = self.area_told(counts[0].start if counts else clause[0]) or self.host or self._topic.place
        return holder_told(self._sentence, clause, self._focus, place)


def tells_of_province(sentence: Sentence, focus: Focus, province: Owner) -> bool:
    """Whether a sentence, or the paragraph before it, speaks of the province."""
    named = any((m.cls, m.text) == province or m.cls == "District" and m.text in province[1] for m in sentence.mentions)
    return named or focus.told == province or _OF_THE_PROVINCE.search(sentence.words) is not None


def _opening(sentence: Sentence, clause: Clause) -> Owner | None:
    """The place with which a sentence of news begins, whatever it says of it; the nearest of several in a row."""
    found = None
    for mention in sentence.mentions_between(*clause):
        front = sentence.text[found.end if found is not None else clause[0] : mention.start]
        if mention.cls not in PLACES or (front if found is not None else not LEAD_IN.fullmatch(front)):
            break
        found = mention
    if found is None or sentence.text[found.end : found.end + 1] in ("的", "、", "与", "和", "籍", "委"):
        return None
    return found.cls, found.text
