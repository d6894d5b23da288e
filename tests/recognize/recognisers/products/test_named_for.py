"""Products that a project is named for making."""

import pytest


@pytest.fixture
def made(recognized):
    """A function: the products inside the names of a text's projects."""
    return lambda text: [m.text for m in recognized(text)._.mentions if m.rule == "composition.product"]


@pytest.mark.parametrize("text, products", [
    ("年产3万吨正极材料项目开工。", ["正极材料"]),
    ("湛朗年产10GW硅棒及切片项目开工。", ["硅棒", "切片"]),
    ("20GWh储能电池项目一期投产。", ["储能电池"]),
    ("绵阳湛朗新材料有限公司锂电池隔膜项目奠基。", ["锂电池隔膜"]),
    ("绵阳湛朗新材料有限公司改性塑料项目奠基。", ["改性塑料"]),
    ("10万吨多晶硅及10GW单晶硅棒项目开工。", ["多晶硅", "单晶硅棒"]),
    ("5000吨前驱体、5000吨三元正极材料一期项目投产。", ["前驱体", "三元正极材料"]),
    ("湛朗年产20万吨高纯晶硅项目投产。", ["高纯晶硅"]),
    ("湛朗锂电池生产线二期开工。", ["锂电池"]),
    ("小鹏汽车锂电池生产制造基地投产。", ["锂电池"])])
def test_a_size_a_maker_or_the_making_tells(made, text, products):
    assert made(text) == products


@pytest.mark.parametrize("text", [
    "城区充电桩建设项目建成。", "绵阳湛朗新能源有限公司充电桩项目开工。", "2台60万千瓦机组扩建项目开工。", "推进锂电池项目建设。",
    "绵阳湛朗港务有限公司30万吨原油码头项目开工。", "湛朗港20万吨集装箱码头项目开工。",
    "绵阳湛朗商用车有限公司汽车改装项目开工。", "绵阳湛朗新材料有限公司研发中心项目开工。"])
def test_what_may_be_bought_and_whose_mark_may_stand_in_front_are_none(made, text):
    assert made(text) == []
