"""Learns the distribution of words from texts with the names that the rules find in them; nobody annotates anything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.recognize.trained.distribution import SIZES, Distribution, Word
from kg.recognize.trained.sight import OUTSIDE

SHORTEST_COUNT = 8  # a word that occurs less often is rare
MOST_WORDS = 20_000
NEIGHBOURS = 3_000  # so many frequent words are told apart as neighbours
DIMENSIONS = 100
_SPARE, _POWERS = 20, 4  # of the randomized singular value decomposition: further dimensions, power iterations
_ROUNDS = 25  # of clustering
_FREQUENT = 8_000  # the first middles of clusters are drawn among so many words
_ROLES = 4  # so many at most has a word
_LEAST_ROLE = 0.1  # share of its occurrences
_SHARES = ((0.8, "4"), (0.5, "3"), (0.25, "2"), (_LEAST_ROLE, "1"))

Matrix = NDArray[np.float32]
Used = tuple[str, str]  # a word, and how it is used: its label


class Learner:
    """Counts how words are used, sentence by sentence; gives their distribution in the end."""

    def __init__(self) -> None:
        self._sentences: list[list[str]] = []
        self._uses: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, sentence: Sequence[Used]) -> None:
        """Take in a sentence: its words with the labels of the names that the rules found (:func:`uses`)."""
        self._sentences.append([word for word, _ in sentence])
        for word, label in sentence:
            self._uses[word][label] += 1

    def distribution(self, seed: int = 0) -> Distribution:
        """What is learnt of all words that are not rare; the same sentences and seed give the same."""
        counted = Counter({word: uses.total() for word, uses in self._uses.items()})
        in_order = [word for word, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])) if count >= SHORTEST_COUNT][:MOST_WORDS]
        if not in_order:
            return Distribution({})
        vectors = _vectors(self._neighbours(in_order), seed)
        classes = [_clustered(vectors, min(size, len(in_order)), seed) for size in SIZES]
        return Distribution({
            word: Word(tuple(str(of_size[i]) for of_size in classes), tuple(_roles(self._uses[word]))) for i, word in enumerate(in_order)
        })

    def _neighbours(self, words: Sequence[str]) -> Matrix:
        """How often each word stands behind, and in front of, each of the most frequent ones."""
        number = {word: i for i, word in enumerate(words)}
        frequent = min(NEIGHBOURS, len(words))
        counts = np.zeros((len(words), 2 * frequent), np.float32)
        for sentence in self._sentences:
            numbers = [number.get(word, -1) for word in sentence]
            for left, right in zip(numbers, numbers[1:]):
                if right >= 0 <= left < frequent:
                    counts[right, left] += 1
                if left >= 0 <= right < frequent:
                    counts[left, frequent + right] += 1
        return counts


def uses(sentence: Sequence[str], found: Sequence[str]) -> Iterator[Used]:
    """The words of a sentence with how names use them: whether they begin one or go on, and whether they end it.

    :param found: as of :class:`.sight.Sight`
    """
    for i, (word, label) in enumerate(zip(sentence, found, strict=True)):
        if label == OUTSIDE:
            yield word, label
        else:
            ends = i + 1 == len(found) or found[i + 1] != "I" + label[1:]
            yield word, label[0] + ("E" if ends else "I") + label[1:]


def _roles(labels: Counter[str]) -> Iterator[str]:
    """The most frequent uses of a word, each with how large its share is."""
    total = labels.total()
    for label, count in sorted(labels.items(), key=lambda item: (-item[1], item[0]))[:_ROLES]:
        share = next((name for least, name in _SHARES if count >= least * total), None)
        if share is not None:
            yield label + share


def _vectors(counts: Matrix, seed: int) -> Matrix:
    """Positive pointwise mutual information in few dimensions, each row of length one (Halko et al. 2011, randomized SVD)."""
    counts += 0.0
    total = counts.sum()
    expected = counts.sum(axis=1, keepdims=True) * (counts.sum(axis=0, keepdims=True) / max(total, 1.0))
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.where(counts > 0, np.log(counts / expected), 0.0).astype(np.float32)
    np.maximum(information, 0.0, out=information)
    dimensions = min(DIMENSIONS, *information.shape)
    base = information @ np.random.default_rng(seed).standard_normal((information.shape[1], min(dimensions + _SPARE, information.shape[1])), np.float32)
    for _ in range(_POWERS):
        base = information @ (information.T @ np.linalg.qr(base)[0])
    base = np.linalg.qr(base)[0]
    left, values, _ = np.linalg.svd(base.T @ information, full_matrices=False)
    vectors = (base @ left)[:, :dimensions] * np.sqrt(values[:dimensions])
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def _clustered(vectors: Matrix, count: int, seed: int) -> list[int]:
    """The cluster of each vector, by spherical k-means."""
    middles = vectors[np.random.default_rng(seed).choice(min(len(vectors), _FREQUENT), count, replace=False)]
    nearest = np.zeros(len(vectors), np.int64)
    for _ in range(_ROUNDS):
        nearest = (vectors @ middles.T).argmax(axis=1)
        for cluster in range(count):
            members = vectors[nearest == cluster]
            if len(members):
                middle = members.mean(axis=0)
                middles[cluster] = middle / max(float(np.linalg.norm(middle)), 1e-9)
    return [int(cluster) for cluster in nearest]
