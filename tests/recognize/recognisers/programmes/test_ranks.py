"""Ranks that zones rise to and projects are given are designations."""

import pytest


@pytest.mark.parametrize("text, rank", [
    ("绵阳经开区2010年升格为国家级经济技术开发区。", "国家级经济技术开发区"), ("省政府批复认定11个园区为省级经济技术开发区。", "省级经济技术开发区"), ("在获批国家级高新区之际，绵阳高新区召开会议。", "国家级高新区"),
    ("该项目是四川省2023年重点工业和技术改造项目。", "四川省2023年重点工业和技术改造项目"), ("项目被列为绵阳市级重点项目，总投资5亿元。", "绵阳市级重点项目")])
def test_a_rank(of_class, text, rank):
    assert of_class(text, "Programme") == {rank}


@pytest.mark.parametrize("text", ["绵阳市重点项目开工。", "这是绵阳市的项目。", "绵阳有国家级高新区1家。", "推进绵阳市重点项目建设。"])
def test_no_rank(of_class, text):
    assert of_class(text, "Programme") == set()
