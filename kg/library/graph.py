"""A store's graph, open for questions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg import settings
from kg.library.answer import Answer, answer_of
from kg.library.page import Page
from kg.schema import Schema, load_schema
from kg.store import Store, StoredDocument

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.library.table import LedgerTable
    from kg.profile.portrait import Portrait

TIMEOUT = 60.0      # seconds for a query
LIMIT = 100_000     # rows of an answer


def open_graph(folder: str | Path | None = None) -> Graph:
    """Open a store's graph for reading; close it, or use ``with``.

    :param folder: of the store; by default ``$KG_STORE``, then ``./kg-store``
    :raises StoreError: if there is no store, or it can't be read
    """
    return Graph(Store.open(settings.store_folder(folder)))


class Graph:
    """The graph of a store. What it gives are plain values; nothing can be changed through it.

    :ivar store: the store behind it, with the texts and the graph's quads
    """

    def __init__(self, store: Store):
        self.store = store

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; without effect the second time."""
        self.store.close()

    @cached_property
    def schema(self) -> Schema:
        """The ontology."""
        return load_schema()

    def documents(self) -> list[StoredDocument]:
        """What is known of each document, in order."""
        return list(self.store.documents())

    def text(self, document: str) -> str:
        """A document's text, as it was read; offsets of evidence point into it.

        :raises StoreError: if the store does not hold it
        """
        return self.store.text(document)

    def query(self, sparql: str, *, timeout: float | None = TIMEOUT, limit: int | None = LIMIT) -> Answer | bool:
        """Ask in SPARQL; the contract's prefixes need not be declared.

        :param timeout: seconds after which to give up
        :param limit: of rows or triples; ``Answer.truncated`` tells if there were more
        :returns: rows; of an ASK, a bool
        :raises QueryError: if it is not well formed, with line and column; if it would change or fetch something; if it takes too long
        """
        from kg.query import run

        return answer_of(run(self.store.graph, sparql, union=self.store.union, timeout=timeout, limit=limit))

    def ask(self, question: str, *, language: Literal["zh", "en"] = "zh", questions: Sequence[str | Path] = (),
            timeout: float | None = TIMEOUT, limit: int | None = LIMIT, **parameters: str) -> Answer:
        """Ask a named question: ``graph.ask("园区企业", park="肇庆高新区")``. ``kg ask`` lists them.

        :param language: of headings and terms
        :param questions: folders of further questions
        :param parameters: of the question
        :raises UsageError: if there is no such question, or a parameter is missing or means nothing
        :raises QueryError: if it takes too long
        """
        from kg.ask import answer

        found = answer(self.store, question, parameters, folders=questions, timeout=timeout, limit=limit, schema=self.schema)
        rows = tuple(map(tuple, found.rows(language)))
        return Answer(tuple(found.headings(language)), rows, found.result.truncated)

    def show(self, name: str) -> Portrait:
        """All that is known of a thing, each fact with where it was read.

        :param name: any of its names; or its class and name, as in ``park:肇庆高新区``
        :raises UsageError: if the name means nothing, or several things
        """
        from kg.profile.portrait import portrait
        from kg.store.lookup import the_named

        return portrait(self.store, self.schema, the_named(self.store.union, name).iri)

    def ledger(self, *, park: str | None = None, district: str | None = None, company: str | None = None,
               since: str | None = None) -> LedgerTable:
        """The ledger of projects: a row for each, with who builds what where, how large and how far.

        :param park: only projects in this park, or in one that is part of it
        :param district: only projects in this district, or below it
        :param company: only projects of this company
        :param since: only projects that were reported on or after this date: YYYY-MM-DD, YYYY-MM or YYYY
        :raises UsageError: if a name means nothing or several things, or the date is none
        """
        from kg.ledger import ledger
        from kg.library.table import LedgerTable

        return LedgerTable(ledger(self.store, park=park, district=district, company=company, since=since, schema=self.schema))

    def table(self, name: str, *, place: str | None = None) -> LedgerTable:
        """Another table: ``parks``, ``companies`` or ``indicators``.

        :param place: only what lies in this park or district, or is it
        :raises UsageError: if there is no such table; if the place means nothing or several things
        """
        from kg.ledger import table
        from kg.library.table import LedgerTable

        return LedgerTable(table(self.store, name, place=place, schema=self.schema))

    def to_networkx(self, *, around: str | None = None, depth: int = 1) -> networkx.MultiDiGraph:
        """The graph as a property graph: :func:`kg.network.network` tells its attributes.

        :param around: only what is at most ``depth`` relations away from what has this name
        :raises UsageError: if nothing has the name
        """
        from kg.draw import selection
        from kg.network import network

        whole = network(self.store.union, schema=self.schema)
        return selection.around(whole, selection.named(whole, around), depth) if around is not None else whole

    def to_rdflib(self) -> rdflib.Graph:
        """The graph for rdflib, each triple once."""
        import io

        import rdflib
        from pyoxigraph import RdfFormat, Triple

        from kg.rdf import written

        triples = (Triple(quad.subject, quad.predicate, quad.object) for quad in self.store.union.quads_for_pattern(None, None, None))
        return rdflib.Graph().parse(io.BytesIO(written(triples, RdfFormat.N_TRIPLES)), format="nt")

    def page(self, *, around: str | None = None, depth: int | None = None, classes: Sequence[str] = (), since: str | None = None,
             until: str | None = None, question: str | None = None, limit: int = 400, title: str | None = None, height: int = 640,
             **parameters: str) -> Page:
        """The explorer, as ``kg draw`` makes it; :func:`kg.draw.of_store.page_of` tells the arguments.

        :param height: pixels in a notebook
        :param parameters: of the question
        :raises UsageError: if a name, class, date or question can't be honoured
        """
        from kg.draw.of_store import page_of

        return Page(page_of(self.store, around=around, depth=depth, classes=classes, since=since, until=until, question=question,
                            parameters=parameters, limit=limit, title=title, schema=self.schema), height)
