"""What is found in the slices of reports that the gold here is about: cut, built into a store, scored. README.md says what they are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import evaluate

from ..read.test_shared import ROOT as SHARED
from ..relate.test_floors import scored
from .test_cut import FOLDERS, cut_reports

FOLDER = Path(__file__).parent
FLOORS = {"entities/core": 0.75, "relations": 0.65, "figures": 0.82, "milestones": 0.70}
PRINTED = ("entities/core", "entities/all", "relations", "figures", "figures/strict", "milestones", "milestones/strict")


@pytest.fixture(scope="module", params=FOLDERS)
def evaluation(request, tmp_path_factory) -> evaluate.Evaluation:
    if not (SHARED / "reports").is_dir():
        pytest.skip(f"{SHARED / 'reports'} is not at hand")
    slices = tmp_path_factory.mktemp(request.param)
    cut_reports.cut_all(evaluate.load([FOLDER / request.param]), SHARED / "reports", slices)
    found = scored([slices], FOLDER / request.param, slices / "store")
    print(f"\n{request.param}:", ", ".join(f"{key} {found.tallies[key].f1:.3f}" for key in PRINTED))
    return found


@pytest.mark.parametrize("key, floor", FLOORS.items())
def test_they_score_no_less(evaluation, key, floor):
    assert evaluation.tallies[key].f1 >= floor


def test_every_quotation_is_letter_for_letter_and_no_slice_is_missing(evaluation):
    assert evaluation.missing == () and len(evaluation.documents) == 6
    assert evaluation.quotes.gold > 200 and evaluation.quotes.hit == evaluation.quotes.gold
