"""Floors on real reports, which lie beside the repository: is one thing one node?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.evaluate import evaluate_clusters, load_clusters
from kg.pipeline import build
from kg.store import Store

SHARED = Path(__file__).resolve().parents[3] / "shared"
CLUSTERS = Path(__file__).parent / "clusters"


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "reports").is_dir(), reason="needs the texts of ../shared")
@pytest.mark.parametrize(("name", "precision", "f1"), [("reports", 0.97, 0.95), ("unseen", 0.97, 0.95)])
def test_one_thing_is_one_node(tmp_path, name, precision, f1):
    gold = load_clusters(CLUSTERS / f"{name}.json")
    texts = [next(folder / document for folder in (SHARED / "reports", SHARED / "seeds") if (folder / document).exists())
             for document in sorted({item.document for item in gold})]
    build(texts, tmp_path / "store")
    with Store.open(tmp_path / "store") as store:
        measured = evaluate_clusters(store.union, gold)
    assert measured.found.precision >= precision and measured.found.f1 >= f1, (measured.together, measured.apart)
    assert measured.found.items >= 0.75 * measured.all.items
