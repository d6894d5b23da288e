"""Figures whose owner or indicator stands elsewhere in their sentence or the one before; and what only looks like one."""

import pytest

REPORT = {"title": "绵阳市2024年政府工作报告", "issued": "2024-02-01"}
NEWS = {"issued": "2024-05-17"}


@pytest.mark.parametrize("text, expected", [
    # from where to where: one indicator
    ("全市贫困发生率由12.3%降至1.5%。", {("绵阳市", "贫困发生率", "Level", "12.3 percent"), ("绵阳市", "贫困发生率", "Level", "1.5 percent")}),
    ("行政许可事项从554项减少到516项。", {("绵阳市", "行政许可事项", "Level", "554 count"), ("绵阳市", "行政许可事项", "Level", "516 count")}),
    ("生产总值年均增长7.1%，从五年前的2000亿元跃升到3000亿元。", {
        ("绵阳市", "gdp", "Growth", "7.1 percent"), ("绵阳市", "gdp", "Level", "200000000000 CNY"), ("绵阳市", "gdp", "Level", "300000000000 CNY")}),
    # a level behind growth, also of what is measured in no other text; what has grown, and how far
    ("农产品加工业销售收入增长3.2%，达到190亿元。", {("绵阳市", "农产品加工业销售收入", "Growth", "3.2 percent"), ("绵阳市", "农产品加工业销售收入", "Level", "19000000000 CNY")}),
    ("粮食产量喜获十八连丰，达240万吨。", {("绵阳市", "粮食产量", "Level", "2400000 t")}),
    ("技改投资总量位居全省前列，年均增长12.9%。", {("绵阳市", "技改投资总量", "Growth", "12.9 percent")}),
    # how many steps are no level
    ("生产总值跨越四个千亿元台阶。", set()),
    ("综合实力大幅提升，生产总值跨越四个千亿元台阶，达到4500亿元。", {("绵阳市", "gdp", "Level", "450000000000 CNY")}),
    # no part of what is measured
    ("粮食产量连续三年稳定在240万吨以上。", {("绵阳市", "粮食产量", "Level", "2400000 t")}),
    ("招商引资到位资金320亿元。", {("绵阳市", "招商引资到位资金", "Level", "32000000000 CNY")}),
    ("新建18条国家和地方高速公路。", {("绵阳市", "国家和地方高速公路", "Level", "18 count")}),
    # growth of levels in two clauses
    ("接待游客600万人次，实现旅游总收入67亿元，分别增长12.9%和17.4%。", {
        ("绵阳市", "接待游客", "Level", "6000000 person"), ("绵阳市", "接待游客", "Growth", "12.9 percent"),
        ("绵阳市", "旅游总收入", "Level", "6700000000 CNY"), ("绵阳市", "旅游总收入", "Growth", "17.4 percent")}),
    # a part that does something
    ("八成以上财政资金用于民生。", {("绵阳市", "财政资金占比", "Share", "80 percent")}),
    # nouns of a report are of all of their kind, whatever company, project or park was named before
    ("支持长虹控股扩产。企业退休人员养老金增长5%。", {("绵阳市", "企业退休人员养老金", "Growth", "5 percent")}),
    ("湛朗半导体项目建成投产，装备制造业增加值增长16%。", {("绵阳市", "装备制造业增加值", "Growth", "16 percent")}),
])
def test_figures_of_a_report(said, text, expected):
    assert said(text, **REPORT).figures >= expected
    assert len(said(text, **REPORT).figures) == len(expected)


@pytest.mark.parametrize("text, expected", [
    ("走进长虹控股的生产车间，今年已下线彩电30万台。", {"长虹控股"}),
    ("绵阳高新区税收30亿元，总量占全市三成。", {"绵阳高新区"}),
    ("连接绵阳市与遂宁市的涪江港疏港铁路6月28日建成通车，全长98公里。", {"涪江港疏港铁路"}),
])
def test_whose_figures_of_news_are(said, text, expected):
    assert {found[0] for found in said(text, **NEWS).figures} == expected


def test_what_a_sentence_goes_on_with(said):
    text = "绵阳高新区集中开工项目73个，总投资285亿元。其中已竣工46个。绵阳高新区力争全年新引进项目40个，新增规上企业10家。"
    found = said(text, **NEWS)
    assert ("绵阳高新区", "projects", "Level", "46 count") in found.figures
    assert found.truths["10家"] == "Target"


@pytest.mark.parametrize("text, holders", [
    ("湛朗半导体项目由长虹控股和绵阳富临集团共同出资建设，双方分别持股65%和35%。", {"长虹控股": "65", "绵阳富临集团": "35"})])
def test_who_holds_which_share(said, text, holders):
    assert {found[0]: found[3].split()[0] for found in said(text, **NEWS).figures if found[1] == "持股比例"} == holders


@pytest.mark.parametrize("text", ["绵阳港靠泊的货轮满载18万吨铁矿石。", "绵阳高新区封关；占地500亩的某物流园一期启用。", "绵阳竞争力在289个城市中排名第五。"])
def test_what_is_no_figure_of_a_place(said, text):
    assert {found[2] for found in said(text, **NEWS).figures} <= {"Rank"}
