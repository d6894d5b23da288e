"""The ontology's files as rdflib graphs, each parsed once."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Namespace

from kg.schema import Schema, load_schema
from kg.settings import ontology_folder

FOLDER = ontology_folder()
FILES = ("park.ttl", "terms.ttl", "industries.ttl", "shapes.ttl")
PK = Namespace("https://w3id.org/parkkg/ontology#")
INDICATOR = Namespace("https://w3id.org/parkkg/indicator/")
INDUSTRY = Namespace("https://w3id.org/parkkg/id/industry/")
SHAPE = Namespace("https://w3id.org/parkkg/shapes#")


@pytest.fixture(scope="session")
def folder() -> Path:
    return FOLDER


@pytest.fixture(scope="session")
def graphs() -> dict[str, Graph]:
    """Each file on its own."""
    return {name: Graph().parse(FOLDER / name, format="turtle") for name in FILES}


@pytest.fixture(scope="session")
def ontology(graphs: dict[str, Graph]) -> Graph:
    """All files but the shapes."""
    return graphs["park.ttl"] + graphs["terms.ttl"] + graphs["industries.ttl"]


@pytest.fixture(scope="session")
def schema() -> Schema:
    return load_schema(FOLDER)
