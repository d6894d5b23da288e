from dataclasses import dataclass

from kg.evaluate.entities import Matching
from kg.evaluate.events import compare
from kg.evaluate.tally import Tally


@dataclass(frozen=True)
class Fact:
    owner: str
    what: str


def same(expected: str, given: Fact) -> bool:
    return expected == given.what


def compared(required: list[str], optional: list[str], *found: Fact):
    return compare(required, optional, found, Matching({"x": "X"}, frozenset("X")), same=same, like=same)


def test_found_missed_and_wrong():
    comparison = compared(["a", "b"], [], Fact("A", "a"), Fact("A", "c"))
    assert comparison.tally == Tally(hit=1, found=2, gold=2)
    assert comparison.missed == ("b",)
    assert comparison.wrong == (Fact("A", "c"),)


def test_the_same_found_twice_is_wrong_once():
    assert compared(["a"], [], Fact("A", "a"), Fact("A", "a")).tally == Tally(hit=1, found=2, gold=1)


def test_what_is_optional_or_about_an_optional_entity_does_not_count():
    assert compared(["a"], ["b"], Fact("A", "b"), Fact("X", "c")).tally == Tally(hit=0, found=0, gold=1)
