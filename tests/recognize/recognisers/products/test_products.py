"""Products: models and named things, and kinds of products where the text says that someone makes them."""

import pytest

PRODUCTS = [
    # behind a verb of making
    ("晨帆科技主要生产车用毫米波雷达芯片。", {"车用毫米波雷达芯片"}), ("绵阳高新区的晨帆科技量产氮化镓功率芯片、碳化硅晶圆。", {"氮化镓功率芯片", "碳化硅晶圆"}),
    ("宁德时代为宝马供应圆柱电芯和硅基负极材料。", {"圆柱电芯", "硅基负极材料"}), ("京东方主要生产平板电脑、电视等产品使用的柔性屏幕面板。", {"柔性屏幕面板"}),
    ("公司年产3万吨磷酸铁锂，主营硅基负极材料。", {"磷酸铁锂", "硅基负极材料"}),
    ("晨帆科技以煤为原料生产甲醇、醋酸和乙二醇。", {"甲醇", "醋酸", "乙二醇"}), ("博世为长虹配套冷却系统。", {"冷却系统"}),
    # in front of who supplies it, behind 产品包括, acronyms of which the text says what they are
    ("牵引变流器来自京东方，平板电视由长电科技供应。", {"牵引变流器", "平板电视"}), ("京东方的产品包括POE、低密度聚乙烯等。", {"POE", "低密度聚乙烯"}),
    ("京东方是全球最大的MDI生产商。", {"MDI"}),
    # in front of what happens to it
    ("国轩高科的半固态电池组已在合肥下线。", {"半固态电池组"}), ("世界最大直径竖井掘进机成功下线。", {"竖井掘进机"}), ("京东方OLED微显示器实现量产。", {"OLED微显示器"}),
    # behind 首台, 首款; before a maker
    ("全省首台离子液氢压缩机投用。", {"离子液氢压缩机"}), ("全球首款吸入式新冠疫苗获批。", {"吸入式新冠疫苗"}), ("该厂是全球最大的赖氨酸胶囊生产企业。", {"赖氨酸胶囊"}),
    # models
    ("首辆宋Pro DM-i驶下生产线。", {"宋Pro DM-i"}), ("国产大飞机C919首飞。", {"C919"}), ("特斯拉Model Y交付客户。", {"Model Y"}), ("工厂首台Megapack下线。", {"Megapack"}),
    # named in quotation marks
    ("“听涛三号”超级计算机上线。", {"听涛三号"}), ("首艘大洋钻探船“听涛”号入列。", {"“听涛”号"}), ("1类创新药“瑞康唐”获批。", {"瑞康唐"}),
    # in lists of new or great things
    ("超薄盖板玻璃、智能冲压机床等新产品相继问世。", {"超薄盖板玻璃", "智能冲压机床"}), ("智能养殖渔船、极地科考船等重大装备成功交付。", {"智能养殖渔船", "极地科考船"}), ("200兆瓦级重型燃机总装下线。", {"重型燃机"}),
    # of the land
    ("五常大米享誉全国。", {"五常大米"}), ("做强云溪鲤、湖山蜜瓜、石塘李等特有产品。", {"云溪鲤", "湖山蜜瓜", "石塘李"}),
]
NO_PRODUCTS = [
    "推动新能源汽车产业发展。", "全市工业机器人产量增长20%。", "强化首台（套）重大技术装备推广应用。", "加快打造葡萄酒之都。", "晨帆科技生产高端装备。", "晨帆科技从事软件研发。",
    "宁德时代生产基地落户。", "新建智能终端制造、硅基负极材料等项目。", "提升安全生产管理装备水平。", "开通全国首列跨境旅游列车。", "全市农产品加工业壮大。", "开展无人机“黑飞”专项整治。",
    "资金由中国银行提供。", "人才来自清华大学。", "长虹配套设施完善。", "订单来自京东方。", "五常大米产业园开工。", "推进5G基站建设，发展AI芯片和LNG设备。", "G60高速公路交付。", "鲜食榴莲、热带水果等农产品进口增长。", "推动锂电池产业集群。",
    "购置高层云梯车、无人机等先进装备。", "推动数控机床、工业机器人等装备制造业发展。", "扩大特种钢材、轨道客车等产品出口。",
]


@pytest.mark.parametrize("text, expected", PRODUCTS)
def test_products_are_found_with_their_borders(of_class, text, expected):
    assert of_class(text, "Product") == expected


@pytest.mark.parametrize("text", NO_PRODUCTS)
def test_what_names_no_product(of_class, text):
    assert not of_class(text, "Product")


def test_a_kind_of_product_needs_a_maker(of_class):
    assert of_class("晨帆科技生产锂离子电池隔膜。", "Product") == {"锂离子电池隔膜"}
    assert not of_class("园区生产锂离子电池隔膜。", "Product")


def test_the_maker_is_no_part_of_the_product(names):
    assert {("京东方", "Company"), ("OLED微显示器", "Product")} <= names("京东方OLED微显示器实现量产。")


def test_a_machine_is_no_power_station(names):
    assert not {cls for _, cls in names("研制出国内首台空分压缩机组。")} & {"Project"}


def test_the_rule_says_what_showed_it(recognized):
    rules = {m.text: m.rule for m in recognized("晨帆科技主要生产半固态电池组，首台Megapack下线。")._.mentions if m.cls == "Product"}
    assert rules == {"半固态电池组": "product.made", "Megapack": "product.model"}
