"""Values as numbers, and what is known of them in arrays."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.recognize.trained.numbered import Combinations, Numbered, Table

VALUES = st.lists(st.sampled_from("abcdefghij"), max_size=30)


@given(st.lists(VALUES, min_size=1, max_size=4))
def test_a_value_keeps_its_number_and_its_row(rounds):
    values = Numbered("a")
    asked = []

    def row(value):
        asked.append(value)
        return [ord(value), len(value)]

    table = Table(values, row, np.int32, (2,))
    for told in rounds:
        numbers = np.array([values[value] for value in told], np.int32)
        assert [values.values_in_order[n] for n in numbers] == told
        assert table.of(numbers).tolist() == [[ord(value), 1] for value in told]
    assert len(asked) == len(set(asked)) == len(values)


def test_a_table_has_room_for_many():
    values = Numbered(*range(1000))
    assert Table(values, lambda value: value).of(np.arange(1000)).tolist() == list(range(1000))


@given(st.lists(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz")), max_size=30), min_size=1, max_size=4))
def test_combinations_are_told_apart(rounds):
    first, second = Numbered[str](), Numbered[str]()
    known = Combinations([first, second], lambda pair: None if pair[0] == "a" else np.array([ord(pair[0]), ord(pair[1])]), 2)
    for told in rounds:
        numbers = [np.array([first[a] for a, _ in told], np.int32), np.array([second[b] for _, b in told], np.int32)]
        assert known.of(numbers).tolist() == [[0, 0] if a == "a" else [ord(a), ord(b)] for a, b in told]
