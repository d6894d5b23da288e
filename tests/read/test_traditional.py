"""Traditional characters are read as simplified ones; simplified text stays as it is."""

from hypothesis import given
from hypothesis import strategies as st

from kg.read.traditional import simplified, table


def test_the_table_is_sound():
    pairs = table()
    assert len(pairs) > 2500
    assert list(pairs) == sorted(pairs), "run: python tools/refresh_traditional.py"
    assert all(len(a) == len(b) == 1 for a, b in pairs.items()) and not set(pairs) & set(pairs.values())


def test_no_character_of_simplified_text_is_touched():
    standard = "".join(bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    assert len(standard) == 6763                       # the Chinese characters of GB 2312
    assert simplified(standard) == standard
    assert simplified("昇腾、淼堃喆") == "昇腾、淼堃喆"


@given(st.text())
def test_the_length_stays_and_a_second_time_changes_nothing(text):
    once = simplified(text)
    assert len(once) == len(text) and simplified(once) == once


def test_names():
    assert simplified("鴻海、臺積電、國軒高科、寧德時代、廣東省肇慶市") == "鸿海、台积电、国轩高科、宁德时代、广东省肇庆市"
