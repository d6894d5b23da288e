"""The trained recogniser's model: a file's weights, and what they say of the sentences of a document."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.errors import KgError
from kg.recognize.trained.crf import Scores, probabilities
from kg.recognize.trained.distribution import Distribution, Word
from kg.recognize.trained.scorer import Scorer, Weights
from kg.recognize.trained.sight import OUTSIDE, Sentence

MODEL = Path(__file__).with_name("model.npz")
_SEPARATOR = "\0"  # of texts in a model
_MOST = 50_000  # forms of words kept: those of some hundred texts


class Span(NamedTuple):
    """A name that the model sees in a sentence: half-open range of its tokens."""

    first: int
    stop: int
    cls: str
    probability: float  # the lowest of its tokens'


class Model:
    """A trained model at work.

    :param weights: what was learnt of labels
    :param distribution: what was learnt of words
    """

    def __init__(self, weights: Weights, distribution: Distribution):
        self._weights, self._distribution = weights, distribution
        self._number = {label: number for number, label in enumerate(weights.labels)}
        self._scorer = Scorer(weights, distribution)

    def names(self, sentences: Sequence[Sentence]) -> Iterator[tuple[list[Span], Scores]]:
        """What stands in the sentences of a document.

        :returns: for each the names in order, and the probability of every label (column) at every token (row)
        """
        if len(self._scorer.vocabulary.forms) > _MOST:
            self._scorer = Scorer(self._weights, self._distribution)
        seen = self._scorer.vocabulary.sight(sentences)
        probable = probabilities(self._scorer.scores(seen), seen.starts, seen.lengths, self._weights.transitions)
        best = probable.argmax(axis=1)
        named = best != self._number[OUTSIDE]
        for sentence in seen.sentences():
            yield list(self._spans(best[sentence], probable[sentence])) if named[sentence].any() else [], probable[sentence]

    def probability(self, probable: Scores, first: int, stop: int, cls: str) -> float:
        """How probable a name is that somebody else found: the lowest probability of its tokens.

        :param probable: of its sentence, as :meth:`names` gives it
        """
        begins, goes_on = self._number.get("B-" + cls), self._number.get("I-" + cls)
        if begins is None or goes_on is None and stop - first > 1:
            return 0.0
        return float(min(probable[first, begins], *probable[first + 1 : stop, goes_on])) if stop - first > 1 else float(probable[first, begins])

    def _spans(self, best: NDArray[np.int64], probable: Scores) -> Iterator[Span]:
        """The names of a sentence.

        :param best: the most probable label of each token
        """
        labels = [self._weights.labels[number] for number in best]
        i = 0
        while i < len(labels):
            if labels[i] == OUTSIDE:
                i += 1
                continue
            cls, stop = labels[i][2:], i + 1
            while stop < len(labels) and labels[stop] == "I-" + cls:
                stop += 1
            yield Span(i, stop, cls, float(probable[range(i, stop), best[i:stop]].min()))
            i = stop


def save(weights: Weights, distribution: Distribution, path: Path) -> None:
    """Write a model; equal models give equal bytes.

    :raises OSError: if it can't be written
    """
    rows = list(distribution.rows())
    features, labels = weights.scores.nonzero()
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            labels=_packed(weights.labels),
            transitions=weights.transitions.astype(np.float32),
            features=_packed(weights.features),
            counts=np.bincount(features, minlength=len(weights.features)).astype(np.uint8),
            numbers=labels.astype(np.uint8),
            weights=weights.scores[features, labels],
            words=_packed(word for word, _ in rows),
            classes=_packed(" ".join(known.classes) for _, known in rows),
            roles=_packed(" ".join(known.roles) for _, known in rows),
        )


@cache
def load(path: Path = MODEL) -> Model:
    """The model of a file, loaded once.

    :raises KgError: if it can't be read
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            labels = tuple(_unpacked(stored["labels"]))
            features = tuple(_unpacked(stored["features"]))
            scores = np.zeros((len(features), len(labels)), np.float32)
            scores[np.repeat(np.arange(len(features)), stored["counts"]), stored["numbers"]] = stored["weights"]
            known = zip(_unpacked(stored["words"]), _unpacked(stored["classes"]), _unpacked(stored["roles"]), strict=True)
            words = {word: Word(tuple(classes.split(" ")), tuple(roles.split())) for word, classes, roles in known}
            return Model(Weights(labels, stored["transitions"], features, scores), Distribution(words))
    except (OSError, EOFError, ValueError, LookupError, zipfile.BadZipFile) as error:
        raise KgError("the trained model can't be read", where=path, hint="make it with kg train") from error


def _packed(texts: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer(_SEPARATOR.join(texts).encode("utf-8"), np.uint8)


def _unpacked(stored: NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode("utf-8").split(_SEPARATOR)
