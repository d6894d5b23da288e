from pathlib import Path

import pytest

from kg.evaluate.entities import Matching
from kg.evaluate.found import FoundRelation
from kg.evaluate.gold import Facts, Gold, GoldRelation
from kg.evaluate.relations import compare
from kg.evaluate.tally import Tally
from kg.schema import load_schema

MATCHING = Matching({"a": "A", "b": "B", "c": "C", "x": "X"}, frozenset("X"))


def compared(required: list[str], found: list[str], optional: tuple[str, ...] = ()):
    """Relations are written ``a locatedIn b``."""
    gold = Gold("d", Facts((), tuple(GoldRelation(*row.split()) for row in required), (), ()),
                Facts((), tuple(GoldRelation(*row.split()) for row in optional), (), ()), Path("d.json"))
    return compare(gold, [FoundRelation(*row.split()) for row in found], MATCHING, load_schema())


@pytest.mark.parametrize("required, found, tally", [
    (["a locatedIn b"], ["A locatedIn B"], Tally(1, 1, 1)),
    (["a locatedIn b"], ["B locatedIn A"], Tally(0, 1, 1)),
    (["a locatedIn b"], ["A partOf B"], Tally(0, 1, 1)),
    (["a cooperatesWith b"], ["B cooperatesWith A"], Tally(1, 1, 1)),
    (["a cooperatesWith b"], ["B cooperatesWith A", "A cooperatesWith B"], Tally(1, 1, 1)),
    (["a locatedIn nobody"], [], Tally(0, 0, 1)),
    (["a locatedIn b"], ["A locatedIn X", "X locatedIn B"], Tally(0, 0, 1)),
    (["a locatedIn x"], ["A locatedIn X"], Tally(1, 1, 1)),
    ([], ["A locatedIn UNKNOWN"], Tally(0, 1, 0)),
])
def test_subject_property_and_object_must_be_right(required, found, tally):
    assert compared(required, found).tally(("locatedIn", "partOf", "cooperatesWith")) == tally


def test_what_is_optional_is_neither_right_nor_wrong():
    comparison = compared(["a locatedIn b"], ["A locatedIn C"], optional=("a locatedIn c",))
    assert comparison.tally(("locatedIn",)) == Tally(0, 0, 1)


def test_counting_one_property_alone():
    comparison = compared(["a locatedIn b", "a partOf c"], ["A locatedIn B", "B partOf C"])
    assert comparison.tally(("locatedIn",)) == Tally(1, 1, 1)
    assert comparison.tally(("partOf",)) == Tally(0, 1, 1)


def test_what_was_missed_and_what_is_wrong():
    comparison = compared(["a locatedIn b", "b locatedIn c"], ["A locatedIn B", "A locatedIn C"])
    assert comparison.missed == (GoldRelation("b", "locatedIn", "c"),)
    assert comparison.wrong == (FoundRelation("A", "locatedIn", "C"),)
