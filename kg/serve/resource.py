"""Any node of the graph as its triples: statements, evidence, rules, and what else has no page of its own."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.rdf import text_of
from kg.schema import Schema
from kg.store import Store

_FIRST = 100            # triples of each direction


@dataclass(frozen=True, slots=True)
class Resource:
    """A node and the triples it is in; an object or subject that is a node is given by its IRI."""

    iri: str
    outgoing: tuple[tuple[str, str, bool], ...]     # property, value, whether the value is a node
    incoming: tuple[tuple[str, str], ...]           # subject, property
    more: bool                                      # whether there are others than these


def resource(store: Store, schema: Schema, iri: str) -> Resource:
    """Describe a node.

    :raises UsageError: if the graph does not know it
    """
    try:
        node = NamedNode(iri)
    except ValueError:
        raise UsageError(f"{iri!r} is no IRI") from None
    outgoing = sorted((q.predicate.value, text_of(q.object), isinstance(q.object, NamedNode)) for q in store.union.quads_for_pattern(node, None, None))
    incoming = sorted((text_of(q.subject), q.predicate.value) for q in store.union.quads_for_pattern(None, None, node))
    if not outgoing and not incoming:
        raise UsageError(f"there is nothing called {iri}")
    return Resource(iri, tuple(outgoing[:_FIRST]), tuple(incoming[:_FIRST]), max(len(outgoing), len(incoming)) > _FIRST)
