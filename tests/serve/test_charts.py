"""Figures as charts: which can be compared, and where their points go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.profile.nodes import Words
from kg.profile.profile import Figure
from kg.serve.charts import HEIGHT, WIDTH, chart


def figure(period: str, value: object, modality: str = "Actual", measure: str = "Level") -> Figure:
    return Figure("outputValue", Words("产值", "output value"), measure, Words("", ""), str(value), "CNY", f"{value}元", "Exact", period, modality, "", ())


def test_results_are_joined_by_a_line_and_targets_stand_beside_them():
    drawn = chart([figure("2021", 10), figure("2022", 20), figure("2023", 30), figure("2023", 40, "Target")])
    assert [(point.period, point.actual) for point in drawn.points] == [("2021", True), ("2022", True), ("2023", True), ("2023", False)]
    assert len(drawn.line.split()) == 3
    heights = [point.y for point in drawn.points]
    assert heights == sorted(heights, reverse=True)         # larger values stand higher
    assert [year for _, year in drawn.years] == ["2021", "2022", "2023"]


def test_the_order_of_the_figures_says_nothing():
    figures = [figure("2021", 10), figure("2022", 20), figure("2024", 5)]
    assert chart(figures) == chart(figures[::-1])


def test_a_part_of_a_year_is_no_point_of_the_line():
    assert chart([figure("2021", 10), figure("2022-01/2022-09", 20)]) is None
    assert len(chart([figure("2021", 10), figure("2022", 1), figure("2022-03", 20)]).points) == 2


def test_one_year_is_no_chart_and_neither_are_ranks_or_counts_of_many_things():
    assert chart([]) is None
    assert chart([figure("2021", 10), figure("2021", 12)]) is None
    assert chart([figure("2021", 1, measure="Rank"), figure("2022", 2, measure="Rank")]) is None
    assert chart([figure(year, value) for year in ("2021", "2022") for value in range(5)]) is None


def test_values_below_zero_stand_below_the_axis():
    drawn = chart([figure("2021", -5, measure="Growth"), figure("2022", 5, measure="Growth")])
    assert drawn.points[0].y > drawn.zero > drawn.points[1].y and drawn.points[0].below


@given(st.lists(st.tuples(st.integers(1949, 2060), st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-10**12, max_value=10**15),
                          st.sampled_from(["Actual", "Target"])), max_size=40))
def test_every_point_is_inside(rows):
    drawn = chart([figure(str(year), value, modality) for year, value, modality in rows])
    if drawn is not None:
        assert all(0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in drawn.points)
        assert all(0 <= x <= WIDTH for x, _ in drawn.years) and 1 <= len(drawn.years) <= 8
        assert any(point.labelled for point in drawn.points)
