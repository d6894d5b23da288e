"""The stage ``read``: takes files and folders, gives :class:`~kg.model.Document`.

    files      paths -> Source, or Failure
    decode     bytes -> text
    front_matter, html, plain    text -> lines without markup, each character with its origin
    furniture, captions, blocks  lines -> blocks: title, heading, paragraph, caption, furniture
    clean      blocks -> the clean view and its origins
    metadata, dates, sidecar     title, date of issue, source, publisher
    reading    all of it in order
"""

from kg.read.dates import issued_date
from kg.read.files import Failure, Source, find
from kg.read.reading import document, quoted, read

__all__ = ["Failure", "Source", "document", "find", "issued_date", "quoted", "read"]
