"""The ledger's rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.errors import UsageError
from kg.ledger import ledger, rows
from kg.ledger.projects import COLUMNS
from tests.ledger import made


def values(row) -> dict:
    return {column.key: getattr(row, column.key).value for column in COLUMNS if getattr(row, column.key)}


def labels(found) -> list[str]:
    return [row.name.value for row in found]


def test_a_project_of_two_documents(store):
    first, _ = rows(store)
    assert values(first) == {
        "name": "远山正极项目", "companies": "远山材料", "parks": "白鹭高新区", "districts": "白鹭市",
        "investment": Decimal(60), "land": Decimal(300), "capacity": "10万吨", "output": Decimal(80),
        "stage": "开工", "stage_date": "2022-05", "modality": "事实", "earlier": "2021-02 签约", "ahead": "2024 投产（预测）",
        "written": "投资额 50亿元；投资额 20亿元；投资额 60亿元（至少）；用地面积 300亩；产能 10万吨；产值 80亿元（预测）",
        "sources": 2, "reported": "2022-06-15"}
    assert first.investment.bound == "AtLeast"


def test_what_is_planned_says_so_and_foreign_money_is_not_yuan(store):
    row = rows(store)[1]
    assert values(row) == {
        "name": "星河基地", "companies": made.FORMULA + "（规划）", "districts": "白鹭市（规划）", "stage": "规划", "modality": "规划",
        "written": "投资额 3亿欧元", "sources": 1, "reported": "2023-01-10"}


def test_each_cell_has_its_sentences(store):
    row = rows(store)[0]
    for column in COLUMNS:
        cell = getattr(row, column.key)
        if cell and column.key != "sources":
            assert cell.quotes, column.key
        for quote in cell.quotes:
            assert store.text(quote.document)[quote.start:quote.end] == quote.exact
            assert quote.exact in quote.sentence
    assert [quote.exact for quote in row.investment.quotes] == ["总投资超60亿元"]
    assert [quote.exact for quote in row.districts.quotes] == ["白鹭高新区位于白鹭市"]
    assert [quote.exact for quote in row.earlier.quotes] == ["项目2021年2月签约"]


@pytest.mark.parametrize("chosen, expected", [
    ({"park": "白鹭高新区"}, ["远山正极项目"]),
    ({"park": "park:白鹭高新区"}, ["远山正极项目"]),
    ({"district": "白鹭市"}, ["远山正极项目", "星河基地"]),
    ({"company": "远山材料"}, ["远山正极项目"]),
    ({"company": "远山控股"}, ["远山正极项目"]),
    ({"district": "白鹭市", "company": made.FORMULA}, ["星河基地"]),
    ({"since": "2022-06-16"}, ["星河基地"]),
    ({"since": "2022"}, ["远山正极项目", "星河基地"]),
    ({"park": "白鹭高新区", "since": "2023"}, []),
])
def test_a_choice_of_projects(store, chosen, expected):
    assert labels(rows(store, **chosen)) == expected


@pytest.mark.parametrize("chosen, complaint", [
    ({"park": "白鹭"}, "nothing in the graph is called 白鹭 as Park; did you mean 白鹭高新区"),
    ({"park": "白鹭市"}, "白鹭市 is no Park, but district:白鹭市"),
    ({"company": "无此公司"}, "nothing in the graph is called 无此公司"),
    ({"since": "2023-02-30"}, "there is no date '2023-02-30'"),
    ({"since": "去年"}, "there is no date"),
])
def test_what_can_not_be_meant_is_said(store, chosen, complaint):
    with pytest.raises(UsageError) as error:
        rows(store, **chosen)
    assert complaint in str(error.value)


def test_the_ledger_is_the_same_every_time(store):
    assert ledger(store) == ledger(store)
