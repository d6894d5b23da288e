"""Whose figure it is: the clause's subject, the project behind its size, what the text is about."""

from __future__ import annotations

import re

from kg.model import Mention, Quantity
from kg.recognize.text.phrase import LIST_JOINTS
from kg.relate.area import Whereabouts
from kg.relate.figures.indicator import MONEY, OWN_SIZES
from kg.relate.figures.truth import ONCE_FINISHED
from kg.relate.focus import IN_PHASES, Focus, Owner
from kg.relate.lexicon import any_of
from kg.relate.subjects import LEAD_IN, clause_subject, listed_subjects
from kg.relate.topic import Topic
from kg.relate.view import Sentence

_CONTINUES = re.compile("^" + any_of("figures", "continues"))
_PARK_CONTINUES = re.compile("^[，、；]?" + any_of("figures", "park-continues"))
_OPENS_ANEW = re.compile("^" + any_of("figures", "opens-anew"))
_PHASE = re.compile(r"[一二三四首]期(?!间)")
_OF_A_PLACE = re.compile(any_of("figures", "of-a-place"))
_SIZED = frozenset(("Project", "Company", "Park"))
_PAYS_FOR = re.compile("，?" + any_of("figures", "pays-for") + r"+了?的?(?:包括[^，。；]{2,24}在内的)?")  # 投资10亿元建设的重庆基地
_SIZES_FOLLOW = re.compile("^[，、]?" + any_of("figures", "sizes-follow"))
_JUST_NAMED = re.compile(any_of("figures", "just-named") + "*")
_BROUGHT_UP = re.compile(any_of("figures", "brought-up"))
_AGREED_ON = re.compile(any_of("figures", "agreements") + "+[》”]?")
_SIGNED = re.compile(any_of("figures", "signs"))
_WORKS = "(?:项目|基地|工厂|生产线|产线)"
_UNNAMED = re.compile(
    f"(?:{any_of('figures', 'pays-for')}|签[约订]的|引进的|“)[^，。；、]{{3,30}}{_WORKS}{any_of('figures', 'just-named')}*$"
)
_OF_COMPANY = re.compile(rf"的[^，。；、]{{2,20}}?{_WORKS}")
_WORK = re.compile(rf"[^，。；、]{{3,30}}?{_WORKS}")
_SIZED_UNREAD = re.compile(
    rf"[，、；]?(?:其中|此外|另外)?，?[“]?(?P<name>[^，。；、]{{7,40}}?{any_of('figures', 'called-at-the-end')})[”]?(?:[（(][^）]*[）)]|[一二三]期)?"
    r"(?:计划|预计|拟|规划|协议|，)*(?:总?投资|占地|用地|总?建筑面积|年产)"
)
# … that begins its sentence alone: 某某道路升级工程，总投资2亿元
_UNREAD_HEAD = re.compile(
    rf"[“]?(?!该|本|这|此|整个?|上述|目前|其中|据|全部|两|[一二三四首]期|项目|工程)[^，。；、：]{{4,40}}?{any_of('figures', 'called-at-the-end')}[”]?(?:[（(][^）]*[）)]|[一二三]期)?"
)
_POINTED_THING = re.compile(rf"[“，、；]*(?:这[个座条家]|该)[^，。；、的]{{0,12}}{any_of('figures', 'pointed-things')}(?!主任|书记|管委会)")
_OF_MANY = re.compile(r"等|一批|多个|[\d一二两三四五六七八九十百余]+[个项宗]")
_SIZED_NAME = re.compile(r"(?:[、，][^，。；、\d是为括有]{1,8}[\d.]+[^，。；、\d的]{1,6}){0,3}的")  # 投资30亿元、用地200亩的…项目; not 总投资8亿元，分别是…
_INVESTED = re.compile(r"投资[约近超达]?$")
_NOTHING_BEHIND = re.compile("[，。；、]")
_AND_MORE = re.compile(r"[、和及与]|以及|等")

# projects and companies of which the number is told: 签约项目58个, 12个重大项目竣工, 集中开工X、Y等项目22个
_COUNTED = re.compile(
    r"(?:其中，?)?[^，。；、\d“”]{2,12}类(?:共有|共|有)?\d+[个项宗](?=[，、；。]|$)"
    r"|[^，。；、\d]{0,12}(?:项目|企业)(?:共有|共计|一共|总计|总数|数量|数|共|有|达到?|为|约|近|超过?)*\d+[个项家宗]"
)
_OF_NUMBER = re.compile(
    _COUNTED.pattern + r"|[两三四五六七八九十]+[个家][^，。；、\d]{0,8}(?:项目|企业)(?=[一共总合撑年累完实贡])"
    r"|\d+余?[个项家宗](?:总投资[约超近]?[\d.]+[万亿]*元)?的?[^，。；、\d]{0,16}(?:项目|企业|药企|车企|房企)(?!之一|中心|园)"
)
_PROJECTS_COUNTED = re.compile(r"项目(?:共有|共计|共|有|达)*\d+[个项宗]|\d+余?[个项宗][^，。；、\d]{0,10}项目")
_HAS = re.compile(r"的[^，。；、：的\d]{2,10}?(?:将|可|有望|已|预计)*(?:达到?|超过?|突破|为)[约近]?")  # 甲产业园|的产值将达到|…
_LISTS = re.compile(r"(?:开工|签约|竣工|投产|落地|奠基|动工)的?(?:重[点大]|产业|招商){0,2}项目(?:主要|分别)?(?:是|为|有|包括|涵盖)")
_COMPANIES_COUNTED = re.compile(r"\d+余?家[^，。；、\d]{0,16}企业")  # which are no company's
_ALL_OF_THEM = re.compile(r"(?:这些)?项目(?:合计|累计|共)*(?:计划|协议)?总?投资")
_OF_ALL = re.compile("[均都各]|分别|双双")
_GOAL = re.compile(r"\d余?[个家][^，。；、]{2,24}(?:落户|入驻|落地|集聚|聚集)[于至在到]$")
_FROM = re.compile(r"(?:来自|由|与|和|同|面向)$")
_OFFICE = re.compile(r"(?:管委会|政府|工委|党委|市委|区委|县委|[局委办厅])$")
# what a place is not said to have where nothing says so: the size of something that was not named
_NO_SIZE_OF_A_PLACE = frozenset(("investment", "landArea", "floorArea", "capacity", "installedPower"))

_HAD_BY_PLACES = frozenset(("companies", "projects", "fixedInvestment", "gdp", "fiscalRevenue", "retailSales", "foreignInvestment", "income"))
_OF_PLACES = re.compile(any_of("figures", "had-by-places"))
_OF_INDUSTRY = re.compile("(?:产业|行业|制造业|集群)(?:总|实现)*(?:产值|营业收入|营收|规模)$|增加值$")
_MOVED_IN = re.compile("(?:入驻|进驻|(?:招商)?签约|招引)(?:的)?企业\\d|\\d+余?家[^，。；]{0,6}企业(?:签约)?(?:入驻|进驻)")
_PROJECTS_OF_A_PLACE = re.compile("(?:签约|引进|招引|在建|开工|竣工|招商|重[点大])[^，。；、\\d]{0,6}项目")
_OF_THE_PROVINCE = re.compile("[全我本该]省|省[内委级]|[全我本]区|省政府|年(?:全省|省)|各[市地]|全市|我市")
_SAID_FOR_A_COMPANY = re.compile("“[^”]{4,200}”[^。“”]{0,24}(?:董事长|总经理|厂长|总裁|(?:公司|企业|厂)[^。，]{0,6}负责人)")
_AMONG_THEM = re.compile("其中(?:，|：|有|包括)*$")
_SEVERAL_PHASES = re.compile(
    "[，；、]?(?:其中，?)?[一二三四]期?(?:[、和及与]|以及)[二三四五]期(?:项目|工程)?(?:共|合计|计划|总|预计)*(?:投资|占地|用地|建筑面积)"
)  # 二期、三期共占地100亩
_BEGUN_TOGETHER = re.compile("(?:顺利|正式|同步|同时)?集中(?:开工|签约|竣工|投产|动工|奠基|启动|开竣工)")  # 甲项目等11个项目在乙县集中开工
_NEAR = 12  # characters between a project and the number of its size
_OWN_RESULTS = frozenset(("tax", "exports", "利税"))  # of a project that the sentence speaks of

Clause = tuple[int, int]


class Subject:
    """The subject that a sentence's clauses share."""

    def __init__(self, sentence: Sentence, topic: Topic, focus: Focus, area: Whereabouts | None):
        self._sentence, self._topic, self._focus, self._area = sentence, topic, focus, area
        self.owner: Owner | None = None
        self.owners: tuple[Owner, ...] = ()  # all, if several share it
        self._aside = False  # whether it named companies only as some of those that it spoke of
        self._topic_before = focus.told
        self._before_aside: Owner | None = None  # what the sentence spoke of before it went on to some of it: 园区…，其中甲公司产值10亿元
        self.lists_places = False  # whether the sentence goes from place to place with their numbers
        self._start = -1
        self._clause: Clause = (-1, -1)
        self._host = topic.event.host if topic.event is not None else None
        self._unnamed = False  # whether what the sentence goes on about is a project whose name was not read

    def enter(self, clause: Clause) -> None:
        """A name at the front of a clause is its subject, or what a pronoun there stands for; what follows speaks of it."""
        start, end = clause
        text = self._sentence.text
        words = text[start:end]
        if words.startswith(("；", ";")):
            self.owner, self._unnamed = None, False
        named = bool(self._sentence.mentions)
        many = self._lists_many(start, end)
        mention = clause_subject(self._sentence, start, end) if named else None
        if mention is not None and self._focus.speaks_of_its_project(self._sentence, mention, end):
            mention = None
        noun = self._focus.may_stand_for_something(words)
        if mention is not None:
            owner, at = self._focus.works_called_by(mention, text) or self._of_office(mention), mention.start
        else:
            owner, at = self._stood_for(clause) if noun else None, start
        if mention is not None and mention.cls in ("Park", "District") and self._is_of_something_unread(start, end):
            owner, mention = None, None  # 甲工业园定制厂房项目总投资3亿元
        if owner is None or mention is not None and owner[0] == "Company":
            sized, behind = self._sized(start, end)
            if sized is not None and (owner is None or sized[0] == "Project" and behind > at):
                owner, at, mention = sized, behind, None  # 甲公司总投资54亿元的乙项目分三期建设: what follows is of the project
        if (
            owner is None
            and (not self._focus.own_text or self._topic.event is not None)
            and (many or _OF_NUMBER.search(text, start, end))
            and not (noun and self._focus.lost(words))
        ):
            owner, at = self._holder(start, end) if not self._focus.own_text else None, start - 1  # it may begin with the number
            if owner is not None and owner == self._focus.place_of("province") and not self._tells_of_the_province(owner):
                owner = None
            self._focus.tell_of_many()
        elif owner is not None:
            self._focus.tell(owner)
            if owner[0] in ("District", "Park") and not self._focus.own_text and _PROJECTS_COUNTED.search(text, start, end):
                self._focus.tell_of_many()  # 甲县今年实施重点项目31个，总投资530亿元，年度投资170亿元
        elif not self._focus.own_text and start == self._sentence.start:
            self._focus.tell_of_place(self._opening(start, end))
        if not self._focus.own_text and _SEVERAL_PHASES.match(text, start, end):
            self.owner, self._unnamed, owner = None, True, None  # of none of them alone
        elif owner is None and (
            self._is_of_something_unread(start, end)
            or named
            and self._has_unnamed(start, end)
            or noun
            and self._focus.lost(words, self._sentence.mentions_between(self._sentence.start, start))
        ):
            self.owner, self._unnamed = None, True
        elif owner is None and start > self._sentence.start and _SIZES_FOLLOW.match(words):
            owner, at = self._just_named(start), start
            of_a_project = self.owner is not None and self.owner[0] == "Project"  # 该项目是最大的单体项目，总投资…
            self._unnamed = self._unnamed or owner is None and not of_a_project and self._names_none(start)
        of_works = self.owner is not None and self.owner[0] in ("Project", "Company")
        counts = _COUNTED.match(text, start, end) or _PROJECTS_COUNTED.search(text, start, end)
        if owner is None and self._focus.own_text and of_works and counts and not _MOVED_IN.search(text, start, end):
            self.owner, self.owners = None, ()  # 甲铁路开工，实施重点项目185项、完成投资…: the place does
        if owner is not None:
            self._unnamed = False
            listed = listed_subjects(self._sentence, mention, end) if mention is not None else ()
            if owner[0] == "Company" and _AMONG_THEM.search(text, self._sentence.start, at):
                self._before_aside = self.owner if self.owner is not None and self.owner[0] in ("District", "Park") else self._before_aside
                self._aside = self._before_aside is not None or len(listed) > 1
            self.owner, self._clause, self._start = owner, clause, at
            self.owners = listed

    @property
    def left(self) -> Owner | None:
        """What the text goes on about behind the sentence: not the companies that it named among others."""
        if self._focus.own_text or not self._aside or self.owner is None or self.owner[0] != "Company":
            return self.owner
        return self._before_aside or self._topic_before

    def _stood_for(self, clause: Clause) -> Owner | None:
        """What a noun at the front of a clause stands for: 项目, 公司, 一期."""
        (start, end), text = clause, self._sentence.text
        owner = self._pronoun(start, end) or self._focus.builder(text[start:end])
        if owner is None:
            return None
        if self.owner is not None and self.owner[0] == "Park" and (phase := _PHASE.match(text, start, end)) is not None:
            if not any((m.cls, m.text) == owner for m in self._sentence.mentions_between(self._sentence.start, start)):
                return self._focus.phases.of(self.owner, phase.group())  # 小镇…，一期总投资21亿元
        if owner[0] == "Project" and _PHASE.search(text, start, end) is None and IN_PHASES.search(text, self._sentence.start, self._sentence.end):
            return self._focus.phases.told_whole(owner) or owner  # 甲园一期投产。该项目总投资10亿元，分三期建设
        if owner[0] == "Project" and self._focus.of_many and _ALL_OF_THEM.match(text, start, end):
            return self._holder(start, end)  # 项目总投资70亿元, of eight that were told of together
        return owner

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
        return self._focus.of_many and owner[0] in ("District", "Park")

    def take(self, owner: Owner) -> None:
        """Go on to the place of a list whose number was just told: 甲县12个，总投资53亿元."""
        self.lists_places = True
        self.owner, self.owners, self._unnamed = owner, (), False

    def opens(self, clause: Clause) -> bool:
        """Whether a clause has a subject of its own."""
        return clause == self._clause

    def _pronoun(self, start: int, end: int) -> Owner | None:
        """What a noun or pronoun at the front of a clause stands for."""
        sentence = self._sentence
        return self._focus.pronoun(sentence.text[start:end], sentence.mentions_between(sentence.start, start))

    def _opening(self, start: int, end: int) -> Owner | None:
        """The place with which a sentence of news begins, whatever it says of it; the nearest of several in a row."""
        found = None
        for mention in self._sentence.mentions_between(start, end):
            front = self._sentence.text[found.end if found is not None else start : mention.start]
            if mention.cls not in ("District", "Park") or (front if found is not None else not LEAD_IN.fullmatch(front)):
                break
            found = mention
        if found is None or self._sentence.text[found.end : found.end + 1] in ("的", "、", "与", "和", "籍", "委"):
            return None
        return found.cls, found.text

    def _of_office(self, mention: Mention) -> Owner | None:
        """What a name at the front of a clause speaks of: an office of its place, and with it the place."""
        if mention.cls != "Organization" or self._focus.own_text or not _OFFICE.search(mention.text):
            return mention.cls, mention.text
        places = [m for m in self._sentence.within.get((mention.start, mention.end), ()) if m.cls in ("District", "Park")]
        before = [m for m in self._sentence.mentions if m.end == mention.start and m.cls in ("District", "Park")]
        place = max(places or before, key=lambda m: m.end, default=None)  # the nearest, and the park rather than the city that it bears
        return (place.cls, place.text) if place is not None else self._topic.place

    def _holder(self, start: int, end: int) -> Owner | None:
        """Whose the projects or companies are that a clause counts: 12个重大项目竣工; of an area that the clause names in front of them
        (等蓝谷产业园项目5个), else of whom the paragraph spoke of."""
        text = self._sentence.text
        for mention in reversed(self._sentence.mentions_between(start, end)):
            if mention.cls in ("Park", "District") and _GOAL.search(text[start : mention.start]):
                return mention.cls, mention.text
            if mention.cls in ("Park", "District") and _COUNTED.match(text, mention.end, end) and not _FROM.search(text[start : mention.start]):
                return mention.cls, mention.text
            if mention.cls in ("Park", "District") and text[mention.start - 1] == "在" and _BEGUN_TOGETHER.match(text, mention.end, end):
                return mention.cls, mention.text
        counts = self._sentence.quantities_from(start, end)
        place = self._area_told(counts[0].start if counts else start) or self._host or self._topic.place
        if self._focus.place_told is not None and _PROJECTS_OF_A_PLACE.search(text, start, end):
            return self._focus.place_told  # 某镇…。甲公司项目已投产。已签约的重大项目共5个
        return self._focus.holder_of_place(place) if _COMPANIES_COUNTED.search(text, start, end) else self._focus.holder(place)

    def _lists_many(self, start: int, end: int) -> bool:
        """Whether a clause of news lists several that begin together, so that what is summed up behind them is nobody's of them: 今天开工的项目分别是甲项目、乙基地."""
        found = _LISTS.search(self._sentence.text, start, end) if not self._focus.own_text else None
        if found is None:
            return False
        comma = self._sentence.text.find("，", end, self._sentence.end)  # the list may stand behind a colon
        until = comma if comma >= 0 else self._sentence.end
        if self._sentence.quantities_from(found.end(), until):
            return False
        return sum(m.cls in ("Project", "Park", "Company") for m in self._sentence.mentions_between(found.end(), until)) > 1

    def _area_told(self, offset: int) -> Owner | None:
        return self._area.at(offset) if self._area is not None else None

    def _sized(self, start: int, end: int) -> tuple[Owner | None, int]:
        """The one project behind its size, which the clause and those after it speak of: 总投资86亿元的湛朗半导体项目开工，占地520亩."""
        if not self._sentence.quantities:
            return None, start
        found = [(owner, q.end) for q in self._sentence.quantities_from(start, end) if (owner := self.behind(q)) is not None]
        return found[0] if len(found) == 1 else (None, start)

    def _just_named(self, start: int) -> Owner | None:
        """The project that the clause before ends with, whose sizes follow: 公司在绵阳建设湛朗半导体基地，总投资86亿元."""
        sentence = self._sentence
        if self.owner is not None and self.owner[0] == "Project":
            return None
        agreed = self._agreed_on(start)
        if agreed is not None:
            return agreed
        before = sentence.mentions_between(sentence.start, start)
        if not before or before[-1].cls != "Project" or _OF_MANY.search(sentence.text, before[-1].end, start):
            return None
        clause = sentence.clause_at(before[-1].start)
        ends = clause[1] <= start and _JUST_NAMED.fullmatch(sentence.text[before[-1].end : clause[1]].strip("，,、"))
        if (
            not ends
            or not _BROUGHT_UP.search(sentence.text, clause[0], before[-1].start)
            and before[-1].start - clause[0] > 1
            or len(before) > 1
            and before[-2].cls == "Project"
            and sentence.text[before[-2].end : before[-1].start] in LIST_JOINTS
        ):
            return None
        return before[-1].cls, before[-1].text

    def _agreed_on(self, start: int) -> Owner | None:
        """The project about which the sentence told before that an agreement was signed: 甲公司与乙市签署丙项目投资协议，总投资45亿元."""
        sentence = self._sentence
        named = [m for m in sentence.mentions_between(sentence.start, start) if m.cls == "Project"]
        if len(named) != 1:
            return None
        clause = sentence.clause_at(named[0].start)
        signed = _SIGNED.search(sentence.text, clause[0], named[0].start) is not None
        ends = _AGREED_ON.fullmatch(sentence.text[named[0].end : clause[1]].strip("，"))
        return (named[0].cls, named[0].text) if signed and ends else None

    def _names_none(self, start: int) -> bool:
        """Whether the clause before ends with a project that is built and whose name was not read: its sizes are of nothing else."""
        sentence = self._sentence
        clause = sentence.clause_at(start - 1)
        words = sentence.text[clause[0] : start].strip("，,、")
        head = _UNREAD_HEAD.fullmatch(words) if clause[0] == sentence.start and not self._focus.own_text else None
        if head is not None and not _OF_MANY.search(words):
            return not any(m.cls == "Project" or m.cls == "Park" and m.end >= clause[0] + head.end() - 2 for m in sentence.mentions_between(*clause))
        found = _UNNAMED.search(words)
        return (
            found is not None
            and not _OF_MANY.search(found.group())
            and not any(m.cls in ("Project", "Park") and m.start >= clause[0] + found.start() for m in sentence.mentions_between(*clause))
        )

    def _has_unnamed(self, start: int, end: int) -> bool:
        """Whether a clause begins with a company's plant whose name was not read: 甲公司的发光材料工厂设在绵阳."""
        front = self._sentence.mentions_between(start, end)[:1]
        if not front or front[0].cls != "Company" or front[0].start - start > 1:
            return False
        plant = _OF_COMPANY.match(self._sentence.text, front[0].end, end)
        return plant is not None and not self._sentence.mentions_between(front[0].end, plant.end())

    def _is_of_something_unread(self, start: int, end: int) -> bool:
        """Whether a clause of news begins with a project whose name was not read, in front of its size, or points at a thing without a name."""
        if self._focus.own_text or not self._sentence.quantities_from(start, end):
            return False
        text = self._sentence.text
        thing = _POINTED_THING.match(text, start, end)
        if thing is not None and not self._sentence.mentions_between(start, thing.end()):
            return True
        sized = _SIZED_UNREAD.match(text, start, end)
        if sized is None or _OF_MANY.search(sized["name"]):
            return False
        named = self._sentence.mentions_between(start, sized.end("name"))
        return not any(m.cls == "Project" or m.cls == "Park" and m.end >= sized.end("name") - 2 for m in named)

    def pays_for_unnamed(self, quantity: Quantity) -> bool:
        """Whether money is said to pay for a project whose name was not read: 投资12亿元建设功率器件产业化项目."""
        text = self._sentence.text
        if self.owner is not None and self.owner[0] == "Project":
            return False  # 一期投资28亿元，建设9条生产线: what it pays for is the project's
        paid = _PAYS_FOR.match(text, quantity.end)
        if paid is None:
            return False
        work = _WORK.match(text, paid.end())
        return (
            work is not None
            and not _OF_MANY.search(work.group())
            and not any(m.cls in ("Project", "Park") for m in self._sentence.mentions_between(paid.end(), work.end()))
        )

    def behind(self, quantity: Quantity) -> Owner | None:
        """The project, company or park behind its size: 总投资11亿元的小鹏智能驾驶项目, 规划产能20GWh的二期, 投资10亿元建设的重庆基地."""
        sentence = self._sentence
        text = sentence.text
        if quantity.unit == "count" and _NOTHING_BEHIND.match(text, quantity.end):
            return None  # 10亿元以上项目2个，为总投资10.5亿元的甲项目
        paid = _PAYS_FOR.match(text, quantity.end) if quantity.unit in MONEY else None
        if paid is not None:
            for mention in sentence.mentions_between(paid.end(), sentence.end)[:1]:
                if mention.start == paid.end() and mention.cls in ("Project", "Park") and not _AND_MORE.match(text, mention.end):
                    return mention.cls, mention.text
        sized = _SIZED_NAME.match(text, quantity.end)
        if sized is None and not (quantity.unit in MONEY and _INVESTED.search(text, max(0, quantity.start - 4), quantity.start)):
            return None
        at = sized.end() if sized is not None else quantity.end  # 投资320亿元甲项目
        for mention in sentence.mentions_between(at, sentence.end)[:1]:
            if mention.start == at and mention.cls in _SIZED:
                return mention.cls, mention.text
        if _PHASE.match(text, at):
            return self._pronoun(at, sentence.clause_at(at)[1])
        return None

    def of(self, indicator: str, clause: Clause, quantity_start: int) -> Owner | None:
        """The owner of a figure in a clause."""
        if self._unnamed:
            return None
        if self.owner is not None and self._start < quantity_start:
            if clause == self._clause or self._persists(self.owner, indicator, clause):
                return self.owner
        named = self._named_in_front(indicator, clause, quantity_start)
        if named is not None:
            return named
        place = self._place(quantity_start, clause)
        owner = self._focus.default(place, self._host)
        if not self._focus.own_text and owner is not None and owner[0] == "District" and self._is_said_for_a_company():
            return self._focus.last("Company")  # “去年产值完成8亿元，”谈起前景，董事长李明信心满满
        if not self._focus.own_text and owner is not None and owner == self._focus.place_of("province") and not self._tells_of_the_province(owner):
            return None  # what is told without a subject is of something whose name was not read
        of_places = indicator in _HAD_BY_PLACES or _OF_PLACES.match(indicator) or _OF_INDUSTRY.search(indicator)
        if owner is not None and owner[0] in ("Project", "Company") and of_places:
            owner = self._focus.holder_of_place(place)
        if self._focus.own_text or self._focus.of_many or owner is not None and owner[0] != "District":
            return owner
        of_a_thing = indicator in _NO_SIZE_OF_A_PLACE and not _OF_A_PLACE.search(self._sentence.text, clause[0], quantity_start)
        if (of_a_thing or indicator in OWN_SIZES) and self._focus.only_thing() is not None:
            return self._focus.only_thing()
        return None if of_a_thing or self._will_bring(clause) else owner  # the size of something that is not named

    def _is_said_for_a_company(self) -> bool:
        """Whether the sentence begins what somebody says who heads a company, as the words behind the quotation tell."""
        text, start, end = self._sentence.text, self._sentence.start, self._sentence.end
        return text.startswith("“", start) and _SAID_FOR_A_COMPANY.match(text, start, end + 40) is not None

    def _tells_of_the_province(self, province: Owner) -> bool:
        """Whether the sentence, or the paragraph before it, speaks of the province."""
        named = any((m.cls, m.text) == province or m.cls == "District" and m.text in province[1] for m in self._sentence.mentions)
        return named or self._focus.told == province or _OF_THE_PROVINCE.search(self._sentence.words) is not None

    def _named_in_front(self, indicator: str, clause: Clause, at: int) -> Owner | None:
        """In news the project that a clause names in front of its size: 上述二期年产3万吨正极材料项目预计总投资9亿元."""
        before = self._sentence.mentions_between(clause[0], at)
        if not self._focus.own_text and before and before[-1].cls in ("Park", "Company") and _HAS.fullmatch(self._sentence.text, before[-1].end, at):
            self.owner, self.owners, self._clause, self._start = (before[-1].cls, before[-1].text), (), clause, before[-1].start
            return self.owner  # 按照规划，甲产业园的产值将达到…
        if self._focus.own_text or not before or before[-1].cls != "Project" or at - before[-1].end > _NEAR:
            return None
        return ("Project", before[-1].text) if indicator in OWN_SIZES or indicator.endswith("投资") else None

    def _place(self, offset: int, clause: Clause) -> Owner | None:
        """The place of which the text tells at an offset: the district or park that a clause before brought up, else its own."""
        told = self._area.at(offset) if self._area is not None else None
        if told is not None and self._focus.own_text and not self._topic.forward and not self._goes_on_about(told, clause):
            return self._topic.place  # 甲科技城聚才成势，…，累计认定人才1.3万人: a review goes on to the next thing
        return told or self._topic.place

    def _goes_on_about(self, place: Owner, clause: Clause) -> bool:
        """Whether a clause of a report's review names a place, or goes on about the one that the clause before it names."""
        sentence, (start, end) = self._sentence, clause
        before = sentence.clause_at(start - 1)[0] if start > sentence.start else start
        named = [m for m in sentence.mentions_between(before, end) if (m.cls, m.text) == place]
        if not named:
            return start == sentence.start or not any((m.cls, m.text) == place for m in sentence.mentions)  # of a heading
        return named[-1].start >= start or _PARK_CONTINUES.match(sentence.text[start:end]) is not None

    def _persists(self, owner: Owner, indicator: str, clause: Clause) -> bool:
        """Whether a subject still holds in a later clause of its sentence: in a place's own text companies, projects and parks for
        sizes and results of their own, places until an adverbial opens something new; in news any subject."""
        text = self._sentence.text[clause[0] : clause[1]]
        if self._focus.own_text and self.owners and not _OF_ALL.search(text):
            return False  # 甲市、乙市获批物流枢纽，新增物流企业3家
        if owner[0] == "Project" and indicator == "companies" and _MOVED_IN.search(text):
            return True  # 甲产业园一期交付使用，已签约入驻企业38家
        if owner[0] in ("Company", "Project") and (indicator in _HAD_BY_PLACES - {"projects"} or _OF_INDUSTRY.search(indicator)):
            return False
        if self._focus.own_text and owner[0] == "Organization":
            return bool(_CONTINUES.match(text))
        if self._focus.own_text and owner[0] == "Park" and owner != self._topic.place:
            return bool(_PARK_CONTINUES.match(text))
        if self._focus.own_text and owner[0] in ("Company", "Project"):
            own = indicator in OWN_SIZES or indicator in _OWN_RESULTS and (owner[0] == "Project" or self._will_bring(clause))
            return own or bool(_CONTINUES.match(text))
        return not _OPENS_ANEW.match(text)

    def _will_bring(self, clause: Clause) -> bool:
        """Whether the sentence tells, up to a clause, what something will bring once it is finished."""
        return ONCE_FINISHED.search(self._sentence.text, self._sentence.start, clause[1]) is not None
