"""Takes the tokens of a sentence, proposes the companies that a government forms: 组建文旅集团、港务集团, 农垦集团挂牌成立.

Their names hold nothing but ordinary words, so that only what becomes of them tells that each is one company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of
from kg.recognize.text.signs import sign
from kg.recognize.text.spelt_lists import list_of, names_in
from kg.recognize.text.tokens import Borders, Token, unbroken

FORMED_GROUP = sign(ends=("集团", "集团公司"))
_FORM = "(?:集团(?:公司)?|控股公司)"
_OWN = rf"(?!(?:{any_of('lists', 'no_groups_begin')}))(?:[^，。；：、！？\d\n“”（）的和与及等了]{{2,14}}?)"
_GROUP = rf"{_OWN}{_FORM}"
_FORMED = re.compile(
    rf"(?<!计划)(?<!拟){any_of('lists', 'forms_groups')}(?:了)?(?P<names>{list_of(_GROUP)})(?=[，。；、！？\n]|等|挂牌|正式|$)"
)
_BECAME = re.compile(
    rf"(?:(?<=[，。；！？\n])|^)(?P<names>{list_of(_GROUP)})(?:相继|先后|陆续|正式|顺利|均|已)*{any_of('lists', 'formed')}(?:[运营成立完]{{2,4}})?(?=[，。；！？\n]|$)"
)
_NAME = re.compile(_GROUP)
_NO_GROUPS = re.compile(any_of("lists", "no_groups"))


def formed_groups(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Groups of a sentence that are formed."""
    text = unbroken(tokens)
    if text is None:
        return
    base, borders = tokens[0].start, Borders(tokens)
    for match in (*_FORMED.finditer(text), *_BECAME.finditer(text)):
        for start, end in names_in(match, _NAME):
            if base + start in borders and base + end in borders and not _NO_GROUPS.search(text[start:end]):
                yield Candidate(base + start, base + end, "Company", "grammar.formed-group", False)
