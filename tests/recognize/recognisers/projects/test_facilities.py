"""Facilities that a text names only by what they are for: one of them is meant where it is built, or does something."""

import pytest

CITY = {"title": "绵阳市政府工作报告", "issued": "2024-01-10"}


@pytest.mark.parametrize("text, facility", [
    ("推进国家植物博物馆开工建设。", "国家植物博物馆"), ("规划建设世界电竞大厦，吸引企业。", "世界电竞大厦"), ("工业互联网标识解析二级节点平台投入使用。", "工业互联网标识解析二级节点平台"),
    ("推动国际耗材采购中心建设。", "国际耗材采购中心"), ("加快国际通信业务出入口局建设。", "国际通信业务出入口局")])
def test_one_facility_is_meant(of_class, text, facility):
    assert facility in of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", [
    "建设检测中心。", "推进社区服务中心建设。", "建设3个农产品检测中心。", "国际耗材采购中心面向全球。", "完善国家植物博物馆功能。", "建设各类双创孵化中心。", "发展工业互联网节点平台。", "农村电商孵化中心建成20个。"])
def test_facilities_of_a_kind_are_none(of_class, text):
    assert not of_class(text, "Project", **CITY)


def test_a_park_that_is_planned_is_one(of_class):
    assert "糖业精深加工产业园" in of_class("规划建设糖业精深加工产业园，促进家具产业提质。", "Park", **CITY)


@pytest.mark.parametrize("text, found", [
    ("加快国家云杉种子育种基地、国家松茸评估中心建设。", {"国家云杉种子育种基地", "国家松茸评估中心"}),
    ("积极争取国家口腔区域医疗中心、国家肿瘤区域医疗中心落地。", {"国家口腔区域医疗中心", "国家肿瘤区域医疗中心"}),
    ("国家卓越工程师实践基地落户绵阳。", {"国家卓越工程师实践基地"}),
])
def test_facilities_of_a_country_stand_in_lists(of_class, text, found):
    assert found <= of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", [
    "打造国家中医区域医疗中心。", "完善国家松茸评估中心、国家云杉育种基地功能。", "建设3个农产品评估中心、5个油茶育种基地。", "支持企业用好国家松茸评估中心。"])
def test_facilities_that_are_wished_for_or_used_are_none(of_class, text):
    assert not of_class(text, "Project", **CITY)
