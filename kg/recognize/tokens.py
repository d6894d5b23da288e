"""Takes clean text, gives tokens: words with their part of speech, listed names and quantities kept whole.

Words come from jieba-rs (Chinese word segmentation and tagging, the tag set of ICTCLAS); head nouns of names are
taught to it, so that 高新区 is one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.model import Quantity, TimeSpan
from kg.recognize.gazetteer import Hit
from kg.recognize.lexicon import ordered, words

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


PUNCTUATION = frozenset("，。；：、！？,.;:!?（）()“”\"‘’'《》〈〉【】[]—–-…·•△▲\n\t 　/+＋|")


@cache
def segmenter():
    """The word segmenter with the head nouns of names taught to it."""
    import rjieba

    jieba = rjieba.Jieba()
    for cls in ("Park", "Project", "Organization", "Company"):
        for word in ordered("heads", cls):
            if 2 <= len(word) <= 4 and not jieba.has_word(word):
                jieba.add_word(word, 500, "n")
    for word in sorted(words("borders", "break")):
        if 2 <= len(word) <= 4 and not jieba.has_word(word):
            jieba.add_word(word, 2000, "v")
    return jieba


@cache
def known_word(text: str) -> bool:
    """Whether a string is a word of the dictionary; what is not may be a name."""
    return segmenter().has_word(text)


def _fixed(hits: Iterable[Hit], quantities: Iterable[Quantity], times: Iterable[TimeSpan], text: str) -> list[Token]:
    """Spans that no word boundary may cut, leftmost first, without overlap: times and quantities before listed names."""
    spans = [Token(t.start, t.end, t.text, "t", "time") for t in times]
    taken = {i for s in spans for i in range(s.start, s.end)}
    for q in quantities:
        if q.start not in taken and q.end - 1 not in taken:
            spans.append(Token(q.start, q.end, q.text, "m", "quantity"))
            taken.update(range(q.start, q.end))
    for hit in hits:
        if hit.start not in taken and hit.end - 1 not in taken:
            spans.append(Token(hit.start, hit.end, text[hit.start : hit.end], "nz", hit.entries[0].cls, hit))
    spans.sort(key=lambda s: s.start)
    return spans


# 等 that closes a list, not the one in 等级, 平等
# 其他 after 及, and 和 between two routes or plants (深南高铁及肇明高速)
_ETC = re.compile(
    r"(?<=及)其他|(?<=[铁速])[和及与](?=[\u4e00-\u9fff]{2,4}(?:高铁|高速|铁路))|(?<![平同相均高初中优劣头上下不])等(?![级候于待次同效额量价号温])"
)


_PLACED_HEADS = ("港", "机场", "大学", "学院", "银行", "证券", "新区", "车站", "大桥", "高速", "铁路", "海关")


def _cut(span: Token, inside: dict[int, tuple[int, str]]) -> bool:
    """Whether a listed name begins or ends in the middle of an ordinary word (海南 in 上海南站)."""
    for edge in (span.start, span.end):
        if edge in inside:
            begin, word = inside[edge]
            if (
                begin == span.start
                and edge == span.end
                and span.kind == "District"
                and word.endswith(_PLACED_HEADS)
                and len(word) > len(span.text)
            ):
                continue  # 上海港, 北京大学: the place opens a name
            if known_word(word) and not (span.start <= begin and begin + len(word) <= span.end):
                return True
    return False


def _holds(span: Token, inside: dict[int, tuple[int, str]]) -> bool:
    """Whether a listed name may stand as a token: a long one always, a short one if it cuts no word, a weak one if it is words."""
    if span.hit is None or span.end - span.start > 4 and not span.hit.weak:
        return True
    if span.hit.weak:
        return all(edge not in inside or not known_word(inside[edge][1]) for edge in (span.start, span.end))
    return not _cut(span, inside)


def tokenize(
    text: str, start: int, end: int, hits: Iterable[Hit], quantities: Iterable[Quantity], times: Iterable[TimeSpan]
) -> list[Token]:
    """Cut a part of a text into tokens. A weak name is a token of kind "word" that keeps its hit.

    :param text: the clean text
    :param start, end: the part, which no hit, quantity or time crosses
    :returns: tokens in order that cover the part completely
    """
    pieces: list[tuple[int, int, str, str]] = []
    inside: dict[int, tuple[int, str]] = {}  # offset inside a word -> where the word begins, and the word
    at = start
    for word, tag in segmenter().tag(text[start:end]):
        pieces.append((at, at + len(word), word, tag))
        for i in range(at + 1, at + len(word)):
            inside[i] = (at, word)
        at += len(word)
    etc = [Token(m.start(), m.end(), m.group(), "u" if m.group() == "等" else "c", "word") for m in _ETC.finditer(text, start, end)]
    fixed = [s for s in _fixed(hits, quantities, times, text) if _holds(s, inside)]
    if etc:
        covered = {i for s in fixed for i in range(s.start, s.end)}
        fixed = sorted([*fixed, *(e for e in etc if e.start not in covered)], key=lambda s: s.start)
    tokens: list[Token] = []
    k, at = 0, start
    for begin, finish, word, tag in pieces:
        begin = max(begin, at)
        while k < len(fixed) and fixed[k].start < finish:
            span = fixed[k]
            k += 1
            if begin < span.start:
                tokens.append(_word(text[begin : span.start], begin, tag, word))
            tokens.append(_named(span, tag if span.text == word else "n"))
            at = begin = span.end
        if begin < finish:
            tokens.append(_word(text[begin:finish], begin, tag, word))
            at = finish
    return tokens


def _word(text: str, start: int, tag: str, word: str) -> Token:
    """A token for a word, or for what a fixed span left of it."""
    kind = "word" if text[0].isalnum() else "punctuation" if all(c in PUNCTUATION for c in text) else "word"
    return Token(start, start + len(text), text, tag if text == word else "n", kind)


def _named(span: Token, tag: str) -> Token:
    if span.hit is not None and span.hit.weak:
        return Token(span.start, span.end, span.text, tag, "word", span.hit)
    return span
