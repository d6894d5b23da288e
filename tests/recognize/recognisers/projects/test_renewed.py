"""Projects that renew what is there already."""

import pytest


@pytest.mark.parametrize("text, project", [
    ("京东方显示终端生产线智能化升级改造项目竣工。", "京东方显示终端生产线智能化升级改造项目"),
    ("绵阳市青莲古镇提升改造（二期）项目开工。", "绵阳市青莲古镇提升改造（二期）项目"),
    ("京东方新建项目顺利投产。", "京东方新建项目"),
    ("绵阳听涛新材料产业园（一期）项目完成投资2亿元。", "绵阳听涛新材料产业园（一期）项目")])
def test_what_is_done_to_a_thing_is_a_project(recognized, text, project):
    assert (project, "Project") in [(m.text, m.cls) for m in recognized(text)._.mentions]


@pytest.mark.parametrize("text", ["加快推进升级改造项目。", "实施老旧小区综合改造工程。", "长虹有关项目。"])
def test_what_is_done_to_nothing_named_is_none(recognized, text):
    assert not [m for m in recognized(text)._.mentions if m.rule == "grammar.renewed"]


def test_what_is_raised_belongs_to_the_name(of_class):
    found = of_class("力争太原铁路枢纽客运通道能力提升工程项目开工建设。", "Project")
    assert found == {"太原铁路枢纽客运通道能力提升工程项目"}


def test_a_park_that_is_built(of_class):
    assert "绵阳农产品物流园建设项目" in of_class("绵阳农产品物流园建设项目开工。", "Project")
    assert of_class("推进产业园建设项目落地。", "Project") == set()
