"""Products that the text says in so many words are made."""

import pytest


@pytest.fixture
def made(recognized):
    """A function: the products that the text says are made."""
    return lambda text: [m.text for m in recognized(text)._.mentions if m.rule in ("product.said-to-be-made", "product.made-by")]


@pytest.mark.parametrize("text, products", [
    ("项目主要生产钣金件、桩体、屏柜等产品。", ["钣金件", "桩体", "屏柜"]),
    ("公司产品涵盖果冻、软糖、话梅等多个品类。", ["果冻", "软糖", "话梅"]),
    ("公司是供应商，主要产品还有TDI、聚醚和TPU。", ["TDI", "聚醚", "TPU"]),
    ("公司主要从事门板、副仪表板等饰件产品的研发、生产。", ["门板", "副仪表板"]),
    ("建成后年产40万吨工业硅、20万吨乙醇胺。", ["工业硅", "乙醇胺"]),
    ("形成年产5万吨乙醇胺生产能力。", ["乙醇胺"]),
    ("全球最大的方棒制造商京东方落户绵阳。", ["方棒"]),
    ("公司主要从事新型LED灯带产品的研发、生产。", ["LED灯带"]),
    ("该企业主要从事豆浆机、破壁机、电饭煲等100多种智能小家电的生产研发。", ["豆浆机", "破壁机", "电饭煲"]),
    ("公司将主要从事环保泡沫塑料、塑料制品、气泡膜等产品的产研销。", ["环保泡沫塑料", "塑料制品", "气泡膜"]),
    ("京东方是一家集液压油缸研发、生产、销售于一体的高新技术企业。", ["液压油缸"]),
    ("公司目前生产的羊绒衫、职业装远销海外。", ["羊绒衫", "职业装"]),
    ("公司产品以菌菇制品、笋制品为主。", ["菌菇制品", "笋制品"]),
    ("公司主打电池级碳酸钠，订单排满。", ["电池级碳酸钠"]),
    ("京东方做显示模组和触控面板的研发、制造。", ["显示模组", "触控面板"]),
    ("车间里，一箱箱加工好的磁性线圈产品打包装车。", ["磁性线圈"]),
    ("车间里，汽车座椅滑轨、油箱盖等零部件从流水线上依次下线。", ["汽车座椅滑轨", "油箱盖"]),
    ("车间里，一卷卷厚度仅有0.012毫米的电池箔整装待发。", ["电池箔"]),
    ("京东方是国内灶具烟道产品的龙头企业。", ["灶具烟道产品"]),
    ("京东方新型灶具产品受市场热捧。", ["灶具产品"]),
    ("投产后每年可产聚合级乙烯120万吨、聚合级丙烯58万吨。", ["聚合级乙烯", "聚合级丙烯"]),
    ("京东方是一家专业汽车玻璃、钢化玻璃和夹层玻璃生产企业。", ["汽车玻璃", "钢化玻璃", "夹层玻璃"])])
def test_words_of_making_show_a_product(made, text, products):
    assert made(text) == products


@pytest.mark.parametrize("text", [
    "项目主要生产车间已建成。", "公司产品涵盖研发、生产、销售等环节。", "公司主要从事技术服务、投资管理等业务的开发。", "年产值40亿元。", "项目全部投产后年产能40万吨。",
    "农产品有苹果、梨等。", "知名供应商京东方落户绵阳。", "京东方市场份额占全国的80%。", "京东方是国内知名的龙头企业。", "当地以做优服务、做强产业为主。", "公司主要生产经营活动正常。", "装置产出合格产品。", "京东方是一家集设计、生产、销售为一体的企业。"])
def test_services_fields_and_general_words_are_none(made, text):
    assert made(text) == []


@pytest.mark.parametrize("text, product", [
    ("湛朗机械有限公司的弹簧扁钢国内市场占有率过半。", "弹簧扁钢"), ("湛朗机械有限公司的五轴联动数控机床打破国外垄断。", "五轴联动数控机床"),
    ("湛朗医疗、湛派光电等企业投产，湛朗的一次性手套出口海外。", "一次性手套")])
def test_what_a_company_has_is_a_product_by_how_it_fares(names, text, product):
    assert (product, "Product") in names(text)


@pytest.mark.parametrize("text", ["湛朗机械有限公司的团队进入全国市场。", "湛朗机械有限公司的投资打破国外垄断。", "湛朗机械有限公司的订单占全国三成。"])
def test_what_else_a_company_has_is_none(names, text):
    assert not [name for name, cls in names(text) if cls == "Product"]
