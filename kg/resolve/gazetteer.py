"""What resolving asks of a gazetteer; :class:`kg.recognize.gazetteer.Gazetteer` answers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol


class Listed(Protocol):
    """An entry of a gazetteer."""

    name: str
    cls: str
    identifier: str
    within: str
    names: tuple[str, ...]


class Gazetteer(Protocol):
    """Listed names."""

    by_identifier: dict[str, Listed]

    def lookup(self, name: str) -> Sequence[Listed]:
        """The entries that bear exactly this name."""

    def is_weak(self, name: str) -> bool:
        """Whether the name is also an ordinary word."""

    def above(self, entry: Listed) -> Iterator[Listed] | Sequence[Listed]:
        """The places above an entry, the nearest first."""
