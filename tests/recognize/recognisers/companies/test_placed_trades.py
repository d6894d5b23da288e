"""Companies by the place that they come from, a mark and a trade."""

import pytest


@pytest.mark.parametrize("text, company", [
    ("慈溪沐龙纸业增52%。", "慈溪沐龙纸业"), ("宁波晨宏车业忙着扩产。", "宁波晨宏车业"), ("浙江沐普新能源产值翻了几番。", "浙江沐普新能源"), ("走进浙江晨沐铝业的车间，热浪扑脸。", "浙江晨沐铝业"),
    ("宁波湛田智能洁具订单饱满。", "宁波湛田智能洁具"), ("湖南鑫沐能印业的印章远销海外。", "湖南鑫沐能印业"), ("漳州的沐华机械拿下大奖。", "沐华机械"), ("沐灵乐器卖到几十个国家。", "沐灵乐器")])
def test_place_mark_and_trade(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "浙江高端装备增52%。", "宁波绿色石化产值增长。", "武鸣农产品加工业产值增长。", "曹妃甸输氢管道前期工作启动。", "定襄法兰锻造入选特色产业集群。", "浙江数字经济核心产业增长。", "兰州白银科技创新改革试验区。",
    "鞍山西柳服装、辽阳小北河袜业等专业市场焕新。", "栾城三苏都市农业游兴旺。", "浙江汽车零部件的出口增长。", "绍兴的纺织面料卖到几十个国家。", "现代机械增长。"])
def test_fields_of_places_are_none(of_class, text):
    assert not of_class(text, "Company")
