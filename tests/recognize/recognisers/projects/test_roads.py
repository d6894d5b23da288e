"""Roads, bridges and lines: a stretch of one, or what is done to it, is a project where the text tells that it is built."""

import pytest

CITY = {"title": "绵阳市政府工作报告", "issued": "2024-01-10"}


@pytest.mark.parametrize("text, works", [
    ("建成松沙路快速化改造一期。", {"松沙路快速化改造一期"}),
    ("开工建设龙岭高速市政化改造、罗岭路复合通道改造、208国道市政化改造先行段等项目。", {"龙岭高速市政化改造", "罗岭路复合通道改造", "208国道市政化改造先行段"}),
    ("推进涪江五桥、云仪公路西段建设。", {"涪江五桥", "云仪公路西段"}),
    ("新开工松新路过江通道。", {"松新路过江通道"}),
    ("加快建设绵阳机场三跑道和云岭大道南延线。", {"绵阳机场三跑道", "云岭大道南延线"}),
    ("绵徐高速乌石岭支线、松岛渡改桥新建工程动工建设。", {"绵徐高速乌石岭支线", "松岛渡改桥新建工程"}),
    ("争取开工建设云平高速（绵阳段）。", {"云平高速（绵阳段）"}),
    ("云驹大道改造及延长线开工建设。", {"云驹大道改造及延长线"}),
    ("G80广云高速公路安州至江油段改扩建工程一期建成通车。", {"G80广云高速公路安州至江油段改扩建工程一期"}),
    ("加快绵云铁路增建二线、松湛铁路松岭至绵阳段新增二线前期工作。", {"绵云铁路增建二线", "松湛铁路松岭至绵阳段新增二线"}),
    ("云岭水利枢纽工程江油段完工。", {"云岭水利枢纽工程江油段"}),
    ("完成涪江大桥公路桥维修改造。", {"涪江大桥公路桥维修改造"}),
    ("推进松沙路快速化改造、云岭大道拓宽。", {"松沙路快速化改造", "云岭大道拓宽"}),
    ("开工西部港区出海航道二期等项目。", {"西部港区出海航道二期"}),
])
def test_a_stretch_and_what_is_done_to_a_road_are_projects(of_class, text, works):
    assert works <= of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", [
    "推进老旧道路改造。", "完成农村公路改造200公里。", "加快断头路打通。", "建成机耕路改造工程。", "推动过江通道建设。", "实施危桥改造。", "对龙岭高速改造进行评估。", "松沙路改造后的商铺增多。",
    "打通一批断头路。", "完成松沙路改造200米。", "加快港口铁路建设。"])
def test_kinds_of_roads_and_what_is_not_built_are_none(of_class, text):
    found = of_class(text, "Project", **CITY)
    assert not [name for name in found if "改造" in name or "通道" in name or "断头路" in name or "港口" in name]


def test_a_place_inside_a_roads_name_is_none(of_class):
    assert "湖北" not in of_class("明湖北路西段改造工程开工。", "District", **CITY)


@pytest.mark.parametrize("text", ["加快广州路东延工程。", "打通苏州街、沈阳西路。"])
def test_streets_bear_the_names_of_far_places(of_class, text):
    assert not of_class(text, "District", title="绵阳市政府工作报告") - {"绵阳市"}


def test_the_town_that_gives_an_airport_its_name_is_no_place_of_it(of_class):
    assert of_class("南京禄口国际机场三期开工。", "District") == {"南京"}


@pytest.mark.parametrize("text, road", [("和岭路过江通道南段开工。", "和岭路过江通道南段"), ("陂松路—新岭东路隧道开工。", "陂松路—新岭东路隧道"), ("云海大道总基地段建成通车。", "云海大道总基地段")])
def test_a_road_is_read_by_its_characters(of_class, text, road):
    assert road in of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text, work", [
    ("实施松岭南路（月湖街-云山街）快速化改造。", "松岭南路（月湖街-云山街）快速化改造"),
    ("建成松云铁路甲岭—乙岭—丙岭段提速扩能改造工程。", "松云铁路甲岭—乙岭—丙岭段提速扩能改造工程"),
])
def test_stretches_between_two_ends_or_more(of_class, text, work):
    assert work in of_class(text, "Project")


def test_the_ends_of_a_road_are_places_at_home(names):
    assert ("博鳌", "District") in names("加快推进文昌至博鳌高速公路项目。", title="海南省政府工作报告", issued="2024-01-10")
