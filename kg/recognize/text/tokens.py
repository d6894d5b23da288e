"""Takes clean text, gives tokens: words with their part of speech, listed names and quantities kept whole.

Words come from jieba-rs (Chinese word segmentation and tagging, the tag set of ICTCLAS); head nouns of names are
taught to it, so that 高新区 is one word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import attrgetter

from kg.model import Quantity, TimeSpan
from kg.recognize.gazetteer import Hit
from kg.recognize.lexicon import ordered, words
from kg.recognize.text.signs import MOST, Form, plain, segmented, signs_of

# Kinds of token: "word", "punctuation", "quantity", "time", or the class of a listed name


@dataclass(slots=True)
class Token:
    """A word, a listed name, a quantity, a time or a punctuation mark, in clean offsets."""

    start: int
    end: int
    text: str
    tag: str  # part of speech
    kind: str
    hit: Hit | None = None
    signs: int = 0  # what its word says by itself, see :mod:`.signs`


@cache
def segmenter():
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
    return jieba


def _cut_into_words(text: str) -> list[Form]:
    """The words of a text. What part of speech a word has does not depend on its neighbours, so it is asked for only once."""
    pieces = segmenter().cut(text)
    try:
        return list(map(segmented.__getitem__, pieces))
    except KeyError:
        if len(segmented) >= MOST:
            segmented.clear()
        for word, tag in segmenter().tag(text):
            if word not in segmented:
                segmented[word] = plain[word, tag]
        return list(map(segmented.__getitem__, pieces))


@cache
def known_word(text: str) -> bool:
    """Whether a string is a word of the dictionary, or an ordinary one that it lacks; what is not may be a name."""
    return segmenter().has_word(text) or text in words("ordinary", "coined")


_UNIT = 3  # characters at the end of a quantity that hold its unit, as far as names know units (GWh, 平方米)


def _fixed(hits: Iterable[Hit], quantities: Iterable[Quantity], times: Iterable[TimeSpan], text: str) -> list[Token]:
    """Spans that no word boundary may cut, leftmost first, without overlap: times and quantities before listed names."""
    spans = [Token(t.start, t.end, t.text, "t", "time", None, signs_of("", "t", "time")) for t in times]
    taken = {i for s in spans for i in range(s.start, s.end)}
    for q in quantities:
        if q.start not in taken and q.end - 1 not in taken:
            spans.append(Token(q.start, q.end, q.text, "m", "quantity", None, signs_of(q.text[-_UNIT:], "m", "quantity")))
            taken.update(range(q.start, q.end))
    for hit in hits:
        if hit.start not in taken and hit.end - 1 not in taken:
            name, cls = text[hit.start : hit.end], hit.entries[0].cls
            spans.append(Token(hit.start, hit.end, name, "nz", cls, hit))
    spans.sort(key=lambda s: s.start)
    return spans


# 等 that closes a list, not the one in 等级, 平等
# 其他 after 及, and 和 between two routes or plants (深南高铁及肇明高速)
_ETC = re.compile(
    r"(?<=及)其他|(?<=[铁速])[和及与](?=[\u4e00-\u9fff]{2,4}(?:高铁|高速|铁路))|(?<![平同相均高初中优劣头上下不])等(?![级候于待次同效额量价号温])"
)


_GOVERNED = frozenset("长 政府 人大 政协 直 领导".split())  # what the last character of a place makes a word with
_PLACED_HEADS = ("港", "机场", "大学", "学院", "银行", "证券", "新区", "车站", "大桥", "高速", "铁路", "海关")


class _Pieces:
    """The words that a segmenter cut a part of a text into, by offset."""

    def __init__(self, pieces: Sequence[Form], start: int):
        self._pieces = pieces
        self._starts = list(accumulate([len(piece[0]) for piece in pieces], initial=start))

    def around(self, edge: int) -> tuple[int, str] | None:
        """The word that an offset lies inside of, and where it begins; None between two words."""
        i = bisect_right(self._starts, edge) - 1
        return None if self._starts[i] == edge else (self._starts[i], self._pieces[i][0])


def _cut(span: Token, pieces: _Pieces) -> bool:
    """Whether a listed name begins or ends in the middle of an ordinary word (海南 in 上海南站)."""
    for edge in (span.start, span.end):
        around = pieces.around(edge)
        if around is not None:
            begin, word = around
            if begin == span.start and edge == span.end and span.kind == "District" and word.endswith(_PLACED_HEADS) and len(word) > len(span.text):
                continue  # 上海港, 北京大学: the place opens a name
            if span.kind == "Industry" and edge == span.end and word[edge - begin :] in ("产业", "行业", "产业链"):
                continue  # 光电信息产业, in which 信息产业 is one word
            if span.kind == "District" and edge == span.end and (word[edge - begin :] in _GOVERNED or word[edge - begin] == "委") and len(span.text) > 2:
                continue  # 绵阳市委书记, in which 市委 is one word
            if known_word(word) and not (span.start <= begin and begin + len(word) <= span.end):
                return True
    return False


def _holds(span: Token, pieces: _Pieces) -> bool:
    """Whether a listed name may stand as a token: a long one always, a short one if it cuts no word, a weak one if it is words."""
    if span.hit is None or span.end - span.start > 4 and not span.hit.weak:
        return True
    if span.hit.weak:
        first, last = pieces.around(span.start), pieces.around(span.end)
        return (first is None or not known_word(first[1])) and (last is None or not known_word(last[1]))
    return not _cut(span, pieces)


def tokenize(text: str, start: int, end: int, hits: Iterable[Hit], quantities: Iterable[Quantity], times: Iterable[TimeSpan]) -> list[Token]:
    """Cut a part of a text into tokens. A weak name is a token of kind "word" that keeps its hit.

    :param text: the clean text
    :param start, end: the part, which no hit, quantity or time crosses
    :returns: tokens in order that cover the part completely
    """
    pieces = _cut_into_words(text[start:end])
    fixed = _fixed(hits, quantities, times, text)
    if fixed:
        places = _Pieces(pieces, start)
        fixed = [s for s in fixed if _holds(s, places)]
    etc = [_etc(m) for m in _ETC.finditer(text, start, end)]
    if etc:
        covered = {i for s in fixed for i in range(s.start, s.end)}
        fixed = sorted([*fixed, *(e for e in etc if e.start not in covered)], key=lambda s: s.start)
    tokens: list[Token] = []
    spans = iter(fixed)
    span = next(spans, None)
    begin = at = start  # where the word begins, and how far the tokens reach
    for word, tag, kind, signs in pieces:
        finish = begin + len(word)
        if begin == at and (span is None or finish <= span.start):
            tokens.append(Token(begin, finish, word, tag, kind, None, signs))
            begin = at = finish
            continue
        begin = max(begin, at)
        while span is not None and span.start < finish:
            if begin < span.start:
                tokens.append(_rest(text[begin : span.start], begin))
            tokens.append(_named(span, tag if span.text == word else "n"))
            at = begin = span.end
            span = next(spans, None)
        if begin < finish:
            tokens.append(_rest(text[begin:finish], begin))
        begin, at = finish, max(at, finish)
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


_START, _END = attrgetter("start"), attrgetter("end")


def _rest(text: str, start: int) -> Token:
    """A token for what a fixed span left of a word."""
    word, tag, kind, signs = plain[text, "n"]
    return Token(start, start + len(word), word, tag, kind, None, signs)


def _etc(match: re.Match) -> Token:
    word, tag, kind, signs = plain[match.group(), "u" if match.group() == "等" else "c"]
    return Token(match.start(), match.end(), word, tag, kind, None, signs)


def _named(span: Token, tag: str) -> Token:
    """A span as a token, a weak name as the word that it also is."""
    if span.hit is not None:
        if span.hit.weak:
            span.tag, span.kind = tag, "word"
        span.signs = signs_of(span.text, span.tag, span.kind, tuple([entry.cls for entry in span.hit.entries]))
    return span
