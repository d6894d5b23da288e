"""Companies by who leads them: 航晟锂电董事长王海."""

import pytest


@pytest.mark.parametrize("text, name", [
    ("航晟锂电董事长王海说，公司成立于2012年。", "航晟锂电"), ("“产品供不应求。”云福食品总经理李明介绍。", "云福食品"),
    ("航晟锂电董事长兼总裁王海说。", "航晟锂电"), ("航晟锂电副总裁王海、云福食品党委书记、董事长李明出席。", "云福食品"), ("航晟锂电董事长王海说。目前，航晟锂电订单饱满。", "航晟锂电")])
def test_a_title_that_only_companies_have_tells_the_company(of_class, text, name):
    assert name in of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "公司董事长王海说。", "集团总裁王海说。", "华东大区总经理李明介绍。", "华北事业部总经理李明介绍。", "该企业总经理李明介绍。", "分管工业的总经理李明介绍。",
    "会上，总经理李明介绍。", "生产基地总经理李明介绍。", "王海明董事长怀着喜悦的心情揭牌。"])
def test_what_has_a_head_inside_a_company_is_none(of_class, text):
    assert of_class(text, "Company") == set()


@pytest.mark.parametrize("text, called", [
    ("宏沃电声项目投产。云岭宏沃电声股份有限公司是老厂。", {"宏沃电声项目"}), ("云岭三维半导体有限公司是老厂。三维半导体项目一期投产。", {"三维半导体项目一期"}),
    ("云岭城市建设投资有限公司是老厂。城市建设投资项目多。", set()), ("三维半导体项目投产。", set())])
def test_the_project_of_a_registered_company(of_class, text, called):
    assert {name for name in of_class(text, "Project")} == called
