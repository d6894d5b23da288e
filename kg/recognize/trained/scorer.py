"""Adds up the scores of labels for every token of a document: those of all features that the token has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from kg.recognize.trained.crf import Scores
from kg.recognize.trained.distribution import SIZES, Distribution
from kg.recognize.trained.features import OF_TOKEN, OF_WORD, TOGETHER, of_word
from kg.recognize.trained.numbered import Combinations, Numbered, Numbers, Table
from kg.recognize.trained.sight import EDGE, EDGE_FORM, MARGIN, Form, Sight, Vocabulary

_DISTANCES = tuple(range(-MARGIN, MARGIN + 1))
_ATTRIBUTE = re.compile(r"(?:^|&)(\w+)\[(-?\d)\]=")  # in the name of a feature; its value follows

Parts = tuple[tuple[str, int], ...]  # attributes, each with its distance


class Weights(NamedTuple):
    """What is learnt: the score that a feature gives a label, and one label another behind it."""

    labels: tuple[str, ...]  # "O", or a class behind "B-" where a name begins and "I-" further on
    transitions: Scores  # of one label (row) being followed by another (column)
    features: tuple[str, ...]  # their names
    scores: Scores  # of each feature (row) for each label (column)


class Scorer:
    """What the features of a document's tokens score.

    What a value scores is looked up when it is first seen, and kept; so what is kept grows with the values seen.
    """

    def __init__(self, weights: Weights, distribution: Distribution):
        self._distribution = distribution
        self._size = len(weights.labels)
        self._of_feature = weights.scores
        self._alone, self._around, self._combined = _by_value(weights)
        self.vocabulary = Vocabulary()
        classes = {f"class{size}": Numbered(EDGE) for size in SIZES}
        self._classes = {
            attribute: Table(self.vocabulary.forms, partial(self._class, values, number))
            for number, (attribute, values) in enumerate(classes.items())
        }
        seen: dict[str, Numbered[str]] = {attribute: getattr(self.vocabulary, attribute) for attribute in OF_TOKEN}
        self._of_word = Table(self.vocabulary.forms, self._of_form, np.float32, (len(_DISTANCES), self._size))
        self._of_token = {
            attribute: Table(seen[attribute], partial(self._of_value, attribute), np.float32, (len(distances), self._size))
            for attribute, distances in OF_TOKEN.items()
        }
        self._together = [
            Combinations([(classes | seen)[attribute] for attribute, _ in parts], partial(self._of_values, parts), self._size) for parts in TOGETHER
        ]

    def scores(self, seen: Sight) -> Scores:
        """The scores of every label (column) at every place (row) of a document; those of the first and the last places tell nothing."""
        size = len(seen.forms)
        total = np.zeros((size, self._size), np.float32)
        _add(total, self._of_word.rows(), seen.forms, _DISTANCES)
        numbers = {attribute: classes.of(seen.forms) for attribute, classes in self._classes.items()}
        for attribute, distances in OF_TOKEN.items():
            numbers[attribute] = getattr(seen, attribute)
            _add(total, self._of_token[attribute].rows(), numbers[attribute], distances)
        for parts, together in zip(TOGETHER, self._together, strict=True):
            total[MARGIN : size - MARGIN] += together.of([numbers[attribute][MARGIN + d : size - MARGIN + d] for attribute, d in parts])
        return total

    def _class(self, values: Numbered[str], number: int, form: Form) -> int:
        return values[EDGE if form is EDGE_FORM else self._distribution.of(form[0]).classes[number]]

    def _of_form(self, form: Form) -> Scores:
        known = of_word(form, self._distribution)
        return self._sum((attribute, value) for attribute in OF_WORD for value in known[attribute])

    def _of_value(self, attribute: str, value: str) -> Scores:
        first, last = OF_TOKEN[attribute][0] + MARGIN, OF_TOKEN[attribute][-1] + MARGIN
        return self._sum(((attribute, value),))[first : last + 1]

    def _of_values(self, parts: Parts, values: tuple[str, ...]) -> Scores | None:
        number = self._combined[parts].get(values)
        return self._of_feature[number] if number is not None else None

    def _sum(self, values: Iterable[tuple[str, str]]) -> Scores:
        """The scores of labels (column) at each distance (row)."""
        return self._around[[self._alone[value] for value in values if value in self._alone]].sum(axis=0)


def _by_value(weights: Weights) -> tuple[dict[tuple[str, str], int], Scores, dict[Parts, dict[tuple[str, ...], int]]]:
    """The features by what they ask for.

    :returns: of each attribute's value the number of its row; these rows: scores of labels (last axis) at each distance; of attributes that are
        asked for together, of each combination of values, the number of its feature
    """
    alone: Numbered[tuple[str, str]] = Numbered()
    together: dict[Parts, dict[tuple[str, ...], int]] = {parts: {} for parts in TOGETHER}
    rows, distances, features = [], [], []
    for number, name in enumerate(weights.features):
        _, attribute, distance, value, *more = _ATTRIBUTE.split(name)
        if more:
            attributes, at, values = (attribute, *more[::3]), (distance, *more[1::3]), (value, *more[2::3])
            together[tuple(zip(attributes, map(int, at), strict=True))][values] = number
        else:
            rows.append(alone[attribute, value])
            distances.append(int(distance) + MARGIN)
            features.append(number)
    around = np.zeros((len(alone), len(_DISTANCES), len(weights.labels)), np.float32)
    around[rows, distances] = weights.scores[features]
    return alone, around, together


def _add(total: Scores, rows: Scores, numbers: Numbers, distances: Sequence[int]) -> None:
    """Add to every place what the values around it say of it.

    :param rows: for each value its scores at each distance; of the word behind it is said what holds at distance 1
    :param numbers: of the values at each place
    """
    size = len(numbers)
    for i, distance in enumerate(distances):
        total[MARGIN : size - MARGIN] += rows[numbers[MARGIN + distance : size - MARGIN + distance], i]
