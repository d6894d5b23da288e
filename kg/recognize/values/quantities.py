"""Takes clean text, gives every quantity in it: number, unit, bound.

A unit names its canonical unit and factor (contract: CNY, m2, W, Wh, t, percent, count …). Bounds come from the
words around the number (超, 近, 不足, 以上 …). Years, dates and ordinals are not quantities (see :mod:`.times`).

Sources: 亩 = 10000/15 m2 (statutory), 公顷 = 10000 m2, 千瓦时 = 度 = 1000 Wh; the SI for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.model import Quantity
from kg.recognize.values.numerals import DIGITS, parse

# written unit -> (canonical unit, factor); the longest spelling wins
UNITS: dict[str, tuple[str, Decimal]] = {
    **{w: ("CNY", Decimal(1)) for w in ("元", "元人民币", "人民币")},
    **{w: ("USD", Decimal(1)) for w in ("美元", "美金")},
    **{w: ("HKD", Decimal(1)) for w in ("港元", "港币")},
    **{w: ("EUR", Decimal(1)) for w in ("欧元",)},
    "平方公里": ("m2", Decimal(1_000_000)),
    "平方千米": ("m2", Decimal(1_000_000)),
    "平方米": ("m2", Decimal(1)),
    "㎡": ("m2", Decimal(1)),
    "平米": ("m2", Decimal(1)),
    "亩": ("m2", Decimal(10_000) / Decimal(15)),
    "公顷": ("m2", Decimal(10_000)),
    "立方米": ("m3", Decimal(1)),
    "方": ("m3", Decimal(1)),
    "公里": ("m", Decimal(1000)),
    "千米": ("m", Decimal(1000)),
    "米": ("m", Decimal(1)),
    "海里": ("m", Decimal(1852)),
    "千瓦": ("W", Decimal(1000)),
    "兆瓦": ("W", Decimal(10**6)),
    "吉瓦": ("W", Decimal(10**9)),
    "瓦": ("W", Decimal(1)),
    "kW": ("W", Decimal(1000)),
    "kw": ("W", Decimal(1000)),
    "KW": ("W", Decimal(1000)),
    "MW": ("W", Decimal(10**6)),
    "GW": ("W", Decimal(10**9)),
    "千瓦时": ("Wh", Decimal(1000)),
    "度": ("Wh", Decimal(1000)),
    "度电": ("Wh", Decimal(1000)),
    "兆瓦时": ("Wh", Decimal(10**6)),
    "吉瓦时": ("Wh", Decimal(10**9)),
    "kWh": ("Wh", Decimal(1000)),
    "MWh": ("Wh", Decimal(10**6)),
    "GWh": ("Wh", Decimal(10**9)),
    "TWh": ("Wh", Decimal(10**12)),
    "吨": ("t", Decimal(1)),
    "吨标准煤": ("t", Decimal(1)),
    "标准吨": ("t", Decimal(1)),
    "千克": ("kg", Decimal(1)),
    "公斤": ("kg", Decimal(1)),
    "斤": ("kg", Decimal("0.5")),
    "%": ("percent", Decimal(1)),
    "％": ("percent", Decimal(1)),
    "成": ("percent", Decimal(10)),
    "个百分点": ("percentagePoint", Decimal(1)),
    "百分点": ("percentagePoint", Decimal(1)),
    "个点": ("percentagePoint", Decimal(1)),
    "倍": ("percent", Decimal(100)),
    "个亿": ("CNY", Decimal(10) ** 8),
    **{w: ("person", Decimal(1)) for w in ("人", "名", "人次", "位")},
    **{w: ("day", Decimal(1)) for w in ("天", "工作日", "个工作日")},
    "个月": ("month", Decimal(1)),
}
CLASSIFIERS = (
    "家次 标准箱 标箱 个 家 项 宗 座 条 台 辆 套 件 艘 架 所 处 户 张 批 次 例 株 头 只 部 款 支 块 间 栋 幢 篇 场 列 类 门 对 份 "
    "颗 枚 片 箱 双 粒 瓶 罐 台套 台(套) 台（套） 筐 羽 尾 盏 口 孔 段 家庭 车次 班 架次 课时 宗地 TEU 公里"
).split()
UNITS |= {w: ("count", Decimal(1)) for w in CLASSIFIERS if w not in UNITS}

# 千 in front of 瓦, 米, 克 belongs to the unit
_NUMBER = (
    r"(?:(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[十百万亿]|千(?![瓦米克伏])){0,3}|(?:[〇零一二两三四五六七八九十百万亿]|千(?![瓦米克伏]))+)"
)
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_BEGINS = r"(?=[\d〇零一二两三四五六七八九十百千万亿])"  # a number does: most places of a text are left at a glance
_NO_WHOLE = r"(?<!个亿(?=[元级以]))(?<![十百千万]个亿)"  # 1.4万个亿元项目 are many; 5个亿 is money
_QUANTITY = (
    rf"(?:(?P<low>{_NUMBER})(?P<low_unit>{_UNIT})?[-—–~至到])?"
    rf"(?P<number>{_NUMBER})(?P<more>[多余])?(?P<large>[万亿]{{1,2}})?(?P<grade>级)?(?P<unit>{_UNIT}){_NO_WHOLE}(?P<grade_behind>级)?"
    r"(?:及(?=以[上下内]|之上))?(?P<after>以上|之上|以内|以下|左右|上下(?!游)|多(?![个种家项元晶层功媒糖肽联])|余(?![个家项热]))?"
)
_PATTERN = re.compile(_BEGINS + _QUANTITY)

# 产值完成8.64亿，: money of which the text leaves the yuan out
_BARE_MONEY = re.compile(rf"{_BEGINS}(?P<number>{_NUMBER})(?P<more>[多余])?(?P<large>[万亿]{{0,2}})(?P<after>左右|以上)?(?=[，。；！”]|$)")
_OF_MONEY = re.compile(
    r"(?:产值|总值|营业收入|营收|销售收入|收入|销售额|交易额|税收|利税|纳税|利润|投资额?|出口额?|进出口总?额|GDP)(?:[^，。；、\d和与]{0,8})$"
)

# Words in front of a number that make it a bound; the last characters before it decide.
_BEFORE = (
    (
        "AtLeast",
        re.compile(
            r"(?:(?<!不)超过?|突破|逾|(?<!不)高于|不低于|不少于|至少|(?<!不)多于|(?<!不)大于|跨过|跃上|迈上|跨入|跨上|跨越|站上|冲破|破|达到或超过|(?<![不超])过)了?$"
        ),
    ),
    ("AtMost", re.compile(r"(?:不足|不到|低于|(?<!不)少于|不多于|不大于|不超过|不高于|小于|控制在)$")),
    ("About", re.compile(r"(?:(?<![签合契])约|大约|近|接近|将近|约为|约达|大概)$")),
)
_ROUND = frozenset(("百亿", "千亿", "万亿", "十亿", "百万", "千万"))  # 千亿元 names an order of magnitude
_AFTER = {
    "以上": "AtLeast",
    "之上": "AtLeast",
    "多": "AtLeast",
    "余": "AtLeast",
    "左右": "About",
    "上下": "About",
    "以内": "AtMost",
    "以下": "AtMost",
}
_CHINESE_ONLY = re.compile(r"^[〇零一二两三四五六七八九十百千万亿]+$")
_VAGUE = frozenset(("一", "十", "百", "千", "万", "亿", "一二", "两三", "三四", "三五", "万千", "百千", "千百"))
_ROUNDED = frozenset("逾约超过达上")  # 超亿元，not 超亿元的企业
_JOINS_NAMES = frozenset("、和及与等）)”")
_LARGE_ONLY = frozenset("度 方 海里 斤 双 粒 瓶 罐".split())  # 亿度, 万方, 万双: only with 万 or 亿 in front
_GRADED = frozenset("元 美元 吨 千瓦 平方米 亩 人 GWh 千瓦时".split())  # 百亿元级, 万吨级
_SHARED_UNIT = re.compile(rf"分别[^，。；、]{{0,6}}?(?P<number>{_NUMBER})(?=[、和](?P<next>{_NUMBER})(?P<large>[万亿]{{0,2}})(?P<unit>{_UNIT}))")
_IN_WORDS_ONLY = frozenset("一 二 两 三 四 五 六 七 八 九 十".split())
_NOT_COUNTED = re.compile(
    r"(?:方面|定位|坚持|中心|意识|自信|维护|全面|阶段|层面|维度|月(?!份)|领域|关键|结合|转变|突出|必须|不动摇|确保|聚焦|着力|世纪|年头|城|大局|文明|统筹|面向)"
)
_BEFORE_A_TIME = re.compile(r"[底末初年月日]前$")  # 年底前147个项目交付: what is counted, not the 147th
_INSTITUTE = re.compile(r"[〇\d]{3}(?:所|厂|院)")  # 510所、504厂: numbered, not counted
_CUT_WORDS = frozenset((("台", "阶"), ("项", "目"), ("个点", "位")))  # 万亿台阶, 百亿项目, 20个点位
_TIMES_MORE = re.compile(r"(?:增长|增加|提高|上升|扩大|增)[了约近超过]{0,2}$")
_TIMES_DEALT = re.compile(r"(?:增长|增加|提高|上升|扩大|增)[了约近超过]{0,2}[\d.]+倍(?:、|和|以上、)$")  # 分别增长2.5倍、3倍


def _signs(text: str, start: int) -> bool:
    """Whether the dash in front of a number is a minus: nothing countable stands before it (增长-3.2%)."""
    return start > 1 and "\u4e00" <= text[start - 2] <= "\u9fff" and text[start - 2] not in "一二三四五六七八九十百千万亿年月日"


def _is_figure(number: str, large: str, unit: str, text: str, start: int, end: int) -> bool:
    """Whether a number with a unit counts or measures: not an ordinal, a name (T9, G3), a word (一批) or vague (数十)."""
    before = text[start - 1] if start else ""
    if (
        before in ("第", ".", "负", "唯")
        or before == "前"
        and not _BEFORE_A_TIME.search(text, max(0, start - 2), start)
        or (before.isascii() and before.isalnum())
    ):
        return False
    if before in ("-", "−", "－") and _signs(text, start) or before == "点" and start > 1 and text[start - 2] in "〇零一二三四五六七八九十":
        return False
    if unit == "所" and _INSTITUTE.match(text, start) and (not before or before in "、（(“") and text[end : end + 1] in _JOINS_NAMES:
        return False
    chinese = bool(_CHINESE_ONLY.match(number))
    if chinese:
        if before and before in "数几多":
            return False
        if number in _VAGUE and unit not in ("元", "美元"):
            return False
        if len(number) == 1 and UNITS[unit][0] in ("count", "person", "m3", "day", "month", "CNY"):
            return (
                number in "万亿" and unit == "元" and (before == "近" or before in _ROUNDED and text[end : end + 1] in "，。；、")
            )  # 两个, 三家, 一条龙, 三元: words more often than figures
    if unit == "成":
        return len(number) == 1
    if unit == "倍":
        return bool(_TIMES_MORE.search(text[max(0, start - 6) : start]) or _TIMES_DEALT.search(text[max(0, start - 20) : start]))
    if (unit, text[end : end + 1]) in _CUT_WORDS:
        return False
    return unit not in _LARGE_ONLY or any(c in "万亿" for c in number + large)


def _bound(match: re.Match[str], text: str) -> str:
    front = text[max(0, match.start() - 8) : match.start()].removesuffix("人民币")[-5:]
    for bound, pattern in _BEFORE:
        if pattern.search(front):
            return bound
    if match["after"]:
        return _AFTER[match["after"]]
    graded = match["grade"] or match["grade_behind"] or match["number"] in _ROUND
    return "AtLeast" if match["more"] or graded or match["low"] or front.endswith("上") and _CHINESE_ONLY.match(match["number"]) else "Exact"


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Find the quantities of a text. Of a range (3-5家) the lower end is taken, with the bound AtLeast.

    :param text: clean text; offsets of the results count its code points
    :param start, end: the part to look at
    :returns: in order, without overlap

    >>> [(q.text, str(q.value), q.unit, q.bound) for q in quantities("总投资超100亿元，占地近300亩")]
    [('100亿元', '10000000000', 'CNY', 'AtLeast'), ('300亩', '200000', 'm2', 'About')]
    >>> [(q.text, str(q.value), q.unit, q.bound) for q in quantities("增加5000余人，增长20.2%")]
    [('5000余人', '5000', 'person', 'AtLeast'), ('20.2%', '20.2', 'percent', 'Exact')]
    >>> [(q.text, str(q.value), q.bound) for q in quantities("百亿级、数十亿元，3-5家，三成，增长4.1倍")]
    [('3-5家', '3', 'AtLeast'), ('三成', '30', 'Exact'), ('4.1倍', '410', 'Exact')]
    >>> [q.text for q in quantities("第三位，一批企业，一个项目，2023年，T9条")]
    []
    """
    end = len(text) if end is None else end
    for match in _PATTERN.finditer(text, start, end):
        number, large, unit = match["low"] or match["number"], match["large"] or "", match["unit"]
        if not _is_figure(number, large, unit, text, match.start(), match.end()):
            continue
        if (match["grade"] or match["grade_behind"]) and unit not in _GRADED:
            continue
        if number in _IN_WORDS_ONLY and _NOT_COUNTED.match(text, match.end()) or _in_slogan(text, match, UNITS[unit][0]):
            continue
        if match["low"] and not match["low_unit"]:  # 3-5万亩: the unit of the upper end serves both
            tail = re.search(r"[万亿]+$", match["number"])
            number += tail.group() if tail and number[-1] not in "万亿" else ""
        value = parse(number + large)
        if value is None:
            continue
        canonical, factor = UNITS[match["low_unit"] or unit]
        if canonical == "count" and value % 1 and (match.start() == 0 or text[match.start() - 1] in "\n*"):
            continue  # 13.11个枢纽工程: the number of a heading, and eleven
        yield Quantity(
            match.start(),
            match.end(),
            match.group(),
            plain(value * factor),
            canonical,
            _bound(match, text),
            unit if canonical in ("count", "person") else None,
        )


def _in_slogan(text: str, match: re.Match[str], unit: str) -> bool:
    """Whether a count stands in a short quotation, which is a name: “四个新定位”, “30条”."""
    if unit not in ("count", "person"):
        return False
    opening = text.rfind("“", max(0, match.start() - 16), match.start())
    return opening >= 0 and "”" not in text[opening : match.start()] and 0 <= text.find("”", match.end(), match.end() + 16) - match.end()


def bare_money(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Sums of which the text leaves the yuan out, behind what is money.

    >>> [(q.text, str(q.value), q.unit, q.bound) for q in bare_money("去年产值完成8.64亿，税收达1.02亿元，人口3亿，今年产值预计可实现近20亿。")]
    [('8.64亿', '864000000', 'CNY', 'Exact'), ('20亿', '2000000000', 'CNY', 'About')]
    """
    for match in _BARE_MONEY.finditer(text, start, len(text) if end is None else end):
        before = text[match.start() - 1 : match.start()]
        if "亿" not in match.group() or match["number"] in _VAGUE or before in tuple("数几多.第") or before.isascii() and before.isalnum():
            continue
        if not _OF_MONEY.search(text, max(start, match.start() - 16), match.start()):
            continue
        value = parse(match["number"] + (match["large"] or ""))
        if value is not None:
            yield Quantity(match.start(), match.end(), match.group(), plain(value), "CNY", _sum_bound(match, text), None)


def _sum_bound(match: re.Match[str], text: str) -> str:
    front = text[max(0, match.start() - 8) : match.start()][-5:]
    for bound, pattern in _BEFORE:
        if pattern.search(front):
            return bound
    if match["after"]:
        return _AFTER[match["after"]]
    return "AtLeast" if match["more"] else "Exact"


_FRACTION = re.compile(r"(?P<whole>[二三四五六七八九十百])分之(?P<part>[一二两三四五六七八九十]+)(?![条款项])")
_SLASHED = re.compile(r"(?<![\d/.])(?P<part>[1-9])/(?P<whole>[2-9]|[1-9]\d{1,2})(?![\d/.年月日])")  # 占全省1/7
_SHARE_OF = re.compile("占[^，。；]{0,24}$")
_HALF = re.compile(r"一半(?<=[的占超近约过]一半)(?![时天数人])")
_DOUBLED = re.compile(r"(?<=翻)(?P<times>[一两二三])?番")


def fractions(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Parts of a whole and doublings, in percent.

    >>> [(q.text, str(q.value)) for q in fractions("占全省的1/8、全国1/70；2/3号楼")]
    [('1/8', '12.5'), ('1/70', '1.4286')]
    >>> [(q.text, str(q.value)) for q in fractions("占全省的三分之二，占一半，百分之五，五年翻一番，再翻番")]
    [('三分之二', '66.6667'), ('一半', '50'), ('百分之五', '5'), ('一番', '100'), ('番', '100')]
    """
    end = len(text) if end is None else end
    found = []
    for match in _FRACTION.finditer(text, start, end):
        part, whole = parse(match["part"]), parse(match["whole"])
        if part and whole and part < whole:
            found.append((match, plain(Decimal(100) * part / whole)))
    for match in _SLASHED.finditer(text, start, end):
        part, whole = Decimal(match["part"]), Decimal(match["whole"])
        if part < whole and _SHARE_OF.search(text[max(start, match.start() - 26) : match.start()]):
            found.append((match, plain(Decimal(100) * part / whole)))
    found += [(match, Decimal(50)) for match in _HALF.finditer(text, start, end)]
    found += [(match, Decimal(100) * (2 ** DIGITS[match["times"] or "一"] - 1)) for match in _DOUBLED.finditer(text, start, end)]
    for match, value in sorted(found, key=lambda x: x[0].start()):
        front = text[max(start, match.start() - 5) : match.start()]
        bound = next((b for b, pattern in _BEFORE if pattern.search(front.removesuffix("的"))), "Exact")
        yield Quantity(match.start(), match.end(), match.group(), value, "percent", bound)


def shared_units(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The first of two numbers that share a unit: 分别超过700、500亿元.

    >>> [(q.text, str(q.value)) for q in shared_units("产值分别超过700、500亿元")]
    [('700', '70000000000')]
    """
    for match in _SHARED_UNIT.finditer(text, start, len(text) if end is None else end):
        tail = match["next"][len(match["next"].rstrip("万亿")) :] + match["large"]
        value = parse(match["number"] + (tail if match["number"][-1].isdigit() else ""))
        if value is not None:
            canonical, factor = UNITS[match["unit"]]
            front = text[match.start() : match.start("number")].partition("\n")[0]
            bound = next((b for b, pattern in _BEFORE if pattern.search(front)), "Exact")
            yield Quantity(
                match.start("number"),
                match.end("number"),
                match["number"],
                plain(value * factor),
                canonical,
                bound,
                match["unit"] if canonical in ("count", "person") else None,
            )


def plain(value: Decimal) -> Decimal:
    """Without exponent and trailing zeros; endless fractions (a third of 亩) cut at four decimals."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    exponent = value.as_tuple().exponent  # no number if the value is none
    return value.quantize(Decimal("0.0001")) if isinstance(exponent, int) and exponent < -10 else value.normalize()
