"""Takes the tokens of a sentence, proposes streets right behind the verb that builds them: 新建松岭路、云湖大道, 打通月溪路.

A list of streets that 等…道路 closes is read elsewhere (:mod:`..lists.streets`); here nothing but streets may stand between the verb and the end of the
clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, words
from kg.recognize.text.phrase import EDGE, GENERIC, NAMED_TAGS, ends_names, is_proper, is_trade
from kg.recognize.text.signs import sign
from kg.recognize.text.spelt_lists import list_of, names_in
from kg.recognize.text.tokens import Borders, Token, known_word, span_of, unbroken
from kg.triggers import Expressions

BUILT_STREET = sign(ends=("路", "街", "大道", "大街"), plain_words=True)
_STREET = r"[\u4e00-\u9fff]{2,5}?(?:(?:路|大道|大街|街)(?:[东西南北](?:段|延))?|大[道街][东西南北])"
_BUILT = re.compile(
    rf"{any_of('public_works', 'street_builds')}(?:了)?(?P<names>{list_of(_STREET)})(?:工程|项目)?(?=[，。；\n]|$)"
)
_STREETS = Expressions(_BUILT)
_ONE = re.compile(_STREET)
_NO_STREETS = tuple(words("public_works", "no_routes"))
_NO_AVENUES = tuple(street for street in _NO_STREETS if street != "大街")
_DESCRIBES = re.compile(any_of("public_works", "describes_routes"))
_NUMBERED = re.compile("..[东西南北中一二三四五六七八九十](?:路|大道|街|大街)$")  # 工业南路, 科技八路: one of several, which only names have
_NAMES = NAMED_TAGS | {"ns"}


def built_streets(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Streets of a sentence that are built."""
    text = unbroken(tokens)
    if text is None:
        return
    base, borders = tokens[0].start, Borders(tokens)
    for _, match in _STREETS.finditer(text):
        names = list(names_in(match, _ONE))
        begins, ends = base + names[0][0] in borders, base + names[-1][1] in borders  # inside the list they are read by their characters
        if begins and ends and all(is_a_street(tokens, text[start:end], base + start, base + end) for start, end in names):
            for start, end in names:
                yield Candidate(base + start, base + end, "Project", "public-work.street", False)


def is_a_street(tokens: Sequence[Token], name: str, start: int, end: int) -> bool:
    """Whether a street is called by a name: not 产业路, 农村公路, 特色商业街."""
    first, stop = span_of(tokens, start, end)
    inner = tokens[first:stop]
    if not inner:
        return False  # the segmenter put it into a longer word
    avenue = name.endswith("大街") and is_proper(inner[0]) and not name.endswith(_NO_AVENUES)
    if not avenue and name.endswith(_NO_STREETS) or _DESCRIBES.match(name) or known_word(name) and (len(inner) > 1 or inner[0].tag not in _NAMES):
        return False
    numbered = _NUMBERED.search(name) is not None
    return not any(
        ends_names(t) and len(t.text) > 1
        or t.kind in ("quantity", "time", "Company")
        or not numbered
        and (is_trade(t) or len(t.text) > 1 and (t.text in GENERIC or t.text in EDGE))
        for t in inner
    )
