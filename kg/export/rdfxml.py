"""RDF/XML, for tools that read nothing newer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import Literal, RdfFormat, Triple, serialize

from kg import names
from kg.errors import ExportError
from kg.export.blocks import labelled, triples_by_subject

if TYPE_CHECKING:
    from kg.store.part import Graph

# What XML 1.0 has no way to write, not even as a reference.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def write_rdfxml(graph: Graph, output: BinaryIO) -> None:
    """Write the union of all graphs as RDF/XML, each triple once.

    :raises ExportError: if a text holds a control character or a triple another triple, which RDF/XML has no form for
    """
    serialize(_triples(graph), output, RdfFormat.RDF_XML, prefixes=names.PREFIXES)


def _triples(graph: Graph) -> Iterator[Triple]:
    for _, triples in triples_by_subject(labelled(graph)):
        for triple in triples:
            if isinstance(triple.object, Triple) or isinstance(triple.object, Literal) and _FORBIDDEN.search(triple.object.value):
                raise ExportError("RDF/XML has no form for this", where=str(triple)[:200], hint="use turtle or ntriples")
            yield triple
