"""Building companies that are called bureaus of their group."""

import pytest


@pytest.mark.parametrize("text, name", [
    ("湛朗大桥由中铁建大桥局承建。", "中铁建大桥局"), ("项目由中国电建水电七局施工。", "中国电建水电七局"), ("中交三航局参建。", "中交三航局"),
    ("由中铁隧道局集团有限公司承建。", "中铁隧道局集团有限公司")])
def test_a_bureau_of_a_building_group_is_a_company(of_class, text, name):
    assert name in of_class(text, "Company") and of_class(text, "Project") <= {"湛朗大桥"}


@pytest.mark.parametrize("text", ["中国铁建布局西部。", "中铁大桥局部开裂。", "市水务局局长到场。"])
def test_other_bureaus_are_none(of_class, text):
    assert not any(name.endswith("局") for name in of_class(text, "Company"))


def test_bureau_of_hydropower(of_class):
    assert "中国水电五局" in of_class("施工方中国水电五局现场负责人说，工期过半。", "Company")
