"""JSON-LD with the prefixes as its context: one node object a line, values of Chinese and English texts side by side.

:source: W3C Recommendation «JSON-LD 1.1», sections 4.1 (context), 4.1.5 (compact IRIs), 8.6 (value objects)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO

from pyoxigraph import Literal, NamedNode, Triple

from kg import names
from kg.errors import ExportError
from kg.export.blocks import labelled, triples_by_subject
from kg.export.prefixed import split
from kg.export.spool import write_behind

if TYPE_CHECKING:
    from kg.store.part import Graph

_TYPE = NamedNode(names.PREFIXES["rdf"] + "type")
_XSD = names.PREFIXES["xsd"]
# Integers that every JSON reader holds exactly, written as it would write them.
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")


def write_jsonld(graph: Graph, output: BinaryIO) -> None:
    """Write the union of all graphs as JSON-LD, each triple once.

    :raises ExportError: if the graph holds triple terms of RDF 1.2, which JSON-LD has no form for
    """
    graph = labelled(graph)
    avoided: frozenset[str] = frozenset()
    while True:
        compact = _Compact(avoided)
        try:
            return write_behind(output, compact.header, _nodes(graph, compact))
        except _Mistakable:
            avoided |= compact.mistakable


def _nodes(graph: Graph, compact: _Compact) -> Iterator[str]:
    for number, (subject, triples) in enumerate(triples_by_subject(graph)):
        line = json.dumps(_node(subject, triples, compact), ensure_ascii=False)
        yield f"{',' if number else ''}\n  {line}"
    yield "\n]}\n"


class _Mistakable(Exception):
    """An IRI in the graph looks like one that is shortened by a prefix."""


class _Compact:
    """Shortens IRIs by the prefixes, and remembers which were needed.

    A prefix that is also the scheme of an IRI in the graph (``geo:23.1,112.4``) must not be used: a reader would take
    that IRI for a shortened one. This is known only at the end, and then all is written anew without it.
    """

    def __init__(self, avoided: frozenset[str]):
        self.used: set[str] = set()
        self.mistakable: set[str] = set()
        self._avoided = avoided

    def iri(self, iri: str) -> str:
        parts = split(iri)
        if parts is not None and parts[0] not in self._avoided:
            self.used.add(parts[0])
            return f"{parts[0]}:{parts[1]}"
        scheme = iri.partition(":")[0]
        if scheme in names.PREFIXES:
            self.mistakable.add(scheme)
        return iri

    def node(self, node: Any) -> str:
        return self.iri(node.value) if isinstance(node, NamedNode) else str(node)

    def header(self) -> str:
        """The context with the prefixes used so far, and the beginning of the list of nodes."""
        if self.mistakable & self.used:
            raise _Mistakable
        context = {prefix: names.PREFIXES[prefix] for prefix in sorted(self.used)}
        return f'{{"@context": {json.dumps(context, indent=2)},\n"@graph": ['


def _node(subject: Any, triples: Iterable[Triple], compact: _Compact) -> dict[str, Any]:
    """The node object of one subject, its class first; ``triples`` are sorted."""
    found: dict[str, Any] = {"@id": compact.node(subject)}
    ordered = sorted(triples, key=lambda triple: triple.predicate != _TYPE)
    for predicate, group in groupby(ordered, key=lambda triple: triple.predicate):
        objects = [triple.object for triple in group]
        if predicate == _TYPE and not any(isinstance(object_, Literal) for object_ in objects):
            key, values = "@type", [compact.node(object_) for object_ in objects]
        else:
            key, values = compact.iri(predicate.value), [_value(object_, compact) for object_ in objects]
        found[key] = values[0] if len(values) == 1 else values
    return found


def _value(term: Any, compact: _Compact) -> Any:
    if isinstance(term, Triple):
        raise ExportError("JSON-LD has no form for a triple within a triple", where=str(term), hint="use turtle or ntriples")
    if not isinstance(term, Literal):
        return {"@id": compact.node(term)}
    datatype = term.datatype.value
    if term.language:
        direction = getattr(term, "direction", None)
        return {"@value": term.value, "@language": term.language, **({"@direction": direction.value} if direction else {})}
    if datatype == _XSD + "string":
        return term.value
    if datatype == _XSD + "integer" and _INTEGER.fullmatch(term.value):
        return int(term.value)
    if datatype == _XSD + "boolean" and term.value in ("true", "false"):
        return term.value == "true"
    return {"@value": term.value, "@type": compact.iri(datatype)}
