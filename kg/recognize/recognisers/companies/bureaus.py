"""Takes the tokens of a sentence, proposes the building companies that are called bureaus of their group: 中铁建大桥局, 中国电建水电七局.

They are named by a system of their own: the group, what it builds or a number, and 局, which elsewhere ends the names of offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Borders, Token, unbroken

BUREAU = sign(ends=("局",), words=("局集团", "大桥局", "隧道局"))
_NUMBER = "[一二三四五六七八九十]{1,3}"
_NAME = re.compile(
    rf"{any_of('developers', 'groups_with_bureaus')}(?:(?:水电|路桥)?{_NUMBER}[航公]?|{any_of('developers', 'bureaus')})局"
    r"(?:集团(?:有限公司)?)?(?=[^长面势部限])"
)


def bureaus(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Such companies of a sentence."""
    base, text = tokens[0].start, unbroken(tokens)
    if text is None or "局" not in text:
        return
    borders = Borders(tokens)
    for match in _NAME.finditer(text):
        if base + match.start() in borders:
            yield Candidate(base + match.start(), base + match.end(), "Company", "grammar.company", True)
