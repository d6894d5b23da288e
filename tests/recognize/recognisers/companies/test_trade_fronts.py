"""Companies at the front of projects and parks that nothing but a mark and a trade tells."""

import pytest


@pytest.mark.parametrize("text, company", [
    ("旭沐陶瓷二期提前点火。", "旭沐陶瓷"), ("旭日陶瓷二期提前点火。", "旭日陶瓷"), ("沐鼎总部项目现场热火朝天。", "沐鼎"), ("沐辉科技（肇庆）产业园竣工。", "沐辉科技"), ("沐谦国际（肇庆）现代产业园开工。", "沐谦国际")])
def test_a_mark_and_a_trade_in_front(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", ["政务云二期建成投用。", "绿色化工二期项目开工。", "加快樟岚总部集聚区建设。", "智能制造（湖北）产业园开工。", "区域总部项目开工。"])
def test_fields_and_areas_are_none(of_class, text):
    assert not of_class(text, "Company")
