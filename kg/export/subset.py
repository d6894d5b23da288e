"""Takes a store's graph and some of its documents, gives the graph of these alone: what they say, and what the things in it are called."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from kg import names
from kg.errors import UsageError
from kg.graph.entities import GRAPH as ENTITIES
from kg.rdf import Node, as_node, text_of

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.store.part import Graph


def subset(graph: Graph, patterns: Sequence[str], *, apart: bool) -> Store:
    """The graph of some documents, in memory.

    Curated facts are no document's and are left out.

    :param graph: with a named graph for each document
    :param patterns: identifiers of documents, or patterns of them with ``*``, ``?`` and ``[…]``
    :param apart: whether the documents keep their named graphs; else each triple stands once, in the default graph
    :raises UsageError: for a pattern that fits no document
    """
    import pyoxigraph as ox

    made, described = ox.Store(), set[ox.NamedNode]()
    for document in _documents(graph, patterns):
        quads = list(graph.quads_for_pattern(None, None, None, document))
        described.update(node for quad in quads for node in (quad.subject, quad.object) if isinstance(node, ox.NamedNode))
        made.bulk_extend(quads)
    for name in graph.named_graphs():
        if name.value.endswith(ENTITIES):
            made.bulk_extend(quad for node in described for quad in graph.quads_for_pattern(node, None, None, name))
    if apart:
        return made
    union = ox.Store()
    union.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in made)
    return union


def _documents(graph: Graph, patterns: Sequence[str]) -> list[Node]:
    """The nodes of the documents that the patterns fit; they are the names of their graphs."""
    from pyoxigraph import NamedNode

    identifiers = graph.quads_for_pattern(None, NamedNode(names.PREFIXES["dcterms"] + "identifier"), None, None)
    known = {text_of(quad.object): as_node(quad.subject) for quad in identifiers}
    chosen: dict[str, Node] = {}
    for pattern in patterns:
        fitting = {identifier: node for identifier, node in known.items() if identifier == pattern or fnmatchcase(identifier, pattern)}
        if not fitting:
            raise UsageError(f"no document of the store is called {pattern}", hint="kg stats --documents lists them; * stands for any characters")
        chosen |= fitting
    return [chosen[identifier] for identifier in sorted(chosen)]
