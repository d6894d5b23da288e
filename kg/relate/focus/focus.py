"""What a noun or pronoun at the front of a clause stands for: 项目, 一期, 公司, 园区, 全市, 其."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention
from kg.relate.focus.memory import nearest
from kg.relate.focus.nouns import COMPANIES, LEAD_IN, PARKS, PROJECT_NOUN, WORDS_FOR_THINGS, WORKS, lead_in, phase_told
from kg.relate.focus.offices import OFFICES, kind_meant, level_meant
from kg.relate.focus.phases import Owner
from kg.relate.focus.works import Works
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

_STANDS_FOR_A_THING = re.compile(WORDS_FOR_THINGS)
STANDS_FOR_ANYTHING = re.compile("|".join((WORDS_FOR_THINGS, "其|它的|我们|我司", OFFICES)))
# what a report says of the one project that it named: 项目建成投运后预计年均产值9亿元; not 项目民间投资, 项目当年落地率
_ITS_OWN = re.compile("(?:全部|全面)?(?:建成|投产|投运|投用|达产|满产|达效|竣工|完工|总?投资[约达超]?\\d|总投资|占地|规划|计划)(?!率)")
_WHOLLY = re.compile("(?:全部|全面|整体)(?:建成|达产|投产|竣工|完工|投用)")
_ALL_PHASES = re.compile(LEAD_IN + "(?:[这前]?两|各|一二|一、二)期(?:项目|工程)?(?:全部|全面|均|都|建成|达产|投产|总?投资)")
_THIS = re.compile(LEAD_IN + "(?:该|这[座条个一])")
WE = re.compile(LEAD_IN + "(?P<we>我们公司|我们集团|我们(?!国|省|市|县|区|镇|村|园|项目|这里|当地)|我司)")
# who speaks for a company, of what only companies have: “去年我们销售收入4亿元
_OUR_SALES = re.compile(LEAD_IN + r"我们[^，。；]{0,8}?(?:销售(?!中心|渠道)|营收|营业收入|年产(?!业)|产能|产量|出口额|利润)")
_SPEAKS = re.compile(
    f"[^，。；、：]{{0,14}}{any_of('speakers', 'titles')}[^，。；、：]{{2,4}}(?:告诉[^，。；]{{1,6}}|{any_of('speakers', 'says')})[，：]$"
)
_COMPANY = re.compile(
    LEAD_IN + rf"(?P<this>该|这家|本)?(?:{COMPANIES})(?!数|群|所得税|家|在.{{0,8}}座谈|、|和|服务|集聚|登记|技术中心|总部|退休|职工|开办|债券|研发经费)"
)
_PARK = re.compile(LEAD_IN + rf"(?P<this>该|本|整个)?(?P<noun>{PARKS})(?!、|和|内企业|·)")
_MANY_PARKS = ("园区", "小镇", "工业园", "科技园", "开发区", "产业园", "集聚区")  # of which a place has several
_ITS = re.compile(LEAD_IN + r"其(?!中|他|它|余|次|实)")
_POINTED = re.compile(LEAD_IN + rf"(?:(?:该|这[座条个一])(?:{WORKS})|(?:我们|该|这家)(?:这次)?(?:{COMPANIES}|项目)|它(?=的))")


class Focus(Works):
    """The discourse state of one document, and what its nouns and pronouns mean."""

    def stands_for(self, clause: str, before: Sequence[Mention] = ()) -> tuple[int, int, Owner] | None:
        """A noun at the front of a clause that stands for a project, company or park: its span in the clause, and what it means.

        :param before: the names in front of the clause in its sentence
        """
        if not _STANDS_FOR_A_THING.search(clause):
            return None
        for pattern in (PROJECT_NOUN, _COMPANY, _PARK):
            match = pattern.match(clause)
            if match:
                owner = self.pronoun(clause, before)
                start = lead_in(clause)
                return (start, match.end(), owner) if owner is not None and start < match.end() else None
        return None

    def pronoun(self, clause: str, before: Sequence[Mention] = ()) -> Owner | None:
        """What a noun or pronoun at the front of a clause stands for.

        :param before: the names in front of the clause in its sentence; the nearest of its kind is meant
        """
        if not STANDS_FOR_ANYTHING.search(clause):
            return None
        level = level_meant(clause)
        if level is not None:
            return self._that_place(clause) or self._place_names.get(level)
        if (place := self._that_place(clause)) is not None:
            return place
        if _ALL_PHASES.match(clause):
            return nearest("Project", before) or self.phases.last
        if (project := PROJECT_NOUN.match(clause)) is not None:
            return self._project_meant(clause, project, before)
        company = _COMPANY.match(clause)
        if self.speaker is not None and (company or WE.match(clause)):
            return self.speaker
        if _OUR_SALES.match(clause) and self._current is not None and self._current[0] == "Company":
            return self._current
        if company:
            return self._company_meant(company, before)
        if (park := _PARK.match(clause)) is not None:
            return self._park_meant(park, before)
        return self._current if _ITS.match(clause) else None

    def _project_meant(self, clause: str, project: re.Match[str], before: Sequence[Mention]) -> Owner | None:
        """What 项目, 该工程, 二期 stand for."""
        phase, points = phase_told(project), _THIS.match(clause) is not None
        if self._is_general(phase or points or _ITS_OWN.match(clause, project.end())):
            return nearest("Project", before)
        if self._at_unread and nearest("Project", before) is None:
            return None
        if phase is not None:
            return self._phase(phase, project["noun"], before, points)
        return self._project(nearest("Project", before), project["noun"], points, _WHOLLY.match(clause, project.end()) is not None)

    def _company_meant(self, company: re.Match[str], before: Sequence[Mention]) -> Owner | None:
        """What 公司, 该企业 stand for."""
        named = [m for m in before if m.cls in ("Company", "Project")]
        works = self._whose_works(before) if named and named[-1].cls == "Project" else None  # 甲公司、乙公司铜箔三期投资8亿元，公司产能…
        near = works or nearest("Company", before)
        return near if self._is_general(company["this"]) else near or self._company()

    def _park_meant(self, park: re.Match[str], before: Sequence[Mention]) -> Owner | None:
        """What 园区, 该开发区 stand for."""
        if park["noun"] in _MANY_PARKS and self._home.zone is None and self._is_general(park["this"]):
            return nearest("Park", [m for m in before if park["noun"] == "园区" or m.text.endswith(park["noun"])])
        return self.this_park(park["noun"], before)

    def _is_general(self, points: object) -> bool:
        """Whether a noun of a report speaks of all things of its kind, if its sentence named none before: 园区工业投资增长11%, 企业退休人员养老金.

        :param points: what shows that it points back (该, 一期), if anything does
        """
        return self.own_text and not points

    def _that_place(self, clause: str) -> Owner | None:
        """The place that 该区, 该县 point back to in news: the last whose name ends so."""
        kind = kind_meant(clause) if not self.own_text else None
        return next((place for place in reversed(self._places) if place[1].endswith(kind)), None) if kind is not None else None

    def _company(self) -> Owner | None:
        """The company that 公司 means: the headline's, unless the paragraph speaks of others alone; else the last."""
        headline = self._headline if self._headline is not None and self._headline[0] == "Company" else None
        if headline is not None and (headline in self._block or not any(owner[0] == "Company" for owner in self._block)):
            return headline
        return self._last.get("Company") or headline

    def this_park(self, noun: str, before: Sequence[Mention] = ()) -> Owner | None:
        """The park that 园区, 新区 … stands for: the text's own, else the last that ends in the noun, first in the sentence, else the last.

        :param before: the names in front in the sentence
        """
        if self._home.park_name and (noun == "园区" or self._home.park_name.endswith(noun) or not self._named["Park"]):
            return self._home.zone
        near = next((("Park", m.text) for m in reversed(before) if m.cls == "Park" and m.text.endswith(noun)), None)
        if near is None and noun == "园区":
            near = nearest("Park", before)
        return near or self._ending_in("Park", noun) or self._last.get("Park")

    @staticmethod
    def may_stand_for_something(clause: str) -> bool:
        """Whether a clause holds a noun or pronoun that may stand for a name."""
        return STANDS_FOR_ANYTHING.search(clause) is not None

    def lost(self, clause: str, before: Sequence[Mention] = ()) -> bool:
        """Whether a clause begins with a phase of something whose other phases alone are known (二期项目总投资50亿元); in news also with 该项目,
        我们公司 or 它的 where nothing of the kind was named."""
        if not self.own_text and _POINTED.match(clause):
            return self.pronoun(clause, before) is None
        if not self.own_text and _PARK.match(clause):
            return self.pronoun(clause, before) is None  # 园区现有企业7家, of a park whose name was not read
        project = PROJECT_NOUN.match(clause)
        return project is not None and bool(phase_told(project)) and self.pronoun(clause, before) is None

    def speaks_of_its_project(self, sentence: Sentence, mention: Mention, end: int) -> bool:
        """Whether a clause only says that somebody of the company speaks whose project the text goes on about: 甲公司项目经理王小明介绍，达产后…"""
        if mention.cls != "Company" or self.current is None or self.current[0] != "Project":
            return False
        speaks = _SPEAKS.match(sentence.text[mention.end : end]) is not None
        return speaks and self.company_of(self.current[1]) == (mention.cls, mention.text)
