"""One thing, one entity within a document: names, legal forms, short forms, the table's aliases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Mention
from kg.recognize.home import NOWHERE, Home
from kg.relate.entities import Coreference, key_of


@pytest.mark.parametrize("cls, one, other", [
    ("Project", "浪江抽水蓄能电站项目", "浪江抽水蓄能项目"), ("Project", "湛朗半导体项目", "湛朗半导体"), ("Project", "云岭大桥工程", "云岭大桥"),
    ("Industry", "新能源汽车产业集群", "新能源汽车"), ("Industry", "新能源汽车产业", "新能源汽车产业链"), ("Company", "湛朗科技股份有限公司", "湛朗科技"),
    ("Company", "湛朗科技集团", "湛朗科技"), ("Programme", "“卓粤”计划", "卓粤计划"), ("Programme", "全国首批碳达峰试点", "碳达峰试点"),
    ("Product", "电池级碳酸锂", "碳酸锂"), ("Company", "德国巴斯夫集团", "巴斯夫"), ("Company", "印度尼西亚湛朗集团", "湛朗")])
def test_names_of_one_thing_have_one_key(cls, one, other):
    assert key_of(one, cls) == key_of(other, cls)


@pytest.mark.parametrize("cls, one, other", [
    ("Project", "湛朗半导体项目一期", "湛朗半导体项目二期"), ("Company", "湛朗科技", "湛朗能源"), ("Park", "绵阳高新区", "绵阳经开区"), ("Project", "湛朗一厂", "湛朗二厂"),
    ("Product", "车规级芯片", "芯片"), ("Company", "中国石油", "石油")])
def test_different_things_have_different_keys(cls, one, other):
    assert key_of(one, cls) != key_of(other, cls)


@given(st.text("湛朗科技股份有限公司集团产业项目工程“”全国首批电站", min_size=1, max_size=12),
       st.sampled_from(["Company", "Project", "Industry", "Programme", "Park"]))
def test_a_key_is_never_lost_and_keying_again_changes_little(name, cls):
    assert key_of(name, cls) or not name.strip("“”")


@pytest.fixture(scope="module")
def coreference(reader):
    """Mentions as «class name», with what they corefer to."""
    def make(*mentions: str, home=NOWHERE) -> Coreference:
        pairs = [mention.split(" ", 1) for mention in mentions]
        return Coreference([Mention(0, len(name), name, cls, "test") for cls, name in pairs], home, reader.gazetteer)
    return make


@pytest.mark.parametrize("cls, one, other", [
    ("Company", "小鹏汽车", "小鹏"), ("District", "肇庆", "肇庆市"), ("Park", "东湖高新区", "武汉东湖新技术开发区"), ("Company", "湛朗科技", "湛朗"),
    ("Company", "湛朗科技股份有限公司", "湛朗科技"),
    ("Project", "湛朗半导体项目", "湛朗半导体"), ("Park", "绵阳云岭产业城", "云岭产业城"),
    ("Park", "泰州医药高新区", "医药高新区"), ("Park", "三台经开区", "经开区"),
    ("Park", "云岭经济技术开发区", "云岭经开区"), ("Park", "云岭县开发区", "云岭经济开发区"), ("Organization", "云岭经济开发区管理委员会", "云岭经开区管委会"),
    ("Company", "绵阳湛朗五金制品有限公司", "湛朗五金"),
    ("Company", "绵阳湛朗新材料有限公司", "湛朗"), ("Company", "绵阳湛朗生物科技有限公司", "湛朗生物科技"), ("Company", "湛朗食品（绵阳）有限公司", "湛朗食品")])
def test_two_names_of_one_document_are_one_thing(coreference, cls, one, other):
    made = coreference(f"{cls} {one}", f"{cls} {other}")
    assert made.key(cls, one) == made.key(cls, other)


@pytest.mark.parametrize("first, second", [
    ("Company 湛朗科技", "Company 湛朗能源"), ("District 吉林省", "District 吉林市"), ("Park 绵阳高新区", "Park 成都高新区"), ("Company 湛朗科技", "Project 湛朗科技项目"),
    ("Project 湛朗基地一期", "Project 湛朗基地二期")])
def test_two_things_stay_two(coreference, first, second):
    made = coreference(first, second)
    assert made.key(*first.split(" ")) != made.key(*second.split(" "))


def test_a_short_form_that_fits_two_joins_none(coreference):
    made = coreference("Company 湛朗科技", "Company 湛朗能源", "Company 湛朗")
    assert len({made.key("Company", name) for name in ("湛朗科技", "湛朗能源", "湛朗")}) == 3


def test_a_mark_of_a_short_form_and_its_long_form_joins_them(coreference):
    made = coreference("Company 绵阳湛朗五金制品有限公司", "Company 湛朗五金", "Company 湛朗")
    assert len({made.key("Company", name) for name in ("绵阳湛朗五金制品有限公司", "湛朗五金", "湛朗")}) == 1


def test_a_zone_without_its_kind_is_neither_of_two(coreference):
    names = ("云岭经开区", "云岭高新区", "云岭开发区")
    made = coreference(*(f"Park {name}" for name in names))
    assert len({made.key("Park", name) for name in names}) == 3
    offices = coreference("Organization 云岭经开区管委会", "Organization 云岭高新区管委会", "Organization 云岭经开区党工委")
    assert len({offices.key("Organization", name) for name in ("云岭经开区管委会", "云岭高新区管委会", "云岭经开区党工委")}) == 3


def test_a_plant_that_the_text_gives_to_another_company_is_no_short_form(said):
    found = said("小鹏汽车肇庆基地投产。2021年，肇庆引进动力电池企业宁德时代，其肇庆基地开工建设。\n")
    assert "宁德时代 develops 小鹏汽车肇庆基地" not in found.relations and "小鹏汽车 develops 小鹏汽车肇庆基地" in found.relations
    own = said("小鹏汽车肇庆基地投产。小鹏汽车扩产，其肇庆基地开工建设。\n")
    assert ("肇庆基地", "Project") not in own.entities


def test_a_zone_called_by_its_kind_is_none_of_two(coreference):
    made = coreference("Park 绵阳高新区", "Park 德阳高新区", "Park 高新区")
    assert len({made.key("Park", name) for name in ("绵阳高新区", "德阳高新区", "高新区")}) == 3


def test_the_best_name_comes_first_without_spaces(coreference):
    made = coreference("District 肇庆", "District 肇庆", "District 肇庆市", "Company 湛朗 科技")
    names = made.names(made.key("District", "肇庆"))
    assert names[0] == "肇庆市" and "肇庆" in names
    assert all(" " not in name for name in made.names(made.key("Company", "湛朗 科技")))


def test_a_listed_thing_keeps_its_entry(coreference):
    made = coreference("District 肇庆", "Company 湛朗科技")
    assert made.entry(made.key("District", "肇庆")).identifier == "441200"
    assert made.entry(made.key("Company", "湛朗科技")) is None


def test_a_name_that_several_listed_things_bear_is_none_of_them(coreference):
    made = coreference("District 鼓楼区")
    assert made.entry(made.key("District", "鼓楼区")) is None


def test_a_name_that_the_document_does_not_hold_has_a_key_too(coreference):
    assert coreference().key("Company", "湛朗科技有限公司") == ("Company", "湛朗科技")


# --- through the whole reading


@pytest.mark.parametrize("text, cls, number", [
    ("小鹏汽车投产。小鹏产值增长。", "Company", 1), ("广东湛朗科技有限公司投产。湛朗科技产值增长。", "Company", 1),
    ("湛朗半导体项目开工。湛朗半导体项目总投资50亿元。", "Project", 1), ("肇庆市引进企业。肇庆税收增长。", "District", 1),
    ("东湖高新区引进企业。武汉东湖新技术开发区税收增长。", "Park", 1), ("长电科技、惠科等企业投产。", "Company", 2),
    ("绵阳金桥置业有限公司（以下简称“金桥公司”）签约。金桥公司投资5亿元。", "Company", 1),
    ("绵阳湛朗科技有限公司投产。湛朗科技产值增长。", "Company", 1)])
def test_how_many_things_a_text_names(said, text, cls, number):
    assert sum(found == cls for _, found in said(text).entities) == number


def test_every_name_of_an_entity_is_its_own_and_the_first_is_its_label(said):
    for entity in said("小鹏汽车投产。小鹏产值增长。肇庆市、肇庆高新区支持小鹏汽车肇庆基地。").reading.entities:
        assert entity.names and len(set(entity.names)) == len(entity.names) and all(name == name.strip() for name in entity.names)


def test_a_listed_park_of_another_city_is_not_meant_by_a_fuller_name(coreference):
    made = coreference("Park 北湖未来科学城", "Park 未来科学城")
    assert made.entry(made.key("Park", "北湖未来科学城")) is None


def test_a_name_of_several_things_keeps_its_candidates(coreference):
    made = coreference("District 鼓楼区", "District 肇庆")
    assert {"320106", "410204"} <= set(made.candidates(("District", "鼓楼区")))
    assert made.candidates(("District", "肇庆市")) == ()


# --- what else is told of an entity


def entity(said, text: str, cls: str, name: str):
    [found] = [e for e in said(text).reading.entities if e.cls == cls and name in e.names]
    return found


def test_an_unlisted_thing_is_within_the_place_that_the_text_says(said):
    assert entity(said, "湛朗科技有限公司落户绵阳高新区。", "Company", "湛朗科技有限公司").within is not None


def test_the_companies_of_a_project_are_its_context(said):
    assert ("^develops", "小鹏汽车") in entity(said, "小鹏汽车肇庆基地投产。", "Project", "小鹏汽车肇庆基地").context


@pytest.fixture(scope="module")
def in_mianyang(reader):
    place = next(e for e in reader.gazetteer.lookup("绵阳市") if e.cls == "District")
    return Home(place, None, None, (place.identifier, *(e.identifier for e in reader.gazetteer.above(place))))


@pytest.mark.parametrize("name, full", [("市农业农村局", "绵阳市农业农村局"), ("省发改委", "四川省发改委"), ("省级重点实验室", "省级重点实验室"), ("省委省政府", "省委省政府")])
def test_an_office_has_the_name_of_its_place(coreference, in_mianyang, name, full):
    things = coreference(f"Organization {name}", home=in_mianyang)
    assert things.names(things.key("Organization", name))[0] == full


def test_the_committee_beside_a_park_s_other_office_is_that_park_s(coreference):
    things = coreference("Organization 听涛经济区党工委", "Organization 管委会")
    assert things.names(things.key("Organization", "管委会"))[0] == "听涛经济区管委会"


def test_of_two_parks_it_is_neither_s(coreference):
    things = coreference("Organization 听涛经济区党工委", "Organization 云岭开发区党工委", "Organization 管委会")
    assert things.names(things.key("Organization", "管委会"))[0] == "管委会"


PHASES = "一期投资22亿元，2015年5月开工；二期投资24亿元，2016年2月签约。"


def test_a_phase_named_by_its_number_is_one_of_the_project_in_front(said):
    found = said(f"长电科技绵阳基地动工，{PHASES}")
    assert {("长电科技绵阳基地一期", "Project"), ("长电科技绵阳基地二期", "Project")} <= set(found.entities)
    assert {f"长电科技绵阳基地{number}期 partOf 长电科技绵阳基地" for number in "一二"} <= set(found.relations)


def test_a_phase_alone_is_one_of_what_the_text_goes_on_about(said):
    found = said("长电科技绵阳基地动工。项目分两期建设。一期工程投资22亿元。")
    assert ("长电科技绵阳基地一期", "Project") in found.entities and "长电科技绵阳基地一期 partOf 长电科技绵阳基地" in found.relations


@pytest.mark.parametrize("text", ["长电科技绵阳基地动工。一期间人头攒动。", "绵阳高新区占地9平方公里。项目一期投资22亿元。", "长电科技绵阳基地动工。一期车间里，灯火通明。"])
def test_what_is_no_phase_of_a_project(said, text):
    assert not [name for name, cls in said(text).entities if "一期" in name]


def test_what_stands_between_two_phases_takes_none_of_them(said):
    found = said(f"长电科技绵阳基地动工，{PHASES.replace('；', '，早于湛朗半导体项目；')}")
    assert ("长电科技绵阳基地二期", "Project") in found.entities and ("湛朗半导体项目二期", "Project") not in found.entities


@pytest.mark.parametrize("text", [f"市里再添动力。{PHASES}", f"长电科技绵阳基地动工，{PHASES}湛朗半导体项目动工，{PHASES}"])
def test_a_number_of_no_project_or_of_two_names_nothing(said, text):
    assert not {name for name, cls in said(text).entities if name.endswith("期") and len(name) == 2}


def test_a_name_that_shares_its_noun_is_the_thing_that_has_it(said):
    text = "加快湛沱、峤岭水库建设。湛沱水库总投资3亿元。"
    assert {"湛沱水库", "湛沱"} <= set(entity(said, text, "Project", "湛沱水库").names)


@pytest.mark.parametrize("text", [
    "台州雅照新材料科技有限公司投产。雅照新材料产值6亿元。", "浙江远胜汽车配件股份有限公司投产。远胜汽配产值6亿元。"])
def test_a_registered_company_by_its_mark_and_what_is_left_of_its_trades(said, text):
    found = said(text)
    companies = [name for name, cls in found.entities if cls == "Company"]
    assert len(companies) == 1 and (companies[0], "outputValue", "Level", "600000000 CNY") in found.figures


def test_a_group_is_not_its_company_in_a_place(said):
    found = said("台州雅照新材料（绵阳）有限公司投产。台州雅照新材料集团股份有限公司产值6亿元。")
    assert len([name for name, cls in found.entities if cls == "Company"]) == 2


def test_what_begins_alike_is_another_company(said):
    found = said("台州雅照新材料科技有限公司投产。雅照电缆集团产值6亿元。")
    assert len([name for name, cls in found.entities if cls == "Company"]) == 2


@pytest.mark.parametrize("long, short", [
    ("三台县过境高速公路湛江2号特大桥", "湛江2号特大桥"), ("绵阳湛朗·云南鲜果加工交易中心项目", "云南鲜果加工交易中心项目")])
def test_a_project_without_the_one_that_it_is_a_part_of(coreference, long, short):
    made = coreference("Project 三台县过境高速公路", f"Project {long}", f"Project {short}")
    assert made.key("Project", long) == made.key("Project", short)
