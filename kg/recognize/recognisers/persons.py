"""Takes the tokens of a sentence, proposes persons by the position that stands in front of the name: 党工委书记江泽全."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered
from kg.recognize.text.tokens import Borders, Token, known_word

SURNAMES = ordered("persons", "surnames")
_POSITIONS = ordered("persons", "positions")
_SURNAME = f"(?:{'|'.join(sorted(SURNAMES, key=len, reverse=True))})"
_NAME = rf"(?P<name>{_SURNAME}[\u4e00-\u9fff]{{1,2}}(?<!及))"
_PATTERN = re.compile(rf"(?P<position>{'|'.join(sorted(_POSITIONS, key=len, reverse=True))})(?:为|是|系)?{_NAME}")
# 总裁安德烈·卡尔森
_FOREIGN = re.compile(
    rf"(?:{'|'.join(sorted(_POSITIONS, key=len, reverse=True))})(?P<name>[\u4e00-\u9fff]{{1,6}}(?:[·•][\u4e00-\u9fff]{{1,6}}?)+)"
    r"(?=[，。；、等（]|说|称|表示|介绍|认为|指出|出席|参加|致辞|先后|分别|宣布|一行|率|$)"
)
_ZONES = frozenset("验范发园作行导聚协开创集流")  # the 区 of 试验区长 belongs to 试验区
_NOT_NAMES = re.compile(
    r"会议|工作|负责|同志|办公|以及|和|等|代表|带领|主持|任职|制度|研究|时任|方面|安排|单位|公司|介绍|高度|全面|包干|任组|常务|人员|党中央|党委|党组|党工委|国际|商讨|商议|商谈|商量|商务|付出|付诸|游览|游客|兰州|楚雄"
)
_ASIDE = r"(?:（[^（）]{1,12}）)?"  # 何伟（县委副书记）: of two that are called alike
# Those that are led, and the names of those who lead: 区领导李明辉、何伟参加
_LEADERS = re.compile(
    rf"(?:[市县区省州旗镇乡局院校司团厂会]|管委会|集团)领导(?:同志)?(?P<names>{_SURNAME}[\u4e00-\u9fff]{{1,2}}?{_ASIDE}(?:[、和]{_SURNAME}[\u4e00-\u9fff]{{1,2}}?{_ASIDE})*)"
    r"(?P<behind>等|以及|[，。；]|分别|一同|一起|共同|先后|出席|参加|陪同|参与|调研|见证|主持|列席|走访|慰问|督导|到会|到场|率团|率队|前往|会见)"
)
# Others in the same position: 副市长金凯、李强出席
_OTHERS = re.compile(rf"、(?P<name>{_SURNAME}[\u4e00-\u9fff]{{1,2}}?)(?=[、，。；等]|出席|参加|陪同|参与|分别|见证|一行|率团|率队|前往)")
_NO_LEADERS = re.compile(r"干部|班子|成员|机构|小组|能力|水平|关系|高度|方式|单位|部门|同志|代表|重视|关心|带领|支持")
# What a person does, right behind the name
_ACTS = re.compile(
    r"说|称(?=[，：])|[站坐]在|在|致|率|作|向|对|到|曾|当|此|还|则|就|也|均|将|并|为|与|看|表示|介绍|指出|强调|认为|告诉|出席|出任|会见|会同|主持|透露|调研|宣布|宣读|要求|代表|带领|带队|"
    r"参加|参观|前往|前来|现场|先后|察看|走访|走进|深入|听取|讲话|发言|一行|分别"
)
_COMMON_FIRST = frozenset("占全国应暨管")  # surnames that are far more often a word in front of another
_LONG = "江乐白安山春沙城宁征"  # behind 长 names of places and rivers: 玄武区|长江路
_PLACE_ENDINGS = "路坊街园村桥山河湖"
_IN_POSITION = "person.position"


class Offices:
    """The places in a text where a position, or those who are led, and what looks like a person's name stand together."""

    def __init__(self, text: str):
        self._text = text
        self._places = sorted(match.start() for pattern in (_LEADERS, _PATTERN) for match in pattern.finditer(text))

    def persons(self, tokens: Sequence[Token]) -> Iterable[Candidate]:
        """The persons of one sentence."""
        start, end = tokens[0].start, tokens[-1].end
        i = bisect_left(self._places, start)
        return persons(self._text, start, end, Borders(tokens)) if i < len(self._places) and self._places[i] < end else ()


def with_persons(names: Sequence[Candidate], people: Sequence[Candidate]) -> list[Candidate]:
    """The names and the persons of a sentence, as far as they go together.

    Who holds a position is no member of a list (湛朗集团总经理王芳、云岭科技董事长何伟等企业代表), and no person begins a park's name (副市长昌邑滨海开发区…).
    """
    people = [p for p in people if not any(n.cls in ("Park", "Organization") and n.start <= p.start and p.end < n.end for n in names)]
    spans = {(p.start, p.end) for p in people}
    names = [n for n in names if not (n.cls == "Company" and n.rule.startswith("gazetteer") and (n.start, n.end) in spans)]  # 总经理万华出席
    return [n for n in names if not (n.rule.startswith("list.") and any(n.start <= p.start and p.end <= n.end for p in people))] + people


def persons(text: str, start: int, end: int, borders: Container[int] | Borders | None = None) -> Iterator[Candidate]:
    """Persons of a part of the clean text: a position, then a surname and one or two characters.

    :param borders: where words begin; decides whether a name has two or three characters

    >>> [("该区党工委书记、管委会主任江泽全说。"[c.start:c.end], c.cls) for c in persons("该区党工委书记、管委会主任江泽全说。", 0, 18)]
    [('江泽全', 'Person')]
    """
    yield from _leaders(text, start, end)
    foreign = [match.span("name") for match in _FOREIGN.finditer(text, start, end)]
    for first, last in foreign:
        yield Candidate(first, last, "Person", _IN_POSITION, True)
    for match in _PATTERN.finditer(text, start, end):
        if any(first <= match.start("name") < last for first, last in foreign) or _is_no_position(text, match, start):
            continue
        stop = _end_of_name(text, match, borders)
        if stop is not None:
            yield Candidate(match.start("name"), stop, "Person", _IN_POSITION, True)
            yield from _others(text, stop, end)


def _leaders(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Those who lead a place or an office, behind what they lead: 区领导李明辉、何伟参加."""
    for match in _LEADERS.finditer(text, start, end):
        names = list(re.finditer(r"[^、和（]+(?=（|、|和|$)(?![^（）]*）)", match["names"]))
        if (len(names) > 1 or match["behind"] not in "，。；") and not _NO_LEADERS.search(match["names"]):
            for leader in names:
                yield Candidate(match.start("names") + leader.start(), match.start("names") + leader.end(), "Person", "person.leader", True)


def _others(text: str, stop: int, end: int) -> Iterator[Candidate]:
    """Those who stand behind a person and hold the same position."""
    while (other := _OTHERS.match(text, stop, end)) is not None and not _NOT_NAMES.search(other["name"]):
        yield Candidate(other.start("name"), other.end("name"), "Person", _IN_POSITION, True)
        stop = other.end("name")


def _end_of_name(text: str, match: re.Match[str], borders: Container[int] | Borders | None) -> int | None:
    """Where the name behind a position ends; None if what stands there is no name."""
    length, acts = _length_of_name(text, match, borders)
    first = match.start("name")
    name, stop = match["name"][:length], first + length
    if _starts_no_name(name) or _ACTS.match(text, first + 1):
        return None
    acts = acts or _ACTS.match(text, stop) is not None
    ends_in_word = borders is not None and stop not in borders and not acts
    return None if ends_in_word or _is_a_word(text, name, stop, acts) else stop


def _length_of_name(text: str, match: re.Match[str], borders: Container[int] | Borders | None) -> tuple[int, bool]:
    """How many characters of what looks like a name are one, and whether it is sure to end there by what stands behind."""
    name, behind = match["name"], match.end()
    length = len(name)
    if length == 3 and (name[2] in "等的" or name[2] == "和" and text[behind : behind + 1] not in "、，。；"):
        return 2, True  # 总裁王芳等, 主任王芳和副主任何伟
    if length > 2 and _ACTS.match(text, behind - 1):
        return length - 1, True  # 王芳说, 欧阳明说
    if length == 3 and borders is not None and behind not in borders:
        if text.startswith("和", behind):
            return 3, True  # 书记李修平和企业代表: where the segmenter reads 平和
        if not _ACTS.match(text, behind):
            return 2, False
    return length, False


def _starts_no_name(name: str) -> bool:
    """Whether what looks like a name is words: 会议, 向全(市)."""
    return bool(_NOT_NAMES.search(name[:2] if name[2:] == "和" else name)) or len(name) < 2 or name[0] in "向为" and name[1] in "全各本其"


def _is_no_position(text: str, match: re.Match[str], start: int) -> bool:
    """Whether what looks like a position in front of a name is none: 总书记 follows on its name, 长江路 and 总工程量 are words.

    :param start: of the sentence
    """
    position, name = match["position"], match["name"]
    if position == "区长" and match.start() > start and text[match.start() - 1] in _ZONES:
        return True
    return (
        position.startswith("书记")
        and text[match.start() - 1 : match.start()] == "总"
        or position.endswith("长")
        and name[0] in _LONG
        and name[-1] in _PLACE_ENDINGS
        or position == "总工"
        and name[0] == "程"
        or position.endswith("长")
        and name[0] == "江"
        and not (_ACTS.match(text, match.end()) or _ACTS.match(text, match.end() - 1) or text[match.end() : match.end() + 1] in "，。；、等（")  # 云州市|长江松岭段
    )


def _is_a_word(text: str, name: str, stop: int, acts: bool) -> bool:
    """Whether what stands behind a position is no name but words with which the sentence goes on: 合伙人余额管理, 院士占全国一半."""
    goes_on = "\u4e00" <= text[stop : stop + 1] <= "\u9fff"
    return len(name) == 2 and known_word(name) and goes_on and not acts or len(name) == 3 and name[0] in _COMMON_FIRST and known_word(name[1:])
