"""Of a store: takes a store and what of it is wanted, gives the page. What the command and the library call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.draw.evidence import with_evidence
from kg.draw.explore import LIMIT, explore
from kg.errors import UsageError
from kg.network import network
from kg.read import issued_date
from kg.schema import Schema, load_schema
from kg.store import Store


def page_of(store: Store, *, around: str | None = None, depth: int | None = None, classes: Sequence[str] = (), since: str | None = None,
            until: str | None = None, question: str | None = None, parameters: Mapping[str, str] | None = None, limit: int = LIMIT,
            title: str | None = None, schema: Schema | None = None) -> str:
    """Make the page that explores a store's graph.

    :param around: only what is near the thing of this name
    :param depth: how many relations away from it, or from what a question gives; 1 and 0 if None
    :param classes: only things of these classes
    :param since: only what documents say that were issued on this day or later: YYYY-MM-DD, YYYY-MM or YYYY
    :param until: only what documents say that were issued on this day or earlier; a month or year is taken whole
    :param question: only what is in the answer to this named question
    :param parameters: of the question
    :param limit: how many things are shown first
    :returns: HTML; write it as UTF-8
    :raises UsageError: if a name, class, date or question can't be honoured, or nothing is left
    """
    if around is not None and question is not None:
        raise UsageError("a page is around a name or of a question, not both", hint="leave out one")
    schema = schema or load_schema()
    documents = _issued(store, since, until) if since or until else None
    whole = network(store.union, documents=documents, schema=schema)
    among = _answered(store, question, parameters or {}, schema) if question is not None else ()
    if question is not None and not any(node in whole for node in among):
        raise UsageError(f"the answer to {question} names nothing that can be drawn", hint="ask it with kg ask to see the answer")
    told = with_evidence(whole, store.union, schema, documents=documents)
    reach = depth if depth is not None else 1 if around is not None else 0
    return explore(told, around=around, among=among, depth=reach, classes=classes, limit=limit, title=title or question, schema=schema)


def _issued(store: Store, since: str | None, until: str | None) -> list[str]:
    """The documents issued in a span of time; those without a date are not."""
    first = issued_date(since) if since else ""
    last = issued_date(until) if until else "9999"
    found = [d.identifier for d in store.documents() if d.issued and d.issued >= first and d.issued[:len(last)] <= last]
    if not found:
        span = " ".join(part for part in (f"since {since}" if since else "", f"until {until}" if until else "") if part)
        raise UsageError(f"no document was issued {span}", hint="kg stats --documents tells when they were")
    return found


def _answered(store: Store, question: str, parameters: Mapping[str, str], schema: Schema) -> list[str]:
    """The nodes in the answer to a question and those that it was asked of, in order, each once."""
    from pyoxigraph import NamedNode

    from kg.ask import answer

    found = answer(store, question, parameters, limit=None, schema=schema)
    given = [value.term.strip("<>") for value in found.given.values()]
    return list(dict.fromkeys([*given, *(term.value for row in found.result.rows for term in row if isinstance(term, NamedNode))]))
