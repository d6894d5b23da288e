"""DESCRIBE made useful: beside a node's own triples, what the graph says about it in nodes of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, NamedNode, Triple

from kg import names

if TYPE_CHECKING:
    from kg.store.part import Graph

_RDF_SUBJECT = NamedNode(names.PREFIXES["rdf"] + "subject")
# From a node of its own to what it is about; what a described node has of these is described too.
ABOUT = (
    _RDF_SUBJECT,
    NamedNode(names.term("observedEntity")),
    NamedNode(names.term("milestoneOf")),
    NamedNode(names.PREFIXES["org"] + "member"),
)
# Followed from there to the sentences and titles.
DETAILS = (NamedNode(names.term("evidence")), NamedNode(names.PREFIXES["org"] + "role"))


def descriptions(graph: Graph, described: Iterable[Triple]) -> set[Triple]:
    """Find what is said about nodes in statements, observations, milestones and memberships, with their evidence.

    This follows the idea of the W3C note «Concise Bounded Description», which adds to a node's triples the reifications.

    :param described: the triples of the nodes themselves, as the engine gives them: their subjects are the nodes
    """
    described = set(described)
    found: set[Triple] = set()
    for node in {triple.subject for triple in described if isinstance(triple.subject, NamedNode)}:
        for predicate in ABOUT:
            for quad in graph.quads_for_pattern(None, predicate, node, None):
                found |= _own(graph, quad.subject)
    for triple in [triple for triple in described | found if triple.predicate in DETAILS]:
        found |= _own(graph, triple.object)
    return found


def _own(graph: Graph, node: object) -> set[Triple]:
    """The triples of a node, and of the blank nodes that it leads to."""
    if not isinstance(node, (NamedNode, BlankNode)):
        return set()
    found: set[Triple] = set()
    pending, seen = [node], {node}
    while pending:
        for quad in graph.quads_for_pattern(pending.pop(), None, None, None):
            found.add(quad.triple)
            if isinstance(quad.object, BlankNode) and quad.object not in seen:
                seen.add(quad.object)
                pending.append(quad.object)
    return found
