"""Values as numbers: what is known of a value is looked up once, and stands in an array from then on."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

Numbers = NDArray[np.int32]
Value = TypeVar("Value", bound=Hashable)


class Numbered(dict[Value, int], Generic[Value]):
    """Values in the order in which they were first asked for; a new one gets the next number."""

    def __init__(self, *first: Value):
        super().__init__()
        self.values_in_order: list[Value] = []
        for value in first:
            self[value]

    def __missing__(self, value: Value) -> int:
        self[value] = number = len(self)
        self.values_in_order.append(value)
        return number


class Table(Generic[Value]):
    """What is known of each of the values, one row for each; it grows with them.

    :param row: what is known of a value
    :param width: of a row
    """

    def __init__(self, values: Numbered[Value], row: Callable[[Value], object], dtype: DTypeLike = np.int32, width: tuple[int, ...] = ()):
        self._values, self._row = values, row
        self._rows: NDArray = np.zeros((64, *width), dtype)
        self._count = 0

    def of(self, numbers: Numbers) -> NDArray:
        """The rows of values."""
        return self.rows()[numbers]

    def rows(self) -> NDArray:
        """The rows of all values, and room for more behind them."""
        count = len(self._values)
        if count > len(self._rows):
            self._rows = _grown(self._rows, (max(count, 2 * len(self._rows)), *self._rows.shape[1:]))
        while self._count < count:
            self._rows[self._count] = self._row(self._values.values_in_order[self._count])
            self._count += 1
            count = len(self._values)
        return self._rows


class Combinations(Generic[Value]):
    """What is known of values that occur together; of most nothing is, which is a row of zeros.

    :param parts: the values of each part
    :param row: what is known of one of each; None if nothing is
    :param width: of a row
    """

    def __init__(self, parts: Sequence[Numbered[Value]], row: Callable[[tuple[Value, ...]], NDArray | None], width: int):
        self._parts, self._row = parts, row
        self._place = np.full((1,) * len(parts), -1, np.int32)  # of each combination its row; -1 if it was never asked for
        self._rows = np.zeros((64, width), np.float32)
        self._count = 1

    def of(self, numbers: Sequence[Numbers]) -> NDArray:
        """The rows of combinations.

        :param numbers: of each part, in arrays of the same length
        """
        shape = tuple(map(len, self._parts))
        if shape != self._place.shape:
            self._place = _grown(self._place, shape, -1)
        places = self._place[tuple(numbers)]
        new = places < 0
        if new.any():
            for combination in set(zip(*(part[new].tolist() for part in numbers), strict=True)):
                self._place[combination] = self._added(combination)
            places = self._place[tuple(numbers)]
        return self._rows[places]

    def _added(self, combination: tuple[int, ...]) -> int:
        row = self._row(tuple(part.values_in_order[number] for part, number in zip(self._parts, combination, strict=True)))
        if row is None:
            return 0
        if self._count == len(self._rows):
            self._rows = _grown(self._rows, (2 * len(self._rows), *self._rows.shape[1:]))
        self._rows[self._count] = row
        self._count += 1
        return self._count - 1


def _grown(array: NDArray, shape: tuple[int, ...], empty: int = 0) -> NDArray:
    """An array with more room; what stood in it stands where it stood."""
    larger = np.full(shape, empty, array.dtype)
    larger[tuple(slice(length) for length in array.shape)] = array
    return larger
