"""Takes documents, their readings and the resolution of their entities; gives the quads of the contract.

What a document says stands in the named graph of its IRI, what things are called in ``…/graph/entities``, and what
is known beside all documents in ``…/graph/curated``.
"""

from kg.graph.dataset import dataset
from kg.graph.document import quads

__all__ = ["dataset", "quads"]
