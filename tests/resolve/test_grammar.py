"""What names are made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognize.gazetteer import load
from kg.resolve.grammar import PLACED, Grammar, canonical, route, surplus
from kg.settings import ontology_folder


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(load(ontology_folder()), {"湛朗": "湛朗科技", "湛朗科技": "湛朗科技"}.get)


@pytest.mark.parametrize(("cls", "name", "within", "places", "company", "core", "phase"), [
    ("Park", "绵阳高新技术产业开发区", None, ("510700",), "", "高新区", ""),
    ("Park", "绵阳省级高新区", None, ("510700",), "", "高新区", ""),
    ("Park", "高新区", "510700", (), "", "高新区", ""),
    ("Park", "高要金利五金智造小镇", "441200", ("441204", "441204115"), "", "五金智造小镇", ""),
    ("Park", "大湾区（肇庆高要）预制菜产业园", "441200", ("region:粤港澳大湾区", "441200", "441204"), "", "预制菜产业园", ""),
    ("Project", "湛朗绵阳电池基地一期", None, ("510700",), "湛朗科技", "电池基地", "一期"),
    ("Project", "绵阳湛朗电池项目", None, ("510700",), "湛朗科技", "电池", ""),
    ("Project", "湛朗首期二工厂", None, (), "湛朗科技", "", "二厂"),
    ("Project", "惠州至肇庆高速公路", None, (), "", "惠肇高速", ""),
    ("Project", "广佛肇高速公路", "441200", (), "", "广佛肇高速", ""),
    ("Project", "地铁22号线", "440100", (), "", "22号线", ""),
    ("Project", "云岭江干流治理工程（绵阳段）", "510700", (), "", "云岭江干流治理工程(绵阳段)", ""),
])
def test_a_name_is_taken_apart(grammar, cls, name, within, places, company, core, phase):
    parts = grammar.parts(cls, name, within)
    assert (parts.places, parts.company, parts.core, parts.phase) == (places, company, core, phase)


@pytest.mark.parametrize(("cls", "name"), [
    ("Park", "高新区"), ("Park", "临空经济区"), ("Park", "生物医药产业园"), ("Park", "机器人产业园"), ("Project", "中试基地"), ("Project", "22号线"),
    ("Project", "资源热力电厂二期项目"), ("Organization", "市第一人民医院"), ("Park", "大学科技园"), ("Project", "国际会展中心")])
def test_words_of_a_kind_alone_name_no_one_thing(grammar, cls, name):
    assert grammar.parts(cls, name).general


@pytest.mark.parametrize(("cls", "name"), [
    ("Park", "中韩示范区"), ("Park", "云岭产业城"), ("Project", "湛朗电池项目"), ("Project", "广湛高铁"), ("Project", "狮子洋通道"), ("Organization", "西江实验室"),
    ("Project", "万达广场")])
def test_a_mark_or_a_company_makes_a_name_one_s_own(grammar, cls, name):
    assert not grammar.parts(cls, name).general


@pytest.mark.parametrize(("name", "mark", "trade", "registered"), [
    ("湛朗科技股份有限公司", "湛朗", "科技", True), ("湛朗科技", "湛朗", "科技", False), ("湛朗", "湛朗", "", False), ("绵阳湛朗科技有限公司", "湛朗", "科技", True),
    ("宁德时代", "宁德", "时代", False), ("湛朗集团", "湛朗", "", False), ("长春高新", "长春高新", "", False)])
def test_a_firm_s_name_is_mark_and_trade(grammar, name, mark, trade, registered):
    parts = grammar.parts("Company", name)
    assert (parts.mark, parts.form, parts.registered) == (mark, trade, registered)


def test_the_name_of_a_group_is_not_that_of_its_listed_company(grammar):
    assert grammar.parts("Company", "紫光集团").full != grammar.parts("Company", "紫光股份").full


@pytest.mark.parametrize(("one", "other", "how"), [
    ("441200", "441200", "same"), ("441204", "441200", "inside"), ("440000", "441204115", "inside"), ("441204", "441203", "city"), ("441200", "440100", "apart"),
    ("110105", "110108", "city"), ("region:粤港澳大湾区", "441200", ""), ("nowhere", "441200", "")])
def test_how_places_lie(grammar, one, other, how):
    assert grammar.near(one, other) == grammar.near(other, one) == how


@given(st.sampled_from(sorted(PLACED)), st.text("云岭湛朗绵阳高新区产业园项目一期二厂（）“”省级至高速公路", min_size=1, max_size=14))
def test_taking_apart_loses_no_name_and_writing_in_one_way_twice_changes_nothing(cls, name):
    parts = Grammar(None).parts(cls, name)
    assert parts.full or parts.phase or not canonical(cls, name)
    assert canonical(cls, canonical(cls, name)) == canonical(cls, canonical(cls, canonical(cls, name)))


@given(st.text("ab", max_size=6), st.text("abc", min_size=1, max_size=4), st.text("ab", max_size=6))
def test_a_surplus_put_back_gives_the_longer(front, more, behind):
    found = surplus(front + more + behind, front + behind)
    assert found is not None and len(found) == len(more)


@pytest.mark.parametrize("text", ["云岭高速", "至高速", "云岭至"])
def test_other_names_are_no_routes(text):
    assert route(text) is None
