"""Mappings and rows on disk answer as a dict and a sorted list do, however much of them is in memory."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import disk
from kg.disk import Disk
from kg.errors import StoreError

KEYS = st.sampled_from(["", "a", "ab", "b", "肇庆", "肇庆高新区", "\x1f", "'; DROP TABLE t1; --"])
VALUES = st.one_of(st.integers(-9, 9), KEYS, st.lists(KEYS, max_size=2), st.none(), st.tuples(KEYS, st.integers()))
CHANGES = st.lists(st.tuples(st.sampled_from(("put", "get", "delete", "list", "rest")), KEYS, VALUES), max_size=40)


@settings(deadline=None, max_examples=200)
@given(CHANGES, st.integers(1, 5))
def test_a_table_is_a_dict_in_the_order_of_its_keys(changes, held):
    kept = Disk()
    table, model = kept.table(held), {}
    for what, key, value in changes:
        if what == "put":
            table[key] = model[key] = value
        elif what == "get":
            assert table.get(key, "none") == model.get(key, "none") and (key in table) == (key in model)
        elif what == "delete" and key in model:
            del table[key], model[key]
        elif what == "list":
            assert list(table) == sorted(model)
        elif what == "rest":
            kept.rest()
    assert list(table.items()) == sorted(model.items(), key=lambda item: item[0])
    assert list(table.values()) == [model[key] for key in sorted(model)]
    assert len(table) == len(model)


def test_a_key_that_is_not_there_is_an_error():
    for held in (1, 100):
        table = Disk().table(held)
        table["a"] = table["b"] = table["c"] = 1
        with pytest.raises(KeyError):
            table["d"]
        with pytest.raises(KeyError):
            del table["d"]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(KEYS, st.integers(-3, 3), VALUES), max_size=30), st.integers(1, 5))
def test_rows_come_in_the_order_of_their_keys_and_then_as_they_were_put(rows, held):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(disk, "HELD", held)
        file = Disk()
        kept = file.rows(2)
    for number, row in enumerate(rows):
        kept.add(*row)
        if number % 7 == 6:
            file.rest()
    expected = sorted(rows, key=lambda row: row[:2])
    assert list(kept) == expected
    assert [(keys, value) for keys, values in kept.grouped() for value in values] == [(row[:2], row[2]) for row in expected]
    assert all(kept.of(*row[:2]) == [other[2] for other in rows if other[:2] == row[:2]] for row in rows)
    assert kept.of("nothing", 0) == []
    kept.add("later", 1, "value")
    assert kept.of("later", 1) == ["value"]


def test_rows_without_keys_come_as_they_were_put(monkeypatch):
    monkeypatch.setattr(disk, "HELD", 2)
    rows = Disk().rows(0)
    for value in (3, 1, 2, 1, 5):
        rows.add(value)
    assert list(rows) == [(3,), (1,), (2,), (1,), (5,)]


def test_no_room_is_one_clear_error():
    full = Disk()
    full.run("PRAGMA max_page_count = 4")
    table = full.table(2)
    with pytest.raises(StoreError, match="temporary files can't be written: .*full.*SQLITE_TMPDIR"):
        for number in range(1_000):
            table[f"key {number}"] = "x" * 100


def test_what_is_small_never_leaves_memory():
    made = Disk()
    table, rows = made.table(), made.rows(1)
    for number in range(100):
        table[str(number)] = number
        rows.add(str(number), number)
    assert (len(list(table)), len(list(rows)), rows.of("7")) == (100, 100, [7])
    assert made.run("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
