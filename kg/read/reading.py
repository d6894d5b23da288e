"""A source, or a text at hand -> a document: the steps of the stage in their order."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.errors import ReadError
from kg.model import Document
from kg.read.blocks import arrange
from kg.read.clean import assemble
from kg.read.dates import issued_date
from kg.read import containers
from kg.read.decode import LARGEST
from kg.read.files import Source
from kg.read.formats import HTML, MARKDOWN, text_of
from kg.read.front_matter import front_matter
from kg.read.metadata import from_front_matter, from_page, gather
from kg.read.sidecar import Known


def read(source: Source, *, issued: str | None = None, source_text: str | None = None, publisher: str | None = None) -> Document:
    """Read one file, or one text inside a file.

    :param issued: the date of issue, instead of what the file says: YYYY-MM-DD, YYYY-MM or YYYY
    :param source_text: URL or path of the original, instead of what the file says
    :param publisher: likewise
    :raises ReadError: if the file is missing, empty, binary, damaged, too large, of an unknown encoding or has a broken front matter
    :raises UsageError: if ``issued`` is no date
    """
    where = source.path if source.part is None else f"{source.path}#{source.part.name}"
    data = _bytes(source.path) if source.part is None else containers.load(source.path, source.part)
    given = Known(None, issued_date(issued) if issued else None, source_text, publisher)
    if isinstance(data, str):
        return _document(data, _encoded(data), source.identifier, where, _ending_of_text(data, source.ending), given, source.known)
    text = text_of(data, source.ending, where)
    return _document(text, data, source.identifier, where, source.ending, given, source.known)


def document(text: str, identifier: str = "text", *, title: str | None = None, issued: str | None = None, source: str | None = None,
             publisher: str | None = None) -> Document:
    """Make a document of a text at hand.

    :param text: plain text, Markdown or HTML; HTML if the identifier ends in .html, or the text begins like a page
    :param identifier: unique in a store
    :raises ReadError: if the text is empty or has a broken front matter
    :raises UsageError: if ``issued`` is no date
    """
    if not text.strip("\ufeff \t\r\n\x0b\x0c\u3000\xa0"):
        raise ReadError("the text is empty", where=identifier, hint="give a text")
    given = Known(title, issued_date(issued) if issued else None, source, publisher)
    ending = _ending_of_text(text, Path(identifier).suffix.lower())
    return _document(text, _encoded(text), identifier, identifier, ending, given, None)


def quoted(document: Document, start: int, end: int) -> tuple[int, int]:
    """Lead a span of the clean text back to the original.

    :param start: first character in ``document.clean``
    :param end: one past the last one, greater than ``start``
    :returns: the half-open span of ``document.text`` that these characters were read from; an HTML entity (``&#20013;``) is taken whole
    """
    first, last = document.origins[start], document.origins[end - 1]
    if document.text[last] == "&":
        semicolon = document.text.find(";", last, last + 40)
        follower = document.origins[end] if end < len(document.origins) else len(document.text)
        if last < semicolon < follower and document.text[last + 1:semicolon].strip("#").isalnum():
            last = semicolon
    return first, last + 1


def _ending_of_text(text: str, ending: str) -> str:
    """A text that no file tells the kind of is HTML if it begins like a page."""
    return ".html" if text.lstrip("\ufeff \t\r\n")[:14].lower().startswith(("<!doctype html", "<html")) else ending


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ReadError(f"the file has {size:,} bytes", where=path, hint=f"split it into files below {LARGEST:,} bytes")
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError("there is no such file", where=path, hint="check the path") from None
    except OSError as error:
        raise ReadError(f"the file can't be read: {error.strerror}", where=path, hint="check its permissions") from None


def _document(text: str, data: bytes, identifier: str, where: object, ending: str, given: Known, beside: Known | None) -> Document:
    if ending in HTML:
        from kg.read.html import page

        taken = page(text)
        lines, own = taken.lines, from_page(taken)
    else:
        from kg.read.plain import lines as split

        fields, start = front_matter(text, where)
        lines, own = split(text, start, markdown=ending in MARKDOWN), from_front_matter(fields, where)
    told = given.title or own.title or (beside.title if beside else None)
    parts = arrange(lines, told)
    headline = next((" ".join(line.text for line in part) for kind, part in parts if kind == "title"), None)
    facts = gather(lines, headline, (given, own, beside), identifier)
    clean, origins, blocks = assemble(parts)
    return Document(identifier, text, hashlib.sha256(data).hexdigest(), facts.title, facts.issued, facts.source, facts.publisher,
                    clean, origins, blocks)
