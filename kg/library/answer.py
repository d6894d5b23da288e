"""The answer to a query as Python values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from kg import names
from kg.library.frame import frame, html
from kg.query.result import Result

if TYPE_CHECKING:
    import pandas
    from pyoxigraph import Triple

    from kg.rdf import Term

Value = str | int | Decimal | bool | date | None
_XSD = names.PREFIXES["xsd"]
_INTEGERS = frozenset(_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger"))


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under the query's variables; of a CONSTRUCT or DESCRIBE, triples under subject, predicate, object."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool = False         # there is more than the limit allowed

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def frame(self) -> pandas.DataFrame:
        """The rows as a pandas frame.

        :raises UsageError: if pandas is not installed
        """
        return frame(self.columns, self.rows)

    def _repr_html_(self) -> str:
        return html(self.columns, self.rows)


def answer_of(result: Result) -> Answer | bool:
    """Turn a result into Python values; a yes or no is a bool."""
    if result.form == "ASK":
        return bool(result.answer)
    if result.form == "SELECT":
        return Answer(result.variables, tuple(tuple(map(value, row)) for row in result.rows), result.truncated)
    triples = tuple((value(t.subject), value(t.predicate), value(t.object)) for t in result.triples)
    return Answer(("subject", "predicate", "object"), triples, result.truncated)


def value(term: Term | Triple | None) -> Value:
    """Give a term as Python has it: numbers, dates and truth values by their datatype, nodes as prefixed names, the rest as text.

    >>> from pyoxigraph import Literal, NamedNode
    >>> value(Literal("宁德时代", language="zh")), value(Literal(3)), value(NamedNode("https://w3id.org/parkkg/id/company/宁德时代"))
    ('宁德时代', 3, 'company:宁德时代')
    """
    from pyoxigraph import Literal, NamedNode

    from kg.export.prefixed import shorten

    if term is None:
        return None
    if isinstance(term, NamedNode):
        return shorten(term.value)
    if not isinstance(term, Literal):
        return str(term)
    kind = term.datatype.value
    try:
        if kind in _INTEGERS:
            return int(term.value)
        if kind == _XSD + "decimal":
            return Decimal(term.value)
        if kind == _XSD + "boolean":
            return term.value in ("true", "1")
        if kind == _XSD + "date":
            return date.fromisoformat(term.value)
    except (ValueError, InvalidOperation):      # a literal that is not of its datatype is text
        pass
    return term.value
