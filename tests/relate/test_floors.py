"""Regression floors: a build of known texts, scored against their gold as ``kg evaluate`` does.

The corpus is part of the project. Other gold is looked for in the folder ``gold`` of ``$PARKKG_SHARED``, or of ``shared`` beside
the checkout, with the texts it is about in ``seeds`` and ``passages`` there; it is no part of the project.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import evaluate
from kg.pipeline import build
from kg.store import Store

from ..read.test_shared import ROOT

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FLOORS = {"entities/core": 0.80, "relations": 0.50, "figures": 0.55, "milestones": 0.50}
SHARED_FLOORS = {"entities/core": 0.75, "relations": 0.50, "figures": 0.65, "milestones": 0.45}


def scored(texts: list[Path], gold: Path, folder: Path) -> evaluate.Evaluation:
    report = build(texts, folder)
    assert not report.failed and report.added
    with Store.open(folder) as store:
        return evaluate.evaluate(store.union, evaluate.load([gold]), store.text)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> evaluate.Evaluation:
    return scored([CORPUS], CORPUS / "gold", tmp_path_factory.mktemp("corpus") / "store")


@pytest.fixture(scope="module")
def shared(tmp_path_factory) -> evaluate.Evaluation:
    if not (ROOT / "gold").is_dir():
        pytest.skip(f"{ROOT / 'gold'} is not at hand")
    return scored([ROOT / "seeds", ROOT / "passages"], ROOT / "gold", tmp_path_factory.mktemp("shared") / "store")


@pytest.mark.parametrize("key, floor", FLOORS.items())
def test_the_corpus_scores_no_less(corpus, key, floor):
    assert corpus.tallies[key].f1 >= floor


@pytest.mark.parametrize("key, floor", SHARED_FLOORS.items())
def test_other_texts_score_no_less(shared, key, floor):
    assert shared.tallies[key].f1 >= floor


@pytest.mark.parametrize("which, documents", [("corpus", 12), ("shared", 14)])
def test_every_quotation_is_letter_for_letter_and_no_document_is_missing(which, documents, request):
    evaluation = request.getfixturevalue(which)
    assert evaluation.missing == () and len(evaluation.documents) >= documents
    assert evaluation.quotes.gold > 500 and evaluation.quotes.hit == evaluation.quotes.found == evaluation.quotes.gold
