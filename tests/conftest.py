"""What the tests of several parts share."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import build

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory) -> Path:
    """A store of the corpus, as the README speaks of it; not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "kg-store"
    build([ROOT / "corpus"], folder)
    return folder
