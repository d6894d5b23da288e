"""Literals in canonical form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.terms import day, decimal, integer, plain


@pytest.mark.parametrize(("written", "canonical"), [
    ("3.00E+10", "30000000000"), ("20.50", "20.5"), ("0.0", "0"), ("-0.00", "0"), ("1E-7", "0.0000001"), ("100", "100"),
    ("-12.340", "-12.34"), ("1234567890123456789012345678901234567890.10", "1234567890123456789012345678901234567890.1"),
])
def test_decimals_have_no_exponent_and_no_idle_zeros(written, canonical):
    assert plain(Decimal(written)) == canonical
    assert decimal(Decimal(written)).datatype.value == "http://www.w3.org/2001/XMLSchema#decimal"


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_every_decimal_keeps_its_value(value):
    text = plain(value)
    assert Decimal(text) == value
    assert "E" not in text and not (("." in text) and text.endswith("0"))


@pytest.mark.parametrize(("edtf", "datatype"), [
    ("2023-01-16", "date"), ("2023-01", "gYearMonth"), ("2023", "gYear"), ("2023-02-30", "string"),
    ("2023-13", "string"), ("2023/2024", "string"),
])
def test_dates_have_the_type_of_their_precision(edtf, datatype):
    assert (day(edtf).value, day(edtf).datatype.value.rpartition("#")[2]) == (edtf, datatype)


def test_offsets_are_integers():
    assert (integer(12).value, integer(12).datatype.value.rpartition("#")[2]) == ("12", "integer")
