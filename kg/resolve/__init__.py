"""Takes the entities of all documents; gives nodes: one thing, one node.

``resolve(readings, ...)`` returns a :class:`Resolution`, which leads from an entity of a document to its node.
"""

from kg.resolve.resolution import Resolution, resolve
from kg.resolve.table import Pair, read_pairs

__all__ = ["Pair", "Resolution", "read_pairs", "resolve"]
