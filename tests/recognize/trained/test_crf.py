"""The conditional random field against its definition: every sequence of labels is scored, the best and the sums are compared."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.recognize.trained.crf import probabilities

SCORE = st.floats(-4, 4, width=32)


@st.composite
def problems(draw):
    """A few short sequences in the rows of one matrix, with rows between them that belong to none, and the scores of transitions."""
    size = draw(st.integers(2, 3))
    lengths = draw(st.lists(st.integers(0, 4), min_size=1, max_size=4))
    gaps = draw(st.lists(st.integers(0, 2), min_size=len(lengths), max_size=len(lengths)))
    starts = [sum(gaps[: i + 1]) + sum(lengths[:i]) for i in range(len(lengths))]
    scores = draw(arrays(np.float32, (sum(gaps) + sum(lengths), size), elements=SCORE))
    return scores, np.array(starts), np.array(lengths), draw(arrays(np.float32, (size, size), elements=SCORE))


def _by_definition(scores, transitions):
    n, size = scores.shape
    total = {
        path: sum(scores[i, label] for i, label in enumerate(path)) + sum(transitions[a, b] for a, b in zip(path, path[1:]))
        for path in product(range(size), repeat=n)
    }
    weights = {path: np.exp(score) for path, score in total.items()}
    sums = np.zeros((n, size))
    for path, weight in weights.items():
        for i, label in enumerate(path):
            sums[i, label] += weight
    return sums / sum(weights.values())


@given(problems())
@settings(deadline=None)
def test_the_probabilities_are_those_of_the_definition(problem):
    scores, starts, lengths, transitions = problem
    found = probabilities(scores, starts, lengths, transitions)
    between = np.ones(len(scores), bool)
    for start, length in zip(starts, lengths, strict=True):
        rows = slice(start, start + length)
        between[rows] = False
        if length:
            assert found[rows] == pytest.approx(_by_definition(scores[rows].astype(float), transitions.astype(float)), abs=1e-4)
    assert not found[between].any()


def test_long_sequences_do_not_overflow():
    found = probabilities(np.full((3000, 2), 60, np.float32), np.array([0]), np.array([3000]), np.array([[0, 1], [1, 0]], np.float32))
    assert found.sum(axis=1) == pytest.approx(np.ones(3000), abs=1e-3)


def test_no_sequence_at_all():
    none = np.zeros(0, np.int64)
    assert not probabilities(np.ones((4, 2), np.float32), none, none, np.zeros((2, 2), np.float32)).any()
