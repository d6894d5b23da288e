"""Products that are the first of their kind, or what was achieved."""

import pytest


@pytest.mark.parametrize("text, products", [
    ("全国首套8000米级深海观测浮标研发成功。", {"深海观测浮标"}), ("全球首艘自主航行渔业养殖工船在绵阳交付使用。", {"自主航行渔业养殖工船"}),
    ("全球首款乙肝病毒灭活疫苗、全球首款车用闪存芯片研发成功。", {"乙肝病毒灭活疫苗", "车用闪存芯片"}), ("我国首套年产20万吨聚乙烯挤压造粒机组下线。", {"聚乙烯挤压造粒机组"}),
    ("飞鱼号载人潜水器、巡山号量子卫星等重大科技成果相继问世。", {"飞鱼号载人潜水器", "巡山号量子卫星"}), ("智能座舱芯片、仿生机器人等标志性创新成果竞相涌现。", {"智能座舱芯片", "仿生机器人"}),
])
def test_what_became_of_a_first(of_class, text, products):
    assert of_class(text, "Product") == products


@pytest.mark.parametrize("text", [
    "全国首套标准发布，全市首批次项目投入使用。", "全省首台套政策应用。", "全国首条智慧公路建成投用。", "首架航班开通，首列中欧班列开行。", "制度创新、政务服务等改革成果相继应用。", "营商环境等一批改革成果涌现。", "全国首颗由企业运营的。"])
def test_no_products(of_class, text):
    assert not of_class(text, "Product")
