"""Names that a document has shown with certainty, found again wherever else it says them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.tokens import Token, known_word


class Known:
    """Names that are known from elsewhere in the document, where nothing else stands and the words' borders agree."""

    def __init__(self, text: str, known: dict[str, Candidate]):
        self._known = known
        names = sorted(name for name in known if len(name) > 2 or not known_word(name))
        self._places: list[tuple[int, int, str]] = []
        if names:
            import daachorse

            automaton = daachorse.CharwiseDoubleArrayAhoCorasick(names, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
            self._places = [(start, end, names[i]) for start, end, i in automaton.find(text)]
        self._starts = [start for start, _, _ in self._places]

    def of(self, tokens: Sequence[Token], standing: Sequence[Candidate]) -> Iterable[Candidate]:
        """The known names of one sentence."""
        start, end = tokens[0].start, tokens[-1].end
        here = self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if not here:
            return
        borders = {t.start for t in tokens} | {end}
        for begin, stop, name in here:
            if begin in borders and stop in borders and not any(s.start < stop and begin < s.end for s in standing):
                yield Candidate(begin, stop, self._known[name].cls, "known", False)
