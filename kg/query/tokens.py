"""SPARQL's words, each with its place, so that a query can be judged without being fooled by strings and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.export.prefixed import PERCENT, PN_CHARS, PN_CHARS_BASE, PN_CHARS_U, VARNAME

_PREFIX = f"[{PN_CHARS_BASE}](?:[{PN_CHARS}.]*[{PN_CHARS}])?"
_ESCAPED = r"\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = f"(?:[{PN_CHARS_U}0-9:]|{PERCENT}|{_ESCAPED})(?:(?:[{PN_CHARS}.:]|{PERCENT}|{_ESCAPED})*(?:[{PN_CHARS}:]|{PERCENT}|{_ESCAPED}))?"
_NUMBER = r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"

# Terminals of SPARQL 1.1; the order decides where several fit.
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in {
    "space": r"\s+|#[^\n\r]*",
    "string": r"'''(?:'{0,2}(?:[^'\\]|\\[\s\S]))*'''" r'|"""(?:"{0,2}(?:[^"\\]|\\[\s\S]))*"""'
              r"|'(?:[^'\\\n\r]|\\.)*'" r'|"(?:[^"\\\n\r]|\\.)*"',
    "iri": r'<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>',
    "blank": f"_:[{PN_CHARS_U}0-9](?:[{PN_CHARS}.]*[{PN_CHARS}])?",
    "prefixed": f"(?:{_PREFIX})?:(?:{_LOCAL})?",
    "variable": f"[?$][{PN_CHARS_U}0-9][{VARNAME}]*",
    "language": "@[A-Za-z]+(?:-+[A-Za-z0-9]+)*",
    "number": _NUMBER,
    "word": f"[{PN_CHARS_U}][{VARNAME}]*",
    "sign": r"[\s\S]",
}.items()))


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a query: ``query[start:start + len(text)] == text``."""

    kind: str       # string, iri, blank, prefixed, variable, language, number, word, sign
    text: str
    start: int

    @property
    def keyword(self) -> str:
        """The word in capitals if it is a bare word, else nothing: SPARQL has no bare words but its own."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(query: str) -> Iterator[Token]:
    """Cut a query into its words, in order; blanks and comments are left out. Never fails: what fits nothing is a sign.

    >>> [t.text for t in tokens('SELECT * { ?s pk:unit "SERVICE" } # SERVICE')]
    ['SELECT', '*', '{', '?s', 'pk:unit', '"SERVICE"', '}']
    """
    for match in _TOKEN.finditer(query):
        if (kind := match.lastgroup) and kind != "space":
            yield Token(kind, match.group(), match.start())
