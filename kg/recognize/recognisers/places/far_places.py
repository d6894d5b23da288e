"""Whether a place of another province is meant by its short name, or something that is only called the same.

China has some 2,800 counties, and their short names are everywhere: 天河 is Wuhan's airport too, 南川 a valley in Xining, 沿河 means along the river.
In a text that is at home somewhere, such a name of a county far away needs support: the place above it in front, other places
beside it, a route that it ends, or a word of what distant places have with each other (对口支援).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.gazetteer import TOWN_ENDINGS, Entry, Gazetteer
from kg.recognize.lexicon import any_of, words
from kg.recognize.home import Home
from kg.recognize.text.phrase import inside
from kg.recognize.text.tokens import Token

_HIGH = ("province", "city", "region")
_OFFICIAL = ("县", "市", "区", "旗", *TOWN_ENDINGS)
_LISTING = frozenset("、和与及同")
_ROUTE = frozenset(("至", "到", "—", "–", "-", "——", "→"))
_TOGETHER = re.compile(any_of("places", "together"))
_AT, _KNOWN_FOR = words("places", "at"), words("places", "known_for")
_PROJECTS = frozenset(("项目", "子项目", "基地", "工厂"))
_WINDOW = 24  # characters in front, in which a word of togetherness counts
_LANDSCAPE = tuple("河湖江山湾岛桥溪泉潭岭沟")
_WATERS = frozenset("湖湾滩街门泉河江路桥溪岛洲")


def is_elsewhere(tokens: Sequence[Token], i: int, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether a listed place is one of another province that nothing supports, so that the name means something else."""
    return is_far(tokens[i], home, gazetteer) and not _supported(tokens, i, home, gazetteer)


def is_near(entry: Entry, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether a place lies in the province of the text's home."""
    return home.entry is not None and any(place.identifier == home.chain[-1] for place in gazetteer.above(entry))


def is_near_enough(entry: Entry, home: Home, name: str) -> bool:
    """In a province's text the short name of a town says too little: every province has several. A subdistrict named after a lake
    or a bay (香蜜湖街道) is seldom meant by the name of the lake."""
    if entry.level != "town":
        return True
    if name[-1] in _WATERS and entry.name.endswith("街道"):
        return False
    return home.entry is not None and home.entry.level != "province"


def is_far(token: Token, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether all counties and towns of a name lie in other provinces than the text's home."""
    if home.entry is None:
        return False
    places = [e for e in token.entries if e.cls == "District"]
    return bool(places) and not any(e.level in _HIGH or is_near(e, home, gazetteer) for e in places)


def _supported(tokens: Sequence[Token], i: int, home: Home, gazetteer: Gazetteer) -> bool:
    token = tokens[i]
    before, behind = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
    if before is not None and before.kind == "District":
        above = {e.identifier for e in before.entries}
        return any(place.identifier in above for e in token.entries for place in gazetteer.above(e))
    if token.text.endswith(_OFFICIAL) and len(token.text) >= 3:
        return before is None or before.kind != "word" or len(before.text) > 1 or not inside(before)
    if before is not None and before.text == "（" and behind is not None and behind.text == "）":
        return True  # 温州（嘉定）科创园
    if behind is not None and behind.text in _KNOWN_FOR or _ends_a_route(tokens, i) or _among_places(tokens, i, home, gazetteer):
        return True
    if _TOGETHER.search("".join(t.text for t in tokens[max(0, i - 12) : i])[-_WINDOW:]):
        return True
    if (before is None or before.text in _AT) and (
        behind is None or behind.text in _AT or behind.text not in _LISTING and not (behind.kind == "word" and inside(behind))
    ):
        return True
    if behind is not None and behind.text in _PROJECTS and (before is None or before.kind == "punctuation"):
        return True  # 其中，宜兴子项目
    cut = before is not None and before.kind == "word" and len(before.text) == 1 and inside(before)
    return len(token.text) >= 3 and not token.text.endswith(_LANDSCAPE) and not cut


def _ends_a_route(tokens: Sequence[Token], i: int) -> bool:
    """库尔勒—格尔木, 武都至九寨沟: a place stands at the other end."""
    return any(
        0 <= joint < len(tokens) and 0 <= other < len(tokens) and tokens[joint].text in _ROUTE and tokens[other].kind == "District"
        for joint, other in ((i - 1, i - 2), (i + 1, i + 2))
    )


def _among_places(tokens: Sequence[Token], i: int, home: Home, gazetteer: Gazetteer) -> bool:
    """Whether a name stands in a list of places of which one is sure, or of three and more."""
    others = []
    for step in (-1, 1):
        at = i + 2 * step
        while 0 <= at < len(tokens) and tokens[at - step].text in _LISTING and tokens[at].kind == "District":
            others.append(tokens[at])
            at += 2 * step
    return len(others) >= 2 or any(not is_far(other, home, gazetteer) for other in others)
