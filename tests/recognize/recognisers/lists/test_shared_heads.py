"""Lists whose last member alone has the noun of all, and lists of projects that 等 closes: their members of ordinary words, parts that 和 joins."""

import pytest

from kg.recognize.candidates import Candidate
from kg.recognize.conflicts import resolve


@pytest.mark.parametrize("text, cls, members", [
    ("推动松云、松湛、松峤、松鹭工业园区加快发展。", "Park", {"松云", "松湛", "松峤", "松鹭工业园区"}),
    ("统筹推进峤云、湛沱、三岔口等省级工业园区建设。", "Park", {"峤云", "湛沱"}),
    ("开工建设湛沱、峤威新能源汽车项目。", "Project", {"湛沱", "峤威新能源汽车项目"}),
    ("推进绵阳浪溪、宜宾大洞抽水蓄能项目建设。", "Project", {"绵阳浪溪", "宜宾大洞抽水蓄能项目"}),
    ("确保惠科单晶电池、京东方显示面板、晶科产业基地项目实现量产。", "Project", {"惠科单晶电池", "京东方显示面板"}),
    ("推进绵阳石墨烯、宜宾30万台发动机、大中型飞机项目。", "Project", {"绵阳石墨烯", "宜宾30万台发动机"}),
    ("绵阳至宜宾、泸州至自贡至内江高速公路开工。", "Project", {"绵阳至宜宾", "泸州至自贡至内江高速公路"}),
    ("抓好绵阳高端铝、宜宾生态铝等基地建设。", "Project", {"绵阳高端铝", "宜宾生态铝"}),
    ("提升绵阳窑埠古镇、宜宾老街等重点文化旅游产业集聚区。", "Park", {"绵阳窑埠古镇", "宜宾老街"}),
])
def test_members_that_share_a_noun(of_class, text, cls, members):
    assert members <= of_class(text, cls)


@pytest.mark.parametrize("text, cls", [
    ("推动汽车、电子、食品工业园区加快发展。", "Park"), ("打造仓储、物流等集聚区。", "Park"), ("推进汽车、电子项目建设。", "Project"),
    ("引进湛沱、峤威工业园区。", "Project"), ("推进水果、蔬菜等基地建设。", "Project"), ("绵阳至宜宾、泸州的交通更方便。", "Project"),
    ("提升绵阳、宜宾等一批街区。", "Park"), ("推进惠科项目、京东方项目建设加快。", "Park"), ("北京、上海、绵阳工业园区各有特色。", "Project"),
])
def test_kinds_and_places_share_no_noun(of_class, text, cls):
    assert not of_class(text, cls)


def test_the_full_name_of_what_shares_a_noun(recognized):
    found = {(m.text, m.shares) for m in recognized("加快湛沱、峤岭水库建设，开工建设鹭沱、峤威新能源汽车项目。")._.mentions}
    assert {("湛沱", "水库"), ("鹭沱", "新能源汽车项目"), ("峤威新能源汽车项目", "")} <= found


def test_of_two_proposals_of_one_rule_the_one_with_its_noun_stands():
    bare, full = (Candidate(0, 2, "Project", "list.shared-head", False, noun) for noun in ("", "水库"))
    assert resolve([bare, full])[0] == resolve([full, bare])[0] == [full]


def test_what_is_whole_shares_no_noun(recognized):
    found = {m.text: m.shares for m in recognized("推进松溪路、云岭快速路建设，加快引沱济岭、湛沱水库建设。")._.mentions}
    assert not found.get("松溪路") and not found.get("引沱济岭")


@pytest.mark.parametrize("text, members", [
    # beside named ones
    ("推进绵阳卫星接收站、先进计算中心等项目建设。", {"绵阳卫星接收站", "先进计算中心"}),
    ("加快绵阳粮库、国家远洋渔业基地、惠科显示工厂等项目建设。", {"国家远洋渔业基地"}),
    ("确保惠科电动汽车、亚特兰蒂斯、绵阳海洋世界等项目竣工。", {"亚特兰蒂斯"}),
    # but two wholes are two
    ("推进绵阳美术馆和残疾人康复中心等工程建设。", {"绵阳美术馆"}),
    # parts that 和 or 及 joins
    ("推动绵阳数据容灾和存储中心、惠科显示工厂等项目建设。", {"绵阳数据容灾和存储中心"}),
    ("重点推进惠科锂电池及镍钴电池材料、京东方柔性显示等项目。", {"惠科锂电池及镍钴电池材料"}),
    # sections, and what is done to works
    ("推进绵阳铁路南段、湛峤铁路松沱至绵阳段扩能等项目。", {"湛峤铁路松沱至绵阳段扩能"}),
    ("加快固川扩灌更新改造、绵阳城乡供水等项目。", {"固川扩灌更新改造"}),
    ("推进绵阳高纯铝、宜宾全铝车厢等项目。", {"绵阳高纯铝", "宜宾全铝车厢"}),
    # between 等 and the noun
    ("惠科研发中心、京东方智慧产业基地等重点现代服务业项目有序推进。", {"惠科研发中心", "京东方智慧产业基地"}),
    ("惠科研发中心、京东方全国总部等系列区域性总部或分中心项目落户。", {"惠科研发中心", "京东方全国总部"}),
])
def test_members_of_a_list_of_projects(of_class, text, members):
    assert members <= of_class(text, "Project")


@pytest.mark.parametrize("text", [
    "推进标准化停车场、城市停车场等项目。", "加快旧城和棚户区改造等项目。", "推进农村公路、地下综合管廊等项目。", "引进“500强”等高质量项目。", "实施城市路网提档升级、市域路网融合提升等重大工程。",
    "推进绵阳粮库、农村污水处理厂、老旧小区改造等项目。",
])
def test_kinds_of_works_are_no_members(of_class, text):
    assert not of_class(text, "Project") - {"绵阳粮库"}


@pytest.mark.parametrize("text, name", [
    ("推动拓湛柔性玻璃镀膜与模组项目投产。", "拓湛柔性玻璃镀膜与模组项目"),
    ("推动惠科红黄光LED及外延片芯片生产项目投产。", "惠科红黄光LED及外延片芯片生产项目"),
])
def test_a_mark_at_the_front_holds_a_name_with_a_joint_together(of_class, text, name):
    assert name in of_class(text, "Project")


@pytest.mark.parametrize("text, found", [
    ("推进湛朗大桥和云岭水库项目建设。", {"湛朗大桥", "云岭水库项目"}), ("推动湛朗电子和晨帆新能源项目建设。", {"晨帆新能源项目"}),
])
def test_a_joint_between_two_names_parts_them(of_class, text, found):
    assert of_class(text, "Project") == found


def test_roads_between_places_may_have_a_stretch_in_brackets(of_class):
    found = of_class("续建乐业至百色、玉林至湛江（广西段）、松旺至铁山港东岸、隆安至硕龙等高速公路。", "Project")
    assert {"乐业至百色", "玉林至湛江（广西段）", "松旺至铁山港东岸", "隆安至硕龙"} <= found


def test_lines_named_after_their_places_are_no_companies(names):
    found = names("加快集大原、包银、太锡等项目进度。")
    assert {("集大原", "Project"), ("包银", "Project"), ("太锡", "Project")} <= found and not any(cls == "Company" for _, cls in found)


def test_marks_share_the_noun_of_a_line_of_which_a_stretch_is_built(of_class):
    assert {"兰合", "平庆", "天陇"} <= of_class("加快建设兰合、平庆、天陇、西成铁路甘肃段。", "Project")


def test_a_branch_in_brackets_belongs_to_the_road(of_class):
    assert {"萨嘎至朗县", "狮泉河至普兰（含札达支线）"} <= of_class("开工建设萨嘎至朗县、波密至墨脱、狮泉河至普兰（含札达支线）等公路工程。", "Project")


def test_a_noun_of_works_alone_is_none(of_class):
    assert not {"灌区", "高速"} & of_class("加快驮英水库及灌区、眉太等13条高速等在建项目进度。", "Project")
