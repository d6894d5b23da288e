"""The YAML block at the head of a Markdown file: what it says, and where the text begins."""

from __future__ import annotations

import re

from kg.errors import ReadError

_OPEN = re.compile("\ufeff?---[ \t]*(\r\n|\n|\r)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.M)
_KEY = re.compile(r"[\w.-]+[ \t]*:(?:\s|$)")
_LONGEST = 20_000   # characters; a rule of hyphens that opens a text is not front matter for that


def front_matter(text: str, where: object = None) -> tuple[dict[str, str], int]:
    """Read the front matter of a text.

    :param text: a whole text as decoded
    :param where: named in errors
    :returns: its scalar fields, keys in lower case, values as written (dates too); and the offset after it, 0 if there is none
    :raises ReadError: if it is not closed or not YAML; says line and column
    """
    opened = _OPEN.match(text)
    if not opened:
        return {}, 0
    closed = _CLOSE.search(text, opened.end(), opened.end() + _LONGEST)
    if not closed:
        if _KEY.match(text, opened.end()):
            raise ReadError("the front matter is not closed", where=_place(where, 1, 1), hint="end it with a line ---")
        return {}, 0
    fields = _yaml(text[opened.end():closed.start()], where)
    return (fields, closed.end()) if fields is not None else ({}, 0)


def _yaml(block: str, where: object) -> dict[str, str] | None:
    import yaml

    # The base loader makes strings of everything: no date that cannot be, no object, no code.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        loaded = yaml.load(block, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        what = f"the front matter is not YAML: {error.problem or error.context}"
        raise ReadError(what, where=_place(where, line, column), hint="put values that hold ': ' or '#' into quotes") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        what = f"the front matter is not YAML: {str(error).splitlines()[0]}"
        raise ReadError(what, where=_place(where, 1, 1), hint="remove what is not text") from None
    if not isinstance(loaded, dict):
        return None      # text between two rules
    return {str(key).strip().lower(): value.strip() for key, value in loaded.items() if isinstance(value, str) and value.strip()}


def _place(where: object, line: int, column: int) -> str:
    return f"{where}:{line}:{column}" if where is not None else f"line {line}, column {column}"
