"""``kg.read``: one text, no store."""

from __future__ import annotations

import pytest

import kg

TEXT = "2023年，小鹏汽车在肇庆高新区实现产值300亿元，同比增长20%。"


def test_facts_quote_the_text_letter_by_letter_and_come_in_its_order():
    text = kg.read(TEXT, issued="2024-01-10")
    assert ("小鹏汽车", "outputValue", "300亿元", "Actual", "2023") in [(f.subject, f.what, f.value, f.modality, f.when) for f in text.facts]
    assert all(text.document.text[f.start:f.end] == f.quote for f in text.facts)
    assert [f.start for f in text.facts] == sorted(f.start for f in text.facts)


def test_names_have_their_place_and_what_found_them():
    name = next(name for name in kg.read(TEXT).names if name.name == "小鹏汽车")
    assert (name.cls, TEXT[name.start:name.end], name.rule) == ("Company", "小鹏汽车", "gazetteer")


def test_a_rule_of_ones_own_fires(tmp_path):
    rules = tmp_path / "orders.yaml"
    rules.write_text("""
- rule: mine.order
  asserts: supplier suppliesTo buyer
  pattern: "{supplier:Company} 拿下 {buyer:Company} (的)? 订单"
  matches: ["【晨帆科技:Company】拿下【小鹏汽车:Company】的订单。 => 晨帆科技 suppliesTo 小鹏汽车"]
  rejects: ["【晨帆科技:Company】没有拿下【小鹏汽车:Company】的订单。"]
""", "utf-8")
    told = [(f.subject, f.what, f.value, f.rule) for f in kg.read("宁德时代拿下小鹏汽车的订单。", rules=[rules]).facts]
    assert ("宁德时代", "suppliesTo", "小鹏汽车", "mine.order") in told


def test_an_empty_text_is_an_error():
    with pytest.raises(kg.KgError, match="empty"):
        kg.read(" \n")


def test_the_stage_is_still_a_module():
    import kg.read

    assert kg.read.document("晨帆科技投产。").text == "晨帆科技投产。" and callable(kg.read)


def test_a_frame_has_a_row_for_each_fact():
    text = kg.read(TEXT)
    assert len(text.frame()) == len(text.facts) and "小鹏汽车" in text._repr_html_()
