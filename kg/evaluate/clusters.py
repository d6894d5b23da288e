"""Whether one thing is one node: gold clusters of names against the nodes of a graph, measured by B-cubed (B³).

::

    {"entities": [{"class": "Company", "name": "小鹏汽车", "forms": {"a.md": ["小鹏汽车", "小鹏"], "b.md": ["小鹏汽车"]}}]}

An item is a form of a name in a document. A system may err in two ways: nodes that hold items of several entities, which precision
sees, and entities whose items are spread over several nodes, which recall sees.

B³ (Bagga and Baldwin 1998): an item's precision is the share of right items among those of its node, its recall the share of its
entity's items that its node holds, both averaged over the items. The packages that compute it are unmaintained or bring a data frame
library along for these few lines.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import NamedNode

from kg import names
from kg.errors import ReadError
from kg.evaluate.compare import normal
from kg.evaluate.found import documents, identifier_of
from kg.rdf import text_of
from kg.schema import Schema, load_schema

if TYPE_CHECKING:
    from kg.store.part import Graph

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """A form of a name in a document."""

    cls: str
    document: str       # as the gold calls it
    form: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two clusterings of the same items agree; all figures between 0 and 1, 1 for no items at all."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class ClusterEvaluation:
    """The figures, and what is behind them."""

    found: Agreement                    # of the items that the graph has a node for
    all: Agreement                      # of all items: one without a node is a cluster of its own
    entities: int                       # of the gold
    by_class: dict[str, Agreement]      # of the items found
    together: tuple[str, ...]           # a line for each node that holds items of several entities
    apart: tuple[str, ...]              # a line for each entity whose items are in several nodes
    missing: tuple[Item, ...]           # items that the graph has no node for


def bcubed(gold: Mapping[K, Hashable], system: Mapping[K, Hashable]) -> Agreement:
    """Compare two clusterings, each given as item -> cluster.

    :raises ValueError: if they are not of the same items

    >>> bcubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})
    Agreement(precision=0.5555555555555556, recall=1.0, items=3)
    """
    if gold.keys() != system.keys():
        raise ValueError("the clusterings are not of the same items")
    if not gold:
        return Agreement(1.0, 1.0, 0)
    both = Counter((gold[item], system[item]) for item in gold)
    ours, theirs = Counter(gold.values()), Counter(system.values())
    precision = sum(number * number / theirs[node] for (_, node), number in both.items())
    recall = sum(number * number / ours[entity] for (entity, _), number in both.items())
    return Agreement(precision / len(gold), recall / len(gold), len(gold))


def load_clusters(path: Path, schema: Schema | None = None) -> dict[Item, str]:
    """Read gold clusters.

    :returns: item -> entity, as class and name
    :raises ReadError: says what is wrong with the file
    """
    schema = schema or load_schema()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        rows = [(row["class"], row["name"], dict(row["forms"])) for row in content["entities"]]
    except OSError as error:
        raise ReadError(f"can't be read: {error.strerror}", where=path) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ReadError(f"is no file of clusters: {type(error).__name__} {error}", where=path,
                        hint='it holds {"entities": [{"class": …, "name": …, "forms": {document: [name, …]}}]}') from error
    items: dict[Item, str] = {}
    for cls, name, forms in rows:
        if cls not in schema.entity_classes:
            raise ReadError(f"unknown class {cls!r} of {name}", where=path, hint=f"use one of {', '.join(schema.entity_classes)}")
        for document, called in forms.items():
            for form in called:
                item = Item(cls, document, form)
                if items.setdefault(item, f"{cls} {name}") != f"{cls} {name}":
                    raise ReadError(f"{form} of {document} is in two entities, {items[item]} and {cls} {name}", where=path)
    return items


def evaluate_clusters(graph: Graph, gold: Mapping[Item, str]) -> ClusterEvaluation:
    """Compare a graph's nodes with gold clusters.

    :param graph: a store's union; read only
    """
    nodes = _Nodes(graph)
    system = {item: node for item in gold if (node := nodes.of(item)) is not None}
    known = {item: gold[item] for item in system}
    missing = tuple(sorted(gold.keys() - system.keys()))
    everything: dict[Item, Hashable] = {item: system.get(item, item) for item in gold}
    classes = sorted({item.cls for item in known})
    return ClusterEvaluation(
        bcubed(known, system), bcubed(gold, everything), len(set(gold.values())),
        {cls: bcubed(_of_class(known, cls), _of_class(system, cls))
         for cls in classes},
        tuple(_together(known, system)), tuple(_apart(known, system)), missing)


def _of_class(side: Mapping[Item, str], cls: str) -> dict[Item, str]:
    return {item: cluster for item, cluster in side.items() if item.cls == cls}


def _together(gold: Mapping[Item, str], system: Mapping[Item, str]) -> Iterator[str]:
    held: dict[str, set[str]] = defaultdict(set)
    for item, node in system.items():
        held[node].add(gold[item])
    for node, entities in sorted(held.items()):
        if len(entities) > 1:
            yield f"{names.local(node)} holds {', '.join(sorted(entities))}"


def _apart(gold: Mapping[Item, str], system: Mapping[Item, str]) -> Iterator[str]:
    spread: dict[str, set[str]] = defaultdict(set)
    for item, entity in gold.items():
        spread[entity].add(names.local(system[item]))
    for entity, nodes in sorted(spread.items()):
        if len(nodes) > 1:
            yield f"{entity} is {', '.join(sorted(nodes))}"


class _Nodes:
    """The nodes of each document by class and name."""

    def __init__(self, graph: Graph):
        self._graph = graph
        self._identifiers = documents(graph)
        self._of: dict[str, dict[tuple[str, str], str]] = {}

    def of(self, item: Item) -> str | None:
        """The node that a document calls so: the one that prefers the name, else one that has it as another name."""
        if item.document not in self._of:
            identifier = identifier_of(item.document, self._identifiers)
            self._of[item.document] = {} if identifier is None else self._named_in(self._identifiers[identifier])
        return self._of[item.document].get((item.cls, normal(item.form)))

    def _named_in(self, document: str) -> dict[tuple[str, str], str]:
        mentioned = self._graph.quads_for_pattern(None, NamedNode(names.term("mentionedIn")), NamedNode(document), None)
        iris = sorted({text_of(quad.subject) for quad in mentioned})
        found: dict[tuple[str, str], str] = {}
        for label in ("prefLabel", "altLabel"):
            for iri in iris:
                for cls in self._classes(iri):
                    for name in self._values(iri, names.PREFIXES["skos"] + label):
                        found.setdefault((cls, normal(name)), iri)
        return found

    def _classes(self, iri: str) -> list[str]:
        return [names.local(kind) for kind in self._values(iri, names.PREFIXES["rdf"] + "type") if kind.startswith(names.ONTOLOGY)]

    def _values(self, iri: str, predicate: str) -> list[str]:
        return [text_of(quad.object) for quad in self._graph.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None, None)]


def clusters_as_text(evaluation: ClusterEvaluation, *, misses: bool = False) -> str:
    """Write the figures as a table.

    :param misses: with a line in front for each thing that is wrong, tab-separated: kind, what
    """
    lines = []
    if misses:
        lines += [f"together\t{line}" for line in evaluation.together] + [f"apart\t{line}" for line in evaluation.apart]
        lines += [f"no node\t{item.document}\t{item.cls} {item.form}" for item in evaluation.missing]
    lines.append(f"{'B-cubed':20}{'precision':>10}{'recall':>9}{'F1':>8}{'items':>8}")
    rows = [("found", evaluation.found), *((f"found/{cls}", of) for cls, of in evaluation.by_class.items()), ("all", evaluation.all)]
    lines += [f"{key:20}{of.precision:10.4f}{of.recall:9.4f}{of.f1:8.4f}{of.items:8}" for key, of in rows]
    lines.append(f"entities {evaluation.entities}; of {evaluation.all.items} items {len(evaluation.missing)} have no node")
    return "\n".join(lines) + "\n"


def clusters_as_json(evaluation: ClusterEvaluation, *, misses: bool = False) -> str:
    """Write the figures as JSON."""
    def figures(of: Agreement) -> dict[str, float | int]:
        return {"precision": round(of.precision, 4), "recall": round(of.recall, 4), "f1": round(of.f1, 4), "items": of.items}

    content: dict[str, object] = {"entities": evaluation.entities, "found": figures(evaluation.found), "all": figures(evaluation.all),
                                  "by_class": {cls: figures(of) for cls, of in evaluation.by_class.items()}}
    if misses:
        content |= {"together": list(evaluation.together), "apart": list(evaluation.apart),
                    "missing": [[item.document, item.cls, item.form] for item in evaluation.missing]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
