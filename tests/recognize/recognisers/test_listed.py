"""A listed name means the place or company only where it stands by itself, not inside another word or name."""

import pytest

CITY = {"title": "绵阳市政府工作报告", "issued": "2024-01-10"}


@pytest.mark.parametrize("text, no_place", [
    ("建成昌吉赣客专。", "昌吉"),                                   # a line by one character of each end
    ("推进井冈山大道、哈尔滨大街改造。", "井冈山"),                  # streets bear the names of far places
    ("推进井冈山大道、哈尔滨大街改造。", "哈尔滨"),
    ("隆重庆祝自治州成立70周年大庆。", "大庆"),
    ("联动发展洛阳江两岸。", "洛阳"),                               # a river far from there
    ("守护人民群众的幸福安康。", "安康"),
    ("办好上海合作组织成员国峰会。", "上海"),
    ("落户云龙湖实验室。", "云龙"),
])
def test_what_only_holds_the_name_of_a_place(of_class, text, no_place):
    assert no_place not in of_class(text, "District", **CITY)


@pytest.mark.parametrize("text, place", [
    ("建成昌吉至乌鲁木齐高速铁路。", "昌吉"), ("加强与大庆对口合作。", "大庆"), ("洛阳江北新区对接绵阳。", "洛阳"), ("与陕西安康市结对。", "安康市"),
])
def test_the_place_itself(of_class, text, place):
    assert place in of_class(text, "District", **CITY)


def test_an_organization_of_countries(of_class):
    assert "上海合作组织" in of_class("办好上海合作组织成员国峰会。", "Organization", **CITY)


@pytest.mark.parametrize("text, companies", [
    ("与中交建、中铁建签署战略合作协议。", {"中交建", "中铁建"}),          # weak names that are no words, beside each other
])
def test_abbreviations_beside_each_other(of_class, text, companies):
    assert companies <= of_class(text, "Company", **CITY)
