"""Tells how far words are like a company's name, where a list, a place or a clause shows that they are somebody's: surely, perhaps, or not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.companies.developers import NO_MARK, PART_OF_A_PROVINCE
from kg.recognize.recognisers.companies.mark_and_trade import is_mark_and_trade
from kg.recognize.recognisers.companies.word_marks import mark_and_trade
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.recognisers.lists.kinds import head_class
from kg.recognize.recognisers.persons import SURNAMES
from kg.recognize.recognisers.products.things import ends_as_a_thing
from kg.recognize.text.phrase import CLAUSE_ENDS, COUNTED, GENERIC, INSIDE, NAMED_TAGS, PLAIN_OR_BREAK, ends_names, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word

NO, PERHAPS, SURELY = range(3)
_LISTS = ("CompanyAfterWordMark", "CompanyTrades", "TradesBehindPlaces")
TRADES_BEHIND_PLACES = tuple(sorted({trade for name in _LISTS for trade in ordered("heads", name)} - words("heads", "ProcessesAndWorks"), key=lambda trade: (-len(trade), trade)))
_PROCESSES = words("heads", "ProcessesAndWorks")
_DESCRIBES = words("developers", "descriptive_trades") | words("developers", "trades_of_places")
_FUNCTION = re.compile("[的了着过做]")
_NOT_IN_MARKS = ("m", "t", "d", "p", "c", "r", "u", "uj", "ul", "q", "v", "vn", "a", "b", "eng")
_LONGEST = 9  # characters
_OTHERS = ("Park", "Project", "Organization", "Programme")
_NO_TAGS = ("m", "t", "f", "d", "p", "c", "r", "u", "uj", "ul", "y", "q", "zg")
_ENDS_OF_OTHERS = tuple("人 户 村 镇 县 市 区 省 院 校 所 局 厅 委 会 岛 河 江 山 湖 港 路 街 园 城 店 站 队 组 族 语 节 奖 系 业".split())
_SUBJECTS_GO_ON = ("v", "d", "p", "c", "r")
_OWNED = words("lists", "of_companies")
_VERBS = frozenset("增 占 做 供 拿 有 要 忙 接 投 建 把 来 去 搬 卖 扎 靠 产 说 是 没 评 撑 拿 扩 落 走 握 到 造 开 在 给".split())  # of one character
_NOT_DONE = frozenset("游 创新 服务 管理 研发 生产 加工 制造 合作".split())  # what goes on with a noun phrase
_NOT_BEHIND = frozenset("、 （ “ 《 · — - – / 和 与 及 以及".split())


def likeness(tokens: Sequence[Token], first: int, stop: int, companies: Collection[tuple[int, int]] = ()) -> int:
    """How far tokens are like a company's name.

    :param first, stop: half-open range
    :param companies: offsets of the companies that are proposed for the sentence
    """
    if not 0 <= first < stop or not 2 <= tokens[stop - 1].end - tokens[first].start <= _LONGEST:
        return NO
    if (tokens[first].start, tokens[stop - 1].end) in companies:
        return SURELY
    if tokens[first].kind == "Company":
        return _of_a_listed_one(tokens, first, stop)
    if is_own_mark_and_trade(tokens, first, stop) or not _only_describes(tokens[stop - 1]) and _may_be_mark_and_trade(tokens, first, stop):
        return SURELY
    if tokens[first].kind == "District" and first + 1 < stop:
        if is_own_mark_and_trade(tokens, first + 1, stop):
            return SURELY
        return PERHAPS if tokens[stop - 1].end - tokens[first].end < 4 and is_unheard(tokens, first + 1, stop) else NO  # 湖北宏沃
    return PERHAPS if is_unheard(tokens, first, stop) else NO


def _only_describes(token: Token) -> bool:
    return token.text in _DESCRIBES or token.text in _PROCESSES


def _may_be_mark_and_trade(tokens: Sequence[Token], first: int, stop: int) -> bool:
    if _FUNCTION.search(text_of(tokens, first, stop - 1)):
        return False
    return is_mark_and_trade(tokens, first, stop, True) or mark_and_trade(tokens, first, stop)


def _of_a_listed_one(tokens: Sequence[Token], first: int, stop: int) -> int:
    """What a listed company's name and one more word are: its branch in a place (凯芯湛州), or another company of its group (凯芯重工)."""
    if stop == first + 1:
        return SURELY
    behind = tokens[first + 1]
    if stop > first + 2 or len(tokens[first].text) > 4:
        return NO
    if behind.kind == "District":
        return SURELY
    return PERHAPS if behind.text in TRADES_BEHIND_PLACES else NO


def is_unheard(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a short string is no word of the dictionary, and no person, thing, place or field by its characters."""
    inner, text = tokens[first:stop], text_of(tokens, first, stop - 1)
    if not 2 <= len(text) <= 5 or known_word(text) or NO_MARK.search(text) or PART_OF_A_PROVINCE.match(text) or heads_at(text):
        return False
    if text.endswith(_ENDS_OF_OTHERS) or ends_as_a_thing(text) or _FUNCTION.search(text) or _is_a_person(inner, text):
        return False
    if any(t.kind != "word" or t.tag in _NO_TAGS or is_trade(t) or t.text in PLAIN_OR_BREAK or ends_names(t) for t in inner):
        return False
    if any(heads_at(t.text) and any(cls in _OTHERS for _, cls in heads_at(t.text)) for t in inner):
        return False
    return all(_is_of_a_mark(t) or len(inner) > 1 and t.tag == "ns" and t.hit is None for t in inner) or _is_a_character_and_a_word(inner)


def _is_a_person(inner: Sequence[Token], text: str) -> bool:
    return len(text) == 3 and len(inner[0].text) != 2 and text.startswith(SURNAMES) and inner[-1].tag in ("nr", "nrt", "nz")


def _is_a_character_and_a_word(inner: Sequence[Token]) -> bool:
    """Whether a character that is no adjective stands in front of a word that is none of the trade: 汉|天下."""
    return len(inner) == 2 and len(inner[0].text) == 1 and inner[0].tag in ("j", "nr", "nz", "g", "ng") and inner[1].tag in ("n", "s", "nz", "ns", "nr") and len(inner[1].text) == 2


def is_own_mark_and_trade(tokens: Sequence[Token], first: int, stop: int, as_a_place: bool = False) -> bool:
    """Whether tokens are a mark that is no ordinary word and one trade or two; a trade that only describes (数据) closes none.

    :param as_a_place: whether some town may be called by the mark, too
    """
    text = text_of(tokens, first, stop - 1)
    trade = next((t for t in TRADES_BEHIND_PLACES if text.endswith(t) and len(text) - len(t) >= 2), None)
    if trade is None or trade in _DESCRIBES or tokens[first].kind == "District":
        return False
    mark = text.removesuffix(trade)
    mark = mark.removesuffix(next((t for t in TRADES_BEHIND_PLACES if mark.endswith(t) and len(mark) - len(t) > 1), ""))
    if not 2 <= len(mark) <= 4 or mark in GENERIC or NO_MARK.search(mark) or PART_OF_A_PROVINCE.match(mark) or _FUNCTION.search(mark):
        return False
    if any(t.start < tokens[first].start + len(mark) < t.end and (t.kind != "word" or known_word(t.text)) for t in tokens[first:stop]):
        return False  # 农产品加工业
    inside = [t for t in tokens[first:stop] if t.end - tokens[first].start <= len(mark)]
    if known_word(mark):
        return len(inside) == 2 or len(inside) == 1 and inside[0].tag in (*NAMED_TAGS, "ns") and not _is_listed_besides(inside[0], as_a_place)
    return all(map(_may_be_in_a_mark, inside))


def _may_be_in_a_mark(token: Token) -> bool:
    """Whether a word is a character left alone, or none of the dictionary, or no ordinary one."""
    if token.kind != "word" or is_trade(token) or ends_names(token):
        return False
    if len(token.text) == 1 or not known_word(token.text) and token.tag not in ("m", "eng"):
        return True
    return token.tag not in _NOT_IN_MARKS and token.text not in PLAIN_OR_BREAK and not _is_ordinary(token)


def _is_listed_besides(token: Token, as_a_place: bool) -> bool:
    """Whether a word is a listed name without doubt, or a place's: 织里 of 织里服饰, which all of the place make."""
    return token.hit is not None and (not token.hit.weak or not as_a_place and "District" in token.hit.classes)


def _is_ordinary(token: Token) -> bool:
    return token.tag in ("n", "l", "i", "s", "f") and known_word(token.text)


def _is_of_a_mark(token: Token) -> bool:
    """Whether a word may stand in a mark: a character left alone, or what the dictionary does not have as an ordinary word."""
    return len(token.text) == 1 and token.tag[:1] in "ngjaxzi" or token.tag in NAMED_TAGS or not known_word(token.text) and token.tag not in ("eng", "m", "d", "p")


def subject_ends(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a subject or an owner ends in front of a token: at a mark, at what it has, or at what it does."""
    if stop >= len(tokens):
        return True
    token = tokens[stop]
    if token.text in _NOT_BEHIND:
        return False
    if token.text == "等":
        found = head_class(tokens, stop + 1)
        return _goes_on(tokens, stop + 1) if found is None else found[0] in ("Company", "Project")
    if token.kind in ("time", "quantity") or token.text in _OWNED or COUNTED.match(token.text) or token.text in CLAUSE_ENDS or token.text in ("的", "”", "）", "则"):
        return True
    if token.tag == "v" and (len(token.text) == 1 and token.text not in _VERBS or not known_word(token.text)):
        return False
    if token.tag in ("i", "l"):
        return known_word(token.text) and len(token.text) > 3  # 紧随其后
    return token.kind == "word" and token.tag[:1] in _SUBJECTS_GO_ON and token.tag != "vn" and token.text not in INSIDE and token.text not in _NOT_DONE


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether no noun stands behind 等, so that it is not of things of another kind: 等消费热点, 等通用模型."""
    if at >= len(tokens) or tokens[at].kind == "punctuation":
        return True
    described = tokens[at].tag[:1] == "v" and at + 1 < len(tokens) and tokens[at + 1].tag[:1] == "n"
    return tokens[at].kind == "word" and tokens[at].tag in ("v", "d", "p") and not described
