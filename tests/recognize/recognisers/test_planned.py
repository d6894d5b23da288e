"""Projects that are named by what they will make alone."""

import pytest


@pytest.mark.parametrize("text, project", [
    ("京东方计划在绵阳投资建设智能家居板材制造项目。", "智能家居板材制造项目"),
    ("三台县成功签约一个亿元蔬菜冻干生产项目，开局良好。", "蔬菜冻干生产项目"),
    ("总投资20亿元的高端座椅及客舱内饰系统项目开工。", "高端座椅及客舱内饰系统项目")])
def test_what_someone_builds_is_named_by_what_it_makes(recognized, text, project):
    assert (project, "Project") in [(m.text, m.cls) for m in recognized(text)._.mentions]


@pytest.mark.parametrize("text", [
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
