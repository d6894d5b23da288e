"""The application: routes, and the guards around them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.routing import Route

from kg.serve.guard import Headed, LoopbackOnly, WithToken
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.protocol import Endpoint
from kg.version import VERSION


def application(folder: Path, limits: Limits | None = None, *, token: str | None = None, origin: str | None = None):
    """Make the ASGI application that serves a store.

    :param token: what every request must carry; without one the application answers to names of this machine only
    :param origin: of pages elsewhere that may read the answers (CORS)
    """
    limits = limits or Limits()
    pool = Pool(folder, limits)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await pool.start()
        try:
            yield
        finally:
            await pool.close()

    app = FastAPI(title="parkkg", version=VERSION, docs_url=None, redoc_url=None, lifespan=lifespan)
    app.router.routes.insert(0, Route("/sparql", Endpoint(pool, limits.request)))
    guarded = LoopbackOnly(app) if token is None else WithToken(app, token)
    return Headed(guarded, origin)
