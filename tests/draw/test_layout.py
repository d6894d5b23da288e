from __future__ import annotations

import pytest

from kg.draw.layout import layout


def star(leaves: int) -> list[tuple[int, int]]:
    return [(0, i) for i in range(1, leaves + 1)]


def overlapping(boxes, places) -> list[tuple[int, int]]:
    def clash(i, j):
        return all(abs(places[i][axis] - places[j][axis]) < (boxes[i][axis] + boxes[j][axis]) / 2 for axis in (0, 1))

    return [(i, j) for i in range(len(boxes)) for j in range(i) if clash(i, j)]


@pytest.mark.parametrize("count, links", [
    (0, []), (1, []), (2, [(0, 1)]), (12, []), (3, [(0, 1), (1, 0), (0, 0), (1, 2)]), (41, star(40)),
    (60, [(i, (i * 7 + 3) % 60) for i in range(60)]), (30, [(i, i + 1) for i in range(0, 30, 2)]),
], ids=["none", "one", "two", "loose", "repeated", "star", "ring", "pairs"])
def test_no_box_lies_over_another(count, links):
    boxes = [(104.0, 48.0)] * count
    places = layout(boxes, links)
    assert len(places) == count
    assert overlapping(boxes, places) == []


def test_linked_boxes_are_nearer_than_others():
    links = [(0, i) for i in range(1, 6)] + [(6, i) for i in range(7, 12)] + [(0, 6)]
    places = layout([(80.0, 40.0)] * 12, links)

    def distance(a, b):
        return ((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5

    own = max(distance(0, i) for i in range(1, 6))
    assert own < min(distance(0, i) for i in range(7, 12))


def test_direction_order_and_repetition_of_links_change_nothing():
    boxes = [(80.0, 40.0)] * 9
    links = [(0, i) for i in range(1, 9)] + [(3, 4)]
    assert layout(boxes, [(b, a) for a, b in reversed(links)] + links) == layout(boxes, links)


def test_a_large_component_is_laid_out_around_its_core():
    links = [(i, i // 3) for i in range(1, 1500)]
    places = layout([(80.0, 40.0)] * 1500, links)
    assert len(set(places)) > 1490


def test_components_lie_beside_each_other_not_in_a_line():
    places = layout([(100.0, 50.0)] * 80, [(i, i + 1) for i in range(0, 80, 2)])
    wide, high = (max(p[axis] for p in places) - min(p[axis] for p in places) for axis in (0, 1))
    assert 1 < wide / high < 3
