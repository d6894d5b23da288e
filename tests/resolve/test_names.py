"""How names are compared, and which say too little."""

import pytest

from kg.resolve.names import fold, is_general


@pytest.mark.parametrize(("one", "other"), [
    ("Ｔ３出行（南京）", "T3出行(南京)"),
    ("香港城市大学 (东莞)", "香港城市大学（东莞）"),
    ("BYD", "ｂｙｄ"),
    ("肇庆　高新区", "肇庆高新区"),
])
def test_width_case_and_spaces_make_no_difference(one, other):
    assert fold(one) == fold(other)


def test_other_characters_make_a_difference():
    assert fold("小鹏汽车") != fold("小鹏")


@pytest.mark.parametrize(("cls", "name"), [
    ("Park", "高新区"), ("Park", "经开区"), ("Park", "国家级高新区"), ("Park", "产业园"), ("Park", "市管起步区"),
    ("Park", "高新技术产业开发区"), ("Park", "综合保税区"),
    ("Organization", "市政府"), ("Organization", "管委会"), ("Organization", "市市场监管局"), ("Organization", "省委"),
    ("Organization", "发改委"), ("Organization", "市中级人民法院"), ("Organization", "组织部"),
    ("Project", "二期"), ("Project", "新项目"), ("Project", "总部基地"), ("Company", "该公司"), ("District", "全市"),
])
def test_bare_words_for_a_kind_are_general(cls, name):
    assert is_general(cls, name)


@pytest.mark.parametrize(("cls", "name"), [
    ("Park", "肇庆高新区"), ("Park", "苏州工业园区"), ("Park", "中新天津生态城"), ("Park", "前海"), ("Park", "两江新区"),
    ("Organization", "肇庆市发改局"), ("Organization", "国家发展改革委"), ("Organization", "国务院"), ("Organization", "工信部"),
    ("Organization", "清华大学"), ("Organization", "松山湖管委会"), ("Organization", "中国科学院"),
    ("Project", "小鹏智能驾驶项目"), ("Project", "肇庆基地"), ("Company", "宁德时代"), ("District", "肇庆市"),
    ("Industry", "高新区"), ("Person", "张三"),
])
def test_names_with_something_of_their_own_are_not(cls, name):
    assert not is_general(cls, name)
