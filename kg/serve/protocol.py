"""SPARQL 1.1 Protocol, the query operation (https://www.w3.org/TR/sparql11-protocol/#query-operation): request -> query, answer -> response."""

from __future__ import annotations

import asyncio
import json
from functools import lru_cache
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from kg.serve.kept import Answer, Kept
from kg.serve.negotiate import RESULTS, TRIPLES, named, negotiate, quality
from kg.serve.pool import Pool, Reply
from kg.serve.service import description

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_ALLOW = {"Allow": ", ".join(METHODS)}
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_ASKED = ("query", "default-graph-uri", "named-graph-uri", "format")
_QUICK = 0.2            # seconds after which it is worth looking whether the client is still there
_GONE = 499             # nobody gets this
_UPDATE = "this endpoint is for reading only: it runs no updates"


class Refused(Exception):
    """A request that is not run."""

    def __init__(self, status: int, error: str, hint: str | None = None):
        super().__init__(error)
        self.reply = Reply(status, error=error, hint=hint)


class Endpoint:
    """The ASGI application at ``/sparql``."""

    def __init__(self, pool: Pool, kept: Kept, largest: int):
        """:param largest: bytes of a request's body"""
        self._pool, self._kept, self._largest = pool, kept, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            body = await self._body(request) if scope["method"] == "POST" else b""
            key = scope["method"], scope["query_string"], body, *_deciding(scope["headers"])
            kept = self._kept.get(key)
            if kept is not None:
                await send({"type": "http.response.start", "status": 200, "headers": kept.headers})
                await send({"type": "http.response.body", "body": kept.body})
                return
            response, generation = await self._respond(request, body)
        except ClientDisconnect:        # before all of its request was here: nobody waits for an answer
            return
        except Refused as refused:
            response, generation = _error(request, refused.reply), None
        response.headers["Vary"] = "Accept"
        if generation is not None:
            self._kept.keep(key, len(body) + len(scope["query_string"]), Answer(list(response.raw_headers), bytes(response.body)), generation)
        await response(scope, receive, send)

    async def _respond(self, request: Request, body: bytes) -> tuple[Response, str | None]:
        """Answer a request.

        :returns: the response, and for one that may be kept the generation of the graph that was asked
        """
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_ALLOW), None
        if request.method not in METHODS:
            return Response(f"the methods are {', '.join(METHODS)}\n", 405, _ALLOW, "text/plain"), None
        given = _parameters(request, body)
        queries = given["query"]
        accept = request.headers.get("accept")
        if not queries:
            return _without_query(request, accept), None
        if len(queries) > 1:
            raise Refused(400, "there is more than one query", "send one query at a time")
        if request.method == "GET" and not given["format"] and _wants_page(accept):
            return RedirectResponse(f"./editor?{request.url.query}", 303), None
        reply = await self._reply(request, queries[0], {
            "results": _format(given["format"], RESULTS, accept), "triples": _format(given["format"], TRIPLES, accept),
            "default_graphs": given["default-graph-uri"], "named_graphs": given["named-graph-uri"]})
        if reply.status != 200:
            return _error(request, reply), None
        return Response(reply.body, 200, {"Content-Type": _typed(reply.media_type), "Cache-Control": "no-cache"}), reply.generation

    async def _reply(self, request: Request, query: str, header: dict) -> Reply:
        """Run the query; stop it when the client has gone away."""
        asking = asyncio.ensure_future(self._pool.ask(query, header))
        await asyncio.wait({asking}, timeout=_QUICK)
        if asking.done():
            return asking.result()
        leaving = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait({asking, leaving}, return_when=asyncio.FIRST_COMPLETED)
            return asking.result() if asking.done() else Reply(_GONE, error="the client has gone away")
        finally:
            asking.cancel()
            leaving.cancel()

    async def _body(self, request: Request) -> bytes:
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > self._largest:
                raise Refused(413, f"the request has more than {self._largest:,} bytes")
        return bytes(body)


def _deciding(headers: list[tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    """The headers of a request that decide about its answer."""
    accept = kind = b""
    for name, value in headers:
        if name == b"accept":
            accept = value if not accept else accept + b", " + value
        elif name == b"content-type":
            kind = value
    return accept, kind


def _parameters(request: Request, body: bytes) -> dict[str, list[str]]:
    """The request's parameters by name, from the address and the body.

    :raises Refused: if it is an update, of another kind, or not in UTF-8
    """
    pairs = _pairs(request.scope["query_string"])
    if request.method == "POST":
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind == "application/sparql-update":
            raise Refused(403, _UPDATE)
        if kind not in (_FORM, _DIRECT):
            raise Refused(415, f"the body must be {_DIRECT} or {_FORM}", "say which in Content-Type")
        if kind == _FORM:
            pairs += _pairs(body)
        else:
            pairs.append(("query", _decoded(body)))
    given: dict[str, list[str]] = {name: [] for name in _ASKED}
    for name, value in pairs:
        if name in ("update", "using-graph-uri", "using-named-graph-uri"):
            raise Refused(403, _UPDATE)
        if name in given:
            given[name].append(value)
    return given


async def _gone(request: Request) -> None:
    """Wait until the client hangs up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError as error:
        raise Refused(400, "the parameters are not in UTF-8", "percent-encode the bytes of UTF-8") from error
    except ValueError as error:
        raise Refused(400, "there are too many parameters") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, "the query is not in UTF-8") from error


def _format(asked: list[str], formats: dict, accept: str | None) -> str | None:
    """The parameter ``format`` wins over the header: a link can't send one."""
    if asked:
        return asked[-1] if asked[-1] in formats else None
    return (_results if formats is RESULTS else _triples)(accept)


@lru_cache(maxsize=256)
def _results(accept: str | None) -> str | None:
    return negotiate(accept, RESULTS)


@lru_cache(maxsize=256)
def _triples(accept: str | None) -> str | None:
    return negotiate(accept, TRIPLES)


def _wants_page(accept: str | None) -> bool:
    """Whether a person looks at the answer: a browser names HTML and none of our formats."""
    types = [format.media_type for format in (*RESULTS.values(), *TRIPLES.values())]
    return named(accept, "text/html") and not any(named(accept, type_) for type_ in types)


def _without_query(request: Request, accept: str | None) -> Response:
    """Browsers get the editor, others the service's description."""
    if request.method == "POST":
        raise Refused(400, "there is no query", "send it as the parameter query, or as the body")
    if _wants_page(accept):
        return RedirectResponse("./editor", 303)
    chosen = negotiate(accept, TRIPLES)
    if chosen is None:
        raise Refused(406, "the description of the service comes as " + ", ".join(f.media_type for f in TRIPLES.values()))
    return Response(description(str(request.url.replace(query="")), TRIPLES[chosen]), 200, {"Content-Type": _typed(TRIPLES[chosen].media_type)})


def _typed(media_type: str) -> str:
    return media_type + "; charset=utf-8" if media_type.startswith("text/") else media_type


def _error(request: Request, reply: Reply) -> Response:
    """Tell what is wrong: as JSON to who asked for it, else as one line of text."""
    place = {"line": reply.line, "column": reply.column} if reply.line else {}
    headers = {"Retry-After": "5"} if reply.busy else {}
    if max(quality(request.headers.get("accept"), type_) for type_ in ("application/json", "application/sparql-results+json")) == 1:
        document = {"error": reply.error, **place, **({"hint": reply.hint} if reply.hint else {})}
        return Response(json.dumps(document, ensure_ascii=False) + "\n", reply.status, headers, "application/json")
    where = f"line {reply.line}, column {reply.column}: " if place else ""
    line = where + reply.error + (f"; {reply.hint}" if reply.hint else "")
    return Response(" ".join(line.split()) + "\n", reply.status, headers, "text/plain")
