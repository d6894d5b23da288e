"""Classified lines -> the clean view: its characters, where each came from, and its blocks."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence

from kg.model import Block
from kg.read.line import Line, cut
from kg.read.traditional import simplified

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇"
_WIDE = HAN + "\u3000-\u303f\uff01-\uff65“”‘’…—·"     # characters of Chinese writing, its punctuation too
_SPACE = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f"

_RUN = re.compile(f"[{_SPACE}{_INVISIBLE}][{_SPACE}{_INVISIBLE}]*")      # one and more: so its first character is sought, not a run tried at each
_SPACES = re.compile(f"[{_SPACE}]")
_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LATIN = re.compile(r"[\u00c0-\u024f\u0370-\u04ff]")     # letters of Latin, Greek and Cyrillic beyond ASCII
_UNIT = re.compile(r"(?:[kKMGT]?W[hp]?|[kcmnμ]?m[23²³]?|[kKMm]?g|[tT]|[kKMGTP]B|[kMG]?Hz|km/h|k?VA?|Ah?|dB|℃|°C|[PE]FLOPS)(?![A-Za-z0-9])")
_DIGIT_GROUP = re.compile(r"(?<![\d.])\d{1,3}\Z")
_LATER_GROUP = re.compile(r"(?:\d{3})(?!\d)")
# Spaces inside numbers, as OCR leaves them: 2 0 2 3年, 3 5 0 亿, 12. 5万, 1 , 200亿.
_BROKEN_NUMBER = re.compile("|".join((
    r"\d(?<!\d\d)(?: {1,3}\d){3}(?= {0,3}年)",
    r"(?<![\dA-Za-z.,])(?<![A-Za-z] )\d(?: {1,3}\d){1,11}(?!\d)(?= {0,3}[年月亿万千百元亩个家户台辆吨米平公兆项条套座%％])",
    rf"(?<=[{HAN}])\d{{1,9}}(?: {{0,3}}\. {{1,3}}| {{1,3}}\. {{0,3}})\d{{1,2}}(?= {{0,3}}[亿万千百个%％])",
    rf"(?<=[{HAN}])\d{{1,3}}(?: {{1,3}}, {{0,3}}\d{{3}}){{1,4}}(?!\d)",
)))
_SPLIT_NUMBER = re.compile(r"[\d.,] {1,3}[\d.,]")        # in every broken number
_HEADLINES = frozenset(("title", "heading"))
_PARTING = re.compile(rf"(?<=[^\s]{{4}})[{_SPACE}]+(?=[^\s]{{4}})")
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ％＋－．／＆＃＠＝＜＞＊，](?:(?<!，)|(?<=[０-９]，)(?=[０-９]{3}(?![０-９])))")
# Characters that are others in disguise: Kangxi radicals (from PDF), compatibility ideographs, small and half-width signs.
_DISGUISED = re.compile("[\u2f00-\u2fd5\uf900-\ufad9\ufe50-\ufe6b\uff61-\uff64]")
_PUNCTUATION = re.compile("[,;:?!()]")
_BESIDE = re.compile(f"[{_WIDE}]")
_OPEN_PAIR = re.compile(r"\(([^()（）\n]{0,80})）")
_CLOSE_PAIR = re.compile(r"（([^()（）\n]{0,80})\)")
_WIDER = {ord(narrow): ord(narrow) + 0xFEE0 for narrow in ",;:?!()"}


def assemble(parts: Iterable[tuple[str, Sequence[Line]]]) -> tuple[str, array, tuple[Block, ...]]:
    """Put blocks together to the clean view.

    :param parts: for each block its kind and the lines that it is made of, in order of the original
    :returns: the clean text, in which exactly one ``\\n`` parts two blocks and none is inside one; the original offset of each of its
        characters, strictly increasing; and the blocks
    """
    raw, origins, kinds, parting = _joined(parts)
    clean, origins = _tidy(raw, origins, parting)
    blocks, start = [], 0
    for kind, piece in zip(kinds, clean.split("\n")):
        blocks.append(Block(start, start + len(piece), kind))
        start += len(piece) + 1
    return clean, origins, tuple(blocks)


def tidied(headline: str) -> str:
    """A headline as the clean view has it: on one line, without spaces that mean nothing."""
    text = _BREAKS.sub(" ", headline).strip()
    return _tidy(text, array("L", range(len(text))), {found.start() for found in _PARTING.finditer(text)})[0]


def _joined(parts: Iterable[tuple[str, Sequence[Line]]]) -> tuple[str, array, list[str], set[int]]:
    parting: set[int] = set()               # spaces of headlines that stand for a comma
    texts: list[str] = []
    kinds: list[str] = []
    origins = array("L")
    end = 0                                 # where the last block ended in the original
    for kind, lines in parts:
        lines = [line for line in lines if not _blank(line.text)]
        if not lines:
            continue
        if kinds:
            texts.append("\n")
            origins.append(_break(origins[-1], end, lines[0].origins[0]))
        for number, line in enumerate(lines):
            if number:
                texts.append(" ")           # stays only between Latin words
                origins.append(_break(origins[-1], end, line.origins[0]))
            text = _BREAKS.sub(" ", line.text)
            if kind in _HEADLINES and not text.isascii():
                parting.update(len(origins) + found.start() for found in _PARTING.finditer(text))
            texts.append(text)
            origins.extend(line.origins)
            end = line.end
        kinds.append(kind)
    return "".join(texts), origins, kinds, parting


def _break(last: int, end: int, first: int) -> int:
    """The original offset that stands for a break: where the block before ended, between its last character and the next one."""
    return max(last + 1, min(end, first - 1))


def _blank(text: str) -> bool:
    return not _RUN.sub("", text).strip()


def _tidy(raw: str, origins: array, parting: set[int]) -> tuple[str, array]:
    """Take away what is invisible and spaces that mean nothing; make widths and forms of characters uniform."""
    text, kept = cut(raw, origins, _vanishing(raw, parting))
    text = _FULL_WIDTH.sub(lambda found: chr(ord(found[0]) - 0xFEE0), text)
    text = _DISGUISED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = simplified(_SPACES.sub(" ", text))
    text = _widened(_widened(text))         # twice: a sign may stand beside one that has just been widened (?!)
    text = _CLOSE_PAIR.sub(r"（\1）", text)
    return _OPEN_PAIR.sub(r"（\1）", text), kept if isinstance(kept, array) else array("L", kept)


def _widened(text: str) -> str:
    """Signs beside Chinese characters in the width that belongs there."""
    def widen(found: re.Match) -> str:
        place = found.start()
        sign, before, after = found[0], text[place - 1:place], text[place + 1:place + 2]
        if before in ("%", "‰", "℃") and sign in ",;" or after and _BESIDE.match(after):
            return sign.translate(_WIDER)
        if before and _BESIDE.match(before) and not text.startswith("://", place):
            return sign.translate(_WIDER)
        return sign
    return _PUNCTUATION.sub(widen, text)


def _vanishing(raw: str, parting: set[int]) -> list[tuple[int, int]]:
    """The spans of the raw text that the clean view leaves out."""
    numbers = [found.span() for found in _BROKEN_NUMBER.finditer(raw)] if _SPLIT_NUMBER.search(raw) else []
    spans = []
    for run in _RUN.finditer(raw):
        start, end = run.span()
        beside = raw[start - 1:start] + raw[end:end + 1]
        if raw[start:end] == " " and beside.isascii() and beside.isalpha() and len(beside) == 2:
            continue            # between two English words: the usual case where there are many
        space = _SPACES.search(raw, start, end)
        if space and (start in parting or _means_something(raw, start, end)) and not any(a <= start < b for a, b in numbers):
            kept = space.start()
            spans += [span for span in ((start, kept), (kept + 1, end)) if span[0] < span[1]]
        else:
            spans.append((start, end))
    return spans


def _latin(character: str) -> bool:
    return character > " " if character.isascii() else bool(_LATIN.match(character))


def _means_something(raw: str, start: int, end: int) -> bool:
    """Whether a space parts two words: Latin ones do, Chinese characters, a number and its unit, and groups of digits do not."""
    if start == 0 or end == len(raw):
        return False
    left, right = raw[start - 1], raw[end]
    if not _latin(left) or not _latin(right):
        return False
    if left in ",.;:?!)" and start > 1 and not _latin(raw[start - 2]):
        return False            # a narrow sign behind a Chinese word
    if left.isdigit():
        if right == "%" or _UNIT.match(raw, end):
            return False
        if right.isdigit() and _LATER_GROUP.match(raw, end) and _DIGIT_GROUP.search(raw, max(0, start - 5), start):
            return False
    return True
