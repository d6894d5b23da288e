"""Takes what a clause says is built and ends as streets do, tells whether it is called by a name: 松岭路, 云湖大道; not 产业路, 断头路."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.lexicon import any_of, words
from kg.recognize.text.phrase import EDGE, GENERIC, NAMED_TAGS, ends_names, is_proper, is_trade
from kg.recognize.text.tokens import Token, known_word, span_of

_NO_STREETS = tuple(words("public_works", "no_routes"))
_NO_AVENUES = tuple(street for street in _NO_STREETS if street != "大街")
_DESCRIBES = re.compile(any_of("public_works", "describes_routes"))
_NUMBERED = re.compile("..[东西南北中一二三四五六七八九十](?:路|大道|街|大街)$")  # 工业南路, 科技八路: one of several, which only names have
_NAMES = NAMED_TAGS | {"ns"}


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
