"""The tables of parks, companies and figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.errors import UsageError
from kg.ledger import TABLES, table


def cells(made, name: str) -> dict:
    """What the row of a name holds, without what is empty."""
    (row,) = (row for row in made.rows if row.name.value == name)
    return {column.key: cell.value for column, cell in zip(made.columns, made.cells(row), strict=True) if cell}


def test_a_park(store):
    found = cells(table(store, "parks"), "白鹭高新区")
    assert found == {"name": "白鹭高新区", "districts": "白鹭市", "companies": "远山材料", "number_of_companies": 1,
                     "projects": "远山正极项目", "number_of_projects": 1, "sources": 1}


def test_a_company(store):
    found = cells(table(store, "companies"), "远山材料")
    assert found == {"name": "远山材料", "parks": "白鹭高新区", "districts": "白鹭市", "parents": "远山控股", "projects": "远山正极项目",
                     "output": Decimal(35), "output_period": "2022", "sources": 3}
    assert cells(table(store, "companies"), "远山控股")["subsidiaries"] == "远山材料"


def test_figures(store):
    found = table(store, "indicators")
    told = [[cell.value for cell in found.cells(row)] for row in found.rows if row.name.value == "远山材料"]
    assert told == [["远山材料", "企业", "产值", "增长", "2022", Decimal("-2.5"), "%", "-2.5%", "确数", "事实", 1],
                    ["远山材料", "企业", "产值", "水平", "2022", Decimal(35), "亿元", "35亿元", "约数", "事实", 1]]
    assert all(row.value.quotes for row in found.rows)


@pytest.mark.parametrize("name, number", [("parks", 1), ("companies", 1), ("indicators", 8)])
def test_only_what_lies_in_a_place(store, name, number):
    assert len(table(store, name, place="白鹭市").rows) == number


@pytest.mark.parametrize("name", TABLES)
def test_columns_have_two_names_and_rows_have_them_all(store, name):
    made = table(store, name)
    assert len({column.key for column in made.columns}) == len(made.columns)
    assert all(column.title and column.english and column.header.startswith(column.title) for column in made.columns)
    assert made.rows and all(len(made.cells(row)) == len(made.columns) for row in made.rows)


def test_an_unknown_table_is_refused(store):
    with pytest.raises(UsageError, match="there is no table 'plants'; use one of parks, companies, indicators"):
        table(store, "plants")
