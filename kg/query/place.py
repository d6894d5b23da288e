"""Says where in a query something is wrong: line, column, and the line itself with a mark."""

from __future__ import annotations

from kg.errors import QueryError

MARK = "▲"          # stands in front of the first character that is wrong
_AROUND = 24        # characters shown on each side of the mark


def query_error(query: str, offset: int, what: str, hint: str | None = None) -> QueryError:
    """Make the error for what is wrong at an offset of a query.

    :param offset: in characters of ``query``; its length means its end
    :returns: an error whose ``where`` is ``line 2, column 5`` (both from 1) of the query as the user wrote it

    >>> print(query_error("SELECT *\\nWHERE }", 15, "a bracket too many"))
    line 2, column 7: a bracket too many: WHERE ▲}
    """
    before = query[:offset]
    line = before.count("\n") + 1
    column = offset - (before.rfind("\n") + 1) + 1
    error = QueryError(f"{what}: {_excerpt(query, offset)}", where=f"line {line}, column {column}", hint=hint)
    error.line, error.column = line, column
    return error


def offset_of(query: str, line: int, column: int) -> int:
    """Find the offset of a line and column, both from 1; never beyond the query's end."""
    start = 0
    for _ in range(line - 1):
        start = query.find("\n", start) + 1
    return min(start + column - 1, len(query))


def _excerpt(query: str, offset: int) -> str:
    """The part of the line around an offset, with the mark in it and with what was left out as dots."""
    start = query.rfind("\n", 0, offset) + 1
    end = query.find("\n", offset)
    end = len(query) if end < 0 else end
    left, right = max(start, offset - _AROUND), min(end, offset + _AROUND)
    return ("…" if left > start else "") + query[left:offset] + MARK + query[offset:right] + ("…" if right < end else "")
