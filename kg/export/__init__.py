"""Takes a graph, writes it as a file, a folder of files or to standard output: RDF in six forms, four of graph tools, and tables.

Equal graphs give equal bytes, and a file that could not be written in full is not there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import UsageError
from kg.export.cytoscape import write_cytoscape
from kg.export.excel import write_excel
from kg.export.folder import opened_folder
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.jsonld import write_jsonld
from kg.export.lines import write_nquads, write_ntriples
from kg.export.neo4j import write_neo4j
from kg.export.rdfxml import write_rdfxml
from kg.export.rows import write_csv, write_parquet
from kg.export.target import opened
from kg.export.turtle import write_trig, write_turtle

if TYPE_CHECKING:
    from kg.store.part import Graph

__all__ = ["DOCUMENTS_APART", "FILES", "FOLDERS", "FORMATS", "TRIPLE_TERMS", "export", "format_of"]

# The formats that can hold RDF 1.2 triple terms.
TRIPLE_TERMS: dict[str, Callable[..., None]] = {
    "turtle": write_turtle,
    "ntriples": write_ntriples,
    "nquads": write_nquads,
    "trig": write_trig,
}
# The formats that are one file.
FILES: dict[str, Callable[[Graph, BinaryIO], None]] = TRIPLE_TERMS | {
    "jsonld": write_jsonld,
    "rdfxml": write_rdfxml,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "cytoscape": write_cytoscape,
    "excel": write_excel,
}
# The formats that are a folder of files.
FOLDERS: dict[str, Callable[[Graph, Path], None]] = {
    "neo4j": write_neo4j,
    "csv": write_csv,
    "parquet": write_parquet,
}
FORMATS = (*FILES, *FOLDERS)
# The formats that hold the named graphs as they are; the others hold the union, each triple once.
DOCUMENTS_APART = frozenset({"nquads", "trig"})
# What the names of files end in, by format.
_ENDINGS = {
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".trig": "trig",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".graphml": "graphml",
    ".gexf": "gexf",
    ".cyjs": "cytoscape",
    ".xlsx": "excel",
}


def format_of(target: str | os.PathLike[str]) -> str:
    """The format that the name of a file says: turtle for ``park.ttl``.

    :raises UsageError: if its ending is that of no format, as for folders and standard output
    """
    ending = Path(target).suffix.lower()
    if ending not in _ENDINGS:
        where = "standard output does not tell a format" if os.fspath(target) == "-" else f"{target}: its ending tells no format"
        raise UsageError(where, hint=f"say --format, or -o with a name that ends in one of {', '.join(_ENDINGS)}")
    return _ENDINGS[ending]


def export(graph: Graph, target: str | os.PathLike[str], format: str, *, triple_terms: bool = False) -> None:
    """Write a graph.

    :param target: a file or folder, which is replaced at once when the new one is complete; ``-`` is standard output
    :param format: one of :data:`FORMATS`
    :param triple_terms: write statements as RDF 1.2 triple terms
    :raises UsageError: for another format; for a folder to standard output; for triple terms where the format has none
    :raises ExportError: if it can't be written; nothing is left half-written
    """
    if format not in FORMATS:
        raise UsageError(f"{format!r} is no format of export", hint=f"use one of {', '.join(FORMATS)}")
    if triple_terms and format not in TRIPLE_TERMS:
        raise UsageError(f"{format} has no triple terms", hint=f"use one of {', '.join(TRIPLE_TERMS)}")
    if format in FOLDERS:
        with opened_folder(target) as folder:
            FOLDERS[format](graph, folder)
        return
    with opened(target) as output:
        if triple_terms:
            TRIPLE_TERMS[format](graph, output, triple_terms=True)
        else:
            FILES[format](graph, output)
