"""Companies by the goods that a list tells of each."""

import pytest


@pytest.mark.parametrize("text, company", [
    ("沐正源的聚丙烯、湛斯科的碳五树脂、东沐化学的环保树脂，都要投产。", "湛斯科"), ("东沐化学的环保树脂投产。", "东沐化学"), ("博沐华的洗碗机、晨菱电器的面包机继续出海。", "博沐华")])
def test_whose_goods_are_told(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", ["新疆的棉花、山东的苹果卖到全国。", "企业的电机、客户的电池都在涨价。", "李明华的手机丢了。", "赵家坡的电机、李家坪的水泵很有名。", "现代化学的树脂、绿色食品的包装盒。"])
def test_places_people_and_fields_are_none(of_class, text):
    assert not of_class(text, "Company")
