"""Takes the tokens of a sentence, proposes companies right behind the noun that says what kind of enterprise they are: 龙头企业中沐光伏, “隐形独角兽”企业伊沃诺康,
供应链企业华沐电器和晨沃电器.

The name must be a mark and a trade that companies are called by, or one word that no dictionary has, and the phrase must end behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.companies.developers import NO_MARK
from kg.recognize.recognisers.companies.word_marks import mark_and_trade
from kg.recognize.recognisers.persons import SURNAMES
from kg.recognize.text.phrase import ALL_TRADES, LIST_JOINTS, NAMED_TAGS, ends_names, is_proper
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

_KINDS = ("企业", "上市公司", "独角兽", "制造商", "供应商", "运营商", "生产商", "服务商", "巨头")
KIND = sign(ends=_KINDS)
_LONGEST = 4  # tokens of a name
_NO_TAGS = ("m", "r")


def behind_kinds(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies of a sentence behind what they are called."""
    for kind in [i for i, token in enumerate(tokens) if token.signs & KIND and token.kind != "Company"]:
        first = kind + 1
        while first < len(tokens) and (stop := _name(tokens, first)) is not None:
            yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "list.company-kind", True)
            if stop + 1 >= len(tokens) or tokens[stop].text not in LIST_JOINTS:
                break
            first = stop + 1


def _name(tokens: Sequence[Token], first: int) -> int | None:
    """The end of a company's name that begins at a token; None if there is none."""
    if tokens[first].kind != "word" or tokens[first].tag in _NO_TAGS:
        return None
    for stop in range(min(first + _LONGEST, len(tokens)), first + 1, -1):
        if _ends(tokens, stop) and (mark_and_trade(tokens, first, stop) or stop == first + 2 and _is_called_so(tokens[first], tokens[first + 1])):
            return stop
    stop = first + 1 + (_is_unknown(tokens[first]) and first + 1 < len(tokens) and _is_unknown(tokens[first + 1]))  # 伊沃|诺康
    mark = "".join(t.text for t in tokens[first:stop])
    named = _is_unknown(tokens[first]) and len(mark) > 2 and not (len(mark) == 3 and mark.startswith(SURNAMES)) and not NO_MARK.search(mark)
    return stop if named and _ends(tokens, stop) else None


def _is_called_so(mark: Token, trade: Token) -> bool:
    """Whether a word of two characters that no dictionary has stands in front of a trade, though it ends as goods or places do: 华烯电器."""
    return mark.hit is None and len(mark.text) == 2 and not known_word(mark.text) and is_proper(mark) and trade.text in ALL_TRADES


def _is_unknown(token: Token) -> bool:
    """Whether a word is tagged as a name, and no dictionary and no table has it."""
    return token.hit is None and token.tag in NAMED_TAGS and is_proper(token) and not known_word(token.text)


def _ends(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a phrase ends in front of a token: at a mark, a joint, or what happens to the company."""
    if stop == len(tokens):
        return True
    behind = tokens[stop]
    if behind.kind == "punctuation":
        return behind.text not in ("（", "“", "·", "-")
    return behind.kind in ("time", "quantity") or behind.text in LIST_JOINTS or behind.text in ("的", "等") or behind.kind == "word" and (
        ends_names(behind) or behind.tag in ("v", "d", "p", "c", "l", "i") and known_word(behind.text)
    )
