"""Where in the pages a node is shown, and how its IRI is written for people."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from kg import names

# Characters that need no escape in a path, beside those that quote() leaves alone; Chinese is escaped, as HTTP wants it.
_SAFE = "/:@!$&'()*+,;=~-._"


def page_of(iri: str, base: str = names.BASE) -> str:
    """Where a node is shown: a path for what is ours, the IRI itself for what is elsewhere, nothing for what can't be a link."""
    for namespace, path in ((base, "/id/"), (names.ONTOLOGY, "/ontology/"), (names.INDICATOR, "/indicator/")):
        if iri.startswith(namespace):
            return path + quote(iri[len(namespace):], safe=_SAFE)
    return iri if iri.startswith(("http://", "https://")) else ""


def short(iri: str, prefixes: Iterable[tuple[str, str]] = tuple(names.PREFIXES.items())) -> str:
    """An IRI as people read it: with its prefix, or whole."""
    for prefix, namespace in prefixes:
        if iri.startswith(namespace) and "/" not in iri[len(namespace):]:
            return f"{prefix}:{names.local(iri)}"
    return iri
