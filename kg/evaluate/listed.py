"""Which names were known before a document was read: those of a gazetteer, and those in texts that a recogniser was trained on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.evaluate.compare import normal

if TYPE_CHECKING:
    from kg.recognize.gazetteer import Gazetteer

Known = Callable[[str], bool]       # takes a name in the form in which names are compared


def known_names(gazetteer: Gazetteer, training: Iterable[Path] = ()) -> Known:
    """Tell names that were known from those that were never listed.

    :param gazetteer: all its names count, whatever their class, weak ones too
    :param training: files and folders of texts; a name that stands anywhere in them was known
    :raises ReadError: if one of them can't be read
    """
    listed = {normal(name) for entry in gazetteer.entries for name in entry.names}
    texts = [normal(text) for text in _texts(training)]

    @lru_cache(maxsize=None)
    def known(name: str) -> bool:
        return name in listed or any(name in text for text in texts)

    return known


def _texts(paths: Iterable[Path]) -> Iterable[str]:
    from kg.read import Failure, find
    from kg.read.decode import decode

    for found in find(paths):
        if isinstance(found, Failure):
            raise found.error
        try:
            data = found.path.read_bytes()
        except OSError as error:
            raise ReadError(f"the file can't be read: {error.strerror}", where=found.path, hint="check its permissions") from error
        yield decode(data, found.path, html=found.path.suffix.lower() in (".html", ".htm"))
