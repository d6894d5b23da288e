"""Layout: takes the boxes of nodes with their labels and the links between them, gives each box a place.

Each connected component is laid out by itself: classical scaling of the distances in the graph for a start, then forces
(all nodes repel, the more the better connected they are; links attract: Jacomy et al., *ForceAtlas2*, PLoS ONE 9(6), 2014), then boxes
that overlap are pushed apart. The components are packed around the largest. Nothing is drawn by lot without a fixed seed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

SEED = 20230116
CORE = 500              # nodes that feel all others; beyond it they are placed beside their neighbours
ROUNDS = 260
WIDE = 1.3              # screens are wider than high, and so are labels
GAP = 14.0              # pixels between boxes
CELL = 40.0             # pixels of the grid that components are packed on


def layout(boxes: Sequence[tuple[float, float]], links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Place boxes so that linked ones are near and none overlap.

    :param boxes: width and height of each, in pixels
    :param links: pairs of positions in ``boxes``; direction, order and repetition don't matter
    :returns: the centre of each box, in whole pixels; the same for the same arguments
    """
    size = np.array(boxes, dtype=float).reshape(-1, 2)
    pairs = sorted({(min(a, b), max(a, b)) for a, b in links if a != b})
    groups = _components(len(size), pairs)
    group_of = {node: g for g, nodes in enumerate(groups) for node in nodes}
    pairs_of: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        pairs_of[group_of[pair[0]]].append(pair)
    placed = []
    for g, nodes in enumerate(groups):
        position = {node: i for i, node in enumerate(nodes)}
        inner = [(position[a], position[b]) for a, b in pairs_of[g]]
        placed.append(_place_component(size[nodes], inner))
    grounds = [_ground(size[nodes], places, [(nodes.index(a), nodes.index(b)) for a, b in pairs_of[g]] if len(nodes) <= CORE else [])
               for g, (nodes, places) in enumerate(zip(groups, placed, strict=True))]
    result = np.zeros((len(size), 2))
    for nodes, places, offset in zip(groups, placed, _pack(grounds), strict=True):
        result[nodes] = places + offset
    return [(int(x), int(y)) for x, y in np.rint(result).tolist()]


def _components(count: int, pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Connected components, the largest first, each sorted."""
    neighbours = _neighbours(count, pairs)
    seen, groups = set(), []
    for start in range(count):
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for node in group:                          # grows while it is walked
            new = [n for n in neighbours[node] if n not in seen]
            seen.update(new)
            group.extend(new)
        groups.append(sorted(group))
    return sorted(groups, key=lambda group: (-len(group), group[0]))


def _neighbours(count: int, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for a, b in pairs:
        neighbours[a].append(b)
        neighbours[b].append(a)
    return neighbours


def _place_component(size: np.ndarray, pairs: list[tuple[int, int]]) -> np.ndarray:
    count = len(size)
    if count == 1:
        return np.zeros((1, 2))
    neighbours = _neighbours(count, pairs)
    if count > CORE:
        return _place_around_core(size, neighbours)
    places = _scaled_distances(neighbours)
    places = _push_and_pull(places, pairs, np.array([len(n) for n in neighbours], dtype=float))
    return _separate(_spread(places, size, pairs), size)


def _place_around_core(size: np.ndarray, neighbours: list[list[int]]) -> np.ndarray:
    """Lay out a connected core of the best connected nodes, then set the others around their placed neighbour, ring by ring."""
    order = _connected_order(neighbours)
    core = order[:CORE]
    position = {node: i for i, node in enumerate(core)}
    pairs = [(position[a], position[b]) for a in core for b in neighbours[a] if b in position and a < b]
    places = np.zeros((len(size), 2))
    places[core] = _place_component(size[core], pairs)
    turns: dict[int, int] = defaultdict(int)
    placed = set(core)
    for node in order[CORE:]:
        parent = next(n for n in neighbours[node] if n in placed)
        turns[parent] += 1
        turn = turns[parent]
        angle, distance = turn * 2.399963, 40 + 22 * turn ** 0.5        # the golden angle, as in a sunflower
        places[node] = places[parent] + (distance * WIDE * np.cos(angle), distance * np.sin(angle))
        placed.add(node)
    return places


def _connected_order(neighbours: list[list[int]]) -> list[int]:
    """All nodes of a component, the best connected first, each but the first after one of its neighbours."""
    import heapq

    best = min(range(len(neighbours)), key=lambda n: (-len(neighbours[n]), n))
    heap, seen, order = [(-len(neighbours[best]), best)], {best}, []
    while heap:
        _, node = heapq.heappop(heap)
        order.append(node)
        for n in neighbours[node]:
            if n not in seen:
                seen.add(n)
                heapq.heappush(heap, (-len(neighbours[n]), n))
    return order


def _scaled_distances(neighbours: list[list[int]]) -> np.ndarray:
    """Classical multidimensional scaling of the numbers of steps between nodes."""
    count = len(neighbours)
    steps = np.zeros((count, count))
    for start in range(count):
        distance = {start: 0}
        queue = [start]
        for node in queue:
            for n in neighbours[node]:
                if n not in distance:
                    distance[n] = distance[node] + 1
                    queue.append(n)
        steps[start, list(distance)] = list(distance.values())
    squared = steps ** 2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    places = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-6))
    places *= np.where(places[np.abs(places).argmax(axis=0), [0, 1]] < 0, -1, 1)    # an eigenvector's sign is arbitrary
    jitter = np.random.default_rng(SEED).normal(scale=0.05, size=(count, 2))        # leaves of one node coincide otherwise
    return places[:, ::-1] + jitter


def _push_and_pull(places: np.ndarray, pairs: list[tuple[int, int]], degree: np.ndarray) -> np.ndarray:
    """Let repulsion, links and a little gravity work until the steps have become small."""
    mass = degree + 1
    a, b = (np.array(side, dtype=int) for side in zip(*pairs, strict=True))
    places = places * 3.0 * np.sqrt(mass.mean())
    extent = np.ptp(places, axis=0).max() or 1.0
    product = mass[:, None] * mass[None, :]
    for round_ in range(ROUNDS):
        x, y = (axis[:, None] - axis[None, :] for axis in places.T)         # axis by axis: several times faster
        strength = product / np.maximum(x * x + y * y, 1e-2)
        force = np.stack([(strength * x).sum(axis=1), (strength * y).sum(axis=1)], axis=1)
        pull = places[b] - places[a]
        np.add.at(force, a, pull)
        np.add.at(force, b, -pull)
        force -= places * 0.05 * mass[:, None]
        step = force / mass[:, None]
        length = np.sqrt((step ** 2).sum(axis=1))
        limit = 0.08 * extent * (1 - round_ / ROUNDS) ** 1.5 + 1e-4
        places = places + step * np.minimum(0.5, limit / np.maximum(length, 1e-9))[:, None]
    return places - places.mean(axis=0)


def _spread(places: np.ndarray, size: np.ndarray, pairs: list[tuple[int, int]]) -> np.ndarray:
    """Turn the longer side level and scale so that there is room for the boxes and for the names of the links."""
    _, axes = np.linalg.eigh(np.cov(places.T) + np.eye(2) * 1e-9)
    axes *= np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1, 1)
    places = places @ axes[:, ::-1]
    places[:, 0] *= WIDE
    a, b = (np.array(side, dtype=int) for side in zip(*pairs, strict=True))
    length = np.median(np.sqrt(((places[a] - places[b]) ** 2).sum(axis=1))) or 1.0
    return places * (125.0 / length)


def _separate(places: np.ndarray, size: np.ndarray, rounds: int = 120) -> np.ndarray:
    """Push overlapping boxes apart."""
    places = places.copy()
    reach_x, reach_y = ((side[:, None] + side[None, :]) / 2 + GAP for side in size.T)
    for _ in range(rounds):
        x, y = (axis[:, None] - axis[None, :] for axis in places.T)
        hit = (np.abs(x) < reach_x) & (np.abs(y) < reach_y)
        np.fill_diagonal(hit, False)
        a, b = np.nonzero(hit)
        if not len(a):
            break
        # As far as needed for the boxes to touch, along the line between their centres: what lay left of it stays left of it.
        x, y = x[a, b], y[a, b]
        needed = np.minimum(reach_x[a, b] / np.maximum(np.abs(x), 1.0), reach_y[a, b] / np.maximum(np.abs(y), 1.0)) - 1
        needed = np.minimum(needed, 2.0) * 0.25
        np.add.at(places, a, np.stack([needed * x, needed * y], axis=1))
    return places


def _ground(size: np.ndarray, places: np.ndarray, pairs: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    """The cells of a grid that a component's boxes and links cover, and the corner that the grid begins at."""
    low, high = places - size / 2 - GAP, places + size / 2 + GAP
    corner = low.min(axis=0)
    first = np.floor((low - corner) / CELL).astype(int)
    last = np.ceil((high - corner) / CELL).astype(int)
    cells = np.zeros(last.max(axis=0)[::-1], dtype=bool)
    for (left, top), (right, bottom) in zip(first.tolist(), last.tolist(), strict=True):
        cells[top:bottom, left:right] = True
    for a, b in pairs:
        count = int(np.abs(places[a] - places[b]).max() / CELL) + 2
        along = np.floor((np.linspace(places[a], places[b], count) - corner) / CELL).astype(int)
        cells[along[:, 1], along[:, 0]] = True
    return cells, corner


def _pack(grounds: list[tuple[np.ndarray, np.ndarray]]) -> list[np.ndarray]:
    """Set components side by side without overlap, each as near to the middle as there is room.

    :returns: what to add to the places of each
    """
    side = 2 * max((max(cells.shape) for cells, _ in grounds), default=0) + 2 * int(sum(cells.size for cells, _ in grounds) ** 0.5) + 4
    taken = np.zeros((side, side), dtype=bool)
    row, column = np.indices(taken.shape)
    offsets: list[np.ndarray] = []
    for cells, corner in grounds:
        height, width = cells.shape
        far = (((column + width / 2 - side / 2) / WIDE ** 2) ** 2 + (row + height / 2 - side / 2) ** 2)[:side - height, :side - width]
        if offsets:                                 # the first has the grid for itself
            blocked = np.zeros(far.shape, dtype=bool)
            for y, x in np.argwhere(cells):
                blocked |= taken[y:y + far.shape[0], x:x + far.shape[1]]
            far = np.where(blocked, np.inf, far)
        top, left = np.unravel_index(far.argmin(), far.shape)
        taken[top:top + height, left:left + width] |= cells
        offsets.append(np.array([left, top]) * CELL - corner)
    return offsets
