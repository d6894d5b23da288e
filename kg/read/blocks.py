"""Lines -> blocks: which line is a title, a heading, a caption, furniture, and which lines make a paragraph together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kg.read.captions import caption
from kg.read.furniture import ends, furniture
from kg.read.line import Line

Part = tuple[str, list[Line]]

_NUMBER = re.compile(r"第[一二三四五六七八九十百\d]+[章节部分篇编]|[一二三四五六七八九十]{1,3}\s*、|[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]|[ⅠⅡⅢⅣⅤⅥ]+\s*、")
_ARABIC = re.compile(r"\d{1,2}\s*[、.．](?!\d)|[（(]\s*\d{1,2}\s*[)）]")
_ENUMERATED = re.compile(rf"(?:{_NUMBER.pattern}|{_ARABIC.pattern}|[①-⑳]|[一二三四五六七八九十]是|【)")
_PAPER = re.compile(r"【[^】]{1,12}(?:报|网|社|台|刊|资讯|快讯|新闻|关注|头条)】\s*\S{6}")
_LONGEST_NUMBERED = 60      # characters of a numbered heading
_LONGEST_SENTENCE = 40      # characters of a heading that is a sentence
_LONGEST_BARE = 20          # characters of a heading that nothing marks
_LONGEST_TITLE = 60
_OPEN_COMMA = ("，", ",", "、")
_OPEN_COLON = ("：", ":", "；", ";")
# Words that cannot end a sentence, and those that merely look like them.
_FUNCTION_WORD = re.compile(r"""(?:的|是|为|和|与|及|以及|将|在|于|着|从|由|把|被|以|或|并|而|且|对|向|同时|坚持|通过|随着|按照|围绕|依托|成为|作为|包括|推动|(?<![设展度伐程产级])加快)\Z""")
_FUNCTION_WORD_NOT = re.compile(r"""(?:
    作为|行为|有为|可为|人为|敢为|善为|能为|难为|实事求是|国是|总和|共和|祥和|平和|温和|缓和|饱和|中和|参与|给与|赋与|普及|涉及|惠及|波及|顾及|触及|企及
  | 存在|所在|现在|实在|内在|潜在|干将|主将|大将|执着|沉着|衣着|应对|面对|针对|核对|方向|导向|走向|面向|志向|动向|去向|流向|取向|倾向|转向|可以|足以|予以|难以
  | 得以|加以|合并|兼并|从而|然而|因而|自由|理由|归于|基于|位于|对于|属于|关于|终于|目的
)\Z""", re.X)
_GLOSSARY = re.compile(r"[^，。；]{1,24}[：:]")
_BOUND_START = re.compile(r"[的，。、；：！？,;)）”’》](?![确士])|之一")
_ADVERBIAL = re.compile(r"(?:目前|当前|近年来|近期|近日|日前|此外|另外|未来|今年|去年|明年|如今|现在|随后|其中|同时|下一步|接下来|据悉|据了解"
                        r"|\d{4}年(?:以来)?|[新过][的去]一年|这里|一直以来|一年来|多年来|期间)[，,]")


def arrange(lines: list[Line], title: str | None = None) -> list[Part]:
    """Sort a page's lines into blocks.

    :param lines: of a whole page, in order, without blank ones
    :param title: the document's title, if the markup or the front matter told it
    :returns: in order, each block's kind and its lines
    """
    pieces = list(_judged(lines))
    _mark_title(pieces, title)
    _mark_headings(pieces)
    return [part for joined in _joined(pieces) for part in _run_in(joined)]


# A piece is a list [kind, line], its kind "" as long as it may be a title, heading or paragraph.

def _judged(lines: list[Line]) -> Iterator[list]:
    for line, mark in zip(lines, furniture(lines)):
        parts = None if mark and not line.text.startswith(("△", "▲", "▼")) else caption(line)
        if parts is None:
            yield ["furniture" if mark else "", line]
        else:
            yield from ([kind, part] for kind, part in parts)


def _mark_title(pieces: list[list], title: str | None) -> None:
    shown = [piece for piece in pieces if not piece[0]][:12]
    wanted = _bare(title) if title else ""
    for piece in shown:
        text = _bare(piece[1].text)
        if piece[1].role == "title" or wanted and (text == wanted or len(text) >= 4 and len(text) <= _LONGEST_TITLE and text in wanted):
            piece[0] = "title"
            return
    if shown and not title and is_headline(shown[0][1]):
        width = _wrap_width([line for _, line in shown])
        if shown[0][1].role == "heading" or len(shown) > 1 and not _goes_on(shown[0][1], shown[1][1], False, width):
            shown[0][0] = "title"


def is_headline(line: Line) -> bool:
    """Whether the first line of a text looks like its title."""
    text = line.text
    if line.role == "heading":
        return True
    if len(text) > _LONGEST_TITLE or len(text) < 4 or _ENUMERATED.match(text) and not _PAPER.match(text) or text.startswith(("—", "-", "（", "(", "“各位", "各位")):
        return False
    return not text.endswith(("。", "；", ";", *_OPEN_COLON, *_OPEN_COMMA)) and "。" not in text and not _continues(text)


def _bare(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", text or "")


def _mark_headings(pieces: list[list]) -> None:
    repeated = Counter(line.text for kind, line in pieces if not kind and len(line.text) <= _LONGEST_BARE and not ends(line.text))
    for n, (kind, line) in enumerate(pieces):
        if kind:
            continue
        before = pieces[n - 1] if n else None
        after = pieces[n + 1] if n + 1 < len(pieces) else None
        if _is_heading(line, before, after, repeated[line.text] > 1):
            pieces[n][0] = "heading"


def _is_heading(line: Line, before: list | None, after: list | None, repeated: bool) -> bool:
    text = line.text
    size = len(text)
    if line.role in ("heading", "title"):
        return True
    if line.role == "cell" or size > _LONGEST_NUMBERED or text.endswith((*_OPEN_COMMA, *_OPEN_COLON)):
        return False
    finished = ends(text)
    single = finished and size <= _LONGEST_SENTENCE and not re.search("[。！？；]", text[:-1])
    if line.role == "bold" and (not finished or single):
        return True
    if _NUMBER.match(text):
        return not finished or single and _stands_alone(line, after)
    if finished or line.role == "item":
        return False
    if _ARABIC.match(text):
        return size <= 30
    if size > _LONGEST_BARE or not re.search(r"[\u4e00-\u9fff]{2}", text) or _continues(text) or _ADVERBIAL.match(text):
        return False
    if before and before[0] == "" and not ends(before[1].text) and not before[1].text.endswith(_OPEN_COLON):
        return False            # in the middle of a sentence
    if repeated:
        return True
    if after is None or after[0] == "furniture" or _BOUND_START.match(after[1].text):
        return False
    return line.gap and after[1].gap or not after[1].gap and len(after[1].text) >= 2 * size and ends(after[1].text)


def _stands_alone(line: Line, after: list | None) -> bool:
    return line.gap or after is None or after[1].gap or len(after[1].text) > 2 * len(line.text)


# --- paragraphs

def _joined(pieces: list[list]) -> Iterator[Part]:
    width = _wrap_width([line for kind, line in pieces if not kind])
    part: list[Line] = []
    is_open = False              # the sentence goes over a line's end for certain
    for n, (kind, line) in enumerate(pieces):
        if kind:
            if part:
                yield "paragraph", part
            part, is_open = [], False
            yield kind, [line]
            continue
        if part and not is_open:
            yield "paragraph", part
            part = []
        following = pieces[n + 1] if n + 1 < len(pieces) else None
        is_open = following is not None and not following[0] and _goes_on(line, following[1], bool(part), width)
        part.append(line)
    if part:
        yield "paragraph", part


def _goes_on(line: Line, following: Line, continued: bool, width: int) -> bool:
    """Whether the sentence at the end of a line goes on in the following one."""
    text = line.text
    if following.role in ("item", "cell", "heading", "title") or line.role == "cell" or _ENUMERATED.match(following.text):
        return False
    if text.endswith(_OPEN_COMMA):
        return True
    if text.endswith(_OPEN_COLON):
        return not following.gap or text.endswith(("；", ";"))
    if ends(text):
        return False
    if continued or _BOUND_START.match(following.text) or _continues(text):
        return True
    if _ADVERBIAL.match(text) and len(text) <= 40 or _unclosed(text):
        return True
    if len(text) >= 60 and "。" in text and not _GLOSSARY.match(following.text):
        return True             # a paragraph of several sentences that was broken, blank line or not
    return bool(width) and not following.gap and abs(_width(text) - width) <= 4


def _unclosed(text: str) -> bool:
    """Whether a title, quotation or bracket is open at the end."""
    tail = text[-120:]
    return any(tail.rfind(opening) > tail.rfind(closing) for opening, closing in ("《》", "“”", "（）"))


def _continues(text: str) -> bool:
    return bool(_FUNCTION_WORD.search(text)) and not _FUNCTION_WORD_NOT.search(text) and not _NUMBER.match(text)


def _wrap_width(lines: list[Line]) -> int:
    """The width in columns at which the text is hard-wrapped; 0 if it is not."""
    widths = [_width(line.text) for line, following in zip(lines, lines[1:]) if not following.gap and not ends(line.text)]
    if len(widths) < 2 or max(widths) < 30 or max(widths) > 200:
        return 0
    widest = max(widths)
    full = sum(widest - width <= 4 for width in widths)
    return widest if full >= 2 and full >= 0.6 * len(widths) else 0


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(1 if character.isascii() else 2 for character in text)


# --- headings inside paragraphs

def _run_in(part: Part) -> Iterator[Part]:
    """Part a paragraph at bold sentences that stand at the beginning of what they are the heading of."""
    kind, lines = part
    if kind != "paragraph" or not any(line.bold for line in lines):
        yield part
        return
    paragraph: list[Line] = []
    for line in lines:
        for kind, piece in _bold_sentences(line):
            if kind == "heading":
                if paragraph:
                    yield "paragraph", paragraph
                yield "heading", [piece]
                paragraph = []
            else:
                paragraph.append(piece)
    if paragraph:
        yield "paragraph", paragraph


def _bold_sentences(line: Line) -> Iterator[tuple[str, Line]]:
    text, last = line.text, 0
    bare = replace(line, bold=())
    for start, end in line.bold:
        stop = end + (text[end:end + 1] == "。")
        sentence = text[start:stop].strip()
        if start < last or stop >= len(text) or not 2 <= len(sentence) <= _LONGEST_SENTENCE or sentence.find("。") != len(sentence) - 1:
            continue
        if start and not ends(text[:start].rstrip()[-8:]):
            continue
        if start > last:
            yield "paragraph", bare.part(last, start)
        # A full stop behind the bold run leaves no room for a break: the break takes its place.
        yield "heading", bare.part(start, end if stop > end else stop)
        last = stop
    if last < len(text):
        yield "paragraph", bare.part(last, len(text))
