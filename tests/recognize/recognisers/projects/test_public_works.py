"""Public works beside industry: a hospital, a park or a museum is a project where the text tells that it is built or opened."""

import pytest

CITY = {"title": "绵阳市政府工作报告", "issued": "2024-01-10"}


@pytest.mark.parametrize("text, works", [
    ("建成松岭海洋馆、月湖岭公园等一批景点。", {"松岭海洋馆", "月湖岭公园"}),
    ("绵阳云岭医院主体封顶。", {"绵阳云岭医院"}),
    ("启动柳岭灌区、石岭湾水厂前期工作。", {"柳岭灌区", "石岭湾水厂"}),
    ("引松济柳隧洞全线贯通。", {"引松济柳隧洞"}),
    ("绵阳一中安州校区正式招生。", {"绵阳一中安州校区"}),
    ("开工建设涪江流域防洪减灾系统治理工程。", {"涪江流域防洪减灾系统治理工程"}),
    ("加快推进涪江干流生态保护和修复工程。", {"涪江干流生态保护和修复工程"}),
    ("实施绵阳水资源优化配置工程二期。", {"绵阳水资源优化配置工程二期"}),
])
def test_what_is_built_or_opened_is_a_project(of_class, text, works):
    assert works <= of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text, works", [
    ("市口腔医院、市中心血站等项目投入使用。", {"市口腔医院", "市中心血站"}),
    ("加快市博物馆新馆、省科技馆建设。", {"市博物馆新馆", "省科技馆"}),
    ("推进市疾控中心改扩建工程。", {"市疾控中心改扩建工程"}),
    ("市物资储备综合基地建成使用，加快市福利救助综合服务中心建设。", {"市物资储备综合基地", "市福利救助综合服务中心"}),
])
def test_a_place_has_one_of_each_kind(of_class, text, works):
    assert works <= of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", [
    "深化公立医院改革。", "建好云岭创新院。", "推进市县托育综合服务中心建设。", "市民服务中心启用。", "发挥市产权交易服务中心作用。", "新建口袋公园30个。", "绵阳一中获评文明校园。", "推进绵阳云岭医院管理改革。", "市级医院建设加快。", "市民活动中心。", "建成6座污水处理厂。", "完成百座水库除险加固工程。",
    "实施海洋生态保护修复工程。", "推进山水林田湖草沙一体化保护和修复工程。", "完成182个滑坡隐患治理项目。", "支持市中心医院建设“危重症救治中心”。", "西部首个中德合办学校开学。"])
def test_what_is_told_otherwise_or_is_a_kind_is_none(of_class, text):
    assert not of_class(text, "Project", **CITY)


def test_two_works_are_two_names(of_class):
    found = of_class("推进涪江综合整治四期工程和芙蓉溪整治工程建设。", "Project", **CITY)
    assert not any("和" in name for name in found)


@pytest.mark.parametrize("text, works", [
    ("建成西部粮库、东部电厂二期。", {"西部粮库", "东部电厂二期"}),
    ("配合开工建设引松济宁工程。", {"引松济宁工程"}),
    ("确保引柳济饶工程建成通水。", {"引柳济饶工程"})])
def test_a_place_has_one_at_each_end_and_leads_its_water(of_class, text, works):
    assert works <= of_class(text, "Project", **CITY) and "济宁" not in of_class(text, "District", **CITY)


@pytest.mark.parametrize("text", ["西部医院数量较多。", "加强东部机场群协同。", "引才济困。", "引导企业救济员工。"])
def test_what_lies_there_in_general_is_none(of_class, text):
    assert not of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text, work", [
    ("绵阳西站开通运营。", "绵阳西站"), ("市中医院新院建成。", "市中医院新院"), ("市疾控中心新址启用。", "市疾控中心新址"), ("云岭公学主体封顶。", "云岭公学"), ("加快建设云岭高铁站。", "云岭高铁站"), ("市人民医院门诊楼建成投用。", "市人民医院门诊楼"), ("建成市云岭医院医技楼。", "市云岭医院医技楼")])
def test_stations_and_buildings_of_hospitals(of_class, text, work):
    assert work in of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", ["从绵阳西站出发。", "绵阳北站片区更新。", "改造医院门诊楼。"])
def test_stations_that_are_not_told_of_are_none(of_class, text):
    assert not of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text, work", [
    ("开展黄河防洪三期、引松济柳、绵阳城区供水等前期工作。", "引松济柳"), ("开展黄河防洪三期、引松济柳、绵阳城区供水等前期工作。", "绵阳城区供水"), ("开工建设中部城市生态扶贫供水工程。", "中部城市生态扶贫供水工程"), ("加快推进市二院新建项目。", "市二院新建项目")])
def test_water_that_is_led_and_hospitals_by_number(of_class, text, work):
    assert work in of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", ["引才济困、助学扶弱扎实推进。", "做好规划、环评、用地等前期工作。"])
def test_what_is_done_before_is_no_work(of_class, text):
    assert not of_class(text, "Project", **CITY)


def test_what_a_bracket_says_is_in_it(of_class):
    assert "松岭水库扩建" in of_class("做好粤东水资源优化配置工程（含松岭水库扩建）前期工作。", "Project")
