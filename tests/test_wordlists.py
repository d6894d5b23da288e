"""Word lists: what is refused, and how a list becomes a regular expression."""

import re

import pytest

from kg.errors import PatternError
from kg.wordlists import WordLists


@pytest.fixture
def lists(tmp_path):
    def write(text: str) -> WordLists:
        (tmp_path / "verbs.yaml").write_text(text, encoding="utf-8")
        return WordLists(tmp_path)
    return write


def test_a_list_is_words_parted_by_spaces_over_lines(lists):
    found = lists("rising: >\n  增长 上升\n  增\nfalling: 下降\n")
    assert found.ordered("verbs", "rising") == ("增长", "上升", "增") and found.words("verbs", "falling") == {"下降"}


def test_the_longest_word_is_tried_first(lists):
    assert lists("rising: 增 增长 升\nfalling: 降\n").any("verbs", "rising", "falling") == "(?:增(?:长|)|升|降)"


def test_a_word_that_may_begin_in_several_ways_shares_no_beginning(lists):
    assert lists("rising: 增长 增 再?增\n").any("verbs", "rising") == "(?:再?增|增长|增)"


def test_pieces_of_regular_expressions_stand_in_words(lists):
    pattern = re.compile(lists("fronts: 企业(?=产值) 全年\n").any("verbs", "fronts"))
    assert pattern.match("企业产值") and not pattern.match("企业数")


@pytest.mark.parametrize("text, complaint", [
    ("- 增长\n", "a file of word lists maps names to words"),
    ("rising: [\n", "the word lists can't be read"),
    ("rising: 3\n", "there is no word list 'rising'"),
    ("falling: 下降\n", "there is no word list 'rising'; it has falling"),
    ("rising: 增长 (增\n", "the word '(增' is no regular expression"),
])
def test_what_is_wrong_is_told(lists, text, complaint):
    with pytest.raises(PatternError) as caught:
        lists(text).any("verbs", "rising")
    assert complaint in str(caught.value) and "verbs.yaml" in str(caught.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(PatternError, match="can't be read"):
        WordLists(tmp_path).words("verbs", "rising")
