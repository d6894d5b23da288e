"""Turtle and TriG to be read by people: a block for each subject, its class first, prefixed names wherever they can be.

:source: W3C Recommendations «RDF 1.1 Turtle» and «RDF 1.1 TriG»; and of RDF 1.2 the triple terms
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import DefaultGraph, Literal, NamedNode, Triple

from kg import names
from kg.export.blocks import graph_names, labelled, triples_by_subject
from kg.export.prefixed import split
from kg.export.spool import write_behind

if TYPE_CHECKING:
    from kg.store.part import Graph

_TYPE = NamedNode(names.PREFIXES["rdf"] + "type")
_XSD = names.PREFIXES["xsd"]
# Lexical forms that Turtle writes without quotation marks, and which it then takes to be of this datatype.
_BARE = {_XSD + "integer": re.compile(r"[+-]?[0-9]+"), _XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
         _XSD + "boolean": re.compile("true|false")}
# Escaped are what the grammar forbids in quotation marks, other control characters and line breaks, which would not be seen, and the
# marks that turn the line around.
_ESCAPED = re.compile('["\\\\\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_WIDTH = 120        # columns after which objects get lines of their own


class Terms:
    """Writes terms and remembers which prefixes were needed."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def text(self, term: object) -> str:
        """Write a term as Turtle."""
        if isinstance(term, NamedNode):
            return self._iri(term.value)
        if isinstance(term, Literal):
            return self._literal(term)
        if isinstance(term, Triple):
            return f"<<( {self.text(term.subject)} {self.text(term.predicate)} {self.text(term.object)} )>>"
        return str(term)

    def _iri(self, iri: str) -> str:
        parts = split(iri)
        if parts is None:
            return f"<{iri}>"
        self.used.add(parts[0])
        return f"{parts[0]}:{parts[1]}"

    def _literal(self, literal: Literal) -> str:
        if getattr(literal, "direction", None):
            return str(literal)
        datatype = literal.datatype.value
        if datatype in _BARE and _BARE[datatype].fullmatch(literal.value):
            return literal.value
        quoted = f'"{_ESCAPED.sub(_escape, literal.value)}"'
        if literal.language:
            return f"{quoted}@{literal.language}"
        return quoted if datatype == _XSD + "string" else f"{quoted}^^{self._iri(datatype)}"

    def header(self) -> str:
        """The declarations of the prefixes used so far, sorted, with an empty line behind them."""
        lines = [f"@prefix {prefix}: <{names.PREFIXES[prefix]}> .\n" for prefix in sorted(self.used)]
        return "".join(lines) + ("\n" if lines else "")


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def block(subject: object, triples: Iterable[Triple], terms: Terms, indent: str = "") -> str:
    """Write one subject: ``subject a Class ;`` and a line for each predicate, sorted as they come, the class first."""
    lines = []
    ordered = sorted(triples, key=lambda triple: triple.predicate != _TYPE)
    for predicate, group in groupby(ordered, key=lambda triple: triple.predicate):
        verb = "a" if predicate == _TYPE else terms.text(predicate)
        lines.append(f"{verb} {_objects([terms.text(triple.object) for triple in group], len(verb), indent)}")
    return f"{indent}{terms.text(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"


def _objects(texts: list[str], before: int, indent: str) -> str:
    line = ", ".join(texts)
    if len(texts) == 1 or before + len(line) + len(indent) < _WIDTH:
        return line
    return f",\n{indent}        ".join(texts)


def triples_as_turtle(triples: Iterable[Triple]) -> str:
    """Write triples as one Turtle text; empty for none.

    :param triples: sorted; those of one subject together
    """
    terms = Terms()
    blocks = [block(subject, group, terms) for subject, group in groupby(triples, key=lambda triple: triple.subject)]
    return terms.header() + "\n".join(blocks)


def write_turtle(graph: Graph, output: BinaryIO, *, triple_terms: bool = False) -> None:
    """Write the union of all graphs as Turtle, each triple once."""
    terms = Terms()
    blocks = (block(subject, triples, terms) for subject, triples in triples_by_subject(labelled(graph), triple_terms=triple_terms))
    write_behind(output, terms.header, _separated(blocks))


def write_trig(graph: Graph, output: BinaryIO, *, triple_terms: bool = False) -> None:
    """Write all graphs as TriG, one after the other."""
    terms = Terms()
    write_behind(output, terms.header, _graphs(labelled(graph), terms, triple_terms))


def _graphs(graph: Graph, terms: Terms, triple_terms: bool) -> Iterator[str]:
    for number, name in enumerate(graph_names(graph)):
        inner = "" if name == DefaultGraph() else "    "
        yield "\n" if number else ""
        yield f"{terms.text(name)} {{\n" if inner else ""
        blocks = triples_by_subject(graph, name, triple_terms=triple_terms)
        yield from _separated(block(subject, triples, terms, inner) for subject, triples in blocks)
        yield "}\n" if inner else ""


def _separated(blocks: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(blocks):
        yield "\n" + text if number else text
