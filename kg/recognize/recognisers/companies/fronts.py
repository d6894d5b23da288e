"""Takes the name of a project or plant, gives the companies that it begins with: listed ones, else a word mark at the front."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.lexicon import any_of, ordered, words
from kg.recognize.recognisers.companies.developers import NO_MARK, bears_a_company, is_cut_from_a_mark
from kg.recognize.recognisers.companies.marks import mark_end
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.text.phrase import GENERIC, INSIDE, PHASE, TRADES, is_proper, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word

WATER_LED = re.compile(r"^(?:[引调].{1,2}[济入补].{1,2}|.{1,2}[电气水煤油热](?:入|送|进|济).{1,2})$")  # 引汉济渭, 疆电入川
MANY = frozenset("企业 央企 民企 国企 外企 公司 客商 人才 部门 机构 院校 高校 商会 协会".split())
INFRASTRUCTURE = tuple(words("lists", "infrastructure"))
PUBLIC = re.compile(any_of("lists", "public"))
TECHNOLOGIES = words("lists", "technologies")
MARK_TAGS = ("nr", "nz", "nt", "j", "ns")
NAME_TAGS = (*MARK_TAGS, "nrt")  # with foreign names
_FIELDS = TRADES | words("heads", "Project") | words("heads", "Park") | words("heads", "Organization") | {"年产", "北方", "南方", "区域", "亚太"}
_PRODUCT_HEADS = tuple(word for word in words("products", "heads") if len(word) > 1)
BUILT_HEADS = tuple(ordered("heads", "ProjectInLists"))
_BUILT_FOR_ALL = (*BUILT_HEADS, *INFRASTRUCTURE)
_ORDINARY = words("ordinary", "no_names")
_SMART = words("developers", "made_smartly")
_ELEMENTS = frozenset("硅 碳 锂 钠 氢 氟 磷 硫 铜 铝 镍 钴 锰 钒 钛 锌 镁 氮 氧".split())  # what is made begins with, behind a mark of three characters
_PLACES_IN_TOWN = ("大道", "公园", "立交", "水厂")


def companies_in_front(
    tokens: Sequence[Token], first: int, stop: int, listed_project: bool = False, any_mark: bool = False
) -> list[tuple[int, int]]:
    """The companies that a project's or plant's name begins with: listed ones, else a word mark at the front.

    :param listed_project: whether a list or a size says that the name is a project's, so that words of the dictionary may be a mark
    :param any_mark: whether a mark counts that is a thing or a place by its characters, so that it is no company but names the project all the same
    :returns: half-open token ranges; two where a name joins them (江淮—大众战略合作项目)
    """
    text = text_of(tokens, first, stop - 1)
    listed = _listed_companies(tokens, first, stop, text)
    if listed:
        return listed
    if _is_a_public_work(text):
        return []
    bracket = _place_in_brackets(tokens, first, stop)
    if bracket is not None:
        thing = heads_at(tokens[bracket - 1].text) or NO_MARK.search(text_of(tokens, first, bracket - 1))
        return [] if thing else [(first, bracket)]  # 长江氢动力（佛山）研发中心; not 智能制造基地（湖北）项目
    begin = next((i for i in range(first, stop) if tokens[i].kind != "District"), stop)
    if begin == stop or tokens[begin].text in TECHNOLOGIES or tokens[begin].tag == "eng" and any(c.isdigit() for c in tokens[begin].text):
        return []
    if begin == first and _is_an_acronym(tokens, first, stop):
        return [(first, first + 1)]
    end = _end_of_mark(tokens, begin, stop, listed_project)
    if end is None or end >= stop:
        return []
    if _trade_belongs_to_the_mark(tokens, begin, end, stop):
        end += 1
    if end < stop - 1 and _is_a_part_of_a_work(tokens, end, stop, listed_project):
        return []
    return [] if not any_mark and NO_MARK.search(text_of(tokens, begin, end - 1)) else [(begin, end)]


def _listed_companies(tokens: Sequence[Token], first: int, stop: int, text: str) -> list[tuple[int, int]]:
    """The listed companies of a name; with a word that no dictionary has behind it, a short one is the front of another mark.

    :param text: the name
    """
    listed = [
        (i - is_cut_from_a_mark(tokens, i, first), i + 1)
        for i in range(first, stop)
        if tokens[i].kind == "Company" or not text.endswith(_PLACES_IN_TOWN) and _weak_company(tokens, first, stop, i)
    ]
    if len(listed) == 1 and listed[0][0] == first and listed[0][1] + 1 < stop and _goes_on_with_the_mark(tokens, first, listed[0][1]):
        return [(first, listed[0][1] + 1)]  # 中兴湛能 is none of 中兴通讯
    return listed


def _goes_on_with_the_mark(tokens: Sequence[Token], first: int, behind: int) -> bool:
    """Whether a listed name of two characters and the two behind it are one mark."""
    rest = tokens[behind]
    if rest.kind != "word" or not len(tokens[first].text) == len(rest.text) == 2 or rest.tag == "eng" or rest.text[-1] in "及和与" or is_field(rest):
        return False
    return rest.hit is None and not known_word(rest.text) or rest.tag in ("nz", "nrt") and (rest.hit is None or rest.hit.weak)


def _is_a_public_work(text: str) -> bool:
    """Whether a name is of what no company builds for itself: roads, public buildings, 引汉济渭, 戈家寨."""
    if len(text) <= 4 and text[-1] in "寨河江湖山村镇桥路街":
        return True
    return text.endswith(_BUILT_FOR_ALL) or bool(PUBLIC.search(text) or WATER_LED.match(text))


def _place_in_brackets(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The bracket that opens behind a mark and holds a place."""
    bracket = next((i for i in range(first + 1, stop) if tokens[i].text == "（"), None)
    if bracket is None or tokens[bracket + 1].kind != "District" or tokens[first].kind == "District":
        return None
    return bracket if 3 <= tokens[bracket].start - tokens[first].start <= 8 else None


def _is_an_acronym(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a name begins with the letters of a company: SK in SK高分子项目."""
    token = tokens[first]
    return token.kind == "word" and token.tag == "eng" and 2 <= len(token.text) <= 8 and stop - first > 1 and tokens[first + 1].text != "/"


def _end_of_mark(tokens: Sequence[Token], begin: int, stop: int, listed_project: bool) -> int | None:
    """The end of the word mark that begins at a token; None if there is none."""
    end = _mark_before_field(tokens, begin, stop) if listed_project else None
    if end is None:
        end = mark_end(tokens, begin)
    if end is None and _is_a_mark_by_itself(tokens, begin, stop):
        end = begin + 1
    if end is not None and end < stop - 1 and _goes_on_in_a_character(tokens[end]):
        return end - 1 if len(tokens[end - 1].text) == 1 and end - 1 > begin else None  # 礼晨 in 礼晨载板基地; nothing in 泛铝件基地
    return end


def _is_a_mark_by_itself(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """Whether one word may be a company's mark: no place, no generic word, and of a longer one of the dictionary only in front of what companies make."""
    token = tokens[i]
    if token.kind != "word" or not 2 <= len(token.text) <= 4 or not is_proper(token) or token.tag == "ns":
        return False
    if token.text in GENERIC or token.hit is not None:
        return False
    return len(token.text) == 2 or not known_word(token.text) or _makes_what_companies_make(tokens, i + 1, stop)


def _trade_belongs_to_the_mark(tokens: Sequence[Token], begin: int, end: int, stop: int) -> bool:
    """Whether the trade behind a mark is part of the company's name: 科技 in 晨帆科技二期; 智能 only in front of what is not made smartly."""
    if end >= stop - 1 or tokens[end].kind not in ("word", "Industry") or tokens[end].text not in TRADES or tokens[end - 1].text in TRADES:
        return False
    return tokens[end].text != "智能" or tokens[end + 1].text not in _SMART and tokens[end - 1].end - tokens[begin].start <= 2


def _is_a_part_of_a_work(tokens: Sequence[Token], end: int, stop: int, listed_project: bool) -> bool:
    """Whether what stands behind a mark is no trade but a work or a part of one: 散裂中子源二期; 国橡中心新材料."""
    if tokens[end].text in INFRASTRUCTURE or tokens[end].text == "中心":
        return True
    if not PHASE.fullmatch(tokens[stop - 1].text):
        return False
    field = tokens[end].kind in ("District", "quantity") or is_trade(tokens[end]) or _is_made_there(tokens, end, stop)
    return not (listed_project and field)


def _goes_on_in_a_character(token: Token) -> bool:
    return token.kind == "word" and token.tag == "n" and len(token.text) == 1 and token.hit is None


def _is_made_there(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether one product stands between a mark that no dictionary has and a phase: 叉车 in 凯沐叉车二期."""
    return at == stop - 2 and not known_word(tokens[at - 1].text) and tokens[at].text.endswith(_PRODUCT_HEADS) and known_word(tokens[at].text)


def _makes_what_companies_make(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """Whether a trade or an acronym of a product follows: what dictionaries have in three characters is a thing or a place in front of all else (康乃馨,
    柴达木)."""
    return i < stop and (is_trade(tokens[i]) or tokens[i].tag == "eng" or tokens[i].kind == "quantity")


def is_field(token: Token) -> bool:
    """Whether a word says what a project is about, so that a mark ends in front of it: a trade, a size, a place, a product, a head noun."""
    if token.kind != "word" or is_trade(token):
        return True
    text = token.text
    if len(text) == 1:
        return token.tag in ("m", "q")
    return (
        token.tag == "m"
        or text in GENERIC
        or text in INSIDE
        or text in _FIELDS
        or bool(PHASE.fullmatch(text))
        or text.endswith(_PRODUCT_HEADS)
        and known_word(text)
    )


def _mark_before_field(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The end of a mark in front of a project's field: 金宇共立 in 金宇共立宠物疫苗, 东方国信 in 东方国信工业互联网中心.

    It has two to four characters, up to six in front of a place. Words of the dictionary may be in it, but not they alone.
    """
    if tokens[first].text in _ORDINARY:
        return None  # 青少年航空科普基地
    end = first
    while end < stop and not is_field(tokens[end]) and tokens[end].end - tokens[first].start <= 6:
        if end > first and not _extends_mark(tokens[end - 1], tokens[end], end - 1 == first):
            break
        end += 1
    if end == first or end >= stop:
        return None
    inner, behind = tokens[first:end], tokens[end]
    if behind.text in TRADES and end == first + 1 and end + 1 < stop and tokens[end + 1].kind == "District":
        return end + 1  # 并行科技 in 并行科技内蒙古算力基地
    text = text_of(tokens, first, end - 1)
    if behind.kind == "District" and behind.hit is not None and len(inner) == 1 and behind.text not in text:
        return end if 2 <= len(text) <= 4 and inner[0].tag not in ("ns", "f", "s", "v") and not known_word(text) else None
    if known_word(text) and len(inner) == 1 and inner[0].tag in MARK_TAGS and inner[0].tag != "ns" and behind.text in TRADES and end + 1 < stop:
        return end + 1  # 三联化工 in 三联化工电石炉搬迁技改
    unknown = not any(known_word(t.text) for t in inner)
    if not is_field(behind) and not (len(text) == 3 and len(inner[-1].text) == 1) and not (unknown and behind.tag == "n" and known_word(behind.text)):
        return None
    if (
        not 2 <= len(text) <= (6 if behind.kind == "District" else 4)
        or known_word(text)
        and (behind.kind not in ("quantity", "Industry") or inner[0].tag not in MARK_TAGS)
    ):
        return None
    if not any(is_proper(t) or len(t.text) == 1 or not known_word(t.text) for t in inner):
        return None
    return end


def _extends_mark(before: Token, token: Token, at_front: bool) -> bool:
    """Whether a word goes on with a mark: a character left alone, or a word that is no ordinary one; 煤基 is made of a trade."""
    if token.tag in ("m", "t", "uj", "ul", "p", "c") or token.text in ("纯", "高", "低", "大", "H") or token.text[-1] in "基级型式性化用类":
        return False
    if len(before.text) > 2 and token.text in _ELEMENTS:
        return False  # 埃普诺|硅碳负极
    if len(token.text) == 1 or at_front and len(before.text) == 1 and before.tag not in ("nr", "ns"):
        return True
    return not known_word(token.text) or token.tag in ("nz", "nr") or before.tag in ("s", "f")


def _weak_company(tokens: Sequence[Token], first: int, stop: int, i: int) -> bool:
    """A weak company name counts at the front of a project's name, or joined to another one there."""
    hit = tokens[i].hit
    if tokens[i].text in GENERIC:
        return False  # 现代服务
    if hit is None or not hit.weak or not bears_a_company(tokens[i]) or i + 1 >= stop:
        return False
    if i == first or all(t.kind == "District" for t in tokens[first:i]):
        return True
    return tokens[i - 1].text in ("—", "-", "–", "·", "与") and i - 2 >= first and tokens[i - 2].hit is not None
