"""Companies that a clause tells of by what they do or have."""

import pytest


@pytest.mark.parametrize("text, company", [
    ("华建新能源投资8亿元的风电项目落户蔚县。", "华建新能源"), ("天有为电子投资5亿元建设汽车仪表生产线。", "天有为电子"), ("去年8月，浙江宁波兴钢线材落户产业园。", "浙江宁波兴钢线材"),
    ("记者在恒锐座椅的生产车间看到，工人正忙碌。", "恒锐座椅"), ("去年，红星电子实现产值9亿元。", "红星电子"), ("湛锐座椅今年订单饱满。", "湛锐座椅"), ("走进位于园区的凯拓轴承车间。", "凯拓轴承")])
def test_what_invests_settles_or_has_a_workshop(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "全县新能源投资8亿元。", "城乡智能制造投资5亿元。", "我县清洁能源投资8亿元。", "走进它的智能锻造车间。", "走进企业的生产车间。", "县域绿色食品投资3亿元。", "一批新材料落户产业园。", "湘北汽车投资3亿元。",
    "去年，绿色食品实现产值9亿元。", "现代农业实现产值9亿元。", "全市汽车订单饱满。", "高端装备满负荷生产。", "长江食品实现产值9亿元。", "来到农产品加工物流车间。", "在新型建筑材料车间。", "绿色建材落户园区。"])
def test_fields_and_places_are_none(of_class, text):
    assert not of_class(text, "Company")
