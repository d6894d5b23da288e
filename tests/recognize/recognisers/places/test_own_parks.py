"""Parks that a place's own text names by what they are for or where they lie."""

import pytest

HOME = "泉州市2024年政府工作报告"


@pytest.mark.parametrize("text, park", [
    ("加快建设航空物流园，扩大冷链规模。", "航空物流园"), ("航空物流园投用。", "航空物流园"), ("建设低空装备制造园。", "低空装备制造园"), ("低空经济产业园正式运营。", "低空经济产业园"), ("推进南部新城建设。", "南部新城"),
    ("南部新城人口增长。", "南部新城"), ("会展片区、洛江片区加快成形。", "会展片区"), ("提速晋江科学城、高铁新城和石化产业园。", "高铁新城"), ("推动印染产业园落地。", "印染产业园"),
    ("临空经济区引进企业3家。", "临空经济区"), ("提升经济技术开发区能级。", "经济技术开发区"), ("提速未来科技城、晋江科学城。", "未来科技城")])
def test_one_park_is_meant(of_class, text, park):
    assert park in of_class(text, "Park", title=HOME)


@pytest.mark.parametrize("text", [
    "建设特色产业园区。", "新增航空物流园3个。", "建设3个航空物流园。", "建设现代农业产业园。", "创建省级印染产业园。", "盘活村镇工业园。",
    "完善众创空间、孵化器、产业园。", "打造一流科技园。", "优化重点片区布局。", "印染产业园数量居全省第一。", "推动县市新城发展。",
    "争创中央商务区。", "申报设立自由贸易试验区。", "各经济技术开发区提质。"])
def test_parks_in_general_are_none(of_class, text):
    assert not of_class(text, "Park", title=HOME)


@pytest.mark.parametrize("title", ["福建省2024年政府工作报告", "开局良好"])
def test_only_in_the_text_of_a_city_or_a_county(of_class, title):
    assert not of_class("加快建设航空物流园，扩大冷链规模。", "Park", title=title)


def test_a_municipality_is_a_city(of_class):
    assert "航空物流园" in of_class("加快建设航空物流园，扩大冷链规模。", "Park", title="重庆市2024年政府工作报告")


def test_parks_that_are_built_together_are_each_one(of_class):
    assert {"基金城", "金融科技园"} <= of_class("加快建设基金城、金融科技园和资产管理中心。", "Park", title="绵阳市政府工作报告")


@pytest.mark.parametrize("text, park", [("国际健康城加快建设。", "国际健康城"), ("中医药科创城开工。", "中医药科创城"), ("打造国际健康城。", None), ("建设各类科创城。", None)])
def test_a_city_has_one_of_such_a_kind(of_class, text, park):
    assert (park in of_class(text, "Park", title="绵阳市政府工作报告")) if park else not of_class(text, "Park", title="绵阳市政府工作报告")


@pytest.mark.parametrize("text, parks", [
    ("整合公铁物流园，深化与企业合作。", {"公铁物流园"}), ("灵武市，整合高新技术开发区，重点发展纺织。", {"高新技术开发区"})])
def test_parks_that_are_put_together_are_there(of_class, text, parks):
    assert parks <= of_class(text, "Park", title="绵阳市政府工作报告", issued="2024-01-10")
