"""parkkg: Chinese news and government reports, read into a graph of companies, parks, districts and projects.

Data flows one way::

    read       file        -> Document
    recognize  Document    -> Mention, Quantity, TimeSpan
    relate     those       -> Reading: entities, relations, observations, milestones, each with evidence
    resolve    Readings    -> Node: one thing, one node, across documents
    graph      all of it   -> quads of the contract
    store      quads and documents, on disk

and ``query``, ``ask``, ``ledger``, ``export``, ``publish``, ``draw``, ``serve`` and ``evaluate`` are readers of the store. Nothing heavy is imported until it is used.
"""

from kg.version import VERSION as __version__

__all__ = ["__version__"]
