"""Word marks with a trade behind them."""

import pytest

from kg.recognize.recognisers.companies.marks import word_mark_companies

from tests.recognize.defects import wrong


@pytest.mark.parametrize("text, name", [
    ("湛朗科技投产", "湛朗科技"), ("物元半导体量产", "物元半导体"), ("引进迈科锂业", "迈科锂业"),
    wrong("a mark that the segmenter cuts into three characters is not put together", "与芯粤能半导体签约", "芯粤能半导体"), ("鼎泰微电子获评", "鼎泰微电子")])
def test_a_word_mark_and_a_trade(tokens, text, name):
    assert name in {text[c.start:c.end] for c in word_mark_companies(tokens(text))}


@pytest.mark.parametrize("text", ["发展科技", "推动光电产业", "绿色能源", "第三代半导体", "一批科技企业", "高新科技", "现代农业科技"])
def test_an_ordinary_word_and_a_trade_are_no_company(tokens, text):
    assert not list(word_mark_companies(tokens(text)))
