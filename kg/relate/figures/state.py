"""What is known of a sentence while its figures are read, clause by clause, and what a clause inherits from those before it."""

from __future__ import annotations

from typing import NamedTuple

from kg.model import Quantity, TimeSpan
from kg.relate.figures.figure import LEVEL, PLACES, Clause, Figure, ToldSoFar
from kg.relate.figures.indicator import IndicatorIndex
from kg.relate.figures.subject import Subject
from kg.relate.figures.truth import ONCE_FINISHED
from kg.relate.focus import Focus, Owner
from kg.relate.place.area import Whereabouts
from kg.relate.topic import Topic
from kg.relate.view import Sentence
from kg.triggers import Expressions

_LATER = Expressions(ONCE_FINISHED)


class Number(NamedTuple):
    """A quantity in its clause, with the words around it."""

    quantity: Quantity
    clause: Clause
    at: int  # where the number before it ends, or its clause begins
    lead: str  # the words from there to it
    tail: str  # the clause's words behind it
    front: str  # the words in front, from the beginning of its clause, or of the one before that 并 goes on with


class State:
    """A sentence, and what its clauses told so far: subject, time, the last figure, indicators still to deal out."""

    def __init__(self, sentence: Sentence, topic: Topic, focus: Focus, index: IndicatorIndex, area: Whereabouts | None):
        self.sentence, self.topic, self.focus, self.index = sentence, topic, focus, index
        self.subject = Subject(sentence, topic, focus, area)
        # what the figures before are
        self.last: Figure | None = None
        self.level: Figure | None = None  # the last level
        self.level_counted: str | None = None  # what the last count counted
        self.told: list[Figure] = []  # the figures of the last clause that had some
        self.levels: list[Figure] = []  # the levels that the sentence told so far
        self.compared = False  # whether the number before tells how much more there is than before
        self.trend: str | None = None  # what the clause before says to rise or fall
        # when
        self.time: TimeSpan | None = None
        self.of_a_stage: TimeSpan | None = None  # the time of which the sentence told no more than a stage: 2020年建成投产，年产…
        self.later = False  # whether the sentence went on to what a plant will be once it is finished
        finished = bool(_LATER.possible(sentence.words))
        self.finished = ONCE_FINISHED.search(sentence.text, sentence.start, sentence.end) if finished else None
        # what is still to be given out
        self.dealt: list[str] = []  # indicators
        self.turn: int | None = None  # whose turn it is, of owners that 分别 gives one each
        self.growing: list[Figure] = []  # figures whose growth 分别 still has to give
        self.holders: list[Owner] = []  # companies whose shares 分别 still has to give

    def take_up(self, before: ToldSoFar, with_time: bool) -> None:
        """Go on with what the sentence before left."""
        self.last, self.level, self.level_counted = before.last, before.level, before.level_counted
        self.time = before.time if with_time else None

    def left(self) -> ToldSoFar:
        """What a sentence behind may go on with."""
        return ToldSoFar(self.last, self.time, self.level, self.level_counted)

    def tell(self, figure: Figure) -> None:
        """Remember a figure as the last one."""
        self.last = figure
        if figure.measure == LEVEL:
            self.level = figure
            self.levels.append(figure)
            self.level_counted = figure.indicator if figure.unit == "count" else self.level_counted

    def number(self, quantity: Quantity, at: int, clause: Clause) -> Number:
        """A quantity with the words around it.

        :param at: where the number before it ends, or its clause begins
        """
        text, start = self.sentence.text, clause[0]
        if text.startswith("并", start) and start > self.sentence.start and not self.subject.in_own_text:
            start = self.sentence.clause_at(start - 1)[0]
        return Number(
            quantity, clause, at, text[at : quantity.start], text[quantity.end : clause[1]], text[start : quantity.start]
        )

    def is_later(self, quantity: Quantity) -> bool:
        """Whether a number stands behind words for what will be once something is finished."""
        return self.later and self.finished is not None and self.finished.end() <= quantity.start

    def speaks_of_a_place(self) -> bool:
        """Whether the subject is a place or park, or none is named."""
        return self.subject.owner is None or self.subject.owner[0] in PLACES

    def names_something(self, indicator: str) -> bool:
        """Whether an indicator can name what is measured of the sentence's subject."""
        return self.index.names_something(indicator, self.speaks_of_a_place())
