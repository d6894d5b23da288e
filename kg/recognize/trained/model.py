"""The trained recogniser's model: a file's weights, and what they say of the sentences of a document."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.errors import KgError
from kg.recognize.trained.crf import Scores, decode
from kg.recognize.trained.distribution import SIZES, Distribution, Word
from kg.recognize.trained.features import EDGE_OF_SENTENCE, MARGIN, OF_TOKEN, OF_WORD, TOGETHER, Form, Sight, edge, named, named_together, of_word

MODEL = Path(__file__).with_name("model.npz")
OUTSIDE = "O"
_SEPARATOR = "\0"  # of texts in a model
_DISTANCES = range(-MARGIN, MARGIN + 1)
_MOST = 50_000  # words kept: those of some hundred texts
_EDGE_FORM: Form = (EDGE_OF_SENTENCE, EDGE_OF_SENTENCE, EDGE_OF_SENTENCE)
Key = TypeVar("Key")


class Span(NamedTuple):
    """A name that the model sees in a sentence: half-open range of its tokens."""

    first: int
    stop: int
    cls: str
    probability: float  # the lowest of its tokens'


class Weights(NamedTuple):
    """What is learnt: the score that a feature gives a label, and one label another behind it."""

    labels: tuple[str, ...]  # "O", or a class behind "B-" where a name begins and "I-" further on
    transitions: Scores
    features: dict[str, tuple[tuple[int, float], ...]]  # name of a feature -> labels with their scores


class _Rows(dict[Key, int], Generic[Key]):
    """Rows of a matrix by what they are the scores of; made when they are first asked for."""

    def __init__(self, make: Callable[[Key], Scores], width: int):
        super().__init__()
        self._make = make
        self._matrix = np.zeros((256, width), np.float32)

    def __missing__(self, key: Key) -> int:
        number = len(self)
        if number == len(self._matrix):
            self._matrix = np.vstack((self._matrix, np.zeros_like(self._matrix)))
        self._matrix[number] = self._make(key)
        self[key] = number
        return number

    def of(self, keys: Iterable[Key]) -> Scores:
        """The rows of keys, one below the other."""
        if len(self) > _MOST:
            self.clear()
        numbers = list(map(self.__getitem__, keys))
        return self._matrix[numbers]


class Model:
    """A trained model at work.

    :param weights: what was learnt of labels
    :param distribution: what was learnt of words
    """

    def __init__(self, weights: Weights, distribution: Distribution):
        self._weights, self._distribution = weights, distribution
        size = len(weights.labels)
        self._number = {label: number for number, label in enumerate(weights.labels)}
        self._of_word = _Rows[Form](self._scores_of_word, len(_DISTANCES) * size)
        self._of_token = {
            attribute: _Rows[str](partial(self._scores_around, attribute), len(_DISTANCES) * size) for attribute in OF_TOKEN
        }
        self._together = [
            _Rows[tuple[str, ...]](partial(self._scores_together, parts), size) for parts in TOGETHER
        ]

    def names(self, sights: Sequence[Sight]) -> Iterator[tuple[list[Span], Scores]]:
        """What stands in the sentences of a document.

        :returns: for each the names in order, and the probability of every label (column) at every token (row)
        """
        labels = self._weights.labels
        for best, probabilities in decode(self._sequences(sights), self._weights.transitions):
            yield list(_spans([labels[number] for number in best], best, probabilities)), probabilities

    def probability(self, probabilities: Scores, first: int, stop: int, cls: str) -> float:
        """How probable a name is that somebody else found: the lowest probability of its tokens.

        :param probabilities: of its sentence, as :meth:`names` gives them
        """
        begins, goes_on = self._number.get("B-" + cls), self._number.get("I-" + cls)
        if begins is None or goes_on is None and stop - first > 1:
            return 0.0
        return float(min(probabilities[first, begins], *probabilities[first + 1 : stop, goes_on])) if stop - first > 1 else float(probabilities[first, begins])

    def _sequences(self, sights: Sequence[Sight]) -> list[Scores]:
        """The scores of labels for every token of every sentence."""
        scores = self._emissions(sights)
        sequences, at = [], MARGIN
        for seen in sights:
            sequences.append(scores[at : at + len(seen.forms)])
            at += len(seen.forms) + MARGIN
        return sequences

    def _emissions(self, sights: Sequence[Sight]) -> Scores:
        """The same of all sentences in one matrix, with places between them that stand for their edges."""
        forms = _with_edges((seen.forms for seen in sights), _EDGE_FORM)
        seen_as = {attribute: _with_edges((getattr(seen, attribute) for seen in sights), EDGE_OF_SENTENCE) for attribute in OF_TOKEN}
        for size, classes in zip(SIZES, zip(*(self._distribution.of(f[0]).classes if f is not _EDGE_FORM else (EDGE_OF_SENTENCE,) * len(SIZES) for f in forms), strict=True), strict=True):
            seen_as[f"class{size}"] = list(classes)
        scores = _shifted(self._of_word.of(forms), len(self._weights.labels))
        for attribute, rows in self._of_token.items():
            scores += _shifted(rows.of(seen_as[attribute]), len(self._weights.labels))
        inner = slice(MARGIN, len(forms) - MARGIN)
        for parts, together in zip(TOGETHER, self._together, strict=True):
            columns = [seen_as[attribute][MARGIN + distance : len(forms) - MARGIN + distance] for attribute, distance in parts]
            scores[inner] += together.of(zip(*columns, strict=True))
        return scores

    def _scores(self, names: Iterable[str]) -> Scores:
        row = np.zeros(len(self._weights.labels), np.float32)
        for name in names:
            for number, weight in self._weights.features.get(name, ()):
                row[number] += weight
        return row

    def _scores_of_word(self, form: Form) -> Scores:
        known = edge() if form is _EDGE_FORM else of_word(form, self._distribution)
        names: list[list[str]] = [[] for _ in _DISTANCES]
        for attribute, distances in OF_WORD.items():
            for distance in distances:
                names[distance + MARGIN] += [named(attribute, distance, value) for value in known[attribute]]
        return np.concatenate([self._scores(at_distance) for at_distance in names])

    def _scores_together(self, parts: Sequence[tuple[str, int]], values: tuple[str, ...]) -> Scores:
        return self._scores((named_together(parts, values),))

    def _scores_around(self, attribute: str, value: str) -> Scores:
        distances = OF_TOKEN[attribute]
        return np.concatenate([self._scores((named(attribute, d, value),) if d in distances else ()) for d in _DISTANCES])


def _with_edges(sentences: Iterable[Sequence[Key]], outside: Key) -> list[Key]:
    """Sentences one behind the other, with places in front of each and behind the last."""
    margin = [outside] * MARGIN
    joined = margin.copy()
    for sentence in sentences:
        joined += sentence
        joined += margin
    return joined


def _shifted(rows: Scores, size: int) -> Scores:
    """Adds up at every place what the words around it say of it.

    :param rows: for each place the scores at each distance, side by side; of the word behind it is said what holds at distance 1
    """
    parts = rows.reshape(len(rows), len(_DISTANCES), size)
    total = np.zeros((len(rows), size), np.float32)
    inner = len(rows) - 2 * MARGIN
    for number in range(len(_DISTANCES)):
        total[MARGIN : MARGIN + inner] += parts[number : number + inner, number]
    return total


def _spans(labels: Sequence[str], numbers: NDArray[np.int64], probabilities: Scores) -> Iterator[Span]:
    i = 0
    while i < len(labels):
        if labels[i] == OUTSIDE:
            i += 1
            continue
        cls, stop = labels[i][2:], i + 1
        while stop < len(labels) and labels[stop] == "I-" + cls:
            stop += 1
        yield Span(i, stop, cls, float(probabilities[range(i, stop), numbers[i:stop]].min()))
        i = stop


def save(weights: Weights, distribution: Distribution, path: Path) -> None:
    """Write a model; equal models give equal bytes.

    :raises OSError: if it can't be written
    """
    names = sorted(weights.features)
    rows = list(distribution.rows())
    counts = [len(weights.features[name]) for name in names]
    pairs = [pair for name in names for pair in weights.features[name]]
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            labels=_packed(weights.labels),
            transitions=weights.transitions.astype(np.float32),
            features=_packed(names),
            counts=np.array(counts, np.uint8),
            numbers=np.array([number for number, _ in pairs], np.uint8),
            weights=np.array([weight for _, weight in pairs], np.float32),
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
            counts, numbers, values = stored["counts"].tolist(), stored["numbers"].tolist(), stored["weights"].tolist()
            features, at = {}, 0
            for name, count in zip(_unpacked(stored["features"]), counts, strict=True):
                features[name] = tuple(zip(numbers[at : at + count], values[at : at + count], strict=True))
                at += count
            known = zip(_unpacked(stored["words"]), _unpacked(stored["classes"]), _unpacked(stored["roles"]), strict=True)
            words = {word: Word(tuple(classes.split(" ")), tuple(roles.split())) for word, classes, roles in known}
            transitions = stored["transitions"]
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise KgError("the trained model can't be read", where=path, hint="make it with kg train") from error
    return Model(Weights(labels, transitions, features), Distribution(words))


def _packed(texts: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer(_SEPARATOR.join(texts).encode("utf-8"), np.uint8)


def _unpacked(stored: NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode("utf-8").split(_SEPARATOR)
