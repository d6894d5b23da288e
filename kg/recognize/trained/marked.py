"""Texts whose names are marked in line: ``[[晨州|D]经济开发区|P]`` is a park with the district in its name.

A file of such texts has a line ``=== kind of text`` in front of each. The letters of the classes are those of :data:`LETTERS`; a name that one may mark or
not has ``?`` in front of its letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError
from kg.recognize.trained.marks import Mark

LETTERS = {
    "C": "Company", "P": "Park", "D": "District", "J": "Project", "O": "Organization", "N": "Person", "I": "Industry", "T": "Product", "G": "Programme",
}  # fmt: skip
_TITLE = "=== "
_SIGN = re.compile(r"\[|\|(\??)([A-Z])\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, without its signs, and the names in it."""

    title: str
    text: str
    marks: tuple[Mark, ...]


def read_marked(path: Path) -> list[Marked]:
    """The texts of a file.

    :raises ReadError: if it can't be read, or a name is not closed; says in which line
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"the marked texts can't be read: {getattr(error, 'strerror', None) or 'they are not UTF-8'}", where=path) from error
    return list(_texts(lines, path))


def _texts(lines: list[str], path: Path) -> Iterator[Marked]:
    starts = [i for i, line in enumerate(lines) if line.startswith(_TITLE)]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        try:
            text, marks = unmarked("".join(lines[start + 1 : stop]).strip() + "\n")
        except ValueError as error:
            raise ReadError(str(error), where=f"{path}:{start + 1}", hint="write [name|C]") from error
        yield Marked(lines[start].removeprefix(_TITLE).strip(), text, marks)


def unmarked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """A text without its signs, and the names that they mark.

    :raises ValueError: if a sign has no partner, or a letter no class

    >>> unmarked("落户[[晨州|D]高新区|P]")
    ('落户晨州高新区', (Mark(start=2, end=7, cls='Park', optional=False), Mark(start=2, end=4, cls='District', optional=False)))
    """
    plain, open_at, marks = "", [], []
    at = 0
    for sign in _SIGN.finditer(text):
        plain += text[at : sign.start()]
        at = sign.end()
        if sign[0] == "[":
            open_at.append(len(plain))
        elif not open_at:
            raise ValueError(f"nothing is open that this closes: …{text[max(0, sign.start() - 8):at]}")
        elif sign[2] not in LETTERS:
            raise ValueError(f"there is no class {sign[2]}: …{text[max(0, sign.start() - 8):at]}")
        else:
            marks.append(Mark(open_at.pop(), len(plain), LETTERS[sign[2]], bool(sign[1])))
    if open_at:
        raise ValueError(f"this is not closed: [{(plain + text[at:])[open_at[-1]:][:8]}…")
    return plain + text[at:], tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
