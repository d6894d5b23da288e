"""Asks a store a question, and shows the answer in words: nodes by their names, terms of the ontology by their labels."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from kg.ask.question import Question, find
from kg.ask.values import Value, value
from kg.errors import UsageError
from kg.names import PREFIXES, local
from kg.query import Result, run
from kg.query.formats import readable
from kg.rdf import language_of, text_of
from kg.schema import Schema, load_schema
from kg.store import Store

if TYPE_CHECKING:
    from kg.store.part import Graph

TIMEOUT, LIMIT = 60.0, 1000     # seconds, rows
Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave."""

    question: Question
    given: Mapping[str, Value]              # what each parameter was taken for
    sparql: str                             # the query as it was run
    result: Result
    labels: Mapping[str, tuple[str, str]] = field(repr=False)   # of the nodes in it, by IRI: Chinese, English

    def headings(self, language: Language = "zh") -> list[str]:
        """The headings of the columns: the question's own, or the variables with blanks."""
        if language == "zh":
            return [self.question.columns.get(name, name) for name in self.result.variables]
        return [name.replace("_", " ") for name in self.result.variables]

    def rows(self, language: Language = "zh") -> list[list[str]]:
        """The rows as texts; what is unbound is empty."""
        return [[self._text(term, language) for term in row] for row in self.result.rows]

    def _text(self, term: Any, language: Language) -> str:
        labels = self.labels.get(getattr(term, "value", ""))
        return readable(term) if labels is None else labels[language == "en"]

    def in_words(self, language: Language = "zh") -> Result:
        """The result with headings for variables and texts for terms, for what writes results."""
        from pyoxigraph import Literal as Text

        rows = tuple(tuple(Text(text) if text else None for text in row) for row in self.rows(language))
        return replace(self.result, variables=tuple(self.headings(language)), rows=rows)


def answer(store: Store, name: str | Question, parameters: Mapping[str, str] | None = None, *,
           folders: Iterable[str | os.PathLike[str]] = (), limit: int | None = LIMIT, timeout: float | None = TIMEOUT,
           schema: Schema | None = None) -> Answer:
    """Ask a store a question.

    :param name: of the question, in either language; or the question
    :param parameters: what a user wrote for them, by name
    :param folders: further folders with questions
    :param limit: take no more rows than this; ``answer.result.truncated`` tells whether there were more
    :param timeout: seconds after which to give up
    :raises UsageError: if there is no such question or parameter, one is missing, or what was given means nothing or several things
    :raises QueryError: if it takes too long, or the question's file is not well formed
    """
    question = name if isinstance(name, Question) else find(name, folders)
    schema = schema or load_schema()
    given = _values(store.union, schema, question, parameters or {})
    sparql = question.filled({name: value.term for name, value in given.items()})
    result = run(store.graph, sparql, union=store.union, limit=limit, timeout=timeout)
    return Answer(question, given, sparql, result, _labels(store.union, schema, result))


def _values(graph: Graph, schema: Schema, question: Question, parameters: Mapping[str, str]) -> dict[str, Value]:
    known = {parameter.name for parameter in question.parameters}
    if unknown := sorted(set(parameters) - known):
        raise UsageError(f"{question.name} knows no {', '.join(unknown)}", hint=f"it takes {', '.join(sorted(known)) or 'nothing'}")
    missing = [parameter for parameter in question.parameters if parameter.required and parameter.name not in parameters]
    if missing:
        shown = " ".join(f"--{name} {text}" for name, text in question.example.items())
        told = ", ".join(f"--{parameter.name} ({parameter.zh}, {parameter.en})" for parameter in missing)
        raise UsageError(f"{question.name} needs {told}", hint=f"for example: kg ask {question.name} {shown}")
    found = {}
    for parameter in question.parameters:
        text = parameters.get(parameter.name, parameter.default)
        if text is not None:
            found[parameter.name] = value(graph, schema, parameter, text)
    return found


def _labels(graph: Graph, schema: Schema, result: Result) -> dict[str, tuple[str, str]]:
    """The names of the nodes in a result."""
    from pyoxigraph import NamedNode

    groups = (schema.stages, schema.modalities, schema.measures, schema.bounds, schema.levels, schema.relations, schema.classes)
    concepts = {concept.iri: (concept.label_zh, concept.label_en) for group in groups for concept in group.values()}
    found: dict[str, tuple[str, str]] = {}
    for node in sorted({term for row in result.rows for term in row if isinstance(term, NamedNode)}, key=str):
        found[node.value] = concepts.get(node.value) or _names(graph, node)
    return found


def _names(graph: Graph, node: Any) -> tuple[str, str]:
    """The Chinese and the English name of a node; a document goes by its identifier."""
    from kg.graph.terms import vocabulary

    labels = [quad.object for quad in graph.quads_for_pattern(node, vocabulary("skos:prefLabel"), None)]
    identifiers = [text_of(quad.object) for quad in graph.quads_for_pattern(node, vocabulary("dcterms:identifier"), None)]
    by_language = {language_of(label): text_of(label) for label in sorted(labels, key=str)}
    own = local(node.value) if any(node.value.startswith(base) for base in PREFIXES.values()) else node.value
    chinese = by_language.get("zh") or min(identifiers, default=own)
    return chinese, by_language.get("en") or chinese
