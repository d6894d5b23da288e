"""What words are to a name."""

import pytest

from kg.recognize.text.phrase import GENERIC, inside, is_proper, is_trade, names_something


@pytest.mark.parametrize("text, proper", [("宁德时代", True), ("肇庆", True), ("推动", False), ("重点", False), ("锂电池", False), ("新材料", False),
                                          ("产教", False), ("青少年", False), ("数智", False)])
def test_what_may_be_a_name_by_itself(tokens, text, proper):
    assert is_proper(tokens(text)[0]) == proper


@pytest.mark.parametrize("text, trade", [("锂电池", True), ("新材料", True), ("宁德时代", False), ("推动", False)])
def test_a_listed_industry_is_a_trade(tokens, text, trade):
    assert is_trade(tokens(text)[0]) == trade


@pytest.mark.parametrize("text, may", [
    ("宁德时代", True), ("储能", True), ("制造", True), ("二期", True), ("推动", False), ("的", False), ("2023年", False), ("，", False),
    ("3个", False), ("位于", False), ("并", False)])
def test_what_may_stand_inside_a_name(tokens, text, may):
    assert inside(tokens(text)[0]) == may


@pytest.mark.parametrize("text, named", [
    ("宁德时代", True), ("“双百”", True), ("重大产业", False), ("全市重点", False), ("新建", False), ("高新技术", False), ("5G", False)])
def test_whether_words_hold_something_of_their_own(tokens, text, named):
    made = tokens(text)
    assert names_something(made, 0, len(made)) == named


def test_generic_words_make_no_name():
    assert {"产业", "项目", "园区", "重点"} <= GENERIC
