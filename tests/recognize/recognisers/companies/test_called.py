"""Companies that a sentence calls one: 宏沃酒业是该县引进的重点企业."""

import pytest


@pytest.mark.parametrize("text, name", [
    ("宏沃酒业是该县2012年引进的重点企业，主营白酒酿造。", "宏沃酒业"), ("恒远座椅是一家集设计、生产于一体的高新技术企业。", "恒远座椅"),
    ("作为园区引进的新能源装备链主企业，晨润风电2022年5月落户。", "晨润风电"), ("作为当地龙头企业，远胜汽配带动了配套。", "远胜汽配"), ("恒盛发五金电器是该县引进的首家规上企业。", "恒盛发五金电器"), ("三角晟防务是航空基地的“链主”企业。", "三角晟防务")])
def test_what_is_called_an_enterprise_is_one(of_class, text, name):
    assert name in of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "作为当地最大的企业，新能源汽车产业发展。", "县域工业是全县的支柱，重点企业多。", "该县药业是全市的支柱企业。", "绿色食品是该县的主导产业。",
    "作为龙头企业，先进装备制造能力强。"])
def test_trades_alone_are_none(of_class, text):
    assert of_class(text, "Company") == set()


def test_a_company_that_is_called_one_is_known_in_the_names_of_its_projects(recognized):
    found = {(m.text, m.cls) for m in recognized("园区开工项目有宏沃酒业二期扩能项目。宏沃酒业是该县引进的重点企业。")._.mentions}
    assert ("宏沃酒业二期扩能项目", "Project") in found
    found = {(m.text, m.cls) for m in recognized("晨润风电装备制造基地投产。作为当地企业，晨润风电产值5亿元。")._.mentions}
    assert {("晨润风电装备制造基地", "Project"), ("晨润风电", "Company")} <= found and ("晨润", "Company") not in found
