"""A real server: the command ``kg serve`` in a process of its own, on a port that is free."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx


class Server:
    """A running server.

    :ivar address: ``http://127.0.0.1:12345``
    :ivar client: an HTTP client for it
    """

    def __init__(self, address: str, process: subprocess.Popen, headers: dict[str, str] | None = None):
        self.address = address
        self.process = process
        self.client = httpx.Client(base_url=address, timeout=60, headers=headers)

    def ask(self, query: str, accept: str = "application/sparql-results+json", **parameters: object) -> httpx.Response:
        """Send a query in the address."""
        return self.client.get("/sparql", params={"query": query, **parameters}, headers={"Accept": accept})

    def rows(self, query: str) -> list[dict[str, str]]:
        """The rows of a SELECT, values as text."""
        answer = self.ask(query)
        answer.raise_for_status()
        return [{name: cell["value"] for name, cell in row.items()} for row in answer.json()["results"]["bindings"]]


@contextmanager
def served(store: Path, *arguments: str, **environment: str) -> Iterator[Server]:
    """Start ``kg serve`` and stop it at the end; it must end well."""
    process = subprocess.Popen([sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", *arguments], text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment, "PYTHONUNBUFFERED": "1"})
    try:
        line = process.stdout.readline()
        found = re.search(r"http://\S+(?=/ )", line)
        assert found, line + process.stderr.read()
        server = Server(found[0], process)
        yield server
        server.client.close()
        assert process.poll() is None, process.stderr.read()
    finally:
        process.terminate()
        said = process.communicate(timeout=20)[1]
    assert "Traceback" not in said, said
