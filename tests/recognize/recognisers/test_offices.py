"""Offices by the place in front and who heads them behind."""

import pytest


@pytest.mark.parametrize("text, office", [
    ("绵阳市经济和信息化局局长李明辉来访。", "绵阳市经济和信息化局"), ("江油市投资促进中心主任李明辉说。", "江油市投资促进中心"),
    ("绵阳高新区工业和服务业局副局长李明辉介绍。", "绵阳高新区工业和服务业局"), ("江油市绿色食品产业链专班负责人表示。", "江油市绿色食品产业链专班"),
    ("绵阳市工商联与公司签署协议。", "绵阳市工商联"), ("绵阳市委书记李明辉出席。", "绵阳市委"), ("中共四川绵阳市委副书记李明辉出席。", "绵阳市委")])
def test_an_office(of_class, text, office):
    assert office in of_class(text, "Organization")


@pytest.mark.parametrize("text", ["绵阳市形成新发展格局。", "绵阳市召开会议，主任李明辉出席。", "绵阳市委高度重视。", "绵阳市签约项目的负责人说。", "绵阳新机场可研获得发改委批复。", "绵阳成为教育局联系点。"])
def test_no_office(of_class, text):
    assert of_class(text, "Organization") == set()


def test_a_city_is_read_where_its_last_character_makes_a_word_with_the_next(of_class):
    assert of_class("绵阳市委书记李明辉出席。", "District") == {"绵阳市"}


@pytest.mark.parametrize("text, office", [
    ("记者从市农业农村局获悉，项目竣工。", "市农业农村局"), ("近日，省发改委公布名单。", "省发改委"), ("记者从市发展改革委获悉。", "市发展改革委"), ("仪式在县工信局举行。", "县工信局"), ("市商贸物流局局长李明辉介绍。", "市商贸物流局")])
def test_a_place_s_own_text_names_its_offices_without_it(of_class, text, office):
    assert office in of_class(text, "Organization", title="绵阳市集中开工")


@pytest.mark.parametrize("text", ["全市发展格局优化。", "各县发改委要加快。", "省委省政府要求加快建设。"])
def test_offices_in_general_are_none(recognized, text):
    assert not [m for m in recognized(text, title="绵阳市集中开工")._.mentions if m.rule == "grammar.office-here"]


def test_a_department_of_the_party_is_whole(of_class):
    assert of_class("在绵阳市委宣传部工作人员的带领下，记者走进园区。", "Organization") == {"绵阳市委宣传部"}
