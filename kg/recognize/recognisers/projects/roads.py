"""Takes the tokens of a sentence, proposes stretches of roads and lines, and what is done to them: 松沙路快速化改造一期, 松岭高速乌石支线, 松岭机场三跑道.

The segmenter cuts names of roads at random (仙松路过江通道), so that such a name is read by its characters, from one border to the next, and that
it is built the text must tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, ordered, words
from kg.recognize.recognisers.projects.public_works import FOLLOWS, is_told_of
from kg.recognize.text.phrase import ANDS, CLAUSE_ENDS, EDGE, GENERIC, LIST_JOINTS, ends_names, is_proper
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word, unbroken
from kg.triggers import Expressions

_ROUTES, _WHOLE, _STRETCHES, _DONE, _HOW = (any_of("public_works", name) for name in ("routes", "whole_routes", "stretches", "done", "done_how"))
_LEG = r"(?:[^、，。（）]{1,8}?[至到—]){0,2}[^、，。（）]{1,8}?(?:路口)?(?<![路区阶标工时])(?<![^基]地)段"  # 松岭至石岭段
_TAIL = (
    rf"(?:(?:[^、，。（）\d]{{1,3}})?(?:{_STRETCHES})|（[^（）]{{1,12}}(?:段|工程|期)）|（[^（）、，]{{2,10}}[-—~至][^（）、，]{{2,10}}）|{_LEG}|[\dA-Z一二三四五六七八九ⅠⅡⅢ]+标段"
    rf"|(?:(?:{_HOW}){{0,3}}(?:{_DONE})(?:工程|项目)?))"
)
_ROAD = re.compile(
    rf"(?P<own>[^、，。“”（）]{{1,14}}?)(?:(?P<whole>{_WHOLE})(?:{_TAIL}){{0,3}}|(?P<route>{_ROUTES})(?:{_TAIL}){{1,3}})"
    r"(?:及(?:延长线|延伸线))?(?:工程|项目)?"
)
_ROADS = Expressions(_ROAD)
_NO_ROUTES = words("public_works", "no_routes")
_KINDS = tuple(_NO_ROUTES)
_PUSHES = words("public_works", "pushes")
_SITED = re.compile("[东西南北中]部.{2}")
_SHORT = frozenset("路 街 桥 大桥 大道".split())  # the noun of a kind of roads may end in them: 机耕路
_CALLED = words("public_works", "routes_called")
_TAGS_OF_ROADS = ("n", "ns", "f", "s", "t", "nz")
_TAGS_OF_AVENUES = (*_TAGS_OF_ROADS, "v", "vn")
ROAD = sign(
    ends=(*ordered("public_works", "done"), "水库", "枢纽", "段", "线", "桥", "跑道", "干道", "通道", "隧道", "期", "延", "工程", "项目"), words=("）",)
)  # the last word of such a name
_SEPARATORS = frozenset("、等“”：")
_BORDER = sign(words=(*CLAUSE_ENDS, *_SEPARATORS, *ANDS, "（", "）"))
_NAMED_BY_ANY = frozenset(("水库", "水利枢纽", "航电枢纽"))  # by villages that no table has
_BARE = frozenset(("机场",))  # of which a place has one
_DESCRIBES = re.compile(any_of("public_works", "describes_routes"))


def roads(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Stretches of roads and lines of a sentence, and what is done to them."""
    text = unbroken(tokens)
    if text is None or not _ROADS.possible(text):
        return
    base = tokens[0].start
    acted_on = False  # whether a verb stands in front of the list
    for first, stop in _pieces(tokens):
        acted_on = acted_on and tokens[first - 1].text in LIST_JOINTS
        if not any(t.signs & ROAD for t in tokens[first:stop]):
            continue
        end = tokens[stop - 1].end - base
        for i in range(first, stop):
            if i > first and not _ends_before(tokens[i - 1]) or tokens[i].text in ("及", "以及"):
                continue
            start = tokens[i].start - base
            match = _named(text, start, end)
            if match is not None and _is_own(tokens, i, match, base):
                acted_on = acted_on or i > first and tokens[i - 1].text in _PUSHES
                if acted_on or is_told_of(text, *match.span()):
                    yield Candidate(base + match.start(), base + match.end(), "Project", "public-work.road", True)
                break


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """What stands between two borders of names; 和 is none where nothing stands in front of it to join."""
    first = depth = 0
    for i in [i for i, token in enumerate(tokens) if token.signs & _BORDER]:
        text = tokens[i].text
        depth += (text == "（") - (text == "）")
        if i == first and text == "以及":
            first = i + 1
        elif text in CLAUSE_ENDS or depth <= 0 and (text in _SEPARATORS or _joins(tokens, i, first)):
            if first < i:
                yield first, i
            first, depth = i + 1, 0
    if first < len(tokens):
        yield first, len(tokens)


def _joins(tokens: Sequence[Token], i: int, first: int) -> bool:
    behind = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return tokens[i].text in ANDS and i > first and not _ends_before(tokens[i - 1]) and not behind.startswith(("延长", "延伸", "延线"))


def _ends_before(token: Token) -> bool:
    if token.text in ("至", "到", "—"):
        return False  # one end of a road
    return token.kind == "time" or token.kind == "word" and (ends_names(token) or token.text in EDGE or token.text in ("的", "一批"))


def _named(text: str, start: int, end: int) -> re.Match[str] | None:
    """The longest name from a border that nothing but what becomes of it follows."""
    match = _ROAD.match(text, start, end)
    while match is not None and not FOLLOWS.match(text, match.end()):
        match = _ROAD.fullmatch(text, start, match.end() - 1) if match.end() - start > 4 else None
    return match


def _is_own(tokens: Sequence[Token], i: int, match: re.Match[str], base: int) -> bool:
    """Whether what stands in front of a road's noun is a name: no kind of roads, no verb."""
    own, noun = match["own"], match["route"] or match["whole"]
    if own in _BARE:
        return noun.endswith(("跑道", "高速"))
    road = own + noun
    if own in GENERIC or road in _NO_ROUTES or noun in _SHORT and road.endswith(_KINDS) or _DESCRIBES.match(own):
        return False
    stop = base + match.end("own")
    inner = [t for t in tokens[i:] if t.start < stop]
    if inner[0].text in ANDS:
        inner = inner[1:]  # 和 of 和松路, where nothing stands in front that it could join
    if any(ends_names(t) or t.kind in ("quantity", "time") or t.text in ("的", "了") for t in inner):
        return False
    if any(t.text in EDGE and (len(t.text) > 1 or t is inner[0]) for t in inner):
        return False
    if any(is_proper(t) for t in inner) or not known_word(own) and (len(own) == 2 or all(len(t.text) == 1 for t in inner)):
        return True
    if len(own) == 3 and noun in _NAMED_BY_ANY and not known_word(own) and any(len(t.text) == 1 for t in inner):
        return True  # 东台子水库
    if _SITED.match(own):
        return True  # 西部港区出海航道二期
    tags = _TAGS_OF_AVENUES if noun == "大道" else _TAGS_OF_ROADS
    return len(own) >= 2 and noun in _CALLED and len(inner) == 1 and inner[0].tag in tags  # 春风隧道
