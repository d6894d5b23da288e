"""Selection: what of a network is wanted, and what of that a page shows first."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence

import networkx as nx

from kg.draw.data import names_of
from kg.errors import UsageError


def named(network: nx.MultiDiGraph, name: str) -> list:
    """The nodes that bear a name: as their best name, or, where none does, as another.

    :param name: compared without spaces, letter case and width
    :returns: in the order of the network; several where several things have one name
    :raises UsageError: if none does; offers similar names
    """
    wanted = _folded(name)
    best = [n for n, a in network.nodes(data=True) if _folded(a["label"]) == wanted]
    found = best or [n for n, a in network.nodes(data=True) if wanted in map(_folded, names_of(a))]
    if not found:
        labels = sorted({a["label"] for _, a in network.nodes(data=True)})
        near = sorted(x for x in labels if wanted and wanted in _folded(x))[:3] or difflib.get_close_matches(name, labels, 3, 0.5)
        raise UsageError("nothing in the graph has this name", where=name,
                         hint=f"similar: {', '.join(near)}" if near else "kg stats tells what the graph holds")
    return found


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def around(network: nx.MultiDiGraph, centres: Iterable, depth: int) -> nx.MultiDiGraph:
    """What is at most ``depth`` relations away from a centre, against their direction too."""
    seen = dict.fromkeys(centres)
    edge = list(seen)
    for _ in range(depth):
        edge = [n for node in edge for n in nx.all_neighbors(network, node) if n not in seen and seen.setdefault(n) is None]
    return _part(network, seen)


def of_classes(network: nx.MultiDiGraph, classes: Sequence[str], centres: Iterable = ()) -> nx.MultiDiGraph:
    """The nodes of some classes, and the relations between them.

    :param classes: local names or Chinese labels
    :param centres: nodes to keep whatever their class
    :raises UsageError: if the network has no node of one of them
    """
    present = {a["class"]: a.get("class_zh", a["class"]) for _, a in network.nodes(data=True)}
    names = {zh: name for name, zh in present.items()} | {name: name for name in present}
    for wanted in classes:
        if wanted not in names:
            raise UsageError("the graph has nothing of this class", where=wanted,
                             hint=f"it has {', '.join(sorted(present)) or 'nothing at all'}")
    kept = {names[wanted] for wanted in classes}
    return _part(network, {n for n, a in network.nodes(data=True) if a["class"] in kept} | set(centres))


def capped(network: nx.MultiDiGraph, edges: int, centres: Sequence = ()) -> nx.MultiDiGraph:
    """The centres and the best connected part of a network, with at most so many relations; the network itself if it has no more."""
    if network.number_of_edges() <= edges:
        return network
    kept, count = set(), 0
    for node in dict.fromkeys([*centres, *best_connected(network)]):
        links = [*network.out_edges(node), *network.in_edges(node)]
        new = sum(1 for a, b in links if (a in kept or a == node) and (b in kept or b == node))
        if count + new > edges:
            break
        kept.add(node)
        count += new
    return _part(network, kept)


def best_connected(network: nx.MultiDiGraph) -> list:
    """All nodes, those with the most relations first, then by name."""
    return sorted(network, key=lambda n: (-network.degree(n), network.nodes[n]["label"], str(n)))


def first_view(network: nx.MultiDiGraph, limit: int, centres: Sequence = ()) -> list:
    """The nodes to show first: the centres and what is nearest to them, otherwise the best connected.

    A node without relations is shown only where no node has any, or as a centre.

    :param limit: how many at most
    :returns: in order of importance
    """
    rank = {node: i for i, node in enumerate(best_connected(network))}
    if centres:
        order, edge = list(dict.fromkeys(centres)), list(centres)
        while edge and len(order) < limit:
            seen = set(order)
            edge = sorted({n for node in edge for n in nx.all_neighbors(network, node)} - seen, key=rank.__getitem__)
            order.extend(edge)
        return order[:limit]
    linked = [n for n in rank if any(other != n for other in nx.all_neighbors(network, n))]
    return _without_loose(network, linked, limit) if linked else list(rank)[:limit]


def _without_loose(network: nx.MultiDiGraph, order: list, limit: int) -> list:
    """Take nodes in order, passing over those that none of the taken ones is linked to as long as others are left."""
    taken = dict.fromkeys(order[:limit])
    loose = [n for n in taken if not any(o in taken and o != n for o in nx.all_neighbors(network, n))]
    spare = [n for n in order[limit:] if any(o in taken and o != n for o in nx.all_neighbors(network, n))]
    for out, into in zip(reversed(loose), spare, strict=False):
        del taken[out]
        taken[into] = None
    return list(taken)


def _part(network: nx.MultiDiGraph, nodes: Iterable) -> nx.MultiDiGraph:
    """A copy of some nodes and all between them, in the order of the network."""
    kept = set(nodes)
    part = nx.MultiDiGraph()
    part.graph.update(network.graph)
    part.add_nodes_from((n, a) for n, a in network.nodes(data=True) if n in kept)
    part.add_edges_from((a, b, k, d) for a, b, k, d in network.edges(keys=True, data=True) if a in kept and b in kept)
    return part
