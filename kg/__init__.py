"""parkkg: Chinese news and government reports, read into a graph of companies, parks, districts and projects.

Data flows one way::

    read       file        -> Document
    recognize  Document    -> Mention, Quantity, TimeSpan
    relate     those       -> Reading: entities, relations, observations, milestones, each with evidence
    resolve    Readings    -> Node: one thing, one node, across documents
    graph      all of it   -> quads of the contract
    store      quads and documents, on disk

and ``query``, ``ask``, ``profile``, ``ledger``, ``export``, ``diff``, ``publish``, ``draw``, ``serve`` and ``evaluate`` are readers of
the store. Nothing heavy is imported until it is used.

For Python users, :mod:`kg.library`::

    import kg

    kg.build(["corpus"], "kg-store")            # texts -> store
    graph = kg.open("kg-store")                 # ask it: graph.query(…), graph.show(…), graph.ledger(), graph.page()
    kg.read("小鹏汽车落户肇庆高新区。").facts      # one text, no store
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.version import VERSION as __version__

if TYPE_CHECKING:
    from kg import read
    from kg.errors import KgError
    from kg.library import Answer, Fact, Graph, Name, Text
    from kg.library import open_graph as open
    from kg.pipeline import Report, build

__all__ = ["Answer", "Fact", "Graph", "KgError", "Name", "Report", "Text", "__version__", "build", "open", "read"]

# Where each public name lives; imported when it is first used.
_HOMES = {
    "Answer": "kg.library", "Fact": "kg.library", "Graph": "kg.library", "KgError": "kg.errors", "Name": "kg.library",
    "Report": "kg.pipeline", "Text": "kg.library", "build": "kg.pipeline", "open": "kg.library",
}
_INSIDE = {"open": "open_graph"}        # names that would hide a built-in where they are made


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "read":                  # the stage, which also answers a call
        return import_module("kg.read")
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), _INSIDE.get(name, name))


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
