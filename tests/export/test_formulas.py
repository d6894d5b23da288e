"""Texts that a spreadsheet would run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.formulas import harmless


@pytest.mark.parametrize("text", [
    '=HYPERLINK("http://example.org")', "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1+1", "－A1", "--1"])
def test_formulas_get_an_apostrophe(text):
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", "肇庆高新区", "-3.5", "+20", "2023-01", "a=b", "11亿元"])
def test_other_texts_stay(text):
    assert harmless(text) == text


@given(st.text())
def test_nothing_begins_like_a_formula_but_numbers(text):
    safe = harmless(text)
    assert safe in (text, "'" + text)
    first = safe.lstrip()[:1]
    assert first not in tuple("=@＝＋－＠") and (first not in tuple("+-") or safe.strip("+-%").replace(".", "").isdigit())
