import pytest

from kg.evaluate.compare import normal
from kg.evaluate.entities import Matching
from kg.evaluate.figures import compare, described, same_indicator
from kg.evaluate.found import FoundFigure
from kg.evaluate.gold import Facts, Gold, GoldFigure
from kg.evaluate.tally import Tally

GOLD = dict(owners=("a",), indicator="outputValue", measure="Level", value=3e10, unit="CNY", bound="Exact", period="2022",
            modality="Actual")
FOUND = dict(owner="A", indicator="outputValue", labels=frozenset(), measure="Level", value=3e10, unit="CNY", bound="Exact", period="2022",
             modality="Actual", text="300亿元")
MATCHING = Matching({"a": "A", "b": "B"}, frozenset())


def tally(expected: dict, given: dict, strict: bool) -> Tally:
    gold = Gold("d", Facts((), (), (GoldFigure(**{**GOLD, **expected}),), ()), Facts((), (), (), ()), None)
    return compare(gold, (FoundFigure(**{**FOUND, **given}),), MATCHING, strict=strict).tally


RIGHT, WRONG = Tally(1, 1, 1), Tally(0, 1, 1)


@pytest.mark.parametrize("expected, given, plain, strict", [
    ({}, {}, RIGHT, RIGHT),
    ({"owners": ("b",)}, {}, WRONG, WRONG),
    ({"owners": ("b", "a")}, {}, RIGHT, RIGHT),
    ({"owners": ("nobody",)}, {}, WRONG, WRONG),
    ({}, {"value": 3.002e10}, RIGHT, RIGHT),
    ({}, {"value": 3.1e10}, WRONG, WRONG),
    ({"value": 0.0}, {"value": 0.0}, RIGHT, RIGHT),
    ({}, {"value": float("nan")}, WRONG, WRONG),
    ({}, {"unit": "USD"}, WRONG, WRONG),
    ({}, {"measure": "Growth"}, WRONG, WRONG),
    ({}, {"modality": "Planned"}, WRONG, WRONG),
    ({"modality": "Target"}, {"modality": "Planned"}, RIGHT, RIGHT),
    ({}, {"bound": "AtLeast"}, RIGHT, WRONG),
    ({}, {"period": "2021"}, RIGHT, WRONG),
    ({"period": ""}, {}, RIGHT, WRONG),
    ({}, {"indicator": "tax"}, RIGHT, WRONG),
])
def test_what_must_agree(expected, given, plain, strict):
    assert tally(expected, given, strict=False) == plain
    assert tally(expected, given, strict=True) == strict


@pytest.mark.parametrize("expected, label, same", [
    ("年产能", "产能", True), ("产能", "年产能", True), ("绿化覆盖率", "绿地率", False), ("研发投入", "研发支出", True),
    ("outputValue", "产值", False), ("outputValue", "Output Value", True), ("专利数", "", False)])
def test_minted_indicators_need_only_say_the_same(expected, label, same):
    given = FoundFigure(**{**FOUND, "indicator": "another", "labels": frozenset([normal(label)])})
    assert same_indicator(expected, given) is same


def test_a_figure_in_one_line():
    assert described(FoundFigure(**FOUND)) == "outputValue Level 30000000000 CNY 2022 Actual «300亿元»"
    assert described(GoldFigure(**{**GOLD, "period": ""})) == "outputValue Level 30000000000 CNY Actual"
