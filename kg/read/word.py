"""Word files (Office Open XML, ISO/IEC 29500) -> Markdown: headings, paragraphs, and tables a row a line, in their order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.read.decode import LARGEST

if TYPE_CHECKING:
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_HEADING = re.compile(r"(?:heading|标题)\s*([1-6])\Z", re.I)
_TITLES = ("title", "标题")


def text(data: bytes, where: object = None) -> str:
    """Give a Word file's text.

    :param data: the whole file
    :param where: named in errors
    :returns: Markdown; offsets of evidence count its code points
    :raises ReadError: if it is no Word file, unpacks to too much, or holds no text
    """
    _refuse(data, where)
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        blocks = [line for item in Document(io.BytesIO(data)).iter_inner_content() for line in _lines(item)]
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise ReadError(f"the Word file is damaged: {error}", where=where, hint="open it in Word and save it again") from None
    if not any(blocks):
        raise ReadError("the Word file holds no text", where=where, hint="if it holds pictures of pages, run a text recognition first")
    return "\n\n".join(blocks) + "\n"


def _refuse(data: bytes, where: object) -> None:
    """Look at the archive before the XML is parsed: its size when unpacked, and that no document type declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
            if size > 4 * LARGEST:
                raise ReadError(f"the Word file unpacks to {size:,} bytes", where=where, hint="save it without pictures")
            for info in archive.infolist():
                if info.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(info)[:4096]:
                    raise ReadError("the Word file declares a document type, which no Word file has", where=where,
                                    hint="it may be made to do harm; open it in Word and save it again")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        what = "an old Word file (.doc) or locked with a password" if data[:4] == b"\xd0\xcf\x11\xe0" else f"not a Word file: {error}"
        raise ReadError(f"the file is {what}", where=where, hint="save it as .docx without a password") from None


def _lines(item: Paragraph | Table) -> Iterator[str]:
    from docx.table import Table

    if isinstance(item, Table):
        rows = [[" ".join(cell.text.split()).replace("|", "｜") for cell in _distinct(row.cells)] for row in item.rows]
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows if any(row))
        return
    words = item.text.strip()
    if not words:
        return
    style = (item.style.name or "" if item.style is not None else "").strip().lower()
    heading = _HEADING.match(style)
    depth = int(heading[1]) if heading else 1 if style in _TITLES else 0
    yield f"{'#' * depth} {' '.join(words.split())}" if depth else words


def _distinct(cells: Iterable[_Cell]) -> list[_Cell]:
    """A merged cell comes once for each column that it spans."""
    found: list[_Cell] = []
    for cell in cells:
        if not found or cell._tc is not found[-1]._tc:
            found.append(cell)
    return found
