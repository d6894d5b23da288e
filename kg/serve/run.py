"""Starts the server."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from pathlib import Path

from kg.errors import UsageError
from kg.serve.guard import is_loopback
from kg.serve.limits import Limits

_TOKEN = re.compile(r"[A-Za-z0-9._~-]{16,}")
_BACKLOG = 512
_PATIENCE = 3           # seconds that requests under way get when the server is stopped


def serve(folder: Path, *, host: str = "127.0.0.1", port: int = 8765, token: str | None = None, origin: str | None = None,
          limits: Limits | None = None, ready: Callable[[str], None] = lambda address: None) -> None:
    """Serve a store until interrupted.

    :param host: address to listen on; another than this machine's own needs a token
    :param port: 0 takes any that is free
    :param token: what every request must carry: 16 or more letters, digits and ``._~-``
    :param origin: of pages elsewhere that may read the answers (CORS): ``https://example.org``, or ``*``
    :param ready: called with the address, once it is listened to
    :raises StoreError: if the store can't be opened
    :raises UsageError: if the address can't be had, or the token is missing or too weak
    """
    import uvicorn

    from kg.serve.app import application

    _check_token(host, token)
    base = _base(folder)
    app = application(folder, base, limits, token=token, origin=origin)
    with _listening(host, port) as listener:
        config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, ws="none", lifespan="on",
                                proxy_headers=False, timeout_graceful_shutdown=_PATIENCE)
        server = uvicorn.Server(config)
        ready(_address(listener))
        server.run(sockets=[listener])


def _base(folder: Path) -> str:
    """Open the store once, to complain before anything is listened to."""
    from kg.serve.opened import Opened

    opened = Opened(folder)
    try:
        return opened.store.base
    finally:
        opened.close()


def _check_token(host: str, token: str | None) -> None:
    if token is None and not is_loopback(host):
        raise UsageError(f"whoever reaches {host} could read the store", where="--host",
                         hint="give --token or set KG_TOKEN; python -c 'import secrets; print(secrets.token_urlsafe())' makes one")
    if token is not None and not _TOKEN.fullmatch(token):
        raise UsageError("the token is too weak", where="--token", hint="use 16 or more letters, digits and ._~-")


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise UsageError(f"there is no address {host}: {error.strerror}", where="--host", hint="127.0.0.1 is this machine") from None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)           # from now on a client waits rather than being turned away
        return listener
    except OSError as error:
        listener.close()
        raise UsageError(f"can't listen on {host}:{port}: {error.strerror}", where="--port",
                         hint="another program may have it; --port 0 takes any that is free") from None


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
