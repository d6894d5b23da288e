"""What a source of names proposes: a span of tokens with a class. Sources propose, :mod:`.conflicts` decides."""

from __future__ import annotations

from typing import NamedTuple


class Candidate(NamedTuple):
    """A proposed name: half-open range of clean offsets."""

    start: int
    end: int
    cls: str
    rule: str  # name of the source and its rule: grammar.park, list.company
    certain: bool  # whether the name may be taken for known in the rest of its document
    shares: str = ""  # the noun that stands at another name of the same list and belongs to this one too: 水库 in 袁湾、汉山水库
