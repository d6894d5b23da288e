"""Companies that a place and a mark name in front of what they build."""

import pytest


@pytest.mark.parametrize("text, companies", [
    ("引进浙江晟峰的铝模板项目和河南凯瑞投资的铝线缆项目。", {"浙江晟峰", "河南凯瑞"}), ("引进了江苏亚泰轻合金投资的年产300万只铝合金轮毂项目。", {"江苏亚泰轻合金"}), ("签约浙江晟峰轻合金投资建设的铝模板生产线。", {"浙江晟峰轻合金"})])
def test_a_place_and_a_mark_name_who_builds(of_class, text, companies):
    assert of_class(text, "Company") == companies


@pytest.mark.parametrize("text", [
    "山东客商投资的铝模板项目开工。", "江苏企业的先进基地值得学习。", "浙江绍兴的纺织项目开工。", "浙江晟峰的厂长来访。", "四川绿色的发展项目开工。", "浙江的纺织项目开工。"])
def test_other_words_behind_a_place_name_none(of_class, text):
    assert not of_class(text, "Company")
