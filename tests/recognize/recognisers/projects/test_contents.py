"""What only tells what a project consists of, or what something is."""

import pytest


@pytest.mark.parametrize("text, projects", [
    ("湛朗新材料结构件项目一期投资3亿元，建设年产350万套电池结构件项目。", {"湛朗新材料结构件项目一期"}),
    ("该项目总投资105亿元，规划建设高效光伏电池生产一体化项目，项目分两期建设。", set()),
    ("该项目总投资3.5亿元，占地100余亩，主要建设速冻食品生产线、预制菜生产线。", set()),
    ("其中一期建设年产1150吨原料药项目，二期建设年产6350吨中间体项目。", set())])
def test_what_a_project_builds_is_part_of_it(of_class, text, projects):
    assert of_class(text, "Project") == projects


@pytest.mark.parametrize("text, project", [
    ("湛朗新材料有限公司投资3亿元，建设年产5万吨正极材料项目。", "年产5万吨正极材料项目"),
    ("公司计划在绵阳新建年产5万吨正极材料项目，总投资6亿元。", "年产5万吨正极材料项目"),
    ("三个项目建设顺利，湛朗公司投资建设年产2万吨碳酸锂项目。", "年产2万吨碳酸锂项目")])
def test_what_a_company_builds_keeps_its_name(of_class, text, project):
    assert project in of_class(text, "Project")


@pytest.mark.parametrize("text, parks", [
    ("湛朗物流园是一个集仓储、配送于一体的现代化冷链物流产业园区，总投资15亿元。", {"湛朗物流园"}),
    ("绵阳综合保税区园区内一派繁忙。", {"绵阳综合保税区"})])
def test_what_a_park_is_names_no_other(of_class, text, parks):
    assert of_class(text, "Park") == parks
