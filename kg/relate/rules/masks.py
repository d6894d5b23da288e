"""Takes a sentence and its names, gives it with each name replaced by one character that tells its class: so patterns see it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.relate.rules.rule import Name

_FIRST = 0xE000  # the private use area: one block of 256 characters for each class
_BLOCK = 0x100
ANY_NAME = "\ue000-\uf8ff"
_PRIVATE = re.compile(f"[{ANY_NAME}]")
_CUE = re.compile(r"(?:即将|或将|拟将|拟|计划(?!的)|将|有望|预计|力争|争取|确保)(?=[\u4e00-\u9fff])")
# what a bracket behind a name says of the name alone: （以下简称“云岭科技”）, （股票代码：600000）, （600000）
_ASIDE = re.compile(r"（(?:(?:[^（）。，；]{0,8}(?:简称|下称)|(?:股票|证券)?代码)[^（）。]{0,40}|(?:SH|SZ|HK)?[0-9]{5,6}(?:\.[A-Z]{2})?)）")


def placeholders(classes: frozenset[str], order: Sequence[str]) -> str:
    """The piece of a regular expression that matches a name of some classes in a masked sentence.

    :param order: all classes, as :func:`mask` gets them
    """
    blocks = (order.index(cls) for cls in sorted(classes))
    return "[" + "".join(f"{chr(_FIRST + b * _BLOCK)}-{chr(_FIRST + b * _BLOCK + _BLOCK - 1)}" for b in blocks) + "]"


@dataclass(slots=True)
class Masked:
    """A sentence with each name replaced by one character that tells its class."""

    text: str
    names: dict[str, Name]
    origin: list[int] = field(default_factory=list)  # offset in the mask -> offset in the sentence

    def end_of(self, stop: int) -> int:
        """Where in the sentence a piece of the mask ends; a cue behind it, which is left out of the mask, is no part of it.

        :param stop: offset in the mask behind the last character of the piece
        """
        last = self.names.get(self.text[stop - 1])
        return last.end if last is not None else self.origin[stop - 1] + 1


def mask(text: str, start: int, end: int, names: Sequence[Name], classes: Sequence[str]) -> Masked:
    """Replace names by placeholders, and leave out the brackets that tell what else a name is called and the cues of modality behind it;
    their meaning is read from the text.

    :param text: the clean text; ``start``, ``end`` the sentence
    :param names: without overlap, in order
    """
    if _PRIVATE.search(text, start, end):
        text = _PRIVATE.sub("\ufffd", text)  # an icon of a page's own font is no placeholder
    masked = Masked("", {})
    pieces: list[str] = []
    at, told = start, start  # told: where an aside ends
    for i, name in enumerate(names[:_BLOCK]):
        if i and name.start < told:
            continue
        at = _behind_cue(text, at, name.start) if i else at
        pieces.append(text[at : name.start])
        masked.origin.extend(range(at, name.start))
        placeholder = chr(_FIRST + classes.index(name.cls) * _BLOCK + i)
        masked.names[placeholder] = name
        pieces.append(placeholder)
        masked.origin.append(name.start)
        aside = _ASIDE.match(text, name.end, end) or _other_name(text, name, names[i + 1 : i + 2])
        at = told = aside.end() if aside is not None else name.end
    at = _behind_cue(text, at, end) if names else at
    pieces.append(text[at:end])
    masked.origin.extend(range(at, end + 1))
    masked.text = "".join(pieces)
    return masked


def _behind_cue(text: str, start: int, end: int) -> int:
    """Where the words behind a name go on without a cue of modality (华星公司拟落户…): rules are written without cues."""
    cue = _CUE.match(text, start, end)
    return cue.end() if cue else start


def _other_name(text: str, name: Name, following: Sequence[Name]) -> re.Match[str] | None:
    """The bracket behind a company that holds nothing but another company: its other name, 中国机械工业集团有限公司（国机集团）."""
    if name.cls != "Company" or not following or following[0].cls != name.cls:
        return None
    return re.compile("（" + re.escape(text[following[0].start : following[0].end]) + "）").match(text, name.end)
