"""GraphML that Gephi, yEd and Cytoscape open: plain typed attributes, declared before they are used.

:source: graphml.graphdrawing.org, «GraphML Primer» and the schemas graphml-structure 1.0 and graphml-attributes 1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from kg import names
from kg.export.prefixed import split
from kg.export.printable import printable
from kg.network import network

if TYPE_CHECKING:
    import networkx

    from kg.store.part import Graph

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
# What stays in an XML name token: a part of what XML 1.0 allows, in its fourth edition (which libxml2 follows) as in its fifth.
_NOT_IN_TOKEN = re.compile("[^A-Za-z0-9._:\u4E00-\u9FA5-]")


def write_graphml(graph: Graph, output: BinaryIO) -> None:
    """Write the entities and relations of all documents; the attributes are those of :func:`kg.network.network`."""
    write_network(network(graph), output)


def write_network(made: networkx.MultiDiGraph, output: BinaryIO) -> None:
    """Write a property graph whose node and edge attributes are ``str``, ``int``, ``float`` or ``bool``.

    Nodes come sorted by their names, and are called by a token made from them (``company:宁德时代``); the name itself is the
    attribute ``iri``. Edges come sorted by subject, object and key, and are called e0, e1 …
    """
    for line in _lines(made):
        output.write(line.encode())


def _lines(made: networkx.MultiDiGraph) -> Iterator[str]:
    nodes = [(node, {"iri": str(node), **attributes}) for node, attributes in sorted(made.nodes(data=True))]
    edges = sorted(made.edges(keys=True, data=True), key=lambda edge: tuple(map(str, edge[:3])))
    node_types = _attribute_types(attributes for _, attributes in nodes)
    edge_types = _attribute_types(attributes for *_, attributes in edges)
    tokens = _tokens(node for node, _ in nodes)
    yield _HEAD
    yield from _keys("node", node_types)
    yield from _keys("edge", edge_types)
    yield '<graph id="parkkg" edgedefault="directed">\n'
    for node, attributes in nodes:
        yield f"<node id={quoteattr(tokens[node])}>\n" + _data("node", attributes, node_types) + "</node>\n"
    for number, (subject, object_, _, attributes) in enumerate(edges):
        yield (f'<edge id="e{number}" source={quoteattr(tokens[subject])} target={quoteattr(tokens[object_])}>\n'
               + _data("edge", attributes, edge_types) + "</edge>\n")
    yield "</graph>\n</graphml>\n"


def _attribute_types(rows: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The type of each attribute, the label first, then by name; what is a number in all rows is ``double`` if mixed."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, set()).add(_TYPES[type(value)])
    ordered = sorted(found, key=lambda name: (name != "label", name))
    return {name: _common(found[name]) for name in ordered}


def _common(types: set[str]) -> str:
    if len(types) == 1:
        return next(iter(types))
    return "double" if types == {"long", "double"} else "string"


def _keys(domain: str, types: dict[str, str]) -> Iterator[str]:
    for name, type_ in types.items():
        yield f'<key id="{domain}.{name}" for="{domain}" attr.name="{name}" attr.type="{type_}"/>\n'


def _data(domain: str, attributes: dict[str, Any], types: dict[str, str]) -> str:
    return "".join(f'<data key="{domain}.{name}">{_text(attributes[name])}</data>\n' for name in types if name in attributes)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(printable(str(value)))


def _tokens(nodes: Iterable[str]) -> dict[str, str]:
    """A readable XML name token for each node, no two alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for node in nodes:
        parts = split(node)
        readable = f"{parts[0]}:{names.local(node)}" if parts else names.local(node)
        token = candidate = _NOT_IN_TOKEN.sub("_", readable) or "_"
        number = 1
        while token in taken:
            number += 1
            token = f"{candidate}_{number}"
        taken.add(token)
        found[node] = token
    return found
