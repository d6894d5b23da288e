"""Which named graphs there are and what each holds, as digests: of a store, and as a server remembers what it was sent."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg import names
from kg.rdf import written

if TYPE_CHECKING:
    from kg.store.part import Graph

GRAPH = "graph/published"
_VERSION = NamedNode(names.PREFIXES["schema"] + "version")      # https://schema.org/version


def lines(graph: Graph, name: NamedNode) -> list[bytes]:
    """The triples of a named graph as lines of N-Triples (also Turtle), sorted."""
    triples = (Triple(quad.subject, quad.predicate, quad.object) for quad in graph.quads_for_pattern(None, None, None, name))
    return sorted(written(triples, RdfFormat.N_TRIPLES).splitlines(keepends=True))


def digest(content: list[bytes]) -> str:
    """What tells whether a graph is the one that was sent."""
    whole = hashlib.sha256()
    for line in content:
        whole.update(line)
    return whole.hexdigest()


def graph_names(graph: Graph) -> list[NamedNode]:
    """The named graphs of a store, in order."""
    return sorted((name for name in graph.named_graphs() if isinstance(name, NamedNode)), key=lambda name: name.value)


def write(digests: Mapping[str, str]) -> bytes:
    """The manifest as N-Triples: graphs by IRI with their digests."""
    triples = [Triple(NamedNode(graph), _VERSION, Literal(value)) for graph, value in sorted(digests.items())]
    return written(triples, RdfFormat.N_TRIPLES)


def read(data: bytes) -> dict[str, str]:
    """Digests by graph, from a manifest.

    :param data: Turtle, of which N-Triples are a part
    :raises SyntaxError: if it is not Turtle
    """
    return {triple.subject.value: triple.object.value for triple in parse(data, format=RdfFormat.TURTLE) if triple.predicate == _VERSION}
