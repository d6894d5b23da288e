"""A reading comes back from JSON as it went in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.model import Entity, Evidence, Milestone, Observation, Reading, Relation
from kg.store import codec
from tests.graph import made

TEXT = made.TEXT
names = st.text(min_size=1, max_size=8)
maybe = st.none() | names
numbers = st.decimals(allow_nan=False, allow_infinity=False)


@st.composite
def evidences(draw):
    spans = draw(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), names), max_size=3))
    return tuple(Evidence(min(a, b), max(a, b), TEXT[min(a, b):max(a, b)], rule) for a, b, rule in spans)


entities = st.builds(Entity, names, st.lists(names, min_size=1, max_size=3).map(tuple), evidences(), maybe, maybe,
                     st.lists(names, max_size=2).map(tuple), st.lists(st.tuples(names, names), max_size=2).map(tuple))
relations = st.builds(Relation, st.integers(0, 9), names, st.integers(0, 9), names, numbers, evidences(), maybe)
observations = st.builds(Observation, st.integers(0, 9), names, names, numbers, names, names, names, maybe, names, evidences(), maybe)
milestones = st.builds(Milestone, st.integers(0, 9), names, maybe, names, evidences())
kinds = (st.lists(kind, max_size=4).map(tuple) for kind in (entities, relations, observations, milestones))
readings = st.builds(Reading, st.just("a.txt"), *kinds)


@given(readings)
def test_a_reading_comes_back_as_it_was(reading):
    assert codec.decode("a.txt", *codec.encode(reading, TEXT), TEXT) == reading


@given(readings)
def test_entities_come_back_without_their_evidence(reading):
    found = codec.decode_entities(codec.encode(reading, TEXT)[0])
    assert found == tuple(Entity(e.cls, e.names, (), e.identifier, e.within, e.candidates, e.context) for e in reading.entities)


def test_the_digits_of_a_number_are_kept():
    [first, *_] = codec.decode("a.txt", *codec.encode(made.reading(), TEXT), TEXT).observations
    assert str(first.value) == str(Decimal("3.00E+10"))


def test_an_evidence_that_does_not_quote_the_text_is_refused():
    wrong = Reading("a.txt", (Entity("Company", ("小鹏",), (Evidence(0, 2, "小鹏", "made.rule"),)),), (), (), ())
    with pytest.raises(StoreError, match=r"a.txt\[0:2\].*made.rule.*'小鹏'.*'肇庆'"):
        codec.encode(wrong, TEXT)
