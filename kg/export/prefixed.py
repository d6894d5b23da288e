"""Prefixed names: which IRIs Turtle and SPARQL can write as ``company:宁德时代``, and how."""

from __future__ import annotations

import re
from functools import lru_cache

from kg import names

# Productions of Turtle 1.1 and SPARQL 1.1 (both section "Grammar"), as insides of a character class.
PN_CHARS_BASE = ("A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F"
                 "\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF")
PN_CHARS_U = PN_CHARS_BASE + "_"
VARNAME = PN_CHARS_U + "0-9\u00B7\u0300-\u036F\u203F-\u2040"
PN_CHARS = VARNAME + "-"
PERCENT = "%[0-9A-Fa-f]{2}"

# What is written as a local name: the grammar's PN_LOCAL without backslash escapes and colons, which read badly.
_LOCAL = re.compile(f"(?:[{PN_CHARS_U}0-9]|{PERCENT})(?:(?:[{PN_CHARS}.]|{PERCENT})*(?:[{PN_CHARS}]|{PERCENT}))?")
_NAMESPACES = {namespace: prefix for prefix, namespace in names.PREFIXES.items()}


@lru_cache(maxsize=65536)
def split(iri: str) -> tuple[str, str] | None:
    """Take an IRI apart into a prefix of :data:`kg.names.PREFIXES` and a local name.

    :returns: None if no prefix fits, or the rest can't be a local name of Turtle without escapes

    >>> split("https://w3id.org/parkkg/id/company/宁德时代")
    ('company', '宁德时代')
    >>> split("https://w3id.org/parkkg/id/company/a/b") is None
    True
    """
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _NAMESPACES.get(iri[:cut])
    if prefix is None or not _LOCAL.fullmatch(iri, cut):
        return None
    return prefix, iri[cut:]


def shorten(iri: str) -> str:
    """Write an IRI as a prefixed name if it can be one, else in angle brackets.

    >>> shorten("https://w3id.org/parkkg/ontology#Company"), shorten("http://example.org/")
    ('pk:Company', '<http://example.org/>')
    """
    parts = split(iri)
    return f"{parts[0]}:{parts[1]}" if parts else f"<{iri}>"
