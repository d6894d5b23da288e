"""Products that a verb of making governs, where the text tells the maker."""

import pytest


@pytest.mark.parametrize("text, products", [
    ("在京东方，一条新产线正在生产车用换挡电机。", {"车用换挡电机"}),
    ("该公司专注于生产汽车、摩托车等相关的控制线束、保护套管等配套产品。", {"控制线束", "保护套管"}),
    ("该公司是国内生产汽车门锁、电控、座椅关键零部件的骨干企业之一。", {"汽车门锁", "电控", "座椅关键零部件"}),
    ("京东方是一家生产汽车门锁和后视镜的民营企业。", {"汽车门锁", "后视镜"}),
    ("这是京东方与高校合作研制的全球首台120吨级电动矿卡。", {"电动矿卡"}),
    ("京东方滚筒车间的工人正在制造门机密封盖。", {"门机密封盖"})])
def test_what_a_maker_makes_is_a_product(of_class, text, products):
    assert of_class(text, "Product") == products


@pytest.mark.parametrize("text", [
    "京东方生产效率提升，订单饱满。", "该公司生产流程规范，生产车间整洁。", "京东方的生产设备和生产原料来自外地。", "全市生产的汽车门锁增长20%。", "京东方的工人忙于生产任务。",
    "该公司采购生产汽车门锁的企业的设备。", "京东方投资研发生产基地。"])
def test_words_for_making_and_places_of_it_are_none(of_class, text):
    assert of_class(text, "Product") == set()
