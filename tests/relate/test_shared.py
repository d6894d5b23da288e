"""The law over real pages and reports, where they are at hand: every evidence quotes its text, nothing comes from furniture.

Where they are looked for, and how they are read, is told in ``tests/read/test_shared.py``.
"""

from __future__ import annotations

from bisect import bisect_right

import pytest

from kg.model import Document, Reading

from ..read.test_shared import REPORTS, documents


def furniture(document: Document) -> list[tuple[int, int]]:
    """The furniture of a page, in offsets of its original text."""
    return [(document.origins[block.start], document.origins[block.end - 1] + 1) for block in document.blocks if block.kind == "furniture"]


def law(document: Document, reading: Reading) -> int:
    """Assert what holds for every reading.

    :returns: how many evidences it has
    """
    hidden = furniture(document)
    starts = [start for start, _ in hidden]
    count = 0
    for fact in (*reading.entities, *reading.relations, *reading.observations, *reading.milestones):
        assert fact.evidence
        for evidence in fact.evidence:
            assert document.text[evidence.start:evidence.end] == evidence.exact != "", f"{document.identifier}: {evidence}"
            before = bisect_right(starts, evidence.start) - 1
            assert before < 0 or hidden[before][1] <= evidence.start, f"{document.identifier}: read from furniture: {evidence}"
            after = before + 1
            assert after == len(hidden) or evidence.end <= hidden[after][0], f"{document.identifier}: reaches into furniture: {evidence}"
            count += 1
    return count


@pytest.mark.parametrize("folder, number, evidences", [("seeds", 2, 200), ("passages", 12, 500)])
def test_the_law_on_pages_and_passages(reader, folder, number, evidences):
    made = documents(folder)
    assert len(made) == number
    assert sum(law(document, reader.read(document)) for document in made) >= evidences


@pytest.mark.slow
def test_the_law_on_reports(reader):
    made = documents("reports", REPORTS)
    assert len(made) == REPORTS
    for document in made:
        assert law(document, reader.read(document)) > 50, document.identifier
