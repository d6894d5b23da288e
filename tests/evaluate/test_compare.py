from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.compare import normal, pairs


def test_names_are_compared_without_spaces_widths_and_capitals():
    assert normal("ＴＣＬ 华星（东莞）") == normal("tcl华星(东莞)")


def test_each_is_paired_once_in_order():
    assert pairs([1, 1, 2], [2, 1], lambda a, b: a == b) == {0: 1, 2: 0}


@given(st.lists(st.integers(0, 4)), st.lists(st.integers(0, 4)))
def test_equal_things_are_paired_as_often_as_both_have_them(one, other):
    found = pairs(one, other, lambda a, b: a == b)
    assert all(one[i] == other[j] for i, j in found.items())
    assert len(set(found.values())) == len(found) == sum(min(one.count(n), other.count(n)) for n in range(5))
