"""Takes a document's clean text, gives its sentences and their clauses, from the main text only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Document

_SENTENCE = re.compile(r"[^。！？；!?;\n]+(?:[。！？；!?;]+[”’）]*)?")
_MARK = re.compile("(?P<opens>[（“《])|(?P<closes>[）”》])|[，：,:]")
MAIN_TEXT = frozenset(("title", "heading", "paragraph", "caption"))


def sentences(document: Document) -> Iterator[tuple[int, int, str]]:
    """Sentences of the main text: start, end (clean offsets) and the kind of their block. A semicolon ends a sentence."""
    for block in document.blocks:
        if block.kind not in MAIN_TEXT:
            continue
        for match in _SENTENCE.finditer(document.clean, block.start, block.end):
            if match.group().strip():
                yield match.start(), match.end(), block.kind


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Clauses of a sentence: its pieces between commas and colons outside brackets and quotations, mark included."""
    found: list[tuple[int, int]] = []
    depth, begin = 0, start
    for mark in _MARK.finditer(text, start, end):
        if mark.lastgroup == "opens":
            depth += 1
        elif mark.lastgroup == "closes":
            depth = max(0, depth - 1)
        elif depth == 0:
            found.append((begin, mark.end()))
            begin = mark.end()
    if begin < end:
        found.append((begin, end))
    return found
