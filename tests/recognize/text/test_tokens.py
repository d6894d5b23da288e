"""Tokens cover a text completely; listed names, quantities and times are whole, ordinary words are not cut by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognize.text.tokens import known_word, tokenize
from kg.recognize.values.quantities import quantities
from kg.recognize.values.times import times


def words(tokens, text):
    return [token.text for token in tokens(text)]


def test_tokens_cover_a_sentence(tokens):
    text = "2023年，苏州工业园区引进华星微纳等企业35家，总投资超100亿元。"
    made = tokens(text)
    assert "".join(token.text for token in made) == text
    assert all(a.end == b.start for a, b in zip(made, made[1:]))


def test_what_was_recognised_before_stays_whole(tokens):
    kinds = {token.text: token.kind for token in tokens("2023年上半年，绵阳高新区用地300亩，引进京东方。")}
    assert kinds["2023年上半年"] == "time" and kinds["300亩"] == "quantity"
    assert kinds["绵阳高新区"] == "Park" and kinds["京东方"] == "Company" and kinds["，"] == "punctuation"


@pytest.mark.parametrize("text, word", [
    ("总部位于某某高新区", "高新区"), ("某地新建抽水蓄能电站", "电站"), ("成立管委会", "管委会"), ("走进生物产业园", "产业园")])
def test_head_nouns_are_words(tokens, text, word):
    assert word in words(tokens, text)


@pytest.mark.parametrize("text, not_a_name", [("上海南站开通", "海南"), ("提高要求", "高要"), ("科技示范县建设", "范县"), ("展现代表风采", "现代"), ("和平方案", "平方")])
def test_a_listed_name_does_not_cut_a_word(tokens, text, not_a_name):
    assert not_a_name not in words(tokens, text)


def test_a_weak_name_is_a_word_that_remembers(tokens):
    made = {token.text: token for token in tokens("坚持和平发展")}
    assert made["和平"].kind == "word" and made["和平"].hit is not None and made["和平"].hit.weak


@pytest.mark.parametrize("text, closes", [("华星、远山等企业", True), ("平等协商", False), ("高等级公路", False), ("优等品", False)])
def test_the_word_that_closes_a_list(tokens, text, closes):
    assert ("等" in words(tokens, text)) == closes


@pytest.mark.parametrize("word, known", [("推动", True), ("产业园", True), ("研学", True), ("华星微纳", False)])
def test_words_of_the_dictionary(word, known):
    assert known_word(word) == known


def test_a_part_of_a_text():
    text = "前言。总投资35亿元。"
    made = tokenize(text, 3, len(text), (), quantities(text), times(text))
    assert made[0].start == 3 and "".join(token.text for token in made) == text[3:]


@given(text=st.text("园区高新产业项目开发京东方绵阳肇庆和平现代等、，。“”（）0123亿元年月%A ", max_size=40))
def test_any_text_is_covered(text, gazetteer):
    hits = gazetteer.find(text)
    made = tokenize(text, 0, len(text), hits, quantities(text), times(text, 2024))
    assert "".join(token.text for token in made) == text
    assert all(text[token.start:token.end] == token.text for token in made)


@pytest.mark.parametrize("text, words_in_it", [
    ("世界500强华岭集团", ("500", "强", "华")), ("供给天力航材和鑫航动力", ("和", "动力")), ("格派钴业投产", ("钴业",)), ("企业的钴业务增长", ("业务",)), ("温和派与和平里", ("和平里",))])
def test_a_ranking_and_a_joint_are_words_of_their_own(tokens, text, words_in_it):
    assert set(words_in_it) <= set(words(tokens, text))
