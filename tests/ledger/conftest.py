"""The made store, on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import Store
from tests.ledger import made


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    return made.store(tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="session")
def store(folder) -> Iterator[Store]:
    with Store.open(folder) as opened:
        yield opened
