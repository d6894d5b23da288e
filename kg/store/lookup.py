"""From a name to the nodes that bear it."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import names
from kg.errors import UsageError
from kg.rdf import language_of, text_of
from kg.resolve.names import fold

if TYPE_CHECKING:
    from kg.store.part import Graph

# Fewer and less similar names are no help to who mistyped one.
_CLOSE, _SIMILAR = 8, 0.5


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A node under one of its names."""

    label: str          # its preferred name
    iri: str
    preferred: bool     # whether the name that was asked for is the preferred one

    @property
    def short(self) -> str:
        """The node in one word that :func:`find_named` takes for it alone: ``park:肇庆高新区``."""
        return short(self.iri)


def short(iri: str) -> str:
    """A node's IRI with the prefix of its class, readable."""
    prefix = next((p for p, namespace in names.PREFIXES.items() if p and iri.startswith(namespace) and "/" not in iri[len(namespace):]), "")
    return f"{prefix}:{names.local(iri)}" if prefix else iri


def the_named(graph: Graph, name: str, classes: Collection[str] = ()) -> Named:
    """Find the one node that a name means.

    :param graph: a store's union
    :param name: as for :func:`find_named`
    :param classes: which it may have; all if empty
    :raises UsageError: if it means none or several; says which names would do
    """
    found = find_named(graph, name, classes)
    if len(found) == 1:
        return found[0]
    kind = f" as {' or '.join(classes)}" if classes else ""
    if found:
        raise UsageError(f"{len(found)} things are called {name}{kind}", hint="say which: " + " ".join(named.short for named in found))
    close = close_names(graph, name, classes)
    hint = "did you mean " + ", ".join(close) if close else "kg stats tells what it holds"
    other = find_named(graph, name) if classes else []
    if other:
        it_is = " and ".join(named.short for named in other)
        raise UsageError(f"{name} is no {' or '.join(classes)}, but {it_is}", hint=hint if close else None)
    raise UsageError(f"nothing in the graph is called {name}{kind}", hint=hint)


def find_named(graph: Graph, name: str, classes: Collection[str] = ()) -> list[Named]:
    """Find the nodes that a name means.

    :param graph: a store's union
    :param name: a preferred or other name, compared without width, case and spacing; or ``class:name``; or an IRI
    :param classes: which they may have, by local name; all if empty
    :returns: sorted; those that prefer the name if there are any, else those that have it as another name
    """
    exact = _by_iri(graph, name)
    if exact is not None:
        return [exact] if _is_of(graph, exact.iri, classes) else []
    wanted = fold(name)
    found = [Named(label, iri, preferred) for iri, label, called, preferred in _names(graph)
             if fold(called) == wanted and _is_of(graph, iri, classes)]
    best = [named for named in found if named.preferred]
    return sorted(set(best or found))


def close_names(graph: Graph, name: str, classes: Collection[str] = ()) -> list[str]:
    """Names in the graph that resemble one, the most similar first: those that hold it or are held by it, then others."""
    wanted = fold(name)
    known = sorted({called for iri, _, called, _ in _names(graph) if _is_of(graph, iri, classes)})
    inside = sorted((called for called in known if wanted in fold(called) or (len(called) > 1 and fold(called) in wanted)),
                    key=lambda called: (abs(len(called) - len(name)), called))
    similar = difflib.get_close_matches(name, known, _CLOSE, _SIMILAR)
    return list(dict.fromkeys([*inside, *similar]))[:_CLOSE]


def _is_of(graph: Graph, iri: str, classes: Collection[str]) -> bool:
    """Whether a node has one of some classes; true if none are named."""
    from pyoxigraph import NamedNode

    if not classes:
        return True
    types = graph.quads_for_pattern(NamedNode(iri), NamedNode(names.PREFIXES["rdf"] + "type"), None)
    return any(text_of(quad.object) == names.term(cls) for quad in types for cls in classes)


def _by_iri(graph: Graph, name: str) -> Named | None:
    """The node that is given by its IRI, or by class and name."""
    from pyoxigraph import NamedNode

    prefix, colon, rest = name.partition(":")
    iri = names.PREFIXES[prefix] + names.segment(rest) if colon and prefix in names.PREFIXES else name
    if not iri.startswith(("http://", "https://")) or any(c in ' <>"{}|^`\\' for c in iri):
        return None
    for at in (iri, *_replacements(graph, iri)):
        label = NamedNode(names.PREFIXES["skos"] + "prefLabel")
        called = [quad.object for quad in graph.quads_for_pattern(NamedNode(at), label, None)]
        found = sorted(text_of(term) for term in called if language_of(term) == "zh")
        if found:
            return Named(found[0], at, True)
    return None


def _replacements(graph: Graph, iri: str) -> list[str]:
    """The IRI that stands in the place of one that is no longer in use; none if there are several."""
    from pyoxigraph import NamedNode

    predicate = NamedNode(names.PREFIXES["dcterms"] + "isReplacedBy")
    found = sorted(text_of(quad.object) for quad in graph.quads_for_pattern(NamedNode(iri), predicate, None))
    return found if len(found) == 1 else []


def _names(graph: Graph) -> Iterator[tuple[str, str, str, bool]]:
    """Every name of every entity: IRI, preferred name, name, whether it is the preferred one."""
    from pyoxigraph import NamedNode

    labels = {}
    entity = names.PREFIXES["pk"] + "mentionedIn"
    mentioned = {text_of(quad.subject) for quad in graph.quads_for_pattern(None, NamedNode(entity), None)}
    for quad in graph.quads_for_pattern(None, NamedNode(names.PREFIXES["skos"] + "prefLabel"), None):
        iri, name = text_of(quad.subject), text_of(quad.object)
        if iri in mentioned:
            labels[iri] = name
            yield iri, name, name, True
    for quad in graph.quads_for_pattern(None, NamedNode(names.PREFIXES["skos"] + "altLabel"), None):
        iri = text_of(quad.subject)
        if iri in labels:
            yield iri, labels[iri], text_of(quad.object), False
