"""Whether a store is whole: its files can be read to the last byte, and its graph is one of its documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kg import names
from kg.errors import StoreError
from kg.store.pack import StoredDocument
from kg.store.store import Store

if TYPE_CHECKING:
    from kg.store.part import Union

# Triples of each document that are looked for in the union.
_SAMPLE = 50


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found."""

    documents: int
    triples: int                    # of the union
    problems: tuple[str, ...]       # each in one line; none if the store is whole


def check(store: Store, *, progress: Callable[[int, int], None] = lambda done, total: None) -> Checked:
    """Read all of a store, and compare its parts.

    :param progress: told how many documents of how many are done
    """
    documents = list(store.documents())
    problems = list(_file(store))
    triples = 0
    try:
        union, graph = store.union, store.graph
        for number, document in enumerate(documents, 1):
            problems += _document(store, document)
            problems += _part(store, union, document)
            progress(number, len(documents))
        triples = len(union)
        expected = {names.document(document.identifier, store.base) for document in documents}
        known = {f"{store.base}graph/entities", f"{store.base}graph/curated"}
        problems += [f"the graph holds <{name}>, which is no document of the store" for name in sorted(
            {graph.value for graph in graph.named_graphs()} - expected - known)]
        if len(graph) < triples:
            problems.append("the union holds triples that no document says")
    except StoreError as error:
        problems.append(str(error))
    except (OSError, RuntimeError) as error:
        problems.append(f"the graph can't be read: {error}; run kg build to write it anew")
    return Checked(len(documents), triples, tuple(problems))


def _file(store: Store) -> Iterator[str]:
    try:
        told = [row[0] for row in store._documents.connection.execute("PRAGMA integrity_check(5)")]
    except sqlite3.Error as error:
        told = [str(error)]
    if told != ["ok"]:
        yield from (f"the documents' file is damaged: {line}" for line in told)


def _document(store: Store, document: StoredDocument) -> Iterator[str]:
    """Whether a document's text and reading are as they were put."""
    try:
        if len(store.text(document.identifier)) != document.characters:
            yield f"the text of {document.identifier!r} is shorter or longer than it was"
        store.reading(document.identifier)
        if not store.is_as_put(document.identifier):
            yield f"the reading of {document.identifier!r} is not what was put; build it again from its file"
    except StoreError as error:
        yield str(error)


def _part(store: Store, union: Union, document: StoredDocument) -> Iterator[str]:
    """Whether a document's part of the graph is there, and in the union."""
    from pyoxigraph import NamedNode

    node = NamedNode(names.document(document.identifier, store.base))
    quads = list(store.graph.quads_for_pattern(None, None, None, node))
    refused = any(quarantined.fact == node.value for quarantined in store.quarantine())
    if not quads and not refused:
        yield f"the graph lacks {document.identifier!r}; run kg build to write it anew"
    if any(next(union.quads_for_pattern(quad.subject, quad.predicate, quad.object), None) is None for quad in islice(quads, _SAMPLE)):
        yield f"the union lacks triples of {document.identifier!r}; run kg build to write it anew"
