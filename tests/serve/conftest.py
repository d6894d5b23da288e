"""One store with real readings, and one server for all tests that change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.pipeline import build

pytest.importorskip("fastapi", reason="the extra serve is not installed: pip install 'parkkg[serve]'")

from tests.serve.server import Server, served  # noqa: E402

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = ("zhaoqing-energy-storage-2024.md", "zhaoqing-gaoxinqu-2022.md", "chengdu-boe-2023.md", "lingang-2024.html")


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "kg-store"
    build([CORPUS / name for name in TEXTS], folder)
    return folder


@pytest.fixture(scope="session")
def server(store_folder) -> Iterator[Server]:
    with served(store_folder, "--timeout", "3", "--rows", "5000", "--memory", "512") as running:
        yield running
