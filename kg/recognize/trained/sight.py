"""What the trained recogniser sees of a document: its tokens, what the rules found, and what stands around each token in its clause.

All sentences stand in arrays of numbers, one behind the other, so that what is read from a token's neighbours is computed for all tokens at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.recognize.text.tokens import Token, span_of
from kg.recognize.trained.numbered import Numbered, Numbers, Table

MARGIN = 2  # so many tokens on each side are seen
EDGE = "<>"  # stands so many times in front of each sentence and behind it
OUTSIDE = "O"
NOTHING = "-"
CLAUSE_ENDS = frozenset("，。；：！？,;:!?\n")
SEPARATORS = frozenset(("、", "和", "与", "及", "以及"))
_ETC = "等"
_NUMERIC = ("quantity", "time")

Form = tuple[str, str, str]  # of a token: its text (of a quantity or a time only its kind), part of speech and kind
Flags = NDArray[np.bool_]
Sentence = tuple[Sequence[Token], Sequence[tuple[int, int, str, str]]]  # tokens, and the names that the rules found in order: start, end, class, rule

EDGE_FORM: Form = (EDGE, EDGE, EDGE)


@dataclass(frozen=True, slots=True)
class Sight:
    """A document as it is seen; all arrays are of the same length and hold numbers of :class:`Vocabulary`."""

    forms: Numbers
    found: Numbers  # what the rules found: "O", or the class of a name behind B where it begins and I further on
    found_by: Numbers  # the same with the kind of rule
    verb_left: Numbers  # the nearest verb in the clause
    verb_right: Numbers
    member_left: Numbers  # class of the name in front of the separator to the left
    member_right: Numbers
    list_of: Numbers  # the noun behind the 等 to the right
    starts: NDArray[np.int64]  # of each sentence
    lengths: NDArray[np.int64]

    def sentences(self) -> Iterator[slice]:
        """Where each sentence stands in the arrays."""
        for start, length in zip(self.starts.tolist(), self.lengths.tolist(), strict=True):
            yield slice(start, start + length)


class Vocabulary:
    """Numbers of all that is seen, see :class:`Sight`."""

    def __init__(self) -> None:
        self.forms: Numbered[Form] = Numbered(EDGE_FORM)
        self.found = Numbered(EDGE, OUTSIDE)
        self.found_by = Numbered(EDGE, OUTSIDE)
        self.verb_left = self.verb_right = Numbered(EDGE, NOTHING)
        self.member_left = self.member_right = Numbered(EDGE, NOTHING, "word")
        self.list_of = Numbered(EDGE, NOTHING)
        self._ends = Table(self.forms, lambda form: form[0] in CLAUSE_ENDS or form is EDGE_FORM, np.bool_)
        self._separates = Table(self.forms, lambda form: form[0] in SEPARATORS, np.bool_)
        self._closes = Table(self.forms, lambda form: form[0] == _ETC, np.bool_)
        self._verb = Table(self.forms, lambda form: self.verb_left[form[0]] if form[1] == "v" else 0)
        self._quantity = Table(self.forms, lambda form: form[2] == "quantity", np.bool_)
        self._member = Table(self.found, lambda label: self.member_left["word" if label in (EDGE, OUTSIDE) else label[1:]])

    def sight(self, sentences: Sequence[Sentence]) -> Sight:
        """See the sentences of a document."""
        forms, starts = self._forms(sentences)
        lengths = np.array([len(tokens) for tokens, _ in sentences], np.int64)
        found, found_by = self._labels(sentences, starts, len(forms))
        found[forms == 0] = found_by[forms == 0] = 0
        ends, separates, closes = self._ends.of(forms), self._separates.of(forms), self._closes.of(forms)
        verbs = (self._verb.of(forms) > 0) & ~separates
        places = np.arange(len(forms))
        last_end, next_end = np.where(ends, places, _last(ends)), np.where(ends, places, _next(ends))

        verb = _last(verbs)
        verb_left = np.where(verb > last_end, self._verb.of(forms[verb]), self.verb_left[NOTHING])
        verb = _next(verbs & ~closes)
        verb_right = np.where(verb < next_end, self._verb.of(forms[verb]), self.verb_right[NOTHING])

        members = self._member.of(found)
        at = _last(separates | verbs)
        member_left = np.where((at > last_end) & separates[at], members[at - 1], self.member_left[NOTHING])
        at = _next(separates)
        member_right = np.where(at < next_end, members[np.minimum(at + 1, len(forms) - 1)], self.member_right[NOTHING])

        at = _next(closes & ~separates)
        list_of = np.full(len(forms), self.list_of[NOTHING], np.int32)
        in_list = at < next_end
        list_of[in_list] = [self._noun(number) for number in forms[self._behind(forms, at[in_list])].tolist()]
        return Sight(forms, found, found_by, verb_left, verb_right, member_left, member_right, list_of, starts, lengths)

    def _forms(self, sentences: Sequence[Sentence]) -> tuple[Numbers, NDArray[np.int64]]:
        """The forms of all tokens, and where each sentence begins."""
        margin = [0] * MARGIN
        numbers = margin.copy()
        starts = []
        forms = self.forms
        for tokens, _ in sentences:
            starts.append(len(numbers))
            numbers += [forms[(t.text, t.tag, t.kind) if t.kind not in _NUMERIC else (t.kind, t.tag, t.kind)] for t in tokens]
            numbers += margin
        return np.array(numbers, np.int32), np.array(starts, np.int64)

    def _labels(self, sentences: Sequence[Sentence], starts: NDArray[np.int64], size: int) -> tuple[Numbers, Numbers]:
        """What the rules found of each token."""
        found = np.full(size, self.found[OUTSIDE], np.int32)
        found_by = np.full(size, self.found_by[OUTSIDE], np.int32)
        for at, (tokens, standing) in zip(starts.tolist(), sentences, strict=True):
            for start, end, cls, rule in standing:
                first, stop = span_of(tokens, start, end)
                if first >= stop:  # inside one token
                    continue
                kind = "." + rule.split(".", 1)[0]
                found[at + first : at + stop] = self.found["I" + cls]
                found_by[at + first : at + stop] = self.found_by["I" + cls + kind]
                if tokens[first].start == start:
                    found[at + first] = self.found["B" + cls]
                    found_by[at + first] = self.found_by["B" + cls + kind]
        return found, found_by

    def _noun(self, form: int) -> int:
        """What closes a list: a word; its number only if it ever does, since most words never do."""
        text, _, kind = self.forms.values_in_order[form]
        return self.list_of[NOTHING if form == 0 or kind in _NUMERIC else text]

    def _behind(self, forms: Numbers, etc: Numbers) -> Numbers:
        """Where the noun stands behind a list's 等; a number may stand between."""
        behind = np.minimum(etc + 1, len(forms) - 1)
        return np.minimum(behind + self._quantity.of(forms[behind]), len(forms) - 1)


def _last(flags: Flags) -> Numbers:
    """Of each place the last one in front of it that is flagged; 0 if none is."""
    places = np.where(flags, np.arange(len(flags)), 0)
    places[1:] = np.maximum.accumulate(places)[:-1]
    places[0] = 0
    return places


def _next(flags: Flags) -> Numbers:
    """Of each place the next one behind it that is flagged; the last place if none is."""
    return len(flags) - 1 - _last(flags[::-1])[::-1]
