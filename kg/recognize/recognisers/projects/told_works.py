"""Takes the tokens of a sentence, proposes works of which their clause tells that they are built, whatever they are called after: 开工建设丝路国际会展中心、
松达万高铁, 当代艺术馆开馆, 启动月湖生活垃圾填埋场一期项目建设.

The segmenter cuts such names at random (成达|万|高铁), so that they are read by their characters, from the verb in front or the comma before to what they end
in. What is told of kinds (断头路, 社区公园) is left out by words; a centre or a hub may be what a place wants to be, so that of it more must be told than of
a bridge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, ordered, words
from kg.recognize.recognisers.companies.fronts import WATER_LED
from kg.recognize.recognisers.grammar.own import KINDS_OF_PROJECTS
from kg.recognize.recognisers.projects.streets import is_a_street
from kg.recognize.recognisers.projects.works import SHARED_HEAD
from kg.recognize.text.left_edge import trim
from kg.recognize.text.phrase import ANDS, BREAK, COUNTED, EDGE, GENERIC, INSIDE, NO_PLACES, between, ends_names, is_proper, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Borders, Token, known_word, span_of, unbroken
from kg.triggers import Expressions

_any = partial(any_of, "public_works")
_CLAUSE_END = re.compile("[，。；：！？\n]")
_JOINT = re.compile("、|以及|[和及]")
_PHASE = "(?:[一二三四五]期|（[一二三四五]期）)"
_PHASED = re.compile(_PHASE)
_TAIL = rf"(?:(?:{_any('told_how')})*(?:{_any('told_done')}))?(?:项目|工程)?{_PHASE}?(?:项目|工程)?"
_OWN = r"[^、，。；：！？\s“”《》（）的等\d][^、，。；：！？\s“”《》（）的等\d和与及]"  # 和祐医院, not 甲湖和乙湖公园
_WORK = (
    rf"(?P<own>{_OWN}{{1,15}}?)(?:(?P<route>{_any('told_routes')})|(?P<street>{_any('told_streets')})|(?P<site>{_any('told_sites')})"
    rf"|(?P<centre>{_any('told_centres')})|(?P<station>站)|(?P<work>{_any('told_works')})|(?<![分共])(?=(?:项目|工程)?{_PHASE}))(?P<tail>{_TAIL})"
)
_VERB = re.compile(rf"(?P<built>{_any('told_builds')})|(?P<planned>{_any('told_plans')})|(?P<pushed>{_any('told_pushes')})")
_MANNER = rf"(?:{_any('told_manners')}|主体工程|项目|建设)*"
_BECAME = rf"(?P<became>(?:等(?:\d+[处座个条所])?)?{_MANNER}(?:{_any('told_stages')}))"
_OF_ELSE = "(?![^，]{0,8}(?:街区|商圈|片区|廊道|综合体))"  # what else may be called after streets
_GOES_ON = rf"(?P<goes_on>(?:等{_OF_ELSE}[^，]{{0,10}}?)?{_MANNER}(?:{_any('told_progress')})|(?:(?:建设)?等{_OF_ELSE}[^，]{{0,8}})?(?:项目|工程)(?:$|建设))"
_LED = re.compile(rf"(?:{_any('told_manners')})*(?:{_VERB.pattern})")
_ONE = re.compile(rf"{_WORK}(?:等[^、，]*)?")
_LAST = re.compile(rf"{_WORK}(?:{_BECAME}|{_GOES_ON}|(?P<end>$|等{_OF_ELSE}))")
_CLOSING = re.compile(rf"(?:{_any('told_stages', 'told_progress')}|项目|工程)$")
_TOLD = Expressions(re.compile(f"(?:{_any('told_builds', 'told_plans', 'told_pushes', 'told_stages')})"))
_KINDS = re.compile(_any("told_kinds"))
_NOUNS = tuple(noun for name in ("told_routes", "told_streets", "told_sites", "told_centres") for noun in ordered("public_works", name))
_OF_STREETS = re.compile(  # what their list is of, and no more: not 等70条道路线缆整治
    rf"等[^，。；、]{{0,8}}?(?:条|路|桥|[干街]道|工程|项目)(?:\d+余?条)?(?:以上)?”?(?=$|[，。；、\n]|“|建设|改造|{_any('told_stages', 'told_progress')})"
)
_DONE = words("public_works", "told_done") | words("public_works", "told_how")
_NO_WORKS = words("public_works", "no_told_works")
_OF_HERE = frozenset("市 省 自治区".split())
_ENDINGS = (*_NOUNS, *_DONE, "期", "项目", "工程", "）")
_LAST_WORDS = {noun[i:] for noun in _NOUNS for i in range(1, len(noun))}  # what the segmenter may leave of a noun
TOLD_WORK = sign(words=words("public_works", "told_works") | _LAST_WORDS, ends=(*_NOUNS, "期", "期工程", "期项目", "站"), plain_words=True)
_SHARES = re.compile(_any("told_shared"))
_LONGEST_MARK = 4  # characters
_MARK = re.compile(rf"[东西南北中]部|.+[河江湖山岭湾岩沟坝溪村庄营坪垭坳]|{any_of('developers', 'abbreviations')}{{2,4}}")
_ON_A_RIVER = re.compile(rf"(?![大中小主重各全沿清黑内外跨江河湖])[\u4e00-\u9fff]{{1,3}}[河湖江溪渠涌](?:干流|流域|水系)?(?:{_any('treatments')}){{1,3}}")
_RULE = "public-work.told"


def told_works(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Works of a sentence of which their clause tells that they are built."""
    text = unbroken(tokens)
    if text is None or not _TOLD.possible(text):
        return
    base, borders = tokens[0].start, Borders(tokens)
    for start, end in between(_CLAUSE_END, text):
        if end - start > 5:
            works, marks = _read(text, start, end)
            standing = [w for w, built in works if base + w.start() in borders and base + w.end("tail") in borders and _is_one(tokens, w, built, base)]
            for work in standing:
                yield Candidate(base + work.start(), base + work.end("tail"), "Project", _RULE, work["street"] is None or work["tail"] != "")
            if marks and standing and standing[-1] is works[-1][0]:
                shared = _shared(works[-1][0])
                for first, stop in marks:
                    if base + first in borders and base + stop in borders and _is_a_mark(tokens, base + first, base + stop):
                        led = WATER_LED.match(text[first:stop]) is not None  # 引松济柳 is whole
                        yield Candidate(base + first, base + stop, "Project", SHARED_HEAD, False, "" if led else shared)


def _shared(work: re.Match[str]) -> str:
    """What a work is called behind its mark: 污水处理厂提标改造 of 满河污水处理厂提标改造."""
    return work.string[work.end("own") : work.end("tail")]


def _is_a_mark(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the member of a list whose last one has the noun of a work is a village, a river, a mark or a pair of places: 仙河 in 仙河、满河污水处理厂."""
    first, stop = span_of(tokens, start, end)
    inner = tokens[first:stop]
    text = text_of(tokens, first, stop - 1)
    if any(t.kind != "word" or is_trade(t) or ends_names(t) or t.tag in ("p", "c", "r", "u", "uj") for t in inner):
        return False
    if len(inner) > 1:
        return not known_word(text) and not any(len(t.text) > 1 and (t.text in GENERIC or t.text in EDGE) for t in inner)
    return not known_word(text) or is_proper(inner[0]) or _is_a_place(inner[0]) or _MARK.fullmatch(text) is not None


def _read(text: str, start: int, end: int) -> tuple[list[tuple[re.Match[str], bool]], list[tuple[int, int]]]:
    """What may be works in a clause, each with whether the clause tells that it is built; and the short members right in front of the last, that share its noun."""
    pieces = [*_pieces(text, start, end)]
    verb: re.Match[str] | None = None
    read = []  # the verb in front of each piece, and the work that it is
    for i, (begin, stop) in enumerate(pieces):
        match = _LAST.match if i == len(pieces) - 1 else _ONE.fullmatch
        found = [*_verbs(text, begin, stop, anywhere=i == 0)]
        led, work = next(((v, fit) for v in found if (fit := match(text, _behind(text, v), stop))), (None, None))
        work = work or match(text, max(begin, text.rfind("的", begin, stop) + 1), stop)
        if led is None and work is None and found:
            led = found[0]
        verb = led or verb
        read.append((verb, work, _behind(text, led) if led else begin))
    last, etc = read[-1][1], text.find("等", pieces[-1][0], end)
    of_streets = etc < 0 or _OF_STREETS.match(text, etc, end) is not None
    closed = _CLOSING.search(text, start, end) is not None
    works = [(work, built) for verb, work, _ in read if work is not None and (built := _is_built(verb, last, closed)) is not None and (of_streets or work["street"] is None)]
    marks = []
    if last is not None and works and works[-1][0] is last and _SHARES.match(_shared(last)):
        for (_, work, begin), (_, stop) in zip(read[-2::-1], pieces[-2::-1]):
            if work is not None or not 2 <= stop - begin <= _LONGEST_MARK:
                break
            marks.append((begin, stop))
    return works, marks


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of a list, by their offsets: what stands between 、, and behind an 和 in front of which a work stands."""
    begin = start
    for match in _JOINT.finditer(text, start, end):
        if match[0] == "、" or begin < match.start() and text.endswith(_ENDINGS, begin, match.start()):
            yield begin, match.start()
            begin = match.end()
    yield begin, end


def _verbs(text: str, start: int, stop: int, anywhere: bool) -> Iterator[re.Match[str]]:
    """The verbs in a piece, of those that follow one another the last: 建设 of 加快推进建设.

    :param anywhere: not only at its beginning
    """
    at = start
    while (found := _VERB.search(text, at, stop) if anywhere else _LED.match(text, at, stop)) is not None:
        while (led := _LED.match(text, found.end(), stop)) is not None:
            found = led
        yield found
        at = found.end()
        if not anywhere:
            return


def _behind(text: str, verb: re.Match[str]) -> int:
    """Where what a verb builds begins."""
    return verb.end() + text.startswith(("了", "好"), verb.end())


def _is_built(verb: re.Match[str] | None, last: re.Match[str] | None, closed: bool) -> bool | None:
    """Whether a list is built; if not, it may be wished for, which is enough for a bridge and not for a centre. None if nothing is told of it.

    :param verb: in front of it
    :param last: its last member, if that is a work, with what stands behind it
    :param closed: whether the clause ends in what is done
    """
    if verb is not None and verb["built"] or last is not None and last["became"]:
        return True
    if verb is not None and (verb["planned"] or closed) or last is not None and last["goes_on"]:
        return False
    return None


def _is_one(tokens: Sequence[Token], match: re.Match[str], built: bool, base: int) -> bool:
    """Whether a work is one and no kind of them."""
    start, stop = base + match.start(), base + match.end("own")
    if _KINDS.search(match.string[match.start() : match.end("tail")]):
        return False
    if match["work"] is not None and built and _ON_A_RIVER.fullmatch(match["own"]):
        return True  # 相思湖综合整治工程, whatever words the river is made of
    if match["street"] is not None:
        return is_a_street(tokens, match["own"] + match["street"], start, base + match.end("street"))
    first, behind = span_of(tokens, start, base + match.end("tail"))
    inner = [t for t in tokens[first:behind] if t.start < stop]
    if not _opens(tokens, first, behind) or any(map(_breaks, inner[1:])) or any(t.kind in ("quantity", "time") for t in inner):
        return False
    own = inner[0].text[0] == "第" or any(is_proper(t) or _is_a_place(t) for t in inner)
    if match["station"] is not None and not _PHASED.search(match["tail"]):
        return own and len(inner) == 1
    if match["route"] is not None:
        return own or not known_word(match["own"]) and not all(t.text in GENERIC for t in inner)
    specific = sum(t.text not in GENERIC and t.text not in EDGE and len(t.text) > 1 for t in inner)
    of_here = inner[0].text in _OF_HERE  # 市冰球馆: the one of the city whose text it is
    specific += of_here
    specific += sum(len(t.text) == 1 and t.text not in GENERIC and t.tag[:1] not in "mfuqdr" for t in inner) > 1
    if match["work"] is not None and not _PHASED.search(match["tail"]):
        kind = inner[-1].text in KINDS_OF_PROJECTS or any(t.text in _NO_WORKS or t.kind in ("Company", "Park") for t in inner)
        return built and specific - sum(is_trade(t) and t.text not in GENERIC for t in inner) > 1 and len(match["own"]) > 4 and not kind
    if match["centre"] is not None:
        return own and len(inner) > 1 or (built or of_here) and specific > 1
    if match["site"] is None or match["work"] is not None:
        return specific > 0 and len(match["own"]) > 2  # a phase: there is but one
    return own or specific > 1 or built and specific > 0


def _opens(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the first word of a work may open a name: not 重启甲水电站, but 第八中学, and 和祐医院 behind a verb."""
    opening = tokens[first]
    if opening.text in ANDS or opening.text[0] == "第" or opening.text in _OF_HERE:
        return True
    if opening.text == "新" and is_proper(tokens[first + 1]):
        return True
    return opening.text not in BREAK and trim(tokens, first, stop - 1) == first


def _is_a_place(token: Token) -> bool:
    return token.is_first_a_place and token.text not in NO_PLACES and token.text not in GENERIC


def _breaks(token: Token) -> bool:
    """Whether a word stands in no work: one that ends names, and is not what is done to works; 将 and 在 in 冲压车间将在二期建成."""
    if COUNTED.match(token.text) or token.text in BREAK and (token.tag == "d" or token.text == "在"):
        return True
    return len(token.text) > 1 and ends_names(token) and token.text not in INSIDE and token.text not in _DONE
