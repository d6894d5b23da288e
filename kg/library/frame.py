"""Rows as tables: pandas frames, and HTML for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    import pandas

_SHOWN = 50         # rows in a notebook; a longer table says how many there are


def frame(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> pandas.DataFrame:
    """Make a pandas frame.

    :raises UsageError: if pandas is not installed
    """
    try:
        import pandas
    except ImportError:
        raise UsageError("a frame needs pandas", hint="pip install 'parkkg[notebooks]'") from None
    return pandas.DataFrame([list(row) for row in rows], columns=list(columns))


def html(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Make an HTML table; all that is in the cells is text."""
    head = "".join(f"<th>{escape(str(column))}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape('' if cell is None else str(cell))}</td>" for cell in row) + "</tr>" for row in rows[:_SHOWN])
    more = f"<p>… {len(rows) - _SHOWN:,} more</p>" if len(rows) > _SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
