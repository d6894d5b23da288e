"""Times: a phrase, and its EDTF. What is vague, only compared with, or no time at all is left out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import TimeSpan
from kg.recognize.values.times import times, with_year

EDTF = re.compile(r"(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?")


def read(text: str, issued: int | None = 2024) -> list[tuple[str, str]]:
    return [(t.text, t.edtf) for t in times(text, issued)]


STATED = {
    "2023年": "2023", "1998年": "1998", "2023年度": "2023", "2023年末": "2023", "2023年底": "2023", "截至2023年底": "2023-12", "到2023年底": "2023", "2023年底前": "2023", "2020年以来": "2020",
    "2023年5月": "2023-05", "2023年05月": "2023-05", "2023年12月底": "2023-12", "2023年11月份": "2023-11",
    "2023年5月6日": "2023-05-06", "2023年10月16日": "2023-10-16", "2023年05月06日": "2023-05-06",
    "2023年一季度": "2023-01/2023-03", "2023年第四季度": "2023-10/2023-12", "2023年前三季度": "2023-01/2023-09",
    "2023年上半年": "2023-01/2023-06", "2023年下半年": "2023-07/2023-12", "2023年1-5月": "2023-01/2023-05", "2023年1—11月": "2023-01/2023-11",
    "2021-2023年": "2021/2023", "2021年至2023年": "2021/2023", "2021—2025年": "2021/2025",
    "“十四五”期间": "2021/2025", "“十四五”规划": "2021/2025", "“十三五”末": "2016/2020", "十五五时期": "2026/2030",
}
RELATIVE = {        # to a document of 2024
    "去年": "2023", "上年": "2023", "今年": "2024", "本年度": "2024", "明年": "2025", "前年": "2022", "后年": "2026",
    "去年9月": "2023-09", "今年5月16日": "2024-05-16", "去年上半年": "2023-01/2023-06", "今年一季度": "2024-01/2024-03", "今年1-2月": "2024-01/2024-02",
    "近三年": "2021/2023", "过去五年": "2019/2023", "三年来": "2021/2023", "过去的一年": "2023", "新的一年": "2024",
}
OPEN = {            # the frame says the year
    "5月": "XXXX-05", "5月16日": "XXXX-05-16", "12月底": "XXXX-12", "1-5月": "XXXX-01/XXXX-05", "上半年": "XXXX-01/XXXX-06",
    "前三季度": "XXXX-01/XXXX-09", "第二季度": "XXXX-04/XXXX-06", "当年": "XXXX", "同年": "XXXX", "年内": "XXXX", "年底": "XXXX", "上个月": "XXXX-XX", "下月初": "XXXX-XX", "本月底": "XXXX-XX",
}
NONE = ["比2022年增长7%", "较去年增长", "比上年同期", "去年同期", "较上年", "日前", "近日", "近年来", "截至目前", "3年", "十年", "第三批", "百年", "千年古城",
        "月产10万台", "30月", "2023", "12306", "岁月", "半年报", "年产30万吨", "多年来", "以上月均", "比上月增长", "同下月"]


@pytest.mark.parametrize("phrase, edtf", STATED.items())
def test_a_time_with_its_year_needs_no_document(phrase, edtf):
    assert [found for _, found in read(phrase, None)] == [edtf]
    assert [found for _, found in read(f"自{phrase}，", 2024)] == [edtf]


@pytest.mark.parametrize("phrase, edtf", RELATIVE.items())
def test_a_relative_time_is_resolved_against_the_document(phrase, edtf):
    assert read(phrase, 2024) == [(phrase, edtf)]


@pytest.mark.parametrize("phrase", RELATIVE)
def test_without_a_date_of_the_document_nothing_is_guessed(phrase):
    assert all("XXXX" in edtf for _, edtf in read(phrase, None))


@pytest.mark.parametrize("phrase, edtf", OPEN.items())
def test_what_the_frame_has_to_fill_stays_open(phrase, edtf):
    assert read(phrase) == [(phrase, edtf)]


@pytest.mark.parametrize("phrase", NONE)
def test_no_time(phrase):
    assert read(phrase) == []


@pytest.mark.parametrize("phrase", [
    "达产前年产10万吨", "达产后年产值50亿元", "项目投产后年均税收",
    "三年前年产"])
def test_a_time_does_not_straddle_words(phrase):
    assert not {"前年", "后年"} & {text for text, _ in read(phrase)}


@pytest.mark.parametrize("phrase, edtf", [
    ("2023年5—8月", "2023-05/2023-08"), ("2023年1月至5月", "2023-01/2023-05"), ("9月至12月", "XXXX-09/XXXX-12"),
    ("2023年前11个月", "2023-01/2023-11"), ("前三个月", "XXXX-01/XXXX-03")])
def test_a_period_of_months_is_one_time(phrase, edtf):
    assert [found for _, found in read(phrase)] == [edtf]


@pytest.mark.parametrize("phrase", ["2023年2月30日", "6月31日"])
def test_a_day_that_does_not_exist_is_no_day(phrase):
    assert not any(edtf.endswith(("-30", "-31")) for _, edtf in read(phrase))


def test_several_in_order():
    assert read("2021年7月签约，8月28日动工，次年投产，今年一季度达产") == [
        ("2021年7月", "2021-07"), ("8月28日", "XXXX-08-28"), ("次年", "XXXX"), ("今年一季度", "2024-01/2024-03")]


def test_the_next_year_says_how_far_it_is():
    assert [(t.text, t.years) for t in times("当年签约，第二年动工，次年投产")] == [("当年", 0), ("第二年", 1), ("次年", 1)]


@pytest.mark.parametrize("edtf, years, frame, expected", [
    ("XXXX-05", 0, 2022, "2022-05"), ("XXXX", 1, 2021, "2022"), ("XXXX-01/XXXX-06", 0, 2023, "2023-01/2023-06"),
    ("2020-03", 0, 2023, "2020-03"), ("2020-03", 0, None, "2020-03"), ("XXXX-05", 0, None, None)])
def test_the_frame_fills_the_year(edtf, years, frame, expected):
    assert with_year(TimeSpan(0, 1, "x", edtf, years), frame) == expected


def test_only_the_part_that_is_asked_for():
    text = "2021年签约，2022年动工"
    assert [t.text for t in times(text, None, 8)] == ["2022年"]
    assert [t.text for t in times(text, None, 0, 7)] == ["2021年"]


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28))
def test_a_date_is_read_back(year, month, day):
    assert read(f"于{year}年{month}月{day}日投产") == [(f"{year}年{month}月{day}日", f"{year}-{month:02d}-{day:02d}")]


@given(st.text("0123456789年月日年年月前三季度上下半去今明后当第一二底末初至到-—比较同期“十四五”期间近过来的 ，。", max_size=30), st.sampled_from([None, 2024]))
def test_spans_quote_the_text_in_order_and_are_edtf(text, issued):
    end = 0
    for span in times(text, issued):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start:span.end] == span.text
        assert all(EDTF.fullmatch(part) for part in span.edtf.split("/"))
        end = span.end


@pytest.mark.parametrize("text", ("四季度", "二季度", "同年", "来年", "“十四五”期间", '"十四五"时期', "刚刚过去的一年", "新一年", "12月"))
def test_a_time_of_any_kind_is_found_where_it_begins(text):
    assert [t.text for t in times(f"在{text}投产", 2024)] == [text]
