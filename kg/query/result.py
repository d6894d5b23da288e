"""What a query gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Triple

    Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query.

    ``rows`` come in the query's order if it has an ORDER BY, else sorted, so that the same graph gives the same answer;
    ``triples`` are sorted and each is there once.
    """

    form: str                                           # SELECT, ASK, CONSTRUCT or DESCRIBE
    variables: tuple[str, ...] = ()                     # of a SELECT, without their question marks, in its order
    rows: tuple[tuple[Term | None, ...], ...] = ()      # of a SELECT: one term for each variable, None where unbound
    triples: tuple[Triple, ...] = ()                    # of a CONSTRUCT or DESCRIBE
    answer: bool | None = None                          # of an ASK
    truncated: bool = False                             # more there were than the limit allowed
