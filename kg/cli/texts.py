"""The text that a command's argument means: a file's, standard input's, or the argument itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Document


def document_of(text_or_file: str) -> Document:
    """The document that a command's argument means: a file's, standard input's, or the argument itself as a text.

    :raises ReadError: if it is a file that can't be read, or nothing but white space
    :raises UsageError: if it is a folder
    """
    from kg.errors import UsageError
    from kg.read import Source, document, read
    from kg.read.decode import decode
    from kg.read.formats import ENDINGS

    if text_or_file == "-":
        return document(decode(sys.stdin.buffer.read(), "standard input"), "standard input")
    path = Path(text_or_file)
    if text_or_file.lower().endswith(ENDINGS) or _exists(text_or_file):
        if path.is_dir():
            raise UsageError("this is a folder", where=text_or_file, hint="name one of its files")
        return read(Source(path, path.name))
    if any("\ud800" <= c <= "\udfff" for c in text_or_file):
        raise UsageError("the text is not UTF-8", hint="put it into a file; other encodings are detected there")
    return document(text_or_file)


def _exists(name: str) -> bool:
    try:
        return bool(name) and Path(name).exists()       # no name is not the folder "."
    except (OSError, ValueError):       # too long for a path, or no path at all: a text
        return False
