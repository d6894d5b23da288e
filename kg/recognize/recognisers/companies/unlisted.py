"""Takes the name of a park or project that no listed company opens, gives the mark in front of its trade: 凯岭 in 晨州凯岭锂电池产业园.

Parks are named after hills and villages, too, so that a mark there is no company by itself: it must be no word and no place, and a trade that
companies have must stand between it and the head noun. Trades that places have (物流, 旅游) are in ``lexicon/developers.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK
from kg.recognize.recognisers.companies.fronts import INFRASTRUCTURE, PUBLIC, TECHNOLOGIES, WATER_LED, is_field
from kg.recognize.recognisers.products.things import ends_as_a_thing
from kg.recognize.text.phrase import ALL_TRADES, PHASE, PLAIN, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word

_OF_PLACES = words("developers", "trades_of_places")
_HEADS = words("heads", "Park") | words("heads", "Project") | {"建设项目", "园", "城", "谷"}
_TRADES = ALL_TRADES | {"煤业", "制药", "药业", "实业", "集团"}
_CLOSES = _TRADES - words("developers", "descriptive_trades")
_AREAS = words("heads", "Park") | {"中心", "园", "城", "区"}
_GROWN = ("生态园", "农业园", "养殖场", "园区")
_NO_MARKS = PLAIN | _TRADES
_NO_TAGS = ("m", "t", "c", "p", "uj", "ul", "d", "f", "s", "q", "r", "v", "eng")
_MADE_OF_TRADES = frozenset("数据中心 大数据中心 云计算中心 算力中心 智算中心 超算中心".split())
_LONGEST = 4  # characters of a mark


def mark_before_trade(tokens: Sequence[Token], first: int, stop: int, listed: bool = False) -> tuple[int, int] | None:
    """The mark at the front of a park's or project's name, behind its places.

    :param first, stop: half-open range of the name
    :param listed: whether a list says that it is a project, so that a word which the dictionary has as a name may be the mark: 东信
    :returns: half-open range of tokens
    """
    text = text_of(tokens, first, stop - 1)
    if text.endswith(INFRASTRUCTURE) or PUBLIC.search(text) or WATER_LED.match(text):
        return None
    while first < stop and tokens[first].kind in ("District", "Park"):
        first += 1
    end = _two_of_mark(tokens, first, stop)
    while end < stop and _of_mark(tokens[end]) and tokens[end].end - tokens[first].start <= _LONGEST:
        end += 1
    named = listed and end == first and first + 1 < stop and _is_called(tokens[first]) and _tells(tokens[first + 1])
    if named:
        end = first + 1
    mark = text_of(tokens, first, end - 1) if end > first else ""
    if end >= stop or not 2 <= len(mark) or known_word(mark) and not named or mark in TECHNOLOGIES or NO_MARK.search(mark):
        return None
    if tokens[end].text in INFRASTRUCTURE or text.endswith(_GROWN):
        return None  # 凯岭港区集装箱一期
    head = stop
    if tokens[stop - 1].text in _MADE_OF_TRADES and end == stop - 1:
        return first, end  # 凯岭辰讯数据中心
    while head > end and (tokens[head - 1].text in _HEADS or PHASE.fullmatch(tokens[head - 1].text)):
        head -= 1
    if any(t.text in _AREAS for t in tokens[end : min(end + 2, head)]):
        return None  # 凯岭科技新城新能源车项目: of a place
    if not is_field(tokens[end]) and not any(map(_tells, tokens[end:head])):
        return None
    if tokens[end].text in _CLOSES and (any(map(_tells, tokens[end + 1 : head])) or PHASE.fullmatch(tokens[end + 1].text)):
        return first, end + 1  # 凯岭药业 in 凯岭药业智能制造产业园, 凯岭石化 in 凯岭石化一期
    if any(map(_tells, tokens[end:head])) or tokens[stop - 1].text == "项目" and head > end and ends_as_a_thing(text_of(tokens, end, head - 1)):
        return first, end
    return None


def _two_of_mark(tokens: Sequence[Token], first: int, stop: int) -> int:
    """The end of a mark that the segmenter cut into a name and a character beside it (罗顿|仕, 艾|尔曼); ``first`` where there is none."""
    if first + 2 >= stop:
        return first
    one, two = tokens[first], tokens[first + 1]
    lengths = sorted((len(one.text), len(two.text)))
    plain = all(t.kind == "word" and t.hit is None and t.tag not in _NO_TAGS and t.text not in _NO_MARKS for t in (one, two))
    named = next((t.tag in ("nr", "nrt", "ns", "nz") for t in (one, two) if len(t.text) == 2), False)
    return first + 2 if plain and named and lengths == [1, 2] and not known_word(one.text + two.text) and is_field(tokens[first + 2]) else first


def _of_mark(token: Token) -> bool:
    """Whether a token may be part of a mark: what no dictionary and no table has, or a character left alone."""
    if token.kind != "word" or token.hit is not None or token.tag in _NO_TAGS or token.text in _NO_MARKS:
        return False
    return len(token.text) == 1 or not known_word(token.text)


def _is_called(token: Token) -> bool:
    """Whether the dictionary has a word of two characters as a name of something, no table as anything, and it describes nothing."""
    return token.kind == "word" and token.tag in ("nz", "nt") and token.hit is None and len(token.text) == 2 and token.text not in PLAIN


def _tells(token: Token) -> bool:
    """Whether a word is a trade that companies have, not places."""
    return (is_trade(token) or token.kind == "Product") and not any(token.text.endswith(trade) for trade in _OF_PLACES)
