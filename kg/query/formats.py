"""Writes a result as a table, CSV, JSON or Turtle."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg import names
from kg.errors import UsageError
from kg.export.formulas import harmless
from kg.export.prefixed import shorten
from kg.export.turtle import triples_as_turtle
from kg.query.result import Result

_STRING = names.PREFIXES["xsd"] + "string"


def write(result: Result, format: str | None = None, *, terminal: int | None = None) -> str:
    """Write a result as text, ending with a line break.

    :param format: one of :data:`FORMATS`; by default ``turtle`` for triples, else ``table``
    :param terminal: the width in characters of the terminal that a table is for; without one its cells are tab-separated
    :raises UsageError: if the format can't hold this kind of result
    """
    format = format or ("turtle" if result.form in ("CONSTRUCT", "DESCRIBE") else "table")
    writer, forms = FORMATS[format]
    if result.form not in forms:
        able = [name for name, (_, others) in FORMATS.items() if result.form in others]
        raise UsageError(f"{format} can't hold the result of a {result.form}", hint="use " + " or ".join(able))
    return _table(result, terminal) if writer is _table else writer(result)


def readable(term: Any) -> str:
    """Write a term for people: a prefixed name, the text of a literal, nothing for what is unbound.

    >>> readable(Literal("300亿元", language="zh")), readable(None)
    ('300亿元', '')
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return shorten(term.value)
    if isinstance(term, Literal):
        return term.value
    return str(term)


def _table(result: Result, terminal: int | None = None) -> str:
    header, rows = _cells(result)
    if terminal is None or not header:
        lines = [header, *rows] if header else rows
        return "".join("\t".join(map(_one_line, line)) + "\n" for line in lines)
    return _drawn(header, rows, terminal)


def _cells(result: Result) -> tuple[list[str], list[list[str]]]:
    if result.answer is not None:
        return [], [["yes" if result.answer else "no"]]
    if result.form == "SELECT":
        return list(result.variables), [[readable(term) for term in row] for row in result.rows]
    return ["subject", "predicate", "object"], [[readable(t.subject), readable(t.predicate), readable(t.object)] for t in result.triples]


def _one_line(cell: str) -> str:
    return " ".join(cell.split()) if any(c in cell for c in "\t\n\r") else cell


def _drawn(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Draw a table with aligned columns, Chinese characters counted as two."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in header:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    buffer = io.StringIO()
    Console(file=buffer, width=width, highlight=False, markup=False, emoji=False, force_terminal=False).print(table)
    return "".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines())


def _csv(result: Result) -> str:
    """SPARQL 1.1 Query Results CSV, rows end with CR LF; only a text that a spreadsheet would run gets an apostrophe in front."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(result.variables)
    for row in result.rows:
        writer.writerow([harmless(_plain(term)) for term in row])
    return buffer.getvalue()


def _plain(term: Any) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, (NamedNode, Literal)) else str(term)


def _json(result: Result) -> str:
    """SPARQL 1.1 Query Results JSON."""
    if result.answer is not None:
        document: dict[str, Any] = {"head": {}, "boolean": result.answer}
    else:
        bindings = [{name: _json_term(term) for name, term in zip(result.variables, row) if term is not None} for row in result.rows]
        document = {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Any) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {part: _json_term(getattr(term, part)) for part in ("subject", "predicate", "object")}
        return {"type": "triple", "value": parts}
    document: dict[str, Any] = {"type": "literal", "value": term.value}
    if term.language:
        document["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        document["datatype"] = term.datatype.value
    return document


def _turtle(result: Result) -> str:
    return triples_as_turtle(result.triples)


# Name of each format, what writes it, and the forms of query whose results it can hold.
FORMATS: dict[str, tuple[Callable[[Result], str], tuple[str, ...]]] = {
    "table": (_table, ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")),
    "csv": (_csv, ("SELECT",)),
    "json": (_json, ("SELECT", "ASK")),
    "turtle": (_turtle, ("CONSTRUCT", "DESCRIBE")),
}
