"""What a text is speaking of when it does not say: the project, company or park in focus.

A name at the front of a clause is its subject (:mod:`.subjects`). 项目, 一期, 公司, 园区 and 其 at the front of a clause mean the last project,
company or park. In a piece of news, sentences without a subject go on about the last subject of their paragraph, else
about what the headline names; in a place's own text they are about the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.model import Mention
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.places import Home
from kg.relate.lexicon import any_of
from kg.relate.phases import Owner, Phases
from kg.relate.speakers import Speech
from kg.relate.subjects import HOLDERS
from kg.relate.view import Sentence
from kg.triggers import Expressions

if TYPE_CHECKING:
    from kg.relate.figures.figure import ToldSoFar

_WORKS = "项目|工程|工厂|基地|电站|生产线|产线"
_PROJECTS = rf"(?<=[\u4e00-\u9fff])厂(?!房)|{_WORKS}"
_PHASES = "一期|二期|三期|四期|首期"
_NUMBERED = "[一二三四]期"
_COMPANIES = "公司|企业"
_PARKS = "园区|小镇|工业园|科技园|新片区|新区|开发区|高新区|经开区|集聚区|片区|保税区|合作区|产业园|产业城"
_MANY_PARKS = ("园区", "小镇", "工业园", "科技园", "开发区", "产业园", "集聚区")  # of which a place has several
_PROVINCES, _CITIES, _COUNTIES = "全省|我省|本省|该省", "全市|我市|本市|该市", "全区|我区|本区|该区|全县|我县|该县|本县"
_TOWNS = "该镇|该乡|该旗|该州|该盟"
# One of these must be in a clause. Plain words and nothing else, so that what has none of them is left at a glance.
_WORDS_FOR_THINGS = "|".join(("厂", _WORKS, _PHASES, _COMPANIES, _PARKS))
_STANDS_FOR_A_THING = re.compile(_WORDS_FOR_THINGS)
_STANDS_FOR_ANYTHING = re.compile("|".join((_WORDS_FOR_THINGS, "其|它的|我们|我司", _PROVINCES, _CITIES, _COUNTIES, _TOWNS)))
_STANDS_IN = re.compile(_STANDS_FOR_ANYTHING.pattern + "|区内|园内|它|该集团|这家集团|该车企|这家车企")
_LEAD_IN = "^" + any_of("focus", "noun-lead-ins") + "*"
_LEADS_IN = re.compile(_LEAD_IN)
_PROJECT_NOUN = re.compile(
    _LEAD_IN
    + rf"(?:该|(?:这座|这条|这个|这一)(?:[^，。；、]{{2,14}}的|[^，。；、的]{{1,10}}?(?=厂|基地|线|电站|项目))?|本|新)?(?P<phase>{_PHASES})?(?P<noun>{_PROJECTS})"
    + rf"(?P<behind>{_NUMBERED}(?!间)(?:项目|工程)?)?(?!公司|数|负责|建设者|申报|审批|招商|引进|个|落地率|库|清单|管理|化|的[^，。]{{0,6}}(?:问题|需求))"
    + rf"|^(?:其中(?!.{{2}}[和及与、]))?(?P<only>{_PHASES})(?!间|[^，。；建投开、]{{2,24}}(?:项目|工程|基地|生产线))"
)
# what a report says of the one project that it named: 项目建成投运后预计年均产值9亿元; not 项目民间投资, 项目当年落地率
_ITS_OWN = re.compile("(?:全部|全面)?(?:建成|投产|投运|投用|达产|满产|达效|竣工|完工|总?投资[约达超]?\\d|总投资|占地|规划|计划)(?!率)")
IN_PHASES = re.compile("分[两二三四五][期批]")
_WE = re.compile(_LEAD_IN + "(?P<we>我们公司|我们集团|我们(?!国|省|市|县|区|镇|村|园|项目|这里|当地)|我司)")
_WHOLLY = re.compile("(?:全部|全面|整体)(?:建成|达产|投产|竣工|完工|投用)")
_ALL_PHASES = re.compile(_LEAD_IN + "(?:[这前]?两|各|一二|一、二)期(?:项目|工程)?(?:全部|全面|均|都|建成|达产|投产|总?投资)")
_CALLED_PROJECT = re.compile("[”]?(?:项目|工程)(?!公司|部|库|建设管理)")
_ANY_PROJECT = ("项目", "工程")
_SIZED_PHASE = re.compile(rf"\d[^，。；的]{{1,8}}的(?P<phase>{_NUMBERED})(?=项目|工程|[^，。；、]{{0,6}}(?:开工|动工|投产|竣工|签约|启动)|[，。；])")
_THIS = re.compile(_LEAD_IN + "(?:该|这[座条个一])")
_COMPANY = re.compile(
    _LEAD_IN + rf"(?P<this>该|这家|本)?(?:{_COMPANIES})(?!数|群|所得税|家|在.{{0,8}}座谈|、|和|服务|集聚|登记|技术中心|总部|退休|职工|开办|债券|研发经费)"
)
# who speaks for a company, of what only companies have: “去年我们销售收入4亿元
_OUR_SALES = re.compile(_LEAD_IN + r"我们[^，。；]{0,8}?(?:销售(?!中心|渠道)|营收|营业收入|年产(?!业)|产能|产量|出口额|利润)")
_SPEAKS = re.compile(
    f"[^，。；、：]{{0,14}}{any_of('speakers', 'titles')}[^，。；、：]{{2,4}}(?:告诉[^，。；]{{1,6}}|{any_of('speakers', 'says')})[，：]$"
)
_PARK = re.compile(_LEAD_IN + rf"(?P<this>该|本|整个)?(?P<noun>{_PARKS})(?!、|和|内企业|·)")
_ITS = re.compile(_LEAD_IN + r"其(?!中|他|它|余|次|实)")
_INSIDE = re.compile(
    r"(?P<its>(?<![尤极何及与])其(?![中他它余次实间后前一二三])|(?<![及与])它(?![们的山])|(?<=[及与])其(?=[^，。；]{0,6}(?:子公司|供应商|旗下|母公司|控股)))|"
    r"(?P<company>(?:该|这家|本)(?:公司|企业|集团|厂商|车企)(?!的?(?:数|群|所得税)))"
)  # inside a clause: 为它配套, 与其签约, 由该公司控股
_STANDS_INSIDE = Expressions(_INSIDE)
_IN_THE_PARK = re.compile(
    rf"(?:落户|入驻|进驻|位于|选址|扎根|落地|坐落)[于在到]?(?:该|本|这一)?(?P<noun>{_PARKS})(?=[，。；！]|内|的(?:企业|公司|项目)|$)"
)  # 某厂也落户新区
_HERE = re.compile("(?<=在)(?:区内|园区?内)(?=[新建设布投扩开落])")  # 在区内新建气体站
_OF_COMPANIES = re.compile(r"[^，。；]{0,8}(?:供应商|供货商|配套|供货|供应|子公司|母公司|旗下|控股|客户|董事|总裁|总经理|总部)")
_NO_FIRST = "(?!首[个家批笔条座台例创款]|唯一|最[大早高先快]|率先)"  # 全省首笔贷款: what is said of something, not of the province
_PROVINCE, _CITY, _COUNTY = (
    re.compile(_LEAD_IN + rf"(?:放到)?(?:{_PROVINCES}){_NO_FIRST}"),
    re.compile(_LEAD_IN + f"(?:{_CITIES}){_NO_FIRST}"),
    re.compile(_LEAD_IN + f"(?:{_COUNTIES}){_NO_FIRST}"),
)
_POINTED = re.compile(_LEAD_IN + rf"(?:(?:该|这[座条个一])(?:{_PROJECTS})|(?:我们|该|这家)(?:这次)?(?:{_COMPANIES}|项目)|它(?=的))")
_THAT_PLACE = re.compile(_LEAD_IN + "该(?P<kind>[省市区县镇乡旗州盟])")
_OFFICE = re.compile(r"(?:(?:全|我|本|该)[省市区县]|该[镇乡旗州盟])(?![内外直属级委政人域名场])" + _NO_FIRST)


class Focus:
    """The discourse state of one document."""

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
        self.year_told: tuple[Owner, str] | None = None  # the last place of the paragraph whose figures it told, and of which year or part of one
        self.before_semicolon: ToldSoFar | None = None  # the last figure and time of a sentence that a semicolon ends
        self.told_last: ToldSoFar | None = None  # … of the sentence before, in the same paragraph
        self._in_phases: Owner | None = None  # the park of which the paragraph tells that it is built in phases
        self._headline = None if own_text else _headline(sentences)
        self._speaker: Owner | None = None  # the company in whose name the sentence is said

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        self._holder_before = self._holder
        self._current_before = self._current
        if sentence.opens_block:
            self._place_before = self._holder if self._holder is not None and self._holder[0] != "Company" else None
            self._current = self._told = self._holder = self._place_told = None
            self.of_many = False
            self._block = set()
            self._in_phases = None
            self.phases.leave()
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

    def listen(self, speech: Speech | None) -> None:
        """Begin what somebody says, or end it: the company for which it is said is what 我们 means, and the clauses without a subject speak of; else the
        quotation goes on about what the text spoke of before it, or about the company's project of which it spoke."""
        self._speaker = speech.company if speech is not None else None
        if speech is not None:
            before = self._current_before
            its_work = before is not None and before[0] == "Project" and self.company_of(before[1]) == speech.company
            self._current = before if speech.company is None or its_work else speech.company

    def leave(self, sentence: Sentence, subject: Owner | None) -> None:
        """End a sentence: remember what it named and spoke of. Behind one that ends with a phase the text goes on about the whole."""
        subject = self.phases.whole(subject) or subject if subject is not None else None
        aside = subject is not None and not self.own_text and _is_of_an_aside(sentence, subject)
        self.tell(subject if not aside else None)
        if aside:
            self._told, self._holder = self._current_before, self._holder_before
        if subject is not None and subject[0] == "Park" and IN_PHASES.search(sentence.words) and not subject[1].endswith("区"):
            self._in_phases = subject
        for company, work in zip(sentence.mentions, sentence.mentions[1:]):
            if company.cls == "Company" and work.cls == "Project" and company.end == work.start:
                self._parts[work.text] = (company.cls, company.text)  # 甲公司年产30万吨淀粉糖项目
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
        if aside:
            self._current = self._current_before  # 其中，甲公司、乙公司位列全国百强。: the text goes on about what it spoke of
        elif subject is not None and subject[0] in ("Company", "Project", "Park"):
            self._current = subject
            self._last[subject[0]] = subject
        elif subject is None:
            named = [m for m in sentence.mentions if m.cls in ("Project", "Company", "Park")]
            if len(named) == 1:
                self._current = (named[0].cls, named[0].text)

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

    def holder(self, place: Owner | None) -> Owner | None:
        """Whose the projects and companies are that a text of news tells of without names: the last place, park or company that the
        paragraph spoke of, else the headline's, that of the paragraph before, the text's place or who held the event that it tells of."""
        headline = self._headline if self._headline is not None and self._headline[0] in HOLDERS else None
        before = self._place_before if self._place_before not in self._built else None
        return self._holder or headline or before or place

    def holder_of_place(self, place: Owner | None) -> Owner | None:
        """Whose what only places have is, where the text goes on about a project or company: the place's or park's that the paragraph spoke of."""
        holder = self.holder(place)
        return holder if holder is not None and holder[0] != "Company" else place

    def stands_for(self, clause: str, before: Sequence[Mention] = ()) -> tuple[int, int, Owner] | None:
        """A noun at the front of a clause that stands for a project, company or park: its span in the clause, and what it means.

        :param before: the names in front of the clause in its sentence
        """
        if not _STANDS_FOR_A_THING.search(clause):
            return None
        for pattern in (_PROJECT_NOUN, _COMPANY, _PARK):
            match = pattern.match(clause)
            if match:
                owner = self.pronoun(clause, before)
                start = _lead_in(clause)
                return (start, match.end(), owner) if owner is not None and start < match.end() else None
        return None

    def stand_ins(self, sentence: Sentence) -> Iterator[tuple[int, int, Owner]]:
        """What stands for a name in a sentence: nouns and pronouns of office at the front of a clause (项目, 全市), pronouns anywhere (联诚为它配套,
        其供应商). Offsets in the text, and what they mean.

        其 and 它 are what the sentence spoke of first in its clauses before, else what the text goes on about; 该公司 is the last company.
        """
        if not holds_stand_ins(sentence):
            return
        text, inside_a_clause = sentence.text, _STANDS_INSIDE.possible(sentence.words)
        for start, end in sentence.clauses:
            clause = text[start:end]
            if not _STANDS_IN.search(clause):
                continue
            before = [m for m in sentence.mentions if m.end <= start]
            noun = self.stands_for(clause, before)
            if noun is not None:
                yield start + noun[0], start + noun[1], noun[2]
            phase = _SIZED_PHASE.search(clause)
            if phase is not None and (sized := self.pronoun(clause[phase.start("phase") :], before)) is not None:
                yield start + phase.start("phase"), start + phase.end("phase"), sized
            lead = _lead_in(clause)
            if self._speaker is not None and (we := _WE.match(clause)) is not None:
                yield start + we.start("we"), start + we.end("we"), self._speaker
            if (office := _OFFICE.match(clause, lead)) is not None and (place := self.pronoun(clause)) is not None:
                yield start + lead, start + office.end(), place
            if (park := _IN_THE_PARK.search(clause)) is not None and (here := self._this_park(park["noun"], before)) is not None:
                yield start + park.start("noun"), start + park.end("noun"), here
            if (inside := _HERE.search(clause)) is not None and (around := self.place_of("county") or self._this_park("园区")) is not None:
                yield start + inside.start(), start + inside.end(), around
            for match in _INSIDE.finditer(clause) if inside_a_clause else ():
                if any(m.start == start + match.end() for m in sentence.mentions):
                    continue  # 其储能基地项目: rules know this one
                own = [m for m in sentence.mentions if start <= m.start and m.end <= start + match.start()]
                if match["company"]:
                    owner = _nearest("Company", before) or self._last.get("Company")
                else:
                    companies = _OF_COMPANIES.match(clause, match.end()) is not None
                    owner = self._antecedent(before or (own if clause[match.start() - 1 : match.start()] in ("及", "与") else ()), companies)
                if owner is not None and not any((m.cls, m.text) == owner for m in own if before):
                    yield start + match.start(), start + match.end(), owner

    def _antecedent(self, before: Sequence[Mention], companies: bool) -> Owner | None:
        """What 其 means: the first name of the sentence that can own something, else the one in focus; only a company has suppliers and subsidiaries."""
        kinds = ("Company",) if companies else ("Company", "Project", "Park")
        first = next(((m.cls, m.text) for m in before if m.cls in kinds), None)
        current = self.current if self.current is not None and self.current[0] in kinds else None
        return first or current or (self._last.get("Company") if companies else None)

    def pronoun(self, clause: str, before: Sequence[Mention] = ()) -> Owner | None:
        """What a noun or pronoun at the front of a clause stands for.

        :param before: the names in front of the clause in its sentence; the nearest of its kind is meant
        """
        if not _STANDS_FOR_ANYTHING.search(clause):
            return None
        for pattern, level in ((_PROVINCE, "province"), (_CITY, "city"), (_COUNTY, "county")):
            if pattern.match(clause):
                return self._that_place(clause) or self._place_names.get(level)
        if (place := self._that_place(clause)) is not None:
            return place
        if _ALL_PHASES.match(clause):
            return _nearest("Project", before) or self.phases.last
        project = _PROJECT_NOUN.match(clause)
        if project and self._is_general(_phase_told(project) or _THIS.match(clause) or _ITS_OWN.match(clause, project.end())):
            return _nearest("Project", before)
        if project:
            return self._phase(_phase_told(project), project["noun"], before, _THIS.match(clause) is not None, _WHOLLY.match(clause, project.end()) is not None)
        if self._speaker is not None and (_WE.match(clause) or _COMPANY.match(clause)):
            return self._speaker
        if _OUR_SALES.match(clause) and self._current is not None and self._current[0] == "Company":
            return self._current
        company = _COMPANY.match(clause)
        if company:
            named = [m for m in before if m.cls in ("Company", "Project")]
            works = self._whose_works(before) if named and named[-1].cls == "Project" else None  # 甲公司、乙公司铜箔三期投资8亿元，公司产能…
            near = works or _nearest("Company", before)
            return near if self._is_general(company["this"]) else near or self._company()
        park = _PARK.match(clause)
        if park and park["noun"] in _MANY_PARKS and self._home.zone is None and self._is_general(park["this"]):
            return _nearest("Park", [m for m in before if park["noun"] == "园区" or m.text.endswith(park["noun"])])
        if park:
            return self._this_park(park["noun"], before)
        if _ITS.match(clause):
            return self._current
        return None

    def _is_general(self, points: object) -> bool:
        """Whether a noun of a report speaks of all things of its kind, if its sentence named none before: 园区工业投资增长11%, 企业退休人员养老金.

        :param points: what shows that it points back (该, 一期), if anything does
        """
        return self.own_text and not points

    def place_of(self, level: str) -> Owner | None:
        """The text's own place of a level (province, city, county), or the one of that level around it."""
        return self._place_names.get(level)

    def speaks_of_its_project(self, sentence: Sentence, mention: Mention, end: int) -> bool:
        """Whether a clause only says that somebody of the company speaks whose project the text goes on about: 甲公司项目经理王小明介绍，达产后…"""
        if mention.cls != "Company" or self.current is None or self.current[0] != "Project" or not _SPEAKS.match(sentence.text[mention.end : end]):
            return False
        return self.company_of(self.current[1]) == (mention.cls, mention.text)

    def county_named(self) -> Owner | None:
        """The only county that a piece of news has named so far: whose 县长 it tells of, where the text is a city's."""
        counties = {place for place in self._places if place[0] == "District" and place[1].endswith("县")}
        return next(iter(counties)) if len(counties) == 1 and not self.own_text else None

    def _that_place(self, clause: str) -> Owner | None:
        """The place that 该区, 该县 point back to in news: the last whose name ends so."""
        found = _THAT_PLACE.match(clause) if not self.own_text else None
        return next((place for place in reversed(self._places) if place[1].endswith(found["kind"])), None) if found is not None else None

    @staticmethod
    def may_stand_for_something(clause: str) -> bool:
        """Whether a clause holds a noun or pronoun that may stand for a name."""
        return _STANDS_FOR_ANYTHING.search(clause) is not None

    def means_a_project(self, clause: str) -> bool:
        """Whether a clause of news begins with a noun that stands for a whole project: 项目, 该工程."""
        project = _PROJECT_NOUN.match(clause) if not self.own_text else None
        return project is not None and not _phase_told(project)

    def lost(self, clause: str, before: Sequence[Mention] = ()) -> bool:
        """Whether a clause begins with a phase of something whose other phases alone are known (二期项目总投资50亿元); in news also with 该项目,
        我们公司 or 它的 where nothing of the kind was named."""
        if not self.own_text and _POINTED.match(clause):
            return self.pronoun(clause, before) is None
        if not self.own_text and _PARK.match(clause):
            return self.pronoun(clause, before) is None  # 园区现有企业7家, of a park whose name was not read
        project = _PROJECT_NOUN.match(clause)
        return project is not None and bool(_phase_told(project)) and self.pronoun(clause, before) is None

    def builder(self, clause: str) -> Owner | None:
        """The company of which a clause of news tells a phase, where the paragraph named no project: 甲公司总投资70亿元。其中，一期…"""
        project = _PROJECT_NOUN.match(clause) if not self.own_text else None
        if project is None or not _phase_told(project) or any(owner[0] == "Project" for owner in self._block):
            return None
        return self._current if self._current is not None and self._current[0] == "Company" else None

    def _this_park(self, noun: str, before: Sequence[Mention] = ()) -> Owner | None:
        """The park that 园区, 新区 … stands for: the text's own, else the last that ends in the noun, first in the sentence, else the last.

        :param before: the names in front in the sentence
        """
        if self._home.park_name and (noun == "园区" or self._home.park_name.endswith(noun) or not self._named["Park"]):
            return self._home.zone
        near = next((("Park", m.text) for m in reversed(before) if m.cls == "Park" and m.text.endswith(noun)), None)
        if near is None and noun == "园区":
            near = _nearest("Park", before)
        return near or self._ending_in("Park", noun) or self._last.get("Park")

    def works_called_by(self, mention: Mention, text: str) -> Owner | None:
        """The project that a company's name and 项目 stand for, where the text named one that bears it: 甲铜业年产20万吨铜杆项目签约。甲铜业项目…"""
        if mention.cls != "Company" or self.own_text and not self._named["Project"] or not text.startswith("项目", mention.end):
            return None
        bearing = {owner for owner in self._named["Project"] if mention.text in owner[1]}
        return next(iter(bearing)) if len(bearing) == 1 else None

    def _whose_works(self, before: Sequence[Mention]) -> Owner | None:
        """The company that bears the works which the sentence named last: 甲公司二期投产，至此该公司产能…"""
        works = _nearest("Project", before)
        return self.company_of(works[1]) if works is not None else None

    def _company(self) -> Owner | None:
        """The company that 公司 means: the headline's, unless the paragraph speaks of others alone; else the last."""
        headline = self._headline if self._headline is not None and self._headline[0] == "Company" else None
        if headline is not None and (headline in self._block or not any(owner[0] == "Company" for owner in self._block)):
            return headline
        return self._last.get("Company") or headline

    def _phase(self, phase: str | None, noun: str | None, before: Sequence[Mention], pointed: bool, wholly: bool) -> Owner | None:
        """The project that a noun stands for; with a number, the phase of it that the text names so, else the one that bears the number.

        :param pointed: whether 该 points back; else in news what another paragraph spoke of is not meant, if it is not the only one
        :param wholly: whether the whole is meant (项目全部达产), though a phase was spoken of
        """
        near = _nearest("Project", before)
        if phase is None:
            return self._project(near, noun, pointed, wholly)
        whole = near or (self._current if self._current is not None and self._current[0] == "Project" else None)
        bearers = [owner for owner in reversed(self._named["Project"]) if phase in owner[1]]
        for owner in bearers:
            if whole is not None and akin(whole[1], owner[1]):
                return owner
        if whole in self._block:
            bearers = [owner for owner in bearers if owner in self._block]  # the phase is of the project of this paragraph
        if phase == "首期" and noun is None:
            return near or self._project(near, noun, pointed)  # 首期投资: of the money, as often as of the works
        told = (self.phases.goes_on(phase) or self._in_phases or (self._park_in_phases(before) if noun is None else None)) if near is None else None
        another = whole if whole in self._block and not self._block.intersection(bearers) else None  # 乙项目…，一期: not 甲项目一期
        whole = told or near or another or (bearers[0] if bearers else None) or self._of_the_paragraph() or self._project(near, noun, pointed)
        return self.phases.of(whole, phase, self._named["Project"]) if whole is not None else None

    def _of_the_paragraph(self) -> Owner | None:
        """The project of which a paragraph of news that goes on about a company named a phase: 甲公司二期投产。甲公司…，三期已列入计划."""
        if self.own_text or self._current is None or self._current[0] != "Company":
            return None
        return next((owner for owner in reversed(self._named["Project"]) if owner in self._block and self.phases.base(owner) != owner), None)

    def _park_in_phases(self, before: Sequence[Mention]) -> Owner | None:
        """The park of which a phase is told in news: the nearest in the sentence, else the one that a paragraph without projects goes on about
        (小镇…，一期总投资21亿元); no zone of a whole place."""
        goes_on = self._home.zone is None and not any(owner[0] == "Project" for owner in self._block)  # a zone's own news speaks of it all along
        park = _nearest("Park", before) or (self._current if goes_on else None)
        return park if park is not None and park[0] == "Park" and not self.own_text and not park[1].endswith("区") else None

    def _project(self, near: Owner | None, noun: str | None, pointed: bool, wholly: bool = False) -> Owner | None:
        """The project that a noun without a number stands for: the nearest in the sentence, the one in focus, the headline's, the last that
        ends in the noun, the last.

        :param wholly: whether all its phases are meant
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

    def _ending_in(self, cls: str, noun: str) -> Owner | None:
        """The last thing of a class whose name ends in a noun: 开发区 after 蒙苏经济开发区 and 伊金霍洛物流园."""
        return next((owner for owner in reversed(self._named[cls]) if owner[1].endswith(noun)), None)

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

    def default(self, place: Owner | None, host: Owner | None = None) -> Owner | None:
        """Whom a clause without subject speaks of.

        :param place: the text's
        :param host: who held the event that it tells of
        """
        if self._speaker is not None:
            return self._speaker
        if self.own_text:
            return place
        if self.of_many:
            return self.holder(host or place)
        return self._current or self._headline or place


_SERVED = re.compile(any_of("focus", "serves") + "[^。；]*$")


_ASIDE = re.compile("，?其中[，：]?")


def _is_of_an_aside(sentence: Sentence, subject: Owner) -> bool:
    """Whether a subject is one of several that a sentence only picks out of what it tells of: 其中，甲公司、乙公司税收超过20亿元."""
    for start, end in sentence.clauses:
        aside = _ASIDE.match(sentence.text, start, end)
        if aside is None:
            continue
        members = sentence.mentions_between(aside.end(), sentence.end)
        if len(members) < 2 or members[0].start != aside.end() or members[0].cls not in ("Company", "Project"):
            continue
        if (members[0].cls, members[0].text) == subject and sentence.text[members[0].end : members[1].start] == "、" and members[1].cls == members[0].cls:
            return True
    return False


def _is_served(sentence: Sentence, company: Mention) -> bool:
    """Whether a company is only named as a customer or partner, so that 公司 does not mean it: 客户包括甲公司、乙公司等."""
    start, _ = sentence.clause_at(company.start)
    return _SERVED.search(sentence.text, start, company.start) is not None


def _lead_in(clause: str) -> int:
    """Where what leads a clause in ends: 0 if nothing does."""
    found = _LEADS_IN.match(clause)
    return found.end() if found is not None else 0


def holds_stand_ins(sentence: Sentence) -> bool:
    """Whether a word that may stand for a name is in a sentence."""
    return _STANDS_IN.search(sentence.text, sentence.start, sentence.end) is not None


def _phase_told(project: re.Match[str]) -> str | None:
    """The phase that a noun tells in front, behind or alone: 一期项目, 项目一期, 一期."""
    behind = project["behind"]
    return project["phase"] or project["only"] or (behind[:2] if behind is not None else None)


def _nearest(cls: str, before: Sequence[Mention]) -> Owner | None:
    """The last name of a class."""
    return next(((m.cls, m.text) for m in reversed(before) if m.cls == cls), None)


def akin(one: str, other: str) -> bool:
    """Whether two names of projects may be a whole and its phase, or two of its phases: they begin alike."""
    return one[:3] == other[:3] or one[:2] == other[:2] and min(len(one), len(other)) <= 4


def _headline(sentences: Sequence[Sentence]) -> Owner | None:
    """What the headline of a piece of news is about: its project, else its company, else its park."""
    for sentence in sentences[:2]:
        if sentence.kind not in ("title", "heading"):
            continue
        park = next((m for m in sentence.mentions if m.cls == "Park"), None)
        if park is not None and sentence.mentions[0].start == sentence.start and sentence.text[park.end : park.end + 1] in ("：", ":"):
            first = sentence.mentions[0]
            if first is park or first.cls == "District" and first.end == park.start:
                return "Park", park.text  # 甲开发区：高铁沿线的明珠
        for cls in ("Project", "Company", "Park"):
            for mention in sentence.mentions:
                if mention.cls == cls:
                    return cls, mention.text
    return None


def place_names(home: Home, gazetteer: Gazetteer) -> dict[str, Owner]:
    """The home's places by level, and its park as the nearest: 全市 is the city, 全区 the park or the district."""
    found: dict[str, Owner] = {}
    for identifier in home.chain:
        entry = gazetteer.by_identifier.get(identifier)
        if entry is not None and entry.level in ("province", "city", "county"):
            found.setdefault(entry.level, ("District", entry.name))
    if home.entry is not None and home.entry.level == "province":
        found.setdefault("city", ("District", home.entry.name))  # 全市 of a municipality
        if home.entry.name.endswith("自治区"):
            found.setdefault("county", ("District", home.entry.name))  # 全区 of an autonomous region
    if home.entry is not None and home.entry.level == "county" and home.entry.name.endswith("市"):
        found["city"] = ("District", home.entry.name)  # 全市 of a city under another
    if home.zone is not None:
        found["county"] = home.zone
    return found
