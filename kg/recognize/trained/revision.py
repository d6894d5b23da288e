"""Decides between the rules' names of a sentence and the model's: which are added, which replace a name of the rules, which are taken away.

The rules are believed unless the model is sure: a name of theirs stands if the model gives it any chance at all, and gives way to another only
if that is much more probable. README.md tells how the thresholds were chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.tokens import Token, span_of
from kg.recognize.trained.model import Model, Span

RULE = "trained"
ADDED = 0.7  # least probability of a name where the rules have none
REPLACING = 0.85  # of one that touches a name of theirs
KEPT = 0.03  # of a name of theirs that stands
_TOO_FEW = ("Person", "Product")  # are marked: of these classes the rules' names stand, and none is added

Sentence = tuple[Sequence[Token], Sequence[Candidate]]


def revised(sentences: Sequence[Sentence], model: Model) -> Iterator[list[Candidate]]:
    """The names of a document's sentences as they stand after the model has seen them.

    :param sentences: for each its tokens and the names that the rules found, in order, without overlap
    :returns: for each its names in order, without overlap; the rule of new ones is ``trained``
    """
    seen = model.names([(tokens, [(c.start, c.end, c.cls, c.rule) for c in standing]) for tokens, standing in sentences])
    for (tokens, standing), (spans, probable) in zip(sentences, seen, strict=True):
        own = {(c.start, c.end, c.cls) for c in standing}
        new = [c for c in (_candidate(tokens, span, standing) for span in spans) if c is not None and c[:3] not in own]
        kept = [c for c in standing if not any(n.start < c.end and c.start < n.end for n in new)]
        likely = [c for c in kept if c.cls in _TOO_FEW or model.probability(probable, *span_of(tokens, c.start, c.end), c.cls) >= KEPT]
        yield sorted([*likely, *new], key=lambda c: c.start)


def _candidate(tokens: Sequence[Token], span: Span, standing: Sequence[Candidate]) -> Candidate | None:
    """A name of the model, if it is probable enough."""
    start, end = tokens[span.first].start, tokens[span.stop - 1].end
    touched = [c for c in standing if c.start < end and start < c.end]
    if span.cls in _TOO_FEW or any(c.cls in _TOO_FEW or _cuts_a_mark(c, start, end, span.cls) for c in touched):
        return None
    return Candidate(start, end, span.cls, RULE, False) if span.probability >= (REPLACING if touched else ADDED) else None


def _cuts_a_mark(standing: Candidate, start: int, end: int, cls: str) -> bool:
    """Whether a name leaves the last character of a company's standing in front of what follows: 百汇 of 百汇达等企业."""
    return standing.cls == cls == "Company" and start == standing.start and standing.end - end == 1
