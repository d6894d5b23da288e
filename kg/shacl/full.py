"""The same judgement by pySHACL, which reads all of SHACL; 100 microseconds a triple.

It checks rdflib graphs here: on an Oxigraph store it counts all triples anew at every result, those of nested shapes too, which is
quadratic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
import pyshacl
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib import URIRef

from kg import names
from kg.errors import SchemaError
from kg.rdf import Term, as_named
from kg.shacl.shapes import Result

_SH = "http://www.w3.org/ns/shacl#"


class Judge:
    """pySHACL with the shapes of a file."""

    def __init__(self, path: Path):
        """Read the shapes.

        :raises SchemaError: if they can't be read, or are not Turtle
        """
        try:
            self._shapes = to_rdflib(parse(path=str(path), format=RdfFormat.TURTLE))
        except OSError as error:
            raise SchemaError(f"the shapes can't be read: {error.strerror or error}", where=path) from error
        except SyntaxError as error:
            raise SchemaError(f"is not Turtle: {error.msg}", where=f"{path}:{error.lineno}") from error

    def check(self, triples: Iterable[pyoxigraph.Triple]) -> list[Result]:
        """Give what breaks a shape, sorted, each once."""
        _, results, _ = pyshacl.validate(to_rdflib(triples), shacl_graph=self._shapes, inplace=True)
        return sorted(set(_results(results)))


def _results(graph: rdflib.Graph) -> Iterator[Result]:
    for result in graph.objects(None, URIRef(_SH + "result")):
        path, value = (graph.value(result, URIRef(_SH + name)) for name in ("resultPath", "value"))
        messages = {((message.language if isinstance(message, rdflib.Literal) else None) or "", str(message)) for message in graph.objects(result, URIRef(_SH + "resultMessage"))}
        yield Result(str(graph.value(result, URIRef(_SH + "focusNode"))), names.short(str(path)) if isinstance(path, URIRef) else "",
                     "" if value is None else str(value), tuple(sorted(messages)))


def to_rdflib(triples: Iterable[pyoxigraph.Triple]) -> rdflib.Graph:
    """Copy triples into an rdflib graph."""
    plain = {names.PREFIXES["xsd"] + "string", names.PREFIXES["rdf"] + "langString"}
    data = rdflib.Graph()
    iris: dict[str, rdflib.URIRef] = {}

    def term(node: Term | pyoxigraph.Triple) -> rdflib.term.Node:
        if isinstance(node, pyoxigraph.Literal):
            # rdflib keeps "a" and "a"^^xsd:string apart, and reads the first from Turtle.
            datatype = node.datatype.value if node.datatype.value not in plain else None
            return rdflib.Literal(node.value, lang=node.language, datatype=datatype, normalize=False)
        if isinstance(node, pyoxigraph.BlankNode):
            return rdflib.BNode(node.value)
        iri = as_named(node).value
        return iris.setdefault(iri, rdflib.URIRef(iri))

    for triple in triples:
        data.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return data
