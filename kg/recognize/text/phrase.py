"""Where a name begins: noun phrases walked leftwards from their head, word by word.

The border is decided by the grammar (word lists in ``lexicon/borders.yaml`` and parts of speech), not by how far a
pattern reaches: neither 加快推进小鹏汽车 nor 鹏汽车 is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.lexicon import words
from kg.recognize.text.signs import Word, sign
from kg.recognize.text.tokens import Token, known_word

BREAK, INSIDE, EDGE, GENERIC = (words("borders", name) for name in ("break", "inside", "edge", "generic"))
NO_PLACES = words("borders", "no_places")  # that some place is called, too
_ORDINARY = words("ordinary", "coined") | words("ordinary", "no_names")
_HEADS = frozenset().union(*(words("heads", cls) for cls in ("Park", "Project", "Organization"))) - frozenset(
    ("工程", "扩建", "扩产", "搬迁", "政府")
)
LISTED = frozenset(("Company", "Park", "District", "Organization", "Project", "Product", "Industry", "Programme", "Person"))
_STOP_TAGS = ("p", "c", "d", "r", "u", "y", "e", "o", "v", "t", "f", "zg", "q")
NAMED_TAGS = frozenset(("nr", "nrt", "nz", "nt"))  # parts of speech of words that are somebody's or something's name, and no place's
_PROPER_TAGS = frozenset(("nr", "nrt", "nrfg", "nz", "nt", "ns", "j", "eng"))
_NAME_QUANTITY = re.compile(r"(?:万?[辆吨台套片千瓦支]+|GWh|MWh|兆瓦时?|吉瓦时?|英寸|平方米|立方米|头|羽|升)级?$")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十首]期|[一二三四五]厂|第[一二三四五六七八九十]+)$")
_CLASSIFIERS = "处个家条座项批款种类大支只位名所份场栋幢"
PHASE = re.compile("[一二三四五六首]期")
COUNTED = re.compile(rf"^[一二两三四五六七八九十几多数\d]+[{_CLASSIFIERS}]$")
_NTH_TIME = re.compile(r"^第[一二三四五六七八九十\d]+次$")
_ROAD_NUMBER = re.compile(r"^[A-Z]{1,2}\d{1,5}$")  # S3, G30
_ORDINAL_WORD = re.compile(r"^(?:第[一二三四五六七八九十\d]+[个家座条批]?|首[个家座条批款]|[亚全世].*首[个家座])$")
_OPENING, _CLOSING = {"（": "）", "“": "”", "‘": "’"}, {"）": "（", "”": "“", "’": "‘"}
JOINTS = frozenset(("·", "—", "–", "-", "+", "＋", "/"))
CLAUSE_ENDS = frozenset("，。；：！？\n")
MEMBER_ENDS = CLAUSE_ENDS | {"、"}  # of a member of a list
ANDS = frozenset("和 与 及 以及".split())
LIST_JOINTS = ANDS | {"、"}
PART_JOINTS = frozenset("和 与 及".split())  # between the parts of one name
LONGEST_NAME = 34  # characters


def trade(word: Word) -> bool:
    """What :func:`is_trade` tells of a token."""
    return word.kind == "Industry" or bool(word.listed) and all(cls in ("Industry", "Product") for cls in word.listed)


def proper(word: Word) -> bool:
    """What :func:`is_proper` tells of a token."""
    if word.kind != "word":
        return word.kind in LISTED and word.kind != "Industry"
    if word.tag not in _PROPER_TAGS and (len(word.text) < 2 or known_word(word.text)):
        return False
    return not (word.text in GENERIC or word.text in EDGE or word.text in _ORDINARY or trade(word))


def _ending(word: Word) -> bool:
    if word.text in BREAK or len(word.text) >= 3 and word.text[-1] in "出了" and word.text[-3:-1] in BREAK:
        return True  # 培育出, 引进了
    return len(word.text) >= 3 and word.tag[:1] in ("v", "l", "i", "d", "n", "z") and word.text[-2:] in BREAK and word.text[-2:] not in INSIDE


def _inner(word: Word) -> bool:
    if word.kind in LISTED:
        return True
    if word.kind == "quantity":
        return bool(_NAME_QUANTITY.search(word.text))
    if word.kind == "time":
        return False
    if word.kind == "punctuation":
        return word.text in JOINTS
    if word.text[-1] in _CLASSIFIERS and COUNTED.match(word.text) or _NTH_TIME.match(word.text):
        return False
    if "Company" in word.listed and word.tag[:1] in ("q", "t"):
        return True  # 天元, a measure and a company
    if word.text in INSIDE or word.text in _HEADS or (word.text[-1] in "期厂" or word.text[0] == "第") and _ORDINAL.match(word.text):
        return True
    if _ending(word):
        return False
    if word.tag in ("vn", "ng", "vg", "m", "x", "g", "eng") or len(word.text) >= 2 and not known_word(word.text):
        return True
    return not word.tag.startswith(_STOP_TAGS)


def _describing(word: Word) -> bool:
    """Whether a word at the left edge of a name only describes (重点, 全市) or acts (推动), whatever follows."""
    if word.kind == "punctuation":
        return word.text not in _OPENING
    if word.kind not in ("word", "quantity"):
        return False
    if word.text in ("级", "型", "化", "个", "级的", "内"):
        return True
    return word.kind == "word" and (
        word.tag == "r"
        or word.tag in _VERBS
        and word.text in BREAK
        or word.text in EDGE
        or word.text[0] in "第首亚全世"
        and bool(_ORDINAL_WORD.match(word.text))
    )


_VERBS = ("v", "vn", "vd")
_IS_TRADE, _IS_PROPER, _ENDS_NAMES, _MAY_BE_INSIDE, _DESCRIBES = map(sign, (trade, proper, _ending, _inner, _describing))
_IS_VERB = sign(lambda word: word.kind == "word" and word.tag in _VERBS and known_word(word.text))  # the segmenter guesses what unknown words are
# words that a walk to the left edge of a name looks at twice
_LOOKED_AT = sign(words=(*_CLOSING, "至", "到", "和", "与", "及", "—", "–", "——", "好"))


def is_proper(token: Token) -> bool:
    """Whether a token may be a name by itself: listed, tagged as a name, or no word of the dictionary."""
    return token.signs & _IS_PROPER != 0


def is_trade(token: Token) -> bool:
    """Whether a token is a listed industry and nothing else: 锂电池 is no name although no dictionary has it."""
    return token.signs & _IS_TRADE != 0


def ends_names(token: Token) -> bool:
    """Whether a word never stands inside a name; 认真落实 is one as 落实 is."""
    return token.signs & _ENDS_NAMES != 0


def inside(token: Token) -> bool:
    """Whether a token may stand inside a name."""
    return token.signs & _MAY_BE_INSIDE != 0


def _bracketed(tokens: Sequence[Token], closing: int) -> int | None:
    """The opening bracket that belongs to a closing one, if what they hold is short enough for a part of a name."""
    opening = _CLOSING[tokens[closing].text]
    for i in range(closing - 1, -1, -1):
        if tokens[closing].start - tokens[i].end > 14:
            return None
        if tokens[i].text == opening:
            return i if i < closing - 1 else None
        if tokens[i].text in "，。；！？" and tokens[closing].text == "）":
            return None
        if tokens[i].text == "、" and tokens[closing].text == "）" and not tokens[i - 1].kind == tokens[i + 1].kind == "District":
            return None  # but 中国（苏州、厦门）跨境电商综合试验区
    return None


_NO_MARKS = BREAK | EDGE


def start_of(tokens: Sequence[Token], head: int, floor: int = 0) -> int:
    """Walk left from a head to the first token of its name.

    :param tokens: one sentence
    :param head: position of the first token of the head; it belongs to the name
    :param floor: no further left than this position
    :returns: position of the name's first token, its left edge trimmed; ``head`` itself if nothing belongs in front
    """
    first = i = head
    limit = tokens[head].end - LONGEST_NAME
    while i > floor:
        before = tokens[i - 1]
        if before.start < limit:
            break
        if before.signs & (_MAY_BE_INSIDE | _LOOKED_AT) == _MAY_BE_INSIDE:
            first = i = i - 1
            continue
        if before.text == "好" and i - 2 >= floor and tokens[i - 2].tag[:1] == "v":
            break  # 建设好云岭医院
        if before.text in _CLOSING:
            if before.text == "”" and tokens[i].text == "“":
                break  # “甲”“乙”工程: two names
            opening = _bracketed(tokens, i - 1)
            if opening is None or opening < floor:
                break
            i = first = opening
            if (
                i > floor
                and tokens[i].text == "（"
                and tokens[i - 1].kind == "word"
                and 2 <= len(tokens[i - 1].text) <= 4
                and tokens[i - 1].text not in _NO_MARKS
            ):
                i = first = i - 1  # the word mark in front of a bracketed place, whatever its part of speech
            continue
        if (
            before.text in ("至", "到")
            and i - 2 >= floor
            and (any(t.text.endswith(ROUTES) or t.text == "线" for t in tokens[i : head + 1]) or i - 3 >= floor and tokens[i - 3].text.endswith(ROUTES))
            and (end := _end_of_a_route(tokens, i - 2, floor)) is not None
        ):
            i = first = end  # 扎麻隆至倒淌河高速公路
            continue
        if before.text in PART_JOINTS and i - 1 > floor and _joins_parts(tokens, i - 1, floor):
            i -= 1
            first = i
            continue
        if before.text in ("—", "–") and i - 2 >= 0 and tokens[i - 2].text == before.text or before.text == "——":
            break
        if (
            before.text in _LEFT_OF_MARKS
            and i - 2 >= floor
            and tokens[i - 2].kind == "District"
            and tokens[i].kind == "word"
            and len(tokens[i].text) > 1
            and not known_word(tokens[i].text)
        ):
            i = first = i - 1  # 晨州得尔岭光电…: what the segmenter left of a mark
            continue
        if before.text in VOLTS and i - 2 >= floor and tokens[i - 2].tag == "m":
            i = first = i - 2  # 乌山750千伏输变电工程
            continue
        if before.tag == "q" and i - 2 >= floor and tokens[i - 2].kind == "word" and tokens[i - 2].tag == "n" and before.kind == "word":
            i = first = i - 1  # 外延片: no measure, where a noun stands in front of it
            continue
        if not inside(before):
            reached = _listed_further_left(tokens, i - 1, floor)
            if reached is None:
                break
            i = first = reached
            continue
        i -= 1
        first = i
    if first < head and first > floor and tokens[first].text in _WATERS_AND_HILLS and _is_called_by_a_verb(tokens, first):
        return first - 1
    return trim(tokens, first, head)


_WATERS_AND_HILLS = frozenset("湖 河 山 岭 湾 岛 溪 洲 坝 峪 沟 渠 塘".split())


def _is_called_by_a_verb(tokens: Sequence[Token], water: int) -> bool:
    """Whether what a lake or a hill is called is a verb elsewhere (相思 in 相思湖片区): no name begins with its noun."""
    called = tokens[water - 1]
    acts = water == 1 or tokens[water - 2].kind == "punctuation" or ends_names(tokens[water - 2])
    return called.kind == "word" and called.tag[:1] in ("v", "m", "a", "d") and len(called.text) == 2 and called.text not in _NO_MARKS and acts


VOLTS = frozenset("千伏 KV kV".split())
_LEFT_OF_MARKS = frozenset("达得聚优正")
ROUTES = (
    "特高压",
    "直流",
    "输变电",
    "输电",
    "输电线路",
    "输油管道",
    "管道工程",
    "高铁",
    "高速",
    "高速公路",
    "铁路",
    "城际",
    "城际铁路",
    "公路",
    "一级路",
    "二级路",
    "快速路",
    "客专",
    "专线",
    "轻轨",
    "管道",
    "天然气管道",
    "输气管道",
    "航道",
)


def _end_of_a_route(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """Where the end of a route begins in front of 至: a place, also with what it is called besides in brackets (云州（龙沱）至松州铁路)."""
    if tokens[i].text == "）" and i - 3 >= floor and tokens[i - 2].text == "（":
        place = tokens[i - 3]
        return i - 3 if place.kind == "District" or place.hit is not None and place.hit.entries[0].cls == "District" else None
    return i if _may_end_a_route(tokens[i]) else None


def _may_end_a_route(token: Token) -> bool:
    """Whether a token may be one end of a road or railway: a place, or a word that is no verb."""
    return (
        token.kind in ("District", "Park")
        or token.kind == "word" and len(token.text) == 2 and not known_word(token.text)
        or token.hit is not None
        and token.hit.entries[0].cls == "District"
        or token.kind == "word"
        and not ends_names(token)
        and len(token.text) >= 2
        and token.tag[:1] in ("n", "j")
    )


def _listed_further_left(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """A verb inside a name that a listed name opens (阿斯利康吸入气雾剂生产基地, 力合（佛山）科技园): where that name begins."""
    for j in range(i, max(floor - 1, i - 5), -1):
        token = tokens[j]
        if token.kind in ("Company", "Park", "Organization", "District"):
            return j if j < i else None
        if token.text.endswith(("公司", "集团")) and tokens[i].text in ("开发", "勘探"):
            named = j > floor and tokens[j - 1].kind != "punctuation" and inside(tokens[j - 1])
            return j if named else None  # 湛岭矿业公司钒矿开发项目
        if (
            token.kind != "word"
            and token.text not in "（）"
            or ends_names(token)
            or COUNTED.match(token.text)
            or token.tag in ("c", "p", "r", "uj", "ul", "d", "u", "t")
        ):
            return None
    return None


_WHOLE = ("段", "线", "期", *sorted(words("heads", "Park") | words("heads", "Project") | words("heads", "Organization")))


def _joins_parts(tokens: Sequence[Token], joint: int, floor: int) -> bool:
    """Whether 和 stands inside a name (歌尔虚拟现实整机和光学模组项目): common nouns on both sides, a listed name in front of them."""
    right = tokens[joint + 1]
    if is_proper(right) or right.kind in LISTED and right.kind != "Industry" or right.text in GENERIC and right.text not in INSIDE:
        return False
    if tokens[joint - 1].text.endswith(_WHOLE):
        return False
    for i in range(joint - 1, max(floor - 1, joint - 6), -1):
        token = tokens[i]
        if (
            token.kind in ("Company", "Organization", "Park")
            or token.kind == "quantity"
            and inside(token)
            or token.kind == "District"
            and i == joint - 2
        ):
            return i < joint - 1
        if i < joint - 1 and _opens_with_a_mark(tokens, i, floor):
            return True
        if not inside(token):
            return False
    return False


def _opens_with_a_mark(tokens: Sequence[Token], i: int, floor: int) -> bool:
    """Whether a mark that no dictionary has, or one in front of a company's trade, stands where a name begins: 湛朗柔性玻璃镀膜与模组项目."""
    token, before = tokens[i], tokens[i - 1] if i > floor else None
    return (
        token.kind == "word"
        and 2 <= len(token.text) <= 4
        and is_proper(token)
        and token.tag != "eng"
        and (not known_word(token.text) or tokens[i + 1].text in TRADES and token.tag in ("nz", "nr", "nrt"))
        and (before is None or before.text in MEMBER_ENDS or before.kind == "word" and ends_names(before))
    )


_RANKED = frozenset("重大项目 重点项目 重大工程 重点工程 标志性项目 龙头项目".split())
_SUM = re.compile(r"\d[\d.]*亿元?[投建砸]?")


def trim(tokens: Sequence[Token], first: int, head: int) -> int:
    """Take words off the left edge that only describe (重点, 全市) or act (推动): the name begins behind them."""
    ranked = next((i for i in range(head - 1, first - 1, -1) if tokens[i].text in _RANKED), None)
    if ranked is not None and ranked + 1 < head:
        first = ranked + 1  # 晨州市重大项目凯宇玻璃生产线
    while first < head:
        token = tokens[first]
        if token.tag == "m" and token.kind == "word" and first + 1 < head and _SUM.match(token.text + tokens[first + 1].text):
            first += 2  # 305亿建晨帆电池产业园, in a headline
            continue
        if token.text == "含" and first and tokens[first - 1].text == "（":
            first += 1  # （含云岭水库扩建）
            continue
        if token.text == "经济" and tokens[first + 1].text.startswith("技术"):
            break  # 经济技术开发区（晨州区）产业园
        if not (token.signs & _DESCRIBES or token.signs & _IS_VERB and token.text != "环" and is_proper(tokens[first + 1])):
            break
        first += 1
    return first


_REGISTERED = frozenset(
    "投资 联合 建设 开发 发展 运营 服务 供应 购销 利用 生产 制造 设计 创新 合作 控股 实业 工业 管理 咨询 环境 集成 回收 再生 处理 加工 养殖 种植 租赁 检测 贸易 销售 经营".split()
)  # verbs that registered names of companies are made of
TRADES = words("heads", "CompanyAfterWordMark")  # behind a company's word mark
ALL_TRADES = TRADES | words("heads", "CompanyTrades")  # … also where only a list or a size tells that it is one
_DONE_TO_COMPANIES = frozenset("参股 入股 收购 并购 控股 注册 注资 增资 旗下 入主 托管 重组 整合 委托 聘请 起诉 授权".split())
_PROVINCES = tuple(words("places", "provinces"))
_LONGEST_OPENING = 6  # characters of a province with a mark
_BEFORE_A_REGISTERED_NAME = frozenset("由 和 与 及 以及 向 对 在 到 从 、 ， 。 ； ： “ 《 —".split())


def start_of_registered(tokens: Sequence[Token], head: int, floor: int = 0) -> int:
    """Walk left from 有限公司 to the first token of the registered name: place, word mark, trade, form.

    In it stand words that stand in no other name: verbs (光年投资有限公司), and whatever is left of a mark between the word in front and the name.
    Parameters and result as of :func:`start_of`.
    """
    first = start_of(tokens, head, floor)
    while first > floor and tokens[first].start > tokens[head].end - LONGEST_NAME:
        before, further = tokens[first - 1], tokens[first - 2] if first - 2 >= floor else None
        if before.kind != "word":
            break
        opens = further is None or further.text in _BEFORE_A_REGISTERED_NAME
        if len(before.text) == 2 and further is not None and _is_cut_behind_its_first(tokens, first, floor):
            first -= 2
        elif before.text in _REGISTERED or before.tag == "v" and further is not None and _names_its_trade(further, before, tokens[first]):
            while first - 2 > floor and tokens[first - 2].text in _REGISTERED:
                first -= 1  # 中航投资控股有限公司
            further = tokens[first - 2] if first - 2 >= floor else None
            mark = further is not None and further.kind in ("word", "District") and further.text not in BREAK and further.tag[:1] not in "pcru"
            if not mark or len(further.text) < 2 and first > 2 and tokens[first - 3].kind not in ("District", "punctuation"):
                break
            first = start_of(tokens, first - 1, floor)
        elif len(before.text) == 1 and further is not None and _two_of_a_mark(tokens, first, floor):
            first -= 2
        elif len(before.text) == 1 and further is not None and _ends_in_a_verb(further, before):
            first = start_of(tokens, first - 2, floor)
        elif opens and before.text in INSIDE and tokens[first].kind == "word" and known_word(before.text + tokens[first].text[0]):
            first -= 1  # 大 of a city whose second character the segmenter drew to the mark
        elif before.tag in ("zg", "y", "o", "e") and further is not None and further.kind == "word" and further.text not in BREAK:
            first = start_of(tokens, first - 1, floor)  # a character that stands in no word, as of a foreign name
        elif (
            opens
            and len(before.text) <= 3
            and before.text not in BREAK
            and before.text not in EDGE
            and before.text not in GENERIC
            and before.text not in _DONE_TO_COMPANIES
            and before.tag[:1] not in "pcrudmqtf"
            and tokens[first].kind != "District"
        ):
            first -= 1
        else:
            break
    return _behind_a_province(tokens, first, floor)


def _behind_a_province(tokens: Sequence[Token], first: int, floor: int) -> int:
    """Where a registered name begins with a province whose characters the segmenter drew to the mark: 山|西安|特 of 山西安特生物制药有限公司."""
    at = first
    while at > floor and tokens[at - 1].kind != "punctuation" and tokens[at - 1].text not in _BEFORE_A_REGISTERED_NAME:
        at -= 1
        if tokens[first].start - tokens[at].start > _LONGEST_OPENING:
            return first
    opening = text_of(tokens, at, first - 1)
    cut = opening.startswith(_PROVINCES) and all(t.text not in BREAK and t.tag[:1] not in "puc" for t in tokens[at:first])
    return at if cut and (len(tokens[at].text) == 1 or tokens[at].kind != "District") else first


def _names_its_trade(mark: Token, verb: Token, trade: Token) -> bool:
    """Whether a verb stands between the mark and the trade of a registered name: 输送 in 瀚尔西林输送科技（中国）有限公司."""
    return is_proper(mark) and mark.kind == "word" and trade.text in TRADES and not ends_names(verb) and verb.text not in _DONE_TO_COMPANIES


def _two_of_a_mark(tokens: Sequence[Token], first: int, floor: int) -> bool:
    """Whether two characters in front of a trade make a mark that no dictionary has, whatever they are by themselves: 鹊岭 in 的鹊岭活性炭有限公司."""
    one, two = tokens[first - 2], tokens[first - 1]
    before = tokens[first - 3] if first - 3 >= floor else None
    return (
        len(one.text) == 1
        and one.kind == "word"
        and one.tag[:1] in ("n", "g", "x", "a", "j")
        and two.text not in _BEFORE_A_REGISTERED_NAME | {"的", "了"}
        and tokens[first].kind in ("word", "Industry")
        and not known_word(one.text + two.text)
        and (before is None or before.kind == "District" or before.text in "，。；：、“的")
    )


def _is_cut_behind_its_first(tokens: Sequence[Token], first: int, floor: int) -> bool:
    """Whether the segmenter drew the first character of the trade to the second of a mark: 华|建新|能源集团有限公司."""
    one, two = tokens[first - 2], tokens[first - 1]
    before = tokens[first - 3] if first - 3 >= floor else None
    return (
        len(one.text) == 1
        and one.kind == "word"
        and one.tag[:1] in ("n", "g", "x", "a", "j", "z")
        and one.text + two.text[0] not in GENERIC
        and two.text[1] + tokens[first].text in TRADES
        and (before is None or before.kind == "District" or before.text in _BEFORE_A_REGISTERED_NAME)
    )


def _ends_in_a_verb(mark: Token, verb: Token) -> bool:
    """Whether a mark that no dictionary has ends in what the segmenter takes for a verb (艾岭康居科技有限公司), or is a character twice (由由新材料有限公司)."""
    if verb.text in _BEFORE_A_REGISTERED_NAME or mark.kind != "word":
        return mark.text == verb.text and mark.kind == "word"
    return len(mark.text) >= 2 and not known_word(mark.text) and verb.tag[:1] in ("v", "a", "n") and not ends_names(mark)


_DONE_FOR_COMPANIES = frozenset(
    "管理 服务 融资 咨询 发展 信用 征信 孵化 信息 联合 家 总部 集团 运营 投资 资产 策划 营销 形象 文化 技术 创新 公共 有限公司 股份 控股 债券 项目 基地 园 科技".split()
)  # 晨州企业管理有限公司
_KINDS_OF_COMPANIES = tuple("企业 公司 制造商 供应商 服务商 开发商 运营商 生产商 经销商 厂商 巨头 龙头 独角兽".split())


def behind_its_kind(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where a company's own name begins behind what says what company it is: 半导体设备制造商晨帆, 甲公司控股子公司乙新能源有限公司.

    :param first, stop: half-open range
    :returns: ``first`` if it is nothing but a name
    """
    for i in range(stop - 2, first - 1, -1):
        if tokens[i].kind == "word" and tokens[i].text.endswith(_KINDS_OF_COMPANIES) and tokens[stop - 1].end - tokens[i].end >= 2:
            behind = tokens[i + 1]
            if (
                behind.kind != "word"
                or behind.text not in _DONE_FOR_COMPANIES
                and (tokens[i].text.endswith(("子公司", "孙公司", "商")) or len(behind.text) > 1)
            ):
                return i + 1
    return first


def text_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The characters from one token to another, the last one included."""
    return "".join([t.text for t in tokens[first : last + 1]])


def between(separator: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text between separators, by their offsets."""
    at = 0
    for match in separator.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def stands_behind_etc(tokens: Sequence[Token], first: int) -> bool:
    """Whether words stand behind 等, or a number behind it, so that they say what the list is of: 港口项目 in 甲码头等17个港口项目."""
    i = first - 1
    while i > 0 and (tokens[i].kind == "quantity" or COUNTED.match(tokens[i].text) or tokens[i].text in ("一批", "多个", "若干")):
        i -= 1
    return i > 0 and tokens[i].text == "等" and tokens[first].kind == "word"


def names_something(tokens: Sequence[Token], first: int, stop: int, content_words: int = 9) -> bool:
    """Whether tokens hold something of their own: a name, a word that no dictionary has, a quotation, or enough specific words.

    :param first, stop: half-open range, the head noun not in it
    :param content_words: so many specific (not generic) words make a name without a proper noun
    """
    specific = 0
    singles = 0
    for token in tokens[first:stop]:
        if token.tag == "eng" and token.hit is None and not _ROAD_NUMBER.match(token.text):
            specific += 1  # AMOLED, 5G: a technology, not a name
            continue
        if is_proper(token) or token.text in ("“", "·"):
            return True
        if token.kind in ("word", "Industry"):
            if len(token.text) == 1 and token.text not in GENERIC and token.tag not in ("m", "f", "u", "uj"):
                singles += 1
                if singles == 2:
                    return True
                continue
            if token.text not in GENERIC:
                specific += 1 + (len(token.text) > 4)
        if token.kind == "word" and token.hit is not None and token.text not in GENERIC and not is_trade(token):
            return True
        singles = 0
    return specific >= content_words
