import pytest

from kg.query.place import offset_of, query_error

QUERY = "SELECT *\nWHERE {\n  ?公司 pk:x }"


@pytest.mark.parametrize("offset", range(len(QUERY) + 1))
def test_line_and_column_lead_back_to_the_offset(offset):
    _, line, _, column = query_error(QUERY, offset, "wrong").where.replace(",", "").split()
    assert offset_of(QUERY, int(line), int(column)) == offset


def test_the_message_is_one_line_with_a_mark_before_the_place():
    message = str(query_error(QUERY, QUERY.index("pk:x"), "wrong", "do this"))
    assert message == "line 3, column 7: wrong: ?公司 ▲pk:x }; do this"


def test_a_long_line_is_cut_on_both_sides():
    message = str(query_error("a" * 500, 250, "wrong"))
    assert message == "line 1, column 251: wrong: …" + "a" * 24 + "▲" + "a" * 24 + "…"
