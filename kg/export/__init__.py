"""Takes a graph, writes it as a file or to standard output: RDF in five forms, or GraphML.

Equal graphs give equal bytes, and a file that could not be written in full is not there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import UsageError
from kg.export.graphml import write_graphml
from kg.export.jsonld import write_jsonld
from kg.export.lines import write_nquads, write_ntriples
from kg.export.target import opened
from kg.export.turtle import write_trig, write_turtle

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["DOCUMENTS_APART", "FORMATS", "export"]

FORMATS: dict[str, Callable[[Store, BinaryIO], None]] = {
    "turtle": write_turtle,
    "ntriples": write_ntriples,
    "nquads": write_nquads,
    "trig": write_trig,
    "jsonld": write_jsonld,
    "graphml": write_graphml,
}
# The formats that hold the named graphs as they are; the others hold the union, each triple once.
DOCUMENTS_APART = frozenset({"nquads", "trig"})


def export(graph: Store, target: str | os.PathLike[str], format: str) -> None:
    """Write a graph.

    :param target: a file, which is replaced at once when the new one is complete; ``-`` is standard output
    :param format: one of :data:`FORMATS`
    :raises UsageError: for another format
    :raises ExportError: if it can't be written; nothing is left half-written
    """
    if format not in FORMATS:
        raise UsageError(f"{format!r} is no format of export", hint=f"use one of {', '.join(FORMATS)}")
    with opened(target) as output:
        FORMATS[format](graph, output)
