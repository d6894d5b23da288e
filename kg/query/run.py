"""Runs a query over the union of a store's graphs."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from kg import names
from kg.errors import QueryError
from kg.query.describe import descriptions
from kg.query.parse import Query, parse
from kg.query.place import offset_of, query_error
from kg.query.result import Result
from kg.query.tokens import tokens
from kg.query.union import has_repeated_triples, merged
from kg.store.part import Graph

_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
# What the engine says of a query whose grammar is right and whose meaning is not; the rest are lists of what could follow.
_MEANING = re.compile(r"(The SELECT [^,\[]*[^,\[ ]|[^,\[]*already[^,\[]*|[^,\[]*not allowed[^,\[]*)")


def run(graph: Graph, sparql: str, *, union: Graph | None = None, timeout: float | None = None, limit: int | None = None) -> Result:
    """Run a SELECT, ASK, CONSTRUCT or DESCRIBE.

    The default graph of the query is the union of all graphs, each triple once; FROM and FROM NAMED choose among the graphs
    of the store. The prefixes of :data:`kg.names.PREFIXES` need not be declared; a query's own win. DESCRIBE gives what is
    said of a node, and the statements, observations and milestones about it with their evidence.

    :param graph: the named graphs; read only
    :param union: the same with each triple once and in the default graph, as :attr:`kg.store.Store.union` is; saves making it
        for queries that name no graph
    :param timeout: seconds after which to give up; the engine may go on in the background for a while
    :param limit: take no more rows or triples than this, the first that come; says so in ``Result.truncated``
    :raises QueryError: if the query is not well formed, with line and column in ``sparql``; if it would fetch or change
        something; if FROM names a graph that is not in the store; if it takes longer than ``timeout``
    """
    stop = threading.Event()

    def work() -> Result:
        return _result(evaluate(graph, sparql, union=union), limit, stop)

    return work() if timeout is None else _within(timeout, work, stop)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine gives, not yet looked at: rows and triples come as they are taken."""

    query: Query
    graph: Graph                                            # what was asked
    found: QueryBoolean | QuerySolutions | QueryTriples


def evaluate(graph: Graph, sparql: str, *, union: Graph | None = None, default_graphs: Sequence[str] = (),
             named_graphs: Sequence[str] = ()) -> Answer:
    """Start a query as :func:`run` does, and leave taking the results to the caller.

    :param default_graphs: IRIs of graphs whose union is the query's default graph, instead of what FROM says
    :param named_graphs: IRIs of the graphs that GRAPH sees, instead of what FROM NAMED says
    :raises QueryError: as :func:`run`; what goes wrong while results are taken is a RuntimeError or OSError of the engine
    """
    query = parse(sparql)
    given = bool(default_graphs or named_graphs)
    if given:
        query = replace(query, sources=tuple(default_graphs), named=tuple(named_graphs), needs_union=len(default_graphs) > 1)
    _check_graphs(graph, query)
    if union is not None and not (query.sources or query.named or query.names_graphs):
        graph, query = union, replace(query, needs_union=False)
    asked, options = _dataset(graph, query, given)
    return Answer(query, asked, _evaluate(asked, query, options))


def _result(evaluated: Answer, limit: int | None, stop: threading.Event) -> Result:
    query, graph, answer = evaluated.query, evaluated.graph, evaluated.found
    if isinstance(answer, QueryBoolean):
        return Result(query.form, answer=bool(answer))
    try:
        if isinstance(answer, QuerySolutions):
            return _rows(answer, query, limit, stop)
        return _triples(answer, graph, query, limit, stop)
    except (RuntimeError, OSError) as error:
        raise QueryError(f"the query failed while running: {error}") from error


def _evaluate(graph: Graph, query: Query, options: dict[str, Any]) -> QueryBoolean | QuerySolutions | QueryTriples:
    try:
        return graph.query(query.text, prefixes=names.PREFIXES, **options)
    except SyntaxError as error:
        raise _located(query.text, str(error)) from None
    except (RuntimeError, OSError) as error:
        raise QueryError(f"the query can't be run: {error}") from error


def _dataset(graph: Graph, query: Query, given: bool) -> tuple[Graph, dict[str, Any]]:
    """Choose what to ask: the graph, or a copy of its union where the engine would take repeated triples for several.

    :param given: whether the graphs to ask were given beside the query, and not by it
    """
    if query.needs_union and _repeats(graph, query):
        copy = merged(graph, query.sources, keep_named=query.names_graphs)
        return copy, {"default_graph": DefaultGraph(), "named_graphs": [NamedNode(iri) for iri in query.named] or None}
    if given:
        return graph, {"default_graph": [NamedNode(iri) for iri in query.sources], "named_graphs": [NamedNode(iri) for iri in query.named]}
    if query.sources or query.named:
        return graph, {}            # the engine honours FROM, unless it is told which graphs to take
    return graph, {"use_default_graph_as_union": True}


def _repeats(graph: Graph, query: Query) -> bool:
    """Whether the engine would take a triple of several graphs for several; a store has the union of all in its default graph."""
    if getattr(graph, "united", False):
        return bool(query.sources)
    return has_repeated_triples(graph)


def _check_graphs(graph: Graph, query: Query) -> None:
    for iri in (*query.sources, *query.named):
        if not _holds(graph, iri):
            raise QueryError(f"FROM names a graph that is not in the store, and nothing is fetched: <{iri}>",
                             hint="list the store's with: SELECT ?g WHERE { GRAPH ?g {} }")


def _holds(graph: Graph, iri: str) -> bool:
    try:
        return graph.contains_named_graph(NamedNode(iri))
    except ValueError:              # no IRI at all
        return False


def _rows(solutions: QuerySolutions, query: Query, limit: int | None, stop: threading.Event) -> Result:
    variables = [variable.value for variable in solutions.variables]
    rows, truncated = _take(solutions, limit, stop)
    listed = [tuple(row[variable] for variable in variables) for row in rows]
    if not query.ordered:
        listed.sort(key=lambda row: [str(term) if term is not None else "" for term in row])
    return Result(query.form, tuple(variables), tuple(listed), truncated=truncated)


def _triples(triples: QueryTriples, graph: Graph, query: Query, limit: int | None, stop: threading.Event) -> Result:
    found = distinct(triples, graph, query)
    taken, truncated = _take(iter(sorted(found, key=str)), limit, stop)
    return Result(query.form, triples=tuple(taken), truncated=truncated)


def distinct(triples: QueryTriples, graph: Graph, query: Query, most: int | None = None) -> set[Triple]:
    """The triples of a CONSTRUCT or DESCRIBE, each once; of a DESCRIBE with all that is said of the nodes.

    :param most: stop where there are more than this
    """
    found: set[Triple] = set()
    for triple in triples:
        found.add(triple)
        if most is not None and len(found) > most:
            return found
    return found | descriptions(graph, found) if query.form == "DESCRIBE" else found


def _take(items: Any, limit: int | None, stop: threading.Event) -> tuple[list[Any], bool]:
    """Take up to ``limit`` items, and tell whether there were more."""
    taken = []
    for item in items if limit is None else islice(items, limit):
        if stop.is_set():
            break
        taken.append(item)
    return taken, limit is not None and next(items, None) is not None


def _within(seconds: float, work: Callable[[], Result], stop: threading.Event) -> Result:
    """Wait for work in a thread of its own; the engine lets other threads run, but can't be interrupted inside a step."""
    outcome: list[Any] = []

    def attempt() -> None:
        try:
            outcome.append(work())
        except BaseException as error:      # handed to the waiting thread
            outcome.append(error)

    worker = threading.Thread(target=attempt, daemon=True)
    worker.start()
    worker.join(seconds)
    if not outcome:
        stop.set()
        raise QueryError(f"the query took longer than {seconds:g} seconds", hint="narrow it, or allow more time")
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def _located(text: str, message: str) -> QueryError:
    """Turn the engine's message into ours, pointing at the word it could not go on from."""
    match = _PLACE.match(message)
    if match is None:
        return QueryError(f"the query is not well formed: {message}")
    offset = offset_of(text, int(match[1]), int(match[2]))
    meaning = _MEANING.search(match[3])
    if meaning:
        return query_error(text, offset, meaning[1])
    if "IRI parsing failed" in match[3]:
        return query_error(text, offset, "an IRI before this place is not well formed", "an IRI has no spaces or brackets")
    word = next((token for token in tokens(text) if token.start + len(token.text) >= offset), None)
    if word is None or offset >= len(text):
        return query_error(text, offset, "the query is not well formed; it could be read up to here")
    return query_error(text, word.start, f"«{word.text}» was not expected here")
