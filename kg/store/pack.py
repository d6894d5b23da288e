"""A document with its reading, packed: the form in which it goes from a process that reads into the store."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import astuple, dataclass

from kg.model import Document, Reading
from kg.store import codec


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What a store knows of a document beside its text and reading."""

    identifier: str
    sha256: str
    title: str | None
    issued: str | None
    source: str | None
    publisher: str | None
    characters: int             # length of the text in code points
    reader: str                 # fingerprint of what the reading was made with


@dataclass(frozen=True, slots=True)
class Packed:
    """A row of the store."""

    known: StoredDocument
    digest: str                 # of all that the document's part of the graph is made from: what is known of it, and its reading
    text: bytes                 # UTF-8, zlib
    entities: bytes             # JSON of codec.py, zlib
    facts: bytes                # likewise


def described(document: Document, reader: str) -> StoredDocument:
    """What a store would know of a document that was just read."""
    return StoredDocument(document.identifier, document.sha256, document.title, document.issued, document.source,
                          document.publisher, len(document.text), reader)


def pack(document: Document, reading: Reading, reader: str) -> Packed:
    """Make a row of a document and its reading.

    :param reader: fingerprint of what the reading was made with
    :raises StoreError: if an evidence does not quote the text
    """
    entities, facts = codec.encode(reading, document.text)
    known = described(document, reader)
    return Packed(known, digest(known, entities, facts), pack_text(document.text), zlib.compress(entities), zlib.compress(facts))


def digest(known: StoredDocument, entities: bytes, facts: bytes) -> str:
    """Digest what a document's part of the graph is made from; which program read it is no part of that."""
    told = hashlib.sha256(repr(astuple(known)[:-1]).encode("utf-8", "surrogatepass"))
    for part in (entities, facts):
        told.update(b"\0" + part)
    return told.hexdigest()[:20]


def pack_text(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpack(packed: bytes) -> str:
    """Give back a text; that of a JSON part too.

    :raises ValueError: if it is damaged
    """
    try:
        return zlib.decompress(packed).decode("utf-8", "surrogatepass")
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error
