"""Tables as one looks at them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kg.ledger import Cell, Column, Table
from kg.serve.tables import rows_as_json, shown, view, written

COLUMNS = (Column("name", "项目", "project"), Column("amount", "投资额", "investment", "number", "亿元"), Column("stage", "阶段", "stage"))


@dataclass(frozen=True)
class Line:
    iri: str
    name: Cell
    amount: Cell
    stage: Cell


def table(*rows: tuple[str, object, str | None]) -> Table:
    return Table("ledger", "项目台账", COLUMNS, [
        Line(f"x:{name}", Cell(name), Cell(None if amount is None else Decimal(str(amount))), Cell(stage)) for name, amount, stage in rows])


SOME = table(("甲", 3, "投产"), ("乙", None, "开工"), ("丙", 20, "投产"), ("丁", 1.5, "开工"), ("戊", 100, "投产"), ("己", 7, "开工"))


def names(looked) -> str:
    return "".join(row.name.value for row in looked.table.rows)


def test_numbers_are_sorted_as_numbers_and_empty_cells_come_last():
    assert names(view(SOME, {"sort": "amount"})) == "丁甲己丙戊乙"
    assert names(view(SOME, {"sort": "-amount"})) == "戊丙己甲丁乙"
    assert names(view(SOME, {"sort": "nothing"})) == names(view(SOME, {})) == "甲乙丙丁戊己"


def test_filters():
    assert names(view(SOME, {"q": "投产"})) == "甲丙戊"
    assert names(view(SOME, {"q": "投产 甲"})) == "甲"
    assert view(SOME, {}).choices == {"stage": ("开工", "投产")}
    assert names(view(SOME, {"stage": "开工"})) == "乙丁己"
    assert names(view(SOME, {"amount": "3"})) == "甲乙丙丁戊己"        # no column of few texts


def test_a_file_is_what_is_looked_at():
    data, media_type = written(view(SOME, {"q": "开工", "sort": "-amount"}).table, "csv")
    assert data.decode("utf-8-sig").splitlines() == ["项目,投资额（亿元）,阶段", "己,7,开工", "丁,1.5,开工", "乙,,开工"] and media_type.startswith("text/csv")
    assert written(SOME, "xlsx")[0].startswith(b"PK")
    assert rows_as_json(SOME)[3]["amount"]["value"] == "1.5" and "amount" not in rows_as_json(SOME)[1]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=10**14))
def test_no_number_is_rounded(value):
    text = shown(Cell(value), COLUMNS[1])
    assert Decimal(text.replace(",", "")) == value
