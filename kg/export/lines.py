"""N-Triples and N-Quads: one line each, sorted."""

from __future__ import annotations

from typing import BinaryIO

from pyoxigraph import Store

from kg.export.blocks import labelled, quads_by_subject, triples_by_subject


def write_ntriples(graph: Store, output: BinaryIO, *, triple_terms: bool = False) -> None:
    """Write the union of all graphs as N-Triples, each triple once, lines sorted by their characters."""
    for _, triples in triples_by_subject(labelled(graph), triple_terms=triple_terms):
        output.write("".join(f"{triple} .\n" for triple in triples).encode())


def write_nquads(graph: Store, output: BinaryIO, *, triple_terms: bool = False) -> None:
    """Write all graphs as N-Quads, lines sorted by their characters."""
    for _, quads in quads_by_subject(labelled(graph), triple_terms=triple_terms):
        output.write("".join(f"{quad} .\n" for quad in quads).encode())
