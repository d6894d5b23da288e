import pytest

from kg.evaluate.entities import Matching
from kg.evaluate.found import FoundMilestone
from kg.evaluate.gold import Facts, Gold, GoldMilestone
from kg.evaluate.milestones import compare, described


@pytest.mark.parametrize("given, plain, strict", [
    (FoundMilestone("A", "Signed", "2023"), 1, 1),
    (FoundMilestone("A", "Signed", ""), 1, 0),
    (FoundMilestone("A", "Completed", "2023"), 0, 0),
    (FoundMilestone("B", "Signed", "2023"), 0, 0),
])
def test_entity_and_stage_and_strictly_the_date(given, plain, strict):
    gold = Gold("d", Facts((), (), (), (GoldMilestone(("a",), "Signed", "2023"),)), Facts((), (), (), ()), None)
    matching = Matching({"a": "A"}, frozenset())
    assert compare(gold, (given,), matching).tally.hit == plain
    assert compare(gold, (given,), matching, strict=True).tally.hit == strict


def test_a_milestone_in_one_line():
    assert described(FoundMilestone("A", "Signed", "2023")) == "Signed 2023"
    assert described(GoldMilestone(("a",), "Signed", "")) == "Signed"
