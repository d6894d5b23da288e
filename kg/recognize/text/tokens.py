"""Takes clean text, gives tokens: words with their part of speech, listed names and quantities kept whole.

Words come from jieba-rs (Chinese word segmentation and tagging, the tag set of ICTCLAS); head nouns of names are
taught to it, so that 高新区 is one word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.model import Quantity, TimeSpan
from kg.recognize.gazetteer import Entry, Hit
from kg.recognize.lexicon import ordered, words
from kg.recognize.text.signs import MOST, Form, plain, segmented, signs_of

if TYPE_CHECKING:
    from rjieba import Jieba

# Kinds of token: "word", "punctuation", "quantity", "time", or the class of a listed name


@dataclass(slots=True, init=False)
class Token:
    """A word, a listed name, a quantity, a time or a punctuation mark, in clean offsets."""

    start: int
    end: int
    text: str
    tag: str  # part of speech
    kind: str
    hit: Hit | None
    signs: int  # what its word says by itself, see :mod:`.signs`

    def __init__(self, start: int, end: int, form: Form, hit: Hit | None = None):
        self.start, self.end, self.hit = start, end, hit
        self.text, self.tag, self.kind, self.signs = form

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The listed things that bear its word as their name; empty if none does."""
        return self.hit.entries if self.hit is not None else ()

    @property
    def is_first_a_place(self) -> bool:
        """Whether of the listed things that bear its word as their name, the first is a place."""
        return self.hit is not None and self.hit.classes[0] == "District"


_TRADES_OF_METALS = tuple(metal + "业" for metal in "硅钛钢钨钴钼锂锌镁镍") + ("能化",)  # that the dictionary lacks beside 铝业, 铜业


@cache
def segmenter() -> Jieba:
    """The word segmenter with the head nouns of names taught to it."""
    import rjieba

    jieba = rjieba.Jieba()
    for cls in ("Park", "Project", "Organization", "Company"):
        for word in ordered("heads", cls):
            if 2 <= len(word) <= 5 and not jieba.has_word(word):
                jieba.add_word(word, 500, "n")
    for word in sorted(words("borders", "break")):
        if 2 <= len(word) <= 4 and (not jieba.has_word(word) or len(jieba.cut(word)) > 1):  # 打好 is in its dictionary, but rarer than 打 and 好
            jieba.add_word(word, 2000, "v")
    for word in _TRADES_OF_METALS:
        jieba.add_word(word, 3, "n")
    for word in ordered("ordinary", "joined"):
        jieba.add_word(word, 0, "l")
    return jieba


_LED_BY = "为由有与对将被把以和暨"  # prepositions and joints that the segmenter draws to what it does not know: 为洋帆, 由大, 暨昭


@lru_cache(maxsize=8_192)
def _led(piece: str) -> bool:
    """Whether a piece is a preposition and the front of a name, and no word; 和 in front of two characters that make no word."""
    if piece[0] == "和":
        return len(piece) == 3 and not segmenter().has_word(piece) and not segmenter().has_word(piece[:2])
    return 2 <= len(piece) <= 4 and piece[0] in _LED_BY and piece[1] not in _LED_BY and not segmenter().has_word(piece) and not piece.isdigit()


_BEGUN_ANEW = 12  # so many words behind such a preposition are cut again


def _begun_anew(pieces: list[str]) -> list[str]:
    """The words of a text; behind a preposition that was drawn to a name the segmenter begins anew, up to the next mark.

    :param pieces: what the segmenter cut it into
    """
    if not any(piece[0] in _LED_BY and _led(piece) for piece in pieces):
        return pieces
    found: list[str] = []
    done = 0
    for i, piece in enumerate(pieces):
        if i >= done:
            if piece[0] in _LED_BY and _led(piece):
                done = next(
                    (j for j in range(i + 1, min(i + _BEGUN_ANEW, len(pieces))) if not pieces[j][0].isalnum()), min(i + _BEGUN_ANEW, len(pieces))
                )
                found += [piece[0], *segmenter().cut(piece[1:] + "".join(pieces[i + 1 : done]))]
            else:
                found.append(piece)
    return found


_drawn: set[str] = set()  # those words that are known and are a preposition and the front of a name


def _cut_into_words(text: str) -> list[Form]:
    """The words of a text. What part of speech a word has does not depend on its neighbours, so it is asked for only once."""
    pieces = segmenter().cut(text)
    if _drawn.isdisjoint(pieces):
        try:
            return list(map(segmented.__getitem__, pieces))
        except KeyError:
            pass  # there are new words
    pieces = _begun_anew(pieces)
    if len(segmented) >= MOST:
        segmented.clear()
    for new in set(pieces).difference(segmented):
        tagged = segmenter().tag(new)
        for word, tag in tagged if len(tagged) == 1 else segmenter().tag(text):
            _learn(word, tag)
        _learn(new, "n")  # what a preposition was taken from may be no word of the segmenter's
    return list(map(segmented.__getitem__, pieces))


def _learn(word: str, tag: str) -> None:
    """Take down what part of speech a word has, if that is not known yet."""
    if word not in segmented:
        segmented[word] = plain[word, tag]
        if word[0] in _LED_BY and _led(word):
            _drawn.add(word)


@lru_cache(maxsize=MOST)
def known_word(text: str) -> bool:
    """Whether a string is a word of the dictionary, or an ordinary one that it lacks; what is not may be a name."""
    return segmenter().has_word(text) or text in words("ordinary", "coined")


_UNIT = 3  # characters at the end of a quantity that hold its unit, as far as names know units (GWh, 平方米)


def _fixed(text: str, pieces: _Pieces, hits: Iterable[Hit], quantities: Iterable[Quantity], times: Iterable[TimeSpan]) -> list[Token]:
    """Spans that no word boundary may cut, leftmost first, without overlap: times and quantities before listed names, these before what closes lists."""
    spans = [Token(t.start, t.end, (t.text, "t", "time", signs_of("", "t", "time"))) for t in times]
    taken = {i for s in spans for i in range(s.start, s.end)}
    for q in quantities:
        if q.start not in taken and q.end - 1 not in taken:
            spans.append(Token(q.start, q.end, (q.text, "m", "quantity", signs_of(q.text[-_UNIT:], "m", "quantity"))))
            taken.update(range(q.start, q.end))
    behind = 0  # where the last listed name that stands ends, or one that does not and hides no other
    for hit in hits:
        if hit.start >= behind and hit.start not in taken and hit.end - 1 not in taken:
            name = text[hit.start : hit.end]
            if not _holds(hit, name, pieces):
                begun = pieces.around(hit.start)
                behind = behind if hit.weak or begun is not None and known_word(begun[1]) else hit.end  # 山西 is none in 佛山西站
            else:
                behind = hit.end
                spans.append(Token(hit.start, hit.end, (name, "nz", hit.classes[0], 0), hit))
    for match in _AMONG_THE_LARGEST.finditer(text, pieces.start, pieces.end) if text.find("00强", pieces.start, pieces.end) >= 0 else ():
        if not any(s.start <= match.start() < s.end for s in spans):
            spans.append(Token(match.start(), match.end(), plain["强", "a"]))
    for match in _ETC.finditer(text, pieces.start, pieces.end):
        if not any(s.start <= match.start() < s.end for s in spans):
            spans.append(_etc(match))
    spans.sort(key=_START)
    return spans


_AMONG_THE_LARGEST = re.compile("(?<=[1-5]00)强")  # 世界500强华岭集团, where 强华 is a word, too
# 等 that closes a list, not the one in 等级, 平等
# 其他 after 及, and 和 between two routes or plants (深南高铁及肇明高速)
_ETC = re.compile(
    r"等(?<![平同相均高初中优劣头上下不]等)(?![级候于待次同效额量价号温])|其他(?<=及其他)|"
    + "|".join(rf"{joint}(?<=[铁速]{joint})(?=[\u4e00-\u9fff]{{2,4}}(?:高铁|高速|铁路))" for joint in "和及与")
)


_GOVERNED = frozenset("长 政府 人大 政协 直 领导".split())  # what the last character of a place makes a word with
_PLACED_HEADS = ("港", "机场", "大学", "学院", "银行", "证券", "新区", "车站", "大桥", "高速", "铁路", "海关")


class _Pieces:
    """The words that a segmenter cut a part of a text into, by offset."""

    def __init__(self, pieces: Sequence[Form], start: int):
        self._pieces = pieces
        self._edges = list(accumulate([len(piece[0]) for piece in pieces], initial=start))  # where the words begin, and the last one ends
        self.start, self.end = start, self._edges[-1]

    def __getitem__(self, i: int) -> tuple[Form, int]:
        """A word, and where it ends."""
        return self._pieces[i], self._edges[i + 1]

    def at(self, offset: int) -> int:
        """The position of the word that an offset lies in, or that begins there."""
        return bisect_right(self._edges, offset) - 1

    def around(self, edge: int) -> tuple[int, str] | None:
        """The word that an offset lies inside of, and where it begins; None between two words."""
        i = bisect_right(self._edges, edge) - 1
        return None if self._edges[i] == edge else (self._edges[i], self._pieces[i][0])

    def tokens(self, first: int, stop: int | None = None) -> list[Token]:
        """Tokens for whole words: those of a half-open range of positions."""
        stop = len(self._pieces) if stop is None else stop
        return list(map(Token, self._edges[first:stop], self._edges[first + 1 : stop + 1], self._pieces[first:stop]))


def _cut(hit: Hit, name: str, pieces: _Pieces) -> bool:
    """Whether a listed name begins or ends in the middle of an ordinary word (海南 in 上海南站)."""
    cls = hit.classes[0]
    for edge in (hit.start, hit.end):
        around = pieces.around(edge)
        if around is not None:
            begin, word = around
            if begin == hit.start and edge == hit.end and cls == "District" and word.endswith(_PLACED_HEADS) and len(word) > len(name):
                continue  # 上海港, 北京大学: the place opens a name
            if cls == "Industry" and edge == hit.end and word[edge - begin :] in ("产业", "行业", "产业链"):
                continue  # 光电信息产业, in which 信息产业 is one word
            if cls == "District" and edge == hit.end and (word[edge - begin :] in _GOVERNED or word[edge - begin] == "委") and len(name) > 2:
                continue  # 绵阳市委书记, in which 市委 is one word
            if known_word(word) and not (hit.start <= begin and begin + len(word) <= hit.end):
                return True
    return False


def _holds(hit: Hit, name: str, pieces: _Pieces) -> bool:
    """Whether a listed name may stand as a token: a long one always, a short one if it cuts no word, a weak one if it is words."""
    if hit.weak:
        first, last = pieces.around(hit.start), pieces.around(hit.end)
        return (first is None or not known_word(first[1])) and (last is None or not known_word(last[1]))
    return len(name) > 4 or not _cut(hit, name, pieces)


class Tokens(list[Token]):
    """The tokens of a sentence, and its characters."""

    def __init__(self, text: str):
        super().__init__()
        self.text = text


def tokenize(text: str, start: int, end: int, hits: Iterable[Hit], quantities: Iterable[Quantity], times: Iterable[TimeSpan]) -> Tokens:
    """Cut a part of a text into tokens. A weak name is a token of kind "word" that keeps its hit.

    :param text: the clean text
    :param start, end: the part, which no hit, quantity or time crosses
    :returns: tokens in order that cover the part completely
    """
    tokens = Tokens(text[start:end])
    pieces = _Pieces(_cut_into_words(tokens.text), start)
    done = 0  # words
    spans = iter(_fixed(text, pieces, hits, quantities, times))
    span = next(spans, None)
    while span is not None:
        word = pieces.at(span.start)
        tokens += pieces.tokens(done, word)
        at = pieces.start if not word else pieces[word - 1][1]
        while True:  # what spans leave of the words that they touch
            (form, tag, _, _), finish = pieces[word]
            while span is not None and span.start < finish:
                if at < span.start:
                    _append_rest(tokens, text[at : span.start], at)
                tokens.append(_named(span, tag if span.text == form else "n"))
                at = span.end
                span = next(spans, None)
            word += 1
            if at <= finish:
                break
        if at < finish:
            tokens.append(_rest(text[at:finish], at))
        done = word
    tokens += pieces.tokens(done)
    return tokens


def span_of(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The tokens that lie in a range of offsets: half-open range of positions."""
    return bisect_left(tokens, start, key=_START), bisect_right(tokens, end, key=_END)


class Borders:
    """The offsets where tokens begin, and where the last one ends."""

    def __init__(self, tokens: Sequence[Token]):
        self._tokens = tokens

    def __contains__(self, offset: int) -> bool:
        i = bisect_left(self._tokens, offset, key=_START)
        return self._tokens[i].start == offset if i < len(self._tokens) else self._tokens[-1].end == offset


class Occurrences:
    """Names where they stand in a text: sought once, dealt out to its sentences.

    :param places: start, end and name of each, in order
    """

    def __init__(self, places: Iterable[tuple[int, int, str]]):
        self._places = list(places)
        self._starts = [start for start, _, _ in self._places]

    def of(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """Those of one sentence that begin and end where words do."""
        start, end = tokens[0].start, tokens[-1].end
        here = self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if here:
            borders = Borders(tokens)
            yield from (place for place in here if place[0] in borders and place[1] in borders)


def unbroken(tokens: Sequence[Token]) -> str | None:
    """The characters of a sentence, as offsets count from its start; None if blanks between its tokens make them not fit."""
    if isinstance(tokens, Tokens):
        return tokens.text
    text = "".join([token.text for token in tokens])
    return text if len(text) == tokens[-1].end - tokens[0].start else None


def joined(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    """The characters of a sentence without the blanks between its tokens, and where in them each token begins; last, where they end."""
    return "".join([token.text for token in tokens]), list(accumulate([len(token.text) for token in tokens], initial=0))


def positions(tokens: Sequence[Token]) -> tuple[dict[int, int], dict[int, int]]:
    """Which token begins at an offset, and which one ends there."""
    return {t.start: i for i, t in enumerate(tokens)}, {t.end: i for i, t in enumerate(tokens)}


_START, _END = attrgetter("start"), attrgetter("end")


def _append_rest(tokens: list[Token], text: str, start: int) -> None:
    """Append what a fixed span left in front of it; together with the character before it may be a verb that ends names: 打 and 造 of 打|造成 in front of
    成渝地区双城经济圈.
    """
    verb = tokens[-1].text + text if tokens and tokens[-1].end == start and tokens[-1].kind == "word" else ""
    if len(verb) == 2 and verb in words("borders", "break"):
        tokens[-1] = Token(start - 1, start + 1, plain[verb, "v"])
    else:
        tokens.append(_rest(text, start))


def _rest(text: str, start: int) -> Token:
    """A token for what a fixed span left of a word."""
    return Token(start, start + len(text), plain[text, "n"])


def _etc(match: re.Match[str]) -> Token:
    return Token(match.start(), match.end(), plain[match.group(), "u" if match.group() == "等" else "c"])


def _named(span: Token, tag: str) -> Token:
    """A span as a token, a weak name as the word that it also is."""
    if span.hit is not None:
        if span.hit.weak:
            span.tag, span.kind = tag, "word"
        span.signs = signs_of(span.text, span.tag, span.kind, span.hit.classes)
    return span
