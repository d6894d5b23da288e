"""Names that a document has shown with certainty, found again wherever else it says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK
from kg.recognize.text.phrase import ALL_TRADES, GENERIC, NAMED_TAGS
from kg.recognize.text.tokens import Occurrences, Token, known_word, segmenter

# in front of a mark that stands by itself, and behind it
_BEGINS = frozenset("，。；、：“\n")
_GOES_ON = re.compile("的|(?:自主|独立)?(?:生产|研发|研制|开发|制造)+的|是|则(?!由)|也|已|将|在(?!建)|靠|把|今年|去年|公司|[、，](?=[\u4e00-\u9fff])|等(?=[企公])")
_IN_FULL = re.compile("(?:（[^）]{2,6}）)?[^，。；：、！？\\s“”（）的与和及在将为是对由从向已]{0,14}?(?:公司|集团)")  # what goes on behind a mark in a name in full
_LEGAL_FORM = re.compile("(?:集团)?(?:股份)?(?:有限责任公司|有限公司|股份公司)$")
_TRADES = sorted(ALL_TRADES, key=lambda trade: (-len(trade), trade))
SHORTEST = 4  # characters of a name without place and legal form that tell a company, its trade with it


def short_names(name: str, gazetteer: Gazetteer) -> Iterator[str]:
    """What a text calls a registered company without its place and legal form: 晨博辉电子 of 湛州市晨博辉电子有限公司; where several trades stand behind
    the mark, also with the first alone: 阳晟光伏 of 云岭阳晟光伏科技有限公司. None may be ordinary words.
    """
    short = _without_place_and_form(name, gazetteer)
    if short is None:
        return
    trade = _trade_of(short)
    mark = short.removesuffix(trade) if trade else segmenter().cut(short)[0]
    if _is_own(mark, short, gazetteer):
        yield short
    first = _FURTHER_FORM.sub("", short)
    trade = _trade_of(first)
    if first != short and trade and _is_own(first.removesuffix(trade), first, gazetteer):
        yield first


def _trade_of(name: str) -> str:
    """The longest trade that a name ends in; empty if there is none."""
    return next((trade for trade in _TRADES if name.endswith(trade)), "")


def _is_own(mark: str, short: str, gazetteer: Gazetteer) -> bool:
    """Whether a short name is a company's alone: its mark is no word of the dictionary."""
    own = 2 <= len(mark) <= 4 and (not known_word(mark) or len(short) - len(mark) >= 2 and _is_called(mark)) and not known_word(short)
    return len(short) >= SHORTEST and own and not gazetteer.lookup(short)


def _is_called(mark: str) -> bool:
    """Whether the dictionary has a word only as what something is called: 红星 of 红星电子."""
    return len(mark) == 2 and mark not in GENERIC and segmenter().tag(mark)[0][1] in NAMED_TAGS


def cut_names(name: str, text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """What a text calls a registered company by its mark and by what it leaves of the trades behind it: 晨博汽配 of 湛州晨博汽车配件股份有限公司.

    :param text: where such names are looked for
    """
    own = _without_place_and_form(name, gazetteer)
    if own is None or len(own) <= SHORTEST or own[:2] in GENERIC:
        return
    for match in re.finditer(re.escape(own[:2]), text):
        short = text[match.start() : cut_end(text, match.start(), own)]
        if len(short) < SHORTEST or short == own or known_word(short) or gazetteer.lookup(short):
            continue
        if not known_word(own[:2]) or short.endswith(tuple(_TRADES)):
            yield short


def bare_marks(name: str, text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The mark by which a text calls a company that it named with its trade or its legal form: 晨沃 of 晨沃医疗, in 晨沃的手套, 晨沃已投产; 晨隆基 of
    云岭晨隆基新能源科技公司, in 距离晨隆基不远; 晨芯 of 晨芯（云岭）微电子有限公司.

    :param text: where a mark of two characters must stand by itself at least once, at the beginning of a clause or of a member of a list
    """
    mark = _own_mark(name, gazetteer)
    if mark is None:
        return
    at = text.find(mark)
    while at >= 0:
        end = at + len(mark)
        if (at == 0 or text[at - 1] in _BEGINS) and _GOES_ON.match(text, end) or len(mark) > 2 and not _IN_FULL.match(text, end):
            yield mark
            return
        at = text.find(mark, end)


def _own_mark(name: str, gazetteer: Gazetteer) -> str | None:
    """The mark of a company if it can mean nothing else: it is no word, and in no table."""
    mark = _mark_of(name, gazetteer)
    if not 2 <= len(mark) <= 4 or known_word(mark) or mark in GENERIC or gazetteer.lookup(mark) or NO_MARK.search(mark) or _is_two_words(mark):
        return None
    return mark


def _is_two_words(mark: str) -> bool:
    """Whether what stands for a mark is two words, one of them general: 人才发展 of 晨州人才发展集团; the dictionary has parts of real marks, too."""
    return len(mark) == 4 and (mark[:2] in GENERIC or mark[2:] in GENERIC)


def _mark_of(name: str, gazetteer: Gazetteer) -> str:
    """A company's name without the place, the trades and the legal form; empty if it has neither trade nor form."""
    before, bracket, _ = name.partition("（")
    own = before if bracket else _without_place_and_form(name, gazetteer) or _without_place_and_form(name + "有限公司", gazetteer) or name
    own = own.removesuffix("公司")
    while trade := _trade_of(own):
        if len(own) - len(trade) < 2:
            break
        own = own.removesuffix(trade)
    return own if own != name else ""


def cut_end(text: str, start: int, name: str) -> int:
    """Where ends what a text leaves of a company's name: the mark of two characters, and characters of the trades in their order.

    >>> cut_end("晨博汽配投产", 0, "晨博汽车配件")
    4
    """
    if not text.startswith(name[:2], start):
        return start
    end, rest = start + 2, iter(name[2:])
    while end < len(text) and text[end] in rest:
        end += 1
    return end


def _without_place_and_form(name: str, gazetteer: Gazetteer) -> str | None:
    """A registered company's name without the place in front and the legal form behind; None of a name without the form."""
    stem = _LEGAL_FORM.sub("", name)
    if stem == name or "（" in stem:
        return None
    place = next((n for n in range(min(6, len(stem) - 2), 1, -1) if len(stem) - n > 2 and any(e.cls == "District" for e in gazetteer.lookup(stem[:n]))), 0)
    return stem[place:]


_INSIDE_PROJECTS = ("Industry", "Product")
_FURTHER_FORM = re.compile("(?:工业|实业|科技|集团|控股|发展|技术|制品|制造)+$")
_OF_MANY = tuple(words("developers", "no_marks_of_projects"))
_PHASES = ("一期", "二期", "三期")
_CALLED_PROJECT = (*(noun + phase for noun in ("项目", "生产基地", "基地", "工厂") for phase in ("", *_PHASES)), *_PHASES)


def names_of_projects(name: str, gazetteer: Gazetteer) -> Iterator[str]:
    """What a text calls the projects of a registered company: 宏沃电声项目, 宏沃电声项目一期 of 云岭宏沃电声股份有限公司."""
    own = _without_place_and_form(name, gazetteer)
    if own is None:
        return
    for short in dict.fromkeys((own, _FURTHER_FORM.sub("", own))):
        if SHORTEST <= len(short) <= 8 and not short.endswith(_OF_MANY) and not gazetteer.lookup(short) and not known_word(short):
            yield from (short + kind for kind in _CALLED_PROJECT)


_OF_A_COMPANY = r"[^，。；、：！？\s“”（）的与和及等在将为是对由从向总占计拟已\d]{0,12}?(?:项目|生产基地|工厂)"


def projects_called_after(company: str, text: str) -> Iterator[str]:
    """What a text calls the projects of a company that it calls one: 宏沃酒业二期扩能项目."""
    for match in re.finditer(re.escape(company) + _OF_A_COMPANY, text):
        yield match.group()


def projects_of_mark(name: str, text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """What a text calls the projects of a registered company by its mark alone: 宏沃车用连接器产业化项目 of 云岭宏沃电子科技有限公司. The mark is no word, and
    what is called so begins a clause or stands behind 的.
    """
    mark = _own_mark(name, gazetteer) if _LEGAL_FORM.search(name) else None
    if mark is None:
        return
    for match in re.finditer(re.escape(mark) + _OF_A_COMPANY, text):
        opens = match.start() == 0 or text[match.start() - 1] in _OPENS_A_PROJECT
        if opens and not any(noun in match.group()[:-2] for noun in _NOT_INSIDE):
            yield match.group()


_OPENS_A_PROJECT = _BEGINS | {"的", "》", "”"}
_NOT_INSIDE = ("公司", "集团", "项目", "负责", "投资", "落户", "签约", "开工")


class Known:
    """Names that are known from elsewhere in the document, where nothing else stands and the words' borders agree."""

    def __init__(self, text: str, known: dict[str, Candidate]):
        self._known = known
        names = sorted(name for name in known if len(name) > 2 or not known_word(name))
        self._places: Occurrences | None = None
        if names:
            import daachorse

            automaton = daachorse.CharwiseDoubleArrayAhoCorasick(names, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
            self._places = Occurrences((start, end, names[i]) for start, end, i in automaton.find(text))

    def of(self, tokens: Sequence[Token], standing: Sequence[Candidate]) -> Iterable[Candidate]:
        """The known names of one sentence."""
        for start, end, name in self._places.of(tokens) if self._places is not None else ():
            inside = _INSIDE_PROJECTS if self._known[name].cls == "Project" else ()
            if not any(s.start < end and start < s.end and not (s.cls in inside and start <= s.start and s.end <= end) for s in standing):
                yield Candidate(start, end, self._known[name].cls, "known", False)
