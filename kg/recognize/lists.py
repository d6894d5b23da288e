"""Takes the tokens of a sentence, proposes the members of lists, typed by what stands behind or before the list.

X、Y、Z等企业 are companies even where a member looks like a place (Hearst patterns: the noun behind 等 decides);
开工建设X、Y and X、Y建成投产 are projects. A member between two 、 is the whole piece between them; only the first
member's left border is walked.
"""

from __future__ import annotations


import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.recognize.candidates import Candidate
from kg.recognize.grammar import PLAIN_HEADS, ends_with, heads_at, mark_end, names_no_park, named_by_head, word_mark_companies
from kg.recognize.industries import NO_FIRST, TOO_GENERAL, TRADE_NOUNS
from kg.recognize.lexicon import ordered, words
from kg.recognize.phrase import (
    BREAK,
    COUNTED,
    EDGE,
    GENERIC,
    INSIDE,
    LISTED,
    ends_names,
    inside,
    is_proper,
    is_trade,
    names_something,
    start_of,
    text_of,
    trim,
)
from kg.recognize.signs import sign
from kg.recognize.tokens import Token, known_word
from kg.recognize.works import ROUTE, WORK, is_work, shared_heads, works_before_etc

LIST_CLASSES = ("Company", "Project", "Park", "Industry", "District", "Organization", "Product", "Programme")
_VERB_TAGS = ("v", "vn", "vd")
_AND = frozenset(("和", "与", "及", "以及", "暨"))
_CLAUSE_ENDS = frozenset("，。；：！？\n")
_MODIFIER_TOKENS = 9  # so many tokens may stand between 等 and the noun that types the list
# a listed company with one of these behind it is a company of its group: 国美智能
_WATER = re.compile(r"^(?:[引调].{1,2}[济入补].{1,2}|.{1,2}[电气水煤油](?:入|送|进|济).{1,2})$")   # 引汉济渭, 疆电入川
_LEARNED = ("研究所", "研究院", "研究中心", "创新中心", "科学院", "大学", "学院", "医院", "实验室", "协会")
MANY = frozenset("企业 央企 民企 国企 外企 公司 客商 人才 部门 机构 院校 高校 商会 协会".split())
_SUBSIDIARY_TRADES = frozenset(
    "智能 科技 微电子 半导体 能源 电子 生物 数科 云 物流 金融 金服 健康 汽车 电池 动力 光电 股份 集团 控股 置业 重工 重机 药业 精密 机械 锂业 铜业 铝业".split()
)
INFRASTRUCTURE = tuple(words("lists", "infrastructure"))
PUBLIC = re.compile("|".join(sorted(words("lists", "public"))))
# of an office (市政务云), counted or numbered (三大新, 8号), or of two places (甬绍)
NO_MARK = re.compile(r"^(?:中国|[省市县区州国全第各首]|[一二三四五六七八九十两百千]+[大个条号]|[甬绍杭沪宁苏锡常京津冀晋蒙辽吉黑皖闽赣鲁豫鄂湘粤桂琼渝川贵黔滇陕甘青深莞惠佛珠肇]{2}$|中[俄老缅越蒙韩日法德英美欧非泰巴哈吉]$)|\d|[号路道街桥墙河江湖山塔段村巷镇乡屯寨坝湾岭沟峡洲区]$")
TECHNOLOGIES = words("lists", "technologies")
_AREAS = frozenset(word for word in words("heads", "Park") if len(word) >= 3)
_MARK_TAGS = ("nr", "nz", "nt", "j", "ns")
_FIELDS = words("heads", "CompanyAfterWordMark") | words("heads", "Project") | words("heads", "Park") | words("heads", "Organization") | {"年产", "北方", "南方", "区域", "亚太"}
_TRADES = words("heads", "CompanyAfterWordMark")
_PRODUCT_HEADS = tuple(word for word in words("products", "heads") if len(word) > 1)
LONGEST_MEMBER = 32  # characters


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list: half-open token range."""

    first: int
    stop: int


_ATTRIBUTES = words("lists", "attributes")
_SIZES = frozenset("亿元 千万元 百亿元 十亿元 亿美元 的 以上 重大 重点 大型 产业 工业 后备 骨干 龙头 优质 知名 本土 成长性".split())
_WHAT_IS_BUILT = frozenset("项目 工程 重大项目 重点项目 重大工程 重点工程".split())
_MANAGED = frozenset("审批 管理 申报 制度 服务 监管 招商 用地 储备 库 负责人 数量 评估 验收".split())


@cache
def _list_nouns() -> dict[str, str]:
    """The nouns that type a list, with their class."""
    return {noun: cls for cls in reversed(LIST_CLASSES) for noun in words("lists", cls)}     # of several classes the first


def _types_a_list(token: Token) -> bool:
    return token.text in _list_nouns() or token.text[-2:] in _list_nouns()


def _types_as(token: Token) -> str | None:
    """The class of which a noun says that the list is."""
    nouns = _list_nouns()
    classes = {nouns.get(token.text)}
    for size in (2, 3):
        if len(token.text) > size and (token.kind == "word" or token.kind == nouns.get(token.text[-size:])):
            classes.add(nouns.get(token.text[-size:]))
    return next((cls for cls in LIST_CLASSES if cls in classes), None)


def _head_class(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The class that the noun behind 等 gives, and the noun's position."""
    best = described = None
    for i in range(at, min(at + _MODIFIER_TOKENS, len(tokens))):
        token = tokens[i]
        if token.text in _CLAUSE_ENDS or token.text in ("、", "的") and best:
            break
        if (
            token.text in words("lists", "stages")
            and not _is_attribute(tokens, i)
            or token.kind == "quantity"
            and best
            or token.text in BREAK
            and token.text not in INSIDE
            and token.tag.startswith(("v", "p", "c"))
            and not _is_attribute(tokens, i)
        ):
            break
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.text in ("龙头", "链主", "独角兽") and behind is not None and _types_a_list(behind):
            continue            # 等龙头项目招商
        if (
            behind is not None
            and behind.kind == "word"
            and (behind.text in _MANAGED or behind.tag == "n" and not _types_a_list(behind) and behind.text not in words("lists", "stages"))
        ):
            if described is None and token.text in ("企业", "公司", "集团", "央企", "国企") and behind.text not in _MANAGED:
                described = "Company", i    # 等企业产值: the companies', whatever it is, unless another noun types the list
            elif described is None and token.text in _WHAT_IS_BUILT and behind.text not in _MANAGED:
                described = "Project", i    # 等项目前期工作
            continue  # 等建设项目审批制度改革: the noun only describes the next one
        cls = _types_as(token)
        if cls is not None:
            best = cls, i
        elif best and token.tag.startswith("v"):
            break
    if best is not None and best[0] == "Project" and any(t.text in ("领域", "行业", "方面") for t in tokens[at : best[1]]):
        return None             # 等领域外资项目: fields of projects, not projects
    return best or described


def _is_attribute(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word describes the noun that types a list, which stands behind it or behind a size."""
    if tokens[i].text not in _ATTRIBUTES:
        return False
    for token in tokens[i + 1 : i + 5]:
        if _types_a_list(token):
            return True
        if token.kind != "quantity" and token.text not in _SIZES and token.text not in _ATTRIBUTES:
            return False
    return False


def members_before(tokens: Sequence[Token], last: int, floor: int = 0, whole: bool = False) -> list[Member]:
    """The members of a list that ends with token ``last``, in order.

    A piece between two separators is a member as a whole; the leftmost piece, and one that holds a word that ends a
    name (推动, 建成), are walked from their right end, and nothing further left belongs to the list.

    :param whole: take the first member up to the word that ends names, not by parts of speech (a list closed by 等 is sure)
    """
    members: list[Member] = []
    stop = last + 1
    while stop > floor:
        first, separated = _piece(tokens, stop, floor)
        if first >= stop:
            break
        if tokens[stop - 1].end - tokens[first].start > 2 * LONGEST_MEMBER:
            break
        ended = _last_break(tokens, first, stop)
        if separated and ended is None:
            member = Member(_after_size(tokens, first, stop), stop)
        else:
            member = Member(_first_member(tokens, first if ended is None else ended + 1, stop, whole), stop)
        if member.first < stop:
            members.append(member)
        if not separated or ended is not None:
            break
        stop = first - 1
    return members[::-1]


def _first_member(tokens: Sequence[Token], first: int, stop: int, whole: bool) -> int:
    """Where the first member of a list begins."""
    first = _after_size(tokens, first, stop)
    walked = start_of(tokens, stop - 1, first)
    if (
        not whole
        or tokens[stop - 1].end - tokens[first].start > 18
        or any(t.text in ("的", "了") or t.kind == "time" for t in tokens[first:stop])
    ):
        return walked
    while first < walked and (
        tokens[first].tag in ("p", "c", "d", "r", "u", "ul")
        and not is_proper(tokens[first])
        and known_word(tokens[first].text)
        or tokens[first].text in ("了", "一批")
    ):
        first += 1
    if tokens[stop - 1].end - tokens[first].start <= 6 and tokens[first].text in EDGE and first + 1 == stop - 1:
        return first  # 现代筑美: two words, of which the first may be part of the mark
    return trim(tokens, first, stop - 1)


def _piece(tokens: Sequence[Token], stop: int, floor: int) -> tuple[int, bool]:
    """The first token of the piece that ends before ``stop``, and whether a separator stands in front of it."""
    depth = 0
    for i in range(stop - 1, floor - 1, -1):
        text = tokens[i].text
        if text in ("）", "”"):
            depth += 1
        elif text in ("（", "“"):
            depth = max(0, depth - 1)
        elif depth == 0:
            if text in ("、", "以及") or text in _AND and _is_list_and(tokens, i, stop):
                return i + 1, True
            if text in _CLAUSE_ENDS:
                return i + 1, False
    return floor, False


def _last_break(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The last token of a piece that can't stand inside a name; a size in front (总投资86亿元的) is none."""
    first = _after_size(tokens, first, stop)
    depth = 0
    # a name may end in such a word (云账户共享, 百汇达), but not in what happens to it
    last = stop - 1 if stop - 1 == first or tokens[stop - 1].text in words("lists", "stages") else stop - 2
    while last > first and tokens[last + 1 if last + 1 < stop else last].text in _DONE_TO_WORKS and tokens[last].text in _DONE_TO_WORKS:
        last -= 1               # 惠民大道综合升级改造
    for i in range(last, first - 1, -1):
        token = tokens[i]
        if token.text in ("）", "”"):
            depth += 1
        elif token.text in ("（", "“"):
            depth = max(0, depth - 1)
        elif depth == 0 and not _left_of_a_mark(tokens, first, i) and not _before_size(tokens, first, i) and (
            token.kind == "time" or token.kind == "word" and ends_names(token) and token.text not in INSIDE and token.text not in _AND
        ):
            return i
    return None


def _before_size(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether 年产 stands between who makes something and how much: 兖矿年产6万吨三聚氰胺."""
    return tokens[i].text == "年产" and i > first and i + 1 < len(tokens) and (tokens[i + 1].kind == "quantity" or tokens[i + 1].tag == "m")


def _left_of_a_mark(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether a character is what the segmenter left of a mark: 本 in 金河佑本动物疫苗."""
    return tokens[i].text in _LEFT and i > first and (len(tokens[i - 1].text) == 1 or not known_word(tokens[i - 1].text)) and tokens[i - 1].kind == "word"


_LEFT = frozenset("本达得用使让给各每为正以")


_ENDS_A_MEMBER = ("项目", "工程", "公园", "博物馆", "大厦", "大桥", "大道", "电站", "二期", "一期", "三期")


def _is_list_and(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """Whether a 和 joins members of a list, not parts of one member: a name stands on both sides, or a 、 further left in the clause."""
    if i == 0 or i + 1 >= len(tokens):
        return False
    left, right = tokens[i - 1], tokens[i + 1]
    if left.kind in LISTED and right.kind in LISTED:
        return True
    if right.kind == "Company" and left.kind == "word" and (is_proper(left) or left.tag[:1] == "n"):
        return True             # 江门职院与华为
    if left.text in _AREAS and left.text not in ("园区", "片区"):
        return True             # 甲科技产业园和牛湾港
    if left.kind == "word" and left.text.endswith(_ENDS_A_MEMBER) and right.text not in GENERIC and right.kind in (*LISTED, "word"):
        return True             # 改扩建工程和老年活动中心
    for j in range(i - 1, max(-1, i - 12), -1):
        if tokens[j].text == "、":
            return is_proper(right) or right.kind in LISTED or right.text == "“"
        if tokens[j].text in _CLAUSE_ENDS:
            break
    return False


def _after_size(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Skip a size in front of a member: 总投资86亿元的…, 投资2亿美元的…, 20亿元的…."""
    for i in range(stop - 1, first, -1):
        if tokens[i].text == "的" and any(t.kind == "quantity" for t in tokens[first:i]):
            return i + 1
    if tokens[first].kind == "quantity" and first + 1 < stop and tokens[first].text[-1] == "元":
        return first + 1
    return first


_BUILT_HEADS = tuple(ordered("heads", "ProjectInLists"))
_NOT_BUILT = tuple(ordered("heads", "NotInLists"))


def own_class(tokens: Sequence[Token], first: int, stop: int) -> str | None:
    """The class of the head noun that a member ends in, if it ends in one."""
    last = tokens[stop - 1]
    for head, cls in heads_at(last.text):
        at = ends_with(tokens, stop - 1, head, first)
        if at is not None and (at > first or last.text != head):
            return cls
    if _ends_in_built(tokens, first, stop):
        return "Project"
    return None


def _ends_in_built(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member ends in something built that only a list of such things makes a project."""
    text = text_of(tokens, first, stop - 1)
    return tokens[stop - 1].kind == "word" and stop - first > 1 and text.endswith(_BUILT_HEADS) and not text.endswith(_NOT_BUILT)


_PLACES_IN_TOWN = ("大道", "公园", "立交", "水厂")


def companies_in_front(tokens: Sequence[Token], first: int, stop: int, listed_project: bool = False) -> list[tuple[int, int]]:
    """The companies that a project's or plant's name begins with: listed ones, else a word mark at the front.

    :param listed_project: whether a list or a size says that the name is a project's, so that words of the dictionary may be a mark
    :returns: half-open token ranges; two where a name joins them (江淮—大众战略合作项目)
    """
    text = text_of(tokens, first, stop - 1)
    built = text.endswith(_BUILT_HEADS)
    listed = [(i, i + 1) for i in range(first, stop) if tokens[i].kind == "Company" or not text.endswith(_PLACES_IN_TOWN) and _weak_company(tokens, first, stop, i)]
    if listed:
        return listed
    if len(text) <= 4 and text[-1] in "寨河江湖山村镇桥路街":
        return []               # 戈家寨
    if built or text.endswith(INFRASTRUCTURE) or PUBLIC.search(text) or _WATER.match(text):
        return []
    bracket = next((i for i in range(first + 1, stop) if tokens[i].text == "（"), None)
    if (
        bracket is not None
        and tokens[bracket + 1].kind == "District"
        and tokens[first].kind != "District"
        and 3 <= tokens[bracket].start - tokens[first].start <= 8
    ):
        return [] if NO_MARK.search(text_of(tokens, first, bracket - 1)) else [(first, bracket)]  # 长江氢动力（佛山）研发中心
    i = first
    while i < stop and tokens[i].kind == "District":
        i += 1
    if i >= stop:
        return []
    token = tokens[i]
    if token.text in TECHNOLOGIES or token.tag == "eng" and any(c.isdigit() for c in token.text):
        return []
    if token.kind == "word" and token.tag == "eng" and 2 <= len(token.text) <= 8 and i == first and stop - i > 1:
        return [(i, i + 1)]
    end = _mark_before_field(tokens, i, stop) if listed_project else None
    if end is None:
        end = mark_end(tokens, i)
    if (
        end is None
        and 2 <= len(token.text) <= 4
        and token.kind == "word"
        and is_proper(token)
        and token.tag != "ns"
        and token.text not in GENERIC
        and token.hit is None
    ):
        end = i + 1
    if end is None or end >= stop:
        return []
    if end < stop - 1 and tokens[end].kind in ("word", "Industry") and tokens[end].text in _TRADES and tokens[end - 1].text not in _TRADES:
        end += 1
    if PHASE.fullmatch(tokens[stop - 1].text) and end < stop - 1 and not (listed_project and tokens[end].kind in ("District", "Industry", "quantity")):
        return []  # 散裂中子源二期: what stands between mark and phase is no trade
    return [] if NO_MARK.search(text_of(tokens, i, end - 1)) else [(i, end)]


def _is_field(token: Token) -> bool:
    """Whether a word says what a project is about, so that a mark ends in front of it: a trade, a size, a place, a product, a head noun."""
    if token.kind != "word" or is_trade(token):
        return True
    text = token.text
    if len(text) == 1:
        return token.tag in ("m", "q")
    return token.tag == "m" or text in GENERIC or text in INSIDE or text in _FIELDS or bool(PHASE.fullmatch(text)) or text.endswith(_PRODUCT_HEADS) and known_word(text)


def _mark_before_field(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The end of a mark in front of a project's field: 金宇共立 in 金宇共立宠物疫苗, 东方国信 in 东方国信工业互联网中心.

    It has two to four characters, up to six in front of a place. Words of the dictionary may be in it, but not they alone.
    """
    end = first
    while end < stop and not _is_field(tokens[end]) and tokens[end].end - tokens[first].start <= 6:
        if end > first and not _extends_mark(tokens[end - 1], tokens[end], end - 1 == first):
            break
        end += 1
    if end == first or end >= stop:
        return None
    inner, behind = tokens[first:end], tokens[end]
    if behind.text in _TRADES and end == first + 1 and end + 1 < stop and tokens[end + 1].kind == "District":
        return end + 1          # 并行科技 in 并行科技内蒙古算力基地
    text = text_of(tokens, first, end - 1)
    if behind.kind == "District" and behind.hit is not None and len(inner) == 1 and behind.text not in text:
        return end if 2 <= len(text) <= 4 and inner[0].tag not in ("ns", "f", "s", "v") and not known_word(text) else None
    if known_word(text) and len(inner) == 1 and inner[0].tag in _MARK_TAGS and inner[0].tag != "ns" and behind.text in _TRADES and end + 1 < stop:
        return end + 1          # 三联化工 in 三联化工电石炉搬迁技改
    unknown = not any(known_word(t.text) for t in inner)
    if not _is_field(behind) and not (len(text) == 3 and len(inner[-1].text) == 1) and not (unknown and behind.tag == "n" and known_word(behind.text)):
        return None
    if not 2 <= len(text) <= (6 if behind.kind == "District" else 4) or known_word(text) and (
        behind.kind not in ("quantity", "Industry") or inner[0].tag not in _MARK_TAGS
    ):
        return None
    if not any(is_proper(t) or len(t.text) == 1 or not known_word(t.text) for t in inner):
        return None
    return end


def _extends_mark(before: Token, token: Token, at_front: bool) -> bool:
    """Whether a word goes on with a mark: a character left alone, or a word that is no ordinary one; 煤基 is made of a trade."""
    if token.tag in ("m", "t", "uj", "ul", "p", "c") or token.text[-1] in "基级型式性化用类":
        return False
    if len(token.text) == 1 or at_front and len(before.text) == 1 and before.tag not in ("nr", "ns"):
        return True
    return not known_word(token.text) or token.tag in ("nz", "nr") or before.tag in ("s", "f")


def _weak_company(tokens: Sequence[Token], first: int, stop: int, i: int) -> bool:
    """A weak company name counts at the front of a project's name, or joined to another one there."""
    hit = tokens[i].hit
    if tokens[i].text in GENERIC:
        return False            # 现代服务
    if hit is None or not hit.weak or not any(e.cls == "Company" for e in hit.entries) or i + 1 >= stop:
        return False
    if i == first or all(t.kind == "District" for t in tokens[first:i]):
        return True
    return tokens[i - 1].text in ("—", "-", "–", "·", "与") and i - 2 >= first and tokens[i - 2].hit is not None


def _joins_products(tokens: Sequence[Token], i: int, first: int, stop: int) -> bool:
    """Whether 及 joins two products of one project: 中沐聚苯醚及特种酚."""
    return (
        tokens[i].text == "及"
        and first < i < stop - 1
        and tokens[i + 1].kind == "word"
        and tokens[i + 1].hit is None
        and not is_proper(tokens[i + 1])
        and tokens[i + 1].text not in ("周边", "配套", "其他", "相关")
    )


PHASE = re.compile(r"[一二三四五六首]期")


_DONE_TO_WORKS = words("lists", "done_to_works")
_ROAD = re.compile(r"[^道公铁高快速各旧断头丁字小]{2,}[路道街桥河渠湖]$")


def named_by_itself(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens name something that is there before anything is done to it: a work, a road, what a place or a company has."""
    return (
        own_class(tokens, first, stop) in ("Project", "Park", "Organization")
        and named_by_head(tokens, first, stop)
        or bool(_ROAD.search(text_of(tokens, first, stop - 1)))
        or stop - first > 1
        and tokens[first].kind in ("District", "Company", "Park", "Organization")
    ) and not any(
        ends_names(t) and t.text not in INSIDE or t.kind in ("time", "quantity") and not inside(t) or _counts_things(t) or t.text in ("的", "等") for t in tokens[first:stop]
    )


def classify_project(tokens: Sequence[Token], first: int, stop: int) -> str | None:
    """The class of a member of a list of projects (annotation.md: a bare company is a Company, one with a field behind it a Project)."""
    text = text_of(tokens, first, stop - 1)
    if any(map(_counts_things, tokens[first:stop])) or first and tokens[first - 1].text in ("至", "到"):
        return None
    if stop - first == 1 and tokens[first].kind in LISTED:
        return None if tokens[first].kind in ("District", "Industry") else tokens[first].kind
    done = stop
    while done > first and (tokens[done - 1].text in _DONE_TO_WORKS or done < stop and tokens[done - 1].text in ("综合", "全面", "整体", "智能化", "快速化")):
        done -= 1
    if first < done < stop and named_by_itself(tokens, first, done):
        return "Project"        # 惠民大道综合改造, 辽阳石化俄油改造
    own = own_class(tokens, first, stop) or ("Park" if text.endswith("园区") else None)
    if own == "Park" and text.endswith("产业基地") and companies_in_front(tokens, first, stop):
        own = "Project"  # a base of one company is a project, one of many a park
    if own == "Organization" and any(tokens[a].kind != "Organization" for a, _ in companies_in_front(tokens, first, stop, True)):
        own = "Project"  # a company's centre in a list of projects is being built
    if own == "Park" and names_no_park(tokens, first, stop - 1):
        return None
    if own is not None:
        if _ends_in_built(tokens, first, stop) and not heads_at(tokens[stop - 1].text):
            return own if names_something(tokens, first, stop - 1, 9) else None
        return own if names_something(tokens, first, stop, 9 if tokens[stop - 1].text in PLAIN_HEADS else 2) else None
    if any(c.start == tokens[first].start and c.end == tokens[stop - 1].end for c in word_mark_companies(tokens[first:stop])):
        return "Company"
    if any(t.kind == "quantity" and t.text[-1] == "元" for t in tokens[first:stop]):
        return None
    if (
        stop - first == 2
        and tokens[first].hit is not None
        and any(e.cls == "Company" for e in tokens[first].hit.entries)
        and tokens[first + 1].text in _SUBSIDIARY_TRADES
    ):
        return "Company"
    if _WATER.match(text):
        return "Project"        # 引汉济渭
    if stop - first == 2 and len(text) == 4 and tokens[first + 1].text in _SUBSIDIARY_TRADES and not _is_field(tokens[first]) and tokens[first].kind == "word" and (
        tokens[first].text not in EDGE and tokens[first].text not in BREAK and tokens[first].tag not in ("m", "t", "f", "d")
    ):
        return "Company"        # 先导科技
    if len(text) <= 4 and stop - first > 1 and not any(_is_field(t) for t in tokens[first:stop]) and _bare_mark(tokens, first, stop):
        return "Project" if NO_MARK.search(text) else "Company"    # 仓盛路 in a list of projects is a road
    if companies_in_front(tokens, first, stop, True):
        return "Project"
    if text in GENERIC or all(t.text in GENERIC for t in tokens[first:stop]) or tokens[stop - 1].text in MANY:
        return None
    if any(
        ends_names(t) and t.text not in INSIDE and not _joins_products(tokens, i, first, stop) and not _before_size(tokens, first, i) or COUNTED.match(t.text)
        for i, t in enumerate(tokens[first:stop], first)
    ):
        return None
    content = [t for t in tokens[first:stop] if t.kind != "punctuation"]
    if len(text) <= 4 and _bare_mark(tokens, first, stop):
        return "Project" if NO_MARK.search(text) else "Company"
    if len(content) > 1 and names_something(tokens, first, stop, 9):
        return "Project"
    return None


def _bare_mark(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """A word mark alone: one word that no dictionary has or that is tagged as a name, or characters that make no word."""
    if any(t.hit is not None or t.tag in ("m", "t", "f", "v", "vn") and len(t.text) > 1 for t in tokens[first:stop]):
        return False
    if stop - first == 1:
        return is_proper(tokens[first]) and not known_word(tokens[first].text)
    singles = sum(len(t.text) == 1 for t in tokens[first:stop])
    return not known_word(text_of(tokens, first, stop - 1)) and (
        singles == stop - first or any(len(t.text) > 1 and not known_word(t.text) for t in tokens[first:stop]) or stop - first <= 3 and any(is_proper(t) for t in tokens[first:stop]) and singles >= 1
    )


def _typed(tokens: Sequence[Token], member: Member, cls: str, rule: str, confirmed: bool) -> Iterator[Candidate]:
    first, stop = member.first, member.stop
    if first >= stop:
        return
    start, end = tokens[first].start, tokens[stop - 1].end
    if not 2 <= end - start <= LONGEST_MEMBER:
        return
    if cls == "Project":
        found = classify_project(tokens, first, stop)
        if found is not None:
            yield Candidate(start, end, found, rule, True)
        return
    own = own_class(tokens, first, stop)
    if cls == "Company":
        token = tokens[first]
        if own == "Organization" and tokens[stop - 1].text.endswith(_LEARNED) and names_something(tokens, first, stop, 2):
            yield Candidate(start, end, "Organization", rule, True)
            return
        if own not in (None, "Company", "Organization") or (
            stop - first == 1 and token.kind in LISTED and token.kind not in ("Company", "District")
        ):
            return
        if any(t.kind in ("quantity", "time") or t.text in ("的", "等") for t in tokens[first:stop]):
            return
        text = text_of(tokens, first, stop - 1)
        if text in GENERIC or text in BREAK or not _may_be_company(tokens, first, stop, text, confirmed):
            return
        yield Candidate(start, end, "Company", rule, True)
    elif cls == "Park" and own == "Park" and not names_no_park(tokens, first, stop - 1):
        yield Candidate(start, end, "Park", rule, True)
    elif cls == "Organization" and own == "Organization" and names_something(tokens, first, stop, 2):
        yield Candidate(start, end, "Organization", rule, True)
    elif cls == "District":
        token = tokens[first]
        if stop - first == 1 and token.hit is not None and (confirmed or not token.hit.weak or token.tag in _MARK_TAGS and token.text not in words("borders", "no_places")) and any(e.cls == "District" for e in token.hit.entries):
            yield Candidate(start, end, "District", rule, True)
    elif cls == "Industry":
        yield from _industry(tokens, first, stop, rule)


def _is_thing(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member of a list is an ordinary noun or a trade, and ends in no noun of companies (平安证券)."""
    if member.stop - member.first > 1 and own_class(tokens, member.first, member.stop) == "Company":
        return False
    return all(
        is_trade(t) or t.kind == "word" and known_word(t.text) and t.tag in ("n", "vn", "v", "b", "a", "l", "j")
        for t in tokens[member.first : member.stop]
    )


def _listed_company(tokens: Sequence[Token], member: Member) -> bool:
    return any(t.kind == "Company" for t in tokens[member.first : member.stop])


def _may_be_company(tokens: Sequence[Token], first: int, stop: int, text: str, confirmed: bool) -> bool:
    """Whether a member of a list of companies can be one: a name, a short string that no dictionary has, or a short
    phrase beside a listed company."""
    if any(t.kind == "Company" for t in tokens[first:stop]):
        return len(text) <= 12
    if tokens[first].hit is not None and any(e.cls == "Company" for e in tokens[first].hit.entries):
        return True
    if stop - first == 1 and tokens[first].kind == "District":
        return len(text) == 2
    if any(t.kind == "Industry" or t.text in ("产业", "行业", "领域", "类", "型") for t in tokens[first:stop]):
        return names_something(tokens, first, stop, 9) and len(text) <= 8
    if confirmed and 2 <= len(text) <= 6 and not all(t.text in GENERIC for t in tokens[first:stop]):
        return True
    return len(text) <= 14 and names_something(tokens, first, stop, 9)


def _industry(tokens: Sequence[Token], first: int, stop: int, rule: str) -> Iterator[Candidate]:
    """A member of a list of industries: short, without verb, place, company or number."""
    if tokens[first].text == "“" and tokens[stop - 1].text == "”":
        first, stop = first + 1, stop - 1
    while (
        first < stop - 1
        and tokens[first].hit is not None
        and tokens[first].kind in ("District", "word")
        and tokens[first].hit.entries[0].cls == "District"
        and tokens[first].text not in GENERIC
    ):
        first += 1  # 南海氢能: the place in front is a place
    while first < stop - 1 and (ends_names(tokens[first]) and tokens[first].text not in INSIDE or tokens[first].text in NO_FIRST and tokens[first].tag in _VERB_TAGS):
        first += 1  # 继续抓好温泉旅游, 融合升级航运经纪: what is done with it is no part of it
    joint = next(
        (
            i
            for i in range(first + 1, stop - 1)
            if tokens[i].text == "和" and is_trade(tokens[i - 1]) and is_trade(tokens[i + 1])
        ),
        None,
    )
    if joint is not None and is_trade(tokens[stop - 1]):
        yield from _industry(tokens, first, joint, rule)
        yield from _industry(tokens, joint + 1, stop, rule)
        return
    if (
        stop - first == 2
        and tokens[first].kind == "word"
        and tokens[stop - 1].kind == "Industry"
        and len(tokens[stop - 1].text) >= 4
        and tokens[first].tag in ("n", "v", "vn", "d")
    ):
        first += 1
    text = text_of(tokens, first, stop - 1)
    if len(text) > 14 or any(
        t.kind in ("quantity", "time", "Company", "District", "Park", "Project") or t.text in ("的", "个") for t in tokens[first:stop]
    ):
        return
    if own_class(tokens, first, stop) is not None or text in TOO_GENERAL or text in GENERIC and not is_trade(tokens[first]) or all(t.text in GENERIC and t.hit is None for t in tokens[first:stop]):
        return
    if (
        stop - first == 1
        and tokens[first].kind == "word"
        and tokens[first].tag.startswith(("v", "r", "m", "d"))
        and tokens[first].hit is None
    ):
        return
    if not any(is_trade(t) or t.hit is not None and any(e.cls == "Industry" for e in t.hit.entries) for t in tokens[first:stop]) and not text.endswith(TRADE_NOUNS):
        return
    if "+" in text:
        return  # 互联网+, 跨境电商+产业带
    yield Candidate(tokens[first].start, tokens[stop - 1].end, "Industry", rule, False)


def _sized(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """总投资11亿元的…项目: everything between the size and 项目 is the project's name."""
    for i, token in enumerate(tokens):
        if not token.signs & _OF or i == 0 or tokens[i - 1].kind != "quantity" or not tokens[i - 1].text.rstrip("以上").endswith("元"):
            continue
        for stop in range(i + 1, min(i + 16, len(tokens))):
            if tokens[stop].text in _CLAUSE_ENDS or tokens[stop].text in ("、", "的", "等") or tokens[stop].kind == "quantity":
                break
            if tokens[stop].text in ("项目", "工程") and names_something(tokens, i + 1, stop, 9):
                yield Candidate(tokens[i + 1].start, tokens[stop].end, "Project", "list.sized", True)
                break


_OF = sign(lambda word: word.text == "的")
_ETC = sign(lambda word: word.text == "等")
_CONSTRUCT = sign(lambda word: word.kind == "word" and word.text in words("lists", "construct"))
_STAGE = sign(lambda word: word.kind == "word" and word.text in words("lists", "stages"))
_LEADER = sign(lambda word: word.text in ("龙头", "链主"))
_COUNTED_KINDS = sign(lambda word: bool(re.fullmatch(r"[两三四五六七八九十\d]+大", word.text)))
_COUNT = re.compile(r"([两二三四五六七八九\d]+)[家户个项座]")
_NUMERALS = {"两": 2, **{c: n for n, c in enumerate("一二三四五六七八九", 1)}}
_COUNT_OF_FEW = sign(lambda word: word.kind == "word" and bool(_COUNT.fullmatch(word.text)) or word.kind == "quantity" and word.text[-1] in "家户个项座")
LIST_SIGNS = _OF | _ETC | _CONSTRUCT | _STAGE | _LEADER | _COUNTED_KINDS | ROUTE | WORK | _COUNT_OF_FEW
_LEADERS = re.compile(r"以(?P<names>[^，。；：的以为]{2,24}?)(?:等(?:企业|公司)?)?为(?:龙头|链主|引领的|首的)")
_NO_LEADERS = tuple("店 系 产业 企业 园 园区 区 项目 业 制造 经济 工程 市 县 技术 产品 基地 集群 中心 平台 主 点".split())


def _leaders(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """以X、Y为龙头: companies, also where the segmenter takes 以 and 为 for parts of their names."""
    base, text = tokens[0].start, text_of(tokens, 0, len(tokens) - 1)
    for match in _LEADERS.finditer(text):
        at = base + match.start("names")
        for name in match["names"].split("、"):
            inner = [t for t in tokens if at <= t.start and t.end <= at + len(name)]
            ordinary = name in GENERIC or name.endswith(_NO_LEADERS) or any(t.kind in ("District", "quantity") for t in inner) or any(map(is_trade, inner)) and not any(True for _ in word_mark_companies(inner))
            if 2 <= len(name) <= 8 and not ordinary:
                yield Candidate(at, at + len(name), "Company", "list.company-leads", True)
            at += len(name) + 1


def list_members(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Members of the lists of a sentence, typed."""
    yield from _sized(tokens)
    yield from shared_heads(tokens, members_before)
    for i, token in enumerate(tokens):
        if i and (token.signs & _ETC or token.signs & _COUNTED_KINDS and _counts_industries(tokens, i)):
            yield from _before_etc(tokens, i)
        elif token.signs & _CONSTRUCT:
            yield from _objects(tokens, i)
        if i and token.signs & _COUNT_OF_FEW and tokens[i - 1].text != "等":
            yield from _counted(tokens, i)
        if token.signs & _STAGE and i:
            yield from _subjects(tokens, i)
        if token.signs & _LEADER and i:
            yield from _leaders(tokens)


def _counted(tokens: Sequence[Token], count: int) -> Iterator[Candidate]:
    """甲、乙、丙3家企业: a list is closed by its count as it is by 等, if it has so many members."""
    match = _COUNT.fullmatch(tokens[count].text)
    number = match and (_NUMERALS.get(match[1]) or match[1].isdigit() and int(match[1]))
    if not number or not 2 <= number <= 9 or tokens[count - 1].kind in ("punctuation", "quantity", "time") and tokens[count - 1].text not in "”）":
        return
    found = _head_class(tokens, count + 1)
    if found is None or found[0] not in ("Company", "Project") or tokens[found[1]].text.endswith(_HOLDERS):
        return
    members = members_before(tokens, count - 1)
    if len(members) == number:
        for member in members:
            yield from _typed(tokens, member, found[0], f"list.{found[0].lower()}", False)


def _counts_industries(tokens: Sequence[Token], count: int) -> bool:
    """光电、医药两大产业: what stands in front of a count of industries is a list of them."""
    if tokens[count - 1].kind == "punctuation" or tokens[count - 1].tag[0] not in ("n", "j", "v"):
        return False
    return any(t.text in ("产业", "产业集群", "集群", "产业链") or t.kind == "Industry" and t.text.endswith("产业") for t in tokens[count + 1 : count + 3])


def _before_etc(tokens: Sequence[Token], etc: int) -> Iterator[Candidate]:
    yield from works_before_etc(tokens, etc, members_before)
    found = _head_class(tokens, etc + 1)
    behind = tokens[etc + 1] if etc + 1 < len(tokens) else None
    if found is None and not (behind is not None and behind.text in words("lists", "stages")):
        return
    members = members_before(tokens, etc - 1, whole=True)
    cls = found[0] if found else "Project"
    confirmed = any(tokens[m.first].kind == "District" if cls == "District" else _listed_company(tokens, m) for m in members)
    if cls == "Industry" and tokens[found[1]].text.endswith("领域") and 2 * sum(any(is_trade(t) for t in tokens[m.first : m.stop]) for m in members) < len(members):
        return  # 道路交通、建筑施工、自建房等领域: no industries
    if cls == "Company" and not confirmed and any(_is_thing(tokens, m) for m in members):
        return  # 线束、座椅、内外饰等企业: kinds of companies, not companies
    bare = [m for m in members if m.stop - m.first == 1 and tokens[m.first].kind == "Company"] if cls == "Project" else []
    works = found is not None and is_work(tokens, etc + 1, found[1])
    if cls == "Project" and found and tokens[found[1]].text.endswith(_HOLDERS) and not any(t.text in ("科技", "科学", "文化") for t in tokens[etc + 1 : found[1] + 1]):
        members = [m for m in members if own_class(tokens, m.first, m.stop) is not None or _listed_company(tokens, m)]    # 蔬菜、水果等基地
    for member in members:
        if len(bare) > 1 and len(bare) < len(members) and _short_word(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Company", "list.company-among", False)
        for candidate in _typed(tokens, member, cls, f"list.{cls.lower()}", confirmed):
            if works and candidate.cls == "Company" and not _listed_company(tokens, member):
                candidate = replace(candidate, cls="Project", rule="list.shared-head", certain=False)  # 西康、津沧等高速公路: roads named after their ends
            yield candidate


_HOLDERS = ("基地", "设施", "生产线", "产线")     # what they are of stands in front of them, too: 蔬菜、水果等基地


def _short_word(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is one short word that may be a company's among companies: 中通 beside 顺丰、圆通."""
    token = tokens[member.first]
    return (
        member.stop - member.first == 1
        and token.kind == "word"
        and 2 <= len(token.text) <= 4
        and token.text not in GENERIC
        and not ends_names(token)
        and not is_trade(token)
        and not NO_MARK.search(token.text)
    )


def _objects(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
    """开工建设X、Y: what follows the verb to the end of the clause, if it is names and nothing else."""
    stop = verb + 1
    while stop < len(tokens) and tokens[stop].text not in _CLAUSE_ENDS and tokens[stop].text not in ("等", "的"):
        stop += 1
    if stop < len(tokens) and tokens[stop].text in ("等", "的"):
        return  # typed by the noun behind 等; a relative clause is not an object
    end = stop
    if end - 1 > verb and tokens[end - 1].text in ("建设", "动工建设", "开工"):  # 加快X建设
        end -= 1
    if end - 1 <= verb or not all(inside(t) or t.text in "、（）“”" or t.text in _AND for t in tokens[verb + 1 : end]):
        return
    for member in members_before(tokens, end - 1, verb + 1):
        cls = own_class(tokens, member.first, member.stop)
        if cls in ("Project", "Park") and _is_named(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, cls, "list.object", True)


def _is_named(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member that ends in a head noun has something of its own, and is not counted."""
    if any(_counts_things(t) for t in tokens[member.first : member.stop]) or member.stop - member.first == 1 and tokens[member.first].kind in LISTED:
        return False
    sized = any(t.kind == "quantity" and inside(t) for t in tokens[member.first : member.stop])
    if sized or PHASE.fullmatch(tokens[member.stop - 1].text):
        return names_something(tokens, member.first, member.stop - 1, 2)    # 航空物流园一期: a phase or a size makes it one of its kind
    if not heads_at(tokens[member.stop - 1].text) or not any(ends_with(tokens, member.stop - 1, head, member.first) is not None for head, _ in heads_at(tokens[member.stop - 1].text)):
        return names_something(tokens, member.first, member.stop - _ends_in_built(tokens, member.first, member.stop), 9)
    return named_by_head(tokens, member.first, member.stop) and not names_no_park(tokens, member.first, member.stop - 1)


def _counts_things(token: Token) -> bool:
    """Whether a number counts things (6座, 2条), so that no name holds it."""
    return token.kind == "quantity" and token.text[-1] in "个家项条座处批" and "万" not in token.text or bool(COUNTED.match(token.text))


def _is_object(token: Token) -> bool:
    """Whether what stands behind a verb is what it acts on, not what became of its subject (建成通车, 建成开放)."""
    return token.kind in LISTED or token.kind == "quantity" or token.kind == "word" and token.tag[:1] in "nbajmrlst" and token.text not in words("lists", "stages") | {"使用", "运营", "启用", "开放", "落地"}


_TAKES_OBJECTS = frozenset("加快建设 加快推进 建成 启动 启动建设 开工建设 动工建设 成立 开通".split())
_BEFORE_STAGES = frozenset("相继 陆续 先后 顺利 正式 成功 全部 加快 均 已 全面 同步 全线 主体 基本 如期 尽早 尽快 提前 年内 即将".split())


def _subjects(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
    """X、Y建成投产: what stands before the verb in its clause."""
    if tokens[verb].text in _TAKES_OBJECTS and verb + 1 < len(tokens) and _is_object(tokens[verb + 1]):
        return                  # 甲、乙加快建设算力平台: who builds
    last = verb - 1
    while last >= 0 and (
        tokens[last].text in _BEFORE_STAGES
        or tokens[last].tag == "d"
        and not heads_at(tokens[last].text)
    ):
        last -= 1
    if (
        last < 0
        or tokens[last].kind in ("punctuation", "quantity", "time")
        and tokens[last].text not in ("”", "）")
        or tokens[last].text in ("等", "的")
    ):
        return
    members = members_before(tokens, last)
    for member in members:
        member = Member(trim(tokens, member.first, member.stop - 1), member.stop)
        cls = own_class(tokens, member.first, member.stop)
        if cls in ("Project", "Park", "Organization") and _is_named(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, cls, "list.subject", True)
        elif cls is None and len(members) > 1 and any(t.kind != "District" for t in tokens[member.first : member.stop]) and names_something(
            tokens, member.first, member.stop, 9
        ):
            found = classify_project(tokens, member.first, member.stop)
            if found is not None:
                yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, found, "list.subject", False)
