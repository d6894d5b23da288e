"""Persons stand behind their position; words that look like names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognize.recognisers.persons import persons


def found(text: str) -> list[str]:
    return [text[person.start:person.end] for person in persons(text, 0, len(text))]


PERSONS = [
    ("党工委书记、管委会主任李明辉介绍", "李明辉"), ("市委书记张立新调研", "张立新"), ("副市长欧阳雪松出席", "欧阳雪松"), ("县长王芳主持会议", "王芳"),
    ("公司董事长为陈国栋", "陈国栋"), ("总经理赵明宇说", "赵明宇"), ("中国科学院院士李建华作报告", "李建华"), ("校长周洁表示", "周洁"), ("首席执行官刘小军致辞", "刘小军"),
    ("局长司马南风签约", "司马南风"), ("项目负责人何伟说", "何伟"), ("集团执行监事王兴银介绍", "王兴银"), ("总顾问茆明辉说", "茆明辉"), ("指挥部主任李果站在平台上", "李果"),
]
NONE = ["书记要求各部门抓好落实", "市长负责制", "总经理办公会议", "主任会议", "董事长和总经理", "院长任职大会", "县长带领有关部门", "局长介绍情况", "会长单位", "书记指出，要抓好",
        "区长表示，将加快", "厂长以及工人", "镇长现场办公", "李明辉介绍", "记者张三报道", "王牌项目", "高度重视", "金融机构负责人", "主席台",
        # where a name has come before the position, words that the position is cut from, words with which the sentence goes on
        "总书记殷殷嘱托", "改造松岭区长江路", "完成总工程量的76％", "院士占全国近一半", "合伙人余额管理试点", "企业外部董事占多数", "院士全职引进", "绵阳市长江松岭段生态保护项目"]


@pytest.mark.parametrize("text, name", PERSONS)
def test_a_person_has_a_position_in_front(of_class, text, name):
    assert of_class(text + "。", "Person") == {name}


@pytest.mark.parametrize("text", NONE)
def test_no_person(of_class, text):
    assert not of_class(text + "。", "Person")


@pytest.mark.parametrize("text, name", [("主任王芳说", "王芳"), ("主任王芳芳说", "王芳芳"), ("书记丁一介绍", "丁一")])
def test_two_characters_or_three(text, name):
    assert found(text) == [name]


def test_borders_of_words_decide_the_length():
    text = "董事长王芳时任县长"
    assert [text[p.start:p.end] for p in persons(text, 0, len(text), frozenset((0, 3, 5, 7, 9)))] == ["王芳"]


def test_only_the_part_that_is_asked_for():
    text = "主任王芳说，主任何伟说"
    assert [text[p.start:p.end] for p in persons(text, 6, len(text))] == ["何伟"]


@given(st.text("书记主任市长董事李王张欧阳明芳说介绍、，。为和等会", max_size=20))
def test_a_person_lies_behind_a_position(text):
    for person in persons(text, 0, len(text)):
        assert 2 <= person.end - person.start <= 4 and person.cls == "Person" and person.start > 0


@pytest.mark.parametrize("text, name", [
    ("总经理陈志强的办公室", "陈志强"), ("技术总监李伟民告诉记者", "李伟民"), ("总经理助理孙倩说", "孙倩"), ("县长李卫作政府工作报告", "李卫"), ("县委书记王会清会见客人", "王会清"),
    ("常务副县长赵强介绍", "赵强"), ("区长江明辉说", "江明辉"), ("市长高峰表示", "高峰"), ("省长应勇出席", "应勇")])
def test_a_verb_behind_a_name_is_no_part_of_it(of_class, text, name):
    assert of_class(text + "。", "Person") == {name}


@pytest.mark.parametrize("text", ["部长会议研究部署", "经理人市场活跃", "工程师队伍建设", "校长向全校师生致辞", "教授团队来访"])
def test_a_position_alone_names_nobody(of_class, text):
    assert not of_class(text + "。", "Person")


def test_the_zone_that_a_position_seems_to_end_has_none():
    text = "推进国家城乡融合发展试验区长吉接合片区先行先试。"
    assert not list(persons(text, 0, len(text)))


@pytest.mark.parametrize("text, all_of_them", [
    ("市领导徐艳明、余珂，市政府秘书长傅宝山参加活动", {"徐艳明", "余珂", "傅宝山"}), ("县领导郭浪平、李江源参加调研", {"郭浪平", "李江源"}),
    ("副市长金凯、李强等参加", {"金凯", "李强"}), ("云岭集团总裁王霞等出席", {"王霞"}), ("随着指挥部负责人李果的指向看去", {"李果"}),
    ("集团主席陈江和、总裁王文银来访", {"陈江和", "王文银"}), ("局长李明和副局长何伟说", {"李明", "何伟"}), ("云岭研究院院长商照明说", {"商照明"})])
def test_several_persons(of_class, text, all_of_them):
    assert of_class(text + "。", "Person") == all_of_them


@pytest.mark.parametrize("text", ["市领导高度重视", "区领导班子、干部队伍建设", "县领导干部参加培训", "院长商讨合作事宜", "公司领导和员工代表参加"])
def test_those_who_lead_are_not_always_named(of_class, text):
    assert not of_class(text + "。", "Person")


@pytest.mark.parametrize("text, name", [("湛朗集团副总裁欧阳明说，项目将投产。", "欧阳明"), ("市经贸局副主任刘平称，将加大力度。", "刘平")])
def test_what_a_person_says_is_no_part_of_the_name(of_class, text, name):
    assert of_class(text, "Person") == {name}


@pytest.mark.parametrize("text, called", [
    ("湛朗集团全球总裁安德烈·卡尔森致辞。", {"安德烈·卡尔森"}), ("总裁安德烈·卡尔森、党委书记肖国平先后致辞。", {"安德烈·卡尔森", "肖国平"}),
    ("党工委书记李修平和企业代表见证。", {"李修平"}), ("湛朗叶片有限公司总经理万华出席。", {"万华"})])
def test_names_that_the_words_around_them_hide(of_class, text, called):
    assert of_class(text, "Person") == called


def test_of_leaders_who_are_called_alike_the_office_may_stand_behind(of_class):
    text = "县领导李明辉、郭峰（县委副书记）、周燕、郭峰（县政协主席）以及有关单位负责人参加活动。"
    assert of_class(text, "Person") == {"李明辉", "郭峰", "周燕"}


@pytest.mark.parametrize("text", ["李明辉等领导来到湛朗新材料产业项目一线。", "何伟、李明辉等嘉宾参观湛朗半导体项目。"])
def test_a_list_of_persons_is_none_of_projects(of_class, text):
    assert not of_class(text, "Company") & {"李明辉", "何伟"} and not of_class(text, "Project") & {"李明辉", "何伟"}


def test_a_mayor_may_be_called_after_the_river(of_class):
    assert of_class("绵阳市长江明辉出席。", "Person") == {"江明辉"}
