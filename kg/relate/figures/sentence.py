"""The figures of one sentence, clause by clause: what a clause leaves out is what the clauses before it said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Quantity, TimeSpan
from kg.recognize.places import BARE_ZONES
from kg.recognize.text.phrase import LIST_JOINTS
from kg.recognize.values.numerals import parse
from kg.relate.area import Whereabouts
from kg.relate.dates import brings_news
from kg.relate.figures import percent
from kg.relate.figures.figure import GROWTH, LEVEL, RANK, SHARE, Figure, ToldSoFar
from kg.relate.figures.indicator import CAPACITY_UNITS, KIND, MONEY, OWN_SIZES, IndicatorIndex, count_noun, size_in_name
from kg.relate.figures.owner import Clause, Subject
from kg.relate.figures.phrase import indicator_phrase, list_members, trend, without_front, without_names
from kg.relate.figures.rank import NUMBER, ORDER, Rank, ranks
from kg.relate.figures.truth import ONCE_FINISHED, SPENT, period_of, truth
from kg.relate.focus import Focus, Owner, holds_stand_ins
from kg.relate.lexicon import any_of
from kg.relate.subjects import SUBJECTS
from kg.relate.topic import Topic
from kg.relate.truth import ACTUAL, FORECAST, PLANNED, TARGET, is_told_as_done, modality
from kg.relate.view import Sentence
from kg.triggers import Expressions

_THRESHOLD = re.compile(r"^(?:人民币)?(?:（[^）]{0,16}）)?(?:以上|及以上|以下)?的?(?:[^，。；、\d]{0,10}?)" + any_of("figures", "threshold-nouns"))
_ABOVE = re.compile(r"(?:过|超|超过)$")
_OR_ABOVE = re.compile(r"超过?[\d.]+[万亿]*元(?:或|/)$")  # 超10亿元或1亿美元重大项目15个
_OR_SO_MUCH = re.compile(r"(?:或|/)(?:[^，。；、\d]{0,8}超过?)?[\d.]+[万亿]*(?:美元|元)(?:以上)?的?[^，。；、\d]{0,8}(?:项目|企业)")
_CLASS_OF_THINGS = re.compile(
    "的?"
    + any_of("figures", "threshold-nouns")
    + r"|的?[^，。；、\d]{1,8}"
    + any_of("figures", "threshold-nouns")
    + r"[^，。；、\d]{0,6}(?=\d|$|、|，)"
)
_CLASS_COUNTED = re.compile(r"级?(?:企业|项目)(?:有|共|达到?|为|突破|超过?)?\d")
_SO_MANY = re.compile(r"\d+余?[个家项宗]")
_ABOUT = ("近", "约")
_ROUND = re.compile(r"[十百千万亿]+(?:美?元|元级|美元级)$")
_PER = re.compile(any_of("figures", "per-each") + "$")
_SUM_AT_MOST = re.compile("投资(?:总?额)?最高(?:可?达)?$")
_SAVED_EACH = re.compile("每(?:一)?(?:台|辆|吨|套|度|亩|件)[^，。；、]{0,6}(?:减少|节省|节约|降低|增收)[^，。；、]{0,4}$")  # 每吨能减少2万元
_HOLDINGS = re.compile(any_of("figures", "holdings"))
_RANGES = re.compile(any_of("figures", "ranges") + r"[^，。；、\d]{0,4}$")
_INSIDE = re.compile(r"(?:半径|范围)?(?:之|以)?[内外]")
_FOUNDED = re.compile("(?:始建|成立|创立|创建|组建|建成|诞生|创办)于$")  # 始建于1966年的公司累计生产…: not in that year
_SETTLED = re.compile(any_of("figures", "settled"))  # 公司2018年落户园区，年产能…: not in that year
_BEGAN = re.compile(any_of("figures", "began"))
_SINCE = re.compile(r"[^，。；]{1,10}以来")  # 自2022年8月动工以来: what is told is of no such month
_FOR_ONE = re.compile("[亩人户]均|单位|每")  # 亩均税收: no tax
_FOR_EACH = re.compile(r"每(?:一)?(?:台|辆|吨|套|度|户|人|亩|公斤|千克)")
_ONLY_PHASE = re.compile(r"(?:其中)?[一二三四首]期")
_PHASE = re.compile(r"(?:项目|工程|基地|工厂)[^项工基]{0,2}[一二三四五首]期")
_SUM_OF_BEFORE = re.compile(r"(?:合计|总|项目)?投资(?:额|总额)?")
_HOLDS = re.compile(r"(?P<each>分别)?(?:合计|共|各|拟|将)*(?:持股|持有(?:其)?(?:股份|股权))(?:比例)?(?:分别)?(?:为|达|约)*$")
_TIME_TAKEN = re.compile(r"(?:周期|工期|建设期|建设时间|时长|(?<=.)(?<![，、])用时|时间)[^，。；\d]{0,6}$")
_DAYS_COUNTED = re.compile(r"天数[^，。；\d]{0,8}$")
_YEARS_RUNNING = re.compile(r"连续$")
_IS_ONE_OF_THE = re.compile("(?:唯一|首[家个]|少数)[^，。；、]{0,4}$")
_COMPANY_PAYS = re.compile("(?:公司|集团|股份|科技|实业|控股)(?:计划|拟|将)?(?:总投资|投资)$")  # whose name was not read
_PAID_BY = re.compile("由[^，。；]{2,60}?(?:计划|拟|总|共同|联合|独立|合资|累计)*投资[约近超]?$")  # 甲项目由乙公司投资2亿元建设
_SIZE_AND_GROWTH = re.compile("(?P<what>.{2,16}?)(?:总量|规模|总额)?[和、及]增[速幅](?:都|均|双双)?")
_BROUGHT = re.compile("^(?:引进|引入|吸引|拥有|集聚|聚集|汇聚)了?")  # 引进封测行业排名第一的甲公司
_EACH_RANKED = re.compile("分别[位排名]?[居列在]")  # 甲园、乙园分别位列第三、第四
_RANKS_LAST = re.compile(
    r"连续.*|(?:经济)?(?:总量|规模|总数|数量|总额|体量|增速|增幅|增量|比重|占比|份额|排名|位次|总值|绩效|均)*"
)  # what the figure before has, ranks
_FURTHER_RANKS = re.compile(f"(?:[、和]第{NUMBER}[位名]?)+(?=[，。；]|$)")
_NO_MORE_THAN_RANKS = re.compile("[、，]?(?:继续|持续|连续.{1,3}年)?(?:保持|稳居|位居|居)?")
_MORE_THAN = re.compile(
    r"[比较](?:去年|上年|前年|年初|上月|20\d\d年|上个?五年|[五十]年前)?(?:同期|年底|末|初)?[^，。；、\d]{0,4}(?:增加|增长|新增|净增|多|减少|提高|提升|高|下降)了?$"
)
_ATTENDING = re.compile(any_of("figures", "attending"))
_OF_COMPANIES = re.compile("企业中")
_TIMES_HELD = frozenset(("次", "场", "期"))
_MEETINGS = re.compile(r"[^，。；、\d]{0,10}(?:会议?|调研(?:服务)?|座谈|走访|考察|培训)(?=[，。；、]|$)")
_RANGE = re.compile(r"[\d亿万元]+[至到—\-–~][\d.]+")
_BECAME = re.compile(r"成为[^，。；]{0,8}首[个家]")  # 成为全市首个产值超千亿元的企业
_ONE_OF = re.compile(r"[^，。；、]{1,30}之一|[^，。；、\d]{0,4}[城市省区县]{1,2}中(?:排|位|名|居|列)")  # 成为首批10个试点园区之一, 在289个城市中排名第五
_IN_ALL, _ARE_RANKED = re.compile("全[国省市区县]$"), re.compile(r"[^，。；、\d]{0,14}(?:前[\d一二三四五六七八九十]|第[\d一二三四五六七八九十]|首位)")
_MAKES_YEARLY = re.compile(r"[^，。；]{0,4}(?:形成|建设|建成|具备|规划|设计|新增|扩建|新建|打造|实现)年产")
_YEARLY_OUTPUT = re.compile(
    r"年产(?!值|量|业)[^，。；、\d]{0,10}$|(?<![\d全上当去今半])年生产[^，。；、\d]{0,10}$|年(?:可|能|将|预计)+(?:生产|产)(?!值)[^，。；、\d]{0,10}$|产能[^，。；、\d]{0,6}$"
)
_SO_FAR = re.compile(r"(?:截至)?(?:目前|当前)|现已|现有|如今")
_LATER = Expressions(ONCE_FINISHED)
_POST = "岗位"
_POSTS = re.compile(f"(?:就业|工作|用工)?{_POST}")
_BUILDS_SO_MUCH = re.compile(any_of("figures", "builds-so-much"))
_SUM_HAS = re.compile("[，、]?(?:总量|总额|规模|总规模)(?=占)")
_AIMS_AT = re.compile("紧盯|盯紧|锚定|围绕|对标|瞄准|聚焦|按照|朝着")
_AIMED_AT = re.compile("(?:以上|左右)?的(?:年度|全年|预期|增长|发展|奋斗)*目标(?:任务)?(?![^，。；]{0,8}(?:完成|实现))")
_NEXT_BUILDING = re.compile(r"的[^，。；、\d]{2,16}?[、和及与]")
_BUILT_BY = re.compile(r"[^，。；]{0,12}(?:建设|建成|新建)")  # 由政府建设的9万平方米的标准厂房
_A_YEAR = re.compile(r"[/每]年")
_NEXT_PRODUCT = re.compile(r"(?:[/每]年)?[^，。；\d]{1,36}?[、和及与](?:年产)?")  # 30万吨磷酸铁和30万吨磷酸铁锂
_ABOUT_SHARE = re.compile(r"(?:(?P<more>超过?|逾)|约|近)占")  # 约占全国产量的65%
_OF_NO_SUCH_YEAR = re.compile(any_of("figures", "of-no-such-year"))
_EVENT_NAME = re.compile(r"[^，。；：\d]{0,16}(?:签约|开工|竣工|投产|奠基|揭牌)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR_OR_PART = re.compile(r"\d{4}(?:-\d\d)?(?:/\d{4}(?:-\d\d)?)?")
_GOES_ON = re.compile(r"(?:其中，?)?[^，。；已累截达完]*(?:项目|企业|产值|收入)$|(?:其中，?)?(?:超过?)?\d")  # 预计百亿元企业达2家，50亿元企业1家
_NAMED_BY_MONEY = re.compile(r"[^，。；、的\d以级左]{3,26}(?:项目|基地|工厂|产业园|生产线|投资(?:合同|协议))")
_EXPECTS_A_YEAR, _ALREADY = re.compile("(?:初步)?预计[，,]?(?:20\\d\\d年|全年|去年|今年)"), re.compile("已|累计|目前")
_BOTH_SIDES = re.compile("存、?贷款")  # 存贷款余额分别为…
_EACH_SO_MANY = re.compile(r"(?:^|[，：])(?P<list>[^，。；：\d“”（）]{2,40}?、[^，。；：、\d“”（）]{2,20}?)各$")  # 产业园、产业集群各1个
_GRADES = re.compile("(?:国家|[省市县区]|级)(?=[、和及])")  # 国家、省卫生镇各6个: of one noun
_ALL_OF_IT = re.compile(any_of("figures", "all-of-it"))
_ADDED = re.compile("^(?:新增|新认定|新建|新培育|新获评|净增|新引进|新设|认定|培育|新)")
_TELLS_ITS_LEVEL = re.compile("(?:^|[，、])[从由]|(?:达到?|突破|超过?)$")
_AIM = re.compile("(?:明年|今年)?的?(?:发展|奋斗|预期)?目标(?:值|任务)?")
_ZONE_ITSELF = re.compile("(?:开发区|高新区|经开区|园区|新区)(?:企业)?(?:全部)?(?=.{2})")
_GRADE_OF_A_THING = re.compile("(?!规模|大关|台阶|水平)[^，。；、]")
_SIZED_THING = re.compile(
    r"的(?!重[点大]|产业|各类|工业|基础|新|项目|亿元|[^，。；]{0,8}?(?:\d|[一二两三四五六七八九十多余]+[个项家座条批]))[^，。；、\d]{4}"
)
_ONLY_ITS_SIZE = re.compile("[，；、]?(?:其中|此外|另外)?，?(?:计划|协议|规划)*(?:总?投资|总?占地(?:面积)?|总?用地(?:面积)?|总?建筑面积)[约近超]?")
_NEXT_SIZED = re.compile("[、和与及](?:计划|总)*投资[约近超]?$")
_COUNTED_AS = {"个": "projects", "项": "projects", "宗": "projects", "家": "companies", "户": "companies"}
_UNDERGONE = re.compile("[，；、]?(?:其中，?|目前)?(?:已|现)?(?:开复?工|复工|动工|竣工|建成|投产|投用|签约|落地|在建)+(?:建设|投产|投用)?")
_YIELDS = re.compile("[，、]?(?:可|年)*(?:实现|创造|新增)?年?(?:产值|销售收入|销售额|营业收入|营收|税收|利税|利润)")
_HALLS = frozenset("栋座幢条间个")
_NEXT_HALL = re.compile("[，、和及与]?(?![^，。；、]*(?:已|完成|建成|共有|现有|累计))[^，。；、\\d]{2,12}")
_LENGTH = re.compile("[长宽高深厚里程距径跨线路桥管隧道渠网岸堤河掘铺进轨杆缆]|公路|围栏")
_EXPECTED_BY = re.compile(r"[“]?(?:初步)?预计(?:今年|明年|20\d\d年)?[到至]?(?:今年|明年|20\d\d年)?(?:本月底|月底|年底|年末|\d{1,2}月(?:底|末)?|上半年|[一二三四]季度)[，]")
_BY_NOW = re.compile("截至|截止|目前|至今|已|累计")
_WHOLE_YEAR = re.compile("全年[^，。；]*$")
_PART_OF_YEAR = re.compile(r"(?P<year>\d{4})-\d\d/(?P=year)-\d\d")
_MADE_SO_MANY = re.compile("生产(?!线|总值|基地)[^，。；、值能量]{2,12}")  # 上半年生产空调186万台
_AT_WORK = re.compile("(?:施工|作业|管理|技术)人员[^，。；、\\d]{0,4}$")  # 日均投入施工人员420人
_OF_SOME = re.compile("(?:企业|行业|产业|项目)(?:产值)?(?:均|都)?(?:实现|保持)了?")
_GREW = re.compile("的?(?:高速|快速|较快)?增长")  # 12家企业实现25%以上增长
_NEXT_OF_A_LIST = tuple(LIST_JOINTS)
_NEXT_THING = re.compile(r"的(?!项目|亿元)[^，。；、\d]{3}")
_SO_MUCH_OF = re.compile(r"占(?P<what>[^，。；、\d]{2,16})[\d.]+[^，。；、\d]{1,4}的$")  # 占全区总产值177亿元的74%
_IN_A_LIST = re.compile("^[，、]?(?:其中)?[，、]?")
_PROJECTS_OF = re.compile(r"[^，。；\d]{0,16}(?:开工|签约|竣工|投产|落地|建设)的?(?:[重点大产业]{0,4})?项目(?:中，?)?")
_OF_THE_PROJECTS = re.compile(r"(?:开工|签约|竣工|投产|落地|建设|实施)[^，。；]{0,8}项目中，$")  # 三季度集中开工重大项目中，甲市27个、总投资3亿元
_PROJECTS_BEHIND = re.compile(r"[^，。；]{0,80}?等\d*余?[个项家]?[^，。；、\d]{0,10}(?:项目|工程)")
_PLACES = ("District", "Park")
_SEMICOLONS = ("；", ";")
_MADE_BY_WEIGHT = frozenset(("t", "Wh", "W"))
_JOINED = re.compile(r"[和与及、]")
# what a list of indicators shares
_SHARED = re.compile(
    r"(?:^|[，：])(?P<list>[^，。；：\d“”（）]{2,40}?)(?:(?:均|双双|都)(?![衡价])[^，。；、\d]{0,8}|等(?:主要)?(?:经济)?指标(?:均|分别)?[^，。；、\d分]{0,8})$"
)
_HEADLINE_SIZE = re.compile(r"级?[^，。；、的\d]{0,16}?(?:项目|产业园|基地|工厂|生产线)(?!\d|总?投资|[共达有])")
_OF_A_CLASS = re.compile(r"的(?:共?有)?\d+余?[个项家宗户]")
_PLACES_OF_A_SIZE = re.compile("的?(?:自然村|行政村|村|小区|社区|城镇|乡镇|居民点)")
_SIZES_OF_THINGS = frozenset(("W", "Wh", "t", "kg", "m", "m2", "m3"))
_FIRST_ONE = re.compile("(?:首|第一|全球最大)[台套件架艘辆批根片]$")
_SUMS_UP = re.compile("(?:环节|攻势|方面|领域|维度|层面|字诀|抓手)(?![^，。；、]{0,2}(?:企业|项目|平台))")


def figures(sentence: Sentence, topic: Topic, focus: Focus, index: IndicatorIndex, area: Whereabouts | None = None) -> Iterator[Figure]:
    """The figures of a sentence; moves the focus on.

    :param focus: what the text spoke of before; it has entered the sentence
    :param index: the ontology's indicators by their phrases
    :param area: the place of which the text tells, clause by clause; it has entered the sentence
    """
    if sentence.opens_block:
        focus.year_told = focus.before_semicolon = focus.told_last = None
    if _speaks_of_something(sentence):
        clauses = _Clauses(sentence, topic, focus, index, area)
        goes_on = sentence.text.startswith("其中", sentence.start) and not focus.own_text  # 共73个项目，总投资28亿元。其中开工46个
        before = focus.before_semicolon or (focus.told_last if goes_on else None)
        if before is not None:
            clauses.last, clauses.level, clauses.level_counted = before.last, before.level, before.level_counted
            clauses.time = before.time if focus.before_semicolon is not None else None
        for clause in sentence.clauses:
            for figure in clauses.read(clause):
                yield figure
                clauses.tell_year(figure)
        focus.leave(sentence, None if clauses.subject.lists_places else clauses.subject.left)
        if clauses.subject.lists_places:
            focus.return_to_holder()
        focus.before_semicolon = focus.told_last = ToldSoFar(clauses.last, clauses.time, clauses.level, clauses.level_counted)
    if not sentence.text.endswith(_SEMICOLONS, sentence.start, sentence.end):
        focus.before_semicolon = None


def _speaks_of_something(sentence: Sentence) -> bool:
    """Whether a sentence holds a name or what may stand for one, a quantity, a time or a rank: there is nothing else to read or to remember."""
    if sentence.mentions or sentence.quantities or sentence.times:
        return True
    return holds_stand_ins(sentence) or ORDER.search(sentence.text, sentence.start, sentence.end) is not None


def _is_rate_or_span(quantity: Quantity, lead: str) -> bool:
    """Whether a number tells how much each gets, how long something went on, or how much somebody holds, by the words in front of it."""
    if _PER.search(lead) and not _SUM_AT_MOST.search(lead) or _SAVED_EACH.search(lead) or _YEARS_RUNNING.search(lead) or _HOLDINGS.search(lead):
        return True
    return quantity.unit in ("day", "month") and not _TIME_TAKEN.search(lead) and not _DAYS_COUNTED.search(lead)


class _Clauses:
    """A sentence's clauses, and what they inherit from those before: subject, time, the last figure, indicators still to deal out."""

    def __init__(self, sentence: Sentence, topic: Topic, focus: Focus, index: IndicatorIndex, area: Whereabouts | None):
        self.sentence, self.topic, self.index, self._focus = sentence, topic, index, focus
        self._ranked_somewhere = ORDER.search(sentence.text, sentence.start, sentence.end) is not None
        self.subject = Subject(sentence, topic, focus, area)
        self.last: Figure | None = None
        self.time: TimeSpan | None = None
        self.level: Figure | None = None  # the last level
        self.level_counted: str | None = None  # what the last count counted
        self._dealt: list[str] = []
        self._holders: list[Owner] = []  # companies whose shares 分别 still has to give
        self._told: list[Figure] = []  # the figures of the last clause that had some
        self._levels: list[Figure] = []  # the levels that the sentence told so far
        self._compared = False  # whether the number before tells how much more there is than before
        self._of_a_stage: TimeSpan | None = None  # the time of which the sentence told no more than a stage: 2020年建成投产，年产…
        self._later = False  # whether the sentence went on to what a plant will be once it is finished
        self._trend: str | None = None  # what the clause before says to rise or fall
        self._turn: int | None = None  # whose turn it is, of owners that 分别 gives one each
        self._growing: list[Figure] = []  # figures whose growth 分别 still has to give
        finished = bool(_LATER.possible(sentence.words))
        self._finished = ONCE_FINISHED.search(sentence.text, sentence.start, sentence.end) if finished else None
        goes_on = sentence.text.endswith(_SEMICOLONS, sentence.start, sentence.end)  # so that its times are told on
        self._tells_figures = bool(sentence.quantities or sentence.sizes or self._ranked_somewhere or goes_on)

    def tell_year(self, figure: Figure) -> None:
        """Remember for the rest of a paragraph of news of which year, or part of one, it told what a place has."""
        if figure.owner[0] in _PLACES and figure.modality in (ACTUAL, PLANNED) and figure.period and _YEAR_OR_PART.fullmatch(figure.period):
            self._focus.year_told = (figure.owner, figure.period)

    def _of_the_year_told(self, owner: Owner, clause: Clause) -> str | None:
        """The year of which the paragraph told what the same place has, where a sentence tells of none: 今年全区建设项目29个。其中，产业项目25个."""
        told, sentence = self._focus.year_told, self.sentence
        if told is None or sentence.times or _OF_NO_SUCH_YEAR.search(sentence.text, *clause) or _OF_NO_SUCH_YEAR.match(sentence.text, sentence.start):
            return None
        alike = told[0] == owner or {told[0][1], owner[1]} & BARE_ZONES and self.topic.place in (told[0], owner)
        return told[1] if alike else None

    def read(self, clause: Clause) -> Iterator[Figure]:
        """The figures of the next clause."""
        if not self._tells_figures:
            self.subject.enter(clause)
            return
        start, end = clause
        sentence = self.sentence
        inside = [span for span in sentence.times_from(start, end) if not _SINCE.match(sentence.text, span.end) and not brings_news(span, sentence)]
        inside = [
            span for span in inside if not self._is_of_a_name(span) and not _FOUNDED.search(sentence.text, max(start, span.start - 4), span.start)
        ]
        if inside and not sentence.quantities_from(start, end):
            inside = [span for span in inside if not _SETTLED.match(sentence.text, span.end)]
            self._of_a_stage = next((span for span in reversed(inside) if _BEGAN.match(sentence.text, span.end)), self._of_a_stage)
        self.time = inside[0] if inside else self.time
        if _SO_FAR.match(sentence.text, start, end) is not None and not inside:
            self.time, self._later = None, False  # 截至目前已完成投资…: of no time that was told before
        self.subject.enter(clause)
        owner = self.subject.owner if self.subject.opens(clause) else None
        if owner is not None and owner[0] == "Project" and self.time is not None and self.time.start < sentence.start:
            self.time = None  # 甲项目预计6月底竣工；乙项目累计完成投资…
        if self._finished is not None:
            self._later = self._later or ONCE_FINISHED.search(sentence.text, start, end) is not None and not sentence.text.startswith("自", start)
        if sentence.sizes:
            yield from self._sizes_in_names(clause)
        quantities = sentence.quantities_from(start, end)
        at, told = start, []
        for i, quantity in enumerate(quantities):
            self.time = next((span for span in reversed(inside) if span.start < quantity.start), self.time)
            figure = self._figure(quantity, at, clause)
            if figure is not None:
                lead = sentence.text[at : quantity.start]
                figure = self._deal(figure, lead, len(quantities) - i)
                figures_of_owners = self._to_owners(figure, lead)
                for one in figures_of_owners:
                    yield from self._shared(one, lead, quantity.start)
                self.last = figures_of_owners[-1]
                if self.last.measure == LEVEL:
                    self.level = self.last
                    self._levels.append(self.last)
                    self.level_counted = self.last.indicator if self.last.unit == "count" else self.level_counted
                told.append(self.last)
            at = quantity.end
        self.time = inside[-1] if inside else self.time
        self._told = told or self._told
        if sentence.quantities:
            self._trend = trend(sentence.text[start:end]) if not quantities else None if told else self._trend
        if self._ranked_somewhere:
            yield from self._rank(clause)

    def _is_of_a_name(self, span: TimeSpan) -> bool:
        """Whether a part of a year only names an event whose day was told: 2月18日，某区举行一季度重大项目签约仪式."""
        if "/" not in span.edtf and len(span.edtf) != 4 or not _EVENT_NAME.match(self.sentence.text, span.end):
            return False
        return any(t.start < span.start and t.edtf[-3:-2] == "-" and t.edtf.count("-") == 2 for t in self.sentence.times)

    def _sizes_in_names(self, clause: Clause) -> Iterator[Figure]:
        """The size that a project bears in its name: 年产10万吨正极材料项目, 40万千瓦风电项目."""
        for mention, quantity in self.sentence.sizes:
            if mention.cls == "Project" and clause[0] <= mention.start < clause[1] and not _PHASE.search(mention.text):
                indicator = size_in_name(quantity, mention.text + mention.shares)
                if indicator is not None:
                    yield Figure(
                        (mention.cls, mention.text),
                        indicator,
                        LEVEL,
                        quantity.value,
                        quantity.unit,
                        quantity.text,
                        quantity.bound,
                        None,
                        PLANNED,
                        *clause,
                        "figure.in-name",
                        quantity.counted if quantity.unit == "count" else None,
                    )

    def _to_owners(self, figure: Figure, lead: str) -> list[Figure]:
        """Give a figure to all owners of a list, or with 分别 to each its own: 高新区、经开区产值分别达210亿元、180亿元."""
        owners = self.subject.owners
        if figure.owner not in owners:
            return [figure]
        if "分别" in lead:
            self._turn = 0
        elif self._turn is not None and _JOINED.fullmatch(lead):
            self._turn += 1
        else:
            self._turn = None
        if self._turn is None:
            return [replace(figure, owner=owner) for owner in owners]
        return [replace(figure, owner=owners[min(self._turn, len(owners) - 1)])]

    def _deal(self, figure: Figure, lead: str, left: int) -> Figure:
        """Deal the members of a list out to its figures: 化工、玩具产值分别超过700、500亿元."""
        if self.subject.owners:
            return figure
        if "分别" in lead:
            listed = percent.without_comparison(lead.split("分别")[0])
            listed = _BOTH_SIDES.sub("存款、贷款", listed if listed.strip("，") else self._trend or "")
            members = list_members(listed)
            self._dealt = members if 1 < len(members) <= left else []
        elif not _JOINED.fullmatch(lead):
            self._dealt = []
        if not self._dealt:
            return figure
        member = self._dealt.pop(0)
        if figure.indicator in ("companies", "projects") and figure.measure == LEVEL:
            return figure
        return replace(figure, indicator=self.index.listed(member, KIND.get(figure.unit, "") if figure.measure == LEVEL else "") or member)

    def _shared(self, figure: Figure, lead: str, end: int) -> list[Figure]:
        """The figure of each indicator that a list says to share it: 营收、固投均增长10%, 产值、税收等指标增长15%."""
        each = _EACH_SO_MANY.search(lead) if figure.unit == "count" and figure.indicator not in ("companies", "projects") else None
        if each is not None and not _GRADES.search(each["list"]):
            return [replace(figure, indicator=member) for member in re.split("、|以及|及|和", each["list"]) if len(member) > 1] or [figure]
        found = _SHARED.search(lead) if "、" in lead and figure.measure in (LEVEL, GROWTH) else None
        if found is None:
            return [figure]
        members = list_members(_BOTH_SIDES.sub("存款、贷款", found["list"]))
        start = end - len(lead)
        if len(members) < 2 or self._dealt or any(start + found.end("list") > m.start >= start for m in self.sentence.mentions if m.cls in SUBJECTS):
            return [figure]
        kind = KIND.get(figure.unit, "") if figure.measure == LEVEL else ""
        written = re.split("[、和]", found["list"])
        if len(written) == len(members):  # 营收 of 营收、固定资产投资 is whole
            members = [without_front(name) if self.index.listed(without_front(name), kind) else member for name, member in zip(written, members)]
        return [replace(figure, indicator=self.index.listed(member, kind) or member) for member in dict.fromkeys(members)]

    # --- one figure

    def _figure(self, quantity: Quantity, at: int, clause: Clause) -> Figure | None:
        text = self.sentence.text
        lead, tail, front = text[at : quantity.start], text[quantity.end : clause[1]], self._front(clause, quantity.start)
        if _is_rate_or_span(quantity, lead):
            return None
        self._compared = _MORE_THAN.search(lead) is not None or self._compared and _JOINED.fullmatch(lead) is not None
        if self._tells_no_figure(quantity, lead, tail):
            return None
        if quantity.unit in ("percent", "percentagePoint"):
            return self._percentage(quantity, lead, front, clause)
        last = self.last
        if last is not None and last.measure == LEVEL and (last.unit == quantity.unit or self._dealt) and _JOINED.fullmatch(lead):
            if quantity.unit not in ("count", "person") or not count_noun(tail):
                return self._like(last, quantity, front, clause)
        each = self._own_of(lead, quantity)
        if each is not None:
            self.subject.take(each[0])
            return self._make(quantity, each[1], LEVEL, front, clause, each[0])
        phrase = indicator_phrase(lead, self.sentence.mentions)
        if _FOR_EACH.match(phrase) or quantity.unit != "count" and _ONLY_PHASE.fullmatch(phrase):
            return None
        phrase = self._completed(phrase, quantity, lead, tail)
        if quantity.text.endswith("级") and _GRADE_OF_A_THING.match(tail):
            return None  # 2吨级无人机下线
        project = self.subject.behind(quantity)
        if project is None and quantity.unit in MONEY and phrase.endswith("投资") and self._is_of_a_thing(lead, tail):
            return None  # 投资2亿元的某地农田建设项目: whose name was not read
        if project is None and at == clause[0] and _ONLY_ITS_SIZE.fullmatch(lead) and _SIZED_THING.match(tail):
            return None  # 甲项目封顶；占地500亩的某物流园一期启用
        if project is None and quantity.unit in MONEY and phrase.endswith("投资") and self.subject.pays_for_unnamed(quantity):
            return None
        goes_on = lead.endswith(_NEXT_OF_A_LIST) and last is not None and last.unit == quantity.unit
        if project is not None and quantity.unit in MONEY and goes_on:
            phrase = ""  # 总投资18亿元的甲公司、5亿元的乙公司
        if project is not None and quantity.unit in MONEY and (len(phrase) < 2 or phrase.endswith("投资")):
            return self._make(quantity, "investment", LEVEL, front, clause, project)
        if quantity.unit in MONEY and len(phrase) < 2 and not self.subject.in_own_text and _NAMED_BY_MONEY.match(tail) and project is None:
            return None  # 甲公司90亿元光伏示范项目: the size of something whose name was not read
        if _ALL_OF_IT.fullmatch(phrase) and (counted := self._counted_before(quantity)) is not None:
            return self._make(quantity, counted.indicator, LEVEL, front, clause, counted.owner)  # 新增企业22家、总数达302家
        counts = quantity.unit in ("count", "person") and count_noun(tail) is not None
        if not phrase and not counts and _TELLS_ITS_LEVEL.search(lead) and (counted := self._counted_before(quantity)) is not None:
            anew = self.subject.opens(clause) and self.subject.owner is not None
            return self._make(quantity, counted.indicator, LEVEL, front, clause, None if anew else counted.owner)  # 生产总值年均增长7%，从五年前的2万亿元跃升到3万亿元
        if _AIM.fullmatch(phrase):
            phrase = ""  # 实现产值6000万元，明年的目标是1亿元
        if not phrase and self._trend is not None:
            phrase = self._trend
        before = self._before(quantity) if not phrase else (last.unit, last.indicator) if last is not None else None
        of_those = self._of_those_counted(quantity, lead, tail)
        if of_those is not None:
            return self._make(quantity, of_those[1], LEVEL, front, clause, of_those[0])
        indicator = self._indicator(quantity, at, clause, phrase, tail, before)
        meters = quantity.unit == "m" and quantity.text.endswith("米") and not quantity.text.endswith("千米")
        if meters and not self.subject.in_own_text and not _LENGTH.search(phrase):
            return None  # 完成改造的6米生产线, 92.5米高塔: what it is called
        if indicator is None or quantity.unit in MONEY and _COMPANY_PAYS.search(indicator) or not self._names_something(indicator):
            return None
        if indicator == "capacity" or quantity.unit in _MADE_BY_WEIGHT or _YEARLY_OUTPUT.search(front) and quantity.unit in CAPACITY_UNITS:
            if (self.subject.owner is None or self.subject.owner[0] in _PLACES) and _PROJECTS_BEHIND.match(text, quantity.end):
                return None  # 年产1000套叶片、年产30万吨铸件等11个项目: what they are named for
        if quantity.unit == "count" and _POSTS.match(tail) or indicator.endswith(_POST) and quantity.counted == "个":
            quantity, indicator = self._as_jobs(quantity, indicator)
        owner = project if indicator in OWN_SIZES or quantity.unit in CAPACITY_UNITS and _YEARLY_OUTPUT.search(front) else None
        if owner is None and last is not None and not phrase and before and indicator == before[1] and not self.subject.opens(clause):
            owner = last.owner
        return self._make(quantity, indicator, LEVEL, front, clause, owner)

    def _completed(self, phrase: str, quantity: Quantity, lead: str, tail: str) -> str:
        """The phrase that names what a number tells, where the words around the number say it by a verb: 年产, 建设, 投."""
        if (len(phrase) < 2 or _MAKES_YEARLY.fullmatch(phrase)) and lead.endswith("年产") and quantity.unit in CAPACITY_UNITS:
            return "年产能"
        if self._is_built_capacity(quantity, phrase, lead, tail):
            return "产能"
        if quantity.unit == "m2" and not phrase.endswith("产能"):
            if _BUILDS_SO_MUCH.fullmatch(phrase) or _BUILT_BY.fullmatch(phrase) and tail.startswith("的"):
                return ""  # 购置306亩工业用地: what stands behind names it
            if _NEXT_BUILDING.fullmatch(lead) and tail.startswith("的"):
                return ""  # 建设48万平方米的厂房和11万平方米的大厦
        return "投资" if quantity.unit in MONEY and _PAID_BY.search(lead) else phrase

    def _indicator(self, quantity: Quantity, at: int, clause: Clause, phrase: str, tail: str, before: tuple[str, str] | None) -> str | None:
        """The indicator of a number.

        :param at: where the words in front of it begin
        :param before: unit and indicator of the number whose indicator it may share
        """
        if quantity.unit == "count" and phrase == "年产能":
            return "capacity"  # 年产10万个车厢的某项目
        if quantity.unit not in ("count", "person"):
            return self.index.measured(quantity, phrase, tail, before)
        companies = _OF_COMPANIES.search(self.sentence.text, self.sentence.start, quantity.start) is not None
        if at == quantity.start and self.level_counted and before is not None and before[0] != "count":
            before = ("count", self.level_counted)  # 100亿元以上1个
        return self._of_a_class(quantity, at, clause) or self.index.counted(quantity, phrase, tail, before, companies)

    def _tells_no_figure(self, quantity: Quantity, lead: str, tail: str) -> bool:
        """Whether a number is a comparison, a rank, or the size of what has no name, by the words around it.

        :param lead, tail: the clause between the number before and this one, and behind this one
        """
        if self._compared and quantity.unit not in ("percent", "percentagePoint"):
            return True  # 比去年同期增加30家
        if quantity.unit in ("count", "person"):
            if quantity.text.endswith("人") and _AT_WORK.search(lead) or _ATTENDING.match(tail) or self._are_meetings(quantity, tail):
                return True
        if quantity.unit in _SIZES_OF_THINGS and _FIRST_ONE.search(lead):
            return True  # 首套10兆瓦风机叶片下线: what it is called
        if quantity.unit in MONEY and self.sentence.kind == "title" and not lead.endswith(("投资", "超", "达")) and _HEADLINE_SIZE.match(tail):
            return True  # 再添11亿元项目
        if quantity.unit == "count" and _SUMS_UP.match(tail) or quantity.text.endswith("以上") and _PLACES_OF_A_SIZE.match(tail):
            return True  # 抓好规划、招商等5个环节, 20户以上自然村
        if quantity.unit == "count" and (_ONE_OF.match(tail) or _ARE_RANKED.match(tail) and _IN_ALL.search(lead)):
            return True
        if quantity.unit == "m" and (_RANGES.search(lead) or _INSIDE.match(tail)):
            return True
        return self._is_threshold(quantity, tail)

    def _of_those_counted(self, quantity: Quantity, lead: str, tail: str) -> tuple[Owner, str] | None:
        """Whose projects or companies a number is of that tells how many of those counted before underwent something, and which of both: 引进项目161宗；
        已动工106宗、竣工投产28宗; 入驻企业43家，其中投产19家."""
        last = self.last
        counted = _COUNTED_AS.get(quantity.counted or "")
        if last is None or counted is None or self.level_counted != counted or count_noun(tail):
            return None
        goes_on = last.start < self.sentence.start or last.indicator == counted or last.indicator.endswith(("investment", "投资"))
        return (last.owner, counted) if goes_on and last.owner[0] in _PLACES and _UNDERGONE.fullmatch(lead) else None

    def _counted_before(self, quantity: Quantity) -> Figure | None:
        """The figure of the same clause whose whole a number tells: of the same unit, or the growth of what is measured in it."""
        last = self.last
        if last is None or last.measure not in (LEVEL, GROWTH) or last.start < self.sentence.start:
            return None
        kinds = self.index.kinds.get(last.indicator, ())
        alike = last.unit == quantity.unit and last.measure == LEVEL or last.measure == GROWTH and KIND.get(quantity.unit) in kinds
        return replace(last, indicator=_ADDED.sub("", last.indicator) or last.indicator) if alike else None

    def _is_of_a_thing(self, lead: str, tail: str) -> bool:
        """Whether money is what something costs whose name was not read: 投资2亿元的某地农田建设项目, 甲项目、投资8亿元的汽车模具."""
        next_one = _NEXT_SIZED.search(lead) is not None and _NEXT_THING.match(tail) is not None
        return next_one or self.subject.speaks_of_no_project and _SIZED_THING.match(tail) is not None

    def _names_something(self, indicator: str) -> bool:
        return self.index.names_something(indicator, self.subject.owner is None or self.subject.owner[0] in _PLACES)

    def _as_jobs(self, quantity: Quantity, indicator: str) -> tuple[Quantity, str]:
        """So many posts are for so many people, and the jobs of a project or company: 提供100个就业岗位."""
        if self.subject.owner is None or self.subject.owner[0] in _PLACES:
            return quantity, indicator
        return replace(quantity, unit="person", counted=None), "jobs"

    def _own_of(self, lead: str, quantity: Quantity) -> tuple[Owner, str] | None:
        """The place, park or company in front of its number in a list of them, and what is counted: 共开工项目719个，其中甲市107个、乙市152个;
        集中开工的重大项目甲县16个，总投资39亿元."""
        last = self.last
        if count_noun(self.sentence.text[quantity.end :]):
            return None
        name = next((m for m in self.sentence.mentions if m.end == quantity.start and m.cls in ("District", "Park", "Company")), None)
        if name is None or not lead.endswith(name.text):
            return None
        at = name.start
        for above in reversed([m for m in self.sentence.mentions if m.end <= at and m.cls == "District"]):
            at = above.start if above.end == at else at  # 绵阳市涪城区16个
        front = _IN_A_LIST.sub("", lead[: max(0, len(lead) - (quantity.start - at))])
        if front:
            counts_projects = quantity.counted == "个" and name.cls != "Company" and _PROJECTS_OF.fullmatch(front)
            return ((name.cls, name.text), "projects") if counts_projects else None
        if last is None and quantity.counted in ("个", "项") and _OF_THE_PROJECTS.search(self.sentence.text, self.sentence.start, at):
            return (name.cls, name.text), "projects"
        if last is None or last.measure != LEVEL:
            return None
        if last.unit == quantity.unit:
            return (name.cls, name.text), last.indicator
        return ((name.cls, name.text), self.level_counted) if self.level_counted and quantity.unit == "count" else None

    def _is_built_capacity(self, quantity: Quantity, phrase: str, lead: str, tail: str) -> bool:
        """Whether so many tons or watts are what a project or company is to make in a year: 建设250万吨甲醇、50万吨烯烃装置, 150万吨/年."""
        if quantity.unit not in _MADE_BY_WEIGHT:
            return False
        owner = self.subject.owner
        if _A_YEAR.match(tail):
            return True
        if owner is not None and owner[0] in ("Project", "Company") and _BUILDS_SO_MUCH.fullmatch(phrase):
            return True
        last = self.last
        return last is not None and last.indicator == "capacity" and last.unit == quantity.unit and _NEXT_PRODUCT.fullmatch(lead) is not None

    def _of_a_class(self, quantity: Quantity, at: int, clause: Clause) -> str | None:
        """What is counted behind the size that each has: 总投资10亿元以上的136个, 主营业务收入超过500万元的439家."""
        text = self.sentence.text
        if text[at : quantity.start] not in ("的", "的有", "的共有") or at == clause[0] or count_noun(text[quantity.end : clause[1]]):
            return None
        size = next((q for q in self.sentence.quantities_from(clause[0], at) if q.end == at), None)
        if size is None or size.unit not in MONEY or not self._is_threshold(size, text[at : clause[1]]):
            return None
        if quantity.counted in ("家", "户"):
            return "companies"
        return "projects" if "投资" in text[clause[0] : size.start] else None

    def _are_meetings(self, quantity: Quantity, tail: str) -> bool:
        """Whether news tells in passing how often people met: 召开30余次推进会."""
        return quantity.counted in _TIMES_HELD and not self.subject.in_own_text and _MEETINGS.match(tail) is not None

    def _front(self, clause: Clause, stop: int) -> str:
        """The words in front of a number, from the beginning of its clause, or of the one before that 并 goes on with."""
        text, start = self.sentence.text, clause[0]
        if text.startswith("并", start) and start > self.sentence.start and not self.subject.in_own_text:
            start = self.sentence.clause_at(start - 1)[0]
        return text[start:stop]

    def _before(self, quantity: Quantity) -> tuple[str, str] | None:
        """Unit and indicator of the figure before; of the level that the growth before belongs to, where a number is of its unit: 产量25万辆，
        增长1.4倍；今年上半年达到24万辆."""
        last, level = self.last, self.level
        if last is not None and level is not None and last.measure != LEVEL and level.unit == quantity.unit and level.indicator == last.indicator:
            return level.unit, level.indicator
        return (last.unit, last.indicator) if last is not None else None

    def _like(self, last: Figure, quantity: Quantity, front: str, clause: Clause) -> Figure | None:
        """A further member of a list of numbers: 300亿元和200亿元."""
        bound = quantity.bound if quantity.bound != "Exact" else last.bound
        return self._make(replace(quantity, bound=bound), last.indicator, last.measure, front, clause, last.owner)

    def _is_threshold(self, quantity: Quantity, tail: str) -> bool:
        """亿元以上项目, 50亿元以上制造业项目: a class of things, not a figure."""
        if quantity.unit not in ("CNY", "USD"):
            return False
        start = self.sentence.clause_at(quantity.start)[0]
        if _BECAME.search(self.sentence.text[start : quantity.start]):
            return False
        above = self.sentence.text[start : quantity.start]
        if _ROUND.fullmatch(quantity.text) and above.endswith(_ABOUT):
            return False  # 年销售额近亿元的企业
        if (_ABOVE.search(above) or _OR_ABOVE.search(above)) and (_CLASS_OF_THINGS.match(tail) or _OR_SO_MUCH.match(tail)):
            return True
        if (quantity.text.endswith(("以上", "以下")) or _RANGE.match(quantity.text)) and _THRESHOLD.match(tail):
            return True
        if (_ABOVE.search(above) or quantity.text.endswith("以上")) and _OF_A_CLASS.match(tail):
            return True  # 总投资10亿元以上的136个
        if _ROUND.fullmatch(quantity.text) and _CLASS_OF_THINGS.match(tail):
            return True  # 税收亿元楼宇62幢
        if _CLASS_COUNTED.match(tail) or quantity.text.endswith("以上") and _SO_MANY.match(tail):
            return True  # 50亿元企业3家
        return bool(re.match(r"(?:人民币)?（[^）]{2,16}）以上|[（(]或", tail)) or tail.startswith("）以上")

    def _percentage(self, quantity: Quantity, lead: str, front: str, clause: Clause) -> Figure | None:
        if _OF_SOME.fullmatch(lead) and _GREW.match(self.sentence.text, quantity.end):
            return None
        words = percent.bare(lead)
        last = self.last
        holder = self._holder(lead, quantity)
        if holder is not None:
            return self._make(quantity, "持股比例", SHARE, front, clause, holder)
        if "分别" in words:
            left = sum(q.unit == quantity.unit for q in self.sentence.quantities if quantity.start <= q.start < clause[1])
            named = len(percent.without_comparison(words.split("分别")[0]).strip("，、")) > 1  # 居民收入分别增长4.6%、6.3%
            grown = self._told if len(self._told) == left else self._levels[-left:]  # 产值920亿元，投资136亿元，分别增长7%和31%
            self._growing = list(grown) if len(grown) == left > 1 and not named else []
        elif not _JOINED.fullmatch(words):
            self._growing = []
        if _JOINED.fullmatch(words) and last is not None and last.unit == quantity.unit:
            like = self._growing.pop(0) if self._growing else last
            return self._like(replace(last, indicator=like.indicator, owner=like.owner), quantity, front, clause)
        points = quantity.unit == "percentagePoint"
        growth = percent.growth(words, points)
        if growth is not None or points:
            return self._growth(quantity, growth, front, clause) if growth is not None else None
        progress = percent.progress(words)
        if progress is not None:
            works = self.subject.owner if self.subject.owner is not None and self.subject.owner[0] == "Project" else None
            return self._make(quantity, f"{without_names(progress, self.sentence.mentions)}进度", SHARE, front, clause, works)
        if percent.completes_its_sum(words):
            return self._make(quantity, "investment", SHARE, front, clause)
        if percent.completes_plan(words):
            indicator = last.indicator if last is not None else "年度任务完成率"
            return self._make(quantity, indicator, SHARE, percent.without_plan(front), clause, last.owner if last is not None else None)
        if words == "的" and last is not None and (whole := _SO_MUCH_OF.search(front)) is not None:
            name = self._told[-1].indicator if self._told else ""
            return self._make(quantity, f"{self.index.label.get(name, name)}占{whole['what']}比重", SHARE, front, clause, last.owner)
        before = last if last is not None and last.measure == SHARE else None  # the share with which it may go on
        tail = self.sentence.text[quantity.end : clause[1]]
        part = percent.part(words, tail, before is not None) or percent.part_in_front(words, tail)
        if part:
            return self._make(quantity, f"{part}占比", SHARE, front, clause)
        share = percent.share(words)
        if share is None and before is not None and "占" in before.indicator and (further := percent.further_share(words)):
            quantity = replace(quantity, bound=before.bound) if quantity.bound == "Exact" else quantity
            return self._make(quantity, f"{before.indicator.split('占')[0]}占{further}比重", SHARE, front, clause, before.owner)
        if share is not None:
            bound = _ABOUT_SHARE.search(words)
            if quantity.bound == "Exact" and bound is not None:
                quantity = replace(quantity, bound="AtLeast" if bound["more"] else "About")
            owned = [m for m in self.sentence.mentions if (m.cls, m.text) == self.subject.owner]
            share = without_names(share.replace(bound.group(), "占") if bound is not None else share, owned)
            sum_of_last = last is not None and last.measure in (LEVEL, GROWTH) and _SUM_HAS.match(words)
            words, share = (words[sum_of_last.end() :], _SUM_HAS.sub("", share)) if sum_of_last else (words, share)  # 增加值71亿元，总量占全市三成
            if words.lstrip("、， 约近超过逾").startswith(("占", "其中")) and last is not None and len(share) < 12:
                return self._make(quantity, self.index.exact(share) or self._share_of(last, share), SHARE, front, clause, last.owner)
            return self._make(quantity, (self.index.exact(share) or share)[-30:] or "占比", SHARE, front, clause)
        phrase = indicator_phrase(lead, self.sentence.mentions)
        if not phrase and self._trend is not None and lead.strip("，").startswith("分别"):
            phrase = percent.share(self._trend) or self._trend  # 装机和发电量占比持续提高，分别为62%、74%
        if not phrase and last is not None and last.unit == "percent" and last.measure != RANK:
            return self._make(quantity, last.indicator, last.measure, front, clause, last.owner)
        if len(phrase) < 2 or phrase in ("其中", "其余") or not self._names_something(phrase):
            return None
        measure = SHARE if phrase.endswith(("进度", "占比", "比重")) or lead.endswith("占") else LEVEL
        return self._make(quantity, self.index.listed(phrase, "percent") or phrase[-22:], measure, front, clause)

    def _holder(self, lead: str, quantity: Quantity) -> Owner | None:
        """The company that holds a share: 甲公司、乙公司分别持股51%和49%."""
        if _JOINED.fullmatch(lead) and self._holders:
            return self._holders.pop(0)
        self._holders = []
        found = _HOLDS.search(lead)
        if found is None:
            return None
        at, text = quantity.start - len(lead) + found.start(), self.sentence.text
        holders: list[Owner] = []
        for mention in reversed(self.sentence.mentions):
            if mention.end == at and mention.cls in ("Company", "Organization", "District"):
                holders.insert(0, (mention.cls, mention.text))
                at = mention.start - 1 if text[mention.start - 1] in "、和与" else -1
        if not holders and text.endswith("双方", self.sentence.start, at):  # 由甲公司和乙公司出资，双方分别持股65%和35%
            both = [(m.cls, m.text) for m in self.sentence.mentions if m.end <= at and m.cls == "Company"]
            holders = both if len(both) == 2 else []
        if found["each"] or "分别" in found.group():
            self._holders = holders[1:]
        return holders[0] if holders else None

    def _share_of(self, last: Figure, phrase: str) -> str:
        """The name of a share that belongs to the figure before it: 货物进出口总额占全省比重."""
        if "研发" in last.indicator and re.search(r"占(?:地区)?生产总值|占GDP", phrase):
            return "rdIntensity"
        name = self.index.label.get(last.indicator, last.indicator)
        return f"{name}{phrase if phrase.startswith('占') else '占比'}"

    def _growth(self, quantity: Quantity, growth: percent.Growth, front: str, clause: Clause) -> Figure | None:
        phrase = indicator_phrase(growth.head, self.sentence.mentions)
        if percent.names_nothing(phrase) and self._trend is not None and not self._growing:
            phrase = self._trend
        last = None
        if percent.names_nothing(phrase):
            last = self._growing.pop(0) if self._growing else self.last
            if last is None or last.measure == RANK:
                return None
        indicator = last.indicator if last is not None else self.index.listed(phrase) or phrase[-24:]
        signed = replace(quantity, value=-quantity.value) if growth.falling else quantity
        anew = last is not None and self.subject.opens(clause) and self.subject.owner not in (None, last.owner)
        figure = self._make(signed, indicator, GROWTH, front, clause, last.owner if last is not None and not anew else None)
        if figure is None or last is None:
            return figure
        inherits = figure.modality == ACTUAL and last.modality not in (ACTUAL, PLANNED)
        own = last.start != clause[0] and any(span.start < quantity.start for span in self.sentence.times_from(*clause))
        return replace(figure, period=figure.period if own else last.period, modality=last.modality if inherits else figure.modality)

    def _make(self, quantity: Quantity, indicator: str, measure: str, front: str, clause: Clause, owner: Owner | None = None) -> Figure | None:
        owner = owner or self.subject.of(indicator, clause, quantity.start)
        if owner is None:
            return None
        indicator = self._of_plant(indicator, owner, measure, quantity, front)
        if indicator == "investment" and owner[0] == "Company" and _SUM_OF_BEFORE.match(front):
            front = self.sentence.text[self.sentence.start : quantity.start]  # 计划在绵阳、遂宁建厂，合计投资90亿元
        of_many = self.subject.of_many(owner) or indicator == "investment" and self._follows_its_projects(owner)
        of_no_time = indicator == "capacity" or owner[0] in ("Project", "Company")
        time = None if of_no_time and self.time is self._of_a_stage else self.time
        found, period = truth(indicator, owner, front, measure, quantity.unit, self.sentence, self.topic, time, of_many, self._is_later(quantity))
        if found in (ACTUAL, PLANNED) and _AIMS_AT.search(front) and _AIMED_AT.match(self.sentence.text, quantity.end, clause[1]):
            found = TARGET  # 紧盯增加值增长12%的目标
        if found == ACTUAL and measure in (LEVEL, GROWTH) and self._expected_by_then(front):
            found = FORECAST
        last = self.last
        if found == ACTUAL and last is not None and self._goes_on_expecting(last, owner, indicator, front, clause, quantity):
            found, period = last.modality, last.period
        if period is not None and measure in (LEVEL, GROWTH) and found != ACTUAL and _WHOLE_YEAR.search(front) and (part := _PART_OF_YEAR.fullmatch(period)):
            period = part["year"]  # 前11个月产值87亿元，预计全年突破100亿元
        if period is not None and indicator.startswith("年度") and _DAY.fullmatch(period):
            period = period[:4]  # 年度计划投资 is of its year, whenever it is told
        if period is None and (found == ACTUAL or found == PLANNED and owner[0] in _PLACES):
            period = self._of_the_year_told(owner, clause)
        return Figure(
            owner,
            indicator,
            measure,
            quantity.value,
            quantity.unit,
            quantity.text,
            quantity.bound,
            period,
            found,
            clause[0],
            max(clause[1], quantity.end),
            f"figure.{measure.lower()}",
            quantity.counted if quantity.unit == "count" else None,
        )

    def _follows_its_projects(self, owner: Owner) -> bool:
        """Whether the number before is that of a place's projects: 新开工项目11个，投资额96亿元."""
        return self.last is not None and self.last.indicator == "projects" and self.last.owner == owner and owner[0] in _PLACES

    def _is_later(self, quantity: Quantity) -> bool:
        """Whether a number stands behind words for what will be once something is finished."""
        return self._later and self._finished is not None and self._finished.end() <= quantity.start

    def _goes_on_expecting(self, last: Figure, owner: Owner, indicator: str, front: str, clause: Clause, quantity: Quantity) -> bool:
        """Whether a clause goes on with what the one before it expects, aims at or plans: 预计年产值360亿元，带动就业5000人."""
        if last.modality == ACTUAL or last.owner != owner or self._is_told_so_far(last, front, clause):
            return False
        halls = last.modality == PLANNED and owner[0] == "Project" and last.unit == "count" and quantity.counted in _HALLS
        if halls and indicator not in self.index.kinds and _NEXT_HALL.fullmatch(front[self._end_of(last, clause) :]):
            return True  # 建设厂房4栋、仓库2座
        yields = last.modality == PLANNED and owner[0] == "Project" and last.indicator == "capacity" and _YIELDS.match(front)
        if yields and self._goes_on_bringing(last, clause, front):
            return True  # 设计年产能20万吨，实现产值约20亿元
        if last.modality == FORECAST and owner[0] == "Park" and owner != self.topic.place and self._goes_on_bringing(last, clause, front):
            return True
        if not self.subject.in_own_text and _SO_FAR.search(self.sentence.text, max(last.end, self.sentence.start), max(clause[0], last.end)):
            return False  # 投产后可年产5万辆，目前已进入生产阶段，具备年产2000辆能力
        if last.modality == FORECAST and (self._expected_all(clause, front) or front.lstrip("，").startswith("其中")):
            return True
        if last.modality == TARGET and last.start >= self.sentence.start and not self.subject.in_own_text and self._goes_on_aiming(clause, front):
            return True
        if owner[0] not in ("Project", "Company"):
            counted = indicator in ("projects", "companies")
            like = last.indicator == indicator and (counted or last.modality in (TARGET, FORECAST)) and _GOES_ON.match(front) is not None
            return like and not self.sentence.times_from(*clause)
        if self.subject.opens(clause) or is_told_as_done(front):
            return False
        if any(clause[0] <= span.start < clause[1] for span in self.sentence.times):
            return False
        return last.modality != PLANNED or front.startswith("其中") or indicator == last.indicator == "investment"

    def _expected_by_then(self, front: str) -> bool:
        """Whether a sentence begins with a time by which it expects all that it tells: 预计到本月底，园区工业增加值增长40%，出口增长10%."""
        begun = _EXPECTED_BY.match(self.sentence.text, self.sentence.start, self.sentence.end)
        return begun is not None and not is_told_as_done(front) and not _ALREADY.search(front)

    def _end_of(self, last: Figure, clause: Clause) -> int:
        """Where the last figure ends, from the beginning of a clause that it stands in; 0 in front of it."""
        before = [q.end for q in self.sentence.quantities_from(*clause) if q.text == last.value_text]
        return before[0] - clause[0] if before and last.start == clause[0] else 0

    def _goes_on_bringing(self, last: Figure, clause: Clause, front: str) -> bool:
        """Whether a clause of news goes on with what its sentence expects that a park will bring: 可实现年销售收入160亿元，利税33亿元."""
        told = is_told_as_done(front) or _SO_FAR.search(front) or _ALREADY.search(front)
        return last.start >= self.sentence.start and not self.subject.in_own_text and not self.sentence.times_from(*clause) and not told

    def _is_told_so_far(self, last: Figure, front: str, clause: Clause) -> bool:
        """Whether a clause tells how much of what is planned is spent by a time that its sentence names: 计划投资30亿元，截至5月，完成投资21亿元."""
        if not (SPENT.search(front) or percent.completes_plan(front)):
            return False
        return _BY_NOW.search(self.sentence.text, max(last.start, self.sentence.start), clause[0] + len(front)) is not None

    def _goes_on_aiming(self, clause: Clause, front: str) -> bool:
        """Whether a clause of news goes on with what its sentence aims at: 力争全年引进项目40个，新增企业10家."""
        return not (self.sentence.times_from(*clause) or is_told_as_done(front) or _SO_FAR.search(front) or _ALREADY.search(front))

    def _expected_all(self, clause: Clause, front: str) -> bool:
        """Whether a sentence begins with what it expects of a whole year, and goes on with it: 预计全年生产总值增长5%，出口增长10%."""
        begun = _EXPECTS_A_YEAR.match(self.sentence.text, self.sentence.start, self.sentence.end)
        return begun is not None and not self.sentence.times_from(*clause) and not _ALREADY.search(front)

    def _of_plant(self, indicator: str, owner: Owner, measure: str, quantity: Quantity, front: str) -> str:
        """整车年产能 of a plant or company is its capacity, so is 年产20GW单晶硅片; 建设面积 of square kilometres is land."""
        if indicator == "floorArea" and "平方公里" in quantity.text:
            return "landArea"
        if owner[0] not in ("Project", "Company", "Park") or measure not in (LEVEL, GROWTH) or indicator in self.index.kinds:
            return indicator
        if owner[0] == "Park" and (zone := _ZONE_ITSELF.match(indicator)) is not None:
            return self.index.listed(indicator[zone.end() :], KIND.get(quantity.unit, "") if measure == LEVEL else "") or indicator
        if measure == LEVEL and quantity.unit in CAPACITY_UNITS and _YEARLY_OUTPUT.search(front):
            return "capacity"
        if measure == LEVEL and owner[0] != "Park" and quantity.unit in CAPACITY_UNITS and _MADE_SO_MANY.fullmatch(indicator):
            return "production"
        ending = self.index.at_end(indicator) if not _FOR_ONE.match(indicator) else None
        if ending is None or ending[0] not in (OWN_SIZES | {"tax", "exports"} if owner[0] != "Park" else {"capacity"}):
            return indicator
        return ending[0] if measure == GROWTH or KIND.get(quantity.unit, "") in self.index.kinds[ending[0]] else indicator

    # --- ranks

    def _rank(self, clause: Clause) -> Iterator[Figure]:
        """The first rank of a clause."""
        for rank in ranks(self.sentence.text, *clause):
            if any(q.start <= rank.start < q.end for q in self.sentence.quantities):
                continue
            figure = self._ranked(rank, clause)
            if figure is not None:
                dealt = self._dealt_ranks(figure, rank, clause)
                if dealt:
                    yield from dealt
                    return
                for ranked in self._both_ranked(figure):
                    yield from self._to_owners(ranked, "")
                return

    def _both_ranked(self, figure: Figure) -> list[Figure]:
        """The rank of what is ranked, and of its growth if that is told with it: 工业投资总量和增速都居全市第一."""
        both = _SIZE_AND_GROWTH.fullmatch(figure.indicator)
        if both is None:
            return [figure]
        name = both["what"]
        return [replace(figure, indicator=self.index.listed(name) or name), replace(figure, indicator=f"{name}增速")]

    def _dealt_ranks(self, figure: Figure, rank: Rank, clause: Clause) -> list[Figure]:
        """A rank for each of the figures that the clause before told: 分别达8亿吨、900万标箱，居全球第4位、第5位."""
        further = _FURTHER_RANKS.match(self.sentence.text, rank.end, clause[1])
        numbers = [rank.value, *map(parse, re.findall(NUMBER, further.group()))] if further is not None else []
        if len(numbers) < 2 or len(numbers) != len(self._told) or figure.indicator != self._told[-1].indicator:
            return []
        return [replace(figure, indicator=one.indicator, value=value) for one, value in zip(self._told, numbers) if value is not None]

    def _since_number(self, clause: Clause, end: int) -> str:
        """The words between the last number of a clause and a place in it."""
        numbers = [q.end for q in self.sentence.quantities_from(*clause) if q.end <= end]
        return self.sentence.text[numbers[-1] : end] if numbers else "?"

    def _described_by(self, rank: Rank) -> Owner | None:
        """Whom a rank in front of a name describes: 电解液行业排名第一的甲公司."""
        if not self.sentence.text.startswith("的", rank.end):
            return None
        return next(((m.cls, m.text) for m in self.sentence.mentions if m.start == rank.end + 1 and m.cls in SUBJECTS), None)

    def _ranked(self, rank: Rank, clause: Clause) -> Figure | None:
        front = self.sentence.text[clause[0] : rank.start]
        if _IS_ONE_OF_THE.search(front) and self.sentence.text.startswith("的", rank.end):
            return None  # 是唯一进入全球前十的企业: it tells what something is
        phrase = re.sub(r"(?:连续.{1,3}年|继续|保持)$", "", indicator_phrase(front, self.sentence.mentions))
        last = self.last
        if last is not None and last.start == clause[0] and _NO_MORE_THAN_RANKS.fullmatch(self._since_number(clause, rank.start)):
            phrase = ""  # 煤制油年产量突破460万吨、保持全国第一
        behind = self._described_by(rank)
        phrase = _BROUGHT.sub("", phrase) if behind is not None else phrase
        if len(phrase) >= 2 and not (last is not None and _RANKS_LAST.fullmatch(phrase)):
            indicator = self.index.listed(phrase) or phrase[-22:]
            owner = behind or self.subject.of(indicator, clause, rank.start)
        elif behind is not None:
            indicator, owner, last = rank.name, behind, None
        elif last is not None:
            indicator, owner = last.indicator, last.owner
        else:
            indicator, owner = rank.name, self.subject.of("", clause, rank.start)
        if owner is None or not self.index.names_something(indicator) or _EACH_RANKED.search(self.sentence.text, clause[0], rank.end):
            return None
        found = modality(front, self.topic.forward)
        if last is not None and indicator == last.indicator:
            period = last.period
        else:
            period = period_of(self.sentence, self.topic, self.time, found == ACTUAL)
        return Figure(
            owner,
            indicator,
            RANK,
            rank.value,
            "count",
            rank.text,
            "AtMost" if rank.at_most else "Exact",
            period,
            found,
            *clause,
            "figure.rank",
        )
