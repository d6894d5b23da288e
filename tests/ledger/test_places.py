"""Which place lies in which; a text that has it both ways around does no harm."""

from __future__ import annotations

from kg.ledger.places import Places


class _Facts:
    def __init__(self, *pairs: str):
        self._rows = [{"inner": pair[0], "outer": pair[1]} for pair in pairs]

    def rows(self, _: str) -> list[dict[str, str]]:
        return self._rows


def test_above_and_within():
    places = Places(_Facts("ab", "bc", "xc"))
    assert places.above("a") == {"b", "c"}
    assert places.within("c") == {"a", "b", "c", "x"}
    assert places.within("lonely") == {"lonely"}


def test_the_narrowest():
    places = Places(_Facts("ab", "bc"))
    assert places.narrowest("abc") == ["a"]
    assert places.narrowest("cx") == ["c", "x"]


def test_a_circle_loses_nobody():
    places = Places(_Facts("ab", "ba", "bc"))
    assert places.narrowest("ab") == ["a", "b"]
    assert places.narrowest("abc") == ["a", "b"]
    assert places.within("a") == {"a", "b"}
