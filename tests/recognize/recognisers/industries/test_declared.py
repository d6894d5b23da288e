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
    ("绵阳经开区主攻电芯，三台工业园区发展隔膜、结构件，江油高新区发展有机食品制造业。", {"电芯", "隔膜", "结构件", "有机食品制造业"}),
    ("绵阳经开区的主导产业之一为新型显示。", {"新型显示"}), ("绵阳经开区发展势头良好。", set()), ("绵阳经开区承担改革任务。", set()),
    ("绵阳市以锂电为首位产业，储能电池、绿色建材为主导产业。", {"锂电", "储能电池", "绿色建材"}), ("绵阳市围绕光伏和锂电两大产业招商。", {"光伏", "锂电"}),
    ("绵阳经开区形成以长虹为龙头的智能家电、以湛朗科技为代表的新型显示两大主导产业。", {"智能家电", "新型显示"}),
    ("产业平台涵盖设计、制造、封测、材料、设备及应用等领域。", set()),
    ("绵阳经开区形成以长虹为龙头的格局、以服务为代表的特色两大优势。", set()),
    # nothing is declared, or it is no industry
    ("长虹形成研发、生产、销售三大业务。", set()), ("项目涉及土地、环评、规划等领域。", set()), ("绵阳市把招商引资作为头号工程。", set()),
    ("绵阳市将改革创新列为重点产业。", set()), ("绵阳市围绕主导产业招商。", set())])
def test_what_a_text_declares(of_class, text, industries):
    assert {name.removesuffix("产业") for name in of_class(text, "Industry")} == industries


def test_marks_of_companies_are_no_industries(of_class):
    assert not {"柳药", "海王", "培力"} & of_class("打造以柳药、海王、培力等为重点的生物医药产业集群。", "Industry")


@pytest.mark.parametrize("text, industry", [
    ("新能源汽车已成为绵阳的支柱产业。", "新能源汽车"), ("绵阳现有电子信息企业50家。", "电子信息"), ("长电科技深耕电子信息领域多年。", "电子信息"), ("长电科技是电子信息领域的龙头企业。", "电子信息")])
def test_what_a_place_lives_on_and_a_company_leads(of_class, text, industry):
    assert industry in of_class(text, "Industry")


@pytest.mark.parametrize("text", ["项目已成为绵阳的支柱产业。", "绵阳现有重点企业50家。", "长电科技是当地的龙头企业。"])
def test_general_words_are_none_there_either(of_class, text):
    assert not of_class(text, "Industry")
