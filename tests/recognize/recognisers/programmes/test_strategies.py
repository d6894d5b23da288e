"""Strategies that are carried out; what 战略 only describes, and strategies in general, are none."""

import pytest


@pytest.mark.parametrize(
    "text, found",
    [
        ("实施质量强州战略，推动发展。", {"质量强州战略"}),
        ("（三）大力实施乡村振兴战略。", {"乡村振兴战略"}),
        ("坚定不移实施工业强市战略，招引工业项目20个。", {"工业强市战略"}),
        ("落实科教兴国战略、人才强国战略和食品安全战略。", {"科教兴国战略", "人才强国战略", "食品安全战略"}),
        ("深入实施科教兴州、人才强州战略。", {"科教兴州", "人才强州战略"}),
        ("实施更加积极主动的开放带动战略。", {"开放带动战略"}),
        ("创新驱动发展战略深入实施。", {"创新驱动发展战略"}),
        ("将帮扶纳入全省乡村振兴战略。", {"乡村振兴战略"}),
    ],
)
def test_a_strategy(of_class, text, found):
    assert of_class(text, "Programme") == found


@pytest.mark.parametrize(
    "text",
    [
        "主动服务和融入国家重大战略。", "实施重大区域战略，落实发展战略。", "抢抓乡村振兴战略机遇，坚持扩大内需战略基点。", "推进国有企业战略重组。", "实施四大战略。",
        "把实施扩大内需战略同深化改革结合起来。", "落实黄河国家战略。", "上升为国家战略。", "推进航运枢纽、智慧物流平台战略合作。", "实施开放、绿色低碳发展战略。",
    ],
)
def test_no_strategy(of_class, text):
    assert not of_class(text, "Programme")


def test_a_place_that_a_strategy_begins_with_stays_a_place(of_class):
    assert of_class("落实京津冀协同发展战略。", "District") == {"京津冀"} and not of_class("落实京津冀协同发展战略。", "Programme")
