"""Takes a member of a list of companies, tells whether it can be one: a name or a mark, not an ordinary thing."""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognize.recognisers.companies.developers import NO_MARK, bears_a_company
from kg.recognize.recognisers.companies.fronts import is_field
from kg.recognize.recognisers.companies.word_marks import mark_and_trade
from kg.recognize.recognisers.lists.by_itself import own_class
from kg.recognize.recognisers.lists.members import Member
from kg.recognize.text.phrase import ALL_TRADES, GENERIC, ends_names, is_trade, names_something, text_of
from kg.recognize.text.tokens import Token, known_word

TRADE_NAMES = ALL_TRADES | {"健康", "医疗器械"}


def may_be_company(tokens: Sequence[Token], first: int, stop: int, text: str, confirmed: bool) -> bool:
    """Whether a member of a list of companies can be one: a name, a short string that no dictionary has, or a short
    phrase beside a listed company."""
    if any(t.kind == "Company" for t in tokens[first:stop]):
        return len(text) <= 12
    if bears_a_company(tokens[first]):
        return True
    if stop - first == 1 and tokens[first].kind == "District":
        return len(text) == 2
    if any(t.kind == "Industry" or t.text in ("产业", "行业", "领域", "类", "型") for t in tokens[first:stop]):
        return names_something(tokens, first, stop, 9) and len(text) <= 8
    if confirmed and 2 <= len(text) <= 6 and not all(t.text in GENERIC for t in tokens[first:stop]):
        return True
    return len(text) <= 14 and names_something(tokens, first, stop, 9) or mark_and_trade(tokens, first, stop)


def is_called_as_company(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is called as companies are: a mark and nothing but trades behind it (腾岭医疗器械, 盛岭金属材料), or a place and a short word.

    More loosely than :func:`classify_project`: asked only beside companies.
    """
    first, stop = member.first, member.stop
    inner = tokens[first:stop]
    if any(t.kind not in ("word", "Industry", "District") or t.tag in ("m", "p", "c", "uj") for t in inner) or stop - first < 2:
        return False
    text = text_of(tokens, first, stop - 1)
    if tokens[first].kind == "District":
        last = tokens[stop - 1]
        return stop - first == 2 and 2 <= len(last.text) <= 3 and last.text not in GENERIC and not is_field(last) and not NO_MARK.search(last.text)
    if tokens[first].text in GENERIC or ends_names(tokens[first]) or not 4 <= len(text) <= 8:
        return False
    at = next((i for i in range(first + 1, stop) if _is_trade_name(tokens[i])), None)
    return (
        at is not None
        and 2 <= tokens[at].start - tokens[first].start <= 4
        and not known_word(text_of(tokens, first, at))
        and all(_is_trade_name(t) or t.text in GENERIC for t in tokens[at:stop])
    )


def _is_trade_name(token: Token) -> bool:
    return token.text in TRADE_NAMES or len(token.text) > 2 and token.text[:2] in TRADE_NAMES and token.text[2:] in TRADE_NAMES


def is_thing(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member of a list is an ordinary noun or a trade, and ends in no noun of companies (平安证券)."""
    if member.stop - member.first > 1 and own_class(tokens, member.first, member.stop) == "Company":
        return False
    if tokens[member.stop - 1].text.endswith(("院", "所")) and member.stop - member.first > 1:
        return False  # 航天六院, beside companies
    if member.stop - member.first == 2 and all(len(t.text) == 1 for t in tokens[member.first : member.stop]):
        return False  # 厦钨: two characters that make no word
    if all(len(t.text) == 1 for t in tokens[member.stop - 2 : member.stop]) and member.stop - member.first == 3 and len(tokens[member.first].text) == 2:
        return False  # 桥头铝电: a word and two of them
    return all(
        is_trade(t)
        or t.kind == "word"
        and known_word(t.text)
        and (t.tag in ("n", "vn", "v", "b", "a", "l") or t.tag == "j" and (t.text in GENERIC or len(t.text) > 2))
        for t in tokens[member.first : member.stop]
    )


def holds_listed_company(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member holds the name of a listed company."""
    return any(t.kind == "Company" for t in tokens[member.first : member.stop])
