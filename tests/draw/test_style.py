from __future__ import annotations

import pytest

from kg.draw import style
from kg.draw.style import looks, radius, width, wrap
from kg.schema import load_schema


@pytest.mark.parametrize("name", [
    "宁德时代", "肇庆高新区", "广东省(肇庆)大型产业集聚区市管起步区", "香港城市大学（东莞）", "Contemporary Amperex Technology", "A" * 60,
    "小鹏汽车肇庆智能网联科技产业园二期项目配套基础设施建设工程", "5G+工业互联网示范基地", "", "　", "\u202e反向", "😀" * 30,
])
def test_wrapped_lines_are_short_and_lose_nothing_but_the_end(name):
    rows = wrap(name).split("\n")
    assert len(rows) <= style.LINES
    assert all(width(row) <= style.LINE_WIDTH + 1 for row in rows)
    joined = "".join(rows)
    kept = joined.removesuffix("…") if joined.endswith("…") and not name.endswith("…") else joined
    assert "".join(name.split()).startswith("".join(kept.split()))
    assert joined.endswith("…") or "".join(kept.split()) == "".join(name.split())


def test_lines_are_of_about_the_same_width():
    rows = wrap("广东瑞庆时代新能源科技有限公司").split("\n")
    assert max(map(width, rows)) - min(map(width, rows)) <= 1


def test_the_last_line_is_not_a_single_character():
    assert wrap("青石临港产业园首期30万锭棉纺项目").split("\n")[-1] != "目"


def test_no_line_begins_with_a_closing_bracket():
    for length in range(4, 14):
        assert not any(row.startswith("）") for row in wrap("大" * length + "（东莞）有限公司").split("\n"))


def test_every_class_of_the_ontology_has_a_colour_and_shape_of_its_own():
    known = load_schema().entity_classes
    given = looks(known)
    assert len({given[name].shape for name in known}) == len({given[name].light for name in known}) == len(known)


def test_classes_that_an_ontology_adds_get_a_look_too():
    given = looks(["Company", "Port", "Airport"])
    assert given["Port"] != given["Airport"]
    assert looks(["Airport", "Port"]) == given


def test_a_node_grows_with_its_relations_up_to_a_limit():
    assert radius(0) < radius(1) < radius(10) < radius(40) < radius(10000) == radius(100000)
