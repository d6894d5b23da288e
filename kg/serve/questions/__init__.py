"""The queries that the editor offers: examples, one file each, whose first line names it in Chinese and English; and those of ``kg ask``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kg.ask import questions as of_ask
from kg.ask.values import value
from kg.errors import UsageError
from kg.profile.nodes import Words
from kg.schema import Schema
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Question:
    """A query with a name."""

    label: Words
    sparql: str
    named: bool = False         # whether kg ask knows it


@lru_cache(maxsize=1)
def questions() -> tuple[Question, ...]:
    """All of them, in the order of their files."""
    found = []
    for file in sorted(files("kg.serve.questions").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".rq"):
            head, _, sparql = file.read_text(encoding="utf-8").partition("\n")
            zh, _, en = head.lstrip("# ").partition(" | ")
            found.append(Question(Words(zh, en), sparql))
    return tuple(found)


def named_questions(store: Store, schema: Schema) -> tuple[Question, ...]:
    """The questions of ``kg ask``, with their examples for parameters; one whose example means nothing in the store is left out."""
    found = []
    for question in of_ask():
        try:
            terms = {p.name: value(store.union, schema, p, given).term for p in question.parameters
                     if (given := question.example.get(p.name, p.default)) is not None}
        except UsageError:
            continue
        found.append(Question(Words(question.zh, question.en), question.filled(terms).strip() + "\n", named=True))
    return tuple(found)
