"""A table as a workbook of Excel: the table with its sentences as comments, all sentences on a sheet, and what the columns mean.

Numbers and dates are such; a number that the text calls a bound shows it by its format (≥100), a date that is known to the month shows no
day. Texts are texts, whatever they begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, BinaryIO

from kg.ledger.table import SEPARATOR, Cell, Column, Row, Table
from kg.store.quotes import Quote

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FONT = "Microsoft YaHei"       # on every Windows and Mac with Office; elsewhere a Chinese font takes its place
_EPOCH = datetime(2000, 1, 1)   # of the file's properties: the same table gives the same bytes
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DATE_FORMATS = ("yyyy", "yyyy-mm", "yyyy-mm-dd")
_BOUNDS = {"AtLeast": '"≥"', "AtMost": '"≤"', "About": '"约"'}
_IN_COMMENT = 3                 # quotations; the sheet has them all
_LONGEST = 32_000               # characters that a cell may hold, less some
_MOST_ROWS = 1_048_575
_LINE, _MOST_LINES = 14.5, 8    # height of a line in points; lines of the tallest row
_SHORT = 40                     # characters of what the sheet of sentences repeats of a cell
_WIDE = 1.85                    # of a Chinese character, where a Latin one is 1
_IN_LINE = 24                   # characters of a comment's line
_EVIDENCE = (("行", 6), ("名称", 24), ("栏目", 22), ("内容", 24), ("原句", 70), ("引文", 36), ("文件", 28), ("标题", 30), ("日期", 12), ("起", 8), ("止", 8))
_LINES = {"border": 1, "border_color": "#D9D9D9"}


def write_excel(table: Table, output: BinaryIO) -> None:
    """Write a table as ``.xlsx``."""
    from xlsxwriter import Workbook

    made = BytesIO()
    as_they_are = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, {"in_memory": True, **as_they_are}) as workbook:
        workbook.set_properties({"title": table.title, "author": "parkkg", "created": _EPOCH})
        _Book(workbook, table).write()
    output.write(made.getvalue())


class _Book:
    def __init__(self, workbook: Workbook, table: Table):
        self._workbook, self._table = workbook, table
        self._formats: dict[tuple, Format] = {}

    def write(self) -> None:
        sheets = [self._workbook.add_worksheet(name) for name in (self._table.title, "依据", "说明")]
        self._main(sheets[0])
        self._evidence(sheets[1])
        self._notes(sheets[2])

    def _format(self, **properties: Any) -> Format:
        """The format with these properties, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format({"font_name": _FONT, "font_size": 10, "valign": "top", **properties})
        return self._formats[key]

    def _head(self, sheet: Worksheet, titles: list[tuple[str, int]], frozen: int, rows: int) -> None:
        """The header: frozen, filtered, repeated on every printed page."""
        header = self._format(bold=True, bg_color="#1F4E79", font_color="#FFFFFF", text_wrap=True, align="center", valign="vcenter",
                              border=1, border_color="#BFBFBF")
        for column, (title, width) in enumerate(titles):
            sheet.write_string(0, column, title, header)
            sheet.set_column(column, column, width)
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, frozen)
        sheet.autofilter(0, 0, max(rows, 1), len(titles) - 1)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(8)              # A3
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_margins(0.4, 0.4, 0.6, 0.6)
        sheet.set_footer("&L&A&R&P / &N")

    # --- the table

    def _main(self, sheet: Worksheet) -> None:
        columns = self._table.columns
        self._head(sheet, [("序号", 6), *((column.header, column.width) for column in columns)], 2, len(self._table.rows))
        sheet.set_comments_author("parkkg")
        for number, row in enumerate(self._table.rows, 1):
            band = "#FFFFFF" if number % 2 else "#F5F8FB"
            sheet.write_number(number, 0, number, self._format(bg_color=band, align="center", font_color="#7F7F7F", **_LINES))
            cells = self._table.cells(row)
            sheet.set_row(number, _height((str(cell.value), column.width) for column, cell in zip(columns, cells, strict=True) if cell))
            for place, (column, cell) in enumerate(zip(columns, cells, strict=True), 1):
                self._cell(sheet, number, place, column, cell, band)

    def _cell(self, sheet: Worksheet, row: int, place: int, column: Column, cell: Cell, band: str) -> None:
        value, properties = cell.value, {"bg_color": band, **_LINES}
        if not cell:
            sheet.write_blank(row, place, None, self._format(**properties))
        elif isinstance(value, Decimal):
            shown = self._format(num_format=_number_format(value, cell.bound), indent=1, align="right", **properties)
            sheet.write_number(row, place, float(value), shown)
        elif isinstance(value, int):
            sheet.write_number(row, place, value, self._format(num_format="#,##0", align="center", **properties))
        elif column.kind == "date" and (when := _DATE.fullmatch(str(value))):
            parts = [int(part) for part in when.groups() if part]
            year, month, day, *_ = (*parts, 1, 1)
            sheet.write_datetime(row, place, datetime(year, month, day), self._format(num_format=_DATE_FORMATS[len(parts) - 1], align="left", **properties))
        else:
            bold = {"bold": True} if place == 1 else {}
            sheet.write_string(row, place, str(value)[:_LONGEST], self._format(text_wrap=True, **bold, **properties))
        if cell and (cell.quotes or cell.sources):
            comment = _comment(cell)
            sheet.write_comment(row, place, comment, {"x_scale": 2.6, "y_scale": _lines(comment) / 4.5, "font_name": _FONT, "font_size": 9})

    # --- every sentence

    def _evidence(self, sheet: Worksheet) -> None:
        rows = list(_evidence_rows(self._table))[:_MOST_ROWS]
        self._head(sheet, list(_EVIDENCE), 2, len(rows))
        text, count = self._format(text_wrap=True, **_LINES), self._format(**_LINES)
        for number, row in enumerate(rows, 1):
            sheet.set_row(number, _height((str(value), _EVIDENCE[place][1]) for place, value in enumerate(row)))
            for place, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(number, place, value, count)
                else:
                    sheet.write_string(number, place, value[:_LONGEST], text)

    # --- what the columns mean

    def _notes(self, sheet: Worksheet) -> None:
        bold, text = self._format(bold=True), self._format(text_wrap=True)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 22)
        sheet.set_column(2, 2, 80)
        lines = [(self._table.title, "", f"{len(self._table.rows)} 行"),
                 ("批注", "comment", f"单元格右上角有红色标记的，批注中有原句和文件，最多 {_IN_COMMENT} 处；全部见“依据”"),
                 ("依据", "evidence", "每格一处引文一行；“起”“止”是引文在文件正文中的位置，按字符（Unicode 码点）从 0 起数"),
                 ("数字前的符号", "signs", "≥ 原文作“超、以上”；≤ 原文作“不足、以内”；约 原文作“约、近”"),
                 ("（规划）（目标）（预测）", "modality", "文中说到而尚未成为事实的"),
                 ("", "", "")]
        lines += [(column.header, column.english, column.note) for column in self._table.columns]
        for number, line in enumerate(lines):
            for place, value in enumerate(line):
                sheet.write_string(number, place, value, text if place else bold)


def _number_format(value: Decimal, bound: str) -> str:
    return _BOUNDS.get(bound, "") + ("#,##0" if value == value.to_integral_value() else "#,##0.0###")


def _comment(cell: Cell) -> str:
    """The first quotations of a cell, each with where it stands."""
    parts = [f"「{quote.sentence}」\n——{_where(quote)}" for quote in cell.quotes[:_IN_COMMENT]]
    if len(cell.quotes) > _IN_COMMENT:
        parts.append(f"另有 {len(cell.quotes) - _IN_COMMENT} 处，见“依据”")
    return "\n\n".join(parts + [f"编者整理：{source}" for source in cell.sources])


def _where(quote: Quote) -> str:
    return " ".join(filter(None, (quote.issued, quote.title if quote.title != quote.document else None, quote.document)))


def _height(cells: Iterable[tuple[str, int]]) -> float:
    """The height of a row in points, from its texts and the widths of their columns; a Chinese character is nearly two wide."""
    lines = max((ceil(sum(_WIDE if character > "\u2e7f" else 1 for character in text) / (width - 1)) for text, width in cells), default=1)
    return _LINE * min(max(lines, 1), _MOST_LINES) + 3


def _lines(comment: str) -> int:
    """About how many lines a comment takes."""
    return sum(1 + len(line) // _IN_LINE for line in comment.split("\n")) + 1


def _evidence_rows(table: Table) -> Iterator[tuple[int | str, ...]]:
    """A line for each quotation of a row, with the columns that rest on it; then one for each curated source."""
    for number, row in enumerate(table.rows, 1):
        name = _name(table, row)
        resting: dict[Quote | str, list[tuple[Column, Cell]]] = {}
        for column, cell in zip(table.columns, table.cells(row), strict=True):
            origins: tuple[Quote | str, ...] = (*cell.quotes, *cell.sources) if cell else ()
            for origin in origins:
                resting.setdefault(origin, []).append((column, cell))
        for origin, cells in resting.items():
            titles = SEPARATOR.join(column.title for column, _ in cells)
            values = SEPARATOR.join(dict.fromkeys(str(cell.value) for _, cell in cells if len(str(cell.value)) <= _SHORT))
            if isinstance(origin, str):
                yield number, name, titles, values, f"编者整理：{origin}", "", "", "", "", "", ""
            else:
                yield (number, name, titles, values, origin.sentence, origin.exact, origin.document, origin.title or "",
                       origin.issued or "", origin.start, origin.end)


def _name(table: Table, row: Row) -> str:
    return str(getattr(row, table.columns[0].key).value)
