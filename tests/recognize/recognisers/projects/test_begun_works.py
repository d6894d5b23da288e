"""Works that a text names by what is built, right behind a verb that only works follow."""

import pytest


@pytest.mark.parametrize("text, work", [
    ("开工东客站客运枢纽工程，做好前期工作。", "东客站客运枢纽工程"), ("启用松岭观象台望远镜工程。", "松岭观象台望远镜工程")])
def test_what_is_begun_is_one_work(of_class, text, work):
    assert work in of_class(text, "Project")


@pytest.mark.parametrize("text", [
    "开工民生工程，改善生活。", "开工老旧小区改造工程。", "竣工重点水利工程。", "开工建设12项交通工程。", "完工农村饮水安全工程。", "实施英才引进工程。"])
def test_kinds_of_works_are_none(of_class, text):
    assert not of_class(text, "Project")
