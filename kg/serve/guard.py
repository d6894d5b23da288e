"""Who may ask, and what a browser may do with the answer. Each guard is an ASGI application around another.

A server on the loopback address is open to whoever sits at the machine, and to no page of the web: the ``Host`` header tells a page
that reached it through a name of its own (DNS rebinding). A server on another address wants a token.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
import re
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "kg-token"
_PORT = re.compile(r":\d*\Z")
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
          "base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def is_loopback(host: str) -> bool:
    """Whether an address or name means this machine alone."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


class Headed:
    """Adds the headers that keep a page from running or reaching what is not ours; and CORS, for one origin if any."""

    def __init__(self, app: ASGIApp, origin: str | None = None):
        """:param origin: of pages elsewhere that may read answers (``https://example.org``, or ``*``)"""
        self._app = app
        added = _HEADERS | ({"Cross-Origin-Resource-Policy": "same-origin"} if origin is None else {
            "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
            "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type"})
        self._added = [(name.lower().encode(), value.encode()) for name, value in added.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *self._added]
            await send(message)

        await self._app(scope, receive, headed)


class LoopbackOnly:
    """Refuses requests that name another host than this machine."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            if not _names_loopback(next((value for name, value in scope["headers"] if name == b"host"), b"")):
                response = Response("this server answers to localhost only\n", 421, media_type="text/plain")
                await response(scope, receive, send)
                return
        await self._app(scope, receive, send)


@lru_cache(maxsize=256)
def _names_loopback(host: bytes) -> bool:
    return is_loopback(_PORT.sub("", host.decode("latin-1")))


class WithToken:
    """Lets requests through that carry the token: as ``Authorization: Bearer``, as the password of Basic, or in the cookie that an
    address with ``?token=`` sets."""

    def __init__(self, app: ASGIApp, token: str):
        self._app, self._token = app, token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._carries(scope):
            await self._app(scope, receive, send)
            return
        await self._offered(scope)(scope, receive, send)

    def _carries(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        kind, _, value = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self._is(value.strip()):
            return True
        if kind.lower() == "basic" and self._is(_password(value)):
            return True
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return cookie is not None and self._is(cookie.value)

    def _is(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._token)

    def _offered(self, scope: Scope) -> Response:
        """What who comes without it gets: the cookie, if the address has the token, and the address without it."""
        pairs = parse_qsl(scope["query_string"].decode("ascii", "replace"), keep_blank_values=True)
        if scope["method"] == "GET" and any(name == "token" and self._is(value) for name, value in pairs):
            rest = urlencode([pair for pair in pairs if pair[0] != "token"])
            path = "/" + scope["raw_path"].decode("ascii", "replace").split("?")[0].lstrip("/\\")
            response = RedirectResponse(path + ("?" + rest if rest else ""), 303)
            response.set_cookie(COOKIE, self._token.decode(), httponly=True, samesite="strict")
            return response
        return Response("this server asks for its token: Authorization: Bearer TOKEN, or an address with ?token=TOKEN\n", 401,
                        {"WWW-Authenticate": 'Bearer realm="kg", Basic realm="kg"'}, "text/plain")


def _password(value: str) -> str:
    try:
        return base64.b64decode(value, validate=True).decode("utf-8", "replace").partition(":")[2]
    except (binascii.Error, ValueError):
        return ""
