"""A question in a file: YAML in comments that begin with ``#+``, then the SPARQL; ``$name`` stands for a parameter.

The form of the comments is that of grlc's decorators, so that the file stays a query that any SPARQL tool reads::

    #+ name: 园区企业
    #+ english: companies-of-a-park
    #+ description: {zh: 一个园区的企业, en: The companies of a park}
    #+ parameters:
    #+   park: {type: Park, zh: 园区, en: the park}
    #+ columns: {company: 企业}
    #+ example: {park: 肇庆高新区}
    SELECT ?company WHERE { ?company a pk:Company ; pk:locatedIn $park }

A parameter that is optional and not given stays a variable: it may be anything. Columns that hold nodes are shown by their names.

:source: github.com/CLARIAH/grlc, «SPARQL decorator syntax»
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import QueryError, UsageError
from kg.query.parse import parse
from kg.query.tokens import tokens

FOLDER = Path(__file__).resolve().parent / "questions"
# What a parameter may be beside a class of the ontology, or several with | between them.
VALUES = ("amount", "date", "document", "entity", "indicator", "number", "stage", "text")
_MARK = "#+"
_KEYS = {"name", "english", "description", "parameters", "columns", "example"}
_PARAMETER_KEYS = {"type", "zh", "en", "default", "optional"}
_NAME = re.compile(r"[a-z][a-z_]*")
# What kg ask itself takes.
_RESERVED = {"format", "help", "limit", "output", "questions", "sparql", "store", "timeout"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question must be told."""

    name: str                   # park; --park on the command line
    kind: str                   # one of VALUES, or classes of the ontology: Park, Park|District
    zh: str
    en: str
    default: str | None = None
    optional: bool = False

    @property
    def required(self) -> bool:
        """Whether there is no answer without it."""
        return self.default is None and not self.optional


@dataclass(frozen=True, slots=True)
class Question:
    """A named question."""

    name: str                   # 园区企业
    english: str                # companies-of-a-park
    zh: str                     # what it tells, in one line
    en: str
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]  # the Chinese heading of each variable
    example: Mapping[str, str]  # parameters that have an answer in the corpus
    sparql: str
    file: Path

    def filled(self, terms: Mapping[str, str]) -> str:
        """The query with terms for its parameters, in SPARQL's syntax; one that has none stays a variable."""
        text, end = [], 0
        for token in tokens(self.sparql):
            term = terms.get(token.text[1:]) if token.kind == "variable" and token.text[0] == "$" else None
            if term is not None:
                text += [self.sparql[end:token.start], term]
                end = token.start + len(token.text)
        return "".join(text) + self.sparql[end:]


def questions(folders: Iterable[str | os.PathLike[str]] = ()) -> tuple[Question, ...]:
    """Load the program's questions and those of a user's folders, by name.

    :raises UsageError: if a folder is missing, or two questions have one name
    :raises QueryError: if a file is not well formed; says which and why
    """
    found: dict[str, Question] = {}
    for folder in (FOLDER, *map(Path, folders)):
        if not folder.is_dir():
            raise UsageError("there is no such folder of questions", where=folder)
        for file in sorted(folder.glob("*.rq")):
            question = load(file)
            for name in (question.name, question.english):
                if name in found:
                    raise UsageError(f"there is a question {name} already", where=file, hint=f"{found[name].file} is called so")
            found |= {question.name: question, question.english: question}
    return tuple(sorted({id(question): question for question in found.values()}.values(), key=lambda question: question.english))


def find(name: str, folders: Iterable[str | os.PathLike[str]] = ()) -> Question:
    """Find a question by its Chinese or English name.

    :raises UsageError: if there is none; says which come close
    """
    known = questions(folders)
    for question in known:
        if name in (question.name, question.english):
            return question
    names = [name for question in known for name in (question.name, question.english)]
    close = get_close_matches(name, names, 4, 0.4) or [other for other in names if set(name) & set(other) - set("-")][:4]
    raise UsageError(f"there is no question {name!r}", hint=f"did you mean {', '.join(close)}?" if close else "kg ask lists them")


def load(file: Path) -> Question:
    """Load a question.

    :raises QueryError: if it is not well formed
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
        return _load(file, text, file.stat().st_mtime_ns)
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"the question can't be read: {error}", where=file) from error


@lru_cache(maxsize=512)
def _load(file: Path, text: str, _: int) -> Question:
    import yaml

    front = "".join(line[len(_MARK):] + "\n" for line in text.splitlines() if line.startswith(_MARK))
    sparql = "".join(line + "\n" for line in text.splitlines() if not line.startswith(_MARK)).strip() + "\n"
    try:
        given = yaml.safe_load(front)
    except yaml.YAMLError as error:
        raise QueryError(f"the lines that begin with {_MARK} are not YAML: {error}", where=file) from error
    if not isinstance(given, dict):
        raise QueryError("there is no description", where=file, hint=f"begin the file with lines such as: {_MARK} name: …")
    _check_keys(given, _KEYS, {"name", "english", "description", "columns"}, file)
    parameters = tuple(_parameter(name, one, file) for name, one in (given.get("parameters") or {}).items())
    described = given["description"]
    if not isinstance(described, dict) or set(described) != {"zh", "en"}:
        raise QueryError("the description needs zh and en, and nothing else", where=file)
    example = {key: str(value) for key, value in (given.get("example") or {}).items()}
    question = Question(str(given["name"]), str(given["english"]), described["zh"], described["en"], parameters, dict(given["columns"]),
                        example, sparql, file)
    _check(question)
    return question


def _parameter(name: str, given: Any, file: Path) -> Parameter:
    if not isinstance(given, dict) or not _NAME.fullmatch(str(name)):
        raise QueryError(f"parameter {name} is not well formed", where=file, hint="for example: park: {type: Park, zh: 园区, en: the park}")
    if name in _RESERVED:
        raise QueryError(f"a parameter can't be called {name}, as kg ask has an option of that name", where=file)
    _check_keys(given, _PARAMETER_KEYS, {"type", "zh", "en"}, file)
    default = given.get("default")
    kind = str(given["type"])
    if kind not in VALUES and not all(part[:1].isupper() for part in kind.split("|")):
        raise QueryError(f"parameter {name} has the unknown type {kind}", where=file,
                         hint=f"use {', '.join(VALUES)}, or classes of the ontology such as Park|District")
    return Parameter(name, kind, str(given["zh"]), str(given["en"]), None if default is None else str(default),
                     optional=bool(given.get("optional", False)))


def _check_keys(given: dict, known: set[str], needed: set[str], file: Path) -> None:
    if unknown := sorted(set(map(str, given)) - known):
        raise QueryError(f"nothing is called {', '.join(unknown)}", where=file, hint=f"use {', '.join(sorted(known))}")
    if missing := sorted(needed - set(given)):
        raise QueryError(f"{', '.join(missing)} is missing", where=file)


def _check(question: Question) -> None:
    """See that the query is one, and that it and its description speak of the same parameters."""
    try:
        query = parse(question.sparql)
    except QueryError as error:
        raise QueryError(error.what, where=f"{question.file}: {error.where}" if error.where else question.file, hint=error.hint) from error
    if query.form != "SELECT":
        raise QueryError(f"a question is a SELECT, not a {query.form}", where=question.file)
    used = {token.text[1:] for token in tokens(question.sparql) if token.kind == "variable" and token.text[0] == "$"}
    declared = {parameter.name for parameter in question.parameters}
    for name in sorted(used - declared):
        raise QueryError(f"${name} is no parameter", where=question.file, hint="describe it, or write it with ? if it is a variable")
    for name in sorted(declared - used):
        raise QueryError(f"the parameter {name} is not used", where=question.file, hint=f"write ${name} in the query")
    for name in sorted(set(question.example) - declared):
        raise QueryError(f"the example gives {name}, which is no parameter", where=question.file)
