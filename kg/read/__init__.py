"""The stage ``read``: takes files and folders, gives :class:`~kg.model.Document`.

    files      paths -> Source, or Failure
    decode     bytes -> text
    front_matter, html, plain    text -> lines without markup, each character with its origin
    furniture, captions, blocks  lines -> blocks: title, heading, paragraph, caption, furniture
    clean      blocks -> the clean view and its origins
    metadata, dates, sidecar     title, date of issue, source, publisher
    reading    all of it in order
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from kg.read.dates import issued_date
from kg.read.files import Failure, Source, find
from kg.read.reading import document, quoted, read

if TYPE_CHECKING:
    from kg.library import Text

__all__ = ["Failure", "Source", "document", "find", "issued_date", "quoted", "read"]


class _Stage(ModuleType):
    """The stage's module, which answers ``kg.read(text)``: the library's function and the first stage bear the same name."""

    def __call__(self, text: str, **options: Any) -> Text:
        """Read a text at hand; see :func:`kg.library.text.read_text`."""
        from kg.library import read_text

        return read_text(text, **options)


sys.modules[__name__].__class__ = _Stage
