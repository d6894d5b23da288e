"""Explore: the one function that the command and the library call."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from kg.draw import selection
from kg.draw.data import page_data
from kg.draw.page import render
from kg.errors import UsageError
from kg.schema import Schema, load_schema

LIMIT = 400             # nodes in the first view
EDGES = 20_000          # relations in the page
TITLE = "产业园区知识图谱"


def explore(network: nx.MultiDiGraph, *, around: str | None = None, among: Sequence[str] = (), depth: int = 1, classes: Sequence[str] = (),
            limit: int = LIMIT, title: str | None = None, schema: Schema | None = None) -> str:
    """Make the page that explores a network.

    :param network: as ``kg.network.network`` makes it
    :param around: only what is at most ``depth`` relations away from what has this name
    :param among: only what is at most ``depth`` relations away from these nodes, given by IRI; those that are not there are passed over
    :param classes: only nodes of these classes, by local name or Chinese label; what ``around`` names stays
    :param limit: how many nodes the page shows first; the others are in the page too
    :param title: of the page
    :param schema: the ontology; the program's own if None
    :returns: HTML, one page that needs no other file and no network; write it as UTF-8. The same arguments give the same text.
    :raises UsageError: if nothing has the name or class, or a number is below what makes sense
    """
    if limit < 1 or depth < 0:
        raise UsageError("limit must be 1 or more and depth 0 or more", where=f"limit {limit}, depth {depth}")
    centres = selection.named(network, around) if around is not None else [node for node in among if node in network]
    part = selection.around(network, centres, depth) if centres else network
    if classes:
        part = selection.of_classes(part, classes, centres)
    kept = selection.capped(part, EDGES, centres)
    data = page_data(kept, selection.first_view(kept, limit, centres), schema or load_schema())
    data.about["centred"] = bool(centres)
    if kept is not part:
        data.about["whole"] = {"edges": part.number_of_edges(), "kept": kept.number_of_edges()}
    return render(data, title or (f"{kept.nodes[centres[0]]['label']} · {TITLE}" if around is not None else TITLE))
