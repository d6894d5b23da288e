"""Takes clean text, gives its points and periods in time as EDTF (ISO 8601-2), with the precision the text has.

What the text leaves to its frame (5月, 上半年, 当年) keeps an unspecified year, ``XXXX-05``: the topic fills it, or nobody does. So does a
day that leaves out its month (22日, ``XXXX-XX-22``), or is told by another (当日, 昨日: ``XXXX-XX-XX``), and a month that is told by
the one in which the text was issued (上月, 下月: ``XXXX-XX``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import TimeSpan

_QUARTER = {
    "一": ("01", "03"),
    "1": ("01", "03"),
    "二": ("04", "06"),
    "2": ("04", "06"),
    "三": ("07", "09"),
    "3": ("07", "09"),
    "四": ("10", "12"),
    "4": ("10", "12"),
}
_PLANS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_NUMBER = {c: i for i, c in enumerate("〇一二三四五六七八九十")} | {"两": 2}

_TIME = r"""
    (?P<from>(?:19|20)\d\d)年?[—\-–~至到](?P<to>(?:19|20)\d\d)年?(?!\d)
  | (?P<year>(?:19|20)\d\d)年(?P<ym>
        (?!(?:1[0-2]|[1-9])月[—\-–~至到](?:1[0-2]|[1-9])月(?!\d))(?P<month>1[0-2]|0?[1-9])月(?:份)?(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?)?
      (?P<part>上半年|下半年|前三季度|前[一二两三]季度|第?[一二三四1-4]季度|前(?P<first>1[0-2]|[1-9一二三四五六七八九十])个?月|(?P<m1>1[0-2]|[1-9])月?[—\-–~至到](?P<m2>1[0-2]|[1-9])月(?:份)?)?
      (?:年?(?P<end>[底末])|初|中(?![国央部心铁建车石粮化科日欧美俄韩信集芯航兴广核储远冶联创交移电煤])|以来|期间|度)?
  | (?P<m3>1[0-2]|[1-9])月?[—\-–~至到](?P<m4>1[0-2]|[1-9])月(?:份)?(?![\d]{1,2}日)
  | (?P<month2>1[0-2]|0?[1-9]|元)月(?:份)?(?:(?P<day2>[12]\d|3[01]|0?[1-9])日)?(?:底|末|初)?
  | (?<![目个之以提])(?<![^今去本]年)前(?P<first2>1[0-2]|[2-9二三四五六七八九十])个?月(?!\d)
  | (?P<half>上半年|下半年|前三季度|前[两二]季度|第?[一二三四]季度)
  | (?P<relative>(?<![比较同是])(?:去年|上年|上一年|今年|本年度?|明年|(?<![产成营运用线年业])[前后]年(?![产均]))(?P<close>[底末])?)
  | (?P<near>(?<![以之同比较])(?:[上下]个?月|本月(?:(?P<day3>[12]\d|3[01]|[1-9])日)?)(?![度均])(?:底|末|初)?)
  | (?P<lone>[12]\d|3[01]|[1-9])日
  | (?P<that>[当昨今](?:（\d{1,2}日?）)?[日天])
  | (?P<frame>当年|同年|第二年|次年|翌年|年内|年底|年末|岁末)
  | [“"]?(?P<plan>十[一二三四五六]五)[”"]?(?:规划)?(?:期间|时期|以来|末)?
  | (?:(?:过去|近|最近|这)(?P<span>[两三四五六七八九十2-9])年(?:来|间)?|(?P<span2>[三五])年来)
  | (?P<last>过去(?:的)?一年|过去这一年|一年来|刚刚过去的一年)
  | (?P<next>新的一年|新一年|未来一年|来年)
"""
# A time begins with a digit or a character of its pattern: most places of a text are left at a glance.
_BEGINS = "".join(sorted({c for c in _TIME if c > "\x7f"})) + r"\d\""
_PATTERN = re.compile(f"(?=[{_BEGINS}])(?:{_TIME})", re.VERBOSE)
_UNTIL = re.compile(r"截[至止]$")  # 截至2023年底 is its last month
# a day of news: 22日从市发改委获悉, 今天上午; not 22日内, 今天的成绩
_LONE_BEHIND = re.compile(r"(?:上午|下午|晚|清晨|，|从|在|举行|举办|召开|正式|开工|开门|开幕|发布|获悉)")
_LONE_FRONT = re.compile(r"[\d月每第满近约内期—\-–~至到、]$")
_TODAY_BEHIND = re.compile(
    r"(?:上午|下午|晚|举行|举办|正式|从|在|(?:，[^，。；]{2,40}?)?(?:开工|动工|奠基|签约|揭牌|开园|开业|投产|投用|投运|竣工|封顶|启用))"
)
_COMPARISON = re.compile(r"(?:比|较|同比|相比|与|超过|高于|低于)$")
_BASIS = re.compile(r"[^，。；]{0,16}基础上")  # 在去年高增长的基础上: what follows is of another year


_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _padded(month: str, day: str | None = None) -> str:
    """Month and day; a day that the month does not have is none."""
    month = "1" if month == "元" else month
    return f"{int(month):02d}" + (f"-{int(day):02d}" if day and int(day) <= _DAYS[int(month) - 1] else "")


def _first_months(count: str, year: str) -> str:
    """前11个月."""
    return f"{year}-01/{year}-{_NUMBER.get(count) or int(count):02d}"


def _part(part: str, year: str) -> str:
    if part == "上半年":
        months = ("01", "06")
    elif part == "下半年":
        months = ("07", "12")
    elif part.startswith("前"):
        months = ("01", f"{3 * _NUMBER[part[1]]:02d}")
    else:
        months = _QUARTER[part.lstrip("第")[0]]
    return f"{year}-{months[0]}/{year}-{months[1]}"


def _edtf(match: re.Match[str], issued: int | None) -> tuple[str, int] | None:
    """The EDTF of a match and its distance in years from the frame; None if it can't be told."""
    get = match.group
    if get("from"):
        return f"{get('from')}/{get('to')}", 0
    if get("year"):
        year = get("year")
        if get("m1"):
            return f"{year}-{_padded(get('m1'))}/{year}-{_padded(get('m2'))}", 0
        if get("first"):
            return _first_months(get("first"), year), 0
        if get("part"):
            return _part(get("part"), year), 0
        if get("end") and not get("month") and _UNTIL.search(match.string, max(0, match.start() - 2), match.start()):
            return f"{year}-12", 0
        return (f"{year}-{_padded(get('month'), get('day'))}" if get("month") else year), 0
    if get("month2"):
        return f"XXXX-{_padded(get('month2'), get('day2'))}", 0
    if get("m3"):
        return f"XXXX-{_padded(get('m3'))}/XXXX-{_padded(get('m4'))}", 0
    if get("first2"):
        return _first_months(get("first2"), "XXXX"), 0
    if get("lone"):
        return f"XXXX-XX-{int(get('lone')):02d}", 0
    if get("that"):
        return "XXXX-XX-XX", 0
    if get("near"):
        return f"XXXX-XX-{int(get('day3')):02d}" if get("day3") else "XXXX-XX", 0
    if get("half"):
        return _part(get("half"), "XXXX"), 0
    if get("relative"):
        if issued is None:
            return None
        step = {"去": -1, "上": -1, "今": 0, "本": 0, "明": 1, "前": -2, "后": 2}[get("relative")[0]]
        until = get("close") and _UNTIL.search(match.string, max(0, match.start() - 2), match.start())
        return f"{issued + step}-12" if until else str(issued + step), 0
    if get("frame"):
        return "XXXX", 1 if get("frame") in ("第二年", "次年", "翌年") else 0
    if get("plan"):
        first = _PLANS[get("plan")]
        return f"{first}/{first + 4}", 0
    if get("span") or get("span2"):
        if issued is None:
            return None
        text = get("span") or get("span2")
        length = _NUMBER.get(text) or int(text)
        return f"{issued - length}/{issued - 1}", 0
    if issued is None:
        return None
    return str(issued - 1 if get("last") else issued), 0


def times(text: str, issued: int | None = None, start: int = 0, end: int | None = None) -> Iterator[TimeSpan]:
    """Find the times of a text. Times that only serve a comparison (比上年, 较去年同期) are left out.

    :param text: clean text; offsets of the results count its code points
    :param issued: the year in which the document was issued, for 去年, 今年, 近三年; without it these are left out
    :returns: in order, without overlap

    >>> [(t.text, t.edtf) for t in times("2023年前三季度投产，2024年1月16日，截至2023年12月底", 2024)]
    [('2023年前三季度', '2023-01/2023-09'), ('2024年1月16日', '2024-01-16'), ('2023年12月底', '2023-12')]
    >>> [(t.text, t.edtf) for t in times("去年上半年，“十四五”期间，1-5月", 2024)]
    [('去年上半年', '2023-01/2023-06'), ('“十四五”期间', '2021/2025'), ('1-5月', 'XXXX-01/XXXX-05')]
    >>> [(t.text, t.edtf) for t in times("22日上午签约，当日动工；元月投产，30日内答复")]
    [('22日', 'XXXX-XX-22'), ('当日', 'XXXX-XX-XX'), ('元月', 'XXXX-01')]
    >>> [(t.text, t.edtf) for t in times("比上年增长7%，去年同期，近三年，当年，第二年投产", 2024)]
    [('近三年', '2021/2023'), ('当年', 'XXXX'), ('第二年', 'XXXX')]
    """
    pending: TimeSpan | None = None
    for match in _PATTERN.finditer(text, start, len(text) if end is None else end):
        if _COMPARISON.search(text[max(0, match.start() - 2) : match.start()]) or text.startswith("同期", match.end()):
            continue
        if text.startswith("在", match.start() - 1) and match.start() and _BASIS.match(text, match.end()):
            continue
        if match["month2"] and match.start() and text[match.start() - 1].isdigit():
            continue
        if match["lone"] and (_LONE_FRONT.search(text[max(0, match.start() - 1) : match.start()]) or not _LONE_BEHIND.match(text, match.end())):
            continue
        if match["that"] and match["that"][0] == "今" and not _TODAY_BEHIND.match(text, match.end()):
            continue
        found = _edtf(match, issued)
        if found is None:
            continue
        edtf, years = found
        here = TimeSpan(match.start(), match.end(), match.group(), edtf, years)
        if pending and pending.end == here.start and len(pending.edtf) == 4 and edtf.startswith("XXXX"):
            # 去年 + 上半年, 2023年 + 前三季度: one time
            pending = TimeSpan(pending.start, here.end, pending.text + here.text, edtf.replace("XXXX", pending.edtf), pending.years)
            continue
        if pending:
            yield pending
        pending = here
    if pending:
        yield pending


def with_year(span: TimeSpan, year: int | None) -> str | None:
    """The EDTF of a time once the frame's year is known.

    :returns: None if the time needs a year and there is none

    >>> with_year(TimeSpan(0, 2, "当年", "XXXX"), 2022), with_year(TimeSpan(0, 3, "第二年", "XXXX", 1), 2021)
    ('2022', '2022')
    """
    if "XXXX" not in span.edtf:
        return span.edtf
    return None if year is None or span.edtf.startswith("XXXX-XX") else span.edtf.replace("XXXX", str(year + span.years))
