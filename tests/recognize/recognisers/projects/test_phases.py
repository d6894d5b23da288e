"""Phases behind names, in brackets or not, also of what a city's text calls by its kind; and those of all lines that a city builds."""

import pytest

CITY = {"title": "绵阳市政府工作报告", "issued": "2024-01-10"}


@pytest.mark.parametrize("text, phase", [
    ("加快大学城二期建设。", "大学城二期"), ("启动综合保税区二期建设。", "综合保税区二期"), ("建成云岭大厦（二期）。", "云岭大厦（二期）"),
    ("绵阳医科大学附属医院云岭院区（一期）建成。", "绵阳医科大学附属医院云岭院区（一期）"), ("轨道交通3号线（一期）通车。", "轨道交通3号线（一期）"),
    ("南部污水处理厂二期完工。", "南部污水处理厂二期"), ("启动1号线二期工程。", "1号线二期工程"), ("地铁四期全面开工。", "地铁四期"), ("绵阳轨道交通二期建设提速。", "绵阳轨道交通二期")])
def test_a_phase_behind_a_name_is_a_project(of_class, text, phase):
    assert phase in of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", ["地铁三期规划获批。", "轨道交通四期建设规划申报。", "第三期轨道交通获批。", "分两期建设地铁。"])
def test_what_is_only_planned_for_all_lines_is_none(of_class, text):
    assert not of_class(text, "Project", **CITY)


def test_the_park_stands_in_the_name_of_its_phase(names):
    assert {("综合保税区", "Park"), ("综合保税区二期", "Project")} <= names("启动综合保税区二期建设。", **CITY)


@pytest.mark.parametrize("text, phases", [
    ("云岭电厂一期投产，启动二期建设。", {"云岭电厂一期", "二期"}), ("建成松湛高速二期，加快三期建设。", {"松湛高速二期", "三期"}),
    # something else is named between them
    ("云岭电厂一期投产，松州产业园开园，启动二期建设。", {"云岭电厂一期"})])
def test_the_next_phase_is_begun(of_class, text, phases):
    assert of_class(text, "Project", **CITY) == phases
