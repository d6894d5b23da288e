"""Which kinds of file hold a text, and how bytes of each become text."""

from __future__ import annotations

from kg.read.decode import decode

HTML = (".html", ".htm")
MARKDOWN = (".md", ".docx")         # Word's headings and tables are given in Markdown
ENDINGS = (".txt", ".md", *HTML, ".docx", ".pdf")


def text_of(data: bytes, ending: str, where: object) -> str:
    """Give the text of a file.

    :param data: the whole file
    :param ending: one of :data:`ENDINGS`, in lower case
    :param where: named in errors
    :raises ReadError: if the file is not what its ending says, is locked, or holds no text
    """
    if ending == ".docx":
        from kg.read.word import text
    elif ending == ".pdf":
        from kg.read.pdf import text
    else:
        return decode(data, where, html=ending in HTML)
    return text(data, where)
