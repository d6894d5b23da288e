"""Takes a number and the words around it, tells whether it is no figure: a rate, a span, a comparison, a meeting, a part of a name."""

from __future__ import annotations

import re

from kg.model import Quantity
from kg.relate.figures.indicator import MONEY, PERCENT
from kg.relate.figures.phrase import JOINED
from kg.relate.figures.state import Number, State
from kg.relate.figures.threshold import is_threshold
from kg.relate.lexicon import any_of

# rates and spans of time
_PER = re.compile(any_of("figures", "per-each") + "$")
_SUM_AT_MOST = re.compile("投资(?:总?额)?最高(?:可?达)?$")
_SAVED_EACH = re.compile("每(?:一)?(?:台|辆|吨|套|度|亩|件)[^，。；、]{0,6}(?:减少|节省|节约|降低|增收)[^，。；、]{0,4}$")  # 每吨能减少2万元
_HOLDINGS = re.compile(any_of("figures", "holdings"))
_TIME_TAKEN = re.compile(r"(?:周期|工期|建设期|建设时间|时长|(?<=.)(?<![，、])用时|时间)[^，。；\d]{0,6}$")
_DAYS_COUNTED = re.compile(r"天数[^，。；\d]{0,8}$")
_YEARS_RUNNING = re.compile(r"连续$")
# comparisons
_MORE_THAN = re.compile(
    r"[比较](?:去年|上年|前年|年初|上月|20\d\d年|上个?五年|[五十]年前)?(?:同期|年底|末|初)?[^，。；、\d]{0,4}(?:增加|增长|新增|净增|多|减少|提高|提升|高|下降)了?$"
)
# who came together, how often
_ATTENDING = re.compile(any_of("figures", "attending"))
_AT_WORK = re.compile("(?:施工|作业|管理|技术)人员[^，。；、\\d]{0,4}$")  # 日均投入施工人员420人
_TIMES_HELD = frozenset(("次", "场", "期"))
_MEETINGS = re.compile(r"[^，。；、\d]{0,10}(?:会议?|调研(?:服务)?|座谈|走访|考察|培训)(?=[，。；、]|$)")
# what things are called by: their size, how many there are of them
_RANGES = re.compile(any_of("figures", "ranges") + r"[^，。；、\d]{0,4}$")
_INSIDE = re.compile(r"(?:半径|范围)?(?:之|以)?[内外]")
_ONE_OF = re.compile(r"[^，。；、]{1,30}之一|[^，。；、\d]{0,4}[城市省区县]{1,2}中(?:排|位|名|居|列)")  # 成为首批10个试点园区之一, 在289个城市中排名第五
_IN_ALL, _ARE_RANKED = re.compile("全[国省市区县]$"), re.compile(r"[^，。；、\d]{0,14}(?:前[\d一二三四五六七八九十]|第[\d一二三四五六七八九十]|首位)")
_STEPS, _STEP = re.compile("(?:\\d|[两二三四五六七八九十])个$"), re.compile("级?大?(?:台阶|大关|关口)")
_HEADLINE_SIZE = re.compile(r"级?[^，。；、的\d]{0,16}?(?:项目|产业园|基地|工厂|生产线)(?!\d|总?投资|[共达有])")
_PLACES_OF_A_SIZE = re.compile("的?(?:自然村|行政村|村|小区|社区|城镇|乡镇|居民点)")
_SIZES_OF_THINGS = frozenset(("W", "Wh", "t", "kg", "m", "m2", "m3"))
_FIRST_ONE = re.compile("(?:首|第一|全球最大)[台套件架艘辆批根片]$")
_SO_BIG_A_THING = re.compile(r"[^，。；、的和与及\d]{1,10}\d+[座台套条栋艘根]")
_MAKES_EACH = re.compile("年产(?!值)")
_SUMS_UP = re.compile("(?:环节|攻势|方面|领域|维度|层面|字诀|抓手)(?![^，。；、]{0,2}(?:企业|项目|平台))")


def is_rate_or_span(quantity: Quantity, lead: str) -> bool:
    """Whether a number tells how much each gets, how long something went on, or how much somebody holds, by the words in front of it."""
    if _PER.search(lead) and not _SUM_AT_MOST.search(lead) or _SAVED_EACH.search(lead):
        return True
    if _YEARS_RUNNING.search(lead) or _HOLDINGS.search(lead):
        return True
    return quantity.unit in ("day", "month") and not _TIME_TAKEN.search(lead) and not _DAYS_COUNTED.search(lead)


def is_comparison(lead: str, before: bool) -> bool:
    """Whether a number tells how much more there is than before: 比去年同期增加30家.

    :param before: whether the number before it does
    """
    return _MORE_THAN.search(lead) is not None or before and JOINED.fullmatch(lead) is not None


def tells_no_figure(state: State, number: Number) -> bool:
    """Whether a number is a comparison, a rank, a threshold, or the size of what has no name, by the words around it."""
    quantity, lead, tail = number.quantity, number.lead, number.tail
    if state.compared and quantity.unit not in PERCENT:
        return True  # 比去年同期增加30家
    if quantity.unit in ("count", "person"):
        in_news = not state.subject.in_own_text
        if quantity.text.endswith("人") and _AT_WORK.search(lead) or _ATTENDING.match(tail) or in_news and _are_meetings(quantity, tail):
            return True
    if quantity.unit in MONEY and state.sentence.kind == "title" and not lead.endswith(("投资", "超", "达")) and _HEADLINE_SIZE.match(tail):
        return True  # 再添11亿元项目
    return _is_called_by(quantity, lead, tail) or is_threshold(state.sentence, quantity, tail)


def _are_meetings(quantity: Quantity, tail: str) -> bool:
    """Whether a text tells in passing how often people met: 召开30余次推进会."""
    return quantity.counted in _TIMES_HELD and _MEETINGS.match(tail) is not None


def _is_called_by(quantity: Quantity, lead: str, tail: str) -> bool:
    """Whether a number is a part of what something is called: 首套10兆瓦风机叶片下线, 20户以上自然村; 成为10个试点园区之一; 周边5公里之内."""
    if quantity.unit == "m3" and _SO_BIG_A_THING.match(tail) or quantity.unit == "count" and _MAKES_EACH.match(tail):
        return True  # 建设450立方米高炉1座, 建1座年产240万吨球团厂
    if quantity.unit in _SIZES_OF_THINGS and _FIRST_ONE.search(lead):
        return True  # 首套10兆瓦风机叶片下线: what it is called
    if quantity.unit == "count" and _SUMS_UP.match(tail) or quantity.text.endswith("以上") and _PLACES_OF_A_SIZE.match(tail):
        return True  # 抓好规划、招商等5个环节, 20户以上自然村
    if quantity.unit == "count" and (_ONE_OF.match(tail) or _ARE_RANKED.match(tail) and _IN_ALL.search(lead)):
        return True
    if quantity.unit in MONEY and _STEPS.search(lead) and _STEP.match(tail):
        return True  # 生产总值跨越四个千亿元台阶: how many steps
    return quantity.unit == "m" and (_RANGES.search(lead) is not None or _INSIDE.match(tail) is not None)
