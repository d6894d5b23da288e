"""Takes what a reader decides by hand about a store's nodes: checks it, records it beside the store, and brings the graph up to date.

A decision that can't be honoured is not recorded: the file is put back as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg import names
from kg.errors import KgError, UsageError
from kg.pipeline import load_knowledge, refresh, resolved
from kg.resolve import Decision, Resolution, decisions_path, record
from kg.resolve.names import fold
from kg.store import Store
from kg.store.lookup import Named, the_named


class Decider:
    """Decides about the nodes of a store.

    :param folder: of the store
    :param today: written beside each decision: YYYY-MM-DD
    :param gazetteer: the user's, that the store was built with
    :param aliases: the folder of the user's tables, that the store was built with
    """

    def __init__(self, folder: Path, today: str, gazetteer: Path | None = None, aliases: Path | None = None):
        self._folder, self._today, self._gazetteer, self._aliases = folder, today, gazetteer, aliases

    def merge(self, one: str, other: str) -> Named:
        """Make one thing of two; it keeps the name of the first.

        :param one: a name, or class and name: ``company:小鹏汽车``
        :returns: the node that they are now
        :raises UsageError: if a name means no node, or several, or the two can't be one
        """
        def decide(store: Store) -> tuple[Decision, str]:
            first, second = (the_named(store.union, name) for name in (one, other))
            if first.iri == second.iri:
                raise UsageError(f"{one} and {other} are one thing already: {first.short}")
            if _class(first, store) != _class(second, store):
                raise UsageError(f"{first.short} and {second.short} are of different classes", hint="only things of one class can be one")
            return Decision("merge", _class(first, store), _name(first), _name(second), "", self._today), first.iri

        return self._decide(decide)

    def split(self, name: str, document: str | None = None) -> Named:
        """Set apart what bears a name: in one document, or what any document calls so first.

        :param document: its identifier
        :returns: the node that it is now
        :raises UsageError: if nothing there is called so
        """
        def decide(store: Store) -> tuple[Decision, str]:
            cls, called = _called(store, name, document)
            return Decision("split", cls, called, "", document or "", self._today), ""

        return self._decide(decide)

    def rename(self, name: str, new: str) -> Named:
        """Give a node another best name.

        :raises UsageError: if the name means no node, or several, or is the new one
        """
        def decide(store: Store) -> tuple[Decision, str]:
            named, better = the_named(store.union, name), " ".join(new.split())
            if not better or better == named.label:
                raise UsageError(f"{named.short} is called {named.label}", hint="give it another name")
            return Decision("rename", _class(named, store), _name(named), better, "", self._today), named.iri

        return self._decide(decide)

    def _decide(self, decide: Callable[[Store], tuple[Decision, str]]) -> Named:
        path = decisions_path(self._folder)
        with Store.open(self._folder, write=True) as store:
            decision, iri = decide(store)
            before = path.read_bytes() if path.exists() else None
            record(path, [decision])
            try:
                knowledge = load_knowledge(self._gazetteer, self._aliases, self._folder)
                resolution = resolved(store, knowledge)
                if decision in resolution.unused:
                    raise UsageError(f"{decision.name} can't be told by that name alone", hint="kg explain shows what the node is made of")
                node = _node_of(decision, store, resolution, iri)
                refresh(store, knowledge, self._gazetteer, self._aliases)
            except (KgError, OSError):
                if before is None:
                    path.unlink()
                else:
                    path.write_bytes(before)
                raise
            return node


def _called(store: Store, name: str, document: str | None) -> tuple[str, str]:
    """The class of what bears a name, and the name as documents write it."""
    prefix, colon, rest = name.partition(":")
    wanted = fold(rest if colon and prefix in names.PREFIXES else name)
    prefix = prefix if colon and prefix in names.PREFIXES else ""
    if document is not None:
        store.document(document)                        # says so if the store does not hold it
    found = set()
    for identifier, entities in store.entities():
        for entity in entities if document in (None, identifier) else ():
            for called in entity.names if document is not None else entity.names[:1]:
                if fold(called) == wanted and prefix in ("", entity.cls.lower()):
                    found.add((entity.cls, called))
    classes = sorted({cls for cls, _ in found})
    if len(classes) > 1:
        raise UsageError(f"things of several classes are called {name}",
                         hint="say which: " + " ".join(f"{cls.lower()}:{name}" for cls in classes))
    if not found:
        where = f"in {document}" if document is not None else "by any document first"
        raise UsageError(f"nothing is called {name} {where}", hint="kg explain tells which documents call a thing by which names")
    return min(found)


def _node_of(decision: Decision, store: Store, resolution: Resolution, iri: str) -> Named:
    """The node that a decision is about, after it."""
    if decision.action != "split":
        node = resolution.at(iri) or resolution.at(dict(resolution.retired)[iri][0])
        assert node is not None             # it is there, or what stands in its place
        return Named(node.label, node.iri, True)
    for identifier, entities in store.entities():
        for entity in entities if decision.document in ("", identifier) else ():
            called = entity.names if decision.document else entity.names[:1]
            if entity.cls == decision.cls and fold(decision.name) in map(fold, called):
                node = resolution.node(identifier, entity)
                return Named(node.label, node.iri, True)
    raise UsageError(f"nothing is called {decision.name}")


def _class(named: Named, store: Store) -> str:
    """The class in a node's IRI, as the ontology writes it."""
    return named.iri.removeprefix(store.base).partition("/")[0].capitalize()


def _name(named: Named) -> str:
    """What tells a node from all others of its class."""
    return names.local(named.iri)
