"""Dates as they are written, as EDTF; none that the calendar does not have."""

import pytest

from kg.errors import UsageError
from kg.read.dates import any_date, compact_date, first_date, issued_date


@pytest.mark.parametrize("text, date", [
    ("2023-01-16 10:20", "2023-01-16"),
    ("发布于2023年1月16日", "2023-01-16"),
    ("2023/1/6", "2023-01-06"),
    ("2023.01.06", "2023-01-06"),
    ("2023-02-30，2023-03-01", "2023-03-01"),
    ("二〇一六年一月二十四日", "2016-01-24"),
    ("二○二三年十二月三十一日", "2023-12-31"),
    ("一九九九年十月十日", "1999-10-10"),
    ("电话0758-3101234", None),
    ("2023年第1期", None),
    ("12023-01-016", None),
])
def test_first_full_date(text, date):
    assert first_date(text) == date


def test_compact_dates():
    assert compact_date("t20230116_1838388") == "2023-01-16"
    assert compact_date("20231316 220230116") is None


@pytest.mark.parametrize("text, date", [("2023", "2023"), ("2023年", "2023"), ("2023-01", "2023-01"), ("2023年1月", "2023-01"),
                                        ("2023-01-16T10:20:00+08:00", "2023-01-16"), ("20230116", "2023-01-16"),
                                        ("2023-13", None), ("去年", None), ("", None)])
def test_a_field_may_be_less_precise(text, date):
    assert any_date(text) == date


@pytest.mark.parametrize("text", ["2023", "2023-02", "2023-02-28", "2024-02-29"])
def test_a_given_date_is_taken_as_it_is(text):
    assert issued_date(text) == text


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13", "2023-1-6", "2023年", "", "0000", "2023-02-29", "gestern", "2023-00-01", "２０２３"])
def test_an_impossible_given_date_is_refused(text):
    with pytest.raises(UsageError, match="there is no date.*|YYYY-MM-DD"):
        issued_date(text)
