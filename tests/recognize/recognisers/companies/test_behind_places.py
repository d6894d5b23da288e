"""Names behind the zone or district in which they are."""

import pytest


@pytest.mark.parametrize("text, name, cls", [
    ("涪城区京东方绵阳基地开工。", "京东方绵阳基地", "Project"), ("云岭经济区京东方绵阳产业园项目开工。", "京东方绵阳产业园项目", "Project"),
    ("云岭经济技术开发区石家庄湛朗集团医药项目开工。", "石家庄湛朗集团", "Company"), ("新北区京东方显示产业园开园。", "京东方显示产业园", "Park")])
def test_a_zone_or_district_in_front_of_a_company_is_no_part_of_the_name(of_class, text, name, cls):
    assert name in of_class(text, cls)


@pytest.mark.parametrize("text, name, cls", [
    # told without what it is, a place may be part of the name
    ("绵阳京东方工厂投产。", "绵阳京东方工厂", "Project"),
    ("绵阳市云岭科技园开园。", "绵阳市云岭科技园", "Park")])
def test_other_places_are_part_of_it(of_class, text, name, cls):
    assert name in of_class(text, cls)
