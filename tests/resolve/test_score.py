"""Evidence for and against two things being one, with the program's own gazetteer: what is joined, listed as possible, or neither."""

from __future__ import annotations

import pytest

from kg.model import Entity
from kg.recognize.gazetteer import load
from kg.resolve import resolve
from kg.settings import ontology_folder

MIANYANG, FUCHENG, CHENGDU = "510700", "510703", "510100"


def project(name: str, within: str | None = MIANYANG, *builders: str) -> Entity:
    return Entity("Project", (name,), (), within=within, context=tuple(("^develops", builder) for builder in builders))


def park(name: str, within: str | None = MIANYANG) -> Entity:
    return Entity("Park", (name,), (), within=within)


def company(name: str, within: str | None = None, *context: tuple[str, str]) -> Entity:
    return Entity("Company", (name,), (), within=within, context=context)


def outcome(one: Entity, other: Entity, *others: Entity) -> str:
    """Whether the entities of two documents are one node, possibly one, or two."""
    readings = {"a": [one], "b": [other], "c": list(others)}
    resolution = resolve(readings.items(), gazetteer=load(ontology_folder()))
    nodes = resolution.node("a", one), resolution.node("b", other)
    if nodes[0] == nodes[1]:
        return "one"
    return "possible" if any({pair.one, pair.other} == set(nodes) for pair in resolution.possible) else "two"


@pytest.mark.parametrize(("one", "other"), [
    (park("云岭旅游度假区"), park("绵阳云岭旅游度假区")),
    (park("云岭省级高新区"), park("云岭高新技术产业开发区")),
    (park("中韩云岭示范区"), park("中韩云岭国际合作示范区")),
    (park("高新区", CHENGDU), park("成都高新区", CHENGDU)),
    (park("预制菜产业园", FUCHENG), park("涪城预制菜现代农业产业园", FUCHENG)),
    (project("云岭抽水蓄能项目"), project("绵阳云岭抽水蓄能电站项目")),
    (project("云岭大桥扩建工程"), project("云岭大桥改扩建项目")),
    (project("惠州至肇庆高速", "441300"), project("惠肇高速", "441200")),
    (project("广湛高铁", "440100"), project("广湛高铁", "441200")),
    (project("比亚迪绵阳电池基地"), project("比亚迪电池生产基地")),
    (project("湛朗智能驾驶项目", MIANYANG, "湛朗"), project("湛朗新能源智能驾驶项目", MIANYANG, "湛朗新能源")),
    (company("湛朗科技"), company("湛朗科技股份有限公司")),
    (company("湛朗", MIANYANG), company("湛朗药业", MIANYANG)),
    (company("湛朗科技", MIANYANG), company("绵阳湛朗科技有限公司", MIANYANG)),
    (project("地铁8号线", CHENGDU), project("8号线", CHENGDU)),
    (project("云岭机场第二航站楼"), project("云岭国际机场第二航站楼")),
])
def test_names_of_one_thing(one, other):
    assert outcome(one, other) == "one"


@pytest.mark.parametrize(("one", "other"), [
    (park("高新区", MIANYANG), park("高新区", CHENGDU)),
    (park("临空经济区", MIANYANG), park("临空经济区", CHENGDU)),
    (park("绵阳云岭产业园"), park("绵阳云岭产业城")),
    (park("绵阳高新区"), park("绵阳经开区")),
    (park("涪城高新区"), park("绵阳高新区")),
    (park("云岭新城", MIANYANG), park("云岭新城", CHENGDU)),
    (project("22号线", "110000"), project("22号线", "440100")),
    (project("8号线", CHENGDU), project("9号线", CHENGDU)),
    (project("湛朗电池项目一期"), project("湛朗电池项目二期")),
    (project("比亚迪电池项目"), project("长安汽车电池项目")),
    (project("比亚迪绵阳电池基地"), project("比亚迪成都电池基地", CHENGDU)),
    (project("机场高速"), project("机场第二高速")),
    (project("云岭港"), project("云岭旅游港")),
    (project("比亚迪绵阳超级工厂"), project("比亚迪绵阳储能超级工厂")),
    (project("比亚迪绵阳电池基地"), project("比亚迪绵阳动力电池基地")),
    (park("云岭产业园"), park("云岭化工产业园")),
    (project("中试基地", MIANYANG), project("中试基地", CHENGDU)),
    (company("湛朗科技"), company("湛朗能源")),
    (company("湛朗", MIANYANG), company("湛明药业", MIANYANG)),
    (company("瑞庆时代", "441200"), company("宁德时代", "441200")),
    (company("北京奔驰"), company("福建奔驰")),
    (company("比亚迪汽车", MIANYANG), company("绵阳比亚迪汽车有限公司", MIANYANG)),
    (Entity("Organization", ("市第一人民医院",), (), within=MIANYANG), Entity("Organization", ("市第一人民医院",), (), within=CHENGDU)),
    (Entity("Organization", ("市第一人民医院",), (), within=MIANYANG), Entity("Organization", ("市第二人民医院",), (), within=MIANYANG)),
    (Entity("Person", ("王小明",), (), within=MIANYANG), Entity("Person", ("王小明",), (), within=CHENGDU)),
])
def test_different_things(one, other):
    assert outcome(one, other) != "one"


def test_what_is_not_sure_is_listed_as_possible():
    assert outcome(company("湛朗"), company("湛朗药业")) == "possible"
    assert outcome(company("湛朗科技"), company("绵阳湛朗科技有限公司")) == "possible"


def test_a_short_name_of_two_firms_is_neither_s():
    short, one, other = company("湛朗", MIANYANG), company("湛朗药业", MIANYANG), company("湛朗能源", MIANYANG)
    assert outcome(short, one, other) == "possible"
    assert outcome(one, other, short) == "two"


def test_industry_and_parent_speak_for_one():
    assert outcome(company("湛朗", None, ("inIndustry", "医药"), ("subsidiaryOf", "云岭集团")),
                   company("湛朗药业", None, ("inIndustry", "医药"), ("subsidiaryOf", "云岭集团"))) == "one"
    assert outcome(company("湛朗", MIANYANG, ("subsidiaryOf", "甲集团")), company("湛朗药业", MIANYANG, ("subsidiaryOf", "乙集团"))) != "one"


def test_what_one_document_names_side_by_side_is_hardly_one():
    one, other = park("预制菜产业园", FUCHENG), park("预制菜现代农业产业园", FUCHENG)
    together = resolve([("a", [one, other])], gazetteer=load(ontology_folder()))
    assert together.node("a", one) != together.node("a", other)
    assert together.possible == []


def test_the_evidence_is_told_with_its_points():
    one, other = company("湛朗"), company("湛朗药业")
    [pair] = resolve([("a", [one]), ("b", [other])]).possible
    assert sum(piece.points for piece in pair.evidence) == pair.points == 3
    assert [piece.what for piece in pair.evidence] == ["the mark 湛朗", "药业 may be left out"]
