"""Check a store's graph against the shapes of the ontology.

The graph is checked in batches of documents, each with the descriptions of the things that its documents speak of, so that
memory does not grow with the store. pySHACL checks rdflib graphs here: on an Oxigraph store it counts all triples anew at every
result, those of nested shapes too, which is quadratic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import names
from kg.errors import SchemaError
from kg.settings import ontology_folder
from kg.store import Store
from kg.store.counts import label
from kg.store.quotes import Quote, Quotes

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

# Triples per batch: enough for pySHACL's own start not to matter, few enough for rdflib's memory.
_BATCH = 20_000
_SHACL = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that breaks a shape."""

    node: str                   # IRI
    label: str                  # what it is called, or what it says
    path: str                   # the property, by prefix and name; "" if the node itself is wrong
    value: str                  # what was found; "" if something is missing
    message: str                # English
    message_zh: str
    quote: Quote | None         # the sentence behind it, where there is evidence


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What was found; violations sorted by message, path, node and value."""

    documents: int
    triples: int                # that were checked; descriptions of things count once for each batch that needs them
    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing was found."""
        return not self.violations

    def grouped(self) -> dict[tuple[str, str], list[Violation]]:
        """The violations by path and message, the most frequent first."""
        groups: dict[tuple[str, str], list[Violation]] = defaultdict(list)
        for violation in self.violations:
            groups[violation.path, violation.message].append(violation)
        return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def validate(store: Store, schema_folder: Path | None = None, *,
             progress: Callable[[int, int], None] = lambda done, total: None) -> ValidationReport:
    """Check all that a store's graph says.

    :param schema_folder: the ontology's folder, with ``shapes.ttl``; the program's own if None
    :param progress: told how many graphs of how many are done
    :raises SchemaError: if there are no shapes, or they are not Turtle
    """
    shapes = _shapes(schema_folder or ontology_folder())
    graphs = sorted(store.graph.named_graphs(), key=str)
    described = names_graph(store)
    found: dict[tuple, _Result] = {}
    done = triples = 0
    for batch, size in _batches(store.graph, [graph for graph in graphs if graph != described], described):
        data = _rdflib(batch)
        triples += len(data)
        for result in _check(data, shapes):
            found.setdefault(result.key, result)
        done += size
        progress(done, len(graphs) - 1)
    explainer = _Explainer(store)
    violations = sorted((explainer.violation(found[key]) for key in sorted(found)),
                        key=lambda v: (v.message, v.path, v.node, v.value))
    return ValidationReport(len(store), triples, tuple(violations))


def names_graph(store: Store) -> pyoxigraph.NamedNode:
    """The graph that says what things are called."""
    from pyoxigraph import NamedNode

    from kg.graph.entities import GRAPH

    return NamedNode(store.base + GRAPH)


def _shapes(folder: Path) -> rdflib.Graph:
    from pyoxigraph import RdfFormat, parse

    path = folder / "shapes.ttl"
    try:
        return _rdflib(parse(path=str(path), format=RdfFormat.TURTLE))
    except OSError as error:
        raise SchemaError(f"the shapes can't be read: {error.strerror or error}", where=path) from error
    except SyntaxError as error:
        raise SchemaError(f"is not Turtle: {error.msg}", where=f"{path}:{error.lineno}") from error


# --- batches


def _batches(graph: pyoxigraph.Store, sources: Iterable[pyoxigraph.NamedNode],
             described: pyoxigraph.NamedNode) -> Iterator[tuple[set[pyoxigraph.Triple], int]]:
    """Give the triples of several graphs with the descriptions of the things in them, and how many graphs they are."""
    batch: set[pyoxigraph.Triple] = set()
    size = 0
    for source in sources:
        batch.update(_with_descriptions(graph, source, described))
        size += 1
        if len(batch) >= _BATCH:
            yield batch, size
            batch, size = set(), 0
    if batch:
        yield batch, size


def _with_descriptions(graph: pyoxigraph.Store, source: pyoxigraph.NamedNode,
                       described: pyoxigraph.NamedNode) -> Iterator[pyoxigraph.Triple]:
    from pyoxigraph import NamedNode

    nodes = set()
    for quad in graph.quads_for_pattern(None, None, None, source):
        yield quad.triple
        nodes.update(node for node in (quad.subject, quad.object) if isinstance(node, NamedNode))
    for node in nodes:
        for quad in graph.quads_for_pattern(node, None, None, described):
            yield quad.triple


def _rdflib(triples: Iterable[pyoxigraph.Triple]) -> rdflib.Graph:
    import pyoxigraph
    import rdflib

    plain = {names.PREFIXES["xsd"] + "string", names.PREFIXES["rdf"] + "langString"}
    data = rdflib.Graph()
    iris: dict[str, rdflib.URIRef] = {}

    def term(node: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal) -> rdflib.term.Node:
        if isinstance(node, pyoxigraph.Literal):
            # rdflib keeps "a" and "a"^^xsd:string apart, and reads the first from Turtle.
            datatype = node.datatype.value if node.datatype.value not in plain else None
            return rdflib.Literal(node.value, lang=node.language, datatype=datatype)
        if isinstance(node, pyoxigraph.BlankNode):
            return rdflib.BNode(node.value)
        return iris.setdefault(node.value, rdflib.URIRef(node.value))

    for triple in triples:
        data.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return data


# --- results


@dataclass(frozen=True, slots=True)
class _Result:
    node: str
    path: str
    value: str
    messages: tuple[tuple[str, str], ...]       # language and text

    @property
    def key(self) -> tuple:
        return (self.node, self.path, self.value, self.messages)

    def message(self, language: str) -> str:
        texts = dict(self.messages)
        return texts.get(language) or next(iter(texts.values()), "")


def _check(data: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[_Result]:
    import pyshacl
    from rdflib import URIRef

    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    for result in results.objects(None, URIRef(_SHACL + "result")):
        path = results.value(result, URIRef(_SHACL + "resultPath"))
        value = results.value(result, URIRef(_SHACL + "value"))
        messages = sorted({(message.language or "", str(message)) for message in results.objects(result, URIRef(_SHACL + "resultMessage"))})
        node = str(results.value(result, URIRef(_SHACL + "focusNode")))
        yield _Result(node, _short(path), "" if value is None else str(value), tuple(messages))


def _short(path: rdflib.term.Node | None) -> str:
    """A path by prefix and name; one of several steps has no name of its own."""
    from rdflib import URIRef

    if not isinstance(path, URIRef):
        return ""
    prefix = next((p for p, namespace in names.PREFIXES.items() if path.startswith(namespace)), None)
    return f"{prefix}:{names.local(path)}" if prefix else str(path)


class _Explainer:
    """Turns results into violations with the sentences behind them."""

    def __init__(self, store: Store):
        self._graph = store.union
        self._quotes = Quotes(store)

    def violation(self, result: _Result) -> Violation:
        quote = self._quote(result)
        called = label(self._graph, result.node) if "/evidence/" not in result.node or quote is None else quote.exact
        return Violation(result.node, called, result.path, result.value, result.message("en"), result.message("zh"), quote)

    def _values(self, subject: str, predicate: str) -> list[str]:
        from kg.graph.terms import vocabulary
        from pyoxigraph import NamedNode

        return sorted(quad.object.value for quad in self._graph.quads_for_pattern(NamedNode(subject), vocabulary(predicate), None))

    def _quote(self, result: _Result) -> Quote | None:
        """The first sentence that the node was read from, or for a wrong relation the one that it was read from."""
        for node in (*self._statements(result), result.node):
            for evidence in (node, *self._values(node, "pk:evidence")):
                spans = [self._values(evidence, name) for name in ("prov:wasQuotedFrom", "oa:start", "oa:end")]
                if all(spans):
                    identifiers = self._values(spans[0][0], "dcterms:identifier")
                    if identifiers and all(span[0].isdecimal() for span in spans[1:]):
                        return self._quotes.quote(identifiers[0], int(spans[1][0]), int(spans[2][0]))
        return None

    def _statements(self, result: _Result) -> list[str]:
        from kg.graph.terms import vocabulary
        from pyoxigraph import NamedNode

        if not result.path.startswith("pk:") or not result.value.startswith("http"):
            return []
        subjects, objects = ({quad.subject.value for quad in self._graph.quads_for_pattern(None, vocabulary(end), NamedNode(node))}
                             for end, node in (("rdf:subject", result.node), ("rdf:object", result.value)))
        predicate = names.term(result.path.removeprefix("pk:"))
        return sorted(node for node in subjects & objects if predicate in self._values(node, "rdf:predicate"))
