"""Takes a sentence and its topic, gives its figures: each quantity with owner, indicator, measure, bound, period and modality.

A figure has a shape: [owner] [indicator phrase] [verb] [quantity][、growth][、rank]. The phrase in front of the verb
names the indicator, or the noun behind a count (470宗亿元以上产业项目); growth, share and rank behind a level belong to
the same owner and indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.model import Quantity, TimeSpan
from kg.recognize.numerals import parse
from kg.recognize.times import with_year
from kg.relate.focus import BEHIND, LEAD_IN, Focus, Owner, clause_subject
from kg.relate.topic import Topic
from kg.relate.truth import ACTUAL, PLANNED, TARGET, modality
from kg.relate.view import Sentence
from kg.schema import Schema


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, in clean offsets."""

    owner: Owner
    indicator: str
    measure: str
    value: Decimal
    unit: str
    value_text: str
    bound: str
    period: str | None
    modality: str
    start: int
    end: int
    rule: str
    count_of: str | None = None


_GROWTH = re.compile(
    r"(?P<verb>压缩|削减|增长|增加|上升|提高|提升|上涨|扩大|增幅|增速|增|涨|翻|下降|减少|降低|下跌|回落|缩小|压减|降)(?:率|幅度)?(?:[约近超达为了到在是至]|分别|均|超过|不低于|达到|保持|左右|"
    r"高达)*$"
)
_GROWTH_NOUN = re.compile(r"(?:增速|增幅|增长率|年均增长|涨幅)(?:[^，。；、]{0,6}?)$")
_FALLING = frozenset(("压缩", "削减", "下降", "减少", "降低", "下跌", "回落", "缩小", "压减", "降"))
_LEVEL_VERB = re.compile(
    r"(?:提高到|提升到|提高至|提升至|增加到|增加至|增长到|增长至|上升到|上升至|扩大到|降至|降到|下降到|下降至|增至|达到|攀升至|攀升到|提升为|升至)(?:了|约|近|超过?)*$"
)
_SHARE = re.compile(
    r"占(?P<whole>[^，。；、]{1,20}?)?(?:的)?(?:比重|比例|份额|比|总量)|占比|份额|占(?:全[国省市区]|[^，。；、\d]{2,16})(?:的)?(?:约|近|超)?$"
)
_COMPLETION = re.compile(r"(?:完成|达到|占)?(?:年度|全年|目标)?(?:投资)?(?:任务|计划|目标)(?:任务)?的?(?:超)?$")
_RATE = re.compile(r"(?:率|强度|比|度)(?:[约近超达为了到在是至]|分别|均|超过|提高到|提升到|达到|保持在|稳定在|控制在|下降到)*$")
_VERBS = re.compile(
    r"(?:(?:累计|共|共计|首次|全年|实现|完成|达到|达成|达|为|突破|超过|超|逾|约|近|有|共有|拥有|增长到|增加到|增至|提升到|提升至|提高到|提高至|升至|保持在|稳定在|保持|稳居|分别|均|将|可|"
    r"已|预计|力争|总计|合计|接近|仅|高达|多达|迈过|首度|早日|逆势|冲刺|上升到|上升至|安装|每月|每年|为每月|可达|接连|相继|迈向|登上|一举|提前|稳步|不低于|不少于|不超过|控制在|是|在|从|由|到|"
    r"至|大关|跨越|迈上|跃上|跨入|站上|左右|了|带动|扩大到|新增加|净增|再|又))+$"
)
_FRONT_WORDS = re.compile(
    r"^(?:早日|尽快|争取早日|其中|同时|此外|预计|力争|争取|确保|累计|全年|全市|全省|全区|全县|我市|我省|该区|今年|去年|目前|当前|截至|年末|年底|到|全社会(?=用电量)|[，、：；。\s]|实现|完成|推动|推进|加快|"
    r"组织|通过|努力|其|该项目|项目|公司|企业(?=产值)|并|也|且|使|让|令|以|将|要|共|已|首次|率先|成功|顺利|一季度|上半年|前三季度|年内|当年|和(?=.{4})|及|与|新签|新(?=签))+"
)
_RANK = re.compile(
    r"(?:稳居|位居|居于|居|列|位列|排名|排|名列|跃居|升至|保持|位于|排在|挺进|跻身|进入|"
    r"前移至)(?:[^，。；、\d]{0,14}?)(?:(?P<front>前)(?P<n1>[\d一二三四五六七八九十]+)(?:名|位|强)?|第(?P<n2>[\d一二三四五六七八九十]+)(?:名|位|个)?|"
    r"(?P<first>首位|榜首|第一方阵(?!.)|之首))"
)
_RANK_PLAIN = re.compile(r"(?:全[国省市]|世界|全球|国内|同类[^，。]{0,4}|世界城市)(?P<first>第[一二三四五六七八九十\d]+|首位)")
_PROJECT_SIZES = frozenset(("investment", "landArea", "floorArea", "capacity", "installedPower"))
_OWN_SIZES = _PROJECT_SIZES | {"outputValue", "revenue", "production", "jobs", "集雨面积"}
_CONTINUES = re.compile(
    r"^(?:其|年|总|一期|二期|首期|项目|该项目|公司|该公司|建成|投产|达产|达到|规划|设计|将安装|将建|建有|拥有|现有|选址|占|集雨|预计|可|全部|其中|成为|当年|计划|拟)"
)
_OPENS_ANEW = re.compile(r"^(?:通过|在.{2,12}(?:期间|上|中|方面)|首届|全市|全省|同时|此外|以|.{2,8}期间)")
_COMPANY_WORDS, _PROJECT_WORDS = re.compile(r"(?:企业|公司|厂商|市场主体|经营主体)"), re.compile(r"项目")
_COUNT_NOUN = re.compile(r"^(?:[^，。；！？：、\d“”（）]{1,24}(?:“[^”]{1,12}”[^，。；、\d]{0,8})?)")
_THRESHOLD = re.compile(
    r"^(?:人民币)?(?:（[^）]{0,16}）)?(?:以上|及以上|以下)?的?(?:[^，。；、\d]{0,10}?)(?:企业|项目|园区|产业|集群|公司|工程|平台)"
)
_BELONGS = re.compile(r"^(?:的|以上的)")
_PER = re.compile(r"(?:每|平均每|户均|人均(?=收费)|最高|单个|给予|最高可获)$")
_HOLDS_STEADY = re.compile(r"(?:继续|稳定|持续|平稳)*(?:保持|实现|呈现)[^，。；、]{0,6}增长[^、]*$|增长[^、]*$|(?:稳步|持续|不断)[^、]*$")
_HOLDINGS = re.compile(r"持股|持有|股权|占股")
_TIME_TAKEN = re.compile(r"(?:周期|工期|建设期|建设时间|时长|用时|时间)[^，。；\d]{0,6}$")
_PLANNED_SIZE = re.compile(r"规划|设计|建成后|投产后|达产后|可容纳|全部建成|计划")
_DURATION = re.compile(r"连续$")


def figures(sentence: Sentence, topic: Topic, focus: Focus, index: IndicatorIndex) -> Iterator[Figure]:
    """The figures of a sentence; moves the focus on.

    :param focus: what the text spoke of before
    :param index: the ontology's indicators by their phrases
    """
    state = _State(sentence, topic, focus, index)
    focus.enter(sentence)
    if focus.before_semicolon and not sentence.opens_block:
        state.last, state.subject = focus.before_semicolon
    for clause in sentence.clauses:
        yield from state.clause(*clause)
    focus.leave(sentence, state.subject)
    focus.before_semicolon = (state.last, None) if sentence.words.endswith(("；", ";")) and state.last is not None else None


def _dealt(lead: str) -> list[str]:
    """The members of a list of indicators, each with the noun that they share.

    >>> _dealt("化工、玩具产值"), _dealt("制造业中长期贷款、普惠小微贷款")
    (['化工产值', '玩具产值'], ['制造业中长期贷款', '普惠小微贷款'])
    """
    phrase = _FRONT_WORDS.sub("", re.split(r"[，：；。]", lead)[-1].strip("、"))
    members = [m for m in re.split(r"、|和(?=[^，。；]{2,})", _VERBS.sub("", phrase)) if m]
    if len(members) < 2 or any(len(m) > 16 for m in members):
        return []
    cut = _member_length(members[-2], members[-1])
    shared = members[-1][cut:] if cut <= 5 else ""
    return [*(m if len(m) > 5 or m.endswith(shared) else m + shared for m in members[:-1]), members[-1]]


def _member_length(before: str, last: str) -> int:
    """How much of a list's last member is the member, before the noun that all share: as far as it ends like the one before it."""
    for size in (3, 2, 1):
        at = last.find(before[-size:])
        if at > 0 and len(before) > size:
            return at + size
    return len(before)


class IndicatorIndex:
    """The ontology's indicators, found by the phrase that texts use."""

    def __init__(self, schema: Schema):
        self._by_label: dict[str, str] = {}
        self.kinds: dict[str, tuple[str, ...]] = {}
        self.label: dict[str, str] = {i.id: i.label_zh for i in schema.indicators.values()}
        for indicator in schema.indicators.values():
            self.kinds[indicator.id] = indicator.quantity_kinds
            for label in indicator.labels:
                self._by_label.setdefault(label, indicator.id)
        self._longest = max(map(len, self._by_label))

    def exact(self, phrase: str) -> str | None:
        """The indicator that a phrase names, with nothing more in it."""
        return self._by_label.get(phrase)

    def at_end(self, phrase: str) -> tuple[str, str] | None:
        """The indicator whose label a phrase ends with, and what stands in front of the label; the longest label wins."""
        for size in range(min(self._longest, len(phrase)), 1, -1):
            found = self._by_label.get(phrase[-size:])
            if found is not None:
                return found, phrase[:-size]
        return None


_KIND = {
    "CNY": "money",
    "USD": "money",
    "HKD": "money",
    "EUR": "money",
    "m2": "area",
    "W": "power",
    "Wh": "energy",
    "t": "mass",
    "kg": "mass",
    "count": "count",
    "person": "person",
    "percent": "percent",
    "percentagePoint": "percent",
    "m": "length",
    "m3": "volume",
}
_GENERIC_FRONT = re.compile(
    r"^(?:[省市区县]?重[点大]项目|成为|首家|首个|唯一|引进了?|签约|落户|新签|开工|竣工|动工|全年|累计|预计|全市|全省|全区|全县|全社会|规上|规模以上|地方|各项|本外币|年末|总|新增|实际|外贸|当年|年|每年|一期|二期|"
    r"首期|项目|计划|规划|设计|建成后|投产后|达产后|预期|其|公司|我市|我省|我区|该区|城乡|城镇|农村|全体|常住|区域|辖区|园区|地区|完成|实现|的|工业)*$"
)


class _State:
    """What a sentence's clauses inherit from those before: the subject and the last figure."""

    def __init__(self, sentence: Sentence, topic: Topic, focus: Focus, index: IndicatorIndex):
        self.sentence, self.topic, self.focus, self.index = sentence, topic, focus, index
        self.subject: Owner | None = None
        self.subject_start = -1
        self.subject_clause = (-1, -1)
        self.subject_opens = False  # whether the subject opened its sentence
        self.last: Figure | None = None
        self.dealt: list[str] = []  # indicators that a list with 分别 still has to deal out
        self.time: TimeSpan | None = None

    def clause(self, start: int, end: int) -> Iterator[Figure]:
        sentence = self.sentence
        for span in sentence.times:
            if start <= span.start < end:
                self.time = span
        if self.sentence.text.startswith(("；", ";"), start):
            self.subject = None
        self._set_subject(start, end)
        quantities = [q for q in sentence.quantities if start <= q.start < end]
        at = start
        for i, quantity in enumerate(quantities):
            figure = self._figure(quantity, at, start, end, quantities[i + 1] if i + 1 < len(quantities) else None)
            if figure is not None:
                figure = self._deal(figure, self.sentence.text[at : quantity.start], len(quantities) - i)
                yield figure
                self.last = figure
            at = quantity.end
        yield from self._ranks(start, end)

    def _deal(self, figure: Figure, lead: str, left: int) -> Figure:
        """Deal the members of a list out to its figures: 化工、玩具产值分别超过700、500亿元."""
        if "分别" in lead:
            members = _dealt(lead.split("分别")[0])
            self.dealt = members if 1 < len(members) <= left else []
        elif not re.fullmatch(r"[、和与及]", lead):
            self.dealt = []
        if not self.dealt:
            return figure
        member = self.dealt.pop(0)
        if figure.indicator in ("companies", "projects"):
            return figure
        return replace(figure, indicator=self._listed(member, _KIND.get(figure.unit, "") if figure.measure == "Level" else "") or member)

    # --- owner

    def _set_subject(self, start: int, end: int) -> None:
        """A name at the front of a clause is its subject, or what a pronoun there stands for; what follows speaks of it."""
        mention = clause_subject(self.sentence, start, end, LEAD_IN, BEHIND)
        owner = (mention.cls, mention.text) if mention is not None else self.focus.pronoun(self.sentence.text[start:end])
        if owner is not None:
            self.subject, self.subject_clause = owner, (start, end)
            self.subject_start = mention.start if mention is not None else start
            self.subject_opens = start == self.sentence.start

    def _owner(self, phrase: str, indicator: str, clause: tuple[int, int], quantity: Quantity) -> Owner | None:
        behind = self._project_behind(quantity, clause)
        if behind is not None and indicator == "investment":
            return behind
        if self.subject is not None and self.subject_start < quantity.start:
            if clause == self.subject_clause or self._persists(self.subject, indicator, phrase, clause):
                return self.subject
        return self.focus.default(self.topic.place)

    def _persists(self, subject: Owner, indicator: str, phrase: str, clause: tuple[int, int]) -> bool:
        """Whether a subject still holds in a later clause of its sentence: in a place's own text companies and projects for
        sizes and results of their own, places until an adverbial opens something new; in news any subject."""
        text = self.sentence.text[clause[0] : clause[1]]
        if not self.focus.own_text:
            return not _OPENS_ANEW.match(text)
        if subject[0] in ("Company", "Project"):
            return indicator in _OWN_SIZES or bool(_CONTINUES.match(text))
        return not _OPENS_ANEW.match(text)

    def _project_behind(self, quantity: Quantity, clause: tuple[int, int]) -> Owner | None:
        """总投资11亿元的小鹏智能驾驶项目, 投资60亿元的…: the project behind owns its size."""
        text = self.sentence.text
        if not re.match(r"[的、]?(?:的)?", text[quantity.end : quantity.end + 1]):
            return None
        for mention in self.sentence.mentions:
            if mention.start in (quantity.end, quantity.end + 1) and mention.cls in ("Project", "Company", "Park"):
                between = text[quantity.end : mention.start]
                if between == "的":
                    return mention.cls, mention.text
        return None

    # --- one figure

    def _figure(self, quantity: Quantity, at: int, start: int, end: int, following: Quantity | None) -> Figure | None:
        text = self.sentence.text
        lead = text[at : quantity.start]
        tail = text[quantity.end : end]
        front = text[start : quantity.start]
        if _PER.search(lead) or _DURATION.search(lead):
            return None
        if quantity.unit in ("day", "month") and not _TIME_TAKEN.search(lead) and not re.search(r"天数[^，。；\d]{0,8}$", lead):
            return None
        if self._is_threshold(quantity, tail) or _HOLDINGS.search(lead):
            return None
        if quantity.unit in ("percent", "percentagePoint"):
            return self._percentage(quantity, lead, front, (start, end), at)
        if re.fullmatch(r"[和与及、]", lead) and self.last is not None and self.last.unit == quantity.unit and self.last.measure == "Level":
            bound = quantity.bound if quantity.bound != "Exact" else self.last.bound
            if quantity.unit not in ("count", "person") or not _COUNT_NOUN.match(tail):
                return self._make(replace(quantity, bound=bound), self.last.indicator, "Level", "", front, (start, end), self.last.owner)
        phrase = self._phrase(lead)
        if quantity.unit in ("CNY", "USD", "HKD", "EUR") and (len(phrase) < 2 or phrase.endswith("投资")):
            behind = self._project_behind(quantity, (start, end))
            if behind is not None:
                return self._make(quantity, "investment", "Level", phrase, front, (start, end), behind)
        if quantity.unit in ("count", "person"):
            indicator = self._counted(quantity, phrase, tail)
        else:
            indicator = self._measured(quantity, phrase, tail)
        if indicator is None:
            return None
        return self._make(quantity, indicator, "Level", phrase, front, (start, end))

    def _is_threshold(self, quantity: Quantity, tail: str) -> bool:
        """亿元以上项目, 50亿元以上制造业项目: a class of things, not a figure."""
        if quantity.unit not in ("CNY", "USD"):
            return False
        if re.search(r"(?:过|超|超过)$", self.sentence.text[max(0, quantity.start - 2) : quantity.start]) and re.match(
            r"的?(?:企业|项目|园区|产业|集群|公司)", tail
        ):
            return True
        if quantity.text.endswith(("以上", "以下")) and _THRESHOLD.match(tail):
            return True
        return bool(re.match(r"(?:人民币)?（[^）]{2,16}）以上|[（(]或", tail)) or tail.startswith("）以上")

    def _phrase(self, lead: str) -> str:
        """The indicator phrase in front of a quantity: without verbs behind it and time, place and adverbs in front."""
        phrase = re.split(r"[，：；。、]", lead)[-1] if re.search(r"[，：；。]", lead) else lead
        phrase = phrase.strip("、 ")
        if "、" in phrase and not _VERBS.sub("", phrase.rsplit("、", 1)[-1]):
            phrase = _HOLDS_STEADY.sub("", phrase.rsplit("、", 1)[0])  # 工业总产值保持两位数增长、达到…
        if "、" in phrase:
            phrase = self._list_phrase(phrase)
        phrase = _VERBS.sub("", phrase)
        for mention in reversed(self.sentence.mentions):
            if mention.cls in ("Company", "Project", "Park", "District", "Organization") and phrase.startswith(mention.text):
                phrase = phrase[len(mention.text) :]
        phrase = re.sub(r"^(?:(?:19|20)\d\d年|\d+[—\-–~至]\d+月|[\d]+月|年末|年底|年)?", "", phrase)
        phrase = _FRONT_WORDS.sub("", phrase) or phrase
        return _VERBS.sub("", phrase).strip("的了“”（）()")

    @staticmethod
    def _list_phrase(phrase: str) -> str:
        """Of 化工、玩具产值 the last member with its measure; a list of names in front of an indicator stays one phrase."""
        return phrase.rsplit("、", 1)[-1]

    def _measured(self, quantity: Quantity, phrase: str, tail: str) -> str | None:
        """The indicator of money, area, power, mass …"""
        kind = _KIND.get(quantity.unit, "")
        found = self._listed(phrase, kind)
        if found:
            return found
        if len(phrase) >= 2:
            return phrase[-22:]
        noun = re.match(r"(?:的)?([^，。；、\d“”（）]{2,12})", tail)
        if noun and kind in ("area", "length", "mass", "money"):
            named = self._listed(noun.group(1), kind)
            return named or noun.group(1)
        if self.last is not None and self.last.unit == quantity.unit:
            return self.last.indicator
        return None

    def _listed(self, phrase: str, kind: str) -> str | None:
        exact = self.index.exact(phrase)
        if exact and (not kind or not self.index.kinds[exact] or kind in self.index.kinds[exact]):
            return exact
        found = self.index.at_end(phrase)
        if (
            found
            and _GENERIC_FRONT.match(found[1])
            and (len(phrase) - len(found[1]) > 2 or not found[1] or "总" in found[1])
            and (not kind or kind in self.index.kinds[found[0]])
        ):
            return found[0]
        return None

    def _counted(self, quantity: Quantity, phrase: str, tail: str) -> str | None:
        """What a count counts: the noun behind it (470宗…项目), else the phrase in front (新增…企业2041家)."""
        noun = _COUNT_NOUN.match(re.sub(r"^([省市区县])、([省市区县])", r"\1\2", tail))
        behind = noun.group().strip("的") if noun and not re.match(r"[和及与，]", tail) else ""
        behind = (
            re.split(r"(?:实施|入选|进入|建成|开工|投产|获批|获评|实现|完成|达|，|签约|落地|通过|和|与|上榜|列|创|增|同比|占)", behind)[0]
            if behind
            else ""
        )
        for words in (behind, phrase):
            if quantity.unit == "count" and quantity.counted in ("家", "户", "个", "家次", "万家"):
                if words and _COMPANY_WORDS.search(words[-6:]):
                    return "companies"
            if (
                words
                and quantity.unit == "count"
                and quantity.counted in ("个", "项", "宗", "批", "家")
                and _PROJECT_WORDS.search(words[-4:])
            ):
                return "projects"
        if len(behind) >= 2:
            return behind[-20:]
        if len(phrase) >= 2:
            return phrase[-20:]
        if self.last is not None and self.last.unit == quantity.unit and not phrase:
            return self.last.indicator
        return phrase or None

    def _percentage(self, quantity: Quantity, lead: str, front: str, clause: tuple[int, int], at: int) -> Figure | None:
        bare = re.sub(r"[（(][^）)]*$", "", lead)
        if re.fullmatch(r"[和与及、]", bare) and self.last is not None and self.last.unit == quantity.unit:
            bound = quantity.bound if quantity.bound != "Exact" else self.last.bound
            return self._make(replace(quantity, bound=bound), self.last.indicator, self.last.measure, "", front, clause, self.last.owner)
        growth = _GROWTH.search(bare)
        level = _LEVEL_VERB.search(bare)
        if quantity.unit == "percentagePoint":
            if not growth:
                return None
            return self._growth(quantity, growth, bare, front, clause)
        if growth and not level and not re.search(r"(?:^|[^增])(?:提高|提升|增加|上升|下降|降低)到$", bare):
            return self._growth(quantity, growth, bare, front, clause)
        if _GROWTH_NOUN.search(bare):
            return self._growth(quantity, None, bare, front, clause)
        if _COMPLETION.search(bare) or re.search(r"(?:年度|全年)[^，。]{0,6}(?:任务|计划|目标)的?(?:约|近|超)?$", bare):
            indicator = self.last.indicator if self.last is not None else "年度任务完成率"
            owner = self._last_owner(clause)
            return self._make(quantity, indicator, "Share", "", front, clause, owner)
        share = _SHARE.search(bare)
        phrase = self._phrase(lead)
        if share:
            indicator = _VERBS.sub("", re.sub(r"^[、，]+", "", bare)).strip("的、， ")
            indicator = _FRONT_WORDS.sub("", indicator)
            if bare.lstrip("、， ").startswith(("占", "其中")) and self.last is not None and len(indicator) < 12:
                named = self.index.exact(indicator) or self._share_of_last(indicator)
                return self._make(quantity, named, "Share", "", front, clause, self._last_owner(clause))
            return self._make(quantity, (self.index.exact(indicator) or indicator)[-30:] or "占比", "Share", phrase, front, clause)
        if not phrase and self.last is not None and self.last.unit == "percent" and self.last.measure != "Rank":
            return self._make(quantity, self.last.indicator, self.last.measure, "", front, clause, self.last.owner)
        if len(phrase) < 2:
            return None
        return self._make(quantity, self._listed(phrase, "percent") or phrase[-22:], "Level", phrase, front, clause)

    def _share_of_last(self, phrase: str) -> str:
        """The name of a share that belongs to the figure before it: 货物进出口总额占全省比重."""
        if "研发" in self.last.indicator and re.search(r"占(?:地区)?生产总值|占GDP", phrase):
            return "rdIntensity"
        name = self.index.label.get(self.last.indicator, self.last.indicator)
        return f"{name}{phrase if phrase.startswith('占') else '占比'}"

    def _growth(self, quantity: Quantity, verb: re.Match | None, bare: str, front: str, clause: tuple[int, int]) -> Figure | None:
        head = bare[: verb.start()] if verb else _GROWTH_NOUN.sub("", bare)
        head = re.sub(
            r"(?:同比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?|可比|年均|分别|环比|平均|较.{2,8}?|比.{2,8}?|名义|均|实际(?!使用|利用)|增速|销售(?=$))*$",
            "",
            head,
        )
        phrase = self._phrase(head)
        falling = verb is not None and verb["verb"] in _FALLING
        if len(phrase) < 2 or re.fullmatch(r"(?:同比|可比|增速|总|年均|其)+", phrase):
            if self.last is None or self.last.measure == "Rank":
                return None
            owner, indicator = self.last.owner, self.last.indicator
        else:
            owner, indicator = None, self._listed(phrase, "") or phrase[-24:]
        figure = self._make(quantity, indicator, "Growth", phrase, front, clause, owner, falling)
        if figure is not None and owner is not None:
            figure = replace(figure, period=self.last.period)
            if figure.modality == ACTUAL and self.last.modality not in (ACTUAL, PLANNED):
                figure = replace(figure, modality=self.last.modality)
        return figure

    def _last_owner(self, clause: tuple[int, int]) -> Owner | None:
        return self.last.owner if self.last is not None else None

    def _make(
        self,
        quantity: Quantity,
        indicator: str,
        measure: str,
        phrase: str,
        front: str,
        clause: tuple[int, int],
        owner: Owner | None = None,
        negative: bool = False,
    ) -> Figure | None:
        owner = owner or self._owner(phrase, indicator, clause, quantity)
        if owner is None:
            return None
        if owner[0] in ("Project", "Company") and measure in ("Level", "Growth") and indicator not in self.index.kinds:
            ending = self.index.at_end(indicator)
            if (
                ending
                and ending[0] in _OWN_SIZES | {"tax", "exports"}
                and (measure == "Growth" or _KIND.get(quantity.unit, "") in self.index.kinds[ending[0]])
            ):
                indicator = ending[0]  # 整车年产能 of a plant is its capacity
        truth, period = self._truth(indicator, owner, front, measure, quantity.unit)
        value = -quantity.value if negative else quantity.value
        return Figure(
            owner,
            indicator,
            measure,
            value,
            quantity.unit,
            quantity.text,
            quantity.bound,
            period,
            truth,
            clause[0],
            max(clause[1], quantity.end),
            f"figure.{measure.lower()}",
            quantity.counted if quantity.unit == "count" else None,
        )

    def _truth(self, indicator: str, owner: Owner, front: str, measure: str, quantity_unit: str) -> tuple[str, str | None]:
        truth = modality(front, self.topic.forward)
        sized = (
            owner[0] == "Project"
            and indicator in _PROJECT_SIZES
            and not re.search(r"已|现有|目前", front)
            or re.search(r"设计|规划|计划", front[-12:])
            and owner[0] == "Project"
        )
        if (
            indicator == "investment"
            and measure == "Level"
            and not re.search(r"完成投资|已投|累计(?:完成)?投资|实际投资|完成$|固定资产", front)
        ):
            sized = sized or bool(re.search(r"总投资|计划|协议|签约", front)) or owner[0] == "Project"
        if (
            owner[0] in ("Project", "Park")
            and owner != self.topic.place
            and measure in ("Level", "Share")
            and _PLANNED_SIZE.search(front)
            and truth == ACTUAL
        ):
            sized = True
        if (
            owner[0] == "Project"
            and quantity_unit in ("W", "Wh", "m2", "month")
            and measure == "Level"
            and truth == ACTUAL
            and not re.search(r"已|现有|累计|并网|投产后实际", front)
        ):
            sized = True
        if re.search(r"(?:从|由)(?:20\d\d年的?)?$", front):
            sized, truth = False, ACTUAL
        if sized and truth == ACTUAL or sized and self.topic.forward:
            truth = PLANNED
        period = self._period(truth)
        if truth == ACTUAL and period and self.topic.issued and period[:4].isdigit() and int(period[:4]) > self.topic.issued:
            truth = TARGET  # what is said of a year to come is aimed at
        if truth == PLANNED and (owner[0] == "Project" or owner[0] == "Park" and owner != self.topic.place and self.time is None):
            period = None
        return truth, period

    def _period(self, truth: str) -> str | None:
        if self.time is not None:
            return with_year(self.time, self.topic.date_year)
        if self.topic.period is not None:
            return self.topic.period
        return str(self.topic.year) if self.topic.year is not None else None

    # --- ranks

    def _ranks(self, start: int, end: int) -> Iterator[Figure]:
        text = self.sentence.text
        for match in [*_RANK.finditer(text, start, end), *_RANK_PLAIN.finditer(text, start, end)]:
            if any(q.start <= match.start() < q.end for q in self.sentence.quantities):
                continue
            groups = match.groupdict()
            number = groups.get("n1") or groups.get("n2")
            first = groups.get("first")
            if number is None:
                number = "1" if first in ("首位", "榜首", "之首") else (first or "").lstrip("第")
            value = parse(number)
            if value is None:
                continue
            phrase = self._phrase(text[start : match.start()])
            phrase = re.sub(r"(?:连续.{1,3}年|继续|保持)$", "", phrase)
            if len(phrase) >= 2 and not re.fullmatch(r"连续.*", phrase):
                indicator = self._listed(phrase, "") or phrase[-22:]
                owner = self._owner(
                    phrase, indicator, (start, end), Quantity(match.start(), match.end(), match.group(), value, "count", "Exact")
                )
            elif self.last is not None:
                indicator, owner = self.last.indicator, self.last.owner
            else:
                indicator, owner = re.sub(r"第.*|首位|前.*|^(?:居|位居|列)", "", match.group()) + "排名", self._owner(
                    "", "", (start, end), Quantity(match.start(), match.end(), "", value, "count", "Exact")
                )
            if owner is None:
                continue
            truth = modality(text[start : match.start()], self.topic.forward)
            period = self.last.period if self.last is not None and indicator == self.last.indicator else self._period(truth)
            yield Figure(
                owner,
                indicator,
                "Rank",
                value,
                "count",
                match.group(),
                "AtMost" if groups.get("front") else "Exact",
                period,
                truth,
                start,
                end,
                "figure.rank",
            )
            return
