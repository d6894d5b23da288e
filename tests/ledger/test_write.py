"""Workbooks and CSV, read back by other programs."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import datetime

import openpyxl
import pytest

from kg.errors import ExportError, UsageError
from kg.ledger import ledger, table, write
from tests.ledger import made


@pytest.fixture(scope="module")
def workbook(store, tmp_path_factory):
    target = tmp_path_factory.mktemp("book") / "台账.xlsx"
    write(ledger(store), target)
    return openpyxl.load_workbook(target)


def by_header(sheet, row: int) -> dict:
    return {sheet.cell(1, column).value: sheet.cell(row, column) for column in range(1, sheet.max_column + 1)}


def test_the_cells_are_typed(workbook):
    cells = by_header(workbook["项目台账"], 2)
    assert cells["项目"].value == "远山正极项目"
    assert (cells["投资额（亿元）"].value, cells["投资额（亿元）"].number_format) == (60, '"≥"#,##0')
    assert (cells["用地面积（亩）"].value, cells["文件数"].value) == (300, 2)
    assert (cells["阶段日期"].value, cells["阶段日期"].number_format) == (datetime(2022, 5, 1), "yyyy-mm")
    assert (cells["最近报道"].value, cells["最近报道"].number_format) == (datetime(2022, 6, 15), "yyyy-mm-dd")


def test_each_sentence_is_a_comment_and_a_line_of_the_second_sheet(workbook):
    cells = by_header(workbook["项目台账"], 2)
    assert cells["投资额（亿元）"].comment.text.startswith("「远山正极项目总投资超60亿元")
    assert "2022-06-15 关于two two.md" in cells["投资额（亿元）"].comment.text
    header, *rows = workbook["依据"].iter_rows(values_only=True)
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    (line,) = (line for line in lines if line["引文"] == "总投资超60亿元")
    assert (line["行"], line["名称"], line["栏目"], line["文件"]) == (1, "远山正极项目", "投资额、数据原文", "two.md")
    assert line["止"] - line["起"] == len("总投资超60亿元")


def test_it_is_frozen_filtered_and_explained(workbook):
    sheet = workbook["项目台账"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:T3")
    assert sheet.print_title_rows == "$1:$1"
    assert "投资额（亿元）" in [row[0].value for row in workbook["说明"].iter_rows()]


def test_a_name_that_looks_like_a_formula_is_text_in_a_workbook(workbook):
    cell = by_header(workbook["项目台账"], 3)["企业"]
    assert (cell.value, cell.data_type) == (made.FORMULA + "（规划）", "s")
    assert not [c for sheet in workbook for row in sheet.iter_rows() for c in row if c.data_type == "f" or c.hyperlink]


def test_a_name_that_looks_like_a_formula_gets_an_apostrophe_in_csv_and_numbers_do_not(store, tmp_path):
    write(ledger(store), tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[1]["企业"] == "'" + made.FORMULA + "（规划）"
    assert rows[0]["投资额（亿元）"] == "60"
    write(table(store, "indicators"), tmp_path / "b.csv")
    values = [row["数值"] for row in csv.DictReader(io.StringIO((tmp_path / "b.csv").read_text("utf-8-sig"), newline=""))]
    assert "-2.5" in values


def test_the_same_table_gives_the_same_bytes(store, tmp_path):
    for name in ("a", "b"):
        write(ledger(store), tmp_path / f"{name}.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_no_rows_are_a_table_too(store, tmp_path):
    write(ledger(store, since="2099"), tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["项目台账"]["B1"].value == "项目"


def test_trouble_leaves_nothing(store, tmp_path):
    with pytest.raises(UsageError, match=r"let it end in \.xlsx or \.csv, or give --format"):
        write(ledger(store), tmp_path / "a.doc")
    with pytest.raises(ExportError, match="No such file"):
        write(ledger(store), tmp_path / "none" / "a.xlsx")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.slow
def test_libreoffice_opens_it(store, tmp_path):
    write(ledger(store), tmp_path / "a.xlsx")
    as_csv = "csv:Text - txt - csv (StarCalc):44,34,76"         # comma, quotation mark, UTF-8
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", as_csv]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")], check=True, capture_output=True, timeout=120)
    rows = list(csv.DictReader((tmp_path / "a.csv").open(encoding="utf-8")))
    assert [(row["项目"], row["投资额（亿元）"], row["阶段日期"]) for row in rows] == [("远山正极项目", "≥60", "2022-05"), ("星河基地", "", "")]
    assert rows[1]["企业"] == made.FORMULA + "（规划）"
