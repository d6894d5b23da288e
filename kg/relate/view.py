"""What the relate stage reads: one sentence with its clauses, names, quantities, times and tokens, in clean offsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.model import Mention, Quantity, TimeSpan
from kg.recognize.sentences import clauses
from kg.recognize.tokens import Token


@dataclass(slots=True)
class Sentence:
    """A sentence and all that was recognised in it."""

    text: str  # the document's clean text
    start: int
    end: int
    kind: str  # of its block: title, heading, paragraph, caption
    clauses: list[tuple[int, int]]
    tokens: list[Token]
    mentions: list[Mention]  # names that stand by themselves
    parts: list[Mention]  # names inside these
    quantities: list[Quantity]
    times: list[TimeSpan]
    opens_block: bool = False
    within: dict[tuple[int, int], list[Mention]] = field(default_factory=dict)  # span of a name -> its parts
    sizes: list[tuple[Mention, Quantity]] = field(default_factory=list)  # quantities inside names: 20GWh锂电池项目

    @property
    def words(self) -> str:
        """The sentence's characters."""
        return self.text[self.start : self.end]

    def clause_at(self, offset: int) -> tuple[int, int]:
        """The clause that holds an offset."""
        for start, end in self.clauses:
            if start <= offset < end:
                return start, end
        return self.clauses[-1]

    def mentions_between(self, start: int, end: int) -> list[Mention]:
        """Names that stand by themselves inside a range, in order."""
        return [m for m in self.mentions if start <= m.start and m.end <= end]


def views(doc: Doc) -> Iterator[Sentence]:
    """The sentences of a recognised document, in order."""
    document = doc._.document
    layers = (doc._.mentions, doc._.quantities, doc._.times)
    keys = [[x.start for x in layer] for layer in layers]
    block_starts = {b.start for b in document.blocks}
    for (start, end, kind), tokens in zip(doc._.sentences, doc._.tokens):
        names, quantities, times = (layer[bisect_left(key, start) : bisect_left(key, end)] for layer, key in zip(layers, keys))
        standing: list[Mention] = []
        parts: list[Mention] = []
        within: dict[tuple[int, int], list[Mention]] = {}
        for mention in sorted(names, key=lambda m: (m.start, -m.end)):
            whole = next((s for s in reversed(standing) if s.start <= mention.start and mention.end <= s.end), None)
            if whole is None:
                standing.append(mention)
            else:
                parts.append(mention)
                within.setdefault((whole.start, whole.end), []).append(mention)
        covered = [(m.start, m.end) for m in standing]
        free = [q for q in quantities if not any(a <= q.start and q.end <= b for a, b in covered)]
        sizes = [] if len(free) == len(quantities) else [(m, q) for q in quantities for m in standing if m.start <= q.start and q.end <= m.end]
        yield Sentence(
            document.clean,
            start,
            end,
            kind,
            clauses(document.clean, start, end),
            tokens,
            standing,
            parts,
            free,
            times,
            start in block_starts,
            within,
            sizes,
        )
