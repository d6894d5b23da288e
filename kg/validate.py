"""Check a store's graph against the shapes of the ontology.

The graph is checked in batches of documents, each with the descriptions of the things that its documents speak of, so that
memory does not grow with the store. The compiled shapes of :mod:`kg.shacl` judge, or pySHACL, which takes twenty times as long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import names
from kg.rdf import Node, text_of
from kg.settings import ontology_folder
from kg.shacl import Data, Result, load_shapes
from kg.store import Store
from kg.store.counts import label
from kg.store.quotes import Quote, Quotes

if TYPE_CHECKING:
    import pyoxigraph

    from kg.store.part import Graph

# Triples per batch: enough for pySHACL's own start not to matter, few enough for rdflib's memory.
_BATCH = 20_000


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
    unchecked: tuple[str, ...] = ()     # constraints of the shapes that were not looked at: «sh:closed»

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


def validate(store: Store, schema_folder: Path | None = None, *, full: bool = False,
             progress: Callable[[int, int], None] = lambda done, total: None) -> ValidationReport:
    """Check all that a store's graph says.

    :param schema_folder: the ontology's folder, with ``shapes.ttl``; the program's own if None
    :param full: let pySHACL judge, which reads every constraint of SHACL
    :param progress: told how many graphs of how many are done
    :raises SchemaError: if there are no shapes, or they are not Turtle
    """
    check, unchecked = _judge((schema_folder or ontology_folder()) / "shapes.ttl", full)
    graphs = sorted(store.graph.named_graphs(), key=str)
    described = names_graph(store)
    found: dict[tuple, Result] = {}
    done = triples = 0
    for batch, size in _batches(store.graph, [graph for graph in graphs if graph != described], described):
        triples += len(batch)
        for result in check(batch):
            found.setdefault((result.node, result.path, result.value, result.messages), result)
        done += size
        progress(done, len(graphs) - 1)
    explainer = _Explainer(store)
    violations = sorted((explainer.violation(found[key]) for key in sorted(found)),
                        key=lambda v: (v.message, v.path, v.node, v.value))
    return ValidationReport(len(store), triples, tuple(violations), unchecked)


def _judge(shapes: Path, full: bool) -> tuple[Callable[[set[pyoxigraph.Triple]], list[Result]], tuple[str, ...]]:
    """What checks a batch, and the constraints that it does not know."""
    if full:
        from kg.shacl.full import Judge

        return Judge(shapes).check, ()
    compiled = load_shapes(shapes)
    return lambda triples: compiled.check(Data(triples)), compiled.unchecked


def names_graph(store: Store) -> pyoxigraph.NamedNode:
    """The graph that says what things are called."""
    from pyoxigraph import NamedNode

    from kg.graph.entities import GRAPH

    return NamedNode(store.base + GRAPH)


# --- batches


def _batches(graph: Graph, sources: Iterable[Node], described: pyoxigraph.NamedNode) -> Iterator[tuple[set[pyoxigraph.Triple], int]]:
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


def _with_descriptions(graph: Graph, source: Node, described: pyoxigraph.NamedNode) -> Iterator[pyoxigraph.Triple]:
    from pyoxigraph import NamedNode

    nodes = set[NamedNode]()
    for quad in graph.quads_for_pattern(None, None, None, source):
        yield quad.triple
        nodes.update(node for node in (quad.subject, quad.object) if isinstance(node, NamedNode))
    for node in nodes:
        for quad in graph.quads_for_pattern(node, None, None, described):
            yield quad.triple


class _Explainer:
    """Turns results into violations with the sentences behind them."""

    def __init__(self, store: Store):
        self._graph = store.union
        self._quotes = Quotes(store)

    def violation(self, result: Result) -> Violation:
        quote = self._quote(result)
        called = label(self._graph, result.node) if "/evidence/" not in result.node or quote is None else quote.exact
        return Violation(result.node, called, result.path, result.value, result.message("en"), result.message("zh"), quote)

    def _values(self, subject: str, predicate: str) -> list[str]:
        from kg.graph.terms import vocabulary
        from pyoxigraph import NamedNode

        return sorted(text_of(quad.object) for quad in self._graph.quads_for_pattern(NamedNode(subject), vocabulary(predicate), None))

    def _quote(self, result: Result) -> Quote | None:
        """The first sentence that the node was read from, or for a wrong relation the one that it was read from."""
        for node in (*self._statements(result), result.node):
            for evidence in (node, *self._values(node, "pk:evidence")):
                spans = [self._values(evidence, name) for name in ("prov:wasQuotedFrom", "oa:start", "oa:end")]
                if all(spans):
                    identifiers = self._values(spans[0][0], "dcterms:identifier")
                    if identifiers and all(span[0].isdecimal() for span in spans[1:]):
                        return self._quotes.quote(identifiers[0], int(spans[1][0]), int(spans[2][0]))
        return None

    def _statements(self, result: Result) -> list[str]:
        from kg.graph.terms import vocabulary
        from pyoxigraph import NamedNode

        if not result.path.startswith("pk:") or not result.value.startswith("http"):
            return []
        subjects, objects = ({text_of(quad.subject) for quad in self._graph.quads_for_pattern(None, vocabulary(end), NamedNode(node))}
                             for end, node in (("rdf:subject", result.node), ("rdf:object", result.value)))
        predicate = names.term(result.path.removeprefix("pk:"))
        return sorted(node for node in subjects & objects if predicate in self._values(node, "rdf:predicate"))
