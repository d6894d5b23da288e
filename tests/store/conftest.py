"""Stores on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph import dataset
from kg.graph.dataset import Knowledge
from kg.schema import load_schema
from kg.store import Store
from tests.graph import made
from tests.resolve.listed import PLACES

KNOWLEDGE = Knowledge(load_schema(), PLACES)


def fill(store: Store, *identifiers: str) -> None:
    """Put made documents, and write the graph."""
    for identifier in identifiers:
        store.put(made.document(identifier), made.reading(identifier), "made")
    store.write_graph(dataset(store, KNOWLEDGE), "made")


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """A store with two documents; not to be changed."""
    path = tmp_path_factory.mktemp("kg") / "store"
    with Store.open(path, write=True, create=True) as store:
        fill(store, "a.txt", "b.txt")
    return path


@pytest.fixture(scope="session")
def store(folder) -> Iterator[Store]:
    with Store.open(folder) as opened:
        yield opened
