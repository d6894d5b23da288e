"""The application: routes, what becomes of errors, and the guards around it all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from kg.errors import KgError, UsageError
from kg.serve.api import described, router
from kg.serve.guard import Headed, LoopbackOnly, WithToken
from kg.serve.kept import Kept
from kg.serve.limits import Limits
from kg.serve.opened import Newest
from kg.serve.pages import Pages
from kg.serve.pool import Pool
from kg.serve.protocol import Endpoint
from kg.serve.readers import Readers
from kg.version import VERSION

_LOOK = 0.5         # seconds between two looks whether another graph is in force


def application(folder: Path, base: str, limits: Limits | None = None, *, token: str | None = None, origin: str | None = None) -> Headed:
    """Make the ASGI application that serves a store.

    :param base: of the IRIs of the store's instances
    :param token: what every request must carry; without one the application answers to names of this machine only
    :param origin: of pages elsewhere that may read the answers (CORS)
    """
    limits = limits or Limits()
    newest = Newest()
    pool, kept, readers = Pool(folder, limits, newest), Kept(limits.kept, newest), Readers(folder, newest)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await pool.start()
        tasks = [asyncio.create_task(readers.warm()),           # the first search need not wait for the index
                 asyncio.create_task(_follow(readers))]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await pool.close()
            readers.close()

    app = FastAPI(title="parkkg", version=VERSION, docs_url=None, redoc_url=None, lifespan=lifespan)
    app.openapi = partial(described, app)       # type: ignore[method-assign]  # as FastAPI tells to do it
    pages = Pages(readers, base, app.openapi)
    app.include_router(router(readers, base))
    app.router.routes.extend(pages.routes())
    for error in (KgError, HTTPException):
        app.add_exception_handler(error, partial(_failed, pages))
    routed = _Routed(Endpoint(pool, kept, limits.request), app)
    guarded = LoopbackOnly(routed) if token is None else WithToken(routed, token)
    return Headed(guarded, origin)


class _Routed:
    """Hands queries to the endpoint at once, and the rest to the application: most requests are queries, and each way through it costs time."""

    def __init__(self, endpoint: Endpoint, app: FastAPI):
        self._endpoint, self._app = endpoint, app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/sparql":
            await self._endpoint(scope, receive, send)
        else:
            await self._app(scope, receive, send)


async def _follow(readers: Readers) -> None:
    """Look whether another graph is in force, as long as the server runs: answers that are kept are given without looking."""
    while True:
        await readers.look()
        await asyncio.sleep(_LOOK)


async def _failed(pages: Pages, request: Request, error: Exception) -> Response:
    """Tell what is wrong: programs in JSON, people on a page."""
    if not request.url.path.startswith("/api/"):
        return await pages.failed(request, error)
    status = getattr(error, "status_code", 404 if isinstance(error, UsageError) else 503)
    what = error.what if isinstance(error, KgError) else error.detail if isinstance(error, HTTPException) else str(error)
    return JSONResponse({"error": what}, status, getattr(error, "headers", None))
