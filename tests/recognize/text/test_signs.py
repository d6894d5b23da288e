"""Signs of words: what they tell is what the words say, wherever they stand, and the segmenter's parts of speech are kept rightly."""

from __future__ import annotations

import pytest

from kg.recognize.text import signs
from kg.recognize.text.phrase import inside
from kg.recognize.text.signs import plain, sign, signs_of
from kg.recognize.text.tokens import Borders, segmenter, span_of, tokenize
from kg.recognize.values.quantities import quantities


@pytest.fixture()
def long_sign():
    """A sign of this test alone."""
    yield sign(lambda word: len(word.text) >= 4)
    signs._tests.pop()
    for known in (signs.plain, signs.segmented, signs._special):
        known.clear()


def test_a_token_carries_the_signs_of_its_word(long_sign):
    tokens = tokenize("生物医药产业园正式开园", 0, 11, (), (), ())
    assert {t.text: bool(t.signs & long_sign) for t in tokens} == {t.text: len(t.text) >= 4 for t in tokens}


def test_a_sign_declared_late_is_found_at_words_that_were_seen_before(long_sign):
    plain["新能源汽车", "n"]
    late = sign(lambda word: word.text.startswith("新"))
    try:
        assert plain["新能源汽车", "n"][3] & late and plain["新能源汽车", "n"][3] & long_sign
        assert not plain["汽车", "n"][3] & late
    finally:
        signs._tests.pop()
        plain.clear()


def test_a_listed_name_has_other_signs_than_the_same_word(long_sign):
    listed = sign(lambda word: "Park" in word.listed)
    try:
        assert signs_of("高新区", "nz", "Park", ("Park",)) & listed and not plain["高新区", "n"][3] & listed
    finally:
        signs._tests.pop()
        plain.clear()


def test_what_is_kept_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(signs, "MOST", 10)
    for i in range(50):
        plain[f"词{i}", "n"]
        signs_of(f"名{i}", "nz", "Park", ("Park",))
    assert len(plain) <= 10 and len(signs._special) <= 10


@pytest.mark.parametrize("text", ("2023年，广州开发区新增企业1.2万家！", "OLED面板、AI芯片和5G基站", "", "小鹏汽车落户肇庆高新区，总投资100亿元。"))
def test_words_and_their_parts_of_speech_are_those_of_the_segmenter(text):
    for _ in range(2):      # of new words, and of known ones
        assert [(t.text, t.tag) for t in tokenize(text, 0, len(text), (), (), ())] == [
            (word, tag if word != "等" else "u") for word, tag in segmenter().tag(text)]


def test_borders_and_spans():
    tokens = tokenize("一二产业园开工", 0, 7, (), (), ())
    starts = {t.start for t in tokens} | {7}
    assert [offset in Borders(tokens) for offset in range(9)] == [offset in starts for offset in range(9)]
    for start in range(8):
        for end in range(start, 8):
            inside = [i for i, t in enumerate(tokens) if t.start >= start and t.end <= end]
            first, stop = span_of(tokens, start, end)
            assert list(range(first, stop)) == inside


def test_the_signs_of_a_quantity_are_those_of_its_unit():
    text = "建成300兆瓦和300公里"
    tokens = tokenize(text, 0, len(text), (), list(quantities(text)), ())
    assert [(t.text, inside(t)) for t in tokens if t.kind == "quantity"] == [("300兆瓦", True), ("300公里", False)]
