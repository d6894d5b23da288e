"""Public works that a city names by their kind, since it has one of each: they are projects where the text tells that they are built."""

import pytest

CITY = {"title": "绵阳市政府工作报告", "issued": "2024-01-10"}


@pytest.mark.parametrize("text, works", [
    ("建成大歌剧院、青少年活动中心。", {"大歌剧院", "青少年活动中心"}),
    ("启动社会综合福利院建设，鼓励社会力量参与养老。", {"社会综合福利院"}),
    ("加快市博物馆、科技馆建设。", {"科技馆"}),
    ("改扩建青少年图书馆和妇女儿童活动中心，打造文化新场景。", {"青少年图书馆", "妇女儿童活动中心"}),
    ("规划馆、方志馆建成开放。", {"规划馆", "方志馆"}),
    ("谋划建设非物质文化遗产展示馆。", {"非物质文化遗产展示馆"}),
])
def test_one_of_each_is_built(of_class, text, works):
    assert works <= of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", [
    "各级图书馆、科技馆免费开放。", "建设3个青少年活动中心。", "建成一批县级妇女儿童活动中心。", "发挥规划馆宣传作用。", "推进科技馆管理改革。", "建成乡镇老年活动中心20个。", "完善青少年活动中心功能。"])
def test_what_is_counted_or_told_otherwise_is_none(of_class, text):
    assert not of_class(text, "Project", **CITY)


def test_a_province_has_many(of_class):
    assert not of_class("建成青少年活动中心、科技馆。", "Project", title="四川省政府工作报告", issued="2024-01-10")


def test_it_may_stand_among_hospitals_with_names(of_class):
    text = "加快建设市公共卫生中心、精神卫生中心、山东大学齐鲁医院二期和眼科医院新院。"
    assert "精神卫生中心" in of_class(text, "Project", **CITY)
