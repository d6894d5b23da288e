"""What the tests of recognising share: the pipeline, built once, and short ways to see its layers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.read import document
from kg.recognize.gazetteer import Gazetteer, load
from kg.recognize.language import language, recognize
from kg.recognize.text.tokens import Token
from kg.schema import Schema, load_schema
from kg.settings import ontology_folder


@pytest.fixture(scope="session")
def schema() -> Schema:
    return load_schema(ontology_folder())


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load(ontology_folder())


@pytest.fixture(scope="session")
def nlp():
    return language(ontology_folder())


@pytest.fixture(scope="session")
def recognized(nlp) -> Callable[..., Doc]:
    """Run the pipeline over a text; further arguments are those of :func:`kg.read.document`."""
    return lambda text, identifier="text", **known: recognize(nlp, document(text, identifier, **known))


@pytest.fixture(scope="session")
def names(recognized) -> Callable[..., set[tuple[str, str]]]:
    """The names in a text with their classes, parts of names too."""
    return lambda text, identifier="text", **known: {(m.text, m.cls) for m in recognized(text, identifier, **known)._.mentions}


@pytest.fixture(scope="session")
def of_class(names) -> Callable[..., set[str]]:
    """The names of one class in a text."""
    return lambda text, cls, **known: {name for name, found in names(text, **known) if found == cls}


@pytest.fixture(scope="session")
def tokens(recognized) -> Callable[[str], list[Token]]:
    """The tokens of a text of one sentence."""
    return lambda text: [token for sentence in recognized(text)._.tokens for token in sentence]
