"""The terms of RDF, told apart.

What stands in a quad is an IRI, a blank node or a literal, or else, since RDF 1.2, a triple. The graphs of the program hold no triple
terms; the functions here say so where a term is taken for one of the others.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, Triple, serialize

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal
GraphName = NamedNode | BlankNode | DefaultGraph


def text_of(term: Term | Triple) -> str:
    """The text of a term: an IRI, the label of a blank node, what a literal says.

    >>> text_of(NamedNode("https://example.org/a")), text_of(Literal("合肥市", language="zh"))
    ('https://example.org/a', '合肥市')
    """
    return as_term(term).value


def as_term(term: Term | Triple) -> Term:
    """A term that is no triple.

    :raises TypeError: if it is one
    """
    if isinstance(term, Triple):
        raise TypeError(f"a triple stands where a node or a literal is expected: {term}")
    return term


def as_node(term: Term | Triple) -> Node:
    """A term that is an IRI or a blank node.

    :raises TypeError: if it is none
    """
    if not isinstance(term, (NamedNode, BlankNode)):
        raise TypeError(f"a node is expected, not {term}")
    return term


def as_named(term: Term | Triple) -> NamedNode:
    """A term that is an IRI.

    :raises TypeError: if it is none
    """
    if not isinstance(term, NamedNode):
        raise TypeError(f"an IRI is expected, not {term}")
    return term


def language_of(term: Term | Triple) -> str | None:
    """The language of a literal; None if it has none, and of what is no literal."""
    return term.language if isinstance(term, Literal) else None


def written(triples: Iterable[Triple], format: RdfFormat, prefixes: dict[str, str] | None = None) -> bytes:
    """Triples in one of the forms of RDF, as they come."""
    found = serialize(triples, format=format, prefixes=prefixes)
    assert found is not None            # it is None where they are written to a file
    return found
