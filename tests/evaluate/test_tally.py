import pytest

from kg.evaluate.tally import Tally


def test_the_figures():
    tally = Tally(hit=2, found=4, gold=5) + Tally(hit=1, found=1, gold=1)
    assert tally == Tally(3, 5, 6)
    assert (tally.precision, tally.recall) == (0.6, 0.5)
    assert tally.f1 == pytest.approx(6 / 11)


def test_nothing_is_nothing():
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)
