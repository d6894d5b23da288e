"""From Accept to a format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.negotiate import RESULTS, TRIPLES, named, negotiate, quality


@pytest.mark.parametrize("accept, chosen", [
    (None, "json"), ("", "json"), ("*/*", "json"), ("application/*", "json"), ("text/*", "csv"), ("application/json", "json"),
    ("text/csv", "csv"), ("TEXT/CSV", "csv"), ("text/tab-separated-values, */*;q=0.1", "tsv"), ("text/xml", "xml"),
    ("text/csv;q=0.2, application/sparql-results+xml;q=0.3", "xml"), ("text/csv;header=present", "csv"),
    ("image/png", None), ("text/turtle", None), ("*/*;q=0", None), ("application/sparql-results+json;q=0, */*", "xml"),
])
def test_results(accept, chosen):
    assert negotiate(accept, RESULTS) == chosen


@pytest.mark.parametrize("accept, chosen", [(None, "turtle"), ("text/turtle;q=0.5, application/ld+json", "jsonld"), ("text/plain", "ntriples"),
                                            ("application/rdf+xml", "rdfxml"), ("text/csv", None)])
def test_triples(accept, chosen):
    assert negotiate(accept, TRIPLES) == chosen


@given(st.text(max_size=80))
def test_no_header_is_too_strange(accept):
    assert negotiate(accept, RESULTS) in {*RESULTS, None}
    assert 0 <= quality(accept, "text/html") <= 1
    assert named(accept, "text/html") in (True, False)
