"""A model learnt from the corpus alone, small and quick, for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.recognize.trained.training import learn

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Path:
    """A model learnt from four texts."""
    path = tmp_path_factory.mktemp("trained") / "small.crfsuite"
    learn(CORPUS, path, limit=4)
    return path
