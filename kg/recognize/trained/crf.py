"""A linear-chain conditional random field at work: scores of labels -> the best labels of each sequence, and how probable each is.

Lafferty, McCallum and Pereira 2001, "Conditional Random Fields"; Viterbi's algorithm and the forward-backward algorithm, for all sequences of a document
at once: sequences stand in the order of their lengths, so that those that are still running at a step are the first ones.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import neg

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Labels = NDArray[np.int64]
_PLACES = 100_000  # of a batch of sequences, the longest times their number


def decode(sequences: Sequence[Scores], transitions: Scores) -> list[tuple[Labels, Scores]]:
    """The best labels of every sequence.

    :param sequences: for each its scores, one row for each place, one column for each label
    :param transitions: scores of one label (row) being followed by another (column)
    :returns: for each sequence, in the order given, its labels and the probability of every label at every place
    """
    found: list[tuple[Labels, Scores]] = [(np.empty(0, np.int64), np.empty((0, len(transitions)), np.float32))] * len(sequences)
    for batch in _batches([len(scores) for scores in sequences]):
        for i, labels in zip(batch, _decoded([sequences[i] for i in batch], transitions), strict=True):
            found[i] = labels
    return found


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The sequences that are decoded together, the longest first: so many that they fill no more than :data:`_PLACES`, empty ones left out."""
    batch: list[int] = []
    for i in sorted((i for i, length in enumerate(lengths) if length), key=lambda i: -lengths[i]):
        if batch and lengths[batch[0]] * (len(batch) + 1) > _PLACES:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _decoded(sequences: Sequence[Scores], transitions: Scores) -> Iterator[tuple[Labels, Scores]]:
    """The same for sequences that stand in the order of their lengths, the longest first."""
    lengths = [len(scores) for scores in sequences]
    running = [bisect_left(lengths, -step, key=neg) for step in range(lengths[0])]  # so many are longer than the step
    scores = np.zeros((lengths[0], len(sequences), len(transitions)), np.float32)
    for place, own in enumerate(sequences):
        scores[: lengths[place], place] = own
    best, probable = _best(scores, transitions, running), _probabilities(scores, transitions, running)
    for place, length in enumerate(lengths):
        yield best[:length, place], probable[:length, place]


def _best(scores: Scores, transitions: Scores, running: Sequence[int]) -> Labels:
    """Viterbi's algorithm; places behind the end of a sequence hold anything."""
    steps, count, size = scores.shape
    came_from = np.zeros((steps, count, size), np.int8)
    best = scores[0].copy()  # of each sequence as far as it went
    for step in range(1, steps):
        n = running[step]
        through = best[:n, :, None] + transitions
        came_from[step, :n] = through.argmax(axis=1)
        best[:n] = through.max(axis=1) + scores[step, :n]
    labels = np.zeros((steps, count), np.int64)
    last = best.argmax(axis=1)
    for step in range(steps - 1, -1, -1):
        n = running[step]
        ends = running[step + 1] if step + 1 < steps else 0
        labels[step, ends:n] = last[ends:n]
        if ends:
            labels[step, :ends] = came_from[step + 1, np.arange(ends), labels[step + 1, :ends]]
    return labels


def _probabilities(scores: Scores, transitions: Scores, running: Sequence[int]) -> Scores:
    """The forward-backward algorithm, each step brought back to a sum of one, so that nothing overflows."""
    steps, count, size = scores.shape
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    passing = np.exp(transitions)
    forward = np.empty_like(weights)
    forward[0] = weights[0] / weights[0].sum(axis=1, keepdims=True)
    for step in range(1, steps):
        n = running[step]
        forward[step, :n] = (forward[step - 1, :n] @ passing) * weights[step, :n]
        forward[step, :n] /= forward[step, :n].sum(axis=1, keepdims=True)
    backward = np.ones((count, size), np.float32)
    for step in range(steps - 2, -1, -1):
        n = running[step + 1]
        backward[:n] = (weights[step + 1, :n] * backward[:n]) @ passing.T
        backward[:n] /= backward[:n].sum(axis=1, keepdims=True)
        forward[step, :n] *= backward[:n]
        forward[step, :n] /= forward[step, :n].sum(axis=1, keepdims=True)
    return forward
