"""What names of projects are made of, and which mean the same."""

import pytest

from kg.relate.entities.project_names import mark_of


@pytest.mark.parametrize("company, mark", [
    ("云岭新材料科技有限公司", "云岭"), ("湛朗集团", "湛朗"), ("湛朗股份", "湛朗"), ("湛朗（绵阳）能源有限公司", "湛朗"), ("湛朗", "湛朗"), ("长电科技", "长电")])
def test_the_mark_is_left_when_form_and_trade_are_gone(company, mark):
    assert mark_of(company) == mark


NEWS = "近日，绵阳湛朗新材料有限公司锂电池隔膜项目开工。\n\n据介绍，绵阳湛朗新材料有限公司总投资54亿元的年产2亿平方米锂电池隔膜项目进展顺利。\n"


def projects(said, text):
    return {name for name, cls in said(text, "news.txt", issued="2024-05-17").entities if cls == "Project"}


def test_names_that_share_what_is_built_are_one_project(said):
    assert projects(said, NEWS) == {"绵阳湛朗新材料有限公司锂电池隔膜项目"}


def test_where_several_companies_build_a_name_without_company_is_its_own(said):
    assert len(projects(said, NEWS + "\n小鹏汽车锂电池隔膜项目投产。\n")) == 3


def test_the_size_tells_whose_a_name_without_company_is(said):
    text = "宁德时代年产3万吨碳酸锂项目开工。小鹏汽车绵阳基地投产。年产3万吨碳酸锂项目明年投产。\n"
    assert projects(said, text) == {"宁德时代年产3万吨碳酸锂项目", "小鹏汽车绵阳基地"}


def test_sizes_and_phases_tell_projects_apart(said):
    assert len(projects(said, NEWS + "\n年产5亿平方米锂电池隔膜项目投产。\n")) == 3


@pytest.mark.parametrize("text, fact", [
    ("绵阳湛朗新材料有限公司增产。近日，湛朗隔膜基地开工。\n", "绵阳湛朗新材料有限公司 develops 湛朗隔膜基地"),
    ("绵阳湛朗集团签约。湛朗科创园揭牌。\n", "绵阳湛朗集团 develops 湛朗科创园")])
def test_who_bears_the_mark_of_a_company_is_developed_by_it(said, text, fact):
    assert fact in said(text, "news.txt", issued="2024-05-17").relations


def test_a_mark_that_is_a_word_or_of_two_companies_tells_nothing(said):
    found = said("未来科技有限公司签约。未来产业园开园。湛朗能源有限公司、湛朗医药有限公司签约。湛朗科创园揭牌。\n", "news.txt", issued="2024-05-17")
    assert not any("develops" in r for r in found.relations), found.relations
