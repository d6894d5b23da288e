"""Looking at a graph one node at a time: the values of a property, labels, classes."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg import names
from kg.graph.terms import vocabulary
from kg.rdf import as_named
from kg.schema import Labelled, Schema
from kg.store.part import Graph


@dataclass(frozen=True, slots=True)
class Link:
    """A node by name."""

    iri: str
    label: str
    cls: str                # local name of its class; empty where it has none of the ontology's


@dataclass(frozen=True, slots=True)
class Words:
    """A label in both languages."""

    zh: str
    en: str


class Nodes:
    """A graph, asked for single nodes; answers are sorted, so that the same graph gives the same page.

    :param graph: a store's union
    """

    def __init__(self, graph: Graph, schema: Schema):
        self.graph, self.schema = graph, schema

    def values(self, subject: NamedNode, predicate: str) -> list:
        """The objects of a property, given as ``pk:evidence``."""
        return sorted((quad.object for quad in self.graph.quads_for_pattern(subject, vocabulary(predicate), None)), key=str)

    def value(self, subject: NamedNode, predicate: str) -> str:
        """The text of the first of them; empty if there is none."""
        return next((value.value for value in self.values(subject, predicate)), "")

    def node(self, subject: NamedNode, predicate: str) -> NamedNode | None:
        """The first of them that is a node."""
        return next((value for value in self.values(subject, predicate) if isinstance(value, NamedNode)), None)

    def subjects(self, predicate: str, object_: NamedNode) -> list[NamedNode]:
        """The nodes that have this value of a property."""
        return sorted((as_named(quad.subject) for quad in self.graph.quads_for_pattern(None, vocabulary(predicate), object_)), key=str)

    def texts(self, subject: NamedNode, predicate: str, language: str = "zh") -> list[str]:
        """The texts of a property in one language."""
        return [value.value for value in self.values(subject, predicate) if isinstance(value, Literal) and value.language == language]

    def label(self, node: NamedNode) -> str:
        """The Chinese name of a node, else the last part of its IRI."""
        return next(iter(self.texts(node, "skos:prefLabel")), names.local(node.value))

    def cls(self, node: NamedNode) -> str:
        """The class of an entity; empty for other nodes."""
        types = {names.local(value.value) for value in self.values(node, "rdf:type")}
        return next((cls for cls in self.schema.entity_classes if cls in types), "")

    def link(self, node: NamedNode) -> Link:
        """A node by name."""
        return Link(node.value, self.label(node), self.cls(node))


def words(concept: Labelled | None, name: str) -> Words:
    """The labels of a thing of the ontology; its name where it is none."""
    return Words(concept.label_zh, concept.label_en) if concept is not None else Words(name, name)
