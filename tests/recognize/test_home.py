"""Where a document is at home: what names it outright, what suggests it, what the text's own places vote."""

import pytest

from kg.read import document
from kg.recognize.home import NOWHERE, Home, home

from tests.recognize.defects import wrong

GUESSED = "of two cities with one name in pinyin, one is taken although nothing speaks for it"


@pytest.fixture(scope="module")
def home_of(gazetteer):
    """The home of a text."""
    def find(text: str, identifier: str = "text", **known) -> Home:
        made = document(text, identifier, **known)
        return home(made, gazetteer.find(made.clean), gazetteer)
    return find


def name(found: Home) -> str | None:
    return found.entry.name if found.entry else None


SILENT = "全市规上工业增加值增长8%。"


@pytest.mark.parametrize("identifier, known, expected", [
    ("text", {"title": "绵阳市2024年政府工作报告"}, "绵阳市"),
    ("text", {"title": "绵阳市三台县政府工作报告"}, "三台县"),
    ("text", {"publisher": "洛阳日报"}, "洛阳市"),
    ("text", {"publisher": "洛阳市人民政府"}, "洛阳市"),
    ("text", {"source": "洛阳市人民政府网"}, "洛阳市"),
    ("洛阳市-2023.md", {}, "洛阳市"),
    ("reports/luoyang-2023.md", {}, "洛阳市"),
    ("reports/hohhot-2023.md", {}, "呼和浩特市"),          # as it is spelt, which is not its pinyin
    ("text", {}, None),
    ("text", {"title": "开局良好"}, None),
    ("text", {"publisher": "科技日报"}, None),
    ("report-2023.md", {}, None),
    wrong(GUESSED, "fuzhou-2023.md", {}, None), wrong(GUESSED, "suzhou-2023.md", {}, None),
])
def test_title_publisher_source_and_file_name(home_of, identifier, known, expected):
    assert name(home_of(SILENT, identifier, **known)) == expected


@pytest.mark.parametrize("text, expected", [
    (SILENT + "福州鼓楼区增长9%。", "福州市"), (SILENT + "抚州东乡区增长9%。", "抚州市"), (SILENT + "临川增长9%。江西省第三。", "抚州市")])
def test_the_text_decides_between_names_with_one_pinyin(home_of, text, expected):
    assert name(home_of(text, "fuzhou-2023.md")) == expected


def test_a_province_in_the_file_name_needs_the_text(home_of):
    assert name(home_of(SILENT + "四川外贸增长。", "sichuan-2023.md")) == "四川省"
    assert name(home_of(SILENT, "sichuan-2023.md")) is None


@pytest.mark.parametrize("text, expected", [
    ("徐州经济增长。鼓楼区、云龙区、泉山区投资增长。徐州工业增长。", "徐州市"),
    ("广汉、绵竹、什邡工业增长。德阳投资增长。全市增长8%。", "德阳市"),
    ("我省经济增长，全省外贸增长。四川、成都、绵阳、宜宾都有增长。", "四川省"),
    ("全县工业增长。三台县引进企业，三台县开工项目。绵阳市领导到会。", "三台县"),
    ("北京与上海、广州、深圳齐名。", None), ("某公司在上海设立。", None), ("今天天气好。", None)])
def test_places_vote(home_of, text, expected):
    assert name(home_of(text)) == expected


def test_what_names_it_outright_weighs_more_than_the_text_s_places(home_of):
    text = "洛阳与郑州、开封、许昌合作。郑州市引进企业，郑州航空港开工。郑州外贸增长。" * 3
    assert name(home_of(text, publisher="洛阳日报")) == "洛阳市"


@pytest.mark.parametrize("text, known, expected", [
    ("游仙区投资增长。", {"title": "游仙区一批项目开工", "publisher": "四川日报"}, "游仙区"),  # a province's newspaper tells of its counties
    ("四川外贸增长。", {"title": "外贸开局良好", "publisher": "四川日报"}, "四川省"),
    ("福泉市投资增长。黔南投资增长，黔南工业增长。", {"title": "福泉一电池项目投产"}, "福泉市"),  # a word as well as a name; the text names it in full
    ("黔南投资增长，黔南工业增长。", {"title": "福泉一电池项目投产"}, "黔南布依族苗族自治州"),
    ("福泉市投资增长。黔南投资增长，黔南工业增长。", {"title": "黔南：福泉一电池项目投产"}, "黔南布依族苗族自治州"),
    ("【新春走基层】福泉：电池项目投产\n\n福泉市投资增长。黔南投资增长，黔南工业增长。", {}, "福泉市"),
])
def test_the_place_that_a_headline_begins_with(home_of, text, known, expected):
    assert name(home_of(text, **known)) == expected


def test_the_chain_goes_up(home_of):
    found = home_of(SILENT, title="绵阳市三台县政府工作报告")
    assert found.chain == ("510722", "510700", "510000")


@pytest.mark.parametrize("title, park", [
    ("绵阳高新区：以新谋进", "绵阳高新区"), ("“苏州工业园区30年”", "苏州工业园区"), ("云岭产业园区加快建设", "云岭产业园区"), ("绵阳高新区签约长电科技", "绵阳高新区"),
    ("上半年绵阳高新区产值增长8%", "绵阳高新区"), ("今年1—8月云岭经开区新签约项目62个", "云岭经开区"), ("长电科技项目落户绵阳高新区", None), ("在高新区看变化", None), ("工业增长", None)])
def test_a_headline_that_begins_with_a_park_is_the_park_s_own(home_of, title, park):
    assert home_of(SILENT, title=title).park_name == park


def test_a_listed_park_is_known_by_its_entry(home_of):
    found = home_of(SILENT, title="绵阳高新区：以新谋进")
    assert found.park is not None and found.park.name == "绵阳高新技术产业开发区"
    assert home_of(SILENT, title="云岭产业园区加快建设").park is None


def test_a_park_s_own_text_is_at_home_where_the_park_is_listed(home_of):
    assert name(home_of(SILENT, title="绵阳高新区：以新谋进")) == "绵阳市"


@pytest.mark.parametrize("home_title, place, holds", [
    ("绵阳市工作报告", "510722", True), ("绵阳市工作报告", "510700", True), ("绵阳市工作报告", "510000", True), ("绵阳市工作报告", "320302", False),
    ("绵阳市三台县工作报告", "510781", True), ("绵阳市三台县工作报告", "510181", False)])
def test_what_lies_in_a_home(home_of, gazetteer, home_title, place, holds):
    assert home_of(SILENT, title=home_title).holds(gazetteer.by_identifier[place], gazetteer) == holds


def test_nowhere_holds_nothing(gazetteer):
    assert not NOWHERE.holds(gazetteer.by_identifier["510700"], gazetteer)


@pytest.mark.parametrize("text, expected", [
    ("江苏湛朗药业有限公司在三台县投资。三台县项目由江苏鑫川有限公司建设。", "三台县"),  # where companies are from tells nothing
    ("赴上海、深圳开展招商。来自深圳的客商考察三台县。三台县签约项目3个，对接上海成效好。", "三台县"),
    ("我县到上海招商，上海客商云集。三台县工业增长。上海区区行活动4次。", "三台县"),  # who says 我县 is no city
    ("县工业园到上海招商，上海客商云集。上海区区行活动4次。", None),
    ("我市到上海招商，上海客商云集。上海区区行活动4次。", "上海市"),
])
def test_what_tells_nothing_of_the_home(home_of, text, expected):
    assert name(home_of(text)) == expected


@pytest.mark.parametrize("title, zone", [
    ("西安高新区产值增长8%", "西安高新区"), ("西安高新区湛朗科技产业园：项目提速", "西安高新区湛朗科技产业园"), ("湛朗新区产值增长8%", "湛朗新区"),
    ("西安高新区与成都高新区合作共建", None), ("国家级新区深化合作", None), ("推动湛朗新区建设", None), ("提升湛朗中原经济区地位", None)])
def test_the_zone_that_a_headline_begins_with(home_of, title, zone):
    assert home_of("项目建设提速。", title=title).park_name == zone


@pytest.mark.parametrize("text, zone", [
    ("市政府介绍西安高新区情况。西安高新区全区产值增长8%。西安高新区园区企业达80家。", "西安高新区"),
    ("市政府介绍西安高新区情况。西安高新区全市第一。西安高新区企业达80家。", None), ("西安高新区园区企业达80家。", None),
    ("项目提速。西安高新区全区产值增长8%。西安高新区园区企业达80家，西安高新区领先。", None)])
def test_the_park_of_which_a_text_without_a_headline_tells(home_of, text, zone):
    assert home_of(text).park_name == zone


def test_a_county_behind_its_province_in_a_headline(home_of):
    assert name(home_of("企业生产忙。", title="湖北赤壁：企业生产忙")) == "赤壁市"
