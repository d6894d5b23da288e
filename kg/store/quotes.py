"""From an evidence back to the sentence that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from kg.store.documents import StoredDocument
from kg.store.store import Store

_ENDS = "。！？；!?;\n"
_FURTHEST = 120         # characters to either side, where a text has no sentences


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation and its surroundings."""

    document: str       # identifier
    title: str | None
    issued: str | None
    start: int          # of the quotation in the text, in code points
    end: int
    before: str         # from the beginning of the sentence
    exact: str
    after: str          # to its end

    @property
    def sentence(self) -> str:
        """The sentence in one line."""
        return " ".join((self.before + self.exact + self.after).split())


class Quotes:
    """Quotations from the documents of a store; remembers the last text, so ask in the order of the documents."""

    def __init__(self, store: Store):
        self._store = store
        self._document: StoredDocument | None = None
        self._text = ""

    def quote(self, identifier: str, start: int, end: int) -> Quote:
        """Quote a document.

        :raises StoreError: if the store does not hold it
        """
        if self._document is None or identifier != self._document.identifier:
            self._document, self._text = self._store.document(identifier), self._store.text(identifier)
        document, text = self._document, self._text
        first = max((text.rfind(mark, max(0, start - _FURTHEST), start) for mark in _ENDS), default=-1) + 1 or max(0, start - _FURTHEST)
        ends = [text.find(mark, end, end + _FURTHEST) for mark in _ENDS]
        last = min((found for found in ends if found >= 0), default=min(len(text), end + _FURTHEST) - 1) + 1
        if text[end - 1:end] in _ENDS:
            last = end          # it ends with its sentence
        return Quote(identifier, document.title, document.issued, start, end,
                     text[first:start].lstrip(), text[start:end], text[end:last].rstrip())
