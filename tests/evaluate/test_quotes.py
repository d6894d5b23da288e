import pytest

from kg.evaluate.found import FoundQuote
from kg.evaluate.quotes import bad_quotes

TEXT = "😀华星电子落户东湖高新区"


@pytest.mark.parametrize("quote, complaint", [
    (FoundQuote("e", 1, 5, "华星电子"), None),
    (FoundQuote("e", 0, 5, "😀华星电子"), None),
    (FoundQuote("e", 1, 5, "华星电"), "1-5 «华星电», but there stands «华星电子»"),
    (FoundQuote("e", 90, 94, "华星电子"), "90-94 «华星电子», but there stands «»"),
    (FoundQuote("e", None, 5, "华星电子"), "e lacks oa:start, oa:end or oa:exact"),
    (FoundQuote("e", 1, 5, None), "e lacks oa:start, oa:end or oa:exact"),
])
def test_every_letter_counts(quote, complaint):
    assert list(bad_quotes([quote], TEXT)) == ([complaint] if complaint else [])
