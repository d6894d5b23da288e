"""GEXF with dates, for Gephi: entities and relations appear on its timeline when a document first tells of them.

:source: gexf.net, «GEXF 1.2 primer», section Dynamics
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from kg.export.printable import printable
from kg.network import network

if TYPE_CHECKING:
    import networkx

    from kg.store.part import Graph

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def write_gexf(graph: Graph, output: BinaryIO) -> None:
    """Write the entities and relations of all documents; the attributes are those of :func:`kg.network.network`.

    A node or edge begins on the day that the earliest document about it was issued. An edge without a date, as curated knowledge has none,
    begins with its nodes; a node without any date is always there.
    """
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(encoding="utf-8", version="1.2draft")
    writer.add_graph(dated(network(graph)))
    meta = writer.xml.find("meta")
    if meta is not None:
        writer.xml.remove(meta)         # it holds the day of the export, and the same graph gives the same bytes
    writer.write(output)


def dated(made: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """Copy a property graph with ``start`` on its nodes and edges; a node begins no later than its edges."""
    import networkx

    starts = {node: day(attributes.get("date", "")) for node, attributes in made.nodes(data=True)}
    edges = sorted(made.edges(keys=True, data=True), key=lambda edge: tuple(map(str, edge[:3])))
    for subject, object_, _, attributes in edges:
        for end in (subject, object_):
            starts[end] = min(filter(None, (starts[end], day(attributes.get("date", "")))), default=None)
    copy = networkx.MultiDiGraph(mode="dynamic")
    for node, attributes in sorted(made.nodes(data=True)):
        copy.add_node(node, iri=str(node), **_printable(attributes), **_start(starts[node]))
    for number, (subject, object_, key, attributes) in enumerate(edges):
        start = day(attributes.get("date", "")) or max(filter(None, (starts[subject], starts[object_])), default=None)
        copy.add_edge(subject, object_, key, id=f"e{number}", **_printable(attributes), **_start(start))
    return copy


def day(edtf: str) -> str | None:
    """The first day of a date of any precision.

    >>> day("2023"), day("2023-05"), day("2023-05-09"), day("")
    ('2023-01-01', '2023-05-01', '2023-05-09', None)
    """
    found = _DATE.match(edtf)
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}" if found else None


def _start(day: str | None) -> dict[str, str]:
    return {"start": day} if day else {}


def _printable(attributes: dict) -> dict:
    return {name: printable(value) if isinstance(value, str) else value for name, value in attributes.items()}
