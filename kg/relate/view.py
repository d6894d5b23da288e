"""What the relate stage reads: one sentence with its clauses, names, quantities, times and tokens, in clean offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from spacy.tokens import Doc

from kg.model import Mention, Quantity, TimeSpan
from kg.recognize.text.sentences import by_sentence, clauses
from kg.recognize.text.tokens import Token


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
        return self.clauses[bisect_right(self.clauses, offset, key=_FIRST) - 1]

    def mentions_between(self, start: int, end: int) -> list[Mention]:
        """Names that stand by themselves inside a range, in order."""
        if not self.mentions:
            return []
        return self.mentions[bisect_left(self.mentions, start, key=_START) : bisect_right(self.mentions, end, key=_END)]

    def quantities_from(self, start: int, end: int) -> list[Quantity]:
        """Quantities that begin inside a range, in order."""
        if not self.quantities:
            return []
        return self.quantities[bisect_left(self.quantities, start, key=_START) : bisect_left(self.quantities, end, key=_START)]

    def times_from(self, start: int, end: int) -> list[TimeSpan]:
        """Times that begin inside a range, in order."""
        if not self.times:
            return []
        return self.times[bisect_left(self.times, start, key=_START) : bisect_left(self.times, end, key=_START)]


_FIRST, _START, _END = itemgetter(0), attrgetter("start"), attrgetter("end")


def views(doc: Doc) -> Iterator[Sentence]:
    """The sentences of a recognised document, in order."""
    document = doc._.document
    layers = [by_sentence(layer, doc._.sentences) for layer in (doc._.mentions, doc._.quantities, doc._.times)]
    block_starts = {b.start for b in document.blocks}
    for (start, end, kind), tokens, names, quantities, times in zip(doc._.sentences, doc._.tokens, *layers):
        standing: list[Mention] = []
        parts: list[Mention] = []
        within: dict[tuple[int, int], list[Mention]] = {}
        for mention in names:  # a name inside a longer one follows it
            whole = standing[-1] if standing and mention.end <= standing[-1].end else None
            if whole is None:
                standing.append(mention)
            else:
                parts.append(mention)
                within.setdefault((whole.start, whole.end), []).append(mention)
        sizes = [(name, q) for q in quantities if (name := _holder(q, standing)) is not None] if standing else []
        inner = {q.start for _, q in sizes}
        free = [q for q in quantities if q.start not in inner] if inner else quantities
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


def _holder(quantity: Quantity, names: list[Mention]) -> Mention | None:
    """The name that a quantity is a part of."""
    i = bisect_right(names, quantity.start, key=_START) - 1
    return names[i] if i >= 0 and quantity.end <= names[i].end else None
