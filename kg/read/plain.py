"""Plain text and Markdown -> lines, their marks taken away. Markdown's marks are common in texts called .txt too."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from kg.read.line import Line, cut

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_OUTER = " \t\xa0\u3000\ufeff\u200b\u2002\u2003"
_LEADING = frozenset("#>-+*•·●◆■▪◦○◎▶►➤☆★|=`~_[\\")
_SIGN = re.compile(r"[*`<~\\\[!_]")
_HEADING = re.compile(r"#{1,6}[ \t\u3000]+")
_CLOSING = re.compile(r"[ \t]#{1,6}\Z")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"(?:[-+*●◆■▪◦○◎▶►➤☆★][ \t\xa0\u3000]+|[•·][ \t\xa0\u3000]*)+")
_RULE = re.compile(r"[\W_]+\Z")
_TABLE_BORDER = re.compile(r"[|\s:+=-]+\Z")
_NOTE = re.compile(r"\[\^?\d{1,3}\]:?[ \t]*")
_INLINE = re.compile(r"""
    (?P<comment><!--(?:(?!<!--)[^\n])*?-->)
  | (?P<image>!\[[^\[\]]{0,300}\]\([^()]{0,2000}\))
  | \[(?P<link>[^\[\]]{1,500})\]\([^()]{0,2000}\)
  | (?P<note>\[\^?\d{1,3}\](?!\())
  | (?P<bold>\*{2,}|__(?=\S)|__(?<=\S__))
  | (?P<mark>`+|~~|\*(?<!\d\*)(?!\s)|\*(?<=\S\*)(?!\d))
  | (?P<address><https?://[^<>\s]{1,2000}>)
  | (?P<break><br\s*/?>)
  | (?P<tag></?[A-Za-z][^<>]{0,500}>)
  | (?P<escape>\\(?=[\\`*_{}\[\]()\#+\-.!|~>]))
""", re.X | re.I)
# Single marks in pairs, which are marks in any text: `甲`, ~~甲~~, *甲*.
_PAIRED = re.compile(r"(?P<sign>`{1,3}|~~)(?=[^\s`~])[^`~]{1,80}(?<=\S)(?P=sign)|(?<![\d*])\*(?=[\u4e00-\u9fff“（《])[^*，。；：]{2,60}(?<=[\u4e00-\u9fff”）》])\*(?![\d*])")
_CELL = re.compile(r"(?<!\\)\|")


def lines(text: str, start: int = 0, *, markdown: bool = True) -> list[Line]:
    """Split a text into its lines that are not blank.

    :param text: as decoded
    :param start: where the main text begins, after front matter
    :param markdown: whether single marks (``*`` ``_`` ``\\``) are marks as well; double ones, and pairs around words, always are
    """
    found: list[Line] = []
    last, in_comment = start, False
    for match in _LINE.finditer(text, start):
        a, b = match.span()
        gap = a - last > 1 and len(_BREAK.findall(text, last, a)) > 1 or not found
        raw = match[0]
        if in_comment:
            closing = raw.find("-->")
            last = b
            if closing < 0:
                continue
            in_comment, a = False, a + closing + 3
            raw = raw[closing + 3:]
        elif "<!--" in raw and raw.rfind("<!--") > raw.rfind("-->") and text.find("-->", b) >= 0:
            in_comment = True
            raw = raw[:raw.rfind("<!--")]
        stripped = raw.strip(_OUTER)
        if not stripped:
            continue        # parts paragraphs like an empty line: the gap is seen from the last line that had text
        a += len(raw) - len(raw.lstrip(_OUTER))
        gap = gap or raw.startswith(("\u3000\u3000", "    ", "\t"))
        line = Line(stripped, range(a, a + len(stripped)), b, gap)
        last = b
        if stripped[0] in _LEADING or _SIGN.search(stripped):
            found.extend(_unmarked(line, markdown, found))
        else:
            found.append(line)
    return found


def _unmarked(line: Line, markdown: bool, before: list[Line]) -> Iterator[Line]:
    """The lines that one line of marked text makes: none for a rule, several for a row of a table."""
    text = line.text
    if _RULE.match(text):
        if markdown and before and not line.gap and set(text) <= {"="} | {"-"}:
            before[-1].role = "heading"     # the underline of a heading
        return
    quote = _QUOTE.match(text)
    if quote:
        line = line.part(quote.end(), len(text))
        text = line.text
    if text.startswith("|") and text.count("|") > 1:
        if not _TABLE_BORDER.match(text):
            yield from _cells(line, markdown)
        return
    heading = _HEADING.match(text)
    if heading:
        line = line.part(heading.end(), len(_CLOSING.sub("", text)), role="heading", gap=True)
    else:
        bullet = _BULLET.match(text)
        if bullet:
            line = line.part(bullet.end(), len(text), role="item")
    note = _NOTE.match(line.text)
    if note:
        line = line.part(note.end(), len(line.text), role=line.role or "item")
    yield from _inline(line, markdown)


def _cells(line: Line, markdown: bool) -> Iterator[Line]:
    borders = [m.start() for m in _CELL.finditer(line.text)] + [len(line.text)]
    for left, right in zip(borders, borders[1:]):
        cell = line.part(left + 1, right, role="cell", gap=True)
        if cell.text:
            yield from _inline(cell, markdown)


def _inline(line: Line, markdown: bool) -> Iterator[Line]:
    """Take the marks inside a line away and remember what was bold; a ``<br>`` makes two lines."""
    spans: list[tuple[int, int]] = []
    breaks: list[int] = []
    marks: list[int] = []
    linked = 0
    last = 0
    paired = set() if markdown else {at for pair in _PAIRED.finditer(line.text) for at in (pair.start(), pair.end() - len(pair["sign"] or "*"))}
    for sign in _SIGN.finditer(line.text):
        match = _INLINE.match(line.text, sign.start()) if sign.start() >= last else None
        if not match:
            continue
        kind, last = match.lastgroup, match.end() + (match.lastgroup == "escape")     # an escaped sign is none
        if kind == "link":
            spans += [(match.start(), match.start("link")), (match.end("link"), match.end())]
            linked += len(match["link"])
            continue
        if not markdown and match.start() not in paired and (kind in ("mark", "escape") or match[0].startswith("__")):
            continue
        if kind == "bold":
            marks.append(match.start())
        elif kind == "break":
            breaks.append(match.start())
        spans.append(match.span())
    text, origins = cut(line.text, line.origins, spans)
    place = _places(spans)
    bold = tuple((place(a), place(b)) for a, b in zip(marks[::2], marks[1::2]) if place(a) < place(b))
    whole = Line(text, origins, line.end, line.gap, line.role, bold, linked)
    borders = [0, *map(place, breaks), len(text)]
    for number, (a, b) in enumerate(zip(borders, borders[1:])):
        piece = whole.part(a, b, gap=line.gap and number == 0)
        if not _RULE.match(piece.text or " "):
            if piece.bold and not piece.role and piece.bold[0] == (0, len(piece.text)):
                piece.role = "bold"
            yield piece


def _places(spans: Sequence[tuple[int, int]]) -> Callable[[int], int]:
    """Where an offset moves to when the spans are cut out."""
    starts = [start for start, _ in spans]
    removed = list(accumulate((end - start for start, end in spans), initial=0))

    def place(offset: int) -> int:
        before = bisect_left(starts, offset)
        inside = max(0, spans[before - 1][1] - offset) if before else 0
        return offset - removed[before] + inside
    return place
