"""Quantities: a phrase, and what is measured in it. What counts or measures nothing is no quantity."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognize.values import quantities as module
from kg.recognize.values.quantities import UNITS, plain, quantities, shared_units

from tests.recognize.values.writing import chinese


def read(text: str) -> list[tuple[str, Decimal, str, str]]:
    return [(q.text, q.value, q.unit, q.bound) for q in quantities(text)]


EXACT = {
    # money
    "总投资1.2万亿元": ("1.2万亿元", "1200000000000", "CNY"),
    "总投资二百三十亿元": ("二百三十亿元", "23000000000", "CNY"),
    "税收3,560万元": ("3,560万元", "35600000", "CNY"),
    "合同额3.2亿元人民币": ("3.2亿元人民币", "320000000", "CNY"),
    "人民币5亿元": ("5亿元", "500000000", "CNY"),
    "实际外资3亿美元": ("3亿美元", "300000000", "USD"),
    "募资2.5亿港元": ("2.5亿港元", "250000000", "HKD"),
    "贷款1200万欧元": ("1200万欧元", "12000000", "EUR"),
    # area
    "面积12.5平方公里": ("12.5平方公里", "12500000", "m2"),
    "林地1200公顷": ("1200公顷", "12000000", "m2"),
    "用地300亩": ("300亩", "200000", "m2"),
    "建筑面积30万平方米": ("30万平方米", "300000", "m2"),
    "厂房8000㎡": ("8000㎡", "8000", "m2"),
    # power and energy
    "装机10万千瓦": ("10万千瓦", "100000000", "W"),
    "机组10千瓦": ("10千瓦", "10000", "W"),
    "装机2000MW": ("2000MW", "2000000000", "W"),
    "电池50GWh": ("50GWh", "50000000000", "Wh"),
    "用电35亿千瓦时": ("35亿千瓦时", "3500000000000", "Wh"),
    "发电35亿度": ("35亿度", "3500000000000", "Wh"),
    # mass, volume, length
    "年产30万吨": ("30万吨", "300000", "t"),
    "茶叶500公斤": ("500公斤", "500", "kg"),
    "粮食120.5亿斤": ("120.5亿斤", "6025000000", "kg"),
    "天然气2.5亿立方米": ("2.5亿立方米", "250000000", "m3"),
    "土石300万方": ("300万方", "3000000", "m3"),
    "全长35公里": ("35公里", "35000", "m"),
    # shares
    "增长20.2%": ("20.2%", "20.2", "percent"),
    "完成全年任务的150％": ("150％", "150", "percent"),
    "占三成": ("三成", "30", "percent"),
    "增长4.1倍": ("4.1倍", "410", "percent"),
    "提高0.8个百分点": ("0.8个百分点", "0.8", "percentagePoint"),
    # counts and durations
    "企业12家": ("12家", "12", "count"),
    "企业十二家": ("十二家", "12", "count"),
    "新能源汽车100万辆": ("100万辆", "1000000", "count"),
    "吞吐量600万TEU": ("600万TEU", "6000000", "count"),
    "员工3000人": ("3000人", "3000", "person"),
    "旅客20万人次": ("20万人次", "200000", "person"),
    "用时60天": ("60天", "60", "day"),
    "工期18个月": ("18个月", "18", "month"),
    "压缩至60个工作日": ("60个工作日", "60", "day"),
    # what stands around it: 年底前 is no 前147, 上下游 no 上下
    "年底前147个项目交付": ("147个", "147", "count"),
    "带动20家上下游企业": ("20家", "20", "count"),
    "新建学校510所、厂房": ("510所", "510", "count"),
}
BOUNDS = {
    "AtLeast": ["总投资超100亿元", "产值突破100亿元", "产值逾100亿元", "不低于100亿元", "不少于100亿元", "至少100亿元", "达到或超过100亿元", "100多亿元",
                "100余亿元", "100亿元以上", "跨过100亿元大关", "迈上100亿元台阶", "100亿元级产业", "产值百亿元", "100-150亿元", "100至150亿元", "100—150亿元"],
    "AtMost": ["不足100亿元", "不到100亿元", "低于100亿元", "少于100亿元", "控制在100亿元以内", "100亿元以下", "不高于100亿元"],
    "About": ["约100亿元", "近100亿元", "接近100亿元", "将近100亿元", "大约100亿元", "100亿元左右", "100亿元上下"],
    "Exact": ["100亿元", "达100亿元", "为100亿元", "完成100亿元", "增长到100亿元"],
}
NONE = [
    # ordinals, names, dates
    "第三位", "第3家", "排名第5", "前3名", "第一批", "T9条线", "G3铜陵段", "2023年", "5月16日", "第三季度", "12306", "电话13800138000",
    # institutes and works with numbers; 台阶
    "兰飞、510所、甲厂", "510所等单位", "迈上万亿台阶",
    # words, not figures
    "一批企业", "一个项目", "两个项目", "三家企业", "一条龙服务", "一方面", "一家人", "两手抓", "三大产业", "四梁八柱", "千家万户", "万众一心", "百年老店",
    # vague
    "数十亿元", "几百家企业", "上百家企业", "数千人", "若干亩", "百亿级产业", "千亿级集群", "万亿级",
    # a degree is no energy unless by the million; a number without a unit
    "气温35度", "3双新鞋", "3.2亿", "高度重视", "多方面", "大方向",
    # in a quotation it is a name
    "落实“30条”措施", "实现“四个新突破”",
]


@pytest.mark.parametrize("phrase, expected", EXACT.items())
def test_value_and_unit(phrase, expected):
    text, value, unit = expected
    assert read(phrase) == [(text, Decimal(value), unit, "Exact")]


@pytest.mark.parametrize("bound, phrase", [(bound, phrase) for bound, phrases in BOUNDS.items() for phrase in phrases])
def test_words_around_the_number_bound_it(bound, phrase):
    (_, value, unit, found), = read(phrase)
    assert (value, unit, found) == (Decimal(10**10), "CNY", bound)


@pytest.mark.parametrize("phrase", NONE)
def test_no_quantity(phrase):
    assert read(phrase) == []


@pytest.mark.parametrize("phrase, value, counted", [
    ("新增企业20余家", 20, "家"), ("布局项目35个", 35, "个"), ("生产线12条", 12, "条"), ("设备300台(套)", 300, "台(套)"), ("船舶4艘", 4, "艘"),
    ("女鞋200万双", 2000000, "双"), ("胶囊20亿粒", 2000000000, "粒"),
    ("带动就业5000余人", 5000, "人"), ("科研人员1200名", 1200, "名")])
def test_a_count_keeps_what_is_counted(phrase, value, counted):
    found, = quantities(phrase)
    assert (found.value, found.counted) == (value, counted)


def test_only_counts_have_something_counted():
    assert [q.counted for q in quantities("投资5亿元，用地300亩，增长8%")] == [None] * 3


def test_several_in_order():
    text = "总投资86亿元，占地520亩，建成后年产值120亿元，新增就业3000人，一期产能12GWh。"
    assert [q.unit for q in quantities(text)] == ["CNY", "m2", "CNY", "person", "Wh"]


def test_of_a_range_the_lower_end_with_the_unit_of_the_upper():
    assert read("用地3-5万亩")[0][1:] == (plain(Decimal(30_000) * 10_000 / 15), "m2", "AtLeast")
    assert read("2.5亿—3亿元") == [("2.5亿—3亿元", Decimal(250_000_000), "CNY", "AtLeast")]
    assert read("布局30至50万千瓦") == [("30至50万千瓦", Decimal(300_000_000), "W", "AtLeast")]


def test_only_the_part_that_is_asked_for():
    text = "投资5亿元，用地300亩"
    assert [q.text for q in quantities(text, 7)] == ["300亩"]
    assert [q.text for q in quantities(text, 0, 6)] == ["5亿元"]


def test_numbers_that_share_a_unit():
    first, = shared_units("两大产业产值分别超过700、500亿元")
    assert (first.text, first.value, first.unit, first.bound) == ("700", Decimal(70_000_000_000), "CNY", "AtLeast")
    assert list(shared_units("产值700亿元、500亿元")) == []


@given(st.integers(2, 10**8), st.sampled_from(["亩", "吨", "家", "人", "元", "%", "公里", "千瓦时"]))
def test_a_written_number_is_read_back(number, unit):
    (text, value, _, bound), = read(f"达{number}{unit}。")
    assert (text, value, bound) == (f"{number}{unit}", plain(number * UNITS[unit][1]), "Exact")


@given(st.integers(20, 10**8).filter(lambda n: n % 10))
def test_a_number_written_in_chinese_is_read_back(number):
    assert [q.value for q in quantities(f"投资{chinese(number)}元。")] == [number]


@given(st.text("零一二两三五十百千万亿0123456789.,-—至约超近不足以上多余级个家元亩吨%倍成人第前，。、“”年月", max_size=30))
def test_spans_quote_the_text_in_order_without_overlap(text):
    end = 0
    for quantity in quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start:quantity.end] == quantity.text
        assert quantity.value.is_finite() and quantity.value >= 0 and quantity.value == plain(quantity.value)
        assert quantity.bound in BOUNDS
        end = quantity.end
    for quantity in shared_units(text):
        assert text[quantity.start:quantity.end] == quantity.text


def test_every_unit_leads_to_one_of_the_ontology(schema):
    assert {canonical for canonical, _ in UNITS.values()} <= set(schema.units)
    assert all(factor > 0 for _, factor in UNITS.values())


@pytest.mark.parametrize("phrase", ["工期不超过30天", "不超过500亩", "用地不过500亩", "不大于500亩",
                                    "不多于30人"])
def test_a_denied_lower_bound_is_no_lower_bound(phrase):
    assert [bound for *_, bound in read(phrase)] != ["AtLeast"]


@pytest.mark.parametrize("phrase, bound", [("收入2000万元以上", "AtLeast"), ("收入2000万元及以上", "AtLeast")])
def test_a_bound_behind_the_number(phrase, bound):
    assert [found for *_, found in read(phrase)] == [bound]


@pytest.mark.parametrize("phrase", ["增速为-3.2%", "增长-3.2%", "增速为负3.2%"])
def test_a_negative_number_is_never_read_as_positive(phrase):
    assert Decimal("3.2") not in [value for _, value, _, _ in read(phrase)]


@pytest.mark.parametrize("phrase, value", [("一点五亿元", 150_000_000), ("增长九点六个百分点", Decimal("9.6"))])
def test_a_decimal_written_in_chinese_is_never_cut(phrase, value):
    assert [found for _, found, _, _ in read(phrase)] in ([], [value])


@given(st.from_regex(module._QUANTITY, fullmatch=True))
def test_a_quantity_of_any_kind_begins_with_a_character_that_is_looked_for(text):
    assert module._PATTERN.match(text)


@pytest.mark.parametrize("text, found", [("**13.11个枢纽工程：**白云大桥。", []), ("每百户拥有充电桩1.5个。", ["1.5个"]), ("13.5万个岗位。", ["13.5万个"])])
def test_a_heading_s_number_in_front_of_a_count_is_no_fraction(text, found):
    assert [q.text for q in quantities(text)] == found
