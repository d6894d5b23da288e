"""What stands at the front of a project's or park's name: the company that develops it, or no company."""

import pytest

# a sentence with a project or park, and the company at its front
COMPANIES = [
    ("奥辰新能源汽车项目开工", "奥辰"), ("法辰莱特年产10万吨电解液项目投产", "法辰莱特"),
    ("推动大众变速箱等项目投产", "大众"), ("推动现代汽车第二工厂等项目投产", "现代汽车"), ("推进中环25GW切片等项目", "中环"),
    ("加快旭阳循环产业园、晨帆科技三期等项目建设", "旭阳"),
]
NONE = [
    "防城港红沙核电项目开工", "推进天廉冷链物流产业园项目",
    "加快京沈客专、穗莞深城际等项目建设", "推进新医路西延、东三环改造等项目", "推进马村港三期、霍口水库等项目", "加快中白产业园建设", "推进聚丙烯基地等项目建设",
    "加快台山通用机场等项目建设", "推进现代服务等项目建设", "实施新时代重大标志性工程等项目", "推进平安河北等项目建设", "加快沿黄生态廊道等项目建设", "打造一区两基地", "加快大唐药业健康产业园建设", "智能制造基地（湖北）项目开工",
]


@pytest.mark.parametrize("text, company", COMPANIES)
def test_the_company_in_front_of_a_project(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_company(of_class, text):
    assert not of_class(text, "Company")
