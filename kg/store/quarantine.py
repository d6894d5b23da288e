"""Facts that break a shape of the ontology: kept in the store, out of the graph."""

from __future__ import annotations

from dataclasses import dataclass

from kg.names import short


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A fact that is not in the graph, and why."""

    document: str               # identifier; "" for what no document states
    fact: str                   # IRI of the statement, observation or milestone; of the document, or of what is described
    what: str                   # the fact in words
    path: str                   # the property that is wrong, by prefix and name; "" if it is the node itself
    value: str                  # what was found; "" if something is missing
    message: str                # of the shape, English
    message_zh: str
    rules: tuple[str, ...]      # that read it
    start: int | None           # of its first quotation, in the document's text
    end: int | None

    def __str__(self) -> str:
        value = f", found {short(self.value)}" if self.value and self.value != self.fact else ""
        read = f" (read by {', '.join(self.rules)})" if self.rules else ""
        return f"{self.what}: {self.path + ': ' if self.path else ''}{self.message}{value}{read}"
