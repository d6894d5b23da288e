"""Streets right behind the verb that builds them: nothing but streets stands between it and the end of the clause."""

import pytest


@pytest.mark.parametrize("text, streets", [
    ("新建南岑路、二环路，建成盛邦路、银帆路。", {"南岑路", "二环路", "盛邦路", "银帆路"}), ("打通松溪大道，方便出行。", {"松溪大道"})])
def test_what_is_built_is_a_street(of_class, text, streets):
    assert streets <= of_class(text, "Project")


@pytest.mark.parametrize("text", [
    "新建产业路、旅游路。", "建成农村公路。", "打通断头路。", "建成特色商业街。", "新建松岭路绿化带。", "拓宽致富路。", "走出一条新路。", "打通思路。"])
def test_kinds_of_streets_are_none(of_class, text):
    assert not of_class(text, "Project")
