"""The store that the README speaks of."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import build

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "kg-store"
    build([ROOT / "corpus"], folder)
    return folder
