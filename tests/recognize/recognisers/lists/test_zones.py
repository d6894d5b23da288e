"""Zones of several places, of which a list says the noun once."""

import pytest

SICHUAN = {"title": "四川省政府工作报告", "issued": "2024-01-10"}


@pytest.mark.parametrize("text, parks", [
    ("支持绵阳、德阳和自贡高新区提档升级。", {"绵阳", "德阳"}),
    ("推动泸州、宜宾、绵阳等综合保税区联动发展。", {"泸州", "宜宾", "绵阳"}),
    ("加快眉山、乐山、雅安产业园建设。", {"眉山", "乐山"}),
    ("遂宁、广安等两个国家级经开区增长较快。", {"遂宁", "广安"}),
])
def test_each_place_has_its_zone(of_class, text, parks):
    assert parks <= of_class(text, "Park", **SICHUAN)


@pytest.mark.parametrize("text", [
    "加强与上海、苏州工业园区合作。",                     # of two ranks and provinces
    "江油市、三台县、绵阳高新区增长较快。",               # counties and a zone
    "推动绵阳、德阳产业园建设。",                         # two places and no listed zone: the first may stand alone
    "支持绵阳、德阳、自贡高新区企业发展。",               # the zones' companies
    "绵阳至德阳、自贡高新区公路通车。",                   # the end of a road
    "从绵阳、德阳、自贡引进人才。",
])
def test_places_beside_a_zone_are_places(of_class, text):
    assert not {"绵阳", "德阳", "上海", "江油市", "三台县"} & of_class(text, "Park", **SICHUAN)


def test_such_a_zone_lies_where_its_name_says(of_class):
    assert {"绵阳", "德阳"} <= of_class("支持绵阳、德阳和自贡高新区提档升级。", "District", **SICHUAN)
