"""Answers that are kept: a graph that is in force never changes, so that an answer holds as long as it is in force."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from kg.serve.opened import Newest

_LARGEST = 1 << 20          # bytes of the largest answer that is kept


@dataclass(frozen=True, slots=True)
class Answer:
    """A response that was sent."""

    headers: list[tuple[bytes, bytes]]
    body: bytes


class Kept:
    """Answers of the newest graph, those that were asked for last."""

    def __init__(self, most: int, newest: Newest):
        """:param most: bytes of all that is kept"""
        self._most, self._newest = most, newest
        self._generation: str | None = None
        self._answers: OrderedDict[Hashable, tuple[Answer, int]] = OrderedDict()
        self._size = 0

    def get(self, request: Hashable) -> Answer | None:
        """The answer to a request, if it is kept."""
        if self._generation != self._newest.generation:
            self._generation, self._size = self._newest.generation, 0
            self._answers.clear()
        found = self._answers.get(request)
        if found is None:
            return None
        self._answers.move_to_end(request)
        return found[0]

    def keep(self, request: Hashable, size: int, answer: Answer, generation: str | None) -> None:
        """Keep an answer, and let the oldest go where there are too many.

        :param size: bytes of the request
        :param generation: of the graph that was asked; None for what may not be kept
        """
        size += len(answer.body)
        if generation is None or generation != self._generation or size > _LARGEST or request in self._answers:
            return
        self._answers[request] = answer, size
        self._size += size
        while self._size > self._most:
            self._size -= self._answers.popitem(last=False)[1][1]
