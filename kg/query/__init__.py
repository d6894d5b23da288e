"""Takes a graph and a SPARQL query, gives a :class:`Result`: rows, a yes or no, or triples.

Nothing is fetched and nothing is changed: queries that would are refused before they run.
"""

from kg.query.formats import FORMATS, write
from kg.query.result import Result
from kg.query.run import run

__all__ = ["FORMATS", "Result", "run", "write"]
