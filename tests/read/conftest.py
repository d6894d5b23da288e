"""What the tests of reading share: the law that every document obeys, and short ways to make documents."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kg.model import Document
from kg.read import Source, document, read
from kg.read.traditional import simplified

KINDS = {"title", "heading", "paragraph", "caption", "furniture"}


def law(made: Document) -> None:
    """Assert what holds for every document: origins, blocks and characters agree with the text."""
    assert len(made.clean) == len(made.origins)
    assert all(a < b for a, b in zip(made.origins, made.origins[1:])), "origins strictly increase"
    assert not made.origins or 0 <= made.origins[0] and made.origins[-1] < len(made.text)
    at = 0
    for block in made.blocks:
        assert block.kind in KINDS
        assert block.start == at < block.end, "blocks follow each other, one line break apart"
        assert "\n" not in made.clean[block.start:block.end]
        assert made.clean[block.end:block.end + 1] in ("\n", "")
        at = block.end + 1
    assert at == len(made.clean) + 1 or not made.clean and not made.blocks
    breaks = {block.end for block in made.blocks}
    for offset, (character, origin) in enumerate(zip(made.clean, made.origins)):
        if offset not in breaks:
            written = made.text[origin]
            assert same(character, written), f"{character!r} at {offset} was written {written!r}"


def same(character: str, written: str) -> bool:
    """Whether two characters are the same but for width, traditional form, white space (a <br> is some), and the sign that opens an entity."""
    if character == written or written == "&" or character == " " and (written.isspace() or written in "<>"):
        return True
    return unicodedata.normalize("NFKC", character) == simplified(unicodedata.normalize("NFKC", written))


def kinds(made: Document) -> list[tuple[str, str]]:
    """The blocks of a document as pairs of kind and text."""
    return [(block.kind, made.clean[block.start:block.end]) for block in made.blocks]


def shown(made: Document) -> str:
    """All that is not furniture."""
    return "\n".join(text for kind, text in kinds(made) if kind != "furniture")


def hidden(made: Document) -> str:
    """All that is furniture."""
    return "\n".join(text for kind, text in kinds(made) if kind == "furniture")


@pytest.fixture
def made():
    """Make a document of a text and assert the law on it."""
    def make(text: str, identifier: str = "text", **metadata) -> Document:
        result = document(text, identifier, **metadata)
        law(result)
        return result
    return make


@pytest.fixture
def file(tmp_path):
    """Write a file, read it, assert the law."""
    def make(data: bytes | str, name: str = "text.txt", **metadata) -> Document:
        path = Path(tmp_path) / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        result = read(Source(path, name), **metadata)
        law(result)
        return result
    return make
