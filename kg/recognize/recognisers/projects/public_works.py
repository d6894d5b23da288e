"""Takes the tokens of a sentence, proposes public works that are built or opened: 建成云湖海洋馆、月岭公园等, 市口腔医院、市中心血站投入使用, 松如河综合治理工程.

A hospital, a school, a park or a museum is a project where the text tells that it is built or opened, and nothing else does. Its name begins with a place or
with a word that no dictionary has; in the text of a place also with the level of its government (市博物馆新馆), since there is one of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, ordered, words
from kg.recognize.gazetteer import MUNICIPALITIES
from kg.recognize.home import Home
from kg.recognize.recognisers.grammar.classes import BUILT
from kg.recognize.text.phrase import (
    BREAK,
    COUNTED,
    GENERIC,
    INSIDE,
    NAMED_TAGS,
    PART_JOINTS,
    inside,
    is_proper,
    is_trade,
    stands_behind_etc,
    text_of,
)
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word, span_of, unbroken
from kg.triggers import Expressions


_any = partial(any_of, "public_works")
_HEADS = tuple(ordered("public_works", "heads"))
_TREATMENTS = words("public_works", "treatments")
PHASES_OF_WORKS = ("一期", "二期", "三期")
_LANDSCAPE = frozenset("山湖河江岛岭湾溪海洲泉")
_TREATED = ("工程", "项目")
_BUILDS, _STAGES, _NO_NAMES = (re.compile(_any(name)) for name in ("builds", "stages", "no_names"))
_VERBS = tuple(verb for name in ("builds", "pushes", "plans") for verb in ordered("public_works", name))
FOLLOWS = re.compile(rf"$|{_any('follows')}|建设(?=$|[、，。；和与及])")
_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_ELSE = re.compile("的|入选|获|争创|成为|通过|纳入|列入|被|支持")  # between a name and a stage: it is told of something else
_DONE = r"(?:新建|改扩建|扩建|迁建|改造|改造提升|提升改造)?(?:项目|工程)?(?:[一二三]期)?(?:项目|工程)?"
_OF_HERE = re.compile(
    rf"(?P<level>自治区|[省市区县])(?![级属委域区民政场郊内外直长镇县])(?P<own>[^，。；：、“”（）的和与及等\d]{{0,12}}(?:{_any('heads')}|{_any('heads_of_here')}))(?:{_DONE})"
)
_OF_A_SITE = re.compile(
    rf"[东西南北中]部(?:[^，。；：、“”（）的和与及等\d]{{0,10}}?)(?:{_any('heads')}|电厂|机场|(?:供|引|调|输|补)水工程)(?:[一二三]期)?(?:项目|工程)?(?:[一二三]期)?(?:项目|工程)?"
    rf"(?={FOLLOWS.pattern})"
)
_WATER = re.compile("水资源|供水|引水|调水|输水")
_WATER_LED = re.compile(
    r"引[^，。；：、“”的]{1,2}[济补][^，。；：、“”的]{1,2}?(?:供水|调水|引水|隧洞)?(?:[一二三]期)?(?:工程|项目)(?:[一二三]期)?"
)
_WATER_LED_ALONE = re.compile(r"[引调][\u4e00-\u9fff][济入补][\u4e00-\u9fff](?:[一二三]期)?(?=[、，。；]|等(?:工程|项目|前期|重)|和|建设)")
_NAMED_BY_SITE, _LEADING_WATER = Expressions(_OF_A_SITE, _OF_HERE), Expressions(_WATER_LED, _WATER_LED_ALONE)
_WATER_TOLD = re.compile("水|灌区|江|河|工程")
_LEVELS = {"province": ("省", "自治区"), "city": ("市", "省", "自治区"), "county": ("县", "区", "市")}
_SITE = re.compile("[河江湖海山湾岛溪渠库城寺宫塔村街路桥港洲泉峡圩淀泊沟滩坝塘楼](?![洋际市乡镇区网径])|流域|遗址|湿地|古镇")
_MARK_TAGS = NAMED_TAGS | {"ns"}
LONGEST = 22  # characters

_ALL_HEADS = (*_HEADS, *ordered("public_works", "heads_of_here"))
_LAST_WORDS = frozenset(head[i:] for head in _ALL_HEADS for i in range(len(head)))
PUBLIC_WORK = sign(words=(*_LAST_WORDS, *_TREATED, "电厂", "机场"), begins=("引",), ends=_HEADS, plain_words=True)


def public_works(tokens: Sequence[Token], home: Home) -> Iterator[Candidate]:
    """Public works of a sentence."""
    text = unbroken(tokens)
    if text is None:
        return
    base = tokens[0].start
    yield from _of_here(tokens, text, home)
    yield from _water_led(text, base)
    for last in [i for i, token in enumerate(tokens) if token.signs & PUBLIC_WORK]:
        treated = tokens[last].text in _TREATED
        first = _begin(tokens, last, treated)
        if first is None or last + 1 < len(tokens) and _counts(tokens[last + 1]):
            continue
        phase = treated and last + 1 < len(tokens) and tokens[last + 1].text in PHASES_OF_WORKS
        start, end = tokens[first].start, tokens[last + phase].end
        name = text[start - base : end - base]
        if stands_behind_etc(tokens, first):
            continue
        if _NO_NAMES.search(name) or treated and not _is_treated(tokens, first, last):
            continue
        if treated or name.endswith(_HEADS) and is_told_of(text, start - base, end - base):
            yield Candidate(start, end, "Project", "public-work", True)


def _begin(tokens: Sequence[Token], last: int, treated: bool) -> int | None:
    """Where the name begins that ends in a token: the word furthest left that may open a name; None if it is counted or only one end of what is built."""
    first = before = None
    for i in range(last - 1, -1, -1):
        token = tokens[i]
        if tokens[last].end - token.start > LONGEST:
            break
        if not (
            inside(token) or token.text in _LANDSCAPE or treated and (token.text in _TREATMENTS or _joins_treatments(tokens, i))
        ) or COUNTED.match(token.text):
            before = token
            break
        if _opens(token) or i + 1 < last and (_half(token) and _half(tokens[i + 1]) or _opens_landscape(tokens, i)):
            first = i
    if before is not None and (
        _counts(before) or before.text in ("至", "到") or before.tag == "v" and len(before.text) == 1 and before.text not in BREAK
    ):
        return None
    if not first or tokens[first - 1].tag != "m" and not _half(tokens[first - 1]):
        return first
    whole = tokens[first].kind == "word" and tokens[first - 1].tag != "m" and not (first > 1 and _half(tokens[first - 2]))
    return first - 1 if whole else None  # 水 of 水富港; 十八 of 十八联圩


def _opens_landscape(tokens: Sequence[Token], i: int) -> bool:
    """蜜岭 in 蜜岭山公园: a word and a hill that no dictionary has together."""
    word, hill = tokens[i], tokens[i + 1]
    return (
        hill.text in _LANDSCAPE
        and word.kind == "word"
        and len(word.text) == 2
        and word.text not in GENERIC
        and (word.tag == "n" or word.tag in _MARK_TAGS)
        and not known_word(word.text + hill.text)
    )


def _half(token: Token) -> bool:
    """Whether a character is left alone by the segmenter, so that it may be of a name: 松 and 岭 of 松岭公园."""
    return token.kind == "word" and len(token.text) == 1 and inside(token) and token.text not in GENERIC and token.tag[:1] not in "mfuqdr"


def _counts(token: Token) -> bool:
    return bool(COUNTED.match(token.text)) or token.kind == "quantity" and token.text[-1] in "个家座条处项所"


def _joins_treatments(tokens: Sequence[Token], i: int) -> bool:
    """保护和修复, not 甲河整治工程和乙河整治工程."""
    return tokens[i].text in PART_JOINTS and i > 0 and tokens[i - 1].text in _TREATMENTS and not _opens(tokens[i + 1])


def _is_treated(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name that ends in 工程 says what is done, and to which river, site or work: no 海洋生态修复工程."""
    what = "".join(t.text for t in tokens[first:last] if t.text not in _TREATMENTS)
    return (
        any(t.text in _TREATMENTS for t in tokens[first:last])
        and (
            tokens[first].kind in ("District", "Park")
            or bool(_SITE.search(tokens[first].text))
            or bool(_SITE.search(text_of(tokens, first, first + 1)[:4]))
        )
        and bool(_SITE.search(what) or BUILT.search(what) or tokens[first].kind == "District" and _WATER.search(text_of(tokens, first, last)))
    )


def _opens(token: Token) -> bool:
    """Whether a token may be what a work is called after."""
    if token.kind in ("District", "Park", "Organization", "Company"):
        return True
    if token.kind != "word" or token.text in GENERIC or is_trade(token) or len(token.text) < 2:
        return False
    if token.hit is not None:
        return token.is_first_a_place and (token.tag in _MARK_TAGS or not known_word(token.text))
    return is_proper(token) and token.tag not in ("eng", "j")


def _of_here(tokens: Sequence[Token], text: str, home: Home) -> Iterator[Candidate]:
    """市口腔医院: the one of the government whose text it is."""
    if home.entry is None or home.park_name:
        return
    levels = ("市", "区") if home.entry.identifier in MUNICIPALITIES else _LEVELS.get(home.entry.level, ())
    base = tokens[0].start
    for _, match in _NAMED_BY_SITE.finditer(text):
        start, end = match.span()
        begins = start == 0 or text[start - 1] in "，。；：、和与及" or any(text.endswith(verb, 0, start) for verb in _VERBS)
        if not begins or _holds_a_verb(tokens, base + start, base + end):
            continue
        if match.re is _OF_A_SITE:  # 西部粮库
            named = not _NO_NAMES.search(match[0]) and is_told_of(text, start, end)
        else:
            named = match["level"] in levels and not _NO_NAMES.search(match["own"]) and (end > match.end("own") or is_told_of(text, start, end))
        if named:
            yield Candidate(base + start, base + end, "Project", "public-work.here", True)


def _holds_a_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a verb that ends names stands behind the government whose work it may be: 配合省加快建设…大桥."""
    first, stop = span_of(tokens, start, end)
    verb = tokens[first + 1] if stop - first > 2 and tokens[first].text in ("省", "市", "自治区") else None
    return verb is not None and len(verb.text) > 1 and verb.text in BREAK and verb.text not in INSIDE


def _water_led(text: str, base: int) -> Iterator[Candidate]:
    """引松济柳工程: water that is led from one river to another, whatever the segmenter makes of it."""
    for _, match in _LEADING_WATER.finditer(text):
        if match.re is _WATER_LED_ALONE and not (_WATER_TOLD.search(text) and is_told_of(text, *match.span())):
            continue  # 引才济困
        yield Candidate(base + match.start(), base + match.end(), "Project", "public-work.water", True)


def is_told_of(text: str, start: int, end: int) -> bool:
    """Whether the clause of a name says in front that it is built, or behind what became of it."""
    if not FOLLOWS.match(text, end):
        return False
    begin = max(text.rfind(mark, 0, start) for mark in "，。；：！？\n") + 1
    built = list(_BUILDS.finditer(text, begin, start))
    if built and "的" not in text[built[-1].end() : start]:
        return True
    clause = _CLAUSE.match(text, end)
    if clause is None:
        return False
    stage = _STAGES.search(clause.group())
    return stage is not None and not _ELSE.search(clause.group(), 0, stage.start())
