"""The conditional random field against its definition: every sequence of labels is scored, the best and the sums are compared."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.recognize.trained.crf import decode

SCORE = st.floats(-4, 4, width=32)


@st.composite
def problems(draw):
    """A few short sequences with scores, and the scores of transitions."""
    size = draw(st.integers(2, 3))
    lengths = draw(st.lists(st.integers(0, 4), min_size=1, max_size=4))
    return [draw(arrays(np.float32, (n, size), elements=SCORE)) for n in lengths], draw(arrays(np.float32, (size, size), elements=SCORE))


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
    return max(total.values()), total, sums / sum(weights.values())


@given(problems())
@settings(deadline=None)
def test_the_best_labels_and_the_probabilities_are_those_of_the_definition(problem):
    sequences, transitions = problem
    for scores, (labels, probabilities) in zip(sequences, decode(sequences, transitions), strict=True):
        assert len(labels) == len(probabilities) == len(scores)
        if len(scores):
            best, total, sums = _by_definition(scores.astype(float), transitions.astype(float))
            assert total[tuple(int(label) for label in labels)] == pytest.approx(best, abs=1e-4)
            assert probabilities == pytest.approx(sums, abs=1e-4)


def test_long_sequences_do_not_overflow():
    ((labels, probabilities),) = decode([np.full((3000, 2), 60, np.float32)], np.array([[0, 1], [1, 0]], np.float32))
    assert np.isfinite(probabilities).all() and len(labels) == 3000


def test_no_sequence_at_all():
    assert list(decode([], np.zeros((2, 2), np.float32))) == []
