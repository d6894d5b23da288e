"""Which listed place or park a name means in a document."""

import pytest

from kg.read import document
from kg.recognize.home import NOWHERE, Home, home
from kg.recognize.places import best_entry


@pytest.fixture(scope="module")
def home_of(gazetteer):
    """The home of a text with a title."""
    def find(title: str) -> Home:
        made = document("全市规上工业增加值增长8%。", "text", title=title)
        return home(made, gazetteer.find(made.clean), gazetteer)
    return find


def test_what_a_park_s_own_text_calls_it_is_no_other_park(home_of, gazetteer):
    at_home = home_of("湛江空港经济区一口气签下三个项目")
    assert at_home.park_name == "湛江空港经济区" and best_entry("空港经济区", "Park", at_home, gazetteer) is None


@pytest.mark.parametrize("title, place, identifier", [
    ("徐州市工作报告", "鼓楼区", "320302"), ("福州市工作报告", "鼓楼区", "350102"), ("南京市工作报告", "鼓楼区", "320106"), ("长春市工作报告", "朝阳区", "220104"),
    ("北京市工作报告", "朝阳区", "110105"), ("工作报告", "鼓楼区", None), ("工作报告", "朝阳区", None), ("洛阳市工作报告", "鼓楼区", None)])
def test_a_shared_name_is_the_home_s_or_nobody_s(home_of, gazetteer, title, place, identifier):
    entry = best_entry(place, "District", home_of(title), gazetteer)
    assert (entry.identifier if entry else None) == identifier


def test_a_city_and_a_province_of_one_name_is_the_higher(gazetteer):
    assert best_entry("吉林", "District", NOWHERE, gazetteer).level == "province"
    assert best_entry("无此地", "District", NOWHERE, gazetteer) is None


@pytest.mark.parametrize("title, name, park", [
    ("绵阳市工作报告", "高新区", "绵阳高新技术产业开发区"), ("大庆经开区半年交出亮眼答卷", "经开区", "大庆经济技术开发区"), ("大庆经开区半年交出亮眼答卷", "高新区", None),
    ("四川省工作报告", "高新区", None), ("工作报告", "高新区", None)])
def test_a_zone_that_is_called_by_its_kind_alone_is_the_home_s(home_of, gazetteer, title, name, park):
    entry = best_entry(name, "Park", home_of(title), gazetteer)
    assert (entry.name if entry else None) == park


def test_a_zone_called_as_those_of_many_places_is_not_the_listed_one_of_elsewhere(home_of, gazetteer):
    mianyang, xi_an = (home_of(f"{city}2024年政府工作报告") for city in ("绵阳市", "西安市"))
    assert best_entry("空港新城", "Park", mianyang, gazetteer) is None
    assert best_entry("空港新城", "Park", NOWHERE, gazetteer) is not None and best_entry("天府新区", "Park", xi_an, gazetteer) is not None
