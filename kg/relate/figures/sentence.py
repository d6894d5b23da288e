"""The figures of one sentence, clause by clause: what a clause leaves out is what the clauses before it said.

What is read of a number, a percentage or a rank stands in files of its own (:mod:`level <kg.relate.figures.level>`,
:mod:`growth_and_shares <kg.relate.figures.growth_and_shares>`, :mod:`ranked <kg.relate.figures.ranked>`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Quantity, TimeSpan
from kg.relate.figures.dealt import deal, each_of_list, to_owners
from kg.relate.figures.figure import Clause, Figure
from kg.relate.figures.growth_and_shares import percentage
from kg.relate.figures.indicator import PERCENT, IndicatorIndex
from kg.relate.figures.level import level
from kg.relate.figures.no_figure import is_comparison, is_rate_or_span, tells_no_figure
from kg.relate.figures.phrase import trend
from kg.relate.figures.plant import sizes_in_names
from kg.relate.figures.rank import ORDER
from kg.relate.figures.ranked import rank_figures
from kg.relate.figures.state import Number, State
from kg.relate.figures.times import SO_FAR, remember_year, stage_time, times_told
from kg.relate.figures.truth import ONCE_FINISHED
from kg.relate.focus import Focus, holds_stand_ins
from kg.relate.place.area import Whereabouts
from kg.relate.topic import Topic
from kg.relate.view import Sentence

_SEMICOLONS = ("；", ";")


def figures(sentence: Sentence, topic: Topic, focus: Focus, index: IndicatorIndex, area: Whereabouts | None = None) -> Iterator[Figure]:
    """The figures of a sentence; moves the focus on.

    :param focus: what the text spoke of before; it has entered the sentence
    :param index: the ontology's indicators by their phrases
    :param area: the place of which the text tells, clause by clause; it has entered the sentence
    """
    if sentence.opens_block:
        focus.year_told = focus.before_semicolon = focus.told_last = None
    if _speaks_of_something(sentence):
        clauses = _Clauses(State(sentence, topic, focus, index, area))
        for clause in sentence.clauses:
            for figure in clauses.read(clause):
                yield figure
                remember_year(focus, figure)
        clauses.leave()
    if not sentence.text.endswith(_SEMICOLONS, sentence.start, sentence.end):
        focus.before_semicolon = None


def _speaks_of_something(sentence: Sentence) -> bool:
    """Whether a sentence holds a name or what may stand for one, a quantity, a time or a rank: nothing else is read or remembered."""
    if sentence.mentions or sentence.quantities or sentence.times:
        return True
    return holds_stand_ins(sentence) or ORDER.search(sentence.text, sentence.start, sentence.end) is not None


class _Clauses:
    """The walk over a sentence's clauses."""

    def __init__(self, state: State):
        self._state = state
        sentence = state.sentence
        self._ranked_somewhere = ORDER.search(sentence.text, sentence.start, sentence.end) is not None
        goes_on = sentence.text.endswith(_SEMICOLONS, sentence.start, sentence.end)  # so that its times are told on
        self._tells_figures = bool(sentence.quantities or sentence.sizes or self._ranked_somewhere or goes_on)
        self._take_up()

    def _take_up(self) -> None:
        """Go on with the sentence before, behind a semicolon or where this one begins with some of what that one told."""
        sentence, focus = self._state.sentence, self._state.focus
        goes_on = sentence.text.startswith("其中", sentence.start) and not focus.own_text  # 共73个项目，总投资28亿元。其中开工46个
        before = focus.before_semicolon or (focus.told_last if goes_on else None)
        if before is not None:
            self._state.take_up(before, with_time=focus.before_semicolon is not None)

    def leave(self) -> None:
        """Tell the focus what the sentence leaves to those behind it."""
        focus, subject = self._state.focus, self._state.subject
        focus.leave(self._state.sentence, None if subject.lists_places else subject.left)
        if subject.lists_places:
            focus.return_to_holder()
        focus.before_semicolon = focus.told_last = self._state.left()

    def read(self, clause: Clause) -> Iterator[Figure]:
        """The figures of the next clause."""
        state, sentence = self._state, self._state.sentence
        if not self._tells_figures:
            state.subject.enter(clause)
            return
        times = self._enter(clause)
        if sentence.sizes:
            yield from sizes_in_names(sentence, clause)
        quantities = sentence.quantities_from(*clause)
        at, told = clause[0], []
        for i, quantity in enumerate(quantities):
            state.time = next((span for span in reversed(times) if span.start < quantity.start), state.time)
            number = state.number(quantity, at, clause)
            figure = self._figure(number)
            if figure is not None:
                owned = to_owners(state, deal(state, figure, number.lead, len(quantities) - i), number.lead)
                for one in owned:
                    yield from each_of_list(state, one, number.lead, quantity.start)
                state.tell(owned[-1])
                told.append(owned[-1])
            at = quantity.end
        self._close(clause, times, quantities, told)
        if self._ranked_somewhere:
            yield from rank_figures(state, clause)

    def _enter(self, clause: Clause) -> list[TimeSpan]:
        """Go on to a clause with its subject and time; the times that its figures may be of."""
        state, sentence = self._state, self._state.sentence
        times = times_told(sentence, clause)
        if times and not sentence.quantities_from(*clause):
            times, state.of_a_stage = stage_time(sentence, times, state.of_a_stage)
        state.time = times[0] if times else state.time
        if SO_FAR.match(sentence.text, *clause) is not None and not times:
            state.time, state.later = None, False  # 截至目前已完成投资…: of no time that was told before
        state.subject.enter(clause)
        owner = state.subject.owner if state.subject.opens(clause) else None
        if owner is not None and owner[0] == "Project" and state.time is not None and state.time.start < sentence.start:
            state.time = None  # 甲项目预计6月底竣工；乙项目累计完成投资…
        if state.finished is not None:
            once_finished = ONCE_FINISHED.search(sentence.text, *clause) is not None and not sentence.text.startswith("自", clause[0])
            state.later = state.later or once_finished
        return times

    def _figure(self, number: Number) -> Figure | None:
        """The figure that a number tells, if it tells one."""
        state = self._state
        if is_rate_or_span(number.quantity, number.lead):
            return None
        state.compared = is_comparison(number.lead, state.compared)
        if tells_no_figure(state, number):
            return None
        return percentage(state, number) if number.quantity.unit in PERCENT else level(state, number)

    def _close(self, clause: Clause, times: list[TimeSpan], quantities: list[Quantity], told: list[Figure]) -> None:
        """Remember what a clause told, for those behind it."""
        state, sentence = self._state, self._state.sentence
        state.time = times[-1] if times else state.time
        state.told = told or state.told
        if sentence.quantities:
            state.trend = None if told else trend(sentence.text[clause[0] : clause[1]]) or (state.trend if quantities else None)
