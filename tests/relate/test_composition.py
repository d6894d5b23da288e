"""What the composition of a name says."""

import pytest

from kg.relate.composition import compositions


@pytest.fixture
def composed(recognized):
    def run(text: str) -> set[str]:
        return {f"{subject.text} {relation} {object_.text}" for sentence in recognized(text).sentences
                for subject, relation, object_, rule in compositions(sentence) if rule.startswith("composition.")}
    return run


@pytest.mark.parametrize("text, facts", [
    ("小鹏汽车肇庆基地投产。", {"小鹏汽车 develops 小鹏汽车肇庆基地", "小鹏汽车肇庆基地 locatedIn 肇庆"}),
    ("绵阳高新区管委会发布通知。", {"绵阳高新区管委会 locatedIn 绵阳高新区", "绵阳高新区 locatedIn 绵阳"}),
    ("洋浦经济开发区炼化一体化项目开工。", {"洋浦经济开发区炼化一体化项目 locatedIn 洋浦经济开发区"}),
    ("洋浦经济开发区一期项目开工。", {"洋浦经济开发区一期项目 locatedIn 洋浦经济开发区", "洋浦经济开发区一期项目 partOf 洋浦经济开发区"}),
    ("大连英歌石科学城启动。", {"大连英歌石科学城 locatedIn 大连"}),
    ("长安汽车渝北工厂满产。", {"长安汽车 develops 长安汽车渝北工厂", "长安汽车渝北工厂 locatedIn 渝北"}),
    ("珠海鹤洲新区起步。", {"珠海鹤洲新区 locatedIn 珠海"}),
    ("云南红塔产业园区引进企业。", {"云南红塔产业园区 locatedIn 红塔"}),
    ("西部（重庆）科学城招商。", {"西部（重庆）科学城 locatedIn 重庆"}), ("走进两江新区龙兴新城。", {"两江新区龙兴新城 locatedIn 两江新区"}),
    ("两江新区起步区开建。", {"两江新区起步区 partOf 两江新区"}),
    ("西宁经济技术开发区南川工业园区招商。", {"西宁经济技术开发区 locatedIn 西宁", "南川工业园区 locatedIn 西宁经济技术开发区", "南川工业园区 locatedIn 南川"}),
    ("绵阳市三台县发展。", {"三台县 locatedIn 绵阳市"}),
    ("广东小米互联网产业园开园。", {"小米 develops 广东小米互联网产业园", "广东小米互联网产业园 locatedIn 广东"}),
    ("推进长安汽车—宁德时代战略合作项目。", {"长安汽车 develops 长安汽车—宁德时代战略合作项目", "宁德时代 develops 长安汽车—宁德时代战略合作项目",
                               "长安汽车 cooperatesWith 宁德时代"}),
    # streets are named after cities elsewhere
    ("完成苏州路东延工程。", set()),
    # a company is not where its name begins, nor is a programme
    ("广东瑞庆时代新能源科技有限公司投产。", set()), ("郑州日产产量增长。", set()), ("长电科技投产。", set()),
    ("实施广东省汽车零部件产业强链工程。", set()),
])
def test_the_facts_of_a_name(composed, text, facts):
    assert composed(text) == facts


@pytest.mark.parametrize("text, right, not_so", [
    ("香港中文大学（深圳）招生。", "香港中文大学（深圳） locatedIn 深圳", "香港中文大学（深圳） locatedIn 香港"),
    ("东北大学（秦皇岛）研究院揭牌。", None, "东北大学（秦皇岛）研究院 locatedIn 东北")])
def test_the_bracketed_place_is_the_one_meant(composed, text, right, not_so):
    found = composed(text)
    assert not_so not in found and (right is None or right in found)


def test_places_joined_by_a_dash_all_count(composed):
    assert {"兰州—张掖高速铁路 locatedIn 兰州", "兰州—张掖高速铁路 locatedIn 张掖"} <= composed("兰州—张掖高速铁路开工。")


def test_a_line_lies_at_both_of_its_ends(composed):
    assert {"兰州至张掖高速铁路 locatedIn 兰州", "兰州至张掖高速铁路 locatedIn 张掖"} <= composed("兰州至张掖高速铁路开工。")


def test_a_phase_is_part_of_its_park_and_lies_where_the_park_does(composed):
    found = composed("京东方（绵阳）新材料产业园二期开工。")
    assert {"京东方（绵阳）新材料产业园二期 partOf 京东方（绵阳）新材料产业园", "京东方（绵阳）新材料产业园二期 locatedIn 绵阳", "京东方 develops 京东方（绵阳）新材料产业园二期"} <= found


def test_a_list_of_towns_is_in_the_county_in_front_of_it(said):
    found = said("项目覆盖绵阳市三台县芦溪镇、塔山镇和盐亭县玉龙镇、富驿镇。", "news.txt").relations
    assert {"芦溪镇 locatedIn 三台县", "塔山镇 locatedIn 三台县", "玉龙镇 locatedIn 盐亭县", "富驿镇 locatedIn 盐亭县"} <= found
    assert "玉龙镇 locatedIn 三台县" not in found


def test_the_zone_inside_a_longer_name_lies_in_its_city_and_holds_the_park_behind_it(said):
    assert "绵阳经济技术开发区 locatedIn 绵阳" in said("绵阳经济技术开发区“九通一平”道路工程开工。").relations
    found = said("湛朗半导体项目位于绵阳经开区安福工业园。").relations
    assert any(fact.startswith("绵阳经开区安福工业园 locatedIn 绵阳经") for fact in found)


def test_the_places_at_the_front_of_a_name_lie_in_one_another(composed):
    assert {"涪城区 locatedIn 绵阳市", "城厢街道 locatedIn 涪城区"} <= composed("走进绵阳市涪城区城厢街道湛朗机电电机项目现场。")


@pytest.mark.parametrize("text, relation, is_so", [
    ("湛朗食品（绵阳）有限公司一派繁忙。", "湛朗食品（绵阳）有限公司 locatedIn 绵阳市", True),
    ("湛朗食品有限公司绵阳分公司一派繁忙。", "湛朗食品有限公司绵阳分公司 locatedIn 绵阳市", True),
    ("湛朗食品（四川）有限公司一派繁忙。", "湛朗食品（四川）有限公司 locatedIn 四川省", False)])
def test_a_company_is_in_the_city_that_it_brackets_or_whose_branch_it_is(said, text, relation, is_so):
    assert (relation in said(text).relations) == is_so
