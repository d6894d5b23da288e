"""Counting in a process of its own gives what counting here gives."""

from __future__ import annotations

import pytest

from kg.errors import StoreError
from kg.schema import load_schema
from kg.store import Store, counting
from kg.store.counts import count

CLASSES = load_schema().entity_classes


@pytest.fixture
def apart(monkeypatch):
    """Every graph is large; gives a list that gets what other processes counted."""
    told = []
    real = counting._apart

    def listening(*arguments):
        told.append(real(*arguments))
        return told[-1]

    monkeypatch.setattr(counting, "_LARGE", 0)
    monkeypatch.setattr(counting, "_apart", listening)
    return told


def test_another_process_counts_the_same(store, apart):
    here = count(store.union, CLASSES)
    assert counting.counted(store, CLASSES) == here
    assert apart == [here]


def test_the_writer_that_holds_the_lock_can_be_counted_for(store, apart):
    with Store.open(store.folder, write=True) as writer:
        assert counting.counted(writer, CLASSES) == apart[0] == count(writer.union, CLASSES)


def test_a_small_graph_is_counted_here(store, monkeypatch):
    monkeypatch.setattr(counting, "_apart", lambda *_: pytest.fail("another process was asked"))
    assert counting.counted(store, CLASSES).documents == 2


@pytest.mark.parametrize("python", ["", "/there/is/no/python", "/bin/false"])
def test_where_no_other_process_can_count_this_one_does(store, apart, monkeypatch, python):
    monkeypatch.setattr(counting.sys, "executable", python)
    assert counting.counted(store, CLASSES).documents == 2
    assert apart == [None]


def test_a_store_without_a_graph_is_told_as_ever(tmp_path, apart):
    with Store.open(tmp_path / "store", write=True, create=True) as store, pytest.raises(StoreError, match="no graph"):
        counting.counted(store, CLASSES)
