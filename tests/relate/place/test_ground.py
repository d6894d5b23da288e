"""Of which place a report tells: its districts and zones, taken one by one."""

import pytest

HEAD = "# 绵阳市2024年政府工作报告\n\n各位代表：\n\n"


def relations(said, text):
    return said(HEAD + text + "\n", "report.md", issued="2024-01-16").relations


@pytest.mark.parametrize("text, facts, not_facts", [
    ("涪城区，整合湛朗产业园，重点发展新能源汽车、生物医药等产业。", {"涪城区 inIndustry 生物医药", "湛朗产业园 locatedIn 涪城区"}, {"绵阳市 inIndustry 生物医药"}),
    ("游仙区加快建设鑫川锂电池基地项目，大力发展生物医药产业。", {"鑫川锂电池基地项目 locatedIn 游仙区", "游仙区 inIndustry 生物医药"},
     {"鑫川锂电池基地项目 locatedIn 绵阳市"}),
    ("全力推动绵阳高新区提速发展，加快推进鑫川锂电池基地项目。", {"鑫川锂电池基地项目 locatedIn 绵阳高新区"}, {"鑫川锂电池基地项目 locatedIn 绵阳市"}),
    ("游仙区大力发展生物医药产业，全市推进鑫川锂电池基地项目。", {"鑫川锂电池基地项目 locatedIn 绵阳市"}, {"鑫川锂电池基地项目 locatedIn 游仙区"}),
    ("游仙区建设全面提速，推进鑫川锂电池基地项目。", {"鑫川锂电池基地项目 locatedIn 绵阳市"}, {"鑫川锂电池基地项目 locatedIn 游仙区"}),
    ("支持游仙区加快城市更新，推进鑫川锂电池基地项目。", {"鑫川锂电池基地项目 locatedIn 绵阳市"}, {"鑫川锂电池基地项目 locatedIn 游仙区"}),
    ("推动湛朗产业园等一批项目动工建设，推进鑫川锂电池基地项目。", {"鑫川锂电池基地项目 locatedIn 绵阳市"}, {"鑫川锂电池基地项目 locatedIn 湛朗产业园"}),
    ("游仙区持续做大生物医药产业。", {"游仙区 inIndustry 生物医药"}, {"绵阳市 inIndustry 生物医药"}),
    ("游仙区持续发展能力增强，壮大生物医药产业。", {"绵阳市 inIndustry 生物医药"}, set()),
    ("推动游仙区融合发展，加快涪城区、江油市崛起，推进鑫川锂电池基地项目。", {"鑫川锂电池基地项目 locatedIn 绵阳市"}, {"鑫川锂电池基地项目 locatedIn 游仙区"}),
    ("加快绵阳高新区42个重点项目建设，推进鑫川锂电池基地项目。", {"鑫川锂电池基地项目 locatedIn 绵阳市"}, {"鑫川锂电池基地项目 locatedIn 绵阳高新区"}),
    ("主动对接成都市发展，推进鑫川锂电池基地项目。", {"鑫川锂电池基地项目 locatedIn 绵阳市"}, set())])
def test_a_place_holds_for_its_sentence(said, text, facts, not_facts):
    found = relations(said, text)
    assert found >= facts and not found & not_facts


def test_a_place_that_is_told_to_do_something_does(said):
    found = relations(said, "支持游仙区、涪城区创建国家创新型示范区。")
    assert {r for r in found if "designatedAs" in r} == {f"{place} designatedAs 国家创新型示范区 (Target)" for place in ("游仙区", "涪城区")}


@pytest.mark.parametrize("text, place", [
    ("建设一流高新区。推进科技创新。加快推进鑫川锂电池基地项目。", "高新区"),
    ("建设一流高新区。推进科技创新。全市加快推进鑫川锂电池基地项目。", "绵阳市"),
    ("推动绵阳高新区完善体制，做强主导产业。加快推进鑫川锂电池基地项目。", "绵阳市"),
    ("主动服务绵阳高新区。加快推进鑫川锂电池基地项目。", "绵阳市"),
    ("全力推动绵阳高新区提质发展，培育企业。加快推进鑫川锂电池基地项目。全力推动游仙区提效发展，培育企业。", "绵阳高新区"),
    ("全力推动绵阳高新区提质发展，培育企业。全力推动湛城提质发展，加快推进鑫川锂电池基地项目。全力推动游仙区提效发展，培育企业。", "绵阳市"),
    ("推动绵阳高新区提质发展，培育企业。推动游仙区提效发展，培育企业。深化改革。推动减税。完善设施。扩大开放。加快推进鑫川锂电池基地项目。", "绵阳市"),
    ("**（一）绵阳高新区建设提速。**\n\n完善基础设施。\n\n加快推进鑫川锂电池基地项目。", "绵阳高新区"),
    ("**（一）加快绵阳高新区建设和开放合作。**完善设施。加快推进鑫川锂电池基地项目。", "绵阳市"),
    ("**（一）绵阳高新区建设提速。**\n\n完善设施。\n\n**（二）项目建设提速。**\n\n加快推进鑫川锂电池基地项目。", "绵阳市"),
    # … until the next heading of its kind, which may have no number, or run on into its paragraph
    ("**推进绵阳高新区创新发展。**拓展新业态。\n\n加快推进鑫川锂电池基地项目。", "绵阳高新区"),
    ("**推进绵阳高新区创新发展。**拓展新业态。\n\n**推进营商环境改善。**加快推进鑫川锂电池基地项目。", "绵阳市"),
    ("**推进绵阳高新区创新发展。**拓展新业态。\n\n（三）以更大力度推进改革，激发活力。加快推进鑫川锂电池基地项目。", "绵阳市"),
    ("**（一）绵阳高新区建设提速。**\n\n**完善设施。**加快推进鑫川锂电池基地项目。", "绵阳高新区")])
def test_a_heading_or_first_sentence_holds_for_what_stands_below(said, text, place):
    assert {r for r in relations(said, text) if r.startswith("鑫川锂电池基地项目 locatedIn")} == {f"鑫川锂电池基地项目 locatedIn {place}"}


def test_a_company_that_is_only_supported_may_be_anywhere(said):
    found = relations(said, "加快绵阳高新区建设，支持长虹扩大产能。")
    assert not any("长虹" in r and "高新" in r for r in found)


def test_figures_are_of_the_place(said):
    found = said(HEAD + "全力推动绵阳高新区提质发展，新增企业100家以上。\n", "report.md", issued="2024-01-16").figures
    assert found == {("绵阳高新区", "companies", "Level", "100 count")}
