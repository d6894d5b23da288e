"""N-Triples and N-Quads: one line each, sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kg.export.blocks import labelled, quads_by_subject, triples_by_subject

if TYPE_CHECKING:
    from kg.store.part import Graph


def write_ntriples(graph: Graph, output: BinaryIO, *, triple_terms: bool = False) -> None:
    """Write the union of all graphs as N-Triples, each triple once, lines sorted by their characters."""
    for _, triples in triples_by_subject(labelled(graph), triple_terms=triple_terms):
        output.write("".join(f"{triple} .\n" for triple in triples).encode())


def write_nquads(graph: Graph, output: BinaryIO, *, triple_terms: bool = False) -> None:
    """Write all graphs as N-Quads, lines sorted by their characters."""
    for _, quads in quads_by_subject(labelled(graph), triple_terms=triple_terms):
        output.write("".join(f"{quad} .\n" for quad in quads).encode())
