"""Projects that are named by what they will make alone."""

import pytest


@pytest.mark.parametrize("text, project", [
    ("京东方计划在绵阳投资建设智能家居板材制造项目。", "智能家居板材制造项目"),
    ("三台县成功签约一个亿元蔬菜冻干生产项目，开局良好。", "蔬菜冻干生产项目"),
    # a sum is invested in it, on so much land
    ("公司计划投资3亿元在绵阳高新区建设义齿数字化加工项目。", "义齿数字化加工项目"), ("今年总投资2.2亿元建设光学膜生产基地，预计年底竣工。", "光学膜生产基地"),
    ("由国鸿氢能、听涛汽车共同打造的氢燃料电池重卡项目具备年产3000辆的能力。", "氢燃料电池重卡项目"),
    ("总投资20亿元的高端座椅及客舱内饰系统项目开工。", "高端座椅及客舱内饰系统项目")])
def test_what_someone_builds_is_named_by_what_it_makes(recognized, text, project):
    assert (project, "Project") in [(m.text, m.cls) for m in recognized(text)._.mentions]


@pytest.mark.parametrize("text", [
    "公司投资5亿元建设智能制造项目。", "公司投资2000万元建设标准厂房项目。", "公司投资3亿元，重点建设生产基地。", "在绵阳建生产基地，投资3亿元。",
    "加快建设重大产业项目。", "引进先进制造业项目8个。", "建设农产品加工项目15个，总投资3亿元。", "全市实施技术改造项目。", "总投资100亿元的重点项目开工。", "长电科技的投资项目顺利。", "长电科技的主要产业项目开工。"])
def test_ranks_and_counts_name_none(recognized, text):
    assert not [m for m in recognized(text)._.mentions if m.cls == "Project"]


def test_what_a_company_invests_in_is_named(of_class):
    found = of_class("签约项目包括绵阳听涛物资有限公司投资的燃料仓储项目、湛朗新能源有限公司投资建设的锂电池组装项目。", "Project")
    assert found >= {"燃料仓储项目", "锂电池组装项目"}


@pytest.mark.parametrize("text, found", [
    ("长电科技将投资9.6亿元建设功率模块封测基地。", {"功率模块封测基地"}), ("绵阳打造全国重要的功率模块封测基地。", set()),
    ("长电科技投资9.6亿元建设基地。", set())])
def test_a_base_that_somebody_pays_for_is_named(of_class, text, found):
    assert of_class(text, "Project") == found


def test_a_part_of_works_is_no_part_of_their_name(of_class):
    assert of_class("湛朗航电枢纽主体工程加快施工。", "Project") == {"湛朗航电枢纽"}


def test_a_company_and_its_legal_form_name_no_project(of_class):
    assert of_class("在湛朗电子科技有限公司项目现场，工人在作业。", "Project") == set()


def test_what_is_done_to_a_line_of_a_company_is_named(of_class):
    assert of_class("绵阳湛朗新能源有限公司的储能电池生产线技改及扩能项目，将扩大产能。", "Project") >= {"储能电池生产线技改及扩能项目"}


def test_a_listed_field_says_as_much_as_two_words(of_class):
    assert "储能装备制造项目" in of_class("长电科技计划投资5亿元建设储能装备制造项目。", "Project")


@pytest.mark.parametrize("text, parks", [
    ("长电科技投资20亿元建设的非织造新材料工业园开工。", {"非织造新材料工业园"}), ("绵阳市规划建设了10平方公里的非织造布产业园。", {"非织造布产业园"}),
    ("绵阳市投资6亿元建设现代产业园。", set())])
def test_a_park_that_a_sum_is_invested_in_is_named(of_class, text, parks):
    assert {park for park in of_class(text, "Park") if not park.startswith("绵阳")} == parks


@pytest.mark.parametrize("text", [
    "高效光伏组件项目落户绵阳高新区。", "高效光伏组件项目位于绵阳高新区。", "高效光伏组件项目由长电科技投资建设。", "高效光伏组件项目的建设单位为长电科技。", "走进绵阳高新区的高效光伏组件项目施工现场，塔吊林立。",
    "3月8日，高效光伏组件项目在绵阳高新区奠基。", "华岭新能源将在绵阳高新区投资新建高效光伏组件项目。", "华岭新能源投资的高效光伏组件项目完工。"])
def test_where_it_lies_or_who_builds_it_tells_that_it_is_one(of_class, text):
    assert "高效光伏组件项目" in of_class(text, "Project")


@pytest.mark.parametrize("text", ["重点产业项目落户绵阳高新区。", "先进制造业项目由市政府推动。", "高效光伏组件项目15个落户绵阳。", "储能项目是发展方向。", "全市光伏组件项目加快建设。"])
def test_a_kind_of_projects_is_none(of_class, text):
    assert not of_class(text, "Project")
