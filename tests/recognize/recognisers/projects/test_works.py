"""Public works: lists name them by a mark alone, lines by their number, sections by the place they end at."""

import pytest

from kg.recognize.recognisers.projects.works import ROUTES


@pytest.mark.parametrize("text, works", [
    ("加快川青、西宜等铁路建设", {"川青", "西宜"}),
    ("加快渝宜、成渝中线等在建高铁建设", {"渝宜"}),
    ("黄松、郑渝2条高铁建成通车", {"黄松", "郑渝"}),
    ("加快袁湾、松沱河等大型水库建设", {"袁湾"}),
    ("加快袁湾、白石沱水库建设", {"袁湾", "白石沱水库"}),
    ("集大原、雄忻高铁项目开工", {"集大原", "雄忻高铁项目"}),
    ("推进波密至墨脱、琼结至错那等公路工程", {"琼结至错那"}),
])
def test_a_list_of_works_names_them_by_a_mark(of_class, text, works):
    assert works <= of_class(text + "。", "Project")


@pytest.mark.parametrize("text", [
    "袁湾、松如沟等14个电网工程开工。", "推进渝宜、西十高铁建设。", "商合杭、衢宁等铁路建成投运。", "推进疆电入浙、松沱河治旱等重大工程。", "打通浔桥、梅溪大道等道路项目。",
])
def test_works_are_no_companies(of_class, text):
    assert not of_class(text, "Company")


@pytest.mark.parametrize("text", ["农村、城市等公路。", "建好、管好、护好农村公路。", "机场、高铁、地铁建设加快。", "拓宽居民经营性、财产性收入渠道。"])
def test_kinds_of_works_name_nothing(of_class, text):
    assert not of_class(text, "Project")


@pytest.mark.parametrize("text, name", [
    ("开工建设轨道交通3号线一期。", "轨道交通3号线一期"),
    ("地铁6号线和地铁2号线东延开工。", "地铁6号线"),
    ("推进12号线西延伸段建设。", "12号线西延伸段"), ("加快建设13号线东延伸、19号线。", "13号线东延伸"), ("京台高铁雄安至商丘段开工。", "京台高铁雄安至商丘段"),
    ("建成汕湛高速惠州段。", "汕湛高速惠州段"),
    ("加快渝昆高铁宜宾至昭通段建设。", "渝昆高铁宜宾至昭通段"),
    ("沈阳至铁岭高速公路改扩建工程通车。", "沈阳至铁岭高速公路改扩建工程"),
    ("加快建设湛江港20万吨级集装箱码头。", "湛江港20万吨级集装箱码头"),
    ("兰渝铁路、宝兰客专全线建成通车。", "宝兰客专"),
    ("抓好黄山机场扩建工程。", "黄山机场扩建工程"),
    ("推进环北部湾广东水资源配置工程。", "环北部湾广东水资源配置工程"),
])
def test_the_borders_of_works(of_class, text, name):
    assert name in of_class(text, "Project")


@pytest.mark.parametrize("text", ["做好轨道交通线网规划。", "开行渝新铁路班列。", "推进“两横三纵”快速路建设。", "构建“一城一枢纽”。", "加快建设5个专业化中试基地。"])
def test_what_only_looks_like_a_work(of_class, text):
    assert not of_class(text, "Project")


def test_routes_are_nouns_of_works():
    assert len(set(ROUTES)) == len(ROUTES)


@pytest.mark.parametrize("text, found", [
    ("开工湛朗至云岭、石州至松岭等项目。", {"湛朗至云岭", "石州至松岭"}),
    ("加快推进京松高铁东通道湛江至茂名段、雄湛、湛郑等项目。", {"京松高铁东通道湛江至茂名段", "雄湛", "湛郑"}),
])
def test_roads_and_lines_named_after_their_ends_in_a_list_of_projects(of_class, text, found):
    assert of_class(text, "Project") == found


def test_a_mark_with_a_noun_of_its_own_takes_none_of_the_list(of_class, recognized):
    assert "云台联络线高铁" not in " ".join(e for e in of_class("建成云台联络线、湛莱高铁。", "Project"))


@pytest.mark.parametrize("text, shares", [
    ("鸡西、漠河支线机场改扩建等项目加快建设。", {"鸡西": "支线机场改扩建"}),
    ("力争开工建设齐齐哈尔、佳木斯机场改扩建项目。", {"齐齐哈尔": "机场改扩建"}),
    ("加快推进瑞金、抚州机场前期工作。", {"瑞金": "机场"}),
    ("推进蚌埠、宿州民用机场和黄山机场迁建等前期工作。", {"蚌埠": "民用机场"}),
])
def test_places_share_what_is_done_to_their_works(recognized, text, shares):
    assert {m.text: m.shares for m in recognized(text)._.mentions if m.cls == "Project" and m.shares} == shares


@pytest.mark.parametrize("text, name", [
    ("推进绵阳（龙沱）至广安铁路建设。", "绵阳（龙沱）至广安铁路"), ("推进酒泉至湖南直流配套风光电项目。", "酒泉至湖南直流配套风光电项目"),
    ("全面开工建设和林格尔新机场。", "和林格尔新机场"), ("加快建设格拉油气管道。", "格拉油气管道"), ("武江大道南、云岭路等道路贯通。", "武江大道南"),
    ("开通试运营地铁5号线。", "地铁5号线"), ("推动建设好深河人民医院项目。", "深河人民医院项目"), ("利用白石国际机场航线优势。", "白石国际机场"),
])
def test_works_by_their_whole_names(of_class, text, name):
    assert name in of_class(text, "Project")


@pytest.mark.parametrize("text", ["建成国家区域性航空枢纽。", "创建绵阳商贸服务型国家物流枢纽。", "143台5619万千瓦燃煤发电机组完成改造。", "全面推进涉铁工程。"])
def test_what_a_city_is_and_what_is_counted_are_no_works(of_class, text):
    assert not of_class(text, "Project")


@pytest.mark.parametrize("text, works", [
    ("绵阳至德阳、遂宁至广安、资阳至眉山高等级公路建成通车。", {"绵阳至德阳", "遂宁至广安", "资阳至眉山高等级公路"}),
    ("推进松四辽通、松梅集扩能等铁路项目。", {"松四辽通"}),
    ("松黄、西成、宣绩高铁开工建设。", {"西成"}),
])
def test_lines_by_their_ends_are_no_companies(of_class, text, works):
    assert works <= of_class(text, "Project", title="四川省政府工作报告", issued="2024-01-10")
    assert not of_class(text, "Company", title="四川省政府工作报告", issued="2024-01-10")
