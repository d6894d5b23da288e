"""The small graph of the query tests."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

EXAMPLE = Path(__file__).parent.parent / "query" / "example.trig"


@pytest.fixture(scope="session")
def graph() -> Store:
    store = Store()
    store.load(path=str(EXAMPLE), format=RdfFormat.TRIG)
    return store
