"""Which project a noun stands for: 项目, 工厂 without a number, and 一期, 二期, which are phases of one (:mod:`.phases`)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Mention
from kg.relate.focus.memory import Memory, nearest
from kg.relate.focus.nouns import PROJECT_NOUN, phase_told
from kg.relate.focus.phases import Owner

_ANY_PROJECT = ("项目", "工程")


class Works(Memory):
    """What one document has named and told of, and which of its projects it means by a noun."""

    def means_a_project(self, clause: str) -> bool:
        """Whether a clause of news begins with a noun that stands for a whole project: 项目, 该工程."""
        project = PROJECT_NOUN.match(clause) if not self.own_text else None
        return project is not None and not phase_told(project)

    def builder(self, clause: str) -> Owner | None:
        """The company of which a clause of news tells a phase, where the paragraph named no project: 甲公司总投资70亿元。其中，一期…"""
        project = PROJECT_NOUN.match(clause) if not self.own_text else None
        if project is None or not phase_told(project) or any(owner[0] == "Project" for owner in self._block):
            return None
        return self._current if self._current is not None and self._current[0] == "Company" else None

    def works_called_by(self, mention: Mention, text: str) -> Owner | None:
        """The project that a company's name and 项目 stand for, where the text named one that bears it: 甲铜业年产20万吨铜杆项目签约。甲铜业项目…"""
        if mention.cls != "Company" or self.own_text and not self._named["Project"] or not text.startswith("项目", mention.end):
            return None
        bearing = {owner for owner in self._named["Project"] if mention.text in owner[1]}
        return next(iter(bearing)) if len(bearing) == 1 else None

    def _whose_works(self, before: Sequence[Mention]) -> Owner | None:
        """The company that bears the works which the sentence named last: 甲公司二期投产，至此该公司产能…"""
        works = nearest("Project", before)
        return self.company_of(works[1]) if works is not None else None

    def _phase(self, phase: str, noun: str | None, before: Sequence[Mention], pointed: bool) -> Owner | None:
        """The phase that a number tells of: the one that the text names so, else that of the project which is spoken of.

        :param noun: what stands beside the number: 一期项目, 工厂二期
        :param pointed: as for :meth:`_project`
        """
        near = nearest("Project", before)
        whole = near or (self._current if self._current is not None and self._current[0] == "Project" else None)
        bearers = [owner for owner in reversed(self._named["Project"]) if phase in owner[1]]
        for owner in bearers:
            if whole is not None and _akin(whole[1], owner[1]):
                return owner
        if whole in self._block:
            bearers = [owner for owner in bearers if owner in self._block]  # the phase is of the project of this paragraph
        if phase == "首期" and noun is None:
            return near or self._project(near, noun, pointed)  # 首期投资: of the money, as often as of the works
        park = self._park_in_phases(before) if near is None and noun is None else None
        told = self.phases.goes_on(phase) or self._in_phases or park if near is None else None
        another = whole if whole in self._block and not self._block.intersection(bearers) else None  # 乙项目…，一期: not 甲项目一期
        bearer = bearers[0] if bearers else None
        whole = told or near or another or bearer or self._of_the_paragraph() or self._project(near, noun, pointed)
        return self.phases.of(whole, phase, self._named["Project"]) if whole is not None else None

    def _of_the_paragraph(self) -> Owner | None:
        """The project of which a paragraph of news that goes on about a company named a phase: 甲公司二期投产。甲公司…，三期已列入计划."""
        if self.own_text or self._current is None or self._current[0] != "Company":
            return None
        named = (owner for owner in reversed(self._named["Project"]) if owner in self._block)
        return next((owner for owner in named if self.phases.base(owner) != owner), None)

    def _park_in_phases(self, before: Sequence[Mention]) -> Owner | None:
        """The park of which a phase is told in news: the nearest in the sentence, else the one that a paragraph without projects goes on
        about (小镇…，一期总投资21亿元); no zone of a whole place, and a zone's own news speaks of it all along."""
        goes_on = self._home.zone is None and not any(owner[0] == "Project" for owner in self._block)
        park = nearest("Park", before) or (self._current if goes_on else None)
        return park if park is not None and park[0] == "Park" and not self.own_text and not park[1].endswith("区") else None

    def _project(self, near: Owner | None, noun: str | None, pointed: bool, wholly: bool = False) -> Owner | None:
        """The project that a noun without a number stands for: the nearest in the sentence, the one in focus, the headline's, the last that
        ends in the noun, the last.

        :param pointed: whether 该 points back; else in news what another paragraph spoke of is not meant, if it is not the only one
        :param wholly: whether all its phases are meant (项目全部达产), though one was spoken of
        """
        if near is not None or self._current in self._built:
            return near or self._current
        if self._current is not None and self._current[0] == "Project":
            whole = self.phases.base(self._current)
            if wholly and whole != self._current and whole in self._named["Project"]:
                return whole
            if noun is None or noun in _ANY_PROJECT or self._current[1].endswith(noun):
                return self._current
            return self._ending_in("Project", noun) or self._current  # 基地 is no 光伏项目
        if self._headline is not None and self._headline[0] == "Project":
            return self._headline
        last = (self._ending_in("Project", noun) if noun else None) or self._last.get("Project")
        alone = self._of_one_project()
        return last if self.own_text or pointed or alone or last in self._block else None

    def _of_one_project(self) -> bool:
        """Whether all projects that were named are one, its phases, and it without what stands in front of its name."""
        names = sorted({self.phases.base(owner)[1] for owner in self._named["Project"]}, key=len)
        return bool(names) and all(names[-1].endswith(name) for name in names)


def _akin(one: str, other: str) -> bool:
    """Whether two names of projects may be a whole and its phase, or two of its phases: they begin alike."""
    return one[:3] == other[:3] or one[:2] == other[:2] and min(len(one), len(other)) <= 4
