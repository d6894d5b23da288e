"""Takes the shapes of the ontology and triples; gives what breaks a shape. Fast enough to look at all that a build adds.

Shapes are compiled once, into tests of values and of their number, from the core of SHACL: pySHACL reads any shape, at twenty times the
price. What the shapes say that is not compiled is listed in :attr:`Shapes.unchecked`. pySHACL is the judge in the tests.

:source: W3C Recommendation «Shapes Constraint Language (SHACL)», 2017, chapters 2 to 4
"""

from kg.shacl.data import Data
from kg.shacl.shapes import Result, Shapes, load_shapes

__all__ = ["Data", "Result", "Shapes", "load_shapes"]
