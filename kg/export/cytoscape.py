"""Cytoscape JSON (.cyjs), for Cytoscape and Cytoscape.js."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from kg.network import network

if TYPE_CHECKING:
    from kg.store.part import Graph


def write_cytoscape(graph: Graph, output: BinaryIO) -> None:
    """Write the entities and relations of all documents; the attributes are those of :func:`kg.network.network`."""
    from networkx import cytoscape_data

    made = network(graph)
    for number, (*_, attributes) in enumerate(made.edges(keys=True, data=True)):
        attributes["id"] = f"e{number}"
    found = cytoscape_data(made, name="label")
    for node in found["elements"]["nodes"]:
        node["data"]["name"] = node["data"]["label"]        # what Cytoscape shows
    output.write(json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n")
