"""How names are compared, and how two lists are paired off one to one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

Expected = TypeVar("Expected")
Given = TypeVar("Given")


def normal(text: str) -> str:
    """Bring a name into the form in which names are compared: without spaces, widths and capitals.

    >>> normal("ＴＣＬ 华星"), normal("（东莞）")
    ('tcl华星', '(东莞)')
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if not character.isspace())


def pairs(expected: Sequence[Expected], given: Sequence[Given], same: Callable[[Expected, Given], bool]) -> dict[int, int]:
    """Give each expected item, in order, the first given item that is the same and not given away yet.

    :returns: positions in ``expected`` to positions in ``given``
    """
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(given)))
    for number, item in enumerate(expected):
        partner = next((other for other in free if same(item, given[other])), None)
        if partner is not None:
            found[number] = partner
            del free[partner]
    return found
