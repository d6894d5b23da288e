"""Names that a document has shown with certainty, found again wherever else it says them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.tokens import Occurrences, Token, known_word


class Known:
    """Names that are known from elsewhere in the document, where nothing else stands and the words' borders agree."""

    def __init__(self, text: str, known: dict[str, Candidate]):
        self._known = known
        names = sorted(name for name in known if len(name) > 2 or not known_word(name))
        self._places: Occurrences | None = None
        if names:
            import daachorse

            automaton = daachorse.CharwiseDoubleArrayAhoCorasick(names, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
            self._places = Occurrences((start, end, names[i]) for start, end, i in automaton.find(text))

    def of(self, tokens: Sequence[Token], standing: Sequence[Candidate]) -> Iterable[Candidate]:
        """The known names of one sentence."""
        for start, end, name in self._places.of(tokens) if self._places is not None else ():
            if not any(s.start < end and start < s.end for s in standing):
                yield Candidate(start, end, self._known[name].cls, "known", False)
