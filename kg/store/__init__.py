"""Takes documents, their readings and the quads made from them; keeps them in a folder, and gives them back.

``Store.open(folder)`` opens one for reading, ``Store.open(folder, write=True, create=True)`` for building.
"""

from kg.store.pack import StoredDocument
from kg.store.store import Store

__all__ = ["Store", "StoredDocument"]
