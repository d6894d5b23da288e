"""Takes the tokens of a sentence, proposes offices by the place or park in front and who heads them behind: 绵阳市经济和信息化局局长李明辉, 绵阳市委书记.

What joins nouns in their names (发展和改革局) stands in no other name; the title behind says where the name ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, ordered
from kg.recognize.home import Home
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, unbroken
from kg.triggers import Expressions

_TITLES = f"(?:{'|'.join(ordered('offices', 'titles'))})"
_NO_NAME = re.compile(any_of("offices", "no_names"))
# whatever the office is called, where its head stands behind it
_HEADED = re.compile(
    rf"(?P<name>[^，。；：、“”《》（）的在与到由向了\d]{{1,14}}?(?:{'|'.join(ordered('offices', 'headed'))}))(?=(?:党组|党委|党工委|机关|原|代理|常务)?{_TITLES})"
)
# such as nothing else is called so
_CALLED = re.compile(rf"(?P<name>[^，。；：、“”《》（）的在与到由向了\d]{{0,10}}?(?:{'|'.join(ordered('offices', 'called'))}))")
# 市发改委, 自治区工业和信息化厅: the government's whose text it is
_HEAD = "(?:党组|党委)?(?:副局长|局长|副厅长|厅长|副主任|主任|党组书记|相关负责人|有关负责人|负责人)"
_OF_HERE = re.compile(
    rf"(?=[自省市县区州])(?:^|(?<=[，。；、：“（从由据经与和向受请及对至在获报])|(?<=日前|近日|当天|获悉|其中))(?P<name>(?:自治区|自治州|[省市县区州])"
    rf"(?:{'|'.join(ordered('offices', 'called'))}|(?:人大常委会|[^，。；：、“”《》（）的在与到由向了\d]{{2,12}}?(?:局|厅|委|委员会|办公室|中心))(?={_HEAD})|[省市县区州旗]委(?=副?书记(?!处)[\u4e00-\u9fff]{{2}})))"
)
_PARTY = re.compile(r"(?P<name>委)(?=(?:原|代理)?(?:副)?(?:书记|常委|秘书长|组织部|宣传部|统战部|办公室))")
_HERE = Expressions(_OF_HERE)
_PLACES = ("District", "Park")
PLACE = sign(lambda word: word.kind in _PLACES or word.tag == "ns" and word.listed[:1] in (("District",), ("Park",)))
OFFICE_SIGNS = sign(begins=("委", "局", "厅", "办"), ends=("局", "厅", "委", "办", "中心", "联", "会", "处", "专班", "院", "部", "校", "所", "政协", "委书记"))


def offices_of_here(tokens: Sequence[Token], home: Home) -> Iterator[Candidate]:
    """Offices that a text names without their place, in the text of a place."""
    text = unbroken(tokens) if home.entry is not None else None
    if text is not None:
        for _, match in _HERE.finditer(text):
            if not _NO_NAME.search(match["name"]):
                base = tokens[0].start
                yield Candidate(base + match.start("name"), base + match.end("name"), "Organization", "grammar.office-here", True)


def offices(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Offices of a sentence."""
    base, text = tokens[0].start, None
    for place, behind in zip(tokens, tokens[1:]):
        if not place.signs & PLACE or behind.kind in _PLACES:
            continue  # 四川绵阳市委: the nearest place
        if text is None:
            text = unbroken(tokens)
            if text is None:
                return
        at = place.end - base
        match = _HEADED.match(text, at) or _CALLED.match(text, at) or place.kind == "District" and _PARTY.match(text, at)
        if match and not _NO_NAME.search(match["name"]):
            yield Candidate(place.start, base + match.end("name"), "Organization", "grammar.office", True)
