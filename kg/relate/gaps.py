"""Takes a recognised document and what was read from it, gives the sentences that ought to say something and gave nothing: where a rule
may be missing.

What a name says by itself (rules ``composition.…``) and what stands in a place's own report (``topic.…``) needs no rule for the sentence, and
does not count as something.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Mention, Milestone, Observation, Quantity, Reading, Relation
from kg.read import quoted
from kg.relate.view import views

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OF_THEMSELVES = ("composition.", "topic.")


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence with two names or more, or with a name and a figure, from which nothing was read."""

    document: str
    start: int  # in the original text
    sentence: str
    names: tuple[Mention, ...]  # those that stand by themselves, each once
    figures: tuple[Quantity, ...]


def gaps(doc: Doc, reading: Reading) -> Iterator[Gap]:
    """Find them, in the order of the text.

    :param doc: as :func:`kg.recognize.language.recognize` gives it
    :param reading: of the same text
    """
    document, read = doc._.document, _spans(reading)
    starts = [start for start, _ in read]
    for sentence in views(doc):
        once = {(mention.cls, mention.text): mention for mention in reversed(sentence.mentions)}
        if len(once) < 2 and not (once and sentence.quantities):
            continue
        start, end = quoted(document, sentence.start, sentence.end)
        before_end = bisect_left(starts, end)
        if not any(last > start for _, last in read[:before_end]):
            names = tuple(sorted(once.values(), key=lambda mention: mention.start))
            yield Gap(document.identifier, start, sentence.words.strip(), names, tuple(sentence.quantities))


def _spans(reading: Reading) -> list[tuple[int, int]]:
    """Where facts were read, in order."""
    facts: tuple[Relation | Observation | Milestone, ...] = (*reading.relations, *reading.observations, *reading.milestones)
    return sorted({(e.start, e.end) for fact in facts for e in fact.evidence if not e.rule.startswith(_OF_THEMSELVES)})
