"""The graph as its readers see it: two views of one Oxigraph store, with those methods of ``pyoxigraph.Store`` that read.

The store holds the named graphs, and their union in the default graph. :class:`Named` shows the first, :class:`Union` the second.
A query means the same to both: its default graph is the union, and ``GRAPH ?g { … }`` asks the named graphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import IO, Any

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Triple

from kg.rdf import GraphName, Node, Term

_DEFAULT = DefaultGraph()


class _Part:
    united = True           # the default graph of a query is the union of all graphs, each triple once

    def __init__(self, quads: pyoxigraph.Store):
        self._quads = quads

    def query(self, query: str, *, use_default_graph_as_union: bool = False, **options: Any) -> QueryBoolean | QuerySolutions | QueryTriples:
        """Run a query, as ``pyoxigraph.Store.query`` does.

        :param use_default_graph_as_union: without effect: the default graph is the union
        """
        return self._quads.query(query, **options)

    def __contains__(self, quad: Quad) -> bool:
        return next(self.quads_for_pattern(quad.subject, quad.predicate, quad.object, quad.graph_name), None) is not None

    def __iter__(self) -> Iterator[Quad]:
        return self.quads_for_pattern(None, None, None)

    def quads_for_pattern(self, subject: Node | Triple | None, predicate: NamedNode | None, object: Term | Triple | None,
                          graph_name: GraphName | None = None) -> Iterator[Quad]:
        raise NotImplementedError


class Union(_Part):
    """Every triple once, in the default graph."""

    def quads_for_pattern(self, subject: Node | Triple | None, predicate: NamedNode | None, object: Term | Triple | None,
                          graph_name: GraphName | None = None) -> Iterator[Quad]:
        """Give the quads of the default graph that match."""
        if graph_name is not None and graph_name != _DEFAULT:
            return iter(())
        return self._quads.quads_for_pattern(subject, predicate, object, _DEFAULT)

    def named_graphs(self) -> Iterator[Node]:
        """None."""
        return iter(())

    def contains_named_graph(self, name: Node) -> bool:
        """Whether the store holds the graph, for ``FROM``."""
        return self._quads.contains_named_graph(name)

    def dump(self, output: IO[bytes] | str | None = None, format: RdfFormat | None = None, **options: Any) -> bytes | None:
        """Serialize the union."""
        return self._quads.dump(output, format, **{**options, "from_graph": _DEFAULT})

    def __len__(self) -> int:
        return self._length

    @cached_property
    def _length(self) -> int:
        return int(next(rows(self._quads, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"))["n"].value)


class Named(_Part):
    """The named graphs: one for each document, one for what things are called, one for curated facts."""

    def quads_for_pattern(self, subject: Node | Triple | None, predicate: NamedNode | None, object: Term | Triple | None,
                          graph_name: GraphName | None = None) -> Iterator[Quad]:
        """Give the quads of named graphs that match."""
        if graph_name is not None:
            return iter(()) if graph_name == _DEFAULT else self._quads.quads_for_pattern(subject, predicate, object, graph_name)
        if subject is predicate is object is None:
            return chain.from_iterable(self._quads.quads_for_pattern(None, None, None, name) for name in self._quads.named_graphs())
        return (quad for quad in self._quads.quads_for_pattern(subject, predicate, object, None) if quad.graph_name != _DEFAULT)

    def named_graphs(self) -> Iterator[Node]:
        """The names of the graphs."""
        return self._quads.named_graphs()

    def contains_named_graph(self, name: Node) -> bool:
        """Whether there is such a graph."""
        return self._quads.contains_named_graph(name)

    def dump(self, output: IO[bytes] | str | None = None, format: RdfFormat | None = None, *,
             from_graph: GraphName | None = None, **options: Any) -> bytes | None:
        """Serialize the named graphs, or one of them; the default graph holds nothing."""
        if isinstance(from_graph, DefaultGraph):
            return pyoxigraph.serialize(iter(()), output, format, **options)
        if from_graph is not None:
            return self._quads.dump(output, format, from_graph=from_graph, **options)
        return pyoxigraph.serialize(iter(self), output, format, **options)

    def __len__(self) -> int:
        return self._length

    @cached_property
    def _length(self) -> int:
        return sum(1 for _ in iter(self))


Graph = pyoxigraph.Store | Named | Union


def rows(graph: Graph, query: str, **options: Any) -> QuerySolutions:
    """What a SELECT finds, row by row.

    :param options: as ``pyoxigraph.Store.query`` takes them
    """
    found = graph.query(query, **options)
    if not isinstance(found, QuerySolutions):
        raise TypeError(f"no SELECT: {query}")
    return found
