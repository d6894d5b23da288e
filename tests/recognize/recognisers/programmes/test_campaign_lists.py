"""Campaigns whose noun a list says but once."""

import pytest


@pytest.mark.parametrize("text, expected", [
    ("启动实施改善商品供给、降本增效、制造业升级3个专项行动。", {"改善商品供给", "降本增效", "制造业升级"}),
    ("推进智慧监管提升、协同监管、信用监管三大行动。", {"智慧监管提升", "协同监管", "信用监管"}),
    ("实施海外人才聚焦、技能振兴和本地人才提升三大计划。", {"海外人才聚焦", "技能振兴", "本地人才提升"}),
    ("开展商圈扩围增效、夜市提质赋能等专项行动。", {"商圈扩围增效", "夜市提质赋能"}),
    ("实施绿色制造、车间强基、工业软件创新发展等重点工程。", {"绿色制造", "车间强基", "工业软件创新发展"}),
])
def test_each_member_of_a_counted_list_or_of_one_closed_by_what_nobody_builds(of_class, text, expected):
    assert of_class(text, "Programme") == expected


@pytest.mark.parametrize("text", [
    "实施河道疏浚、堤防加固、能力提升等重大工程。",
    "实施云岭水库、湛河大桥等工程。",
    "启动湛朗新城市政中心、石州道路等16项工程。",
    "开展涵盖产业发展、城市建设等领域23个专项行动。",
    "实施养殖、种植三大行动。",
    "商圈扩围、夜市提质等行动计划。",
])
def test_what_is_built_kinds_of_work_and_lists_that_no_verb_opens_are_none(of_class, text):
    assert of_class(text, "Programme") == set()


def test_the_noun_of_the_list_is_part_of_the_full_name(recognized):
    shares = {m.text: m.shares for m in recognized("开展商圈扩围增效、夜市提质赋能等专项行动。")._.mentions}
    assert shares["商圈扩围增效"] == "专项行动"


@pytest.mark.parametrize("text, expected", [
    ("人才工程包括青苗培育计划、名匠引进计划和技校扩容行动。", {"青苗培育计划", "名匠引进计划", "技校扩容行动"}),
    ("技能提升重点任务：乡村工匠培育计划、技工院校“扩容”行动、技能大赛夺冠行动。", {"乡村工匠培育计划", "技工院校“扩容”行动", "技能大赛夺冠行动"}),
    # works, and two that need not be a list
    ("重点项目包括东江大桥工程、北站改造工程、南湖水厂扩建工程。", set()), ("包括重点工程、民生工程、年度计划。", set()), ("任务包括方案编制、资金计划。", set())])
def test_what_a_list_tells_one_by_one(of_class, text, expected):
    assert of_class(text, "Programme") == expected
