"""Takes the phrase around a number, gives the indicator: one of the ontology's if the phrase names it, else the phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Quantity
from kg.relate.figures.phrase import without_marks
from kg.relate.lexicon import any_of
from kg.schema import Schema

# unit -> kind of quantity, as the ontology's indicators name it
KIND = {
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
MONEY = frozenset(unit for unit, kind in KIND.items() if kind == "money")
PERCENT = frozenset(unit for unit, kind in KIND.items() if kind == "percent")
# what is said of a project as it will be, and what a company or project is said to have or make
PROJECT_SIZES = frozenset(("investment", "landArea", "floorArea", "capacity", "installedPower"))
OWN_SIZES = PROJECT_SIZES | {"outputValue", "revenue", "production", "jobs", "集雨面积"}

_GENERIC_FRONT = re.compile("^" + any_of("figures", "generic-fronts") + "*$")
_GENERIC_SHORT_FRONT = re.compile("^" + any_of("figures", "generic-short-fronts") + "*$")
_WHOLE_BEHIND = re.compile(any_of("figures", "whole-behind") + "$")
_WHOLE_IN_FRONT = re.compile(any_of("figures", "whole-behind"))
_OF_A_PART = re.compile(any_of("figures", "of-a-part"))
_COMPANIES = re.compile(any_of("figures", "company-nouns") + r"(?![^，。]*(?:园|区|平台|基地|中心|总部|联盟|楼宇|服务站)$)")
_DEEDS = re.compile(any_of("figures", "deeds") + "+")
_DID = re.compile(any_of("figures", "deeds") + "+(?=[，。；、]|$)")
_PROJECTS = re.compile(any_of("figures", "project-nouns"))
_CLASS_OF_PROJECTS = re.compile("(?:其中)?.{2,10}(?<![种分品门各水鱼肉蛋])类(?:共有|共|有)?")
_COUNTS_COMPANIES = frozenset(("家", "户", "个", "家次", "万家"))
_COUNTS_ONLY_COMPANIES = frozenset(("家", "户"))
_OF_COMPANIES = re.compile("[^、]{0,20}?" + any_of("figures", "company-nouns") + any_of("figures", "behind-companies"))
_COUNTS_PROJECTS = frozenset(("个", "项", "宗", "批", "家"))
_COUNT_NOUN = re.compile(r"^(?:“[^“”]{2,16}”(?=[，。；、]|$)|(?:“[^“”]{1,12}”(?=[^，。；、\d]))?[^，。；！？：、\d“”（）]{1,24}(?:“[^”]{1,12}”[^，。；、\d]{0,8})?)")
_LEAST = r"(?:[^，。；、\d]{0,4}(?:投资额?|收入|产值|营收|税收|销售额))?(?:超过?|过)?[\d.]*[十百千万亿]*元?(?:以上|级)?"
_SIZE_OF_EACH = re.compile(
    rf"^{_LEAST}(?:(?:或|和|且)者?{_LEAST})?的?(?=[^，。；、\d]{{0,10}}(?:项目|企业|工程))"
)  # 310个超10亿元项目, 20个投资超过50亿元或产值超过30亿元的项目
_GRADE_OF_EACH = re.compile(r"^[\d.]+[万千百]*(?:吨|千瓦|兆瓦|千伏)级(?:以上)?的?")  # 3个20万吨级集装箱泊位
_REBUILT = re.compile(r"的?[^，。；、\d“”（）]{2,14}(?:改造|并网|升级)")  # 完成500万千瓦机组节能改造
# what 12 projects do is no part of their noun: 12个产业项目顺利推进
_ONE_PROJECT = re.compile("[^的]{0,14}?项目(?!库|资金|用地|清单|手续|审批|问题|部|经理|单位|数|历史|贷款|合同|协议|融资|企业|中心|投资|产值)")
_PAIR_OF = re.compile(r"[^的和]{1,8}[和与][^的和]{1,8}的(?P<head>[^的和]{2,8})")  # 41件个人和企业反映的事项
_GRANTED = re.compile(r"(?:纳入|享受|享有|实现|脱)[^，。；、\d“”（）]{1,10}")
_SETTLEMENTS = frozenset("村镇乡县区市")
_COUNT_NOUN_END = re.compile(any_of("figures", "count-noun-ends"))
_NOUN_BEHIND = re.compile(rf"(?:的)?(?!{any_of('figures', 'reaching')}|跃升|{any_of('figures', 'no-nouns-behind')}(?:[，。；、]|$))([^\s，。；、\d“”（）]{{2,12}})")


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
        return next(self._ends(phrase), None)

    def names_something(self, indicator: str, of_a_place: bool = True) -> bool:
        """Whether an indicator is one of the ontology's, or a phrase that can name what is measured: 工业投资, not 在原有基础上拓园.

        :param of_a_place: whether it is of a place, which does not have the size of what is built in it
        """
        if indicator in self.kinds:
            return True
        if of_a_place and _OF_SOMETHING_UNNAMED.match(indicator) is not None:
            return False
        return _NO_NAME.match(indicator) is None or self.at_end(indicator) is not None

    def _ends(self, phrase: str) -> Iterator[tuple[str, str]]:
        """The indicators whose labels a phrase ends with, and what stands in front of each; the longest label first."""
        for size in range(min(self._longest, len(phrase)), 1, -1):
            found = self._by_label.get(phrase[-size:])
            if found is not None:
                yield found, phrase[:-size]

    def listed(self, phrase: str, kind: str = "") -> str | None:
        """The indicator that a phrase names, with no more in front of it than leaves it the same.

        :param kind: of quantity that it must be measured in, if not empty
        """
        exact = self.exact(phrase)
        if exact and (not kind or not self.kinds[exact] or kind in self.kinds[exact]):
            return exact
        longest = None
        for indicator, front in self._ends(phrase):
            longest = longest or indicator
            if indicator != longest or kind and kind not in self.kinds[indicator]:
                return None
            label = phrase[len(front) :]
            if (_WHOLE_BEHIND.search(front) or _WHOLE_IN_FRONT.match(label)) and not _OF_A_PART.search(front):
                return indicator  # 规上工业企业累计完成产值
            if _GENERIC_FRONT.match(front) and (len(label) > 2 or "总" in front or _GENERIC_SHORT_FRONT.match(front)):
                return indicator
        return None

    def measured(self, quantity: Quantity, phrase: str, tail: str, before: tuple[str, str] | None) -> str | None:
        """The indicator of money, area, power, mass …

        :param phrase: in front of the quantity
        :param tail: the clause's words behind it
        :param before: unit and indicator of the figure before it in the sentence
        """
        kind = KIND.get(quantity.unit, "")
        found = self.listed(phrase, kind)
        if found:
            return found
        if kind == "money" and (_PAYS.fullmatch(phrase) or _ONLY_PROJECTS.fullmatch(phrase)):
            return "investment"  # 拟投175亿元; 41个项目428亿元
        if kind == "power" and _SIZE_OF_POWER.fullmatch(phrase):
            return "installedPower"
        if phrase.endswith("以") or kind == "money" and _BOUGHT.match(tail):
            return None  # 以8.65亿元竞得…: a price, of nothing that measures who pays it
        bare = _BARE_VERB.fullmatch(phrase) is not None  # 安排10亿元技改专项资金: what stands behind names it
        done = _DONE_TO.fullmatch(phrase) is not None and _THING_BEHIND.match(tail) is not None  # 设立50亿元创投基金
        if len(phrase) >= 2 and not bare and not done:
            return phrase[-22:]
        noun = _NOUN_BEHIND.match(tail)
        if noun and (done or kind in ("area", "length", "mass", "money") or kind == "power" and _REBUILT.match(tail)):
            called = _COUNT_NOUN_END.split(noun.group(1))[0] or noun.group(1)
            return self.listed(called, kind) or called
        if before is not None and before[0] == quantity.unit and not bare:
            return before[1]
        return None

    def counted(self, quantity: Quantity, phrase: str, tail: str, before: tuple[str, str] | None, companies_before: bool = False) -> str | None:
        """What a count counts: the noun behind it (470宗…项目), else the phrase in front (新增…企业2041家).

        :param companies_before: whether the sentence spoke of companies before
        """
        noun = count_noun(_GRADE_OF_EACH.sub("", _SIZE_OF_EACH.sub("", re.sub(r"^([省市区县])、([省市区县])", r"\1\2", tail))))
        behind = noun.group().strip("的") if noun and not re.match(r"[和及与，]", tail) else ""
        project = _ONE_PROJECT.match(behind)
        behind = project.group() if project is not None else behind
        pair = _PAIR_OF.fullmatch(behind)
        behind = pair["head"] if pair is not None else behind
        if quantity.counted in _COUNTS_ONLY_COMPANIES and _OF_COMPANIES.match(behind):
            return "companies"  # 600户甲材料加工和贸易企业落户
        behind = _COUNT_NOUN_END.split(without_marks(behind))[0] if behind else ""
        for words in (behind, _MAKES_UP.sub("", phrase)):
            if not words or quantity.unit != "count":
                continue
            if quantity.counted in _COUNTS_COMPANIES and _COMPANIES.search(words[-6:]) and not words.endswith("项目"):
                return "companies"
            if quantity.counted in _COUNTS_PROJECTS and _PROJECTS.search(words[-4:]):
                return "projects"
        if quantity.counted in _COUNTS_PROJECTS and not behind and _CLASS_OF_PROJECTS.fullmatch(phrase):
            return "projects"  # 基础设施类3个
        if quantity.unit == "person" and not behind and len(phrase) < 2 and (granted := _GRANTED.match(tail)) is not None:
            return granted.group()  # 18万人纳入城乡低保
        if quantity.counted in _COUNTS_ONLY_COMPANIES and not behind and not phrase and companies_before:
            return "companies"  # 全球20强企业中，有9家落户
        if before == ("count", "projects") and quantity.counted in _COUNTS_PROJECTS:
            if (not behind or _DID.match(tail)) and (phrase in ("", "其中") and _DID.match(tail) or _DEEDS.fullmatch(phrase)):
                return "projects"  # 签约项目15个，开工7个; 共31个项目，其中16个开工、15个竣工
        if not behind and before is not None and before[0] == quantity.unit and _MAKES_UP.fullmatch(phrase):
            return before[1]  # 全省143个，绵阳占13个
        if _POSTS.fullmatch(behind):
            return "jobs"
        if len(behind) >= 2:
            return behind[-20:]
        if len(phrase) >= 2:
            return phrase[-20:]
        if behind in _SETTLEMENTS:
            return behind  # 10个村获评…
        if before is not None and before[0] == quantity.unit and not phrase and not behind:
            return before[1]
        return phrase or None


_POSTS = re.compile("(?:新|就业|工作|用工)+岗位")
_BOUGHT = re.compile("(?:的价格|总价)?(?:成功)?(?:收购|竞得|竞买|受让|摘得|摘牌|拍得|拍下|买下|购得|购买|中标|拿下)")
_PAYS = re.compile("(?:拟|计划|将|预计|再|共|累计|已)+投入?")
_ONLY_PROJECTS = re.compile("(?:签约|开工|竣工|投产)?(?:重[大点]|产业|优质)*项目|引来|引资|揽金|吸金|揽资")
_MAKES_UP = re.compile(r"(?:（[^）]*）)?(?:[就也]?占了?|[就也]有)$")  # 亿元以上项目（不含…）就占了14个
# what begins so is told, but is no name of what is measured: 在原有基础上拓园, 较去年同期提高; unless it ends in one: 较去年新增投资
_NO_NAME = re.compile(any_of("figures", "no-names") + r"|除|较(?!大)|比(?:上年|去年|\d)|将(?!军)|[使让被]|.{0,8}(?:基础上|将在|将[新再])")
_OF_SOMETHING_UNNAMED = re.compile(".{0,8}[建打造设]一[个座条]")  # 建设一个总投资
_BARE_VERB = re.compile("(?:首期|共|已)?(?:安排|迎来|收获|揽获)")
# what is done to so much of what is named behind
_DONE_TO = re.compile(any_of("figures", "done-to-so-much-fronts") + "*" + any_of("figures", "done-to-so-much"))
_THING_BEHIND = re.compile(r"(?![以的用支对在为和与等左]|投资|建设|规模)[^\s，。；、\d“”（）]{2,12}(?=[，。；、]|$)")
_SIZE_OF_POWER = re.compile("(?:总|建设|装机|总装机|规划|发电)规模")
_POWER_STATION = re.compile(any_of("figures", "power-stations"))
_MADE_THINGS = re.compile(any_of("figures", "made-things"))
CAPACITY_UNITS = frozenset(("t", "Wh", "W", "count", "m2", "m3", "m"))


def size_in_name(quantity: Quantity, name: str) -> str | None:
    """What a quantity in a project's name measures: the power of a power station, else what it makes in a year."""
    if quantity.unit == "W" and _POWER_STATION.search(name) and not _MADE_THINGS.search(name):
        return "installedPower"
    if quantity.unit == "count" and (quantity.counted not in _MADE_IN_COUNTS or f"{quantity.text}机组" in name):
        return None
    if quantity.unit in ("m2", "m3", "m") and "年产" not in name:
        return None
    return "capacity" if quantity.unit in CAPACITY_UNITS else None


_MADE_IN_COUNTS = frozenset(("台", "辆", "套", "台套", "片", "件", "支", "只", "颗", "部", "架", "艘"))


def count_noun(tail: str) -> re.Match[str] | None:
    """The noun behind a count."""
    return _COUNT_NOUN.match(tail)
