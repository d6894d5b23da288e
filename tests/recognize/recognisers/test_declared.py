"""Industries where a text declares what a place or a company lives on."""

import pytest


@pytest.mark.parametrize("text, industries", [
    ("绵阳市把数据中心、新型显示和汽车列为主导产业。", {"数据中心", "新型显示", "汽车"}),
    ("绵阳市将石化确定为重点培育的产业链。", {"石化"}),
    ("绵阳市以石化、装备制造为支柱产业。", {"石化", "装备制造"}),
    ("绵阳市的主导产业是新型显示、生物医药。", {"新型显示", "生物医药"}),
    ("绵阳市形成新型显示、不锈钢、铜材料三大主导产业。", {"新型显示", "不锈钢", "铜材料"}),
    ("绵阳市围绕新型显示产业链招商。", {"新型显示"}),
    ("长虹专注于新型显示领域。", {"新型显示"}),
    ("签约项目集中在新型显示和生物医药。", {"新型显示", "生物医药"}),
    ("长虹是国内碳纤维龙头。", {"碳纤维"}),
    ("绵阳市以锂电为首位产业，储能电池、绿色建材为主导产业。", {"锂电", "储能电池", "绿色建材"}), ("绵阳市围绕光伏和锂电两大产业招商。", {"光伏", "锂电"}),
    # nothing is declared, or it is no industry
    ("长虹形成研发、生产、销售三大业务。", set()), ("项目涉及土地、环评、规划等领域。", set()), ("绵阳市把招商引资作为头号工程。", set()),
    ("绵阳市将改革创新列为重点产业。", set()), ("绵阳市围绕主导产业招商。", set())])
def test_what_a_text_declares(of_class, text, industries):
    assert {name.removesuffix("产业") for name in of_class(text, "Industry")} == industries
