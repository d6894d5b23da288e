"""Takes the mentions of one document, gives its entities: one for each thing, by names, composition and the alias table.

Across documents things are told apart and joined in :mod:`kg.resolve`.
"""

from kg.relate.entities.coreference import Coreference
from kg.relate.entities.keys import key_of

__all__ = ["Coreference", "key_of"]
