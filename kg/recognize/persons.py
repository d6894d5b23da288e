"""Takes the tokens of a sentence, proposes persons by the position that stands in front of the name: 党工委书记江泽全."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered

_SURNAMES = ordered("persons", "surnames")
_POSITIONS = ordered("persons", "positions")
_NAME = rf"(?P<name>(?:{'|'.join(sorted(_SURNAMES, key=len, reverse=True))})[\u4e00-\u9fff]{{1,2}})"
_PATTERN = re.compile(rf"(?P<position>{'|'.join(sorted(_POSITIONS, key=len, reverse=True))})(?:为|是|系)?{_NAME}")
_NOT_NAMES = re.compile(
    r"会议|工作|负责|同志|办公|以及|和|等|代表|带领|主持|任职|制度|研究|时任|方面|安排|单位|公司|介绍|高度|全面|包干|任组|常务|人员"
)
_SPEAKS = re.compile(r"说|表示|介绍|指出|强调|认为|告诉|透露|宣布")
_VERBAL = frozenset("说表介指强认告出会在致主透率调宣要代作向对带参到前曾当此还则就也均将并为与现先察看走深听")


def persons(text: str, start: int, end: int, borders: Container[int] | None = None) -> Iterator[Candidate]:
    """Persons of a part of the clean text: a position, then a surname and one or two characters.

    :param borders: where words begin; decides whether a name has two or three characters

    >>> [("该区党工委书记、管委会主任江泽全说。"[c.start:c.end], c.cls) for c in persons("该区党工委书记、管委会主任江泽全说。", 0, 18)]
    [('江泽全', 'Person')]
    """
    for match in _PATTERN.finditer(text, start, end):
        name = match["name"]
        speaks = _SPEAKS.match(text, match.end())
        if (
            len(name) == 3
            and not speaks
            and (name[2] in _VERBAL or borders is not None and match.end() not in borders and match.end() - 1 in borders)
        ):
            name = name[:2]
        if _NOT_NAMES.search(name) or len(name) < 2 or name[1] in _VERBAL:
            continue
        stop = match.start("name") + len(name)
        if borders is not None and stop not in borders and not speaks:
            continue
        yield Candidate(match.start("name"), stop, "Person", "person.position", True)
