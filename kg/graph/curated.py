"""Curated facts, from ``ontology/curated/facts.ttl``: those about things that the documents speak of.

The file states relations as the statements of the contract, with ``prov:wasDerivedFrom``, values (a listing code, a credit code) as plain
triples, and links to Wikidata; it names things as the graph does. They go into the named graph ``…/graph/curated``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg import names
from kg.errors import SchemaError
from kg.graph.terms import concept, decimal, vocabulary
from kg.rdf import Term, as_term, text_of
from kg.resolve import Resolution
from kg.schema import Schema

GRAPH = "graph/curated"
_LINKS = ("skos:exactMatch", "owl:sameAs")
_WIKIDATA = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class CuratedRelation:
    """A relation that is known beside the documents."""

    subject: tuple[str, str]        # class and name
    predicate: str
    object: tuple[str, str]
    modality: str
    confidence: Decimal
    sources: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class CuratedValue:
    """A value that is known of a thing."""

    subject: tuple[str, str]
    predicate: str
    value: Literal


@dataclass(frozen=True, slots=True)
class CuratedLink:
    """The same thing in another data set."""

    subject: tuple[str, str]
    predicate: str                  # skos:exactMatch, owl:sameAs
    target: NamedNode


@dataclass(frozen=True, slots=True)
class CuratedFacts:
    """All that a file says."""

    relations: tuple[CuratedRelation, ...] = ()
    values: tuple[CuratedValue, ...] = ()
    sources: tuple[Triple, ...] = ()        # what is said of the sources themselves
    links: tuple[CuratedLink, ...] = ()

    def __add__(self, other: CuratedFacts) -> CuratedFacts:
        return CuratedFacts(self.relations + other.relations, self.values + other.values, self.sources + other.sources, self.links + other.links)


Described = dict[NamedNode | BlankNode, dict[str, list]]


def read_facts(path: Path, schema: Schema) -> CuratedFacts:
    """Read a Turtle file of facts; a missing file has none.

    :raises SchemaError: if the file is not Turtle, or a statement is incomplete, or says what the ontology forbids
    """
    if not path.exists():
        return CuratedFacts()
    try:
        triples = list(parse(path=str(path), format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise SchemaError(f"is not Turtle: {error.msg}", where=f"{path}:{error.lineno}") from error
    except OSError as error:
        raise SchemaError(f"can't be read: {error}", where=path) from error
    described: Described = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        described[triple.subject][triple.predicate.value].append(triple.object)
    statements = [d for d in described.values() if concept("Statement") in d[vocabulary("rdf:type").value]]
    relations = tuple(_relation(statement, schema, path) for statement in statements)
    used = {source for relation in relations for source in relation.sources}
    return CuratedFacts(relations, tuple(_values(triples, schema, path)), tuple(t for t in triples if t.subject in used),
                        tuple(_links(triples, schema, path)))


def _values(triples: Iterable[Triple], schema: Schema, path: Path) -> Iterator[CuratedValue]:
    """Values of properties that the ontology defines; others are left out, for the shapes would not know them."""
    starts = tuple(f"{names.BASE}{cls.lower()}/" for cls in schema.entity_classes)
    for triple in triples:
        if isinstance(triple.object, Literal) and isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(starts):
            predicate = names.local(triple.predicate.value)
            if triple.predicate.value == names.term(predicate) and predicate in schema.properties:
                if predicate == "creditCode":
                    _check_credit_code(triple.object.value, triple.subject.value, path)
                yield CuratedValue(_class_and_name(triple.subject, schema, path), predicate, triple.object)


def _check_credit_code(code: str, subject: str, path: Path) -> None:
    """:raises SchemaError: if the last character does not check the others"""
    from stdnum.cn import uscc

    if not uscc.is_valid(code):
        raise SchemaError(f"{unquote(subject.rsplit('/', 1)[-1])} has the credit code {code}, whose check character is wrong", where=path,
                          hint="compare it with the register")


def _links(triples: Iterable[Triple], schema: Schema, path: Path) -> Iterator[CuratedLink]:
    """Links to Wikidata.

    :raises SchemaError: if one leads elsewhere
    """
    for triple in triples:
        predicate = next((name for name in _LINKS if triple.predicate == vocabulary(name)), None)
        if predicate is not None:
            if not isinstance(triple.object, NamedNode) or not _WIKIDATA.fullmatch(triple.object.value):
                raise SchemaError(f"{text_of(triple.object)} is no item of Wikidata", where=path, hint="write http://www.wikidata.org/entity/Q and its number")
            yield CuratedLink(_class_and_name(as_term(triple.subject), schema, path), predicate, triple.object)


def _relation(statement: dict[str, list], schema: Schema, path: Path) -> CuratedRelation:
    def one(name: str, default: Term | None = None) -> Term:
        values = statement.get(vocabulary(name).value) or ([default] if default is not None else [])
        if len(values) != 1:
            raise SchemaError(f"a statement has {len(values)} {name}", where=path, hint="give it exactly one")
        return values[0]

    subject, object_ = (_class_and_name(one(name), schema, path) for name in ("rdf:subject", "rdf:object"))
    predicate = names.local(one("rdf:predicate").value)
    sources = tuple(statement.get(vocabulary("prov:wasDerivedFrom").value, ()))
    if not sources:
        raise SchemaError(f"{subject[1]} {predicate} {object_[1]} has no prov:wasDerivedFrom", where=path,
                          hint="say where it is known from")
    schema.check_relation(subject[0], predicate, object_[0])
    confidence = Decimal(one("pk:confidence", Literal("1")).value)
    return CuratedRelation(subject, predicate, object_, names.local(one("pk:modality", concept("Actual")).value), confidence, sources)


def _class_and_name(node: Term, schema: Schema, path: Path) -> tuple[str, str]:
    classes = {cls.lower(): cls for cls in schema.entity_classes}
    kind, _, name = node.value.removeprefix(names.BASE).partition("/")
    if not node.value.startswith(names.BASE) or kind not in classes or not name:
        raise SchemaError(f"{node.value} names no entity", where=path, hint="name it as the graph does: company:宁德时代")
    return classes[kind], unquote(name)


def quads(facts: CuratedFacts, resolution: Resolution, schema: Schema, *, base: str = names.BASE) -> Iterator[Quad]:
    """Give the facts whose things are nodes, and their sources; a relation between a node and itself is none."""
    graph = NamedNode(base + GRAPH)
    used: set[Term] = set()
    for relation in facts.relations:
        subject, object_ = (resolution.called(cls, name) for cls, name in (relation.subject, relation.object))
        if subject is not None and object_ is not None and subject != object_:
            used.update(relation.sources)
            yield from _statement(relation, [subject.iri, object_.iri], schema, base, graph)
    for value in facts.values:
        node = resolution.called(*value.subject)
        if node is not None:
            yield Quad(NamedNode(node.iri), concept(value.predicate), value.value, graph)
    for link in facts.links:
        node = resolution.called(*link.subject)
        if node is not None:
            yield Quad(NamedNode(node.iri), vocabulary(link.predicate), link.target, graph)
    for triple in facts.sources:
        if triple.subject in used:
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _statement(relation: CuratedRelation, ends: list[str], schema: Schema, base: str, graph: NamedNode) -> Iterator[Quad]:
    if schema.relations[relation.predicate].symmetric:
        ends = sorted(ends)
    yield from statement((ends[0], relation.predicate, ends[1]), relation.modality, relation.confidence, relation.sources, base, graph)


def statement(said: tuple[str, str, str], modality: str, confidence: Decimal, sources: Iterable[Term], base: str, graph: NamedNode) -> Iterator[Quad]:
    """Give a relation that is known beside the documents, as a plain triple and a statement of its own: it has sources, and no evidence.

    :param said: IRI of the subject, local name of the relation, IRI of the object
    """
    subject, predicate, object_ = NamedNode(said[0]), concept(said[1]), NamedNode(said[2])
    if modality == "Actual":
        yield Quad(subject, predicate, object_, graph)
    node = NamedNode(names.digest("statement", "curated", *said, modality, base=base))
    yield Quad(node, vocabulary("rdf:type"), concept("Statement"), graph)
    yield Quad(node, vocabulary("rdf:type"), vocabulary("rdf:Statement"), graph)
    yield Quad(node, vocabulary("rdf:subject"), subject, graph)
    yield Quad(node, vocabulary("rdf:predicate"), predicate, graph)
    yield Quad(node, vocabulary("rdf:object"), object_, graph)
    yield Quad(node, vocabulary("pk:modality"), concept(modality), graph)
    yield Quad(node, vocabulary("pk:confidence"), decimal(confidence), graph)
    for source in sources:
        yield Quad(node, vocabulary("prov:wasDerivedFrom"), source, graph)
