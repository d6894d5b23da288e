"""Curated facts, from ``ontology/curated/facts.ttl``: those between things that the documents speak of.

The file states each as a triple between instances, named as the graph names them, and as a statement of the contract with
``prov:wasDerivedFrom``. They go into the named graph ``…/graph/curated``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg import names
from kg.errors import SchemaError
from kg.graph.terms import concept, decimal, vocabulary
from kg.resolve import Resolution
from kg.schema import Schema

GRAPH = "graph/curated"


@dataclass(frozen=True, slots=True)
class CuratedFact:
    """A relation that is known beside the documents."""

    subject: tuple[str, str]        # class and name
    predicate: str
    object: tuple[str, str]
    modality: str
    confidence: Decimal
    sources: tuple[NamedNode | Literal, ...]


def read_facts(path: Path, schema: Schema) -> tuple[CuratedFact, ...]:
    """Read the statements of a Turtle file; a missing file has none.

    :raises SchemaError: if the file is not Turtle, or a statement is incomplete, or says what the ontology forbids
    """
    if not path.exists():
        return ()
    described: dict[object, dict[str, list]] = defaultdict(lambda: defaultdict(list))
    try:
        for triple in parse(path=str(path), format=RdfFormat.TURTLE):
            described[triple.subject][triple.predicate.value].append(triple.object)
    except SyntaxError as error:
        raise SchemaError(f"is not Turtle: {error.msg}", where=f"{path}:{error.lineno}") from error
    except OSError as error:
        raise SchemaError(f"can't be read: {error}", where=path) from error
    statements = [d for d in described.values() if concept("Statement") in d[vocabulary("rdf:type").value]]
    return tuple(_fact(statement, schema, path) for statement in statements)


def _fact(statement: dict[str, list], schema: Schema, path: Path) -> CuratedFact:
    def one(name: str, default: NamedNode | Literal | None = None) -> NamedNode | Literal:
        values = statement.get(vocabulary(name).value) or ([default] if default is not None else [])
        if len(values) != 1:
            raise SchemaError(f"a statement has {len(values)} {name}", where=path, hint="give it exactly one")
        return values[0]

    subject, object_ = (_class_and_name(one(name), schema, path) for name in ("rdf:subject", "rdf:object"))
    predicate = names.local(one("rdf:predicate").value)
    sources = tuple(statement.get(vocabulary("prov:wasDerivedFrom").value, ()))
    if not sources:
        raise SchemaError(f"{subject[1]} {predicate} {object_[1]} has no prov:wasDerivedFrom", where=path, hint="say where it is known from")
    schema.check_relation(subject[0], predicate, object_[0])
    confidence = Decimal(one("pk:confidence", Literal("1")).value)
    return CuratedFact(subject, predicate, object_, names.local(one("pk:modality", concept("Actual")).value), confidence, sources)


def _class_and_name(node: NamedNode | Literal, schema: Schema, path: Path) -> tuple[str, str]:
    classes = {cls.lower(): cls for cls in schema.entity_classes}
    kind, _, name = node.value.removeprefix(names.BASE).partition("/")
    if not node.value.startswith(names.BASE) or kind not in classes or not name:
        raise SchemaError(f"{node.value} names no entity", where=path, hint="name it as the graph does: company:宁德时代")
    return classes[kind], unquote(name)


def quads(facts: Iterable[CuratedFact], resolution: Resolution, schema: Schema, *, base: str = names.BASE) -> Iterator[Quad]:
    """Give the facts whose two things are nodes; one between a node and itself is none."""
    graph = NamedNode(base + GRAPH)
    for fact in facts:
        nodes = [resolution.called(cls, name) for cls, name in (fact.subject, fact.object)]
        if None in nodes or nodes[0] == nodes[1]:
            continue
        ends = [node.iri for node in nodes]
        if schema.relations[fact.predicate].symmetric:
            ends.sort()
        subject, predicate, object_ = NamedNode(ends[0]), concept(fact.predicate), NamedNode(ends[1])
        # Its own statement, beside those of documents: it has a source, and no evidence.
        statement = NamedNode(names.digest("statement", "curated", ends[0], fact.predicate, ends[1], fact.modality, base=base))
        if fact.modality == "Actual":
            yield Quad(subject, predicate, object_, graph)
        yield Quad(statement, vocabulary("rdf:type"), concept("Statement"), graph)
        yield Quad(statement, vocabulary("rdf:type"), vocabulary("rdf:Statement"), graph)
        yield Quad(statement, vocabulary("rdf:subject"), subject, graph)
        yield Quad(statement, vocabulary("rdf:predicate"), predicate, graph)
        yield Quad(statement, vocabulary("rdf:object"), object_, graph)
        yield Quad(statement, vocabulary("pk:modality"), concept(fact.modality), graph)
        yield Quad(statement, vocabulary("pk:confidence"), decimal(fact.confidence), graph)
        for source in fact.sources:
            yield Quad(statement, vocabulary("prov:wasDerivedFrom"), source, graph)
