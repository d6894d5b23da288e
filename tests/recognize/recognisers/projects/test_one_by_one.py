"""Projects that news tells one by one: the members of a list that are called 项目, and those that open an entry."""

import pytest


@pytest.mark.parametrize("text, found", [
    # whole between the marks of the list, whatever is done
    ("开工项目包括湛沐医药生产迁建及配套健康产业建设项目、绵阳凯晟新材料有限公司锂电负极材料项目等20个重大项目。", {"湛沐医药生产迁建及配套健康产业建设项目", "绵阳凯晟新材料有限公司锂电负极材料项目"}),
    ("主要包括绵阳市滨江石文化公园项目、绵阳大酒店升级改造项目等。", {"绵阳市滨江石文化公园项目", "绵阳大酒店升级改造项目"}),
    ("其中，云岭科技产业园二期项目、上亿国际汽车城项目、湛朗物流股份有限公司大宗物流产业园建设项目等不断涌现。",
     {"云岭科技产业园二期项目", "上亿国际汽车城项目", "湛朗物流股份有限公司大宗物流产业园建设项目"}),
    # behind their sizes
    ("总投资60亿元的湛朗集团车用电机扩产项目、总投资20亿元的绵阳青山热电煤电升级改造合作项目开工。", {"湛朗集团车用电机扩产项目", "绵阳青山热电煤电升级改造合作项目"}),
    # of which one is named, behind what opens their list
    ("项目包括天中鸟船艇项目、湛朗农牧有限公司年出栏20万头生猪养殖项目、永和箱包项目。", {"天中鸟船艇项目", "湛朗农牧有限公司年出栏20万头生猪养殖项目", "永和箱包项目"}),
    # before what is done with the last
    ("湛沐功能食品项目、鑫沐特环保型镀锌件项目建设前期的准备工作就绪。", {"鑫沐特环保型镀锌件项目"})])
def test_the_members_of_a_list_of_projects(of_class, text, found):
    assert found <= of_class(text, "Project")


@pytest.mark.parametrize("text", [
    "推进重大产业项目、基础设施项目、民生项目建设。", "新增技改项目5个、招商项目3个。", "做好产业类项目、社会事业类项目谋划。", "建设绵阳重点项目、德阳重大项目。",
    "加快推进老旧小区改造项目、污水处理项目。"])
def test_ranks_and_kinds_are_none(recognized, text):
    assert not [m for m in recognized(text)._.mentions if m.rule == "list.project-called"]


@pytest.mark.parametrize("text, name", [
    ("云岭电力产业园二期项目，总投资10亿元，用地182亩；", "云岭电力产业园二期项目"), ("韶沐干线乌石镇区段项目，总投资2000万元。", "韶沐干线乌石镇区段项目"),
    ("6个项目分别为：绵阳承业年产80万千瓦防爆电机生产项目；", "绵阳承业年产80万千瓦防爆电机生产项目"), ("绵阳安河综合整治生态提升建设项目；", "绵阳安河综合整治生态提升建设项目"),
    ("1.湛朗集团碳酸锂项目，总投资2亿元。", "湛朗集团碳酸锂项目"), ("3、湛朗集团碳酸锂项目；", "湛朗集团碳酸锂项目"),
    ("绵阳华沐航空新材料中试赋能验证中心项目投资3亿元，规划建设检测平台。", "绵阳华沐航空新材料中试赋能验证中心项目")])
def test_an_entry_opens_with_its_project(of_class, text, name):
    assert name in of_class(text, "Project")


@pytest.mark.parametrize("text", ["该项目，总投资10亿元。", "签约项目，总投资10亿元。", "重大产业项目，总投资10亿元。", "绵阳市重点项目，总投资10亿元。", "湛朗产业项目说明如下。"])
def test_an_entry_without_a_name_is_none(recognized, text):
    assert not [m for m in recognized(text)._.mentions if m.rule == "list.project-called"]
