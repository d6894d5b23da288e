"""Industries: what a text names as an industry, chain or segment. Activities, generic words and products in passing are none."""

import pytest

INDUSTRIES = [
    ("光伏产业产值增长12%", "光伏"), ("新型储能产业链", "新型储能"), ("发展现代服务业", "现代服务业"), ("低空经济加速起飞", "低空经济"), ("集成电路领域", "集成电路"),
    ("做强文旅产业", "文旅产业"), ("高端装备制造业集群", "高端装备制造业"), ("数字经济核心产业", "数字经济核心产业"), ("房地产业回稳", "房地产业"), ("发展氢能", "氢能"),
    ("布局量子信息、脑机接口等未来产业赛道", "量子信息"), ("培育集成电路、新型显示、智能终端等产业集群", "新型显示"), ("动力电池产业集群产值突破700亿元", "动力电池"),
    ("新材料产业园落户", None), ("生物医药产业链上下游", "生物医药"),
]
NONE = ["第三产业", "支柱产业", "重点产业", "传统产业转型", "工业", "农业", "该产业", "各产业", "促进产业发展", "主导产业", "招商", "创新", "高质量发展", "特色产业", "上下游产业链",
        "新能源汽车产销两旺", "锂电池出口增长", "采购芯片", "汽车停在路边", "软件出了问题"]


@pytest.mark.parametrize("text, name", [case for case in INDUSTRIES if case[1]])
def test_an_industry(of_class, text, name):
    found = of_class(text + "。", "Industry")
    assert any(name in (industry, industry.removesuffix("产业")) for industry in found), found


@pytest.mark.parametrize("text", NONE + [text for text, name in INDUSTRIES if name is None])
def test_no_industry(of_class, text):
    assert not of_class(text + "。", "Industry")


def test_a_list_of_industries(of_class):
    found = of_class("绵阳高新区重点发展新型显示、集成电路、生物医药三个产业。", "Industry")
    assert len(found) >= 2


def test_a_company_s_name_holds_no_industry(names):
    assert names("宁德时代新能源科技股份有限公司投产。") and not {cls for _, cls in names("宁德时代新能源科技股份有限公司投产。")} & {"Industry"}


@pytest.mark.parametrize("text, industries", [
    # two in front of one head noun are one industry, counted or in a list each is its own
    ("发展新材料和现代装备制造产业集群。", {"新材料和现代装备制造"}), ("全县新能源及智能网联汽车产业提速。", {"新能源及智能网联汽车"}), ("围绕光伏制造和锂电两大产业招商。", {"光伏制造", "锂电"}),
    # a name that is too general alone counts in a list that a place builds up, and at the front of what is said of its field
    ("大力发展新能源、新材料、先进装备制造业。", {"新能源", "新材料", "先进装备制造业"}), ("汽车领域，支持整车厂导入新车型。", {"汽车"}), ("总部经济、楼宇经济加快发展。", {"总部经济", "楼宇经济"}),
    # borders: what is done with it, where it is and how good it is
    ("融合升级航运经纪等业态。", {"航运经纪"}), ("培育合成生物、先进光伏等新兴产业。", {"合成生物", "先进光伏"}), ("光电信息产业集聚发展。", {"光电信息"}), ("发展“预制菜”等产业。", {"预制菜"}),
    ("铝基新材料产业实现产值20亿元。", {"铝基新材料"}), ("持续做强铝基主导产业。", set()), ("形成“工业硅—多晶硅”的光伏全产业链。", {"光伏"}),
    ("巩固烟草、电力等产业。", {"烟草", "电力"}), ("都市现代农业加快发展。", {"都市现代农业"}), ("现代服务业量质齐升。", {"现代服务业"}),
])
def test_where_an_industry_begins_and_ends(of_class, text, industries):
    assert {name.removesuffix("产业") for name in of_class(text, "Industry")} == industries


@pytest.mark.parametrize("text", ["制造业中长期贷款增长。", "国际矿业大会召开。", "谋划重大制造业项目。", "建设农业产业强镇。", "构建现代农业产业体系。", "探索飞地经济模式。", "推进混合所有制经济发展。", "推广“互联网+”等新业态。"])
def test_what_is_made_of_a_sector_is_another_thing(of_class, text):
    assert not of_class(text, "Industry")


def test_what_is_strongly_promoted_may_have_a_general_name_but_be_no_common_good(of_class):
    assert of_class("大力发展工业设计，做强会展。", "Industry") >= {"工业设计"} and not of_class("大力发展职业教育，改善办学条件。", "Industry")


def test_what_the_companies_of_a_list_do(names):
    assert ("装备制造", "Industry") in names("引进湛朗机电、晨派机械等装备制造企业37家。")
    assert not [name for name, cls in names("培育一批外贸龙头企业。") if cls == "Industry"]


def test_an_industry_has_leaders_and_a_zone_in_front_is_no_part_of_it(of_class):
    assert of_class("拥有长虹、湛朗机电等一批工程机械行业龙头。", "Industry") == {"工程机械"}
    assert of_class("经开区汽车产业规模突破1200亿元。", "Industry") == {"汽车产业"}


@pytest.mark.parametrize("text, industries", [
    ("钢铁行业产值增长5%。", {"钢铁行业"}), ("发展高成长性信息产业。", {"信息产业"}), ("引导服务行业升级。", set()), ("承办中国生物产业大会。", set()), ("做强玉米等5大加工产业。", set()), ("推动战略性新兴产业成链集群发展。", {"战略性新兴产业"}),
    ("发展“四种类型经济”，破除制约经济发展的弊端。", set())])
def test_what_a_word_of_industry_stands_in_and_what_only_looks_like_one(of_class, text, industries):
    assert of_class(text, "Industry") == industries
