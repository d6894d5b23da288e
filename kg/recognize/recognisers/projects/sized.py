"""Takes the tokens of a sentence, proposes projects that are named by what they will make, and how much of it: 年产20万吨高纯多晶硅项目, 50GW单晶硅棒项目.

News of an agreement often has no other name for a project. The size, the product and the noun behind it make the name; whose name stands right in
front of the size (凯晟鞋业有限公司年产200万双女鞋项目) opens it, who builds it as the sentence says (由凯晟公司投资的年产…项目) does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK, bears_a_company
from kg.recognize.recognisers.companies.mark_and_trade import is_mark_and_trade
from kg.recognize.recognisers.companies.word_marks import mark_and_trade, mark_before
from kg.recognize.recognisers.grammar.heads import REGISTERED_FORMS
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import BREAK, COUNTED, GENERIC, NAMED_TAGS, PART_JOINTS, PHASE, is_proper, is_trade, names_something, text_of
from kg.recognize.text.registered import behind_its_kind, start_of_registered
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

# what a plant makes is measured so; things that are counted only behind 年产
_MADE = re.compile(r"(?:吨|GWh|MWh|GW|吉瓦时?|[亿万](?:立方米|标?方))(?:/年)?$")
_MADE_IN_COUNTS = re.compile(r"(?:[台辆套片件支只颗部架艘条根块双粒瓶罐]|台套|平方米|立方米|平米|米|兆瓦时?|MW|千瓦)(?:/年)?$")
_POWER = re.compile(r"(?:MW|兆瓦|万千瓦)$")  # 350MW新能源发电项目
_POWER_PLANTS = re.compile(r"电|光伏|储能|风|热|氢")
_PLANTS = words("plans", "plants") | {"产业基地"}
_HEADS = _PLANTS | {"项目", "建设项目", "工程"}
_SUMS = frozenset("装机 总装机 装机容量 总装机容量 总规模 规模 合计 共".split())
_A_FEW_LINES = re.compile("(?:[一二两三四五六七八九十]|\\d+)条")
_LINES = frozenset(("生产线", "产线"))
_BUILDS = frozenset("建设 新建 新上 扩建 建成 将建 投建".split())
_JOINTS = PART_JOINTS | frozenset("（ ） ( ) - · / +".split())
_CHANGES = frozenset("扩建 改造 扩能 技改 技术改造 升级改造 扩产 搬迁 制造 生产 加工 建设 产业化 一体化 循环 综合 利用 深加工 回收".split())
_NOT_MADE = frozenset("产能 规模 能力 产量".split())
_NO_PRODUCT = frozenset("级 以上 以下 的 左右 重点 重大 标志性 大型 等 落后 中央".split())
_WITHIN = frozenset(("word", "Industry", "Product"))
_LONGEST = 20  # characters between size and head
_FORMS = REGISTERED_FORMS | frozenset("公司 集团 集团公司".split())
_YEARLY = frozenset(("加工", "处理", "生产", "屠宰", "产"))  # behind 年
SIZE = sign(
    lambda word: word.kind == "quantity" and bool(_MADE.search(word.text) or _MADE_IN_COUNTS.search(word.text) or _POWER.search(word.text)),
    words=("英寸", "代"),
)


def sized_projects(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Projects named by size and product, one for each size."""
    for i, size in enumerate(tokens):
        if not size.signs & SIZE:
            continue
        before = tokens[i - 1].text if i else ""
        processed = before in _YEARLY and i > 1 and tokens[i - 2].text == "年"  # 年加工10万吨…
        before = "年产" if processed else before
        inches = size.text == "英寸" and before.isdigit()  # 8英寸碳化硅衬底厂
        generation = i > 1 and size.text == "代" and tokens[i - 2].text == "第" and before.replace(".", "").isdigit()  # 第6代AMOLED生产线
        if before in _SUMS and any(COUNTED.match(t.text) or t.kind == "quantity" and t.text[-1] in "个座" for t in tokens[max(0, i - 4) : i - 1]):
            continue  # 9个总装机65万千瓦光热项目: of many
        power = before != "年产" and _POWER.search(size.text)
        of_whom = before in REGISTERED_FORMS and ("万" in size.text or "亿" in size.text)  # 湘岭医药有限公司20亿粒胶囊生产项目
        if not (inches or generation or before == "年产" or power or of_whom or _MADE.search(size.text)):
            continue
        product = i + 3 if [t.text for t in tokens[i + 1 : i + 3]] == ["/", "年"] else i + 1
        last = _head(tokens, product, inches)
        if power and last is not None and (tokens[last].text in _PLANTS or not _POWER_PLANTS.search(text_of(tokens, product, last))):
            continue
        if last is not None and not (i and (COUNTED.match(before) or tokens[i - 1].kind == "quantity" and before[-1:] in "条个座")):
            first = i - (2 if generation or processed else inches or before == "年产")
            if tokens[last].text in _LINES and (first and _A_FEW_LINES.fullmatch(tokens[first - 1].text) or _is_where_work_goes_on(tokens, last)):
                continue  # 两条8英寸芯片生产线; 8英寸芯片生产线满负荷运转
            if before == "年产" and tokens[last].text in _LINES and _are_of_a_project(tokens, first):
                continue
            if before == "/" and i > 1 and tokens[i - 2].kind == "quantity":
                first = i - 2  # 100MW/200MWh储能项目
            if (quoted := _quoted(tokens, first, last)) is not None:
                first = quoted
            elif first > 1 and PHASE.fullmatch(tokens[first - 1].text) and names_something(tokens, begin := start_of(tokens, first - 1), first - 1, 9):
                first = begin  # 隆基股份丽江三期年产10GW单晶硅棒项目
            elif first and tokens[first - 1].kind == "Company":
                first -= 1  # 华能350MW新能源发电项目
            elif first > 1 and tokens[first - 1].kind == "District" and (tokens[first - 2].kind == "Company" or bears_a_company(tokens[first - 2])):
                first -= 2  # 华能晨州350MW新能源发电项目
                yield Candidate(tokens[first].start, tokens[first].end, "Company", "composition.company", False)
            elif first > 1 and tokens[first - 1].text in _FORMS and (registered := _registered(tokens, first - 1)) is not None:
                first = registered  # 湘岭集团晨州化工公司5万吨/年乙二醇项目
            elif (mark := mark_before(tokens, first)) is not None:
                yield Candidate(tokens[mark].start, tokens[first - 1].end, "Company", "composition.company", True)
                first = mark  # 鑫凯辰年产30万吨生物柴油项目: a mark that no table has
            elif (mark := mark_in_front(tokens, first)) is not None or (mark := _mark_and_goods(tokens, first)) is not None:
                yield Candidate(tokens[mark].start, tokens[first - 1].end, "Company", "composition.company", True)
                first = mark  # 蜀辰矿产5万吨/年磷酸铁锂项目, 洛晟面粉20万吨小麦深加工项目
            first = _further_sizes(tokens, first)
            yield Candidate(tokens[first].start, tokens[last].end, "Project", "grammar.sized", True)


def _registered(tokens: Sequence[Token], form: int) -> int | None:
    """Where the name of a company begins that ends in its legal form or in 集团; None if nothing stands in front of it."""
    begin = start_of_registered(tokens, form) if tokens[form].text != "集团" else start_of(tokens, form)
    begin = behind_its_kind(tokens, begin, form + 1)
    return begin if begin < form and names_something(tokens, begin, form, 2) else None


def _mark_and_goods(tokens: Sequence[Token], stop: int) -> int | None:
    """Where a company begins that is called by a mark and by what it deals in, right in front of the size: 洛晟|面粉20万吨…, 贵沐|米业年产…."""
    if stop < 2:
        return None
    mark, goods, before = tokens[stop - 2], tokens[stop - 1], tokens[stop - 3] if stop > 2 else None
    begins = before is None or before.kind in ("District", "Park", "time") or before.text in "，。：；、“的" or before.text in BREAK
    trade = goods.text[-1] == "业"  # 贵泉米业: more than a place's goods
    called = mark.kind == "word" and 2 <= len(mark.text) <= 3 and mark.hit is None and (trade or not NO_MARK.search(mark.text))
    called = called and (not known_word(mark.text) or trade and (mark.tag in NAMED_TAGS or mark.tag == "ns"))
    deals = goods.hit is not None and len(goods.text) <= 3 and (is_trade(goods) or goods.kind == "word" and goods.tag == "n")
    return stop - 2 if begins and called and deals else None


def _are_of_a_project(tokens: Sequence[Token], first: int) -> bool:
    """Whether lines are what a project of the sentence consists of: 甲技改项目…，建设年产17万吨光伏玻璃生产线."""
    return first > 1 and tokens[first - 1].text in _BUILDS and any(t.text == "项目" for t in tokens[: first - 1])


def _is_where_work_goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether news only looks at a line at work: …生产线满负荷运转, …生产线上."""
    behind = text_of(tokens, last + 1, min(last + 3, len(tokens) - 1)) if last + 1 < len(tokens) else ""
    return behind.startswith(("上", "旁", "满负荷", "开足马力", "全速", "高速运", "正在运转", "正全", "一派", "马不停蹄"))


def _further_sizes(tokens: Sequence[Token], first: int) -> int:
    """Where a name begins that tells several sizes with their products, one head noun behind them all: 年产15万吨甲醇、2万吨醋酸及30吨甲酸项目."""
    if tokens[first].kind != "quantity" and tokens[first].text not in ("年产", "第") and not tokens[first].text[0].isdigit():
        return first  # 甲公司3万吨碱: another's
    while first > 2 and tokens[first - 1].text == "、":
        size = first - 2
        while (
            size > 0
            and tokens[size].kind in _WITHIN
            and not tokens[size].signs & SIZE
            and tokens[size].text not in _HEADS
            and tokens[size].text not in _NOT_MADE
            and not _breaks(tokens[size])
        ):
            size -= 1
        if size == first - 2 or tokens[size].kind != "quantity" or not _MADE.search(tokens[size].text):
            return first
        first = size - (size > 0 and tokens[size - 1].text == "年产")
    return first


def _quoted(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where a name begins that quotation marks show whole: “湘岭能源黄州350MW发电项目”."""
    if last + 1 < len(tokens) and tokens[last + 1].text == "”":
        for at in range(first - 1, max(-1, first - 8), -1):
            if tokens[at].text == "“":
                return at + 1 if at + 1 < first else None
            if tokens[at].kind == "punctuation":
                return None
    return None


def mark_in_front(tokens: Sequence[Token], stop: int) -> int | None:
    """Where a company begins that ends at a token: a word mark and a trade, behind the end of a clause, a place or a company."""
    for first in range(max(0, stop - 4), stop - 1):
        before = tokens[first - 1] if first else None
        begins = before is None or before.text in "，。：；、“的" or before.kind in ("District", "Company") or before.text.endswith(("集团", "公司"))
        if begins and (mark_and_trade(tokens, first, stop) or is_mark_and_trade(tokens, first, stop, True)):
            return first
    return None


def _head(tokens: Sequence[Token], first: int, plant: bool) -> int | None:
    """The last token of the name whose product begins at ``first``; None if no product and head noun follow.

    :param plant: whether 厂 alone is a head too
    """
    for at in range(first, min(first + 14, len(tokens))):
        token = tokens[at]
        if token.start - tokens[first].start > _LONGEST:
            return None
        if (token.text in _HEADS or plant and token.text == "厂") and _makes_something(tokens, first, at):
            if token.text in _PLANTS and at + 1 < len(tokens) and tokens[at + 1].text in ("项目", "工程"):
                at += 1  # 年产16GW高效电池智能工厂项目
            elif token.text in _PLANTS:
                at = _with_what_is_built_beside(tokens, at)
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            if behind is not None and (COUNTED.match(behind.text) or behind.kind == "quantity"):
                return None  # 年产10万吨以上项目3个: counted
            return at + 1 if behind is not None and PHASE.fullmatch(behind.text) else at
        if token.text == "的" and at > first and at + 1 < len(tokens) and tokens[at + 1].text in _PLANTS:
            continue  # 年产50万台养生壶的生产线
        if (
            token.text not in _JOINTS
            and token.text not in _CHANGES
            and not (at > first and _goes_on(tokens[at - 1], token))
            and (token.kind not in _WITHIN or token.tag[:1] in "pru" or _breaks(token) or COUNTED.match(token.text))
        ):
            return None
    return None


def _with_what_is_built_beside(tokens: Sequence[Token], plant: int) -> int:
    """The last token of a name in which something else stands between the plant and 项目: 年产50万吨精米生产线及冷链项目."""
    if plant + 3 < len(tokens) and tokens[plant + 1].text in PART_JOINTS and tokens[plant + 2].text != "项目":
        for at in range(plant + 2, min(plant + 6, len(tokens))):
            if tokens[at].text in ("项目", "建设项目"):
                return at
            if tokens[at].kind not in _WITHIN or tokens[at].tag[:1] in "pruvdc" or is_proper(tokens[at]):
                break
    return plant


def _goes_on(before: Token, size: Token) -> bool:
    """Whether a second size goes on with a name: 10万吨多晶硅及10GW单晶硅项目; not 一期4条生产线, which are counted."""
    return size.kind == "quantity" and size.text[-1] not in "条个座家项" and (before.text in PART_JOINTS or PHASE.fullmatch(before.text) is not None)


def _breaks(token: Token) -> bool:
    return token.text in BREAK and token.tag != "f" and token.text != "聚"  # 聚乙醇酸: what the segmenter takes for a verb


def _makes_something(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a product is named: not 级, 以上, 重点 alone."""
    if first == stop or tokens[first].text in _NO_PRODUCT:
        return False
    return any(is_trade(t) or len(t.text) > 1 and t.text not in GENERIC and t.text not in _CHANGES for t in tokens[first:stop])
