"""Numerals: written form and value; what names no number is None."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognize.values.numerals import parse

from tests.recognize.values.writing import chinese, grouped

VALUES = {
    # Arabic
    "0": "0", "7": "7", "3.14": "3.14", "1,200": "1200", "12,345,678": "12345678", "1,200.5": "1200.5", "0.08": "0.08",
    # mixed
    "3百": "300", "5千": "5000", "12万": "120000", "1.2亿": "120000000", "1.2万亿": "1200000000000", "3千亿": "300000000000",
    "1,200万": "12000000", "12万5千": "125000", "100亿5000万": "10050000000",
    # Chinese
    "零": "0", "两": "2", "十": "10", "十二": "12", "二十": "20", "一百": "100", "一百零五": "105", "一百一十": "110", "二百三十": "230",
    "两千五百": "2500", "一千零一": "1001", "一千零一十": "1010", "一万二千三百": "12300", "十万": "100000", "三十六万": "360000",
    "一百二十三万四千五百六十七": "1234567", "一亿零五百万": "105000000", "二百三十亿": "23000000000", "一万亿": "1000000000000",
    "两万三千亿": "2300000000000",
    # a unit alone stands for one of it
    "百": "100", "百亿": "10000000000", "千亿": "100000000000", "万亿": "1000000000000",
    # digit by digit
    "二〇二三": "2023", "二零一九": "2019", "一二三": "123",
}
NO_NUMBER = ["", " ", "数十", "数十亿", "几百", "上千", "若干", "多", "半", "第三", "亿元", "万达", "1.2.3", "1,23", "一二百五十", "3.", ".5", "x", "百分之三"]


@pytest.mark.parametrize("written, value", VALUES.items())
def test_a_numeral_has_its_exact_value(written, value):
    assert parse(written) == Decimal(value)


@pytest.mark.parametrize("written", NO_NUMBER)
def test_what_names_no_number_is_none(written):
    assert parse(written) is None


@given(st.integers(0, 10**12 - 1))
def test_a_number_written_in_chinese_is_read_back(number):
    assert parse(chinese(number)) == number


@given(st.integers(0, 10**15), st.integers(0, 99))
def test_a_number_with_separators_and_decimals_is_read_back(whole, cents):
    assert parse(f"{grouped(whole)}.{cents:02d}") == Decimal(f"{whole}.{cents:02d}")


@given(st.decimals(min_value=0, max_value=9999, places=2), st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12), ("百万", 10**6)]))
def test_a_large_unit_behind_arabic_digits_multiplies(number, unit):
    word, factor = unit
    assert parse(f"{number}{word}") == number * factor


@given(st.text("零〇一二两三四五六七八九十百千万亿0123456789.,数几多余 ", max_size=12))
def test_any_string_is_a_number_or_none(text):
    value = parse(text)
    assert value is None or value.is_finite() and value >= 0


@pytest.mark.parametrize("written, value", [("三万五", 35_000), ("两千三", 2_300), ("一百五", 150), ("一百零五", 105), ("三万零五", 30_005)])
def test_a_dropped_last_unit_is_the_next_smaller(written, value):
    assert parse(written) == value
