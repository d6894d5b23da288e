"""A linear-chain conditional random field at work: scores of labels -> how probable each label is at each place.

Lafferty, McCallum and Pereira 2001, "Conditional Random Fields"; the forward-backward algorithm, for all sequences of a document at once: at each step
those that are still running stand one below the other, the longest first, so that nothing is computed for places that are not there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Places = NDArray[np.int64]


def probabilities(scores: Scores, starts: Places, lengths: Places, transitions: Scores) -> Scores:
    """How probable each label is.

    :param scores: of every label (column) at every place (row)
    :param starts: the row where each sequence begins; rows of no sequence may stand between
    :param lengths: of the sequences
    :param transitions: scores of one label (row) being followed by another (column)
    :returns: of the same shape as the scores; zero in rows of no sequence
    """
    found = np.zeros_like(scores)
    if not lengths.any():
        return found
    rows, counts = _by_step(starts, lengths)
    weights = scores[rows]
    weights -= weights.max(axis=1, keepdims=True)
    np.exp(weights, out=weights)
    found[rows] = _forward_backward(weights, counts, np.exp(transitions))
    return found


def _by_step(starts: Places, lengths: Places) -> tuple[Places, list[int]]:
    """All rows step by step, those of the longest sequence first, and how many there are of each step."""
    longest_first = np.argsort(-lengths, kind="stable")
    lengths, starts = lengths[longest_first], starts[longest_first]
    steps = np.arange(lengths[0])
    counts = len(lengths) - np.searchsorted(lengths[::-1], steps, side="right")
    ends = np.cumsum(counts)
    step = np.repeat(steps, counts)
    sequence = np.arange(ends[-1]) - np.repeat(ends - counts, counts)
    return starts[sequence] + step, counts.tolist()


def _forward_backward(weights: Scores, counts: list[int], passing: Scores) -> Scores:
    """The algorithm, each step brought back to a sum of one, so that nothing overflows.

    :param weights: of labels, row by row in the order of :func:`_by_step`
    :param counts: of rows of each step
    :param passing: weights of one label being followed by another
    """
    forward = weights  # step by step in its place
    at = 0
    before = forward[: counts[0]]
    before /= before.sum(axis=1, keepdims=True)
    weights = weights.copy()
    for count in counts[1:]:
        at += len(before)
        here = forward[at : at + count]
        here *= before[:count] @ passing
        here /= here.sum(axis=1, keepdims=True)
        before = here
    backward = np.ones((counts[0], weights.shape[1]), np.float32)
    back = passing.T.copy()
    for count, following in zip(counts[-2::-1], counts[:0:-1], strict=True):
        own = backward[:following]
        np.matmul(weights[at : at + following] * own, back, out=own)
        at -= count
        here = forward[at : at + count]
        here *= backward[:count]
        here /= here.sum(axis=1, keepdims=True)
        own /= own.sum(axis=1, keepdims=True)
    return forward
