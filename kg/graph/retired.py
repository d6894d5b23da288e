"""IRIs that a thing had before it was found to be one with another, or that lead to it by its other names: each is replaced by the thing's
own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg import names
from kg.graph.curated import GRAPH
from kg.graph.terms import vocabulary
from kg.resolve import Resolution


def quads(resolution: Resolution, *, base: str = names.BASE) -> Iterator[Quad]:
    """Give for each IRI that is no longer in use the ones that stand in its place."""
    graph = NamedNode(base + GRAPH)
    for iri, replacements in resolution.retired:
        for replacement in replacements:
            yield Quad(NamedNode(iri), vocabulary("dcterms:isReplacedBy"), NamedNode(replacement), graph)
