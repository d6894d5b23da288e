"""Takes the tokens of a sentence, proposes companies by a word mark and a trade that tells: 星源材质科技, 蓝思半导体."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK, bears_a_company
from kg.recognize.recognisers.companies.marks import WORD_MARK_TRADE, word_marks
from kg.recognize.text.phrase import ALL_TRADES, BREAK, EDGE, GENERIC, is_proper, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word

__all__ = ["WORD_MARK_TRADE", "companies_by_word_marks", "mark_and_trade"]

_TELLING_TRADES = words("heads", "TellingTrades")
_NO_TRADES = tuple("救助 保险 费用 保障 产业 产业园 产业链 领域 行业 技术 产品 工作者 人员 人才 特派员 专家 成果 创新 进步 企业 企业孵化器 孵化器".split())


def companies_by_word_marks(tokens: Sequence[Token]) -> Iterable[Candidate]:
    for mark, trade in word_marks(tokens):
        if (
            tokens[trade].text in _TELLING_TRADES
            and tokens[mark].text[0] not in "省市县区我本该全各做抓促"
            and "的" not in tokens[mark].text
            and not is_trade(tokens[mark])
            and tokens[mark].tag not in ("eng", "m", "ns", "t", "l", "i")
            and not NO_MARK.search(text_of(tokens, mark, trade - 1))
        ):
            if trade + 1 == len(tokens) or tokens[trade + 1].text not in _NO_TRADES:
                brand = tokens[mark - 1] if mark else None  # 博通 in 博通唯辰生物
                longer = brand is not None and brand.kind == "Company" and len(brand.text) <= 3 and mark + 1 == trade
                yield Candidate(tokens[mark - longer].start, tokens[trade].end, "Company", "grammar.word-mark", False)


def mark_and_trade(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens are a mark of two to four characters and one trade that companies are called by: 浦士达环保, 巨力管业.

    More loosely than :func:`companies_by_word_marks`: asked only where a list or a size says that something is built.

    :param first, stop: half-open range
    """
    mark = text_of(tokens, first, stop - 2)
    if stop - first > 2 and not known_word(tokens[first].text) and len(tokens[first].text) > 1 and any(map(_is_common, tokens[first + 1 : stop - 1])):
        return False  # 凯沐基板玻璃: a mark and what is made
    if tokens[stop - 1].text not in ALL_TRADES or not 2 <= len(mark) <= 4 or known_word(mark) or NO_MARK.search(mark):
        return False
    return any(len(t.text) == 1 or is_proper(t) for t in tokens[first : stop - 1]) and all(
        t.kind == "word"
        and (t.hit is None or bears_a_company(t))
        and t.text not in ALL_TRADES
        and t.tag not in ("m", "t", "uj", "p", "c")
        and (len(t.text) == 1 or not (t.text in GENERIC or t.text in BREAK or t.text in EDGE))
        for t in tokens[first : stop - 1]
    )


def _is_common(token: Token) -> bool:
    return len(token.text) > 1 and token.tag == "n" and known_word(token.text) and token.hit is None


def mark_before(tokens: Sequence[Token], stop: int) -> int | None:
    """Where a word mark alone begins that ends at a token, behind the end of a clause, a place or a word that ends names: 法辰莱特 in 法辰莱特年产10万吨….

    :returns: None where what stands there may be an ordinary word
    """
    first = stop
    while first > 0 and tokens[first - 1].kind == "word" and _of_a_mark(tokens[first - 1]):
        first -= 1
    mark = text_of(tokens, first, stop - 1) if first < stop else ""
    before = tokens[first - 1] if first else None
    begins = before is None or before.kind in ("District", "punctuation") or before.text in BREAK or before.text == "的"
    known = all(known_word(t.text) for t in tokens[first:stop])
    foreign = stop - first == 1 and len(mark) > 2 and tokens[first].tag in ("nr", "nrt", "nz") and tokens[stop].text == "年产"  # a person's name, too
    known = known and not foreign
    return (
        first if begins and not known and 2 <= len(mark) <= 5 and (foreign or not known_word(mark)) and not NO_MARK.search(mark) and mark not in GENERIC else None
    )


def _of_a_mark(token: Token) -> bool:
    return (
        is_proper(token)
        and (not known_word(token.text) or token.tag in ("nr", "nrt", "nz"))
        and token.tag not in ("m", "eng")
        and token.text[0] not in "一二三四五六七八九十首"
        and token.text not in BREAK
    )
