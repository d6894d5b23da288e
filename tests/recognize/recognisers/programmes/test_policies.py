"""Policies: by the number of their articles and by their title. Counted things, laws, books and drafts are none."""

import pytest

POLICIES = [
    ("出台稳外贸20条", {"稳外贸20条"}),
    ("落实促进民宿经济健康发展32条措施，", {"促进民宿经济健康发展32条措施"}),
    ("先后出台惠渔业17条、促夜市15条、稳就业二十条等政策", {"惠渔业17条", "促夜市15条", "稳就业二十条"}),
    ("编制实施《肃州水网建设规划》", {"肃州水网建设规划"}),
    ("印发《加快竹产业发展三年行动计划（2023—2025年）》", {"加快竹产业发展三年行动计划"}),
    ("《肃州铝产业发展三年行动方案（2025—2027年）》已正式印发实施", {"肃州铝产业发展三年行动方案"}),
    ("制定《竹产业发展规划》《茶产业振兴意见》和《油茶扶持若干措施》", {"竹产业发展规划", "茶产业振兴意见", "油茶扶持若干措施"}),
]
NO_POLICIES = [
    "实施城区道路整治28条", "完成道路绿化50条", "推出精品旅游线路20条", "出台20条", "出台支持竹产业的20条", "新开公交线路12条", "规上企业达到20条", "贯彻《水法》", "出台《肃州市养犬管理条例》", "推出《山歌好比春江水》",
    "《竹产业发展规划》介绍了经验", "编制《国民经济和社会发展第十四个五年规划纲要》", "学习《竹产业发展规划》",
]


@pytest.mark.parametrize("text, expected", POLICIES)
def test_policies(of_class, text, expected):
    assert of_class(text, "Programme") == expected


@pytest.mark.parametrize("text", NO_POLICIES)
def test_no_policies(of_class, text):
    assert not of_class(text, "Programme")
