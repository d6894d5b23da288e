"""Triples, indexed by subject and predicate, and by class."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, Triple

from kg.names import PREFIXES
from kg.rdf import Term, as_term

_TYPE, _SUBCLASS = NamedNode(PREFIXES["rdf"] + "type"), NamedNode(PREFIXES["rdfs"] + "subClassOf")
_NOTHING: dict[NamedNode, dict[Term, None]] = {}


class Data:
    """A graph to be checked; a triple that comes more than once counts once."""

    def __init__(self, triples: Iterable[Triple | Quad] = ()):
        self.subjects: dict[Term, dict[NamedNode, dict[Term, None]]] = {}
        self.add(triples)

    def add(self, triples: Iterable[Triple | Quad]) -> None:
        """Add triples, or those of quads."""
        subjects = self.subjects
        for triple in triples:
            subjects.setdefault(as_term(triple.subject), {}).setdefault(triple.predicate, {})[as_term(triple.object)] = None

    def of(self, node: Term) -> dict[NamedNode, dict[Term, None]]:
        """The values of a node, by predicate."""
        return self.subjects.get(node, _NOTHING)

    def values(self, node: Term, predicate: NamedNode) -> Iterable[Term]:
        """The values of a node's property."""
        return self.of(node).get(predicate, ())

    def is_a(self, node: Term, cls: NamedNode) -> bool:
        """Whether a node is of a class, or of a subclass of it that the data tell of."""
        types = self.of(node).get(_TYPE, _NOTHING)
        return cls in types or any(self._below(kind, cls, set()) for kind in types)

    def _below(self, kind: Term, cls: NamedNode, seen: set[Term]) -> bool:
        above = self.of(kind).get(_SUBCLASS, ())
        seen.add(kind)
        return cls in above or any(self._below(other, cls, seen) for other in above if other not in seen)

    def by_class(self) -> dict[Term, list[Term]]:
        """The nodes of each class, those of its subclasses too."""
        found: dict[Term, dict[Term, None]] = {}
        for node, properties in self.subjects.items():
            waiting = list(properties.get(_TYPE, ()))
            seen = set(waiting)
            while waiting:
                cls = waiting.pop()
                found.setdefault(cls, {})[node] = None
                for above in self.of(cls).get(_SUBCLASS, ()):
                    if above not in seen:
                        seen.add(above)
                        waiting.append(above)
        return {cls: list(nodes) for cls, nodes in found.items()}
