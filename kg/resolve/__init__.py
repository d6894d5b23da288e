"""Takes the entities of all documents; gives nodes: one thing, one node.

``resolve(readings, ...)`` returns a :class:`Resolution`, which leads from an entity of a document to its node.
"""

from kg.resolve.decisions import Decision, Decisions, decisions_path, read_decisions, record
from kg.resolve.explain import Explanation, explain, replay
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.joining import Step
from kg.resolve.resolution import Possible, Resolution, resolve
from kg.tables import Pair, read_pairs

__all__ = [
    "Decision", "Decisions", "Explanation", "Gazetteer", "Pair", "Possible", "Resolution", "Step", "decisions_path", "explain",
    "read_decisions", "read_pairs", "record", "replay", "resolve",
]
