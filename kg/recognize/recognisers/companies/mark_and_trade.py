"""Tells by their characters whether words are a company called by a mark and a trade, however the segmenter cut them: 恒锐|座椅, 天有|为|电子."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK, NO_MARK_OF_AN_OWNER, PART_OF_A_PROVINCE
from kg.recognize.recognisers.lists.companies import TRADE_NAMES
from kg.recognize.text.phrase import BREAK, EDGE, GENERIC, NAMED_TAGS, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word

_DESCRIPTIVE = words("developers", "descriptive_trades")
_TRADES = TRADE_NAMES - _DESCRIPTIVE
_ALL_TRADES = TRADE_NAMES | _DESCRIPTIVE | words("lists", "only_trades_of_companies")
_LONGEST = max(map(len, _ALL_TRADES))
_OF_PLACES = words("developers", "trades_of_places")
_NO_FRONT = tuple("省市县区我本该全各做抓促新老大小多一二两三四五六七八九十首其这那以从在向与和及对为被把将由的是有也就让使令")
_TAGS_OF_MARKS = frozenset(("n", "ns", "nr", "nz", "s", "z"))
_NO_MARKS = words("developers", "descriptive_nouns")
_FUNCTION = re.compile("[的了着过它他她其这那和与及在]")


def is_mark_and_trade(tokens: Sequence[Token], first: int, stop: int, decisive: bool = False) -> bool:
    """Whether the characters of tokens are a mark that is no word and a trade, behind the places that it comes from.

    :param decisive: whether the clause tells of what only a company has or does, so that the mark may be a word that describes nothing
    """
    while first < stop and tokens[first].kind == "District":
        first += 1
    if first >= stop or any(t.kind not in ("word", "Industry") for t in tokens[first:stop]):
        return False
    text = text_of(tokens, first, stop - 1)
    trades = _ALL_TRADES if decisive else _TRADES
    trade = _trade_of(text, trades)
    mark = text[: -len(trade)] if trade and len(text) - len(trade) <= 6 else ""
    mark = mark.removesuffix(_trade_of(mark, trades))  # 恒盛发五金电器
    called = decisive and _may_be_called(tokens[first], mark)
    if not 2 <= len(mark) <= 4 or mark.startswith(_NO_FRONT) and not called or mark in GENERIC or _FUNCTION.search(mark):
        return False
    if known_word(mark) and not _is_called(tokens[first], mark) and not called or PART_OF_A_PROVINCE.match(mark):
        return False
    if (NO_MARK_OF_AN_OWNER if decisive and trade not in _OF_PLACES else NO_MARK).search(mark):
        return False
    if len(mark) > 2 and any(known_word(part) for part in (mark[:2], mark[-2:])) and not (decisive and _are_names(tokens, first, mark)):
        return False  # 城乡智能制造: words of the dictionary
    inside = [t for t in tokens[first:stop] if t.end - tokens[first].start <= len(mark)]
    return not any(is_trade(t) or len(t.text) > 1 and (t.text in BREAK or t.text in EDGE) for t in inside)


def _trade_of(text: str, trades: frozenset[str]) -> str:
    """The longest trade that a text ends with, behind two characters at least; empty if there is none."""
    return next((text[-n:] for n in range(min(_LONGEST, len(text) - 2), 1, -1) if text[-n:] in trades), "")


def _is_called(token: Token, mark: str) -> bool:
    """Whether the dictionary has a mark only as what something is called: 红星."""
    return token.text == mark and token.tag in NAMED_TAGS and (token.hit is None or token.hit.weak)


def _may_be_called(token: Token, mark: str) -> bool:
    """Whether a word of the dictionary may be a mark where the clause leaves no doubt that a company is meant: 鼎盛, 海图, 东方."""
    return token.text == mark and len(mark) == 2 and token.tag in _TAGS_OF_MARKS and (token.hit is None or token.hit.weak) and mark not in _NO_MARKS


def _are_names(tokens: Sequence[Token], first: int, mark: str) -> bool:
    """Whether the dictionary has the two halves of a mark only as what something is called: 中科海纳."""
    halves = tokens[first : first + 2]
    return "".join(t.text for t in halves) == mark and all(t.tag in NAMED_TAGS and t.hit is None for t in halves)
