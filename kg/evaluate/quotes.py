"""Checks that every evidence quotes its document letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.evaluate.found import FoundQuote

_SHOWN = 30         # characters of a wrong quotation in the report


def bad_quotes(quotes: Iterable[FoundQuote], text: str) -> Iterator[str]:
    """Yield a line for each evidence that lacks its place or its words, or whose words are not what stands there."""
    for quote in quotes:
        if quote.start is None or quote.end is None or quote.exact is None:
            yield f"{quote.iri} lacks oa:start, oa:end or oa:exact"
        elif text[quote.start:quote.end] != quote.exact:
            yield f"{quote.start}-{quote.end} «{quote.exact[:_SHOWN]}», but there stands «{text[quote.start:quote.end][:_SHOWN]}»"
