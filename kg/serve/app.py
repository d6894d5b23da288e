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
from starlette.routing import Route

from kg.errors import KgError, UsageError
from kg.serve.api import described, router
from kg.serve.guard import Headed, LoopbackOnly, WithToken
from kg.serve.limits import Limits
from kg.serve.pages import Pages
from kg.serve.pool import Pool
from kg.serve.protocol import Endpoint
from kg.serve.readers import Readers
from kg.version import VERSION


def application(folder: Path, base: str, limits: Limits | None = None, *, token: str | None = None, origin: str | None = None):
    """Make the ASGI application that serves a store.

    :param base: of the IRIs of the store's instances
    :param token: what every request must carry; without one the application answers to names of this machine only
    :param origin: of pages elsewhere that may read the answers (CORS)
    """
    limits = limits or Limits()
    pool, readers = Pool(folder, limits), Readers(folder)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await pool.start()
        warming = asyncio.create_task(readers.warm())           # the first search need not wait for the index
        try:
            yield
        finally:
            warming.cancel()
            await pool.close()
            readers.close()

    app = FastAPI(title="parkkg", version=VERSION, docs_url=None, redoc_url=None, lifespan=lifespan)
    app.openapi = partial(described, app)
    pages = Pages(readers, base, app.openapi)
    app.include_router(router(readers, base))
    app.router.routes.extend(pages.routes())
    app.router.routes.insert(0, Route("/sparql", Endpoint(pool, limits.request)))
    for error in (KgError, HTTPException):
        app.add_exception_handler(error, partial(_failed, pages))
    guarded = LoopbackOnly(app) if token is None else WithToken(app, token)
    return Headed(guarded, origin)


async def _failed(pages: Pages, request: Request, error: Exception) -> Response:
    """Tell what is wrong: programs in JSON, people on a page."""
    if not request.url.path.startswith("/api/"):
        return await pages.failed(request, error)
    status = getattr(error, "status_code", 404 if isinstance(error, UsageError) else 503)
    return JSONResponse({"error": error.what if isinstance(error, KgError) else error.detail}, status, getattr(error, "headers", None))
