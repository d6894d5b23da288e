"""What words are to a name: whether one may stand inside it, ends it, or is one by itself, and what a phrase of them names.

The words are in ``lexicon/borders.yaml``; what a word says by itself is a sign (:mod:`.signs`). Where a name begins: :mod:`.left_edge`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.lexicon import words
from kg.recognize.text.signs import Word, sign
from kg.recognize.text.tokens import Token, known_word

BREAK, INSIDE, EDGE, GENERIC = (words("borders", name) for name in ("break", "inside", "edge", "generic"))
NO_PLACES = words("borders", "no_places")  # that some place is called, too
_NO_PLACES = words("borders", "no_places_by_themselves")
PLAIN = GENERIC | EDGE  # of these alone is no name, and no mark
PLAIN_OR_BREAK = PLAIN | BREAK
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


_IS_TRADE, _IS_PROPER, _ENDS_NAMES, MAY_BE_INSIDE = map(sign, (trade, proper, _ending, _inner))


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
    return token.signs & MAY_BE_INSIDE != 0


VOLTS = frozenset("千伏 KV kV".split())
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
TRADES = words("heads", "CompanyAfterWordMark")  # behind a company's word mark
ALL_TRADES = TRADES | words("heads", "CompanyTrades")  # … also where only a list or a size tells that it is one


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
        if is_proper(token) and token.text not in _NO_PLACES or token.text in ("“", "·"):
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
