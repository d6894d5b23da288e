"""The JSON interface: what the pages show, for programs. OpenAPI describes it at ``/openapi.json``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated as Described
from typing import Any

from fastapi import APIRouter, FastAPI, Query
from fastapi.openapi.utils import get_openapi

from kg.errors import UsageError
from kg.profile.profile import Profile, profile
from kg.serve import tables
from kg.serve.annotated import Annotated, annotated
from kg.serve.names_index import Found
from kg.serve.negotiate import RESULTS, TRIPLES
from kg.serve.pages import by_date
from kg.serve.readers import Readers
from kg.serve.vocabulary import Term, TermPage, term_page, terms
from kg.store import StoredDocument

_MOST = 1000            # entries of one answer

Text = Described[str, Query(min_length=1, max_length=200, description="a name, in Chinese, pinyin or the first letters of the syllables")]
Words = Described[str, Query(max_length=200, description="words that must all stand in a row")]
Limit = Described[int, Query(ge=1, le=_MOST, description="the most entries that are given")]
Offset = Described[int, Query(ge=0, le=10_000_000, description="entries that are left out in front")]
Class = Described[str | None, Query(alias="class", max_length=100, description="only things of this class, by its name in the ontology: Company")]
All = Described[bool, Query(alias="all", description="all relations and figures with their evidence, rather than the first of each kind")]


@dataclass(frozen=True, slots=True)
class Entities:
    """Some entities, and how many there are."""

    total: int
    entities: list[Found]


@dataclass(frozen=True, slots=True)
class Documents:
    """Some documents, and how many there are."""

    total: int
    documents: list[StoredDocument]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a table, and how many there are; each has its ``iri``, and a value with evidence for each column that is filled."""

    total: int
    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a request."""

    error: str


_NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "there is no such thing in the graph"}}


def router(readers: Readers, base: str) -> APIRouter:
    """Make the routes.

    :param base: of the IRIs of the store's instances
    """
    routes = APIRouter(prefix="/api")
    schema = readers.schema

    @routes.get("/search", summary="Find entities by name")
    async def search(q: Text, class_: Class = None, limit: Limit = 20) -> list[Found]:
        return (await readers.names()).find(q, limit=limit, cls=class_)

    @routes.get("/entities", summary="List the entities, those in most documents first")
    async def entities(class_: Class = None, limit: Limit = 100, offset: Offset = 0) -> Entities:
        found = [each for each in (await readers.names()).entities if class_ is None or each.cls == class_]
        return Entities(len(found), found[offset:offset + limit])

    @routes.get("/entities/{kind}/{name:path}", summary="All that is known of an entity, with the sentences", responses=_NOT_FOUND)
    async def entity(kind: str, name: str, whole: All = False) -> Profile:
        return await readers.run(profile, schema, f"{base}{kind}/{name}", whole="all" if whole else None)

    @routes.get("/documents", summary="List the documents, the latest first")
    async def documents(limit: Limit = 100, offset: Offset = 0) -> Documents:
        found = await readers.once("documents", by_date)
        return Documents(len(found), found[offset:offset + limit])

    @routes.get("/documents/{identifier:path}", summary="A document with its names and facts where they stand", responses=_NOT_FOUND)
    async def document(identifier: str) -> Annotated:
        return await readers.run(annotated, schema, identifier)

    @routes.get("/ledger", summary="The ledger of projects, each value with where it was read")
    async def ledger(q: Words = "", limit: Limit = 100, offset: Offset = 0) -> Rows:
        whole = await readers.once(f"table {tables.LEDGER}", tables.make(tables.LEDGER))
        found = tables.view(whole, {"q": q}).table
        return Rows(len(found.rows), tables.rows_as_json(replace(found, rows=found.rows[offset:offset + limit])))

    @routes.get("/ontology", summary="The terms of the ontology")
    async def ontology() -> dict[str, list[Term]]:
        return {kind: list(group) for kind, group in terms(schema).items()}

    @routes.get("/ontology/{name}", summary="A term of the ontology", responses=_NOT_FOUND)
    async def term(name: str) -> TermPage:
        known = [term for group in terms(schema).values() for term in group if term.name == name]
        if not known:
            raise UsageError(f"the ontology has no term {name}")
        return await readers.run(term_page, schema, known[0].iri)

    return routes


def described(app: FastAPI) -> dict:
    """The OpenAPI document, with the SPARQL endpoint, which is no route of FastAPI's."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, routes=app.routes,
                           description="A graph of companies, parks, districts and projects, read from Chinese news and government reports.")
        made["paths"]["/sparql"] = {"get": _sparql_get(), "post": _sparql_post()}
        app.openapi_schema = made
    return app.openapi_schema


def _sparql_get() -> dict:
    graphs = {"type": "array", "items": {"type": "string", "format": "uri"}}
    return {
        "summary": "Run a SPARQL query, or describe the service", "operationId": "sparql_get",
        "parameters": [
            _parameter("query", {"type": "string"}, "a SPARQL 1.1 query; without one the service is described"),
            _parameter("default-graph-uri", graphs, "graphs of the store whose union is asked"),
            _parameter("named-graph-uri", graphs, "graphs of the store that GRAPH sees"),
            _parameter("format", {"type": "string", "enum": [*RESULTS, *TRIPLES]}, "instead of Accept"),
        ],
        "responses": _sparql_responses(),
    }


def _sparql_post() -> dict:
    form = {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]}
    return {
        "summary": "Run a SPARQL query", "operationId": "sparql_post", "responses": _sparql_responses(),
        "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": form},
                                                      "application/sparql-query": {"schema": {"type": "string"}}}},
    }


def _parameter(name: str, schema: dict, description: str) -> dict:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": description}


def _sparql_responses() -> dict:
    def content(types: list[str]) -> dict:
        return {type_: {} for type_ in types}

    problem = content(["application/json", "text/plain"])
    reasons = {"400": "the query is not well formed, or refused", "403": "an update", "406": "no format that the client takes",
               "413": "too large a request", "415": "neither a form nor a query", "422": "too large a result",
               "500": "the query failed", "503": "the query was stopped"}
    return {"200": {"description": "the result", "content": content([f.media_type for f in (*RESULTS.values(), *TRIPLES.values())])},
            "303": {"description": "a browser is led to the editor"}, **{code: {"description": text, "content": problem} for code, text in reasons.items()}}
