"""Takes the tokens of a sentence, proposes companies by what it calls them: 宏沃酒业是该县引进的重点企业; 作为园区首家链主企业，恒远风电….

What is called an enterprise is one, whatever its trade is called elsewhere: 风电 is a power station's noun, 远胜 a word of the dictionary. The name must still be a mark
and a trade that companies are called by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.companies.mark_and_trade import is_mark_and_trade
from kg.recognize.recognisers.companies.word_marks import mark_and_trade
from kg.recognize.text.phrase import ALL_TRADES, PLAIN_OR_BREAK, ends_names, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word, positions, unbroken
from kg.triggers import Expressions

CALLED_SIGNS = sign(words=("是", "作为", "身为"))
_NOUN = "(?:企业|公司|厂家)"
_NAME = r"(?P<name>[\u4e00-\u9fff]{4,9}?)"
_CALLED = Expressions(
    re.compile(rf"(?:^|[，。；：“])(?:(?:而|其中|目前)，?)?{_NAME}(?:也|就|正|便|则)?是(?:(?:一|两)家|该|当地|全|国家|[^，。；：、]{{1,12}}的)[^，。；：]{{0,36}}?{_NOUN}(?:之一)?(?=[，。；”]|$)"),
    re.compile(rf"(?:作为|身为)[^。；：]{{2,40}}?{_NOUN}(?:之一)?，(?P<name>[\u4e00-\u9fff]{{4,9}})"),
)
_TRADES = ALL_TRADES | {"风电", "电缆", "热电"}
_LONGEST_MARK = 4  # characters


def companies_called(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies that a sentence calls one."""
    base, text = tokens[0].start, unbroken(tokens)
    if text is None:
        return
    found = list(_CALLED.finditer(text))
    if not found:
        return
    starts, ends = positions(tokens)
    for i, match in found:
        first, whole = starts.get(base + match.start("name")), ends.get(base + match.end("name"))
        if first is None or i == 0 and whole is None:
            continue
        last = whole if i == 0 else next((j for j in range(first + 1, min(first + 4, len(tokens))) if tokens[j].text in _TRADES), None)
        if last is not None and _is_a_name(tokens, first, last + 1):
            yield Candidate(tokens[first].start, tokens[last].end, "Company", "list.company-called", True)


def _is_a_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens are a mark and a trade; the mark may be a word of the dictionary, if it is neither a trade nor one that many things have in front of them."""
    if stop - first < 2 or tokens[stop - 1].text not in _TRADES:
        return False
    if mark_and_trade(tokens, first, stop) or is_mark_and_trade(tokens, first, stop):
        return True
    mark = text_of(tokens, first, stop - 2)
    if len(mark) == 2 and stop - first == 3:  # 宏和: two characters that make no word, whatever each of them is
        return not known_word(mark) and tokens[first].tag[:1] not in ("p", "c", "r", "d", "m")
    return 2 <= len(mark) <= _LONGEST_MARK and all(
        t.kind == "word"
        and (t.hit is None or t.hit.weak and stop - first > 2)
        and t.tag[:1] in ("n", "v", "a", "i", "x", "g", "m")
        and t.tag != "ns"
        and not is_trade(t)
        and not (t.tag[:1] == "m" and t.hit is None)
        and not ends_names(t)
        and t.text not in PLAIN_OR_BREAK
        for t in tokens[first : stop - 1]
    )
