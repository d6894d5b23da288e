"""What resolving asks of a gazetteer; :class:`kg.recognize.gazetteer.Gazetteer` answers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol


class Listed(Protocol):
    """An entry of a gazetteer."""

    @property
    def name(self) -> str:
        ...

    @property
    def cls(self) -> str: ...

    @property
    def identifier(self) -> str: ...

    @property
    def within(self) -> str:
        """Identifier or name of the nearest place above it; empty if unknown."""

    @property
    def level(self) -> str:
        """Of a district: province, city, county, town, region."""

    @property
    def names(self) -> tuple[str, ...]: ...


class Gazetteer(Protocol):
    """Listed names."""

    @property
    def by_identifier(self) -> Mapping[str, Listed]: ...

    def lookup(self, name: str) -> Sequence[Listed]:
        """The entries that bear exactly this name."""

    def is_weak(self, name: str) -> bool:
        """Whether the name is also an ordinary word."""

    def above(self, entry: Listed) -> Iterator[Listed] | Sequence[Listed]:
        """The places above an entry, the nearest first."""
