"""RDF terms of the graph: vocabulary, literals in their canonical form."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from kg.names import PREFIXES, term

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"\d{4}")


@lru_cache(maxsize=None)
def vocabulary(name: str) -> NamedNode:
    """A term of a known vocabulary, by prefix and name: ``vocabulary("oa:exact")``. Unbounded cache: the names are in the code."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


@lru_cache(maxsize=None)
def concept(name: str) -> NamedNode:
    """A term of the ontology by its local name: ``concept("Company")``."""
    return NamedNode(term(name))


def chinese(text: str) -> Literal:
    return Literal(text, language="zh")


def decimal(value: Decimal) -> Literal:
    """A number as ``xsd:decimal``, never by way of a float.

    >>> decimal(Decimal("3.00E+10")).value, decimal(Decimal("20.50")).value, decimal(Decimal("-0.0")).value
    ('30000000000', '20.5', '0')
    """
    return Literal(plain(value), datatype=vocabulary("xsd:decimal"))


def plain(value: Decimal) -> str:
    """A number without exponent and without zeros that say nothing."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def integer(value: int) -> Literal:
    return Literal(str(value), datatype=vocabulary("xsd:integer"))


def day(edtf: str) -> Literal:
    """A date of the precision that it has: ``xsd:date``, ``xsd:gYearMonth``, ``xsd:gYear``, else a string."""
    if _DATE.fullmatch(edtf) and _exists(edtf):
        return Literal(edtf, datatype=vocabulary("xsd:date"))
    if _MONTH.fullmatch(edtf):
        return Literal(edtf, datatype=vocabulary("xsd:gYearMonth"))
    if _YEAR.fullmatch(edtf):
        return Literal(edtf, datatype=vocabulary("xsd:gYear"))
    return Literal(edtf)


def _exists(edtf: str) -> bool:
    try:
        date.fromisoformat(edtf)
    except ValueError:
        return False
    return True
