"""The questions that come with the program have answers in the corpus."""

from __future__ import annotations

import pytest

from kg.ask import answer, questions
from kg.store import Store

# One text, at least, that the answer to the example must hold, by the question's English name.
EXPECTED = {
    "agreements-of-a-district": "京东方",
    "building-time": "京东方成都第6代AMOLED生产线一期",
    "companies-of-a-district": "比亚迪",
    "companies-of-a-park": "小鹏汽车",
    "customers-of-a-company": "宝马",
    "designations-of-a-place": "国家首批碳达峰试点园区",
    "facts-of-a-document": "比亚迪合肥基地一期项目",
    "facts-of-several-sources": "肇庆高新技术产业开发区",
    "figures-that-disagree": "合肥市",
    "indicator-over-years": "1200亿元",
    "investment-by-district-and-year": "合肥市",
    "leaders-of-industries": "特斯拉",
    "newest-facts": "zhaoqing-energy-storage-2024.md",
    "parks-of-an-industry": "合肥经济技术开发区",
    "plants-by-capacity": "390GWh",
    "positions": "陈炎顺",
    "projects-above-an-amount": "京东方合肥第10.5代生产线",
    "projects-by-stage": "特斯拉上海储能超级工厂",
    "promises": "2025-01/2025-03",
    "sites-of-a-group": "瑞庆时代",
    "suppliers-of-a-company": "常熟汽饰",
}


@pytest.fixture(scope="module")
def store(demo_store):
    with Store.open(demo_store) as opened:
        yield opened


def test_each_question_is_expected_to_have_an_answer():
    assert set(EXPECTED) == {question.english for question in questions()} and len(EXPECTED) >= 15


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.english)
def test_the_example_has_its_answer(question, store):
    found = answer(store, question.english, question.example)
    assert any(EXPECTED[question.english] in row for row in found.rows()), found.rows()[:5]
    assert set(question.columns) == set(found.result.variables)
    assert not [cell for row in found.rows() for cell in row if cell.startswith("http")]


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.english)
def test_it_is_described_in_two_languages(question):
    assert question.file.stem == question.english
    assert question.zh and question.en and not question.en.endswith(".") and not question.zh.endswith("。")
    assert set(question.example) >= {parameter.name for parameter in question.parameters if parameter.required}


def test_the_answer_speaks_both_languages(store):
    found = answer(store, "阶段项目", {"stage": "groundbreaking"})
    assert found.headings("zh")[0] == "阶段" and found.headings("en")[0] == "stage"
    assert {row[0] for row in found.rows("zh")} == {"开工"} and {row[0] for row in found.rows("en")} == {"groundbreaking"}


def test_a_choice_of_place_takes_rows_away(store):
    everywhere, there = (answer(store, "大项目", {"amount": "10亿元", **place}).rows() for place in ({}, {"place": "合肥市"}))
    assert 0 < len(there) < len(everywhere) and {tuple(row) for row in there} < {tuple(row) for row in everywhere}


def test_the_amount_counts(store):
    least = 60
    found = answer(store, "大项目", {"amount": f"{least}亿元"})
    amounts = [float(row[1]) for row in found.rows()]
    assert amounts and min(amounts) >= least and amounts == sorted(amounts, reverse=True)
