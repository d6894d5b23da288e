"""PDF files with text -> plain text, page by page, in the order in which the file has it (PDFium)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import ReadError

if TYPE_CHECKING:
    import pypdfium2

_FEWEST = 20                # characters a page, on average; fewer are page numbers and stamps on pictures
_PAGE_NUMBER = re.compile(r"[\s\-—–·第共页/\d]*")
_HYPHEN = "\ufffe"          # PDFium's mark for a hyphen at the end of a line
_RECOGNISE = "its pages are pictures: run a text recognition (OCR) first"


def text(data: bytes, where: object = None) -> str:
    """Give a PDF's text, without lines that hold only a page's number.

    :param data: the whole file
    :param where: named in errors
    :raises ReadError: if it is no PDF, is locked, or holds no text
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "the PDF is locked with a password" if locked else f"the file is no PDF that can be read: {error}"
        raise ReadError(what, where=where, hint="save it without a password" if locked else "open it and save it again") from None
    try:
        pages = list(_pages(document))
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"the PDF is damaged: {error}", where=where, hint="open it and save it again") from None
    finally:
        document.close()
    found = "\n".join(page for page in pages if page)     # a sentence may go on overleaf
    if not found:
        raise ReadError("the PDF holds no text", where=where, hint=_RECOGNISE)
    if len(found) < _FEWEST * len(pages):
        raise ReadError(f"the PDF holds {len(found)} characters on {len(pages)} pages", where=where, hint=_RECOGNISE)
    return found + "\n"


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in document:
        raw = page.get_textpage().get_text_bounded()
        lines = [line.strip() for line in raw.replace(_HYPHEN, "-").replace("\r\n", "\n").split("\n")]
        while lines and _PAGE_NUMBER.fullmatch(lines[-1]):
            lines.pop()
        while lines and _PAGE_NUMBER.fullmatch(lines[0]):
            lines.pop(0)
        yield "\n".join(lines)
