"""The mark at the front of a project's name that no dictionary and no table has."""

import pytest

HOME = "西宁市2024年政府工作报告"


@pytest.mark.parametrize("text, company", [
    ("株洲的国锐越摩先进封装项目3月签约。", "国锐越摩"), ("湛岱知识产权运营中心项目部分投用。", "湛岱"), ("开工永沣钢焦项目。", "永沣"), ("恒沃座椅产能扩建项目投产。", "恒沃座椅"), ("博湛电路二期竣工投产。", "博湛电路"),
    ("凯沐轨道新能源客车项目首批产品下线。", "凯沐轨道"), ("签约的有常州瑞丰达精密结构件项目、苏州斯克自动化装备项目等项目。", "常州瑞丰达"), ("推进黎阳航空发动机、晨帆科技三期等项目。", "黎阳"),
])
def test_whose_project_it_is(of_class, text, company):
    assert {company, company.removeprefix("常州")} & of_class(text, "Company", title=HOME)


@pytest.mark.parametrize("text", [
    "走进千个项目现场、走谈千个项目。", "推进西湛快速干道项目。", "解决未批先建产业项目手续。", "催生一批强链、扩链配套项目。", "推进湛岱水库除险项目。",
    "推进湟源智能制造、乐都航空发动机等项目。", "湛岱新区智能制造项目开工。", "推进鲁北风光储一体化、绵阳石化二期等项目。", "绵阳AMOLED生产线投产。", "西宁古堡垒修缮项目开工。",
])
def test_others_in_front_of_projects(of_class, text):
    assert not of_class(text, "Company", title=HOME)
