"""From what a client says it takes to the format that it gets (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Format:
    """A format of results or of triples."""

    media_type: str
    name: str                   # of the engine's constant
    aliases: tuple[str, ...]    # other media types that mean it
    ending: str                 # of a file's name
    row: bytes = b""            # comes once for each row, in what the engine writes
    more: int = 0               # rows beside those that this counts: the first JSON row has none, the CSV header is none
    prefixed: bool = False      # may shorten IRIs

    def engine(self) -> Any:
        """The engine's own constant."""
        import pyoxigraph

        kind = pyoxigraph.QueryResultsFormat if self.row else pyoxigraph.RdfFormat
        return getattr(kind, self.name)


# The first of each is what a client gets that takes anything. JSON: a brace after a comma can't be inside a text, whose quotation marks are escaped.
RESULTS: dict[str, Format] = {
    "json": Format("application/sparql-results+json", "JSON", ("application/json",), "json", b'},{"', 1),
    "xml": Format("application/sparql-results+xml", "XML", ("application/xml", "text/xml"), "xml", b"<result>"),
    "csv": Format("text/csv", "CSV", (), "csv", b"\n", -1),
    "tsv": Format("text/tab-separated-values", "TSV", (), "tsv", b"\n", -1),
}
TRIPLES: dict[str, Format] = {
    "turtle": Format("text/turtle", "TURTLE", ("application/turtle", "application/x-turtle", "text/n3"), "ttl", prefixed=True),
    "ntriples": Format("application/n-triples", "N_TRIPLES", ("text/plain",), "nt"),
    "jsonld": Format("application/ld+json", "JSON_LD", ("application/json",), "jsonld"),
    "rdfxml": Format("application/rdf+xml", "RDF_XML", ("application/xml", "text/xml"), "rdf", prefixed=True),
}


def negotiate(accept: str | None, formats: Mapping[str, Format]) -> str | None:
    """Choose a format.

    :param accept: the header; None or empty takes anything
    :param formats: in the order of the server's preference
    :returns: a key of ``formats``, None if the client takes none of them
    """
    best, chosen = 0.0, None
    wanted = list(parsed(accept))
    for name, format in formats.items():
        aliases = [q for type_, q in wanted if type_ in format.aliases]
        most = max([_quality(wanted, format.media_type), *aliases])
        if most > best:
            best, chosen = most, name
    return chosen


def quality(accept: str | None, media_type: str) -> float:
    """How much a client wants a media type: 0 not at all, 1 most."""
    return _quality(list(parsed(accept)), media_type)


def named(accept: str | None, media_type: str) -> bool:
    """Whether a client names a media type, rather than taking anything."""
    return any(type_ == media_type and q > 0 for type_, q in parsed(accept))


def parsed(accept: str | None) -> Iterable[tuple[str, float]]:
    """The media ranges of a header with their qualities; what is not well formed is left out."""
    for part in (accept or "*/*").split(","):
        type_, *parameters = (piece.strip() for piece in part.lower().split(";"))
        q = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    q = min(1.0, max(0.0, float(value)))
                except ValueError:
                    q = 0.0
        if type_.count("/") == 1 and q == q:
            yield type_, q


def _quality(wanted: list[tuple[str, float]], media_type: str) -> float:
    """The quality of the most specific range that fits."""
    for pattern in (media_type, media_type.split("/")[0] + "/*", "*/*"):
        found = [q for type_, q in wanted if type_ == pattern]
        if found:
            return max(found)
    return 0.0
