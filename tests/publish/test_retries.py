"""A server that is overloaded for a moment is asked again; one that stays so is reported."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import PublishError
from kg.publish import Server, endpoints


class Overloaded(BaseHTTPRequestHandler):
    """Answers 503 to the first requests of each run, then takes everything."""

    refusals = 0
    seen: list[tuple[str, bytes]] = []

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        type(self).seen.append((self.command, body))
        if type(self).refusals > 0:
            type(self).refusals -= 1
            self.send_response(503)
            self.send_header("Retry-After", "0")
        else:
            self.send_response(204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PUT = do_POST = do_DELETE = do_GET = _answer

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def overloaded() -> Iterator[str]:
    Overloaded.seen = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Overloaded)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/store"
    server.shutdown()
    server.server_close()


def test_a_refusal_that_passes_is_tried_again_with_the_same_triples(overloaded):
    Overloaded.refusals = 2
    Server(endpoints(overloaded)).replace("https://w3id.org/parkkg/id/document/a", [b"<a:a> <a:b> <a:c> .\n"])
    assert Overloaded.seen == [("PUT", b"<a:a> <a:b> <a:c> .\n")] * 3


def test_a_refusal_that_stays_is_reported(overloaded):
    Overloaded.refusals = 100
    with pytest.raises(PublishError, match="503"):
        Server(endpoints(overloaded)).remove("https://w3id.org/parkkg/id/document/a")
    assert len(Overloaded.seen) == 6
