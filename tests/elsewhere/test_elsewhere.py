"""What is found in the slices of reports that the gold here is about: cut, built into a store, scored. README.md says what they are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import evaluate

from ..read.test_shared import ROOT as SHARED
from ..relate.test_floors import scored
from .test_cut import FOLDERS, SLICES, cut_reports

FOLDER = Path(__file__).parent
FLOORS = {"entities/core": 0.84, "relations": 0.74, "figures": 0.88, "milestones": 0.82}
PRINTED = ("entities/core", "entities/all", "relations", "figures", "figures/strict", "milestones", "milestones/strict")


@pytest.fixture(scope="module", params=FOLDERS)
def folder(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def evaluation(folder, tmp_path_factory) -> evaluate.Evaluation:
    if not (SHARED / "reports").is_dir():
        pytest.skip(f"{SHARED / 'reports'} is not at hand")
    slices = tmp_path_factory.mktemp(folder)
    cut_reports.cut_all(evaluate.load([FOLDER / folder]), SHARED / "reports", slices)
    found = scored([slices], FOLDER / folder, slices / "store")
    print(f"\n{folder}:", ", ".join(f"{key} {found.tallies[key].f1:.3f}" for key in PRINTED))
    return found


@pytest.mark.parametrize("key, floor", FLOORS.items())
def test_they_score_no_less(evaluation, key, floor):
    assert evaluation.tallies[key].f1 >= floor


def test_every_quotation_is_letter_for_letter_and_no_slice_is_missing(evaluation, folder):
    assert evaluation.missing == () and len(evaluation.documents) == SLICES[folder]
    assert evaluation.quotes.gold > 200 and evaluation.quotes.hit == evaluation.quotes.gold
