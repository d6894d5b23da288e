"""Takes a document's clean text, gives its sentences and their clauses, from the main text only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from kg.model import Document

_SENTENCE = re.compile(r"[^。！？；!?;\n]+(?:[。！？；!?;]+[”’）]*)?")
_MARK = re.compile(r"[（“《）”》，：,:](?<!\d[,:](?=\d))")  # 95,145万元 is one number
# A run without the end of a sentence is cut at its commas, since work on a sentence may grow with the square of its length. In 683
# reports of provinces and cities the longest sentence has 664 characters.
LONGEST_SENTENCE = 1000
# A quotation up to so many characters is a name or a slogan, a longer one is speech.
_LONGEST_NAME = 30
MAIN_TEXT = frozenset(("title", "heading", "paragraph", "caption"))


def sentences(document: Document) -> Iterator[tuple[int, int, str]]:
    """Sentences of the main text: start, end (clean offsets) and the kind of their block. A semicolon ends a sentence."""
    for block in document.blocks:
        if block.kind not in MAIN_TEXT:
            continue
        for match in _SENTENCE.finditer(document.clean, block.start, block.end):
            if match.group().strip():
                for start, end in _parts(document.clean, match.start(), match.end()):
                    yield start, end, block.kind


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or parts of one that is too long, each up to its last comma, colon or 、, or as long as may be if it has none."""
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        cut = max(text.rfind(mark, start, limit) for mark in "，、：,: ") + 1 or limit
        yield start, cut
        start = cut
    yield start, end


class Span(Protocol):
    """What stands somewhere in the clean text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Spans = TypeVar("Spans", bound=Span)


def in_sentences(spans: Iterable[Spans], main: Sequence[tuple[int, int, str]]) -> Iterator[Spans]:
    """Those of the spans of a text that lie in one of its sentences; both in order."""
    ahead = iter(main)
    start = end = 0
    for span in spans:
        while span.start >= end:
            following = next(ahead, None)
            if following is None:
                return
            start, end, _ = following
        if start <= span.start and span.end <= end:
            yield span


def by_sentence(spans: Sequence[Spans], main: Iterable[tuple[int, int, str]]) -> Iterator[Sequence[Spans]]:
    """The spans that begin in each sentence of a text, sentence by sentence.

    :param spans: in order, each in a sentence
    """
    first, number = 0, len(spans)
    for _, end, _ in main:
        stop = first
        while stop < number and spans[stop].start < end:
            stop += 1
        yield spans[first:stop]
        first = stop


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Clauses of a sentence: its pieces between commas and colons outside brackets and short quotations, mark included."""
    found: list[tuple[int, int]] = []
    depth, begin = 0, start
    for mark in _MARK.finditer(text, start, end):
        character = mark.group()
        if character in "，：,:":
            if depth == 0:
                found.append((begin, mark.end()))
                begin = mark.end()
        elif character in "（《" or character == "“" and depth == 0 and 0 <= text.find("”", mark.end(), min(end, mark.end() + _LONGEST_NAME)):
            depth += 1
        elif character == "“":
            depth += depth > 0  # speech is read clause by clause
        elif depth:
            depth -= 1
    if begin < end:
        found.append((begin, end))
    return found
