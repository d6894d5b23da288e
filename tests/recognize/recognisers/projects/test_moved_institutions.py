"""What is built for schools and hospitals: a list says once what is done, and for all of them."""

import pytest


@pytest.mark.parametrize("text, found", [
    ("加快建设医科大学、民航大学新校区。", {"医科大学", "民航大学新校区"}),
    ("启动三中心医院、第二人民医院新址建设。", {"三中心医院", "第二人民医院新址"}),
    ("加快中心妇产科医院、云岭医院原址改扩建。", {"中心妇产科医院", "云岭医院原址改扩建"}),
])
def test_each_of_them_is_built(of_class, text, found):
    assert found <= of_class(text, "Project")


@pytest.mark.parametrize("text", [
    "推进县级医院、公立医院新址建设。", "支持公立医院新院区建设。", "加快薄弱学校改扩建。", "完成20所中小学扩建。", "支持云岭大学、松岭学院发展。", "推进医院改扩建。"])
def test_kinds_of_them_are_none(of_class, text):
    assert not of_class(text, "Project")
