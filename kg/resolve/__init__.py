"""Takes the entities of all documents; gives nodes: one thing, one node.

``resolve(readings, ...)`` returns a :class:`Resolution`, which leads from an entity of a document to its node.
"""

from kg.resolve.decisions import Decision, Decisions, decisions_path, read_decisions, record
from kg.resolve.explain import Explanation, explain, replay
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.resolution import Possible, Resolution, Step, resolve
from kg.resolve.table import Change, Pair, Tables, read_changes, read_pairs, read_tables

__all__ = [
    "Change", "Decision", "Decisions", "Explanation", "Gazetteer", "Pair", "Possible", "Resolution", "Step", "Tables", "decisions_path", "explain", "read_changes",
    "read_decisions", "read_pairs", "read_tables", "record", "replay", "resolve",
]
