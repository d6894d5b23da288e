"""Takes the words in front of a percentage, gives what it is: growth, a share, how far a plan is carried out, or a rate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.relate.figures.phrase import without_front, without_verbs
from kg.relate.lexicon import any_of, words

_FALLING = words("figures", "falling")
_GROWTH = re.compile(f"(?P<verb>{any_of('figures', 'rising', 'falling')})(?:率|幅度)?{any_of('figures', 'growth-links')}*$")
_GROWTH_NOUN = re.compile(any_of("figures", "growth-nouns") + r"(?:[^，。；、]{0,6}?)$")
_REACHING = re.compile(any_of("figures", "reaching") + r"(?:了|约|近|超过?)*$")
_REACHED = re.compile(r"(?:^|[^增])(?:提高|提升|增加|上升|下降|降低)到$")
_COMPARISON = re.compile(any_of("figures", "comparisons") + "*$")
_SHARE = re.compile(
    r"占(?P<whole>[^，。；、]{1,20}?)?(?:的)?(?:比重|比例|份额|比|总量)|占比|份额|(?:比重|比例)(?:达到?|为|超过?|提高到|提升到|提升至|提高至|约|近)*$|占(?!有率)(?:全[国省市区]|[^，。；、\d]{2,16})(?:的)?(?:约|近|超)?$"
)
_FURTHER_SHARE = re.compile(r"[、，](?P<whole>[^，。；、\d占]{2,12}?)的?$")  # 占全国产量的65%、全球产量的33%
_PART_OF = re.compile(
    any_of("figures", "has-a-part") + r"了?(?:全[省市区县国州]|我[省市区县国]|全球|世界|国内)?(?:约|近|超过?)?$|全[省市区县国州球](?:约|近|超过?)?$"
)
_NEXT_PART = re.compile(r"(?:的[^，。；]{2,26}?)?[、和及]")
_PART = re.compile(r"的(?P<what>(?:[^，。；、\d“”（）]|“[^”]{1,10}”){2,24})")
_PART_THAT_DID = re.compile(r"(?:以上)?的?(?P<what>[^，。；、\d的“”（）]{2,14}?)" + any_of("figures", "does-as-a-part"))
_OF_THE_PLACE = re.compile("(?:全[国省市区县州旗]|我[省市区县])?")
_COMPLETION = re.compile(r"(?:完成|达到|占)?(?:年度|全年|目标)?(?:投资)?(?:任务|计划|目标)(?:任务)?的?(?:超)?$")
_OF_ITS_SUM = re.compile(r"完成(?:了|项目)*总投资额?的(?:约|近|超过?|逾)*$")  # 完成总投资的62%
_COMPLETION_OF_YEAR = re.compile(r"(?:年度|全年)[^，。]{0,6}(?:任务|计划|目标)的?(?:约|近|超)?$")
_PROGRESS = re.compile(
    rf"(?P<work>[^，。；、\d](?:[^，。；、](?!完成))*{any_of('figures', 'works')})(?:[一二三四首]期)?(?:目前|现已|已|均|累计|总体|整体|总)*(?:完成|完工)(?:了|约|近|超过?|逾|总量的)*$"
)
_OF_THE_WORK = re.compile("(?:完成|完工)了?(?:了?(?:项目|工程|施工))?总?(?:工程)?(?:总量|总?工程量|总?进度|工程总量)的(?:约|近|超过?|逾)?$")  # 完成总工程量的70%
_NO_INDICATOR = re.compile(r"(?:同比|可比|增速|总|年均|其)+")
_BRACKET = re.compile(r"[（(][^）)]*$")


_THAN_BEFORE = re.compile(f"[比较]{any_of('figures', 'earlier')}(?P<verb>低|少|高|多)(?:出|了|近|约|超过?)*$")


@dataclass(frozen=True, slots=True)
class Growth:
    """A percentage that tells growth."""

    head: str  # the words in front, without verb and comparison
    falling: bool


_PART_ENDS = re.compile(any_of("figures", "part-ends"))


def without_comparison(words_in_front: str) -> str:
    """The words in front of a verb of growth, without what they compare with: 产值年均 is 产值."""
    return _COMPARISON.sub("", words_in_front)


def bare(lead: str) -> str:
    """The words in front of a percentage, without an open bracket."""
    return _BRACKET.sub("", lead)


def growth(words_in_front: str, points: bool = False) -> Growth | None:
    """Read growth.

    :param points: of percentage points, which tell nothing else
    """
    verb = _GROWTH.search(words_in_front)
    if verb is not None and (points or not _REACHING.search(words_in_front) and not _REACHED.search(words_in_front)):
        return Growth(without_comparison(words_in_front[: verb.start()]), verb["verb"] in _FALLING)
    than = _THAN_BEFORE.search(words_in_front) if not points else None
    if than is not None:
        return Growth(words_in_front[: than.start()], than["verb"] in "低少")  # 物流成本比原来低两成
    if not points and _GROWTH_NOUN.search(words_in_front):
        return Growth(without_comparison(_GROWTH_NOUN.sub("", words_in_front)), False)
    return None


def progress(words_in_front: str) -> str | None:
    """The work of which a percentage tells how far it has come.

    >>> progress("，主厂房钢结构安装已完成"), progress("，固定资产投资完成")
    ('主厂房钢结构安装', None)
    """
    if _OF_THE_WORK.search(words_in_front):
        return "工程"
    found = _PROGRESS.search(words_in_front)
    return without_front(found["work"]) if found is not None else None


def completes_its_sum(words_in_front: str) -> bool:
    """Whether a percentage tells how much is spent of what something is to cost: 完成总投资的62%."""
    return bool(_OF_ITS_SUM.search(words_in_front))


def completes_plan(words_in_front: str) -> bool:
    """Whether a percentage tells how far a plan is carried out: 完成年度计划的120%."""
    if "控制在" in words_in_front:
        return False  # 失业率控制在年度目标4%以内
    return bool(_COMPLETION.search(words_in_front) or _COMPLETION_OF_YEAR.search(words_in_front))


def without_plan(words_in_front: str) -> str:
    """The words in front of how far a plan is carried out, without those that name the plan."""
    return _COMPLETION_OF_YEAR.sub("", _COMPLETION.sub("", words_in_front))


def share(words_in_front: str) -> str | None:
    """The phrase of a share (占全省比重), or None if it is none."""
    if not _SHARE.search(words_in_front):
        return None
    return without_front(without_verbs(re.sub(r"^[、，]+", "", words_in_front)).strip("的、， "))


def further_share(words_in_front: str) -> str | None:
    """The whole of which a further share is told, behind one: 占全国产量的65%、全球产量的33%.

    >>> further_share("、全球产量的"), further_share("、增速达")
    ('全球产量', '增速达')
    """
    found = _FURTHER_SHARE.fullmatch(words_in_front)
    return found["whole"] if found is not None else None


def part(words_in_front: str, tail: str, goes_on: bool) -> str | None:
    """What a percentage is a part of, behind it: 拥有全市40%的重点实验室.

    :param goes_on: whether the figure before is such a part
    """
    found = _PART.match(tail)
    if found is None or not (_PART_OF.search(words_in_front) or goes_on and _NEXT_PART.fullmatch(words_in_front)):
        return None
    return _PART_ENDS.split(found["what"])[0]


def part_in_front(words_in_front: str, tail: str) -> str | None:
    """What a percentage that opens a clause is a part of, with what they did: 66%的村庄达到美丽宜居标准, 全市80%以上行政村建成….

    >>> part_in_front("全市", "以上行政村达到美丽宜居村标准"), part_in_front("增长", "实现开门红")
    ('行政村', None)
    """
    found = _PART_THAT_DID.match(tail) if _OF_THE_PLACE.fullmatch(words_in_front.strip("，、；")) else None
    return found["what"] if found is not None else None


def names_nothing(phrase: str) -> bool:
    """Whether a phrase in front of growth names no indicator: the figure before does."""
    return len(phrase) < 2 or bool(_NO_INDICATOR.fullmatch(phrase))
