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
