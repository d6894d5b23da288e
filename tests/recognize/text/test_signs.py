"""Signs of words: what they tell is what the words say, wherever they stand, and the segmenter's parts of speech are kept rightly."""

from __future__ import annotations

import pytest

from kg.recognize.text import signs
from kg.recognize.text.phrase import inside
from kg.recognize.text.signs import plain, sign, signs_of
from kg.recognize.text.tokens import Borders, segmenter, span_of, tokenize
from kg.recognize.values.quantities import quantities


@pytest.fixture(scope="module")
def long_sign():
    """A sign that nobody else asks for."""
    return sign(lambda word: len(word.text) >= 4)


def test_a_token_carries_the_signs_of_its_word(long_sign):
    tokens = tokenize("生物医药产业园正式开园", 0, 11, (), (), ())
    assert {t.text: bool(t.signs & long_sign) for t in tokens} == {t.text: len(t.text) >= 4 for t in tokens}


def test_a_sign_declared_late_is_found_at_words_that_were_seen_before(long_sign):
    plain["新能源汽车", "n"]
    late = sign(lambda word: word.text.startswith("新"))
    assert plain["新能源汽车", "n"][3] & late and plain["新能源汽车", "n"][3] & long_sign
    assert not plain["汽车", "n"][3] & late


def test_a_listed_name_has_other_signs_than_the_same_word(long_sign):
    listed = sign(lambda word: "Park" in word.listed)
    assert signs_of("高新区", "nz", "Park", ("Park",)) & listed and not plain["高新区", "n"][3] & listed


def test_a_sign_may_be_declared_by_words_beginnings_and_endings():
    said = sign(lambda word: word.tag == "eng", words=("动工",), begins=("开",), ends=("园区", "区里"))
    has = {text: bool(plain[text, tag][3] & said) for text, tag in (("动工", "v"), ("动工者", "n"), ("开园", "v"), ("园区", "n"), ("区", "n"), ("AI", "eng"))}
    assert has == {"动工": True, "动工者": False, "开园": True, "园区": True, "区": False, "AI": True}


def test_what_counts_of_plain_words_counts_of_no_listed_name():
    of_words = sign(words=("高新区",), ends=("新城",), plain_words=True)
    of_all = sign(words=("高新区",), ends=("新城",))
    for name in ("高新区", "滨海新城"):
        listed = signs_of(name, "nz", "Park", ("Park",))
        assert listed & of_all and not listed & of_words and plain[name, "n"][3] & of_words


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
